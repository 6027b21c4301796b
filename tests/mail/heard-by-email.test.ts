/**
 * The whole of it by e-mail alone: the worker reads a real mailbox and writes by a real mail server. A daughter complains for
 * her mother with two matters and a photo, has a receipt, is answered as if it were a request, says that it was not, gets
 * both letters, answers in the thread, asks for stage 2 on one point, is asked whether the repair happened and says no. An
 * officer sees each of these arrive.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import type { Case } from '../../src/complaint/case.js';
import { inTurn } from '../../src/complaint/in-turn.js';
import type { LetterOut } from '../../src/complaint/letter-out.js';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayAuthorise } from '../../src/complaint/may/authorise.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayDefinePoint } from '../../src/complaint/may/define-point.js';
import { mayEscalate } from '../../src/complaint/may/escalate.js';
import { mayIdentifyResident } from '../../src/complaint/may/identify-resident.js';
import { mayLog } from '../../src/complaint/may/log.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { mayRaiseComplaint } from '../../src/complaint/may/raise-complaint.js';
import { mayRaisePoint } from '../../src/complaint/may/raise-point.js';
import { mayRecordLearning } from '../../src/complaint/may/record-learning.js';
import { mayRespond } from '../../src/complaint/may/respond.js';
import { ownPoints, standingPoints } from '../../src/complaint/points.js';
import type { Context, Decision } from '../../src/complaint/refusals.js';
import { addDays } from '../../src/facts/days.js';
import type { CaseId, LetterId } from '../../src/facts/happened.js';
import { askResidents } from '../../src/post/ask-residents.js';
import { act } from '../../src/store/act.js';
import { waitingArrivals } from '../../src/store/arrivals.js';
import { inLandlord } from '../../src/store/database.js';
import { keepSecret } from '../../src/store/landlord-secrets.js';
import { recordSending } from '../../src/store/letter-sendings.js';
import { saveMailbox, secretOf } from '../../src/store/mailboxes.js';
import { queueMessage } from '../../src/store/outbox.js';
import { makePerson } from '../../src/store/people.js';
import { londonDay } from '../../src/store/today.js';
import { verify } from '../../src/store/verify.js';
import { caseFile, did } from '../support/cases-for-screens.js';
import { dovecot, missing } from '../support/debian.js';
import { startMailServer } from '../support/dovecot.js';
import { foundIn } from '../support/found-in.js';
import { type Arrived, mailServer } from '../support/outgoing-mail.js';
import { startWeb } from '../support/web.js';

const carol = 'carol@example.org';
const ours = 'complaints@ashdown.example';
const today = londonDay(new Date());
const on = today;

test('a daughter is heard for her mother by e-mail alone, and an officer sees each thing arrive', {
  skip: missing(dovecot),
  timeout: 120_000,
}, async () => {
  const [imap, smtp] = await Promise.all([startMailServer(), mailServer()]);
  const data = mkdtempSync(join(tmpdir(), 'putright-heard-'));
  const files = join(data, 'files');
  process.env.SMTP_URL = smtp.url;
  process.env.MAIL_FROM = ours;
  const web = await startWeb({ files, sendsMail: true });
  const { ALL, ...environment } = { ...process.env, ALL: '' };
  const worker = spawn(process.execPath, [fileURLToPath(new URL('../../src/jobs/worker.js', import.meta.url))], {
    env: {
      ...environment,
      PUTRIGHT_DATA: data,
      PUTRIGHT_APP_URL: web.database.app,
      PUTRIGHT_JOBS_URL: web.database.jobs,
      PUTRIGHT_ALLOW_HOSTS: '127.0.0.1',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  after(async () => {
    worker.kill('SIGTERM');
    await ended;
    await web.close();
    await Promise.all([imap.stop(), smtp.close()]);
    rmSync(data, { recursive: true, force: true });
  });

  const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);
  await store(async (trx) => {
    const id = await saveMailbox(trx, null, {
      name: 'Complaints',
      host: '127.0.0.1',
      port: imap.port,
      security: 'none',
      folder: 'INBOX',
      userName: ours,
      signIn: 'password',
      tokenUrl: null,
      clientId: null,
      scope: null,
      authservId: null,
      replyAddress: 'complaints+{code}@ashdown.example',
      fromTheBeginning: true,
      pollSeconds: 60,
      reads: true,
    });
    await keepSecret(trx, secretOf(id, 'password'), imap.password);
  });
  const officer = await web.visitor('officer');

  const until = async <T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> => {
    for (let n = 0; n < 600; n++) {
      const found = await look();
      if (found !== undefined) return found;
      await pause(50);
    }
    return assert.fail(`waited in vain: ${what}`);
  };
  /** The next message that leaves for Carol. */
  let had = 0;
  const gets = async (subject: RegExp) => {
    const raw: Arrived = await until(`a message ${subject}`, () => {
      const at = smtp.messages.findIndex((one, n) => n >= had && one.to.includes(carol) && subject.test(one.raw));
      if (at === -1) return undefined;
      had = at + 1;
      return smtp.messages[at];
    });
    return { raw, mail: await PostalMime.parse(raw.raw) };
  };
  const writes = (words: string, headers: readonly string[] = [], more: readonly string[] = []) =>
    imap.deliver(
      ours,
      [
        `Received: from out.example.org by mx.ashdown.example; ${new Date().toUTCString().replace('GMT', '+0000')}`,
        `From: Carol Bell <${carol}>`,
        `Message-ID: <${randomUUID()}@example.org>`,
        ...(more.length === 0 ? [...headers, '', words] : [...headers, ...more]),
        '',
      ].join('\r\n'),
    );
  const replies = (to: Awaited<ReturnType<typeof gets>>, words: string) =>
    writes(`${words}\r\n\r\nOn Monday somebody wrote:\r\n> ${to.mail.text?.split('\n')[0]}`, [
      `To: ${to.mail.replyTo?.[0]?.address ?? ours}`,
      `Subject: Re: ${to.mail.subject}`,
      `In-Reply-To: ${to.mail.messageId}`,
    ]);
  const sees = async (caseId: CaseId, kind: string, words: string) => {
    const arrival = await until(kind, async () =>
      (await store((trx) => waitingArrivals(trx, { caseId }))).find((one) => one.kind === kind),
    );
    assert.equal(arrival.arrivedOn, today);
    assert.match((await officer.get('/arrivals')).text, new RegExp(words));
    assert.match((await officer.get(`/cases/${arrival.reference}`)).text, new RegExp(words));
  };
  const letter = async (
    ref: string,
    subject: string,
    body: string,
    to: Awaited<ReturnType<typeof people>>['daughter'],
    decide: (c: Case, context: Context, out: LetterOut) => Decision,
    role: 'officer' | 'investigator' = 'officer',
  ) => {
    const id = randomUUID() as LetterId;
    const sending = { letter: id, address: carol, recipient: 'Carol Bell', subject, body, domain: 'ashdown.example' };
    const outcome = await act(
      web.db,
      { landlordId: web.landlordId, staff: web.staff[role], roles: [role] },
      {
        ref,
        expectedVersion: null,
        now: new Date(),
        also: (trx, done) => recordSending(trx, done, { ...sending, way: 'smtp' }),
      },
      (file, context) =>
        decide(file.case, context, { id, text: body, bytes: null, to: [to], how: 'email', missing: [] }),
    );
    assert.equal(outcome.is, 'done', outcome.is === 'refused' ? JSON.stringify(outcome.refusals) : outcome.is);
  };
  const people = () =>
    store(async (trx) => ({
      mother: await makePerson(trx, { name: 'Edith Bell' }),
      daughter: await makePerson(trx, { name: 'Carol Bell', ways: [{ kind: 'email', value: carol }] }),
    }));

  // She complains, with a photo, and has a receipt that quotes nothing and answers to nobody.
  await writes(
    '',
    [`To: ${ours}`, 'Subject: My mother at 14 Mill Row'],
    [
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=xx',
      '',
      '--xx',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'I write for my mother, Edith Bell. The bedroom ceiling is black with damp. And nobody came on the two days that were promised. We are fed up.',
      '',
      '--xx',
      'Content-Type: image/png; name=ceiling.png',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename=ceiling.png',
      '',
      png,
      '--xx--',
    ],
  );
  const receipt = await gets(/We have your email/);
  assert.equal(receipt.raw.from, '');
  assert.match(receipt.raw.raw, /^Auto-Submitted: auto-replied/im);
  assert.doesNotMatch(receipt.raw.raw, /damp|Mill Row|fed up/);
  const ref = foundIn(/CMP-\d\d-\d{5}/, receipt.mail.subject ?? '');
  const request = await caseFile(web, ref);
  assert.equal(request.case.receivedOn, today);
  assert.match(request.say(request.case.words) ?? '', /black with damp/);
  assert.ok([...request.documents.values()].some(({ name }) => name === 'ceiling.png'));
  assert.match((await officer.get(`/cases/${ref}`)).text, /black with damp/);

  // The officer learns who they are, and mistakes it for a request.
  const { mother, daughter } = await people();
  const authorised = (c: Case, context: Context) =>
    mayAuthorise(
      c,
      {
        on,
        person: daughter,
        role: 'family-or-friend',
        authority: 'resident-told-us',
        evidence: null,
        until: null,
        note: null,
      },
      context,
    );
  await did(web, ref, (c, context) =>
    inTurn(c, context, [
      (now) => mayIdentifyResident(now, { on, person: mother }, context),
      (now) => authorised(now, context),
      (now) =>
        mayLog(
          now,
          {
            on,
            kind: 'service-request',
            area: null,
            category: null,
            hazards: [],
            triage: null,
            voicesDissatisfaction: false,
            points: [],
          },
          context,
        ),
    ]),
  );
  await store((trx) =>
    queueMessage(trx, {
      key: 'told',
      purpose: 'update',
      caseId: request.case.id,
      to: { person: daughter },
      subject: `What you asked for: ${ref}`,
      body: 'We have logged it as a request for a service.',
      now: new Date(),
    }),
  );
  const told = await gets(/What you asked for/);
  assert.match(told.mail.replyTo?.[0]?.address ?? '', /^complaints\+[a-z2-7]{16}@ashdown\.example$/);
  await replies(told, 'This was not a service request. We are complaining about how it was handled.');
  await sees(request.case.id, 'possible-complaint', 'Perhaps a complaint');
  await did(web, ref, (c, context) =>
    mayRaiseComplaint(
      c,
      {
        on,
        channel: 'email',
        firstHeardBy: 'complaints-team',
        text: 'The ceiling is black with damp, and nobody came.',
        files: [],
        log: {
          area: null,
          category: null,
          hazards: [],
          triage: { complexity: 'simple', atRisk: false, earlyAnswer: false },
        },
      },
      context,
    ),
  );
  const caseId = (await caseFile(web, ref)).case.links.at(-1)?.to as CaseId;
  const complaint = (await caseFile(web, caseId)).case.reference;
  const known = (await caseFile(web, caseId)).case;
  if (known.representatives.length === 0) await did(web, complaint, authorised);
  if (standingPoints(known, 1).length < 2)
    await did(web, complaint, (c, context) =>
      mayRaisePoint(
        c,
        {
          on,
          text: 'Nobody came on the two days',
          since: null,
          by: daughter,
          channel: 'email',
          firstHeardBy: 'complaints-team',
          goes: { where: 'joins' },
        },
        context,
      ),
    );
  await did(web, complaint, (c, context) =>
    inTurn(
      c,
      context,
      standingPoints(c, 1).map(
        (point) => (now) =>
          mayDefinePoint(
            now,
            {
              on,
              stage: 1,
              point: point.id,
              understanding: `Point ${point.number}`,
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

  // Both letters leave by SMTP; she answers the first in its thread.
  await letter(
    complaint,
    `We have your complaint: ${complaint}`,
    'We confirm your complaint of two points.',
    daughter,
    (c, context, out) =>
      mayAcknowledge(
        c,
        { on, stage: 1, how: 'email', note: null, definitionSetOut: true, ombudsmanDetails: true, letter: out },
        context,
      ),
  );
  const acknowledged = await gets(/We have your complaint/);
  await replies(acknowledged, 'Thank you. Both points are as I meant them.');
  await sees(caseId, 'message', 'Message');
  assert.match((await officer.get(`/cases/${complaint}/messages`)).text, /Both points are as I meant them/);
  await did(
    web,
    complaint,
    (c, context) =>
      inTurn(c, context, [
        ...ownPoints(c, 1).map(
          (point) => (now: Case) =>
            mayDecidePoint(
              now,
              { on, stage: 1, point: point.id, finding: 'upheld', reasons: 'It was late', reliedOn: [] },
              context,
            ),
        ),
        (now) =>
          mayPromiseAction(
            now,
            {
              on,
              stage: 1,
              points: [ownPoints(c, 1)[0]?.id ?? ('' as never)],
              text: 'Mend the ceiling',
              owner: web.staff.officer,
              team: null,
              dueOn: addDays(today, 7),
              agreedWithResident: true,
            },
            context,
          ),
        (now) =>
          mayRecordLearning(
            now,
            {
              on,
              stage: 1,
              learning: null,
              text: 'Nothing new',
              cause: { cause: 'Delay by us', points: [], text: null },
            },
            context,
          ),
      ]),
    'investigator',
  );
  await letter(
    complaint,
    `Our answer at stage 1: ${complaint}`,
    'We mend the ceiling by next week.',
    daughter,
    (c, context, out) => mayRespond(c, { on, how: 'email', letter: out, involved: [], approvalNeeded: false }, context),
    'investigator',
  );
  const answered = await gets(/Our answer at stage 1/);

  // Stage 2, on one point, in her own words; it counts from the day on which it came.
  await replies(answered, 'I want stage 2 about the two days on which nobody came. The ceiling we can leave.');
  await sees(caseId, 'possible-stage-2', 'Perhaps a request for stage 2');
  assert.match((await officer.get('/arrivals')).text, /If they ask for stage 2, it was received on/);
  await did(web, complaint, (c, context) =>
    mayEscalate(
      c,
      { on, channel: 'email', from: daughter, points: [standingPoints(c, 1)[1]?.id ?? ('' as never)], text: null },
      context,
    ),
  );
  assert.equal((await caseFile(web, complaint)).case.escalation?.points.length, 1);
  assert.ok(!(await store((trx) => waitingArrivals(trx, { caseId }))).some(({ kind }) => kind === 'possible-stage-2'));

  // Asked whether the repair happened, she says no.
  const later = addDays(today, 20);
  const asked = await askResidents(web.db, web.landlordId, later, new Date(`${later}T10:00:00Z`));
  assert.equal(asked.promises, 1);
  await replies(await gets(/Did it happen/), 'No. Nobody has come, and it still drips.');
  await sees(caseId, 'promise-not-done', 'A promise was not kept');
  assert.deepEqual((await verify(web.db, { files })).broken, []);
});

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
