/**
 * Loads the demonstration landlord: the same decisions, letters, chains and tables as everyone's, dated from the day of
 * loading. It enqueues nothing and sends nothing.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hash } from '@node-rs/argon2';
import type { ClockRules } from '../../src/complaint/clocks.js';
import { type Day, dayNumber } from '../../src/facts/days.js';
import type { StaffId } from '../../src/facts/happened.js';
import type { Letter } from '../../src/letters/words.js';
import { fileNameOf } from '../../src/post/finished-letter.js';
import { letterPdf } from '../../src/post/pdf.js';
import { append } from '../../src/store/case-store.js';
import { writeCauses } from '../../src/store/causes.js';
import { type Database, inLandlord, type LandlordId, type Trx } from '../../src/store/database.js';
import { fileDigest, pathOf } from '../../src/store/documents.js';
import { writeApproval, writeLetterhead } from '../../src/store/landlord-settings.js';
import { allLandlords, makeLandlord, removeDemonstration } from '../../src/store/landlords.js';
import { askApproval } from '../../src/store/letter-approval.js';
import { beginDraft, saveDraft } from '../../src/store/letters.js';
import { placeHomes } from '../../src/store/places.js';
import { publicSlug } from '../../src/store/publications.js';
import { takeReferences } from '../../src/store/references.js';
import { plainRules, setTargets } from '../../src/store/rules.js';
import { plainSite, writeSite } from '../../src/store/site-settings.js';
import { addStaff } from '../../src/store/staff.js';
import { addName, addTeam, setTeamMembers } from '../../src/store/teams.js';
import { londonDay } from '../../src/store/today.js';
import type { Write } from '../../src/store/write.js';
import { writeBehaviour } from './behaviour.js';
import { writeBeside } from './beside.js';
import { writeBundles } from './bundles.js';
import { causeList } from './causes.js';
import { wardPlaces } from './homes.js';
import { writeImprovements } from './improvements.js';
import { areas, demonstrationPassword, landlord, type StaffKey, staff, type TeamKey, teams } from './landlord.js';
import { writeShared } from './learning-shared.js';
import { writePapers } from './papers.js';
import type { Writers } from './past/report.js';
import { type Played, plan, play } from './play.js';
import { publishPolicy } from './policy-pages.js';
import { type KeptFile, writeFiles, writeHomes, writePeople, writeSendings } from './rows.js';
import { stories } from './stories/all.js';
import { letterhead, makeWorld, type World } from './world.js';

export interface Loading {
  readonly now: Date;
  /** London's day at `now` unless said otherwise. */
  readonly loadedOn?: Day;
  /** The folder of the landlords' documents; null leaves the letters without theirs. */
  readonly files: string | null;
}

export interface Loaded {
  readonly landlordId: LandlordId;
  readonly cases: number;
  readonly events: number;
  /** Who keep the landlord's figures and write its report. */
  readonly writers: Writers;
}

/** The landlord's own aims, stricter than the Code at the start of each stage. */
const targets = { stage1Acknowledgement: 3, stage1Response: null, stage2Acknowledgement: 3, stage2Response: null };
const rules: ClockRules = { ...plainRules, targets };

/** By the application's own role: what a demonstration may do, the product may do. */
export async function loadDemonstration(app: Database, loading: Loading): Promise<Loaded> {
  const { now } = loading;
  const loadedOn = loading.loadedOn ?? londonDay(now);
  const passwordHash = await hash(demonstrationPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const landlordId = await makeLandlord(app, { name: landlord.name, demonstration: true });
  const documents: (KeptFile & { readonly bytes: Buffer })[] = [];
  const layDown = (letter: Letter) => {
    if (loading.files === null) return null;
    const document = documentOf(letter);
    documents.push(document);
    return fileDigest(document.salt, document.stored);
  };

  return inLandlord(
    app,
    landlordId,
    async (trx) => {
      await setTargets(trx, targets);
      const references = await referencesOf(trx, loadedOn);
      const reference = (key: string) => references.get(key) ?? '';
      const world = makeWorld({ loadedOn, now: now.getTime(), rules, newId: randomUUID, reference, layDown });
      await settle(trx, world, passwordHash);
      const played = play(stories, world);
      const { files } = loading;
      if (files !== null) {
        for (const { stored, bytes } of documents)
          await writeDocument(pathOf(files, landlordId, stored.content), bytes);
      }
      await writeFiles(trx, documents);
      const appended = await append(
        trx,
        landlordId,
        played.map((one) => writeOf(one, world)),
        { rules },
      );
      if (!appended.ok) throw new Error('a new case cannot be there already');
      await writeSendings(trx, played);
      for (const one of played) await writeDrafts(trx, one, world);
      await writeBeside(trx, played, world);
      await writePapers(trx, played, world);
      await writeBundles(trx, played, world);
      const improved = await writeImprovements(trx, played, world);
      const further = improved + (await writeShared(trx, world)) + (await writeBehaviour(trx, played, world));
      return {
        landlordId,
        cases: played.length,
        events: played.reduce((sum, one) => sum + one.recorded.length, further),
        writers: {
          manager: { id: world.staff('ruth'), name: staff.ruth.name },
          head: world.staff('helen'),
          director: world.staff('graham'),
          member: world.staff('margaret'),
        },
      };
    },
    { statementTimeoutMs: 0 },
  );
}

/** Takes the demonstration away; any other landlord's history stands. Needs the owner. */
export async function emptyDemonstration(owner: Database): Promise<void> {
  for (const one of await allLandlords(owner)) {
    if (one.demonstration) await removeDemonstration(owner, one.id);
  }
}

/** Whole days since the demonstration was loaded; null when there is none. A week on, a fresh one is offered. */
export async function demonstrationAge(db: Database, now: Date): Promise<number | null> {
  const found = (await allLandlords(db)).find((one) => one.demonstration);
  if (found === undefined) return null;
  return dayNumber(londonDay(now)) - dayNumber(londonDay(new Date(found.madeAt)));
}

/** References in the order in which the cases came, counted for each year. */
async function referencesOf(trx: Trx, loadedOn: Day): Promise<ReadonlyMap<string, string>> {
  const planned = plan(stories, { loadedOn, rules });
  const references = new Map<string, string>();
  for (const year of new Set(planned.map(({ on }) => on.slice(0, 4)))) {
    const ofYear = planned.filter(({ on }) => on.startsWith(year));
    const taken = await takeReferences(trx, `${year}-01-01` as Day, ofYear.length);
    ofYear.forEach(({ key }, i) => {
      references.set(key, taken[i] ?? '');
    });
  }
  return references;
}

/** The landlord as it stands before its first case. */
async function settle(trx: Trx, world: World, passwordHash: string): Promise<void> {
  await writeLetterhead(trx, letterhead);
  await writeApproval(trx, { stage1: true, stage2: true });
  await publicSlug(trx);
  await writeSite(trx, { ...plainSite, emergency: landlord.emergency });
  for (const [key, { name, email, roles }] of Object.entries(staff)) {
    await addStaff(trx, { id: world.staff(key as StaffKey), name, email, roles, passwordHash });
  }
  for (const [key, { name, contractor }] of Object.entries(teams)) {
    const id = world.team(key as TeamKey);
    await addTeam(trx, { id, name, contractor, email: null });
    const members = (Object.keys(staff) as StaffKey[]).filter((one) => staff[one].team === key);
    await setTeamMembers(
      trx,
      id,
      members.map((one): StaffId => world.staff(one)),
    );
  }
  await publishPolicy(trx, world);
  for (const name of Object.keys(areas)) await addName(trx, 'area', name);
  for (const name of new Set(Object.values(areas).flat())) await addName(trx, 'category', name);
  await writeCauses(trx, causeList);
  await writeHomes(trx, world.homes);
  await placeHomes(trx, wardPlaces);
  await writePeople(trx, world.people);
}

function writeOf(one: Played, world: World): Write {
  const first = one.recorded[0];
  if (first === undefined) throw new Error(`nothing happened in ${one.key}`);
  return {
    caseId: one.case.id,
    expectedVersion: 0,
    reference: world.reference(one.key),
    happened: one.recorded,
    recordedBy: first.recordedBy,
    recordedAt: first.recordedAt,
    words: one.words,
  };
}

/** The letters that wait: what somebody wrote, and whose approval was asked. */
async function writeDrafts(trx: Trx, one: Played, world: World): Promise<void> {
  for (const { letter, matter, edits, to, as, by, at, approved, sent } of one.drafts) {
    if (sent || by === 'mail') continue;
    const who = { by: world.staff(by), now: new Date(at), letter };
    await beginDraft(trx, { ...who, caseId: one.case.id, matter, to, as });
    const saved = await saveDraft(trx, { ...who, expectedVersion: 1, edits });
    if (!saved.ok) throw new Error(`a draft of ${one.key} was not kept`);
    if (approved === null) await askApproval(trx, { ...who, expectedVersion: saved.version });
  }
}

function documentOf(letter: Letter): KeptFile & { readonly bytes: Buffer } {
  const { bytes } = letterPdf(letter);
  const content = createHash('sha256').update(bytes).digest('hex');
  const stored = { content, size: bytes.length, type: 'application/pdf', name: fileNameOf(letter) };
  return { salt: randomBytes(16), stored, bytes };
}

async function writeDocument(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, bytes, { mode: 0o600 });
}
