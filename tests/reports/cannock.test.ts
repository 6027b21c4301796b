/** Cannock Chase's year from its register: the annual report says every figure that was published in June 2024. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { day } from '../../src/facts/days.js';
import { chartSvg } from '../../src/post/charts.js';
import { documentDocx } from '../../src/post/document-docx.js';
import { documentPdf } from '../../src/post/document-pdf.js';
import { reportFor } from '../../src/post/freeze-report.js';
import { plainDocument } from '../../src/reports/document-plain.js';
import { financialYear } from '../../src/reports/period.js';
import { inLandlord } from '../../src/store/database.js';
import { givePastTotal } from '../../src/store/past-totals.js';
import { giveStock } from '../../src/store/stock.js';
import { chooseReading } from '../../src/store/tsm-returns.js';
import { csvFile } from '../../src/web/csv.js';
import { newLandlord } from '../measures/told.js';
import { bringIn, fileWith } from '../register/bringing-in.js';
import { cannockYear, cannockPublished as published } from '../support/cannock-year.js';

test('the register of a year becomes the report that was published of it, in text, PDF and DOCX', async () => {
  const { db, landlordId } = await newLandlord('Cannock Chase, its report');
  const register = cannockYear('stage');
  const taken = await bringIn(db, landlordId, fileWith(csvFile([register.headings, ...register.rows])), register.map);
  assert.equal(taken.refused, 0);
  const made = await inLandlord(db, landlordId, async (trx) => {
    const { homesLcra, year, lastYearStage1 } = published;
    await giveStock(trx, { tenure: 'LCRA', yearEnd: year.until, homes: homesLcra, source: 'Return', by: null });
    const total = { id: 'stage1.count', group: null, reading: null, numerator: null, denominator: null } as const;
    const source = 'Report of October 2023';
    await givePastTotal(trx, { ...total, value: lastYearStage1, period: financialYear(2022), source }, null);
    await chooseReading(trx, year.from, 'base');
    return reportFor(trx, { year: 2023, today: day('2024-06-12'), address: '' });
  });
  assert.equal(made.from, 'data');
  const text = plainDocument(made.document);
  const { bytes, notShown } = documentPdf(made.document, { draw: chartSvg });
  assert.deepEqual(notShown, []);
  const place = process.env.PUTRIGHT_LOOK;
  if (place) {
    writeFileSync(`${place}-cannock.txt`, text);
    writeFileSync(`${place}-cannock.pdf`, bytes);
  }
  const read = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  const docx = await mammoth.extractRawText({ buffer: await documentDocx(made.document, { draw: chartSvg }) });
  for (const [what, all] of Object.entries({ text, pdf: read.text, docx: docx.value })) {
    const squeezed = all.replace(/[\s|]+/g, '');
    for (const said of [
      '259 contacts',
      'Complaints (stage 1) 36',
      'Requests for stage 2 7',
      'MP’s enquiry 113',
      'Service request 103',
      'Repairs / Maintenance 14',
      'Allocations 5',
      '7.15 (36 for 5,035 homes)',
      '1.39 (7 for 5,035 homes)',
      '19% (7 of 36)',
      '83% (30 of 36)',
      '92% (33 of 36)',
      '86% (6 of 7)',
      '100% (7 of 7)',
      '53% (19 of 36)',
      '19% (7 of 36)',
      '28% (10 of 36)',
      '29*',
      'Report of October 2023',
      'No complaint was refused.',
      'The difference is 3 complaints',
    ]) {
      assert.ok(squeezed.includes(said.replace(/\s+/g, '')), `${what}: ${said}`);
    }
  }
});
