/** The annual report as written from figures: its parts in the Code's order, nothing hidden, nothing made up. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { day } from '../../src/facts/days.js';
import { chartSvg } from '../../src/post/charts.js';
import { documentDocx } from '../../src/post/document-docx.js';
import { documentPdf } from '../../src/post/document-pdf.js';
import { identifyingIn } from '../../src/reports/annual/identifying.js';
import { annualReport, missingIn, whyNotYet } from '../../src/reports/annual/report.js';
import { plainDocument } from '../../src/reports/document-plain.js';
import { financialYear } from '../../src/reports/period.js';
import { root } from '../../src/store/config.js';
import { annual, count, measured, said, share } from './annual-sample.js';

const parts = [
  '(a) Our self-assessment',
  '(b) How we handled complaints',
  '(c) Findings by the Ombudsman',
  '(d) What we improved',
  '(e) The Ombudsman’s annual report',
  '(f) Other reports and publications',
  'Our governing body’s response',
];

function inOrder(text: string): void {
  const squeezed = text.replace(/\s+/g, '');
  // The last place: a table of contents names them first.
  const at = parts.map((part) => squeezed.lastIndexOf(part.replace(/\s+/g, '')));
  assert.ok(
    at.every((place, i) => place >= 0 && (i === 0 || place > (at[i - 1] ?? 0))),
    `the parts stand at ${at}`,
  );
}

test('the whole report says what it said when it was last read (GOLDEN=write writes it anew)', () => {
  const text = plainDocument(annualReport(annual));
  const path = join(root, 'tests', 'reports', 'golden', 'annual.txt');
  if (process.env.GOLDEN === 'write') writeFileSync(path, text);
  assert.equal(text, readFileSync(path, 'utf8'));
});

test('the six parts stand in the order of 8.1 in text, PDF and DOCX', async () => {
  const document = annualReport(annual);
  inOrder(plainDocument(document));
  const { bytes, notShown } = documentPdf(document, { draw: chartSvg });
  assert.deepEqual(notShown, []);
  assert.match(Buffer.from(bytes).toString('latin1'), /pdfuaid:part(>|=")1/);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: true });
  inOrder(text);
  for (const figure of ['83% (30 of 36)', '92% (33 of 36)', '7.15', '1.39', '19% (7 of 36)', '53% (19 of 36)', '41%']) {
    assert.ok(text.replace(/\s+/g, '').includes(figure.replace(/\s+/g, '')), figure);
  }
  const docx = await mammoth.extractRawText({ buffer: await documentDocx(document, { draw: chartSvg }) });
  inOrder(docx.value);
});

test('refused types are listed though there be none, and the sentence says so', () => {
  const text = plainDocument(annualReport(annual));
  assert.match(text, /No complaint was refused\./);
  assert.match(text, /Complaints refused, by type[\s\S]*Legal proceedings have started \| 0/);
  const one = annualReport({
    ...annual,
    now: annual.now.map((m) => (m.group === 'legal-proceedings' ? { ...m, value: 1, numerator: 1 } : m)),
  });
  assert.match(plainDocument(one), /We refused one complaint\./);
});

test('restrictions of contact are told with what led there, and that there was none is said too', () => {
  const behaviour = (restricted: number) =>
    plainDocument(
      annualReport({
        ...annual,
        now: [
          ...annual.now,
          count('restrictions', 'decided', restricted),
          count('behaviour', 'warned', 3),
          count('behaviour', 'appealed', 0),
          share('restrictions.reviewed-in-time', null, 1, 2),
        ],
      }),
    );
  assert.match(behaviour(0), /No restriction of contact is recorded in 2023-24\./);
  const text = behaviour(1);
  assert.match(text, /One restriction of contact was decided in 2023-24, each by two people, after a warning/);
  assert.match(text, /Warnings given \| 3[\s\S]*Reviewed by their day \| 50% \(1 of 2\)/);
  assert.doesNotMatch(text, /Appeals \|/);
  assert.doesNotMatch(plainDocument(annualReport(annual)), /When we restricted contact/);
});

test('in time is shown by every reading, the reported one named, and the difference explained', () => {
  const text = plainDocument(annualReport(annual));
  assert.match(text, /no extension counted \(the figure we report\) \| 83% \(30 of 36\)/);
  assert.match(
    text,
    /Without extensions 83% of stage 1 complaints were answered in time, with them 92%\. The difference is 3 complaints/,
  );
  assert.match(
    plainDocument(annualReport({ ...annual, reading: 'with-extensions' })),
    /extension that counts \(the figure we report\) \| 92%/,
  );
});

test('a total that was given carries a star and its source; what is not known is said, never 0', () => {
  const text = plainDocument(annualReport(annual));
  assert.match(text, /Stage 1 complaints \| 36 \| 29\*/);
  assert.match(text, /\* Given as a total, not counted from cases\. Source: Annual report 2022-23, page 4\./);
  assert.match(text, /Stage 2 complaints \| 7 \| not known/);
});

test('what cannot be divided is none, and is never 0%', () => {
  const text = plainDocument(
    annualReport({ ...annual, now: [measured('escalation-rate', { numerator: 0, denominator: 0 })] }),
  );
  assert.match(text, /Escalation rate, of stage 1 \| none/);
  assert.doesNotMatch(text, /\b0%/);
});

test('a draft names what it still lacks; a whole one lacks nothing', () => {
  assert.deepEqual(missingIn(annualReport(annual)), []);
  const bare = missingIn(annualReport({ ...annual, texts: {}, assessment: null }));
  assert.equal(bare.length, 3);
  const unanswered = annual.assessment === null ? null : { ...annual.assessment, unanswered: ['6.1', '6.2'] };
  assert.match(missingIn(annualReport({ ...annual, assessment: unanswered })).join(), /2 provisions[^,]*6\.1, 6\.2/);
});

test('a year that has not ended, or has no data, says so and cannot be frozen', () => {
  assert.equal(whyNotYet(annual), null);
  const early = { ...annual, today: day('2024-03-31') };
  assert.match(whyNotYet(early) ?? '', /ends on 31 March 2024/);
  assert.match(plainDocument(annualReport(early)), /The year has not ended/);
  const before = { ...annual, year: financialYear(2003), now: [] };
  assert.match(whyNotYet(before) ?? '', /nothing to report on/);
  assert.match(plainDocument(annualReport(before)), /No contact of 2003-04 is recorded here/);
});

test('an approved report says by whom, and a published finding of the Ombudsman names nobody', () => {
  const text = plainDocument(
    annualReport({
      ...annual,
      state: 'approved',
      approvals: [{ name: 'Ann Other', office: 'Leader of the Cabinet', on: day('2024-06-12'), minutes: '5.2' }],
    }),
  );
  assert.match(text, /Approved by Ann Other, Leader of the Cabinet, on 12 June 2024 \(minutes 5\.2\)/);
  assert.match(text, /Outside jurisdiction \| 1/);
});

test('hostile words stay words', async () => {
  const text = `<script>alert(1)</script>\n#import "@preview/x"; ]] $x$\n\nمرحبا\n\n${'z'.repeat(100_000)}`;
  const document = annualReport({ ...annual, texts: { ...annual.texts, performance: said(text) } });
  const { bytes } = documentPdf(document, { draw: chartSvg });
  const read = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  assert.match(read.text, /<script>alert\(1\)<\/script>/);
  assert.match(read.text, /#import/);
  assert.ok((await documentDocx(document)).length > 1_000);
});

test('what might tell who somebody is, is named for a person to look at', () => {
  const text =
    'Mrs Okafor of 12 High Street, WS11 1BG (CMP-23-00042), aged 84, wrote on 3 May from ada@example.org about her asthma and the flat 4 boiler. Ada was cross.';
  const found = identifyingIn(text, ['Ada Okafor']).map((one) => one.what);
  for (const what of ['name', 'address', 'postcode', 'contact', 'reference', 'date', 'age', 'health'] as const) {
    assert.ok(found.includes(what), what);
  }
  assert.deepEqual(identifyingIn('A bathroom was fitted badly by a contractor.', ['Ada Okafor']), []);
  // A name inside another word is none.
  assert.deepEqual(identifyingIn('The adage holds.', ['Ada Lee']), []);
});

test('what residents said after their own case stands beside how many were asked, and how many could not be', () => {
  const now = [
    ...annual.now,
    measured('satisfaction', { group: 'handled', numerator: 3, denominator: 5 }),
    ...[
      ['answered', 5],
      ['no-answer', 15],
      ['not-delivered', 2],
      ['no-way', 1],
      ['stopped', 0],
    ].map(([group, numerator]) => measured('survey.asked', { group: String(group), numerator: Number(numerator) })),
  ];
  const text = plainDocument(annualReport({ ...annual, now })).replace(/\s+/g, ' ');
  assert.match(
    text,
    /Of 20 people who were asked after their own case, 5 answered\. 2 more did not get the question\./,
  );
  assert.match(text, /1 could not be asked by any way that was agreed with them\./);
  assert.doesNotMatch(text, /0 had said/);
});
