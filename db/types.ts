/** The tables as Kysely sees them. Generated from the migrations; tests/store/table-types.test.ts holds it current. */
import type { Generated } from 'kysely';

export interface DB {
  adjustment: {
    landlord_id: string;
    case_id: string;
    adjustment_id: string;
    kind: string;
    agreed_on: string;
    review_on: string | null;
    ended_on: string | null;
  };
  anchor: {
    landlord_id: string;
    day: string;
    taken_at: string;
    heads: number;
    prev: Buffer;
    digest: Buffer;
  };
  anchor_head: {
    landlord_id: string;
    day: string;
    case_id: string;
    seq: number;
    hash: Buffer;
  };
  area: {
    landlord_id: Generated<string>;
    name: string;
    closed_at: string | null;
  };
  asked: {
    landlord_id: string;
    case_id: string;
    request_id: string;
    stage: number;
    team_id: string;
    contractor: boolean;
    asked_on: string;
    due_on: string;
    chased: number;
    received_on: string | null;
  };
  case_event: {
    landlord_id: string;
    case_id: string;
    seq: number;
    type: string;
    version: number;
    body: unknown;
    happened_on: string;
    recorded_at: string;
    recorded_by: unknown;
    prev: Buffer;
    hash: Buffer;
  };
  case_grant: {
    landlord_id: string;
    id: string;
    case_id: string;
    staff_id: string;
    granted_by: string;
    granted_at: Generated<string>;
    reason: string;
    until: string;
    ended_at: string | null;
    ended_by: string | null;
  };
  case_head: {
    landlord_id: string;
    case_id: string;
    reference: string;
    seq: number;
    hash: Buffer;
    anchored_seq: number | null;
  };
  category: {
    landlord_id: Generated<string>;
    name: string;
    closed_at: string | null;
  };
  change_trail: {
    landlord_id: Generated<string>;
    id: Generated<string>;
    at: Generated<string>;
    by_staff_id: string | null;
    about: string;
    words: string;
    subject_id: string | null;
  };
  clock: {
    landlord_id: string;
    case_id: string;
    n: number;
    kind: string;
    stage: number;
    provision: string | null;
    about: string | null;
    from_on: string | null;
    due_on: string;
    due_at: string | null;
    provisional: boolean;
    unextended_due_on: string;
    done_on: string | null;
    running: boolean;
    target_on: string | null;
  };
  complaint: {
    landlord_id: string;
    case_id: string;
    reference: string;
    version: number;
    kind: string | null;
    standing: string;
    standing_on: string | null;
    stage: number | null;
    received_on: string;
    channel: string;
    edition: string | null;
    logged_on: string | null;
    person_id: string | null;
    home_id: string | null;
    tenure: string;
    area: string | null;
    category: string | null;
    team_id: string | null;
    handler_id: string | null;
    points: number;
    group_size: number;
    complexity: string | null;
    at_risk: boolean;
    hazard: boolean;
    vulnerable: boolean;
    adjusted: boolean;
    represented: boolean;
    imported: boolean;
    refused_on: string | null;
    refused_ground: string | null;
    refusal_overturned_on: string | null;
    escalation_requested_on: string | null;
    escalation_refused_on: string | null;
    withdrawn_on: string | null;
    open: boolean;
    live: boolean;
    next_due_on: string | null;
    next_kind: string | null;
    next_what: string | null;
    asked_due_on: string | null;
    asked_team_id: string | null;
    last_on: string;
  };
  file: {
    landlord_id: string;
    digest: Buffer;
    case_id: string | null;
    salt: Buffer;
    content: Buffer;
    size: number;
    type: string;
    name: string;
  };
  file_to_remove: {
    landlord_id: string;
    content: Buffer;
  };
  first_link: {
    secret_digest: string;
    expires_at: string;
    used_at: string | null;
  };
  hazard: {
    landlord_id: string;
    case_id: string;
    hazard_id: string;
    kind: string;
    noticed_on: string;
    made_safe_on: string | null;
  };
  holiday: {
    landlord_id: Generated<string>;
    day: string;
    name: string;
  };
  home: {
    landlord_id: Generated<string>;
    id: string;
    address: string;
    postcode: string | null;
    uprn: string | null;
    tenure: Generated<string>;
    area: string | null;
    ward: string | null;
    block: string | null;
    postcode_plain: Generated<string | null>;
  };
  job_done: {
    landlord_id: string;
    case_id: string;
    seq: number;
    name: string;
    done_at: Generated<string>;
  };
  kept_form: {
    landlord_id: Generated<string>;
    id: string;
    staff_id: string;
    path: string;
    fields: unknown;
    made_at: Generated<string>;
  };
  landlord: {
    id: string;
    name: string;
    demonstration: Generated<boolean>;
    made_at: Generated<string>;
  };
  landlord_setting: {
    landlord_id: Generated<string>;
    name: string;
    value: unknown;
  };
  letter: {
    landlord_id: string;
    case_id: string;
    letter_id: string;
    kind: string;
    stage: number | null;
    drafted_on: string;
    sent_on: string | null;
    failed: boolean;
  };
  letter_draft: {
    landlord_id: string;
    letter_id: string;
    case_id: string;
    kind: string;
    stage: number | null;
    person_id: string | null;
    written_as: string;
    matter: unknown;
    edits: unknown;
    version: number;
    saved_by: string;
    saved_at: string;
    approval_asked_by: string | null;
    approval_asked_at: string | null;
    approved_by: string | null;
    approved_at: string | null;
    put_aside_at: string | null;
  };
  letter_draft_change: {
    landlord_id: string;
    letter_id: string;
    id: number;
    at: string;
    by_staff_id: string;
    did: string;
    version: number;
    matter: unknown;
    edits: unknown;
    note: string | null;
  };
  letter_sending: {
    landlord_id: string;
    case_id: string;
    seq: number;
    letter_id: string;
    how: string;
    address: string | null;
    recipient: string;
    subject: string;
    message_id: string | null;
    body: string;
    file: Buffer | null;
    state: string;
    tries: Generated<number>;
    changed_at: Generated<string>;
    trouble: string | null;
  };
  link: {
    landlord_id: string;
    case_id: string;
    to_case_id: string;
    relation: string;
    linked_on: string;
  };
  mail_message: {
    landlord_id: string;
    id: string;
    message_key: Buffer;
    content_key: Buffer;
    taken_at: string;
    received_on: string;
    received_because: string;
    sender: string | null;
    sender_name: string | null;
    subject: string;
    preview: string;
    attachments: number;
    outcome: string;
    reason: string;
    aside_because: string | null;
    case_id: string | null;
    about_case_id: string | null;
    suggested_kind: string;
    suggested_because: Generated<string[]>;
    hazards: Generated<string[]>;
    possible_stage_2: Generated<boolean>;
    look_because: string | null;
    looked_at: string | null;
    looked_by: string | null;
    raw: Buffer | null;
  };
  mail_thread: {
    landlord_id: string;
    message_key: Buffer;
    case_id: string;
    way: string;
    sender: Generated<string>;
  };
  migration: {
    number: number;
    name: string;
    checksum: string;
    ran_at: Generated<string>;
  };
  party: {
    landlord_id: string;
    case_id: string;
    person_id: string;
    part: string;
    role: string | null;
    authority: string | null;
    since: string | null;
    until: string | null;
    ended_on: string | null;
  };
  person: {
    landlord_id: Generated<string>;
    id: string;
    name: string | null;
    language: string | null;
    made_at: Generated<string>;
  };
  person_way: {
    landlord_id: Generated<string>;
    person_id: string;
    id: string;
    kind: string;
    value: string;
    standing: Generated<string>;
    preferred: Generated<boolean>;
    value_plain: Generated<string | null>;
  };
  point: {
    landlord_id: string;
    case_id: string;
    point_id: string;
    number: number;
    state: string;
    raised_on: string;
    raised_at_stage: number;
    area: string | null;
    category: string | null;
    whose: string;
    escalated: boolean;
    finding_1: string | null;
    finding_2: string | null;
    finding_3: string | null;
  };
  promise: {
    landlord_id: string;
    case_id: string;
    promise_id: string;
    stage: number;
    owner_id: string | null;
    team_id: string | null;
    promised_on: string;
    first_due_on: string;
    due_on: string;
    moves: number;
    state: string;
    done_on: string | null;
    resident_says: string | null;
  };
  reading: {
    landlord_id: Generated<string>;
    id: Generated<string>;
    at: Generated<string>;
    staff_id: string;
    what: string;
    case_id: string | null;
    about: string | null;
  };
  reference_counter: {
    landlord_id: Generated<string>;
    prefix: string;
    year: number;
    last: number;
  };
  remedy: {
    landlord_id: string;
    case_id: string;
    remedy_id: string;
    stage: number;
    kind: string;
    pence: number | null;
    offered_on: string;
    due_on: string | null;
    state: string;
    done_on: string | null;
  };
  search_case: {
    landlord_id: string;
    case_id: string;
    received_on: string;
    found: string;
  };
  search_name: {
    landlord_id: string;
    kind: string;
    id: string;
    leads_to: string;
    name: string;
  };
  sign_in_attempt: {
    landlord_id: Generated<string>;
    id: Generated<string>;
    account_digest: string;
    network_digest: string;
    succeeded: boolean;
    at: Generated<string>;
  };
  staff: {
    landlord_id: Generated<string>;
    id: string;
    name: string;
    email: string;
    password_hash: string | null;
    roles: string[];
    deactivated_at: string | null;
    made_at: Generated<string>;
  };
  staff_link: {
    landlord_id: Generated<string>;
    secret_digest: string;
    staff_id: string;
    kind: string;
    expires_at: string;
    used_at: string | null;
  };
  staff_session: {
    landlord_id: Generated<string>;
    id_digest: string;
    staff_id: string;
    made_at: Generated<string>;
    last_seen_at: Generated<string>;
    ended_at: string | null;
    ended_because: string | null;
  };
  stage: {
    landlord_id: string;
    case_id: string;
    stage: number;
    started_on: string;
    acknowledged_on: string | null;
    defined_on: string | null;
    extended_to: string | null;
    responded_on: string | null;
    outcome: string | null;
    handler_id: string | null;
    team_id: string | null;
    learning: string | null;
  };
  team: {
    landlord_id: Generated<string>;
    id: string;
    name: string;
    contractor: Generated<boolean>;
    email: string | null;
    closed_at: string | null;
  };
  team_member: {
    landlord_id: Generated<string>;
    team_id: string;
    staff_id: string;
  };
  words: {
    landlord_id: string;
    digest: Buffer;
    case_id: string;
    salt: Buffer;
    text: string;
  };
}
