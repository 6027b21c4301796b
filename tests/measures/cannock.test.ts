/** Cannock Chase's year, brought in as a register, gives every figure that its report of June 2024 publishes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../src/facts/days.js';
import { percentage, rounded } from '../../src/reports/rounding.js';
import { inLandlord } from '../../src/store/database.js';
import { giveStock } from '../../src/store/stock.js';
import { csvFile } from '../../src/web/csv.js';
import { bringIn, fileWith } from '../register/bringing-in.js';
import { cannockYear, cannockPublished as published } from '../support/cannock-year.js';
import { figure, newLandlord } from './told.js';

for (const form of ['stage', 'case'] as const)
  test(`the register with a row for each ${form} gives every published figure`, async () => {
    const landlord = await newLandlord(`Cannock by ${form}`);
    const register = cannockYear(form);
    const file = fileWith(csvFile([register.headings, ...register.rows]));
    const taken = await bringIn(landlord.db, landlord.landlordId, file, register.map);
    assert.equal(taken.refused, 0);
    await inLandlord(landlord.db, landlord.landlordId, (trx) =>
      giveStock(trx, {
        tenure: 'LCRA',
        yearEnd: published.year.until,
        homes: published.homesLcra,
        source: 'Annual report 2023-24',
        by: null,
      }),
    );
    const figures = await landlord.figures(2023, '2024-06-30');
    const of = (id: string, group: string | null = null, reading: string | null = null) =>
      figure(figures, id, group, reading);
    const share = (id: string, group: string | null, reading: string | null = null) => {
      const { numerator, denominator } = of(id, group, reading);
      return percentage(numerator ?? 0, denominator ?? 1);
    };

    const contacts = figures.filter(({ id }) => id === 'contacts');
    assert.equal(
      contacts.reduce((sum, { value }) => sum + (value ?? 0), 0),
      published.contacts,
    );
    assert.equal(of('contacts', 'stage-1').value, published.stage1);
    assert.equal(of('contacts', 'stage-2').value, published.stage2);
    assert.equal(of('contacts', 'mp-enquiry').value, published.mpEnquiries);
    assert.equal(of('contacts', 'service-request').value, published.serviceRequests);

    assert.equal(of('stage1.count').value, published.stage1);
    assert.equal(of('stage2.count').value, published.stage2);
    for (const [area, n] of Object.entries(published.stage1Areas))
      assert.equal(of('stage1.count', area).value, n, area);
    for (const [area, n] of Object.entries(published.stage2AreasOfComplaint))
      assert.equal(of('stage2.count', area).value, n, area);

    assert.deepEqual(
      ['upheld', 'partly-upheld', 'not-upheld'].map((outcome) => share('stage1.outcome', outcome)),
      ['53%', '19%', '28%'],
    );
    assert.equal(share('escalation-rate', null), published.percentages.escalated);
    for (const stage of [1, 2] as const)
      for (const group of ['LCRA', 'all'])
        assert.deepEqual(
          [share(`ch02.${stage}`, group, 'base'), share(`ch02.${stage}`, group, 'with-extensions')],
          published.percentages[`stage${stage}`],
        );
    for (const [id, wanted] of [
      ['ch01.1', published.perThousand.stage1],
      ['ch01.2', published.perThousand.stage2],
    ] as const) {
      const { numerator, denominator, note } = of(id, 'LCRA');
      assert.equal(rounded(numerator ?? 0, denominator ?? 1, 1000, 2), wanted);
      assert.match(note ?? '', /counted as LCRA/);
      assert.equal(of(id, 'LCHO').none, true);
    }
    assert.equal(
      figures.filter(({ id }) => id.startsWith('ch0')).some(({ unknown, notYetDue }) => unknown + notYetDue > 0),
      false,
    );
    assert.equal(day(published.year.from), '2023-04-01');
  });
