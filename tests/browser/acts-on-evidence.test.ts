/** Evidence: what is asked of others, documents, hazards, notes and messages. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inLandlord } from '../../src/store/database.js';
import { addTeam } from '../../src/store/teams.js';
import { londonDay } from '../../src/store/today.js';
import { cameBefore } from '../../src/web/cases/files.js';
import { answered, caseFile, last, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let contractor: string;
before(async () => {
  web = await startWeb();
  contractor = await inLandlord(web.db, web.landlordId, async (trx) => {
    const made = await addTeam(trx, { name: 'Pikeholm Roofing', contractor: true, email: null });
    return made ?? assert.fail('a contractor');
  });
});
after(() => web.close());

const onToday = () => dayBoxes('on', londonDay(new Date()));

test('a contractor is asked by a working day, chased, and answers', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  const page = await visitor.get(`/cases/${reference}/ask-information`);
  assert.match(page.html, /name="dueOn-day"[^>]*value="\d+"/);
  assert.match((await visitor.send({ text: 'When did you visit?' })).html, /id="of-error"/);
  const late = await visitor.send({ of: contractor, 'dueOn-year': '2024' });
  assert.equal(late.status, 422);
  assert.match(late.html, /id="dueOn-error"/);
  assert.match(late.html, />When did you visit\?</);
  await visitor.get(`/cases/${reference}/ask-information`);
  const asked = await visitor.send({ of: contractor, text: 'When did you visit?' });
  assert.match(asked.text, /Pikeholm Roofing \(contractor\), asked on/);
  const request = (await caseFile(web, reference)).case.requests[0];
  assert.equal(request?.contractor, true);

  await visitor.get(`/cases/${reference}/chase-information?request=${request?.id}`);
  assert.match((await visitor.send({ text: 'Rang the depot' })).text, /Chased once/);
  await visitor.get(`/cases/${reference}/receive-information`);
  const empty = await visitor.send({});
  assert.match(empty.html, /id="text-error"/);
  const answered = await visitor.send({ text: 'On 4 May, nobody was in' });
  assert.match(answered.text, /On 4 May, nobody was in/);
  assert.equal((await visitor.get(`/cases/${reference}/chase-information`)).status, 409);
});

test('several documents are added at once, numbered under one title or by their own names', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/add-document`);
  const none = await visitor.send({ from: 'resident' });
  assert.equal(none.status, 422);
  assert.match(none.html, /id="files-error"[\s\S]*?Choose a file/);
  const files = [
    { field: 'files', name: 'wall.txt', content: 'a photograph of a wall' },
    { field: 'files', name: 'floor.txt', content: 'a photograph of a floor' },
  ];
  const sent = await sendWithFiles(
    web,
    visitor,
    `/cases/${reference}/add-document`,
    { title: 'Photographs', from: 'resident', ...onToday() },
    files,
  );
  assert.equal(sent.status, 303);
  const evidence = await visitor.get(`/cases/${reference}/evidence`);
  assert.match(evidence.text, /Photographs \(1 of 2\) wall\.txt/);
  assert.match(evidence.text, /Photographs \(2 of 2\) floor\.txt/);
});

test('files need not be chosen again when a form goes out again; one that is unticked stays out', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  const path = `/cases/${reference}/add-document`;
  await visitor.get(path);
  const files = [
    { field: 'files', name: 'kept.txt', content: 'kept' },
    { field: 'files', name: 'left out.txt', content: 'left out' },
  ];
  const refused = await sendWithFiles(web, visitor, path, { ...onToday() }, files);
  assert.equal(refused.status, 422);
  assert.match(refused.html, /id="from-error"/);
  const tokens = [
    ...refused.html.matchAll(new RegExp(`name="${cameBefore}"[^>]*value="([^"]+)"[^>]*checked`, 'g')),
  ].map((found) => found[1] ?? '');
  assert.equal(tokens.length, 2);
  const forged = `${'a'.repeat(64)}.${Buffer.from('x').toString('base64url')}.nothing`;
  const done = await visitor.post(path, {
    _csrf: visitor.token(),
    from: 'staff',
    ...onToday(),
    [cameBefore]: [tokens[0] ?? '', forged],
  });
  assert.equal(done.path, `/cases/${reference}/evidence`);
  assert.match(done.text, /kept\.txt/);
  assert.doesNotMatch(done.text, /left out\.txt/);
});

test('a hazard is recorded with the time at which anybody knew, in London’s time', async () => {
  const reference = await newCase(web, { on: '2026-06-01' as never });
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/notice-hazard`);
  const wrong = await visitor.send({ kind: 'gas', at: 'noon' });
  assert.match(wrong.html, /id="at-error"/);
  assert.match(wrong.html, /value="noon"/);
  const done = await visitor.send({ at: '9.05', ...dayBoxes('on', '2026-06-03') });
  assert.match(done.text, /Hand this over at once/);
  const entry = await last(web, reference);
  assert.ok(entry.what.type === 'HazardNoticed' && entry.what.awareAt === '2026-06-03T08:05:00.000Z');
});

test('a note with a file; an empty one is refused', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/note`);
  assert.match((await visitor.send({ text: ' ' })).html, /id="text-error"/);
  const sent = await sendWithFiles(web, visitor, `/cases/${reference}/note`, { text: 'Rang', ...onToday() }, [
    { field: 'files', name: 'call.txt', content: 'what was said' },
  ]);
  assert.equal(sent.status, 303);
  const entry = await last(web, reference);
  assert.ok(entry.what.type === 'NoteMade' && entry.what.files.length === 1);
  assert.match((await visitor.get(`/cases/${reference}/messages`)).text, /Note , Officer/);
});

test('a message goes on the record of its case; empty it is refused, and two at once are told', async () => {
  const reference = await newCase(web);
  const [one, two] = [await web.visitor('officer'), await web.visitor('manager')];
  const page = await one.get(`/cases/${reference}/receive-message`);
  assert.match(page.text, /Rosa Whitby/);
  assert.doesNotMatch(page.text, /request for stage 2/);
  assert.match((await one.send({})).html, /id="text-error"/);
  await two.get(`/cases/${reference}/receive-message`);
  const done = await one.send({ text: 'Any news?' });
  assert.equal(done.path, `/cases/${reference}/messages`);
  assert.match(done.text, /Any news\?/);
  const told = await two.send({ text: 'She rang again' });
  assert.match(told.text, /What changed meanwhile/);
  assert.match(told.html, />She rang again</);
});

test('after stage 1 is answered, the page says that dissatisfaction is a request for stage 2 and leads there', async () => {
  const reference = await newCase(web, { defined: true });
  await answered(web, reference);
  const visitor = await web.visitor('officer');
  const page = await visitor.get(`/cases/${reference}/receive-message`);
  assert.match(
    page.text,
    /Stage 1 has been answered\. If they are not satisfied, in whatever words, that is a request/,
  );
  assert.match(page.html, new RegExp(`href="/cases/${reference}/escalate"`));
  const done = await visitor.send({ text: 'I am not happy with this' });
  assert.match(done.text, /record a request for stage 2/);
});
