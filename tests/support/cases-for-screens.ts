/** Cases to show screens on: opened and moved on by the decisions themselves, recorded by the store. */
import assert from 'node:assert/strict';
import type { Case } from '../../src/complaint/case.js';
import { noFailing } from '../../src/complaint/cause-list.js';
import { inTurn } from '../../src/complaint/in-turn.js';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayDefinePoint } from '../../src/complaint/may/define-point.js';
import { mayEscalate } from '../../src/complaint/may/escalate.js';
import { mayLog } from '../../src/complaint/may/log.js';
import { mayReceive } from '../../src/complaint/may/receive.js';
import { mayRecordLearning } from '../../src/complaint/may/record-learning.js';
import { mayRespond } from '../../src/complaint/may/respond.js';
import { ownPoints, standingPoints } from '../../src/complaint/points.js';
import type { Context, Decision, Role } from '../../src/complaint/refusals.js';
import type { Day } from '../../src/facts/days.js';
import type { Kind } from '../../src/facts/happened.js';
import { act, openCase } from '../../src/store/act.js';
import { type CaseFile, readCase } from '../../src/store/case-file.js';
import { inLandlord } from '../../src/store/database.js';
import { makePerson } from '../../src/store/people.js';
import { roles } from '../../src/store/staff.js';
import type { TestWeb } from './web.js';

export interface CaseWanted {
  readonly text?: string;
  /** Null: triage is still to come. */
  readonly kind?: Kind | null;
  /** The points, in the resident's words; a complaint without any has one of all that was said. */
  readonly points?: readonly string[];
  /** The resident; null: nobody is named. */
  readonly name?: string | null;
  readonly on?: Day;
  /** Every point is defined, too. */
  readonly defined?: boolean;
}

/** The reference of a new case. */
export async function newCase(web: TestWeb, wanted: CaseWanted = {}): Promise<string> {
  const { text = 'Damp in my bedroom since January and nobody came', kind = 'complaint', points = [] } = wanted;
  const outcome = await openCase(web.db, whoIs(web, 'officer'), { now: new Date() }, async (context, trx) => {
    const on = wanted.on ?? context.today;
    const name = wanted.name === undefined ? 'Rosa Whitby' : wanted.name;
    const person = name === null ? null : await makePerson(trx, { name });
    return mayReceive(
      {
        on,
        channel: 'phone',
        firstHeardBy: 'complaints-team',
        text,
        files: [],
        person,
        home: null,
        tenure: 'unknown',
        group: [],
        hazards: [],
        sender: null,
        earlier: null,
      },
      context,
    );
  });
  assert.equal(outcome.is, 'done', JSON.stringify(outcome));
  if (kind !== null)
    await did(web, outcome.reference, (c, context) =>
      mayLog(
        c,
        {
          on: wanted.on ?? context.today,
          kind,
          area: null,
          category: null,
          hazards: [],
          triage: kind === 'complaint' ? { complexity: 'simple', atRisk: false, earlyAnswer: false } : null,
          voicesDissatisfaction: kind === 'complaint',
          points: points.map((one) => ({ text: one, since: null })),
        },
        context,
      ),
    );
  if (wanted.defined)
    await did(web, outcome.reference, (c, context) =>
      inTurn(
        c,
        context,
        standingPoints(c, 1).map(
          (point) => (now) =>
            mayDefinePoint(
              now,
              {
                on: wanted.on ?? context.today,
                stage: 1,
                point: point.id,
                understanding: `We understand point ${point.number}`,
                outcomeSought: 'That it is put right',
                area: null,
                category: null,
                whose: 'ours',
              },
              context,
            ),
        ),
      ),
    );
  return outcome.reference;
}

/** Takes a case whose points are defined to its stage 1 answer: acknowledged, each point decided, learnt from, answered. */
export async function answered(web: TestWeb, reference: string): Promise<void> {
  await did(
    web,
    reference,
    (c, context) => {
      const on = context.today;
      return inTurn(c, context, [
        (now) =>
          mayAcknowledge(
            now,
            { on, stage: 1, how: 'email', note: null, definitionSetOut: true, ombudsmanDetails: true, letter: null },
            context,
          ),
        ...ownPoints(c, 1).map(
          (point) => (now: Case) =>
            mayDecidePoint(
              now,
              { on, stage: 1, point: point.id, finding: 'not-upheld', reasons: 'Nothing was late', reliedOn: [] },
              context,
            ),
        ),
        (now) =>
          mayRecordLearning(
            now,
            {
              on,
              stage: 1,
              learning: null,
              text: 'Nothing went wrong',
              cause: { cause: noFailing, points: [], text: 'Nothing was late' },
            },
            context,
          ),
        (now) => mayRespond(now, { on, how: 'email', letter: null, involved: [], approvalNeeded: false }, context),
      ]);
    },
    'investigator',
  );
}

/** Stage 1 answered by the investigator, and stage 2 asked for on every point. */
export async function escalated(web: TestWeb, reference: string): Promise<void> {
  await answered(web, reference);
  await did(web, reference, (c, context) =>
    mayEscalate(c, { on: context.today, channel: 'phone', from: c.person, points: 'all', text: null }, context),
  );
}

/** Does something to a case that its test takes for granted. */
export async function did(
  web: TestWeb,
  reference: string,
  decide: (c: Case, context: Context) => Decision,
  who: Role = 'officer',
): Promise<void> {
  const outcome = await act(
    web.db,
    whoIs(web, who),
    { ref: reference, expectedVersion: null, now: new Date() },
    (file, context) => decide(file.case, context),
  );
  assert.equal(outcome.is, 'done', outcome.is === 'refused' ? JSON.stringify(outcome.refusals) : outcome.is);
}

export async function caseFile(web: TestWeb, reference: string): Promise<CaseFile> {
  const file = await inLandlord(web.db, web.landlordId, (trx) => readCase(trx, reference));
  assert.ok(file !== null, reference);
  return file;
}

/** What happened last, with its words put in. */
export async function last(web: TestWeb, reference: string) {
  const file = await caseFile(web, reference);
  const entry = file.entries.at(-1);
  assert.ok(entry !== undefined);
  return { ...entry, say: file.say, version: file.case.version, case: file.case };
}

function whoIs(web: TestWeb, role: Role) {
  assert.ok((roles as readonly string[]).includes(role));
  return { landlordId: web.landlordId, staff: web.staff[role], roles: [role] };
}

/** A form with files, sent as a browser would; follows to the page it leads to. */
export async function sendWithFiles(
  web: TestWeb,
  visitor: Awaited<ReturnType<TestWeb['visitor']>>,
  path: string,
  fields: Readonly<Record<string, string>>,
  files: readonly {
    readonly field: string;
    readonly name: string;
    readonly content: string | Uint8Array<ArrayBuffer>;
  }[],
): Promise<{ status: number; html: string; to: string }> {
  const body = new FormData();
  body.set('_csrf', visitor.token());
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  for (const { field, name, content } of files) body.append(field, new Blob([content]), name);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(web.url + path, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
  return { status: response.status, html: await response.text(), to: response.headers.get('location') ?? '' };
}
