/** How a case that came by the form was told, in choices alone, for whoever decides what it is. Its words are the case's. */
import { sql } from 'kysely';
import type { Claim, ReachKind, Risk, Teller, Told, Wish } from '../complaint/telling/told.js';
import type { AdjustmentKind, CaseId, HazardKind, RepresentativeRole } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface FormTold {
  readonly wish: Wish;
  readonly teller: Teller | null;
  readonly claim: Claim | null;
  readonly role: RepresentativeRole | null;
  readonly risk: Risk | null;
  readonly hazards: readonly HazardKind[];
  readonly adjustments: readonly AdjustmentKind[];
  readonly language: string | null;
  readonly choice: Told['choice'];
  readonly toldBefore: boolean | null;
  readonly best: ReachKind | null;
  readonly unsafe: readonly ReachKind[];
  /** They asked not to be reached. */
  readonly unreached: boolean;
  /** The name and a way were those of somebody already known. */
  readonly knownPerson: boolean;
}

/** Keeps it; an emergency's is replaced when the rest is sent. */
export async function keepFormTold(
  trx: Trx,
  caseId: CaseId,
  told: Told,
  { knownPerson }: { readonly knownPerson: boolean },
): Promise<void> {
  const about = told.teller === 'for-someone' || told.teller === 'member' ? told.resident : told.you;
  await sql`
    insert into form_told (landlord_id, case_id, wish, teller, claim, role, risk, hazards, adjustments, language, choice,
      told_before, best, unsafe, unreached, known_person)
    values (${trx.landlordId}, ${caseId}, ${told.wish ?? 'wrong'}, ${told.teller}, ${told.claim}, ${told.role},
      ${told.risk}, ${[...told.hazards]}, ${[...told.adjustments]}, ${told.language.trim() || null}, ${told.choice},
      ${told.toldBefore}, ${told.you.best}, ${[...new Set([...told.you.unsafe, ...about.unsafe])]}, ${told.you.none},
      ${knownPerson})
    on conflict (landlord_id, case_id) do update set wish = excluded.wish, teller = excluded.teller,
      claim = excluded.claim, role = excluded.role, risk = excluded.risk, hazards = excluded.hazards,
      adjustments = excluded.adjustments, language = excluded.language, choice = excluded.choice,
      told_before = excluded.told_before, best = excluded.best, unsafe = excluded.unsafe,
      unreached = excluded.unreached, known_person = excluded.known_person`.execute(trx);
}

/** What the form told of a case; null for one that came another way. */
export async function readFormTold(trx: Trx, caseId: CaseId): Promise<FormTold | null> {
  const found = await sql<FormTold>`
    select wish, teller, claim, role, risk, hazards, adjustments, language, choice, told_before as "toldBefore", best,
      unsafe, unreached, known_person as "knownPerson"
    from form_told where landlord_id = ${trx.landlordId} and case_id = ${caseId}`.execute(trx);
  return found.rows[0] ?? null;
}

/** Goes with the words that it told. */
export async function forgetFormTold(trx: Trx, caseId: CaseId): Promise<void> {
  await sql`delete from form_told where landlord_id = ${trx.landlordId} and case_id = ${caseId}`.execute(trx);
}
