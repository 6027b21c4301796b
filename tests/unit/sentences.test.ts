import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { day } from '../../src/facts/days.js';
import { asEnglish, sayIn } from '../../src/web/public/site/catalogue.js';
import { withOurWords } from '../../src/web/public/site/component-words.js';
import { markedUp } from '../../src/web/public/site/marked-up.js';
import { inPseudo, pseudo } from '../../src/web/public/site/pseudo.js';
import { inEnglish } from '../../src/web/public/site/say.js';
import { placesIn, sentencesFile } from '../../src/web/public/site/sentences.js';
import { scanSentences } from '../support/sentences.js';

/** PUTRIGHT_WRITE=1 writes it anew after a sentence was added or changed. */
test('db/words/english.json holds every sentence of the residents’ pages', () => {
  const { sentences, unclear } = scanSentences();
  assert.deepEqual(unclear, [], 'a sentence is written out at the call, with {places} for values');
  // A line each, so that a change shows as what it is.
  const text = `[\n${sentences.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;
  if (process.env.PUTRIGHT_WRITE === '1') writeFileSync(sentencesFile, text);
  const written = readFileSync(sentencesFile, 'utf8');
  const lines = (one: string) => one.split('\n').map((line) => line.replace(/,$/, ''));
  const [now, then] = [new Set(lines(text)), new Set(lines(written))];
  assert.deepEqual(
    [...now].filter((line) => !then.has(line)),
    [],
    'said, and not in the file',
  );
  assert.deepEqual(
    [...then].filter((line) => !now.has(line)),
    [],
    'in the file, and said nowhere',
  );
  assert.ok(written === text);
});

const polish = sayIn({
  language: 'pl',
  sentences: { 'Hello {name}': 'Dzień dobry, {name}', 'You may go to court': 'Może Pan iść do sądu' },
  legalByPerson: false,
});

test('a sentence is said in the language, and what is missing in English that is marked as English', () => {
  assert.equal(polish('Hello {name}', { name: 'Ada' }), 'Dzień dobry, Ada');
  assert.equal(markedUp(`<p>${polish('Not there')}</p>`), '<p><span lang="en" dir="ltr">Not there</span></p>');
  assert.equal(polish.day(day('2026-04-10')), 'piątek, 10 kwietnia 2026');
});

test('what states the law is in English until a person has translated it', () => {
  assert.equal(polish.legal('You may go to court'), asEnglish('You may go to court'));
  const read = sayIn({ language: 'pl', sentences: { 'You may go to court': 'Sąd' }, legalByPerson: true });
  assert.equal(read.legal('You may go to court'), 'Sąd');
});

test('a name that every object has is no translation', () => {
  for (const name of ['constructor', '__proto__', 'toString']) assert.equal(polish(name), asEnglish(name));
});

test('from right to left a value keeps its own direction', () => {
  const urdu = sayIn({ language: 'ur', sentences: { 'Due {date}': 'تاریخ {date}' }, legalByPerson: true });
  assert.equal(urdu.direction, 'rtl');
  assert.equal(urdu('Due {date}', { date: '10 April' }), 'تاریخ \u206810 April\u2069');
  assert.equal(inEnglish('Due {date}', { date: '10 April' }), 'Due 10 April');
});

test('English words become elements in text alone, never in an attribute or a title', () => {
  const said = asEnglish('Send');
  assert.equal(
    markedUp(`<title>${said}</title><a title="${said} > all" href="/">${said} it</a><option>${said}</option>`),
    '<title>Send</title><a title="Send > all" href="/"><span lang="en" dir="ltr">Send</span> it</a><option>Send</option>',
  );
});

test('whatever marks a page holds, none is left and every element that was opened is closed', () => {
  const piece = fc.constantFrom(
    '\uE000',
    '\uE001',
    'a',
    '<p>',
    '</p>',
    '<title>',
    '</title>',
    '<i a="\uE000">',
    '</i>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = markedUp(`${pieces.join('')}<hr>`);
      assert.doesNotMatch(html, /[\uE000\uE001]/);
      assert.equal(html.split('<span').length, html.split('</span>').length);
      assert.equal(html.replace(/<\/?span[^>]*>/g, ''), `${pieces.join('')}<hr>`.replace(/[\uE000\uE001]/g, ''));
    }),
  );
});

test('the language of the tests leaves no plain letter but those of its places', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.doesNotMatch(inPseudo(text).replace(/\{\w+\}/g, ''), /[a-z]/i);
      assert.deepEqual(placesIn(inPseudo(text)), placesIn(text));
    }),
  );
  assert.match(pseudo('Due {date}', { date: '10 April' }), /\u206810 April\u2069/);
});

test('what components and fields say by themselves is in the page’s language, and what somebody typed is left alone', () => {
  const typed = '<textarea>Use 20 characters or fewer</textarea>';
  assert.equal(withOurWords(typed.replace('>Use', '> I said: Use'), pseudo).includes('I said: Use 20'), true);
  for (const words of [
    '<a href="#text">Use 20,000 characters or fewer</a>',
    '<a href="#since-day">The day on which it began must be a real date, like 27 3 2026</a>',
    '<p><span class="govuk-visually-hidden">Error:</span> The day on which it began must include a day and a month</p>',
    '<p> The day must be on or before Sunday 22 November 2026 </p>',
    '<label class="govuk-label govuk-date-input__label" for="x">\n Month\n</label>',
  ]) {
    const shown = withOurWords(words, pseudo)
      .replace(/<[^>]*>/g, '')
      .replace(/\u2068[^\u2069]*\u2069/g, '');
    assert.doesNotMatch(shown, /[a-z]{3}/, words);
    assert.equal(withOurWords(words, inEnglish), words);
  }
});
