/** A second person approves an answer: what they read is what goes out, and only who may approve does. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noFailing } from '../../src/complaint/cause-list.js';
import { inTurn } from '../../src/complaint/in-turn.js';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { mayRecordLearning } from '../../src/complaint/may/record-learning.js';
import { inLandlord } from '../../src/store/database.js';
import { writeApproval } from '../../src/store/landlord-settings.js';
import { caseFile, did, newCase } from '../support/cases-for-screens.js';
import { foundIn } from '../support/found-in.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
  await inLandlord(web.db, web.landlordId, (trx) => writeApproval(trx, { stage1: true, stage2: true }));
});
after(() => web.close());

/** A complaint that waits for nothing but its answer. */
async function readyToAnswer(): Promise<string> {
  const reference = await newCase(web, { defined: true });
  await did(web, reference, (c, context) => {
    const on = context.today;
    const point = c.points[0]?.id as never;
    return inTurn(c, context, [
      (now) =>
        mayAcknowledge(
          now,
          { on, stage: 1, how: 'email', note: null, definitionSetOut: true, ombudsmanDetails: true, letter: null },
          context,
        ),
      (now) =>
        mayDecidePoint(
          now,
          { on, stage: 1, point, finding: 'not-upheld', reasons: 'We came on the day we said.', reliedOn: [] },
          context,
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
    ]);
  });
  return reference;
}

const decide = (visitor: Visitor, letter: string, what: 'ask' | 'approve') =>
  visitor.get(`${letter}/approve`).then(() => visitor.send({ do: what }));
const sends = (visitor: Visitor, letter: string) =>
  visitor.get(`${letter}/send`).then(() => visitor.send({ how: 'post' }));

test('a letter goes out as it was approved: written on, or the case moved, it is approved again first', async () => {
  const reference = await readyToAnswer();
  const [officer, manager, investigator] = [
    await web.visitor('officer'),
    await web.visitor('manager'),
    await web.visitor('investigator'),
  ];
  await officer.get(`/cases/${reference}/respond`);
  const written = await officer.send({});
  const letter = written.path;
  assert.match(letter, /\/letters\//, written.text);
  assert.match((await sends(officer, letter)).text, /A second person has to approve this answer/);

  assert.match((await decide(officer, letter, 'ask')).text, /A second person is asked/);
  // By its address, past the button that an investigator is not shown.
  const { version } = (await caseFile(web, reference)).case;
  const { html } = await investigator.get(letter);
  const forged = await investigator.post(`${letter}/approve`, {
    _csrf: foundIn(/name="_csrf" value="([^"]+)"/, html),
    draftVersion: '1',
    version: String(version),
    do: 'approve',
  });
  assert.match(forged.text, /Your role does not let you approve answers/);
  assert.match((await decide(manager, letter, 'approve')).text, /Approved\./);

  // The officer writes on after the approval.
  const open = await officer.get(letter);
  const place = foundIn(/name="(place-reasons[^"]*)"/, open.html);
  assert.notEqual(place, '', open.text);
  await officer.send({ [place]: 'Words that nobody has approved.' });
  assert.match((await sends(officer, letter)).text, /changed since it was approved/);

  await decide(officer, letter, 'ask');
  await decide(manager, letter, 'approve');
  // What is offered is in the letter, so it changes with it.
  await did(web, reference, (c, context) =>
    mayOfferRemedy(
      c,
      { on: context.today, stage: 1, kind: 'apology', points: [], text: 'We are sorry.', pence: null, dueOn: null },
      context,
    ),
  );
  assert.match((await sends(officer, letter)).text, /changed since it was approved/);
  assert.match((await officer.get(`${letter}/approve`)).text, /The case has changed since it was approved/);
  await officer.send({ do: 'ask' });
  await decide(manager, letter, 'approve');
  const sent = await sends(officer, letter);
  assert.match(sent.path, /\/letters$/, sent.text);
  assert.equal((await caseFile(web, reference)).case.standing.is, 'answered');
});
