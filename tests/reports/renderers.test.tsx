/** One document as a page, a PDF/UA-1 and a DOCX: all say the same, none reads what people wrote as its own language. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { renderToString } from 'preact-render-to-string';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { documentDocx } from '../../src/post/document-docx.js';
import { documentHtml } from '../../src/post/document-html.js';
import { documentPdf } from '../../src/post/document-pdf.js';
import { DocumentShown } from '../../src/web/ui/document.js';
import { drawing, sampleDocument } from './sample-document.js';

const squeezed = (text: string): string => text.replace(/[\s\u200b]+/g, '').replace(/[‘’]/g, "'");
const options = { draw: drawing, draft: 'Draft: not approved', colour: '#7a1f5c' };

async function textOfPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  const { info } = await getMeta(pdf);
  return { pdf, text, pages: totalPages, info };
}

test('the PDF is PDF/UA-1 with its title and language, says everything, and repeats a long table’s head on each page', async () => {
  const { bytes, notShown } = documentPdf(sampleDocument, options);
  const { pdf, text, pages, info } = await textOfPdf(bytes);
  assert.deepEqual(notShown, []);
  assert.match(Buffer.from(bytes).toString('latin1'), /pdfuaid:part(>|=")1/);
  assert.equal((await pdf.getMarkInfo())?.Marked, true);
  assert.match(String(info.Language), /^en/);
  assert.equal(squeezed(String(info.Title)), squeezed(sampleDocument.title));
  for (const said of [
    '(a) The self-assessment',
    'Kind number 90',
    '259',
    'Lettings',
    'none',
    'first of all',
    '5,035',
  ]) {
    assert.ok(squeezed(text).includes(squeezed(said)), said);
  }
  assert.ok(squeezed(text).includes(squeezed('#import “x”; ] @nobody $1$ <b>bold</b>')), text);
  assert.ok(pages >= 3);
  const heads = [...text.matchAll(/Kind\s+Number/g)].length;
  assert.ok(heads >= 2, `the head stands ${heads} times`);
  const trees = await Promise.all(
    Array.from({ length: pages }, async (_, i) => JSON.stringify(await (await pdf.getPage(i + 1)).getStructTree())),
  );
  const tree = trees.join('');
  for (const role of ['H1', 'H2', 'H3', 'Table', 'TH', 'TOC', 'Figure', 'Link', 'Caption']) {
    assert.ok(tree.includes(`"role":"${role}"`), `${role} is tagged`);
  }
  assert.match(tree, /"alt":"Complaints by area\. Repairs had the most, lettings none\."/);
});

test('the same document twice is the same file, byte for byte', async () => {
  const pdfs = [documentPdf(sampleDocument, options), documentPdf(sampleDocument, options)];
  assert.ok(pdfs[0]?.bytes.equals(pdfs[1]?.bytes ?? Buffer.alloc(0)));
  const first = await documentDocx(sampleDocument, options);
  await new Promise((wait) => setTimeout(wait, 2_100));
  assert.ok(first.equals(await documentDocx(sampleDocument, options)));
});

test('the DOCX has headings, tables with header rows, its title and language, and opens', async () => {
  const bytes = await documentDocx(sampleDocument, options);
  const { value, messages } = await mammoth.convertToHtml({ buffer: bytes });
  assert.deepEqual(
    messages.filter((m) => m.type === 'error'),
    [],
  );
  assert.match(value, /<h1>Complaints in 2025-26/);
  assert.match(value, /<h2>\(a\) The self-assessment<\/h2>/);
  assert.match(value, /<h3>By area<\/h3>/);
  assert.match(value, /<th><p><strong>Kind<\/strong><\/p><\/th>/);
  assert.match(value, /href="https:\/\/example\.org\/complaints"/);
  assert.match(value, /&lt;script&gt;/);
  assert.match(value, /Repairs had the most, lettings none/);
  assert.doesNotMatch(value, /\/figures\/measures/);
  const files = unzipSync(bytes);
  const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  assert.match(xml('docProps/core.xml'), /<dc:title>Complaints in 2025-26/);
  assert.match(xml('word/styles.xml'), /<w:lang [^>]*w:val="en-GB"/);
  assert.match(xml('word/document.xml'), /w:tblHeader/);
  assert.match(xml('word/document.xml'), /descr="Repairs had the most, lettings none\."/);
  assert.ok(Object.keys(files).some((name) => name.endsWith('.svg')));
});

test('on a page every word is escaped, screens of ours are linked for staff alone, and nothing is styled in place', () => {
  const forStaff = renderToString(<DocumentShown document={sampleDocument} ownLinks draw={drawing} />);
  assert.match(forStaff, /href="\/figures\/measures"/);
  const alone = documentHtml(sampleDocument, options);
  const forAll = renderToString(<DocumentShown document={sampleDocument} draw={drawing} />);
  for (const html of [alone, forAll]) {
    assert.doesNotMatch(html, /<script|href="\/figures/);
    assert.match(html, /&lt;script>/);
    assert.match(html, /<th scope="row"/);
    assert.match(html, /Repairs had the most, lettings none/);
    assert.match(html, /href="#part-b"/);
    assert.doesNotMatch(html, / style="/);
    assert.match(html, /dir="auto"/);
  }
});

test('a saved page shows its charts by itself, described', () => {
  const html = documentHtml(sampleDocument, options);
  assert.match(html, /<img src="data:image\/svg\+xml;base64,[^"]+" alt="Complaints by area\. Repairs had the most/);
});

test('a link that is no address leads nowhere', () => {
  const hostile = {
    ...sampleDocument,
    blocks: [
      {
        block: 'paragraph' as const,
        text: ['javascript:alert(1)', 'data:text/html,x', '//elsewhere.example', '/\\elsewhere'].map((href) => ({
          text: 'press here',
          href,
        })),
      },
    ],
  };
  assert.doesNotMatch(renderToString(<DocumentShown document={hostile} ownLinks />), /<a /);
});

test('a hundred kilobytes of somebody’s words, in one word or in many, are set', async () => {
  for (const text of [
    'w'.repeat(100_000),
    'word '.repeat(20_000),
    '\u202e\u0000\ud800 گروپ 😀 \u{10ffff}\n'.repeat(50),
  ]) {
    const document = { ...sampleDocument, blocks: [{ block: 'said' as const, text, by: 'Ann', on: '3 May 2026' }] };
    const { bytes } = documentPdf(document);
    assert.ok((await textOfPdf(bytes)).text.length > 300);
    await mammoth.extractRawText({ buffer: await documentDocx(document) });
    assert.ok(documentHtml(document).length > 1_000);
  }
});
