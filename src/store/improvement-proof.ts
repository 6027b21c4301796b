/** The files that show that an improvement was done. They are of no case, and are served as all files are. */
import { sql } from 'kysely';
import { objectionToProof } from '../complaint/improvement-proof.js';
import type { ImprovementState } from '../complaint/improvements.js';
import type { Objection } from '../complaint/objections.js';
import type { File, ImprovementId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { keepFile, removeFiles, type Stored } from './documents.js';
import { noteImprovement } from './improvements.js';

export interface ProofFile {
  readonly file: File;
  readonly name: string;
  readonly addedAt: string;
  readonly addedBy: string;
}

/** Those of an improvement, the first first. */
export async function proofFilesOf(trx: Trx, id: string): Promise<ProofFile[]> {
  const { rows } = await sql<ProofFile>`
    select encode(p.file, 'hex') as file, f.name, p.added_at as "addedAt", s.name as "addedBy"
    from improvement_proof p
    join file f on f.landlord_id = p.landlord_id and f.digest = p.file
    join staff s on s.landlord_id = p.landlord_id and s.id = p.added_by
    where p.landlord_id = ${trx.landlordId} and p.improvement_id::text = ${id}
    order by p.added_at, f.name, p.file`.execute(trx);
  return rows;
}

interface Hand {
  readonly by: StaffId;
  readonly at: Date;
}

/** What speaks against so many more files; whoever adds at the same time waits until this transaction is over. */
export async function whyNoProof(trx: Trx, id: ImprovementId, adding: number): Promise<Objection> {
  const { rows } = await sql<{ state: ImprovementState; files: number }>`
    select i.state, (select count(*)::int from improvement_proof p
      where p.landlord_id = i.landlord_id and p.improvement_id = i.id) as files
    from (select landlord_id, id, state from improvement_plan
      where landlord_id = ${trx.landlordId} and id = ${id} for update) i`.execute(trx);
  const [was] = rows;
  if (was === undefined) throw new Error('there is no such improvement');
  return objectionToProof(was, adding);
}

/** Keeps the files and puts them to the improvement, or says why not. */
export async function addProofFiles(
  trx: Trx,
  id: ImprovementId,
  { folder, stored }: { readonly folder: string; readonly stored: readonly Stored[] },
  { by, at }: Hand,
): Promise<Objection> {
  const against = await whyNoProof(trx, id, stored.length);
  if (against !== null) return against;
  for (const one of stored) {
    const file = await keepFile(trx, folder, one);
    await sql`
      insert into improvement_proof (landlord_id, improvement_id, file, added_at, added_by)
      values (${trx.landlordId}, ${id}, decode(${file}, 'hex'), ${at.toISOString()}, ${by})`.execute(trx);
  }
  const words = stored.length === 1 ? 'Added a file that shows it' : `Added ${stored.length} files that show it`;
  await noteImprovement(trx, id, words, { by, at });
  return null;
}

/** Takes a file away for good, its bytes too. False when it is there no more. */
export async function takeProofFileAway(
  trx: Trx,
  id: ImprovementId,
  file: string,
  { because, by, at }: Hand & { readonly because: string },
): Promise<boolean> {
  const { rows } = await sql`
    delete from improvement_proof
    where landlord_id = ${trx.landlordId} and improvement_id = ${id} and file = decode(${file}, 'hex')
    returning file`.execute(trx);
  if (rows.length === 0) return false;
  await removeFiles(trx, [file]);
  await noteImprovement(trx, id, `Took a file away: ${because}`, { by, at });
  return true;
}
