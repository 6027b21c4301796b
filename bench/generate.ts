/**
 * Landlords of any size for measuring: believable histories of twenty entries each, written in batches through the same
 * `append` as everything else. The same seed makes the same landlord.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { chance } from '../db/demo/chance.js';
import { addDays, type Day } from '../src/facts/days.js';
import type {
  CaseId,
  Finding,
  Happened,
  Happening,
  HomeId,
  PersonId,
  PointId,
  PromiseId,
  RemedyId,
  StaffId,
  TeamId,
  Words,
} from '../src/facts/happened.js';
import { append } from '../src/store/case-store.js';
import { type Database, inLandlord, type LandlordId, type Trx } from '../src/store/database.js';
import { takeReferences } from '../src/store/references.js';
import { readRules } from '../src/store/rules.js';
import { newKeeper } from '../src/store/words.js';
import type { Write } from '../src/store/write.js';

export interface GenerateRequest {
  readonly cases: number;
  /** The day on which the landlord is looked at: the open cases are around it. */
  readonly today: Day;
  readonly seed?: number;
  readonly eventsEach?: number;
  /** How many in a hundred are open. */
  readonly openPercent?: number;
  readonly batch?: number;
  readonly told?: (done: number) => void;
}

export interface Generated {
  readonly staff: readonly StaffId[];
  readonly teams: readonly TeamId[];
}

const first =
  'Amina Aisha Alex Beatrice Carol Chidi Daniel Elif Emma Fatima George Grace Hannah Imran Ivy Jack Jamal Joan Kofi Leila Liam Maria Mark Megan Mohammed Nadia Noah Olu Oscar Priya Rosa Ruth Samuel Sofia Tariq Thomas Uma Victor Wei Yusuf Zoe'.split(
    ' ',
  );
const last =
  'Adeyemi Ahmed Ali Bailey Banerjee Begum Brown Campbell Carter Chen Clarke Cooper Davies Edwards Evans Foster Green Hall Harris Hughes Hussain Jackson James Jones Kaur Khan Kowalski Lewis Martin Mensah Mitchell Morgan Nguyen Okafor Patel Phillips Roberts Robinson Scott Shah Singh Smith Taylor Thomas Turner Walker Ward Watson White Williams Wilson Wood Wright Young'.split(
    ' ',
  );
const streets =
  'Albion Ash Beech Bridge Canal Castle Chapel Church Cross Elm Garden Grange Grove High Hill King Lime Long Maple Market Meadow Mill North Oak Orchard Park Priory Queen River Rose School Station Tower Vicarage West York'.split(
    ' ',
  );
const things =
  'boiler radiator roof gutter window door lift stairwell kitchen bathroom ceiling wall drain fence lock socket intercom tap toilet shower floor carpet heating garden bin store entrance light neighbour contractor surveyor operative appointment letter call message rent charge parking space'.split(
    ' ',
  );
const troubles =
  'leaks is broken does not work has been left open smells of damp is covered in mould was never repaired keeps failing was missed again makes noise at night floods is cold lets rain in was fixed badly is unsafe was promised and not done'.split(
    ' ',
  );
const plain =
  'we have told you about this before and nobody came back to us since then my family is tired of asking please tell us when someone will come and what will be done the children cannot sleep in that room and the heating bill is higher every week I took a day off work for nothing it is the third time this winter'.split(
    ' ',
  );
const areas = ['North', 'South', 'East', 'West', 'Town centre'];
const categories = ['Damp and mould', 'Repairs', 'Neighbours and noise', 'Charges', 'Staff', 'Estate', 'Heating'];

type Random = () => number;

const one = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** An id that the seed decides. */
function idOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function sentence(random: Random, length: number): string {
  const words = [`The ${one(random, things)} ${one(random, troubles)}`];
  while (words.length < length) words.push(one(random, random() < 0.15 ? things : plain));
  return `${words.join(' ')}.`;
}

export async function generate(db: Database, landlordId: LandlordId, request: GenerateRequest): Promise<Generated> {
  const { cases, today, seed = 1, eventsEach = 20, openPercent = 10, batch = 500 } = request;
  const staff = Array.from({ length: 12 }, (_, i) => idOf(landlordId, 'staff', i) as StaffId);
  const teams = Array.from({ length: 4 }, (_, i) => idOf(landlordId, 'team', i) as TeamId);
  for (let from = 0; from < cases; from += batch) {
    const count = Math.min(batch, cases - from);
    await inLandlord(
      db,
      landlordId,
      async (trx) => {
        const random = chance(seed * 1_000_003 + from);
        const people = await makePeople(trx, random, landlordId, `${seed}`, from, count);
        const rules = await readRules(trx);
        const references = await takeReferences(trx, today, count);
        const writes = references.map((reference, i): Write => {
          const keeper = newKeeper();
          const open = random() * 100 < openPercent;
          const received = open
            ? addDays(today, -Math.floor(random() * 25))
            : addDays(today, -60 - Math.floor(random() * 1_500));
          const at = people[Math.floor(random() * people.length)] as { person: PersonId; home: HomeId };
          const happened = history({
            random,
            received,
            open,
            today,
            staff,
            teams,
            ...at,
            events: eventsEach,
            keep: keeper.keep,
          });
          return {
            caseId: idOf(landlordId, 'case', seed, from + i) as CaseId,
            expectedVersion: 0,
            reference,
            happened,
            recordedBy: { staff: one(random, staff) },
            recordedAt: `${received}T09:30:00.000Z`,
            words: keeper.kept,
          };
        });
        const done = await append(trx, landlordId, writes, { rules });
        if (!done.ok) throw new Error('this landlord has these cases already');
      },
      { statementTimeoutMs: 0 },
    );
    request.told?.(from + count);
  }
  return { staff, teams };
}

async function makePeople(trx: Trx, random: Random, landlordId: LandlordId, seed: string, from: number, cases: number) {
  const rows = Array.from({ length: Math.max(1, Math.ceil(cases * 0.7)) }, (_, i) => {
    const name = `${one(random, first)} ${one(random, last)}`;
    const postcode = `ZZ${1 + Math.floor(random() * 20)} ${1 + Math.floor(random() * 9)}AB`;
    return {
      person: idOf(landlordId, 'person', seed, from + i),
      home: idOf(landlordId, 'home', seed, from + i),
      way: idOf(landlordId, 'way', seed, from + i),
      name,
      email: `${name.toLowerCase().replace(' ', '.')}${from + i}@example.org`,
      address: `${1 + Math.floor(random() * 240)} ${one(random, streets)} ${one(random, ['Road', 'Street', 'Close', 'House'])}`,
      postcode,
      area: one(random, areas),
    };
  });
  const json = JSON.stringify(rows);
  const shape = sql`json_to_recordset(${json}::json) as r
    (person uuid, home uuid, way uuid, name text, email text, address text, postcode text, area text)`;
  await sql`insert into person (landlord_id, id, name) select ${landlordId}::uuid, person, name from ${shape}`.execute(
    trx,
  );
  await sql`insert into person_way (landlord_id, person_id, id, kind, value)
    select ${landlordId}::uuid, person, way, 'email', email from ${shape}`.execute(trx);
  await sql`insert into home (landlord_id, id, address, postcode, tenure, area)
    select ${landlordId}::uuid, home, address, postcode, 'LCRA', area from ${shape}`.execute(trx);
  return rows.map((row) => ({ person: row.person as PersonId, home: row.home as HomeId }));
}

interface Telling {
  readonly random: Random;
  readonly received: Day;
  readonly open: boolean;
  readonly today: Day;
  readonly staff: readonly StaffId[];
  readonly teams: readonly TeamId[];
  readonly person: PersonId;
  readonly home: HomeId;
  readonly events: number;
  readonly keep: (text: string) => Words;
}

function history(t: Telling): Happened[] {
  const { random, keep } = t;
  const say = (length = 12) => keep(sentence(random, length));
  const points = [0, 1].map((n) => idOf(t.person, t.received, random(), n) as PointId);
  const handler = one(random, t.staff);
  const told: Happened[] = [];
  const put = (after: number, what: Happening) => {
    const on = addDays(t.received, after);
    told.push({ what, on: on > t.today ? t.today : on });
  };
  put(0, {
    type: 'Received',
    channel: one(random, ['email', 'phone', 'web-form', 'letter']),
    firstHeardBy: one(random, ['complaints-team', 'other-staff', 'contractor']),
    words: say(70),
    files: [],
    person: t.person,
    home: t.home,
    tenure: 'LCRA',
    group: [],
    hazards: random() < 0.1 ? ['damp-and-mould'] : [],
  });
  const untouched = t.open && random() < 0.1;
  if (!untouched) {
    put(0, { type: 'ChoiceToComplainOffered', answer: 'complain', how: 'phone', note: null });
    put(1, {
      type: 'Logged',
      kind: 'complaint',
      area: one(random, areas),
      category: one(random, categories),
      hazards: [],
      triage: { complexity: random() < 0.3 ? 'complex' : 'simple', atRisk: random() < 0.05, earlyAnswer: false },
    });
    for (const point of points)
      put(1, { type: 'PointRaised', point, words: say(20), since: null, by: t.person, stage: 1 });
    put(1, { type: 'Assigned', stage: 1, to: handler, team: one(random, t.teams) });
  }
  if (!untouched && (!t.open || random() < 0.7)) {
    for (const point of points)
      put(3, {
        type: 'PointDefined',
        point,
        understanding: say(25),
        outcomeSought: say(10),
        area: null,
        category: one(random, categories),
        whose: 'ours',
      });
    put(3, { type: 'Acknowledged', stage: 1, how: 'email', letter: null, note: say(15), ombudsmanDetails: true });
    put(3, { type: 'DefinitionSetOut', stage: 1, points, letter: null });
    put(5, { type: 'PositionHeard', stage: 1, from: { person: t.person }, words: say(40) });
  }
  if (!t.open) {
    const answered = random() < 0.85 ? 12 : 24;
    const finding = one<Finding>(random, ['upheld', 'partly-upheld', 'not-upheld']);
    for (const point of points)
      put(answered - 1, {
        type: 'PointDecided',
        stage: 1,
        point,
        finding,
        reasons: say(50),
        reliedOn: [{ kind: 'policy', words: say(6) }],
      });
    const remedy = idOf(points[0] ?? '', 'remedy') as RemedyId;
    put(answered, {
      type: 'RemedyOffered',
      remedy,
      stage: 1,
      kind: 'financial',
      points,
      words: say(8),
      pence: 5_000,
      dueOn: null,
    });
    const promise = idOf(points[0] ?? '', 'promise') as PromiseId;
    put(answered, {
      type: 'ActionPromised',
      promise,
      stage: 1,
      points,
      words: say(12),
      owner: handler,
      team: null,
      dueOn: addDays(t.received, 40),
      agreedWithResident: true,
    });
    put(answered, {
      type: 'ResponseSent',
      stage: 1,
      how: 'email',
      letter: null,
      involved: [handler],
      outcome: finding,
    });
    // As landlords do: a case whose money is not paid stays on the list, and old ones are not all on it.
    put(answered + 5, { type: 'CompensationPaid', remedy, pence: 5_000, how: 'bank-transfer', proof: null });
    if (random() < 0.97) put(38, { type: 'ActionDone', promise, proof: say(8), files: [] });
  }
  while (told.length < t.events) put(6, { type: 'NoteMade', words: say(15 + Math.floor(random() * 25)), files: [] });
  return told.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
