/** Messages that the product writes by itself, on a real PostgreSQL and with a real mail server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Logger, runOnce } from 'graphile-worker';
import { runJob } from '../../src/jobs/run-job.js';
import { mailDoor } from '../../src/post/outbound.js';
import { sendMessage } from '../../src/post/send-message.js';
import { sendWaiting } from '../../src/post/send-waiting.js';
import { listAlarms, raiseAlarm, ringAlarm } from '../../src/store/alarms.js';
import { waitingArrivals } from '../../src/store/arrivals.js';
import { inLandlord } from '../../src/store/database.js';
import { jobPool } from '../../src/store/job-runner.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { addOnCallWay } from '../../src/store/on-call.js';
import { claimMessage, type MessageAsked, messagesOf, queueMessage, readMessage } from '../../src/store/outbox.js';
import { addWay, makePerson, type NewWay } from '../../src/store/people.js';
import { peekLink } from '../../src/store/resident-links.js';
import { freshSetting } from '../store/landlord.js';
import { letterLetGo, staffOf } from '../support/letters-out.js';
import { type MailServer, mailServer } from '../support/outgoing-mail.js';

process.env.SMTP_URL = 'smtp://127.0.0.1:9';
const s = await freshSetting();
const now = new Date('2026-03-04T10:00:00.000Z');
const sender = ({ url }: Pick<MailServer, 'url'>) => ({
  db: s.db,
  from: 'Ashdown Homes <complaints@ashdown.example>',
  replyTo: null,
  door: mailDoor(url),
  by: 'smtp' as const,
  address: 'https://complaints.example.org',
  now: () => now,
});
let count = 0;
const asked = (more: Partial<MessageAsked> = {}): MessageAsked => ({
  key: `message-${++count}`,
  purpose: 'receipt',
  caseId: null,
  to: { way: { kind: 'email', value: 'amina@example.org' } },
  subject: 'We have your message',
  body: 'We will write to you again by Wednesday 11 March 2026.',
  now,
  ...more,
});
const queue = (message: MessageAsked) => inLandlord(s.db, s.ours, (trx) => queueMessage(trx, message));
async function queued(more: Partial<MessageAsked> = {}): Promise<string> {
  const made = await queue(asked(more));
  assert.ok(made.is === 'queued', JSON.stringify(made));
  return made.id;
}
const stateOf = async (id: string) => (await inLandlord(s.db, s.ours, (trx) => readMessage(trx, id)))?.state;

test('a receipt leaves once, says that a machine wrote it, and nothing that bounces comes back', async () => {
  const box = await mailServer();
  const message = asked({ subject: 'We have it\r\nBcc: everyone@example.org\u2028X-More: yes' });
  const first = await queue(message);
  assert.deepEqual(await queue(message), first);
  assert.ok(first.is === 'queued');
  assert.equal(await sendMessage(sender(box), s.ours, first.id), 'sent');
  assert.equal(await sendMessage(sender(box), s.ours, first.id), 'nothing-to-do');
  await box.close();
  assert.equal(box.messages.length, 1);
  const { from, to, raw } = box.messages[0] ?? { from: '?', to: [], raw: '' };
  assert.deepEqual([from, to], ['', ['amina@example.org']]);
  assert.match(raw, /^Auto-Submitted: auto-replied\r$/m);
  assert.match(raw, /^Subject: We have it Bcc: everyone@example.org X-More: yes\r$/m);
  assert.doesNotMatch(raw, /^(Bcc|X-More):/im);
  assert.equal(await stateOf(first.id), 'sent');
  const { rows } = await s.admin.query<{ payload: { asked: unknown } }>(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'send-message'`,
  );
  assert.deepEqual(
    rows.map(({ payload }) => payload.asked),
    [{ message: first.id }],
  );
});

test('what is refused, deferred, dropped after it was given or killed on its way is told apart, and nothing leaves twice', async () => {
  const refusing = await mailServer({ refuse: 'amina@example.org' });
  const gone = await queued();
  assert.equal(await sendMessage(sender(refusing), s.ours, gone), 'failed');
  assert.equal(await stateOf(gone), 'failed');
  await refusing.close();

  const busy = await mailServer({ busy: true });
  const later = await queued();
  assert.equal(await sendMessage(sender(busy), s.ours, later), 'later');
  assert.equal(await stateOf(later), 'waiting');
  await busy.close();
  assert.equal(await sendMessage(sender(busy), s.ours, later), 'later');
  const back = await mailServer({ port: busy.port });
  assert.equal(await sendMessage(sender(back), s.ours, later), 'sent');
  await back.close();
  assert.equal(back.messages.length, 1);

  const dropping = await mailServer({ hangUp: true });
  const dropped = await queued();
  assert.equal(await sendMessage(sender(dropping), s.ours, dropped), 'unsure');
  assert.equal(await sendMessage(sender(dropping), s.ours, dropped), 'nothing-to-do');
  await dropping.close();
  assert.equal(dropping.messages.length, 1);

  const killed = await queued();
  await inLandlord(s.db, s.ours, (trx) => claimMessage(trx, killed, 'ashdown.example'));
  assert.equal(
    await sendMessage(sender(back), s.ours, killed),
    'nothing-to-do',
    'somebody may still be waiting for it',
  );
  await s.admin.query(`update outgoing_message set changed_at = now() - interval '1 hour' where id = $1`, [killed]);
  assert.equal(await sendMessage(sender(back), s.ours, killed), 'unsure');
  assert.equal(await stateOf(killed), 'unsure');
});

test('while one job has a message another lets it be, and what the later one said is not overruled by the first', async () => {
  const during = (work: () => Promise<unknown>) => ({
    ...sender({ url: 'smtp://127.0.0.1:9' }),
    door: {
      async deliver() {
        await work();
        return { is: 'sent' as const };
      },
      close: () => {},
    },
  });
  const one = await queued();
  const second: unknown[] = [];
  const meanwhile = async () =>
    second.push(
      await sendMessage(
        during(async () => {}),
        s.ours,
        one,
      ),
    );
  assert.equal(await sendMessage(during(meanwhile), s.ours, one), 'sent');
  assert.deepEqual([second, await stateOf(one)], [['nothing-to-do'], 'sent']);

  const slow = await queued();
  const givenUp = async () => {
    await s.admin.query(`update outgoing_message set changed_at = now() - interval '1 hour' where id = $1`, [slow]);
    assert.equal(
      await sendMessage(
        during(async () => {}),
        s.ours,
        slow,
      ),
      'unsure',
    );
  };
  assert.equal(await sendMessage(during(givenUp), s.ours, slow), 'nothing-to-do');
  assert.equal(await stateOf(slow), 'unsure');
});

test('a person is written to in a way that they agreed to and that is not unsafe, or somebody has to see to it', async () => {
  const reached = async (ways: NewWay[]) => {
    const person = await inLandlord(s.db, s.ours, (trx) => makePerson(trx, { name: 'Amina Begum', ways }));
    const made = await queue(asked({ to: { person } }));
    return made.is === 'queued'
      ? (await inLandlord(s.db, s.ours, (trx) => readMessage(trx, made.id)))?.address
      : made.is;
  };
  const email = (value: string, more: Partial<NewWay> = {}): NewWay => ({ kind: 'email', value, ...more });
  assert.equal(await reached([email('a@example.org'), email('b@example.org', { preferred: true })]), 'b@example.org');
  assert.equal(await reached([email('a@example.org', { standing: 'unsafe', preferred: true })]), 'no-way');
  assert.equal(await reached([email('a@example.org'), email('s@example.org', { standing: 'safe' })]), 's@example.org');
  // Who asked for a safe number alone is not written to elsewhere.
  assert.equal(await reached([email('a@example.org'), { kind: 'phone', value: '01', standing: 'safe' }]), 'no-way');
  assert.equal(await reached([{ kind: 'post', value: '2 Low Road' }]), 'no-way');
});

test('what wakes nobody on call goes to every manager and shows at the emergency; what fails without a case is shown once a day', async () => {
  const box = await mailServer({ refuse: 'duty@example.org' });
  process.env.SMTP_URL = box.url;
  await staffOf(s, s.ours);
  const { caseId } = await letterLetGo(s, s.ours, { way: 'posted', now });
  const rung = await inLandlord(s.db, s.ours, async (trx) => {
    await addOnCallWay(trx, { name: 'Duty', kind: 'email', value: 'duty@example.org' });
    const alarm = await raiseAlarm(trx, caseId, now);
    await ringAlarm(trx, alarm, now, 'https://complaints.example.org');
    return messagesOf(trx, caseId);
  });
  assert.deepEqual(
    rung.map(({ address }) => address),
    ['duty@example.org'],
  );
  assert.equal(await sendMessage(sender(box), s.ours, rung[0]?.id ?? ''), 'failed');
  const [alarm] = await inLandlord(s.db, s.ours, listAlarms);
  assert.equal(alarm?.failed, 1);
  assert.match(alarm?.trouble ?? '', /refused this address/);
  const after = await inLandlord(s.db, s.ours, (trx) => messagesOf(trx, caseId));
  const toManagers = after.filter(({ staff }) => staff !== null);
  assert.deepEqual(
    toManagers.map(({ address, subject }) => [address, subject]),
    [['joel@example.org', rung[0]?.subject]],
  );

  for (const _ of [1, 2]) {
    const draft = await queued({
      purpose: 'draft-link',
      to: { way: { kind: 'email', value: 'duty@example.org' } },
      subject: 'Go on with what you began',
    });
    assert.equal(await sendMessage(sender(box), s.ours, draft), 'failed');
  }
  await box.close();
  const shown = await inLandlord(s.db, s.ours, (trx) => waitingArrivals(trx, { kinds: ['delivery-failed'] }));
  const drafts = shown.filter(({ note }) => /Go on with what you began/.test(note ?? ''));
  assert.equal(drafts.length, 1);
  assert.doesNotMatch(drafts[0]?.note ?? '', /duty@/);
});

test('nothing about a case goes to what somebody of the case marked unsafe, whoever gave it, also when it was queued before', async () => {
  const { caseId, person } = await letterLetGo(s, s.ours, { way: 'posted', now });
  const about = (kind: 'email' | 'text-message', value: string) => asked({ caseId, to: { way: { kind, value } } });
  const before = await queue(about('email', 'partner@example.org'));
  assert.ok(before.is === 'queued');
  await inLandlord(s.db, s.ours, async (trx) => {
    await addWay(trx, person, { kind: 'email', value: 'Partner@example.org', standing: 'unsafe' });
    await addWay(trx, person, { kind: 'phone', value: '07700 900123', standing: 'unsafe' });
  });
  assert.equal((await queue(about('email', 'partner@EXAMPLE.org '))).is, 'no-way');
  assert.equal((await queue(about('text-message', '+447700900123'))).is, 'no-way');
  assert.equal((await queue(about('email', 'amina@example.org'))).is, 'queued');
  assert.equal((await queue({ ...about('email', 'partner@example.org'), caseId: null })).is, 'queued');
  assert.equal(await sendMessage(sender({ url: 'smtp://127.0.0.1:9' }), s.ours, before.id), 'stopped');
});

test('a demonstration’s messages never leave', async () => {
  const demo = await makeLandlord(s.db, { name: 'Osier Vale', demonstration: true });
  const box = await mailServer();
  const made = await inLandlord(s.db, demo, (trx) => queueMessage(trx, asked()));
  assert.ok(made.is === 'queued');
  assert.equal(await sendMessage(sender(box), demo, made.id), 'nothing-to-do');
  assert.equal((await inLandlord(s.db, demo, (trx) => readMessage(trx, made.id)))?.state, 'never');
  await box.close();
  assert.equal(box.messages.length, 0);
});

test('the job itself sends: the link is made as the message leaves, works, and stands in no row', async () => {
  const box = await mailServer();
  process.env.SMTP_URL = box.url;
  const person = await inLandlord(s.db, s.ours, (trx) =>
    makePerson(trx, { name: 'Amina Begum', ways: [{ kind: 'email', value: 'amina@example.org' }] }),
  );
  const id = await queued({
    purpose: 'draft-link',
    to: { person },
    body: 'Go on here: {link}',
    link: { purpose: 'draft', person, about: null, forDays: 30 },
    now: new Date(),
  });
  const pool = jobPool(s.urls.jobs);
  try {
    await runOnce({
      pgPool: pool,
      logger: new Logger(() => () => {}),
      noHandleSignals: true,
      taskList: { 'send-message': async (payload) => void (await runJob(s.db, 'send-message', payload)) },
    });
  } finally {
    await pool.end();
    await box.close();
  }
  assert.equal(await stateOf(id), 'sent');
  const mail = box.messages.find(({ raw }) => raw.includes('Go on here'));
  const [, secret = ''] =
    /\/residents\/ashdown-homes\/link\/([\w-]{22})/.exec(mail?.raw.replaceAll('=\r\n', '') ?? '') ?? [];
  assert.equal(secret.length, 22, mail?.raw);
  const { rows } = await s.admin.query('select * from outgoing_message where id = $1', [id]);
  assert.ok(!JSON.stringify(rows).includes(secret));
  const found = await inLandlord(s.db, s.ours, (trx) => peekLink(trx, secret, new Date()));
  assert.equal(found?.purpose, 'draft');
});

test('an e-mail to somebody with whom plain text was agreed is its text alone', async () => {
  await staffOf(s, s.ours);
  const box = await mailServer();
  for (const plain of [true, false]) {
    const left = await letterLetGo(s, s.ours, { way: 'smtp', now, plain });
    const { by: _, address: __, ...rest } = sender(box);
    await sendWaiting({ ...rest, files: s.files, replyTo: async () => null }, s.ours, left.caseId, left.seq);
  }
  await box.close();
  assert.deepEqual(
    box.messages.map(({ raw }) => /application\/pdf/.test(raw)),
    [false, true],
  );
});
