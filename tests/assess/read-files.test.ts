/** The same self-assessment as PDF, Word, CSV and text is read alike; hostile files end in a sentence. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fromText } from '../../src/assess/read/from-text.js';
import { readForm } from '../../src/assess/read/read-form.js';
import type { FormReading } from '../../src/assess/read/shape.js';
import type { Edition } from '../../src/law/words.js';
import { type DocumentRead, readDocument, readingLimits } from '../../src/post/read-document.js';
import { asCsv, asDocx, asPdf } from './as-files.js';
import { type Seed, seedText, skipSeeds } from './seeds.js';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'putright-reading-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, bytes: Uint8Array | string, limits = readingLimits): Promise<DocumentRead> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return readDocument(path, name, limits);
}

function alike(reading: FormReading) {
  const tight = (text: string) => text.replace(/\W+/g, '').toLowerCase();
  return {
    rows: reading.rows.map(({ provision, answer, evidence }) => [provision, answer, tight(evidence)]),
    actions: reading.actions.map(({ provision, action, lead, target, mandatory }) => [
      provision,
      tight(action),
      tight(lead),
      tight(target),
      mandatory,
    ]),
    notes: reading.notes.map(({ number }) => number),
    sections: reading.sections.map(({ section }) => section),
    earlier: reading.earlier.map(({ year, provision, answer }) => [year, provision, answer]),
    disagreements: reading.disagreements.map(({ what, printed, computed }) => [what, printed, computed]),
  };
}

async function readAsAll(text: string, edition: Edition, name: string): Promise<void> {
  const written = fromText(text);
  const wanted = alike(readForm(written, edition, null));
  const files: readonly [string, Uint8Array | string][] = [
    [`${name}.md`, text],
    [`${name}.csv`, `\ufeff${asCsv(written)}`],
    [`${name}.docx`, await asDocx(written)],
    [`${name}.pdf`, asPdf(written)],
  ];
  for (const [file, bytes] of files) {
    const got = await read(file, bytes);
    assert.ok(got.ok, got.ok ? '' : got.words);
    assert.deepEqual(alike(readForm(got.blocks, edition, null)), wanted, file);
  }
}

const form = `Riverside Homes: how we meet the Code

Section 1 - Definition of a complaint

Code provision\tCode requirement\tComply: Yes/No\tEvidence\tCommentary
1.2\tA complaint is defined as the Code defines it, in the policy\tYes\tPolicy, page 2\t
1.3\tThe resident need not say the word, and may be represented\tYes\tTraining of all staff in May\t
1.5\tDissatisfaction with a service request opens a complaint\t\tNot recorded yet\t

Section 6 - Complaints stages

Code provision\tCode requirement\tComply: Yes/No\tEvidence\tCommentary
6.2\tAcknowledged, defined and logged within five working days\tNo\t71% in time\tTwo new officers begin in June
6.3\tA full response within ten working days of the acknowledgement\tPartially\t83% in time\t

Action plan

Provision\tAction\tLead\tTarget date\tNotes on progress
6.2*\tTwo more officers\tHead of Housing\t30 June 2025\tAdvertised
6.3; 6.14\tWeekly look at what is due\tComplaints Manager\tAutumn 2025 (tbc)\t
`;

test('a form is read alike from Markdown, CSV, Word and PDF', () => readAsAll(form, '2024', 'form'));

const documents: readonly (readonly [Seed, Edition, string])[] = [
  ['000', '2020', 'Cambridge’s form with its plan'],
  ['001', '2024', 'Cannock Chase’s report'],
  ['002', '2020', 'livin’s form without numbers'],
  ['003', '2022', 'Charnwood’s report and form'],
  ['004', '2020', 'Medway’s narrative'],
];
for (const [seed, edition, what] of documents)
  test(`${what} is read alike from every kind of file`, { skip: skipSeeds }, () =>
    readAsAll(seedText(seed), edition, seed),
  );

test('a PDF whose tables have no lines gives no answer that it does not hold, and leaves each to a person', async () => {
  const written = fromText(form);
  const wanted = readForm(written, '2024', null);
  const got = await read('bare.pdf', asPdf(written, false));
  assert.ok(got.ok);
  const { rows } = readForm(got.blocks, '2024', null);
  for (const row of rows) {
    if (row.answer === 'yes')
      assert.equal(wanted.rows.find((one) => one.provision === row.provision)?.answer, 'yes', row.provision);
    assert.ok(row.needsPerson, row.provision);
  }
});

/** An archive as a program that means harm would write it: each part may declare another size than it has. */
function zip(parts: readonly { name: string; bytes: Buffer; declared?: number }[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, declared } of parts) {
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(declared ?? bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    const own = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(at, 12);
    central.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02', 'latin1'),
        Buffer.from([20, 0]),
        head,
        tail.subarray(2),
        Buffer.from(name),
      ]),
    );
    local.push(own);
    at += own.length;
  }
  const table = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(table.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, table, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const documentXml = Buffer.from(
  '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Hello</w:t></w:r></w:p></w:body></w:document>',
);
const types = Buffer.from(
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
);
const rels = Buffer.from(
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
);
const word = (more: readonly { name: string; bytes: Buffer; declared?: number }[] = []) =>
  zip([
    { name: '[Content_Types].xml', bytes: types },
    { name: '_rels/.rels', bytes: rels },
    { name: 'word/document.xml', bytes: documentXml },
    ...more,
  ]);

test('a bomb of a Word document is refused before it is unpacked, whether it declares its size or lies', async () => {
  const zeros = Buffer.alloc(200_000_000);
  for (const declared of [undefined, 1_000]) {
    const bomb = word([{ name: 'word/media/x.xml', bytes: zeros, ...(declared === undefined ? {} : { declared }) }]);
    const got = await read('bomb.docx', bomb);
    assert.ok(!got.ok);
    assert.match(got.words, /^bomb\.docx unpacks to more than/);
  }
});

test('macros in a Word document are left alone, and that is said', async () => {
  const got = await read('macros.docx', word([{ name: 'word/vbaProject.bin', bytes: randomBytes(100) }]));
  assert.ok(got.ok, got.ok ? '' : got.words);
  assert.match(got.warnings.join(' '), /macros. They were left alone/);
  assert.equal(got.blocks.length, 1);
});

test('a PDF of scans says that it is one', async () => {
  const page = NodeCompiler.create({}).pdf({
    mainFileContent: '#rect(width: 50%, height: 20%, fill: gray)\n#pagebreak()\n#circle(fill: gray)',
  });
  const got = await read('scan.pdf', page);
  assert.ok(!got.ok);
  assert.match(got.words, /^scan\.pdf is a scan: pictures of pages, with no text in them/);
});

test('what is no document ends in a plain sentence, and nothing is read of it', async () => {
  const good = asPdf(fromText(form));
  const bad: readonly [string, Uint8Array | string, RegExp][] = [
    ['empty.pdf', '', /is empty/],
    ['broken.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5_000)]), /damaged|scan/],
    ['half.pdf', good.subarray(0, 3_000), /damaged|scan/],
    ['half.docx', word().subarray(0, 300), /damaged/],
    ['other.docx', zip([{ name: 'xl/workbook.xml', bytes: types }]), /not a Word document/],
    ['book.xlsx', zip([{ name: 'xl/workbook.xml', bytes: types }]), /Save it as PDF, Word \(docx\) or CSV/],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /older Office program/],
    ['picture.pdf', Buffer.from('89504e470d0a1a0a0000', 'hex'), /is a picture/],
    ['page.txt', '<!doctype html><p>Yes</p>', /web page/],
    ['noise.txt', Buffer.concat([Buffer.from([1, 0, 2]), randomBytes(300)]), /not a PDF, Word, CSV or text file/],
    ['rich.txt', '{\\rtf1 hello}', /RTF/],
  ];
  for (const [name, bytes, words] of bad) {
    const got = await read(name, bytes);
    assert.ok(!got.ok, name);
    assert.match(got.words, words, name);
    assert.match(got.words, /^[^\n]+\.$/, 'one plain sentence or two');
  }
});

test('a reading that takes too long or too much memory is ended', async () => {
  const slow = await read('slow.txt', form, { ...readingLimits, milliseconds: 1 });
  assert.ok(!slow.ok);
  assert.match(slow.words, /takes longer to read than/);
  const small = await read('small.txt', form, { ...readingLimits, megabytes: 1 });
  assert.ok(small.ok || /unpacks to more/.test(small.words));
  const large = await read('large.txt', form, { ...readingLimits, bytes: 10 });
  assert.ok(!large.ok);
  assert.match(large.words, /is larger than/);
});

test('text of older programs keeps its letters: Windows-1252, UTF-16', async () => {
  const old = await read(
    'old.txt',
    Buffer.from([0x50, 0x6f, 0x6c, 0x69, 0x63, 0x79, 0x20, 0x93, 0x61, 0x94, 0x20, 0xa3, 0x35]),
  );
  assert.ok(old.ok);
  assert.deepEqual(
    old.blocks.map((block) => (block.is === 'row' ? '' : block.text)),
    ['Policy “a” £5'],
  );
  const wide = await read('wide.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Policy √', 'utf16le')]));
  assert.ok(wide.ok);
  assert.deepEqual(
    wide.blocks.map((block) => (block.is === 'row' ? '' : block.text)),
    ['Policy √'],
  );
});
