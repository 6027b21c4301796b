/** The check of a text before it is told: what the store knows of people, held against its words; what a person let stand. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Refusal } from '../../complaint/refusals.js';
import { addDays, type Day } from '../../facts/days.js';
import type { CaseId, StaffId } from '../../facts/happened.js';
import { audienceWords } from '../../reports/sharing/audiences.js';
import {
  type Finding,
  fewComplaints,
  type KnownPeople,
  type Passage,
  whatMightIdentify,
} from '../../reports/sharing/identifies.js';
import { objectionsToLettingStand } from '../../reports/sharing/telling.js';
import { notTakenBack } from '../counted-cases.js';
import type { Trx } from '../database.js';
import { namesOfCases } from '../improvement-cases.js';
import { readLetterhead } from '../landlord-settings.js';
import { casesBehindText } from './sources.js';
import type { SharedItem, SharedText } from './texts.js';

export interface Checked extends Finding {
  readonly digest: string;
  /** Who let it stand and why; null while nobody has. */
  readonly stands: { readonly by: string; readonly reason: string } | null;
}

type Whole = SharedText & { readonly items: readonly SharedItem[] };

/** The text in passages, each named as a person finds it again. */
function passagesOf(text: Whole): readonly Passage[] {
  const { said, did } = audienceWords[text.audience];
  return [
    { where: 'The title', text: text.title },
    { where: 'The opening', text: text.opening },
    ...text.items.flatMap((item, at) => [
      { where: `Item ${at + 1}, its heading`, text: item.area },
      { where: `Item ${at + 1}, ‘${said}’`, text: item.said },
      { where: `Item ${at + 1}, ‘${did}’`, text: item.did },
    ]),
  ];
}

/** Everything in a text that might identify somebody. `behind`: the cases behind it, where they are known already. */
export async function checkText(
  trx: Trx,
  text: Whole,
  today: Day,
  behind?: readonly CaseId[],
): Promise<readonly Checked[]> {
  const passages = passagesOf(text);
  const cases = behind ?? (await casesBehindText(trx, text.id));
  const findings = whatMightIdentify(passages, await knownTo(trx, cases, passages, today));
  const { rows } = await sql<{ digest: string; by: string; reason: string }>`
    select encode(a.digest, 'hex') as digest, s.name as by, a.reason
    from shared_let_stand a join staff s on s.landlord_id = a.landlord_id and s.id = a.by_staff_id
    where a.landlord_id = ${trx.landlordId} and a.text_id = ${text.id}`.execute(trx);
  const letThrough = new Map(rows.map((row) => [row.digest, row]));
  return findings.map((finding) => {
    const digest = createHash('sha256').update([finding.what, finding.why, finding.sentence].join('\n')).digest('hex');
    const stands = finding.mayStand ? letThrough.get(digest) : undefined;
    return { ...finding, digest, stands: stands === undefined ? null : { by: stands.by, reason: stands.reason } };
  });
}

/** Lets stand what a person has looked at and gives a reason for; or what speaks against it. */
export async function letStand(
  trx: Trx,
  text: Whole,
  {
    digest,
    reason,
    by,
    today,
  }: { readonly digest: string; readonly reason: string; readonly by: StaffId; readonly today: Day },
): Promise<readonly Refusal[]> {
  const found = (await checkText(trx, text, today)).find((one) => one.digest === digest);
  const refusals = objectionsToLettingStand(found, reason);
  if (refusals.length > 0) return refusals;
  await sql`
    insert into shared_let_stand (landlord_id, text_id, digest, reason, by_staff_id)
    values (${trx.landlordId}, ${text.id}, decode(${digest}, 'hex'), ${reason}, ${by})
    on conflict do nothing`.execute(trx);
  return [];
}

async function knownTo(
  trx: Trx,
  cases: readonly CaseId[],
  passages: readonly Passage[],
  today: Day,
): Promise<KnownPeople> {
  const all = passages.map((one) => one.text).join('\n');
  const homes = await sql<{ address: string; reference: string }>`
    select coalesce(h.address, '') as address, c.reference from complaint c
    left join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
    where c.landlord_id = ${trx.landlordId} and c.case_id = any (${[...cases]}::uuid[])`.execute(trx);
  const staff = await sql<{ name: string }>`
    select name from staff where landlord_id = ${trx.landlordId}`.execute(trx);
  const words = [...new Set([...all.matchAll(/\p{Lu}\p{L}{2,}/gu)].map(([word]) => word.toLowerCase()))].slice(0, 400);
  const named = await sql<{ word: string; kind: string }>`
    select word, kind from putright_words_in_names(${words}::text[])`.execute(trx);
  const few = await sql<{ place: string; complaints: number }>`
    with places as (
      select distinct block as place from home where landlord_id = ${trx.landlordId} and length(block) > 2
      union
      select distinct ward from home where landlord_id = ${trx.landlordId} and length(ward) > 2)
    select p.place, (
      select count(*)::int from complaint c
      join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
      where c.landlord_id = ${trx.landlordId} and (h.block = p.place or h.ward = p.place) and c.kind = 'complaint'
        and ${notTakenBack} and c.received_on > ${addDays(today, -365)}) as complaints
    from places p
    where position(lower(p.place) in lower(${all})) > 0`.execute(trx);
  const ours = await readLetterhead(trx);
  return {
    names: await namesOfCases(trx, cases),
    addresses: homes.rows.flatMap(({ address }) => (address === '' ? [] : [address])),
    references: homes.rows.map(({ reference }) => reference),
    staff: staff.rows.map(({ name }) => name),
    residentNames: new Set(named.rows.flatMap(({ word, kind }) => (kind === 'person' ? [word] : []))),
    fewFrom: few.rows.filter(({ complaints }) => complaints < fewComplaints),
    ours: [ours.phone, ours.email, ours.website],
  };
}
