import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { day } from '../../src/facts/days.js';
import { type Incoming, type ReadingFacts, readMessage, referencesIn } from '../../src/post/inbound.js';
import { mendMojibake, readableHtml } from '../../src/post/message-text.js';
import { innerMessages, ownWords, shownDay } from '../../src/post/quoted.js';
import { headerInstant, londonDay } from '../../src/post/received-on.js';
import { decompressRtf, readTnef, textOfRtf } from '../../src/post/tnef.js';
import { root } from '../../src/store/config.js';
import { cpuTime } from '../support/cpu-time.js';
import { foundIn } from '../support/found-in.js';

const folder = join(root, 'tests', 'mail', 'fixtures');
const facts = { today: day('2026-11-22'), ownDomains: [] };
const bytesOf = (name: string) => readFileSync(join(folder, name));
const ours = { ownDomains: ['thornfield-homes.example'] };
const read = (name: string, more: Partial<ReadingFacts> = {}): Promise<Incoming> =>
  readMessage(bytesOf(name), { ...facts, ...more });
const readText = (text: string, more: Partial<ReadingFacts> = {}) =>
  readMessage(Buffer.from(text.replaceAll('\n', '\r\n')), { ...facts, ...more });

test('received is the London day of the topmost Received header', async () => {
  assert.equal((await read('01-plain-complaint.eml')).receivedOn, '2026-03-10');
  assert.equal((await read('02-bst-late-evening.eml')).receivedOn, '2026-07-15');
  assert.equal((await read('03-sender-date-lies.eml')).receivedOn, '2026-01-25');
  assert.equal((await read('33-eight-bit-headers.eml')).receivedOn, '2026-03-28');
  assert.equal((await read('34-mailbox-line-and-lf.eml')).receivedOn, '2026-03-30');
});

test('a Received header in the future or without a date is not believed, and the sender’s Date never', async () => {
  assert.equal((await read('04-received-in-the-future.eml')).receivedOn, '2026-11-22');
  assert.equal((await read('37-no-received.eml')).receivedOn, '2026-11-22');
  const odd = await readText(
    'Received: by mx; some day soon\nDate: Mon, 2 Feb 2026 10:00:00 +0000\nFrom: a@b.example\nSubject: x\n\nwords here\n',
  );
  assert.equal(odd.receivedOn, '2026-11-22');
  assert.match(odd.receivedBecause, /can’t be read/);
});

test('instants are read as mail writes them, and half past eleven UTC in July is tomorrow', () => {
  const at = (text: string) => londonDay(headerInstant(text) ?? Number.NaN);
  assert.equal(at('Tue, 14 Jul 2026 22:59:59 +0000'), '2026-07-14');
  assert.equal(at('Tue, 14 Jul 2026 23:00:00 +0000'), '2026-07-15');
  assert.equal(at('14 Jan 2026 23:59:59 GMT'), '2026-01-14');
  assert.equal(at('Sat, 28 Mar 2026 23:30:00 -0500'), '2026-03-29');
  assert.equal(at('Mon, 1 Jun 26 00:10:00 BST'), '2026-06-01');
  assert.equal(at('31 Feb 2026 10:00:00 +0000'), null);
  assert.equal(at('yesterday'), null);
});

test('words come through whatever the label says', async () => {
  assert.match(
    (await read('05-us-ascii-that-is-windows-1252.eml')).words,
    /Mould – it’s back[\s\S]*daughter’s bedroom[\s\S]*£40[\s\S]*“mould wash”/,
  );
  assert.match(
    (await read('06-utf8-that-is-windows-1252.eml')).words,
    /lift’s broken and I’m on the 7th floor – it’s £12/,
  );
  assert.match(
    (await read('07-no-charset-utf8-mojibake.eml')).words,
    /It’s not safe – the front door doesn’t lock and I’ve got £0/,
  );
  assert.match(
    (await read('08-quoted-printable-cut-short.eml')).words,
    /There’s water coming through[\s\S]*light fitting is full/,
  );
  assert.match((await read('33-eight-bit-headers.eml')).words, /Réparation – fenêtre cassée[\s\S]*won’t shut – could/);
  assert.match((await read('36-base64-label-on-plain-words.eml')).words, /no hot water since Friday/);
});

test('HTML alone is read as words, without scripts, styles or tags', async () => {
  const { words } = await read('09-html-only.eml');
  assert.match(
    words,
    /kitchen half finished on 2 March[\s\S]*No worktop[\s\S]*very unhappy & want to know when they’re coming back/,
  );
  assert.doesNotMatch(words, /alert|color|<|track\.example/);
});

test('hostile HTML, names and nesting do no harm', async () => {
  const hostile = await read('35-hostile.eml');
  assert.match(hostile.words, /unhappy with how I was spoken to/);
  assert.doesNotMatch(hostile.words, /\u202e/);
  assert.doesNotMatch(hostile.files[0]?.name ?? '/', /[/\\\u202e]/);
  const deep = await read('32-nested-deep.eml');
  assert.match(deep.words, /my roof leaks/);
  assert.equal(deep.needsALook, null);
});

test('a photo cut short, a wrong boundary and a winmail.dat keep what is there', async () => {
  const photo = await read('11-truncated-base64-photo.eml');
  assert.equal(photo.attachments, 1);
  assert.match(photo.words, /phone keeps dropping/);
  const boundary = await read('12-wrong-boundary.eml');
  assert.equal(boundary.words.match(/diary sheets/g)?.length, 1);
  const parcel = await read('26-winmail.eml');
  assert.match(parcel.words, /I’ve asked four times for the fire door[\s\S]*\{nobody\} answers/);
  assert.deepEqual(
    parcel.files.map((file) => [file.name, file.type, Buffer.from(file.bytes).toString()]),
    [['fire door second floor.txt', 'text/plain', 'Measured the gap: 4 cm.']],
  );
});

test('machines’ mail is set aside, a resident who writes about machines and a web form are not', async () => {
  for (const name of ['13-auto-reply.eml', '14-x-autoreply.eml', '15-bounce.eml', '16-mailer-daemon-plain.eml'])
    assert.ok((await read(name)).aside, name);
  assert.equal((await read('17-complaint-about-auto-replies.eml')).aside, null);
  const form = await read('18-web-form.eml', ours);
  assert.equal(form.aside, null);
  assert.deepEqual([form.writer?.address, form.kind.kind], ['marek.nowak@mail.example', 'complaint']);
  const bare = (more: string) => readText(`${more}From: a@b.example\nSubject: Hello\n\nSome words.\n`);
  assert.equal((await bare('Auto-Submitted: no\n')).aside, null);
  assert.equal((await bare('Precedence: list\n')).aside, null);
  assert.ok((await bare('Precedence: bulk\n')).aside);
  assert.ok((await bare('Return-Path: <>\n')).aside);
  assert.ok((await bare('Auto-Submitted: auto-generated (vacation)\n')).aside);
  assert.equal((await bare('Return-Path: <a@b.example>\n')).aside, null);
  const about = (subject: string) => readText(`From: a@b.example\nSubject: ${subject}\n\nSome words.\n`);
  assert.ok((await about('Out of Office AutoReply: Your complaint')).aside);
  assert.equal((await about('Out of office hours repairs line: nobody answers')).aside, null);
});

test('what staff forward counts from the day shown inside; what a resident forwards does not', async () => {
  const inline = await read('19-staff-forward-inline.eml', ours);
  assert.deepEqual(
    [inline.receivedOn, inline.writer?.address, inline.forwardedByStaff],
    ['2026-03-09', 'colin.abbot@mail.example', true],
  );
  assert.match(inline.own, /^Hi Helen/);
  assert.match(inline.words, /Can you log it please/);
  const attached = await read('20-staff-forward-attached.eml', ours);
  assert.deepEqual(
    [attached.receivedOn, attached.writer?.address, attached.attachments],
    ['2026-03-06', 'bea@mail.example', 1],
  );
  assert.deepEqual(
    attached.files.map((file) => file.name),
    ['Heating.eml', 'thermostat.gif'],
  );
  assert.equal((await read('21-resident-forward-is-not-trusted.eml')).receivedOn, '2026-03-24');
});

test('where no domain was ever given, what looks like a colleague’s forward has its day and nobody’s name, for a person to look at', async () => {
  for (const [name, day] of [
    ['19-staff-forward-inline.eml', '2026-03-09'],
    ['20-staff-forward-attached.eml', '2026-03-06'],
  ] as const) {
    const perhaps = await read(name);
    assert.deepEqual(
      [perhaps.receivedOn, perhaps.writer, perhaps.fromStaff, perhaps.forwardedByStaff],
      [day, null, false, false],
    );
    assert.match(perhaps.doubts.join(' '), /mail domains are not set/);
  }
});

test('a sender who writes their own domain into To and Delivered-To is nobody’s colleague', async () => {
  const forged = (headers: string) =>
    `Received: from x by mx.homes.example; Fri, 20 Mar 2026 15:40:00 +0000\n${headers}\nSubject: FW: x\n\nfyi\n\n-----Original Message-----\nFrom: Anna <anna@mail.example>\nSent: 2 January 2026 09:00\nSubject: x\n\nI withdraw.\n`;
  const own = { ownDomains: ['homes.example'] };
  const mailbox = { authservId: 'mx.homes.example', replyAddress: null };
  const outside =
    'Delivered-To: c@evil.example\nX-Original-To: c@evil.example\nFrom: m@evil.example\nTo: c@evil.example';
  for (const more of [own, { ...own, cameBy: mailbox }, { ownDomains: [], cameBy: { ...mailbox, authservId: null } }]) {
    const read = await readText(forged(outside), more);
    assert.deepEqual([read.fromStaff, read.forwardedByStaff, read.writer?.address], [false, false, 'm@evil.example']);
    assert.equal(read.receivedOn, '2026-03-20');
  }
  // A borrowed own address: what our mail server says of it decides.
  const inside = 'From: o@homes.example\nTo: c@homes.example';
  const said = async (result: string, authservId: string | null) =>
    readMessage(
      Buffer.from(`Authentication-Results: mx.homes.example; ${result}\r\n${forged(inside).replaceAll('\n', '\r\n')}`),
      { ...facts, ...own, cameBy: { authservId, replyAddress: null } },
    );
  assert.equal((await said('dmarc=pass', 'mx.homes.example')).forwardedByStaff, true);
  for (const result of ['dmarc=fail', 'spf=pass', 'dmarc=none']) {
    const read = await said(result, 'mx.homes.example');
    assert.deepEqual([read.forwardedByStaff, read.fromStaff, read.receivedOn], [false, false, '2026-03-20'], result);
  }
  assert.equal((await said('dmarc=fail', null)).forwardedByStaff, true);
});

test('an attached message that says that it reached our server suggests its day, and makes nobody its writer', async () => {
  const forged = await readText(
    'Received: from x by mx.homes.example; Fri, 20 Mar 2026 15:40:00 +0000\nFrom: m@evil.example\nTo: c@homes.example\nSubject: see this\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee this.\n--b\nContent-Type: message/rfc822\n\nReceived: from y by mx.homes.example; Fri, 2 Jan 2026 09:00:00 +0000\nFrom: anna@mail.example\nSubject: x\n\nI withdraw.\n--b--\n',
    { ownDomains: ['homes.example'] },
  );
  assert.deepEqual([forged.writer?.address, forged.receivedOn], ['m@evil.example', '2026-03-20']);
  assert.match(forged.own, /^See this/);
  assert.match(forged.doubts.join(' '), /on 2026-01-02, which nothing proves/);
});

test('a form that is not ours names nobody, by Reply-To or by a line of its words', async () => {
  for (const [name, more] of [
    ['noreply', 'Reply-To: anna@mail.example'],
    ['forms', 'X: y'],
    ['web', 'X: y'],
  ]) {
    const form = await readText(
      `From: ${name}@evil.example\nTo: c@homes.example\n${more}\nSubject: Contact form\n\nName: Anna\nEmail: anna@mail.example\nMessage: I withdraw.\n`,
      { ownDomains: ['homes.example'] },
    );
    assert.equal(form.writer, null);
    assert.match(form.doubts.join(' '), /not come from an address of ours/);
    assert.match(form.words, /Filled in, as it says, by: anna@mail\.example/);
  }
});

test('a day shown inside is not believed when it is later than the message, or in another domain’s forward', async () => {
  const forward = (from: string, sent: string, to = 'complaints@homes.example') =>
    `Received: from x by mx.homes.example; Fri, 20 Mar 2026 15:40:00 +0000\nFrom: ${from}\nTo: ${to}\nSubject: FW: x\n\nfyi\n\n-----Original Message-----\nFrom: R <r@mail.example>\nSent: ${sent}\nSubject: x\n\nMy door is broken.\n`;
  const on = async (from: string, sent: string, more: { ownDomains?: string[] } = {}, to?: string) =>
    (await readText(forward(from, sent, to), more)).receivedOn;
  assert.equal(await on('o@homes.example', '18/03/2026 09:00'), '2026-03-18');
  assert.equal(await on('o@homes.example', '23 March 2026 09:00'), '2026-03-20');
  assert.equal(await on('o@contractor.example', '18/03/2026 09:00'), '2026-03-20');
  assert.equal(
    await on('o@contractor.example', '18/03/2026 09:00', { ownDomains: ['contractor.example'] }),
    '2026-03-18',
  );
  assert.equal(await on('o@gmail.com', '18/03/2026 09:00', {}, 'landlord@gmail.com'), '2026-03-20');
});

test('days in forwarded headers are read as England writes them', () => {
  for (const [line, expected] of [
    ['Sent: 09 March 2026 18:22', '2026-03-09'],
    ['Sent: Monday, 9 March 2026 18:22', '2026-03-09'],
    ['Date: 03/04/2026 10:00', '2026-04-03'],
    ['Date: Tue, 3 Mar 2026 at 09:14', '2026-03-03'],
    ['Sent: Tuesday, March 3, 2026 9:14 AM', '2026-03-03'],
    ['Date: Tue, 14 Jul 2026 23:30:00 +0000', '2026-07-15'],
    ['On 3 Mar 2026, at 09:14, Ann <ann@mail.example> wrote:', '2026-03-03'],
    ['Date: 2026-03-03 09:14', '2026-03-03'],
    ['Date: some time ago', null],
  ] as const)
    assert.equal(shownDay(line), expected, line);
});

test('a reply’s own words stand apart from what it quotes', async () => {
  const reply = await read('25-reply-with-quote.eml');
  assert.match(reply.own, /^I don't accept this/);
  assert.doesNotMatch(reply.own, /part has been ordered/);
  assert.match(reply.words, /part has been ordered/);
  assert.equal((await read('38-reply-only-quote-below.eml')).own, 'Any news?');
  assert.equal(
    ownWords('> when will it be done?\nTomorrow, please.\n> and the door?\nThat too.').own,
    'Tomorrow, please.\nThat too.',
  );
  assert.equal(
    ownWords('From: the kitchen window you can see the crack.').own,
    'From: the kitchen window you can see the crack.',
  );
  assert.equal(
    innerMessages(
      'fyi\n\nBegin forwarded message:\n\nFrom: Ann <ann@mail.example>\nSubject: roof\nDate: 9 March 2026 at 10:00:00 GMT\nTo: x@y.example\n\nIt leaks.',
    )[0]?.day,
    '2026-03-09',
  );
});

test('empty files, noise and bare words are put before a person, with whatever could be read', async () => {
  assert.match((await read('27-zero-byte.eml')).needsALook ?? '', /empty/);
  assert.match((await read('28-not-a-message.eml')).needsALook ?? '', /not an e-mail/);
  const words = await read('29-just-words.eml');
  assert.match(words.needsALook ?? '', /not an e-mail/);
  assert.match(words.words, /blocked\nsince Sunday/);
});

test('references are found as people write them', () => {
  assert.deepEqual(referencesIn(['Re: cmp 26 00012', 'CMP-26-00013, and PR–2026–7']), [
    'CMP-26-00012',
    'CMP-26-00013',
    'PR-2026-7',
  ]);
  assert.deepEqual(referencesIn(['no numbers', '']), []);
});

test('a very large message is read in reasonable time, and one too large to open is kept with its beginning', async () => {
  const head =
    'Received: by mx; Tue, 10 Mar 2026 08:12:44 +0000\nFrom: a@b.example\nSubject: photos\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nHere are my photos of the damp.\n--b\nContent-Type: image/jpeg; name="a.jpg"\nContent-Disposition: attachment; filename="a.jpg"\nContent-Transfer-Encoding: base64\n\n';
  const large = Buffer.concat([
    Buffer.from(head),
    Buffer.from(`${'A'.repeat(76)}\n`.repeat(250_000)),
    Buffer.from('--b--\n'),
  ]);
  const began = cpuTime();
  const read = await readMessage(large, facts);
  assert.ok(cpuTime() - began < 10_000);
  assert.equal(read.files[0]?.bytes.length, 250_000 * 57);
  const beginning = await readMessage(large.subarray(0, 4 * 1024 * 1024), { ...facts, wholeSize: 200 * 1024 * 1024 });
  assert.match(beginning.needsALook ?? '', /too large/);
  assert.match(beginning.words, /photos of the damp/);
  assert.equal(beginning.receivedOn, '2026-03-10');
});

test('hostile texts take no time: long lines of spaces, brackets, quotes and marks', async () => {
  for (const piece of [
    ' ',
    '>',
    '<',
    '<a ',
    '=?utf-8?Q?',
    'On ',
    'From: ',
    '-',
    '_',
    '(',
    '&lt;',
    'no no ',
    '26-',
    '\u00c3',
    '{\\rtf',
  ]) {
    const began = cpuTime();
    const body = piece.repeat(400_000 / piece.length);
    await readText(`From: a@b.example\nSubject: x\nContent-Type: text/html\n\n${body}`);
    await readText(
      `From: ${body.slice(0, 100_000)}\nSubject: ${body.slice(0, 100_000)}\nReferences: ${body.slice(0, 100_000)}\n\n${body}`,
    );
    assert.ok(cpuTime() - began < 4_000, `${piece}: ${cpuTime() - began} ms`);
  }
});

test('mojibake is mended, and what is no mojibake is left alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '£', 'é', 'Ł', '’', '中', '😀', '–') }), (text) => {
      assert.equal(mendMojibake(text), text);
    }),
  );
  assert.equal(mendMojibake('THE CAFÉ– closed'), 'THE CAFÉ– closed');
  assert.equal(mendMojibake('Itâ€™s Â£40 â€“ and not cafÃ©'), 'It’s £40 – and not café');
});

test('random bytes never throw and always read as something', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
      const read = await readMessage(bytes, facts);
      assert.ok(read.words.isWellFormed() && !read.words.includes('\0'));
      assert.ok(read.receivedOn <= facts.today);
    }),
    { numRuns: 300 },
  );
});

test('good messages cut, mixed and with bytes changed never throw', async () => {
  const good = readdirSync(folder).map((name) => bytesOf(name));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...good),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 30 }),
      async (bytes, cut, changes) => {
        const copy = Uint8Array.from(bytes.subarray(0, cut % (bytes.length + 1)));
        for (const [at, byte] of changes) if (copy.length > 0) copy[at % copy.length] = byte;
        const read = await readMessage(copy, facts);
        assert.ok(read.words.isWellFormed() && !read.words.includes('\0'));
        assert.ok(read.receivedOn <= facts.today);
      },
    ),
    { numRuns: 600 },
  );
});

test('winmail.dat cut, changed or made of noise never throws', () => {
  const message = bytesOf('26-winmail.eml').toString('latin1');
  const encoded = foundIn(/base64\r\n\r\n([\s\S]*?)--w--/, message);
  const parcel = Buffer.from(encoded, 'base64');
  assert.equal(readTnef(parcel).damaged, false);
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 40 }), (cut, changes) => {
      const copy = Uint8Array.from(parcel.subarray(0, cut % (parcel.length + 1)));
      for (const [at, byte] of changes) if (copy.length > 6) copy[6 + (at % (copy.length - 6))] = byte;
      readTnef(copy);
    }),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      readTnef(Uint8Array.from([0x78, 0x9f, 0x3e, 0x22, 0, 0, ...bytes]));
      decompressRtf(Uint8Array.from([0, 0, 0, 0, 255, 255, 0, 0, 0x4c, 0x5a, 0x46, 0x75, 0, 0, 0, 0, ...bytes]));
    }),
    { numRuns: 500 },
  );
});

test('compressed RTF as its format lays down, and HTML hidden in RTF, are read', () => {
  // The example in the format's own description.
  const example = Buffer.from(
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
    'hex',
  );
  assert.equal(decompressRtf(example), '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  assert.equal(textOfRtf(decompressRtf(example)), 'hello world');
  const hidden =
    '{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 The stairs are dark \\htmlrtf\\par\\htmlrtf0 {\\*\\htmltag84 <b>}again{\\*\\htmltag92 </b>}.{\\*\\htmltag72 </p>}\\htmlrtf}\\htmlrtf0}';
  assert.equal(textOfRtf(hidden), 'The stairs are dark again.');
});

test('readable HTML never throws and holds no tags of its own making', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '<p>',
          '</p>',
          '<div',
          '>',
          '<',
          'word ',
          '<!--',
          '-->',
          '&amp;',
          '&#x41;',
          '<table><tr><td>',
          '</td>',
          '<script>',
          '</script>',
          '<a href="',
          '">',
          "'",
        ),
        {
          maxLength: 60,
        },
      ),
      (pieces) => {
        assert.equal(typeof readableHtml(pieces.join('')), 'string');
      },
    ),
    { numRuns: 300 },
  );
});
