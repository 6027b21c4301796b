/**
 * Self-assessments: which there are, how one begins, and how the reading of an older document becomes one. The steps that
 * each takes are in assessment-steps.ts, answers in assessment-answers.ts, actions in assessment-actions.ts, evidence in
 * evidence-library.ts.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Answer, provisionsOf } from '../assess/answers.js';
import type { Disagreement, FormRead } from '../assess/form-read.js';
import { leadBetween } from '../assess/leading.js';
import { targetFrom } from '../assess/targets.js';
import type { Day } from '../facts/days.js';
import type { File, StaffId } from '../facts/happened.js';
import type { Edition } from '../law/words.js';
import { type AssessmentState, noteStep } from './assessment-steps.js';
import type { Trx } from './database.js';

export const triggers = ['yearly', 'restructure', 'ombudsman-request', 'changed-in-year'] as const;
export type Trigger = (typeof triggers)[number];

export interface SelfAssessment {
  readonly id: string;
  readonly edition: Edition;
  /** The reporting year it looks at, by the year in which that begins. */
  readonly year: number;
  readonly round: number;
  readonly state: AssessmentState;
  readonly trigger: Trigger;
  readonly triggerNote: string | null;
  readonly carriedFrom: string | null;
  /** The document that it was read from; null when it was made here. */
  readonly readFrom: string | null;
  readonly readFile: File | null;
  readonly printed: Readonly<Record<string, number>> | null;
  readonly disagreements: readonly Disagreement[] | null;
  readonly madeAt: string;
  readonly version: number;
}

const columns = sql.raw(`a.id, a.edition, a.year, a.round, a.state, a.trigger, a.trigger_note as "triggerNote",
  a.carried_from as "carriedFrom", a.read_from as "readFrom", encode(a.read_file, 'hex') as "readFile", a.printed,
  a.disagreements, a.made_at as "madeAt", a.version`);

/** The latest year first; of one year, the latest edition and round. */
export async function listAssessments(trx: Trx): Promise<SelfAssessment[]> {
  const { rows } = await sql<SelfAssessment>`
    select ${columns} from self_assessment a
    where a.landlord_id = ${trx.landlordId}
    order by a.year desc, a.edition desc, a.round desc`.execute(trx);
  return rows;
}

export async function findAssessment(trx: Trx, id: string): Promise<SelfAssessment | null> {
  const { rows } = await sql<SelfAssessment>`
    select ${columns} from self_assessment a
    where a.landlord_id = ${trx.landlordId} and a.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}

/** The one that stands for a year: the last that was published, else approved, else the last there is; null without any. */
export async function assessmentOf(trx: Trx, year: number, edition?: Edition): Promise<SelfAssessment | null> {
  const of = (await listAssessments(trx)).filter(
    (one) => one.year === year && (edition === undefined || one.edition === edition),
  );
  const rank = ['published', 'approved', 'put', 'draft', 'superseded'];
  return of.sort((a, b) => rank.indexOf(a.state) - rank.indexOf(b.state))[0] ?? null;
}

export interface NewAssessment {
  readonly edition: Edition;
  readonly year: number;
  readonly trigger: Trigger;
  readonly triggerNote: string | null;
  readonly carriedFrom: string | null;
  readonly by: StaffId | null;
  readonly today: Day;
}

/** Begins one, without a single answer: what last year said is shown beside, never put in. */
export async function beginAssessment(trx: Trx, wanted: NewAssessment): Promise<string> {
  const id = await insertAssessment(trx, { ...wanted, state: 'draft', read: null });
  await noteStep(trx, id, { did: 'began', on: wanted.today, by: wanted.by, words: wanted.triggerNote });
  if (wanted.carriedFrom !== null) await bringEvidence(trx, id, wanted);
  return id;
}

/** What stood behind last year's answers, led over by the mapping of the editions: to be looked at before it counts. */
async function bringEvidence(trx: Trx, id: string, { carriedFrom, edition, by }: NewAssessment): Promise<void> {
  const source = carriedFrom === null ? null : await findAssessment(trx, carriedFrom);
  if (source === null) return;
  const lead = leadBetween(source.edition, edition);
  const led = provisionsOf(edition).flatMap(({ number }) => lead(number).map((from) => [from, number] as const));
  await sql`
    insert into assessment_evidence (landlord_id, assessment_id, provision, piece_id, carried, linked_by)
    select distinct e.landlord_id, ${id}::uuid, l.now, e.piece_id, true, ${by}::uuid
    from assessment_evidence e
    join unnest(${led.map(([from]) => from)}::text[], ${led.map(([, to]) => to)}::text[]) l (was, now) on l.was = e.provision
    join evidence_piece p on p.landlord_id = e.landlord_id and p.id = e.piece_id
    where e.landlord_id = ${trx.landlordId} and e.assessment_id = ${source.id} and p.retired_on is null`.execute(trx);
}

interface Inserted extends Omit<NewAssessment, 'today'> {
  readonly state: AssessmentState;
  readonly read: {
    readonly from: string;
    readonly file: File | null;
    readonly printed: Readonly<Record<string, number>>;
    readonly disagreements: readonly Disagreement[];
  } | null;
}

async function insertAssessment(trx: Trx, wanted: Inserted): Promise<string> {
  const id = randomUUID();
  // Two that begin one at the same moment: the second is the second round, neither is lost.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${trx.landlordId} assessment ${wanted.edition} ${wanted.year}`}, 0))`.execute(
    trx,
  );
  const { read } = wanted;
  await sql`
    insert into self_assessment (landlord_id, id, edition, year, round, state, trigger, trigger_note, carried_from,
      read_from, read_file, printed, disagreements, made_by)
    select ${trx.landlordId}, ${id}, ${wanted.edition}, ${wanted.year}, coalesce(max(round), 0) + 1, ${wanted.state},
      ${wanted.trigger}, ${wanted.triggerNote}, ${wanted.carriedFrom}, ${read?.from ?? null},
      decode(${read?.file ?? null}, 'hex'), ${read === null ? null : JSON.stringify(read.printed)}::jsonb,
      ${read === null ? null : JSON.stringify(read.disagreements)}::jsonb, ${wanted.by}
    from self_assessment
    where landlord_id = ${trx.landlordId} and edition = ${wanted.edition} and year = ${wanted.year}`.execute(trx);
  return id;
}

/** What a person said of a reading: which year it is, and each answer as they confirmed or mended it. */
export interface Confirmations {
  readonly year: number;
  /** The name of the document. */
  readonly source: string;
  readonly file: File | null;
  /** Whoever confirms; null when the command line takes it, which then is named by `byName`. */
  readonly by: StaffId | null;
  readonly today: Day;
  /** Rows that are taken, by provision, with what the person changed; a row that is not here stays unknown. */
  readonly rows: ReadonlyMap<string, ConfirmedRow>;
  /** Which actions, by their place in the reading. */
  readonly actions: 'all' | readonly number[];
  /** It was published in its time, unless the person says that it never was. */
  readonly state?: AssessmentState;
  readonly publishedOn?: Day | null;
}

export interface ConfirmedRow {
  readonly answer?: Answer;
  readonly evidence?: string;
  readonly commentary?: string;
  readonly reason?: string;
  readonly intended?: string;
}

/**
 * Takes the reading of an older document: one assessment with its answers, its actions and its printed sums. Only what
 * was confirmed is taken; a lost answer stays unknown; 'partly' under an edition that has no such answer is a no.
 */
export async function takeReading(trx: Trx, reading: FormRead, confirmed: Confirmations): Promise<string> {
  const { edition } = reading;
  const id = await insertAssessment(trx, {
    edition,
    year: confirmed.year,
    trigger: 'yearly',
    triggerNote: null,
    carriedFrom: null,
    by: confirmed.by,
    state: confirmed.state ?? 'published',
    read: {
      from: confirmed.source,
      file: confirmed.file,
      printed: reading.printed,
      disagreements: reading.disagreements,
    },
  });
  await noteStep(trx, id, { did: 'read', on: confirmed.today, by: confirmed.by, words: confirmed.source });
  if (confirmed.publishedOn) await noteStep(trx, id, { did: 'published', on: confirmed.publishedOn, by: confirmed.by });
  const seen = new Set<string>();
  for (const row of reading.rows) {
    const kept = confirmed.rows.get(row.provision);
    if (kept === undefined || seen.has(row.provision)) continue;
    seen.add(row.provision);
    const said = kept.answer ?? row.answer;
    const answer = said === 'partly' && edition === '2024' ? 'no' : said;
    const noticed = [
      ...(row.why ?? []),
      ...(answer === said ? [] : ['The document says ‘partially’, which the Code of 2024 does not have: not met.']),
    ];
    const intended = kept.intended ?? row.intended ?? '';
    await sql`
      insert into assessment_answer (landlord_id, assessment_id, provision, answer, evidence, commentary, reason,
        intended_on, intended_words, confirmed_by, place, sureness, needs_person, noticed)
      values (${trx.landlordId}, ${id}, ${row.provision}, ${answer}, ${kept.evidence ?? row.evidence},
        ${kept.commentary ?? ''}, ${kept.reason ?? row.reason ?? ''}, ${targetFrom(intended)}, ${intended},
        ${confirmed.by}, ${row.place === '' ? 'in the document' : row.place}, ${row.confidence},
        ${row.needsPerson && kept.answer === undefined}, ${noticed})`.execute(trx);
    if (row.wording !== undefined && row.wording !== '')
      await sql`
        insert into official_wording (landlord_id, edition, provision, text, source, loaded_by)
        values (${trx.landlordId}, ${edition}, ${row.provision}, ${row.wording}, ${confirmed.source}, ${confirmed.by})
        on conflict do nothing`.execute(trx);
  }
  for (const [place, action] of reading.actions.entries()) {
    if (confirmed.actions !== 'all' && !confirmed.actions.includes(place)) continue;
    await sql`
      insert into assessment_action (landlord_id, id, assessment_id, provisions, question, action, lead, target_on,
        target_words, progress, mandatory, place, made_by)
      values (${trx.landlordId}, ${randomUUID()}, ${id}, ${provisionsNamed(action.provision)}, ${action.provision},
        ${action.action}, ${action.lead}, ${targetFrom(action.target)}, ${action.target}, ${action.progress},
        ${action.mandatory}, ${place}, ${confirmed.by})`.execute(trx);
  }
  await sql`
    insert into assessment_answer_version (landlord_id, assessment_id, provision, version, by_staff_id, written)
    select landlord_id, assessment_id, provision, version, ${confirmed.by}, to_jsonb(assessment_answer) - 'landlord_id'
    from assessment_answer
    where landlord_id = ${trx.landlordId} and assessment_id = ${id}`.execute(trx);
  return id;
}

/** '3.6; 6.1; 6.2' names three; '2.3*' names 2.3. */
function provisionsNamed(words: string): string[] {
  return [...words.matchAll(/\d+\.\d+/g)].map(([number]) => number);
}
