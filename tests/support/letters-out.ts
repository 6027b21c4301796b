/** A complaint whose acknowledgement is sent, as the screen does it, by any way; for tests of how letters leave. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayDraftLetter } from '../../src/complaint/may/draft-letter.js';
import { allow } from '../../src/complaint/refusals.js';
import type { CaseId, LetterId, PersonId, PointId } from '../../src/facts/happened.js';
import { clocksOnceSent } from '../../src/letters/once-sent.js';
import type { LetterInput } from '../../src/letters/words.js';
import { finishLetter, layDown, letterOut } from '../../src/post/finished-letter.js';
import { act, openCase } from '../../src/store/act.js';
import { openFile, readHistory } from '../../src/store/case-file.js';
import { inLandlord, type LandlordId } from '../../src/store/database.js';
import { readLetterhead } from '../../src/store/landlord-settings.js';
import { type LetterWay, readSending, recordSending } from '../../src/store/letter-sendings.js';
import { beginDraft } from '../../src/store/letters.js';
import { makePerson } from '../../src/store/people.js';
import { readRules } from '../../src/store/rules.js';
import { addStaff } from '../../src/store/staff.js';
import { londonDay } from '../../src/store/today.js';
import { joel, logged, maya, officer, received, type Setting } from '../store/landlord.js';

export interface Left {
  readonly caseId: CaseId;
  readonly person: PersonId;
  readonly seq: number;
  readonly letter: LetterId;
}

export async function staffOf(s: Setting, landlord: LandlordId): Promise<void> {
  await inLandlord(s.db, landlord, async (trx) => {
    await addStaff(trx, { id: maya, name: 'Maya Roy', email: 'maya@example.org', roles: ['officer'] });
    await addStaff(trx, { id: joel, name: 'Joel Ames', email: 'joel@example.org', roles: ['manager'] });
  });
}

/** The acknowledgement of a complaint received on Monday 2 March 2026, let go at `now`. */
export async function letterLetGo(
  s: Setting,
  landlord: LandlordId,
  how: {
    readonly way: LetterWay;
    readonly now: Date;
    readonly address?: string;
    readonly held?: string;
    readonly plain?: boolean;
  },
): Promise<Left> {
  const { way, now } = how;
  const byEmail = way === 'smtp' || way === 'notify-email';
  const address = how.address ?? 'amina@example.org';
  const person = await inLandlord(s.db, landlord, (trx) =>
    makePerson(trx, { name: 'Amina Begum', ways: [{ kind: 'email', value: address }] }),
  );
  const point = randomUUID() as PointId;
  const opened = await openCase(s.db, officer(landlord), { now: new Date('2026-03-02T09:00:00.000Z') }, (context) => {
    const first = received(context.keep('The tap drips.'));
    return allow([
      first.what.type === 'Received' ? { ...first, what: { ...first.what, person } } : first,
      logged(),
      {
        on: logged().on,
        what: { type: 'PointRaised', point, words: context.keep('The tap drips.'), since: null, by: person, stage: 1 },
      },
      {
        on: logged().on,
        what: {
          type: 'PointDefined',
          point,
          understanding: context.keep('The kitchen tap drips'),
          outcomeSought: context.keep('A tap that does not drip'),
          area: null,
          category: null,
          whose: 'ours',
        },
      },
      { on: logged().on, what: { type: 'Assigned', stage: 1, to: maya, team: null } },
    ]);
  });
  assert.ok(opened.is === 'done');
  const { caseId } = opened;
  const letter = randomUUID() as LetterId;
  const matter = { kind: 'acknowledgement' } as const;
  const drafted = await act(
    s.db,
    officer(landlord),
    {
      ref: caseId,
      expectedVersion: null,
      now,
      also: (trx) => beginDraft(trx, { letter, caseId, matter, to: person, as: 'resident', by: maya, now }),
    },
    (file, context) =>
      mayDraftLetter(file.case, { on: context.today, letter, kind: 'acknowledgement', stage: 1 }, context),
  );
  assert.equal(drafted.is, 'done', JSON.stringify(drafted));
  const finished = await inLandlord(s.db, landlord, async (trx) => {
    const history = await readHistory(trx, caseId);
    assert.ok(history);
    const file = await openFile(trx, history);
    const today = londonDay(now);
    const input: LetterInput = {
      matter,
      case: file.case,
      clocks: clocksOnceSent(file.case, matter, await readRules(trx), today),
      letterhead: await readLetterhead(trx),
      to: {
        person,
        as: 'resident',
        name: 'Amina Begum',
        salutation: null,
        address: ['2 Low Road', 'Ashdown', 'AB1 2CD'],
        actsFor: null,
        adjustments: [],
        language: 'en',
      },
      signedBy: { name: 'Maya Roy', job: 'Complaints officer', phone: null, email: null },
      today,
      say: file.say,
    };
    return finishLetter(input, {});
  });
  const laid = await layDown(s.files, landlord, finished.letter);
  assert.ok(laid.ok);
  let seq = 0;
  const sent = byEmail ? 'email' : way === 'by-hand' ? 'by-hand' : 'post';
  const outcome = await act(
    s.db,
    officer(landlord),
    {
      ref: caseId,
      expectedVersion: null,
      now,
      also: async (trx, done) => {
        await recordSending(trx, done, {
          letter,
          address: byEmail ? address : null,
          recipient: 'Amina Begum',
          subject: `${finished.letter.title} (${finished.letter.reference})`,
          body: finished.text,
          domain: 'ashdown.example',
          way,
          held: how.held ?? null,
          plain: how.plain ?? false,
        });
        seq = done.version;
      },
    },
    async (file, context, trx) =>
      mayAcknowledge(
        file.case,
        {
          on: context.today,
          stage: 1,
          how: sent,
          note: null,
          definitionSetOut: true,
          ombudsmanDetails: true,
          letter: await letterOut(trx, s.files, { id: letter, finished, stored: laid.stored, how: sent }),
        },
        context,
      ),
  );
  assert.equal(outcome.is, 'done', JSON.stringify(outcome));
  return { caseId, person, seq, letter };
}

/** The case, and what became of the letter, as they stand. */
export async function standing(s: Setting, landlord: LandlordId, left: Left) {
  return inLandlord(s.db, landlord, async (trx) => {
    const history = await readHistory(trx, left.caseId);
    assert.ok(history);
    const { case: c } = await openFile(trx, history);
    const sending = await readSending(trx, left.caseId, left.seq);
    assert.ok(sending !== null);
    return { case: c, acknowledgedOn: c.stages[1]?.acknowledgedOn ?? null, sending };
  });
}
