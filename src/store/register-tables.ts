/**
 * The register's tables as data: what the projection writes and `rebuild` compares.
 *
 * This file is longer than 250 lines because it names every column of every one of them, once.
 */

type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** The register's tables: how each column is typed, and which of them, after the case, make a row one of its own. */
export const register = {
  complaint: {
    key: [],
    columns: {
      reference: 'text',
      version: 'integer',
      kind: 'text',
      standing: 'text',
      standing_on: 'date',
      stage: 'smallint',
      received_on: 'date',
      channel: 'text',
      edition: 'text',
      logged_on: 'date',
      person_id: 'uuid',
      home_id: 'uuid',
      tenure: 'text',
      area: 'text',
      category: 'text',
      team_id: 'uuid',
      handler_id: 'uuid',
      points: 'integer',
      group_size: 'integer',
      complexity: 'text',
      at_risk: 'boolean',
      hazard: 'boolean',
      vulnerable: 'boolean',
      adjusted: 'boolean',
      represented: 'boolean',
      imported: 'boolean',
      untold: 'text',
      refused_on: 'date',
      refused_ground: 'text',
      refusal_overturned_on: 'date',
      escalation_requested_on: 'date',
      escalation_refused_on: 'date',
      escalation_refused_ground: 'text',
      withdrawn_on: 'date',
      open: 'boolean',
      live: 'boolean',
      next_due_on: 'date',
      next_kind: 'text',
      next_what: 'text',
      asked_due_on: 'date',
      asked_team_id: 'uuid',
      last_on: 'date',
    },
  },
  stage: {
    key: ['stage'],
    columns: {
      stage: 'smallint',
      started_on: 'date',
      acknowledged_on: 'date',
      defined_on: 'date',
      extended_to: 'date',
      responded_on: 'date',
      outcome: 'text',
      handler_id: 'uuid',
      team_id: 'uuid',
      learning: 'text',
    },
  },
  point: {
    key: ['point_id'],
    columns: {
      point_id: 'text',
      number: 'integer',
      state: 'text',
      raised_on: 'date',
      raised_at_stage: 'smallint',
      area: 'text',
      category: 'text',
      whose: 'text',
      escalated: 'boolean',
      finding_1: 'text',
      finding_2: 'text',
      finding_3: 'text',
      answered_1_on: 'date',
      answered_2_on: 'date',
    },
  },
  promise: {
    key: ['promise_id'],
    columns: {
      promise_id: 'text',
      stage: 'smallint',
      owner_id: 'uuid',
      team_id: 'uuid',
      promised_on: 'date',
      first_due_on: 'date',
      due_on: 'date',
      moves: 'integer',
      state: 'text',
      done_on: 'date',
      resident_says: 'text',
      words: 'text',
      waiting_since: 'date',
      end_asked_on: 'date',
      end_ground: 'text',
      untold: 'boolean',
      counts: 'boolean',
    },
  },
  remedy: {
    key: ['remedy_id'],
    columns: {
      remedy_id: 'text',
      stage: 'smallint',
      kind: 'text',
      pence: 'integer',
      offered_on: 'date',
      due_on: 'date',
      state: 'text',
      done_on: 'date',
      paid_pence: 'integer',
      paid_on: 'date',
      counts: 'boolean',
    },
  },
  asked: {
    key: ['request_id'],
    columns: {
      request_id: 'text',
      stage: 'smallint',
      team_id: 'uuid',
      contractor: 'boolean',
      asked_on: 'date',
      due_on: 'date',
      chased: 'integer',
      received_on: 'date',
    },
  },
  clock: {
    key: ['n'],
    columns: {
      n: 'smallint',
      kind: 'text',
      stage: 'smallint',
      provision: 'text',
      about: 'text',
      from_on: 'date',
      due_on: 'date',
      provisional: 'boolean',
      unextended_due_on: 'date',
      done_on: 'date',
      running: 'boolean',
      target_on: 'date',
    },
  },
  link: {
    key: ['to_case_id', 'relation'],
    columns: { to_case_id: 'uuid', relation: 'text', linked_on: 'date' },
  },
  letter: {
    key: ['letter_id'],
    columns: {
      letter_id: 'text',
      kind: 'text',
      stage: 'smallint',
      drafted_on: 'date',
      sent_on: 'date',
      failed: 'boolean',
    },
  },
  party: {
    key: ['person_id', 'part'],
    columns: {
      person_id: 'uuid',
      part: 'text',
      role: 'text',
      authority: 'text',
      since: 'date',
      until: 'date',
      ended_on: 'date',
    },
  },
  adjustment: {
    key: ['adjustment_id'],
    columns: { adjustment_id: 'text', kind: 'text', agreed_on: 'date', review_on: 'date', ended_on: 'date' },
  },
  hazard: {
    key: ['hazard_id'],
    columns: { hazard_id: 'text', kind: 'text', noticed_on: 'date', made_safe_on: 'date' },
  },
  counted_stage: {
    key: ['stage'],
    columns: {
      stage: 'smallint',
      day: 'date',
      responded_on: 'date',
      tenure: 'text',
      area: 'text',
      category: 'text',
      edition: 'text',
      undecided: 'boolean',
      start_untold: 'boolean',
      answer_untold: 'boolean',
      outcome: 'text',
      working_days: 'integer',
      working_days_from_acknowledgement: 'integer',
      acknowledgement_due_on: 'date',
      acknowledged_in_full_on: 'date',
      acknowledgement_untold: 'boolean',
      due_base_on: 'date',
      due_base_latest_on: 'date',
      due_extended_on: 'date',
      due_extended_latest_on: 'date',
      due_receipt_on: 'date',
      due_receipt_extended_on: 'date',
      due_receipt_extended_latest_on: 'date',
      withdrawn: 'boolean',
      went_further: 'boolean',
    },
  },
  extension: {
    key: ['n'],
    columns: {
      n: 'smallint',
      stage: 'smallint',
      told_on: 'date',
      new_date: 'date',
      counts: 'text',
      working_days: 'integer',
      beyond_the_limit: 'boolean',
      because: 'text',
    },
  },
  survey_answer: {
    key: ['n'],
    columns: { n: 'smallint', answered_on: 'date', question: 'text', answer: 'integer' },
  },
  determination: {
    key: ['n'],
    columns: { n: 'smallint', determined_on: 'date', case_number: 'text', finding: 'text', ombudsman: 'text' },
  },
  ombudsman_order: {
    key: ['order_id'],
    columns: {
      order_id: 'text',
      binding: 'boolean',
      made_on: 'date',
      due_on: 'date',
      pence: 'integer',
      complied_on: 'date',
      ombudsman: 'text',
      wider: 'boolean',
      owner_id: 'uuid',
      proof_sent_on: 'date',
      accepted: 'boolean',
      outstanding: 'boolean',
      counts: 'boolean',
    },
  },
  ombudsman_case: {
    key: ['ombudsman'],
    columns: {
      ombudsman: 'text',
      case_number: 'text',
      began_on: 'date',
      state: 'text',
      state_on: 'date',
      evidence_asked_on: 'date',
      evidence_first_due_on: 'date',
      evidence_due_on: 'date',
      extension_asked_to: 'date',
      evidence_sent_on: 'date',
      investigation_on: 'date',
      determined_on: 'date',
      review_asked_on: 'date',
      orders: 'integer',
      orders_open: 'integer',
      next_what: 'text',
      next_due_on: 'date',
      learned_on: 'date',
      counts: 'boolean',
    },
  },
  failure_notice: {
    key: ['n'],
    columns: { n: 'smallint', received_on: 'date', kind: 'text' },
  },
  restriction: {
    key: ['restriction_id'],
    columns: {
      restriction_id: 'text',
      decided_on: 'date',
      review_on: 'date',
      until: 'date',
      reviewed_on: 'date',
      appealed_on: 'date',
      lifted_on: 'date',
    },
  },
  lesson: {
    key: ['n'],
    columns: { n: 'smallint', kind: 'text', stage: 'smallint', found_on: 'date', what: 'text' },
  },
  improvement: {
    key: ['improvement_id'],
    columns: {
      improvement_id: 'text',
      opened_on: 'date',
      due_on: 'date',
      tested_on: 'date',
      worked: 'boolean',
      closed_on: 'date',
    },
  },
  compensation: {
    key: ['remedy_id'],
    columns: {
      remedy_id: 'text',
      stage: 'smallint',
      state: 'text',
      total_pence: 'integer',
      borne_by: 'text',
      set_off_pence: 'integer',
      declined: 'boolean',
      worked_out_on: 'date',
      worked_out_by: 'uuid',
      approved_on: 'date',
      approved_by: 'uuid',
      due_on: 'date',
      paid_on: 'date',
      paid_pence: 'integer',
      paid_how: 'text',
      paid_reference: 'text',
      counts: 'boolean',
    },
  },
  compensation_head: {
    key: ['remedy_id', 'n'],
    columns: {
      remedy_id: 'text',
      n: 'smallint',
      head: 'text',
      pence: 'integer',
      approved_on: 'date',
      paid_on: 'date',
    },
  },
  shown: {
    key: ['edition'],
    columns: {
      edition: 'text',
      marks: 'text',
      first_on: 'date',
      last_on: 'date',
    },
  },
} as const satisfies Record<string, { key: readonly string[]; columns: Readonly<Record<string, string>> }>;

export type RegisterTable = keyof typeof register;
export const registerTables = Object.keys(register) as RegisterTable[];
export type CaseRows = Readonly<Record<RegisterTable, readonly Row[]>>;

/** An id that a history tells twice (no act gives one, but an import or a forgery could) stands once, as told last. */
export function onceEach(rows: CaseRows): CaseRows {
  if (registerTables.every((table) => rows[table].length < 2 || !hasTwins(table, rows[table]))) return rows;
  const once = (table: RegisterTable): readonly Row[] => {
    const all = rows[table];
    if (all.length < 2) return all;
    const { key } = register[table];
    return [...new Map(all.map((row) => [JSON.stringify(key.map((column) => row[column])), row])).values()];
  };
  return Object.fromEntries(registerTables.map((table) => [table, once(table)])) as CaseRows;
}

function hasTwins(table: RegisterTable, all: readonly Row[]): boolean {
  const { key } = register[table];
  const alike = (one: Row, other: Row) => key.every((column) => one[column] === other[column]);
  return all.some((row, i) => all.slice(i + 1).some((other) => alike(row, other)));
}
