import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayAnswerRequest } from '../../src/complaint/may/answer-request.js';
import { mayDivideContact } from '../../src/complaint/may/divide-contact.js';
import { mayIdentifyHome } from '../../src/complaint/may/identify-home.js';
import { mayIdentifyResident } from '../../src/complaint/may/identify-resident.js';
import { mayLog } from '../../src/complaint/may/log.js';
import { mayOfferChoice } from '../../src/complaint/may/offer-choice.js';
import { mayRaiseComplaint } from '../../src/complaint/may/raise-complaint.js';
import { mayReceive } from '../../src/complaint/may/receive.js';
import { mayReceiveMessage } from '../../src/complaint/may/receive-message.js';
import { day } from '../../src/facts/days.js';
import type { HomeId, PersonId } from '../../src/facts/happened.js';
import { aComplaint, aContact, aLog, resident } from './story.js';

const mp = 'mp' as PersonId;
const choice = { how: 'phone', note: null } as const;

test('a contact waits for neither a name nor an address, and both may come later', () => {
  aContact({ received: '2026-03-02', person: null, tenure: 'unknown' })
    .stands('to-triage')
    .due('stage-1-acknowledgement', '2026-03-09')
    .does(mayIdentifyResident, { person: resident })
    .cannot(mayIdentifyResident, { person: resident }, 'already-known')
    .does(mayIdentifyHome, { home: 'home' as HomeId, tenure: 'LCRA' })
    .logs()
    .stands('to-acknowledge', 1);
});

test('nothing is received after today or without a word, and a past day is fine', () => {
  const s = aContact({ received: '2026-03-02', today: '2026-03-05' });
  const contact = {
    on: day('2026-03-06'),
    channel: 'phone',
    firstHeardBy: 'other-staff',
    text: ' ',
    files: [],
    person: null,
    home: null,
    tenure: 'unknown',
    group: [],
    hazards: [],
    sender: null,
    earlier: null,
  } as const;
  const decision = mayReceive(contact, s.context());
  assert.deepEqual(decision.ok ? [] : decision.refusals.map((r) => r.code), ['in-the-future', 'text-missing']);
  assert.equal(mayReceive({ ...contact, on: day('2026-03-01'), text: 'Cold' }, s.context()).ok, true);
});

test('an MP writes for a tenant: it is filed as nothing before the tenant has chosen, then as a complaint with the MP as representative', () => {
  const s = aContact({
    received: '2026-03-02',
    channel: 'letter',
    sender: { person: mp, role: 'mp', authority: 'elected-member' },
    text: 'My constituent has had no heating for six weeks',
  });
  s.cannot(mayLog, { ...aLog, kind: 'mp-enquiry' }, 'choice-not-offered')
    .does(mayOfferChoice, { ...choice, answer: 'no-answer-yet' })
    .cannot(mayLog, { ...aLog, kind: 'mp-enquiry' }, 'choice-not-answered')
    .on('2026-03-05')
    .does(mayOfferChoice, { ...choice, answer: 'complain' })
    .cannot(mayLog, { ...aLog, kind: 'mp-enquiry' }, 'chose-to-complain')
    .logs()
    .stands('to-acknowledge', 1)
    .due('stage-1-acknowledgement', '2026-03-09');
  assert.deepEqual(
    s.case.representatives.map((r) => [r.person, r.role]),
    [[mp, 'mp']],
  );
});

test('an enquiry that voices no resident’s dissatisfaction is simply logged', () => {
  aContact({ received: '2026-03-02' })
    .logs({ kind: 'councillor-enquiry', voicesDissatisfaction: false, triage: null })
    .stands('noted')
    .noClock('stage-1-acknowledgement');
});

test('a resident who chose not to complain is not logged as a complaint against their will', () => {
  aContact({ received: '2026-03-02' })
    .does(mayOfferChoice, { ...choice, answer: 'not-complain' })
    .cannot(mayLog, aLog, 'chose-not-to-complain')
    .logs({ kind: 'service-request' })
    .stands('request-open');
});

test('a service request that disappoints becomes a complaint from the day that was said, and the request runs on', () => {
  const s = aContact({ received: '2026-02-16', text: 'The tap drips' })
    .logs({ kind: 'service-request', voicesDissatisfaction: false })
    .on('2026-03-04')
    .does(mayRaiseComplaint, {
      on: '2026-03-02',
      channel: 'phone',
      firstHeardBy: 'contractor',
      text: 'Three visits and it still drips',
      files: [],
      log: {
        area: 'Repairs',
        category: null,
        hazards: [],
        triage: { complexity: 'simple', atRisk: false, earlyAnswer: true },
      },
    })
    .warns(/must not stop/)
    .stands('request-open');
  const complaint = s.opened().stands('to-acknowledge', 1).due('stage-1-acknowledgement', '2026-03-09');
  assert.equal(complaint.case.receivedOn, '2026-03-02');
  assert.equal(complaint.case.loggedOn, '2026-03-04');
  assert.equal(complaint.case.person, resident);
  assert.equal(complaint.case.links[0]?.relation, 'request-behind-this-complaint');
  assert.equal(s.case.links[0]?.relation, 'complaint-about-this-request');
  s.on('2026-03-09')
    .does(mayAnswerRequest, { text: 'The tap has a new washer', how: 'phone' })
    .stands('request-answered')
    .cannot(mayAnswerRequest, { text: 'Again', how: 'phone' }, 'already-answered');
});

test('dissatisfaction with the answer to a request becomes a complaint too', () => {
  aContact({ received: '2026-02-16' })
    .logs({ kind: 'service-request', voicesDissatisfaction: false })
    .does(mayAnswerRequest, { text: 'Done', how: 'phone' })
    .on('2026-03-02')
    .does(mayOfferChoice, { ...choice, answer: 'complain' })
    .warns(/raise the complaint from this case/)
    .does(mayRaiseComplaint, {
      channel: 'email',
      firstHeardBy: 'complaints-team',
      text: 'It is not done',
      files: [],
      log: null,
    })
    .opened()
    .stands('to-triage')
    .logs()
    .due('stage-1-acknowledgement', '2026-03-09');
});

test('a complaint by a contractor’s tenant through the contractor is the landlord’s from that day', () => {
  const contractor = 'contractor' as PersonId;
  const s = aComplaint({
    received: '2026-03-02',
    today: '2026-03-06',
    firstHeardBy: 'contractor',
    channel: 'in-person',
    sender: { person: contractor, role: 'other', authority: 'asked' },
  });
  s.due('stage-1-acknowledgement', '2026-03-09').acknowledges().state('stage-1-acknowledgement', 'met');
  assert.equal(s.case.firstHeardBy, 'contractor');
});

test('one message of several matters becomes linked cases of one day of receipt', () => {
  const s = aContact({ received: '2026-03-02' })
    .on('2026-03-04')
    .does(mayDivideContact, { others: [{ text: 'And the neighbour’s music' }, { text: 'And the service charge' }] });
  assert.deepEqual(
    s.openings.map((o) => o.case.receivedOn),
    ['2026-03-02', '2026-03-02'],
  );
  s.opened().logs().due('stage-1-acknowledgement', '2026-03-09');
  s.logs().cannot(mayDivideContact, { others: [{ text: 'More' }] }, 'already-logged');
});

test('dissatisfaction in a survey is logged as a complaint with a warning to make sure of it', () => {
  aContact({ received: '2026-03-02', channel: 'survey' })
    .logs()
    .warns(/survey/);
});

test('a complaint is triaged as it is logged, and logged once', () => {
  aContact({ received: '2026-03-02' })
    .cannot(mayLog, { ...aLog, triage: null }, 'triage-missing')
    .logs({ triage: { complexity: 'complex', atRisk: true, earlyAnswer: false } })
    .warns(/at risk/)
    .cannot(mayLog, aLog, 'already-logged');
});

test('a message on an open case stays with it, and after the answer it may be a request for stage 2', () => {
  const message = { channel: 'email', from: resident, text: 'Any news?', files: [] } as const;
  const s = aComplaint({ received: '2026-03-02' })
    .does(mayReceiveMessage, message)
    .noWarning()
    .acknowledges()
    .answers();
  s.does(mayReceiveMessage, message).warns(/record a request for stage 2/);
  assert.equal(s.openings.length, 0);
});
