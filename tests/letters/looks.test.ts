/** A letter as HTML and as PDF, and the figure for its writer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { day } from '../../src/facts/days.js';
import { everyBlock, textOf } from '../../src/letters/blocks.js';
import { compose } from '../../src/letters/compose.js';
import { withEdits } from '../../src/letters/edits.js';
import { readability, readabilityOf, sentencesOf, syllables } from '../../src/letters/readability.js';
import type { Letter } from '../../src/letters/words.js';
import { unseenIn } from '../../src/post/bundle/unseen.js';
import { letterHtml } from '../../src/post/letter-html.js';
import { openPdf } from '../../src/post/looking/pdf-pictures.js';
import { letterPdf } from '../../src/post/pdf.js';
import { found, input, matters, resident } from './sample.js';

const response = (more: Partial<Parameters<typeof compose>[0]['to']> = {}): Letter =>
  compose(
    input({ kind: 'stage-1-response' }, found('2024'), '2024', {
      today: day('2026-03-25'),
      to: { ...resident, ...more },
    }),
  );
const opening = (text: string): Letter => withEdits(response(), { opening: { text, was: '' } });
const squeezed = (text: string): string =>
  text
    .replace(/[\s\u00ad]+/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"');

async function read(
  bytes: Uint8Array,
): Promise<{ text: string; pages: number; lang: unknown; title: unknown; tagged: boolean; ua: boolean }> {
  // Tags and standards stand in the file itself; the metadata stream is not compressed.
  const raw = Buffer.from(bytes).toString('latin1');
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  const { info } = await getMeta(pdf);
  const marks = await pdf.getMarkInfo();
  return {
    text,
    pages: totalPages,
    lang: info.Language,
    title: info.Title,
    tagged: marks?.Marked === true && (await (await pdf.getPage(1)).getStructTree()) !== null,
    ua: /pdfuaid:part(>|=")1/.test(raw),
  };
}

test('the PDF is PDF/UA-1: tagged, in English, with its title, and says all that the letter says', async () => {
  for (const { matter, steps, today } of matters('2024')) {
    const letter = compose(input(matter, steps, '2024', { today }));
    const { bytes, notShown } = letterPdf(letter);
    const pdf = await read(bytes);
    assert.deepEqual(notShown, []);
    assert.equal(pdf.title, letter.title);
    assert.match(String(pdf.lang), /^en/);
    assert.ok(pdf.tagged && pdf.ua, matter.kind);
    const text = squeezed(pdf.text);
    for (const b of everyBlock(letter.body)) {
      for (const line of textOf(b).split('\n')) assert.ok(text.includes(squeezed(line)), `${matter.kind}: ${line}`);
    }
  }
});

test('words that look like Typst come out as they were written', async () => {
  const hostile = '#import "x" ] [ @ref $x^2$ <label> *bold* _it_ `raw` \\ /* ~ #{panic("no")} // end';
  const pdf = await read(letterPdf(opening(`= Not a heading\n- ${hostile}`)).bytes);
  assert.ok(squeezed(pdf.text).includes(squeezed(`= Not a heading - ${hostile}`)), pdf.text.slice(0, 600));
});

test('other scripts and emoji are shown; what no typeface has is named and the letter still made', async () => {
  for (const text of [
    'Zażółć gęślą jaźń',
    'Вогкість у спальні',
    'میرے بیٹے کے کمرے',
    'আমার ছেলের ঘরে',
    'ਮੇਰੇ ਕਮਰੇ ਵਿੱਚ',
    'so angry 😡',
  ]) {
    assert.deepEqual(letterPdf(opening(text)).notShown, [], text);
  }
  assert.deepEqual(letterPdf(opening('我 said')).notShown, ['我']);
  assert.ok((await read(letterPdf(opening('a\u0000b\u0007 \ud83d c\u200bd')).bytes)).tagged);
});

test('large print is 18 point when that adjustment is on record', async () => {
  const heights = async (letter: Letter): Promise<number[]> => {
    const page = await (await getDocumentProxy(new Uint8Array(letterPdf(letter).bytes))).getPage(1);
    const { items } = await page.getTextContent();
    return items.flatMap((i) =>
      'str' in i && i.str.startsWith('Thank you for your complaint') ? [Math.round(i.height * 10) / 10] : [],
    );
  };
  assert.deepEqual(await heights(response({ adjustments: ['large-print'] })), [18]);
  assert.deepEqual(await heights(response()), [11.5]);
});

test('the same letter gives the same bytes', () => {
  assert.ok(letterPdf(response()).bytes.equals(letterPdf(response()).bytes));
});

test('the HTML is a whole document with one title, and nobody can put markup into it', () => {
  const html = letterHtml(opening('</style><script>alert(1)</script> <img src=x onerror=y> & "quotes"'));
  assert.match(html, /^<!doctype html>\n<html lang="en-GB">/);
  assert.equal(html.match(/<h1/g)?.length, 1);
  assert.doesNotMatch(html, /<script|<img/);
  assert.match(html, /&lt;script/);
  assert.match(html, /<title>Our answer to your complaint: stage 1 \(WH-2026-0042\)<\/title>/);
  const evil = letterHtml({ ...response(), from: { ...response().from, colour: 'red}body{display:none' } });
  assert.doesNotMatch(evil, /display:none/);
});

test('to a representative, to a member of a group, and while authority is only asked for', () => {
  const to = {
    as: 'representative' as const,
    name: 'Cllr Jo Hall',
    salutation: 'Councillor Hall',
    actsFor: 'Ms Amina Begum',
  };
  assert.match(
    letterHtml(response(to)),
    /Dear Councillor Hall.*it means Ms Amina Begum and what you told us for them/s,
  );
  assert.match(letterHtml(response({ as: 'group-member' })), /Each of you gets a letter of your own/);
  const { forSender } = response({ language: 'pl', adjustments: ['easy-read'], address: [] });
  assert.equal(forSender.length, 3);
  assert.match(forSender.join(), /reads Polish\./);
});

test('the figure for the writer falls with long sentences and long words, and points at them', () => {
  const plain = readabilityOf('We came to see the damp. The wall is wet. We will fix it by May.');
  const stiff = readabilityOf(
    'Notwithstanding the aforementioned considerations, the organisation has endeavoured to facilitate comprehensive remediation of the identified deficiencies in accordance with applicable contractual obligations and established operational procedures.',
  );
  assert.ok((plain.readingEase ?? 0) > 90 && (plain.readingAge ?? 99) <= 8);
  assert.ok((stiff.readingEase ?? 99) < 10 && (stiff.readingAge ?? 0) >= 18);
  assert.equal(stiff.longSentences.length, 1);
  assert.match(plain.says, /^Most people aged \d+ could read this\.$/);
  assert.equal(readabilityOf('  ').readingEase, null);
  const place = readability(opening(Array.from({ length: 30 }, () => 'word').join(' '))).longSentences[0];
  assert.deepEqual([place?.place, place?.words], ['opening', 30]);
});

test('syllables are counted near enough', () => {
  const known: Readonly<Record<string, number>> = {
    cat: 1,
    repair: 2,
    complaint: 2,
    ceiling: 2,
    damp: 1,
    table: 2,
    created: 3,
    ombudsman: 3,
    investigation: 5,
    apologise: 4,
    promised: 2,
    houses: 2,
    decided: 3,
    science: 2,
    reference: 3,
    surveyor: 3,
    situation: 4,
  };
  const wrong = Object.entries(known).filter(([word, n]) => syllables(word) !== n);
  assert.deepEqual(
    wrong.map(([word]) => `${word} ${syllables(word)}`),
    [],
  );
  assert.equal(sentencesOf('Mr. Khan came at 6.30 on 1 May. He left. Ring 0300 111 3000!').length, 3);
});

test('large print is 18 point and coloured paper has its ground on every page, both still PDF/UA-1', async () => {
  const plain = await read(letterPdf(response()).bytes);
  const agreed = response({ adjustments: ['large-print', 'coloured-background'] });
  const made = letterPdf(agreed);
  const { pages, tagged, ua, text } = await read(made.bytes);
  assert.ok(tagged && ua);
  assert.ok(pages > plain.pages, 'large print takes more pages');
  assert.equal(squeezed(text.replaceAll(/Page \d+ of \d+/g, '')).includes(squeezed('Yours sincerely')), true);
  const sizes = new Set<number>();
  const pdf = await getDocumentProxy(new Uint8Array(made.bytes));
  for (let n = 1; n <= pages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    for (const item of items) if ('height' in item && item.height > 0) sizes.add(Math.round(item.height));
  }
  assert.ok(sizes.has(18), [...sizes].join(' '));
  assert.ok(Math.min(...sizes) >= 12, [...sizes].join(' '));
  assert.match(letterHtml(agreed), /background:#fff4cc/);
  assert.doesNotMatch(letterHtml(response()), /#fff4cc/);
});

test('the first page keeps to the areas that GOV.UK Notify prints, with a short and with a long address, and nothing covers another', async () => {
  const mm = (points: number) => (points * 25.4) / 72;
  const within = (x: number, right: number, y: number) =>
    (x >= 15 && right <= 125 && y <= 30) ||
    (x >= 124 && right <= 195 && y <= 95) ||
    (x >= 24.6 && right <= 120 && y >= 39.5 && y <= 66.3) ||
    (x >= 15 && right <= 195 && y >= 95 && y <= 292);
  const long = ['Flat 12', 'Willow Tree House', '100 Long Lane', 'Little Ashdown', 'Ashdown', 'AB12 3CD'];
  for (const address of [['2 Low Road', 'AB1 2CD'], long]) {
    for (const adjustments of [[], ['large-print']] as const) {
      const { bytes } = letterPdf(response({ address, adjustments: [...adjustments] }));
      const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1);
      const { items } = await page.getTextContent();
      for (const item of items) {
        if (!('transform' in item) || item.str.trim() === '') continue;
        const [x, y] = [mm(item.transform[4]), 297 - mm(item.transform[5])];
        assert.ok(within(x, x + mm(item.width), y), `${item.str} at ${x.toFixed(1)}, ${y.toFixed(1)} mm`);
      }
      const opened = await openPdf(bytes);
      assert.ok(opened.ok);
      assert.deepEqual(await unseenIn(bytes, opened.document, opened.pages), [], 'the barcode is laid over no words');
    }
  }
});
