import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placesIn, type Sentence } from '../../src/web/public/site/sentences.js';
import { isLanguage } from '../../src/web/settings/languages/languages-shown.js';
import { readSentences, sentencesCsv } from '../../src/web/settings/languages/sentences-csv.js';

const ours: readonly Sentence[] = [
  { english: 'Due on {date}', legal: false, where: ['start'] },
  { english: 'You can go to the Ombudsman', legal: true, where: ['start', 'survey'] },
  { english: 'Yes, "all" of it', legal: false, where: ['promise'] },
];
const bytes = (text: string) => new TextEncoder().encode(text);
const filled = (rows: string) => readSentences(bytes(`English,Translation\r\n${rows}`), ours);

test('what is downloaded and filled in comes back as it is, whatever the words', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .map((text) => text.normalize('NFC').trim());
  fc.assert(
    fc.property(words, (text) => {
      const safe = text.replace(/[\p{Cc}\p{Co}\u202a-\u202e\u2066-\u2069{}]/gu, ' ').trim();
      fc.pre(safe !== '' && !/^'?[=+@＝＋－＠-]/.test(safe));
      const translations = { 'You can go to the Ombudsman': safe };
      const read = readSentences(bytes(sentencesCsv(ours, translations)), ours);
      assert.deepEqual(read.problems, []);
      assert.deepEqual(read.translations, translations);
      assert.deepEqual([...read.emptied].sort(), ['Due on {date}', 'Yes, "all" of it']);
    }),
  );
});

test('no cell goes out as a formula, and none comes in as one', () => {
  const out = sentencesCsv([{ english: '=1+1', legal: false, where: ['x'] }], { '=1+1': '@SUM(A1)' });
  assert.match(out, /\r\n'=1\+1,'@SUM\(A1\),,x\r\n/);
  for (const bad of ['=HYPERLINK("http://x")', '+44', '@x', '-cmd|x', "'=1+1", '＝1+1', "'＋44"])
    assert.match(
      filled(`You can go to the Ombudsman,"${bad.replaceAll('"', '""')}"`).problems[0] ?? '',
      /^Line 2: .*spreadsheets run as a formula/,
    );
});

test('a translation without its place, or with another, is named by its line and nothing is loaded', () => {
  assert.match(filled('Due on {date},Termin').problems[0] ?? '', /^Line 2: \{date\} of “Due on \{date\}” is missing/);
  assert.match(filled('Due on {date},Termin {date} {name}').problems[0] ?? '', /holds \{name\}, which it has not/);
  assert.match(
    filled('"Due on {date}","a {date}"\n"Due on {date}","b {date}"').problems[0] ?? '',
    /^Line 3: .*second time/,
  );
  assert.match(filled('You can go to the Ombudsman,a\u202eb').problems[0] ?? '', /hidden character/);
});

test('files of other tables, of other characters and with other separators are told or read', () => {
  assert.match(readSentences(bytes('a,b\n1,2'), ours).problems[0] ?? '', /name the columns/);
  assert.match(readSentences(Uint8Array.of(0xff, 0xfe, 0x41, 0), ours).problems[0] ?? '', /UTF-8/);
  assert.match(filled('Something else,x').problems[0] ?? '', /none of our sentences/);
  const semicolons = 'English;Translation\nYou can go to the Ombudsman;"Pan; Pani"\nGone;x';
  const read = readSentences(bytes(`\uFEFF${semicolons}`), ours);
  assert.deepEqual([read.translations, read.unknown], [{ 'You can go to the Ombudsman': 'Pan; Pani' }, 1]);
});

test('whatever bytes are sent, the answer is sentences or problems, and places always agree', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }).map(bytes)), (sent) => {
      const read = readSentences(sent, ours);
      for (const [english, said] of Object.entries(read.translations))
        assert.deepEqual(placesIn(english), placesIn(said));
    }),
  );
});

test('English, the tests’ own language and what is no tag are no languages to load', () => {
  for (const tag of ['pl', 'ur', 'zh', 'pt-BR']) assert.ok(isLanguage(tag), tag);
  for (const tag of ['en', 'en-GB', 'he-x-pseudo', 'x', '../pl', 'PL', 'english']) assert.ok(!isLanguage(tag), tag);
});
