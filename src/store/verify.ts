/**
 * Whether the history holds: every chain against its head, heads against the anchors, words and files against their
 * digests. It reads one picture of the database, in steps, and never everything at once.
 */
import { type Database, enterLandlord, inLandlord, type LandlordId, type Trx } from './database.js';
import { listLandlords } from './landlords.js';
import { checkFrozen } from './report-frozen.js';
import { checkAnchors } from './verify-anchors.js';
import { checkFiles, checkUnmentioned, erasedIn } from './verify-beside.js';
import { checkChains, checkWithoutHead } from './verify-chains.js';
import type { Broken, Findings } from './verify-findings.js';

export interface Verified {
  readonly cases: number;
  readonly events: number;
  readonly broken: readonly Broken[];
}

export interface VerifyRequest {
  /** The folder of all landlords' files. */
  readonly files: string;
  /** All of them unless said. */
  readonly landlordId?: LandlordId;
}

/** Every case, entry, anchor, word and file of one landlord or all, on one snapshot; nothing is written. */
export async function verify(db: Database, request: VerifyRequest): Promise<Verified> {
  const anyone = request.landlordId ?? '00000000-0000-0000-0000-000000000000';
  return inLandlord(db, anyone, (trx) => verifyWithin(trx, request), {
    snapshot: true,
    readOnly: true,
    statementTimeoutMs: 0,
  });
}

/** The same in a transaction that the caller holds. */
export async function verifyWithin(trx: Trx, request: VerifyRequest): Promise<Verified> {
  const total = { cases: 0, events: 0, broken: [] as Broken[] };
  for (const landlord of await listLandlords(trx)) {
    if (request.landlordId !== undefined && landlord.id !== request.landlordId) continue;
    const found = await verifyLandlord(await enterLandlord(trx, landlord.id), landlord.name, request.files);
    total.cases += found.cases;
    total.events += found.events;
    total.broken.push(...found.broken);
  }
  return total;
}

async function verifyLandlord(trx: Trx, name: string, files: string): Promise<Findings> {
  const findings: Findings = {
    cases: 0,
    events: 0,
    broken: [],
    references: new Map(),
    mentionedIn: new Map(),
    erased: await erasedIn(trx),
  };
  await checkChains(trx, findings);
  await checkWithoutHead(trx, findings);
  await checkAnchors(trx, name, findings);
  await checkUnmentioned(trx, findings);
  await checkFiles(trx, files, findings);
  await checkFrozen(trx, findings);
  return findings;
}
