/** `putright measures --year 2023-24`: every measure of a reporting year, with what it was made of. */
import { parseArgs } from 'node:util';
import { inWords } from '../facts/days.js';
import type { Measured, Period } from '../reports/measured.js';
import { measureOf, measuresFor } from '../reports/measures/library.js';
import { parseYear } from '../reports/period.js';
import { inFigures } from '../reports/rounding.js';
import { inLandlord } from '../store/database.js';
import { historyHead } from '../store/history-head.js';
import { firstAndLastReceipt, homesOf, type MeasureFilter, measure } from '../store/measures.js';
import { londonDay } from '../store/today.js';
import { type Command, misused } from './command.js';
import { counted, landlordCalled, print, printJson, withInstallation } from './opened.js';

export const measures: Command = {
  summary: 'the measures of a year, with what each is made of and how it is defined',
  help: `
putright measures --year 2023-24 [--homes-lcra N] [--homes-lcho N] [--area NAME] [--definitions] [--json]
                  [--landlord NAME]

Prints every measure of the reporting year from 1 April to 31 March: its value, the counts that it is made of, how many
cases it leaves out because a fact is not known, and how many because they are not yet due.

  --year           the year: 2023-24 is 1 April 2023 to 31 March 2024
  --homes-lcra     low-cost rented homes owned at its end, in the place of those on record
  --homes-lcho     the same for low-cost home ownership
  --area           only one service area
  --definitions    what each measure counts, and where it comes from
  --json           for machines
  --landlord NAME  which landlord, where there are several

  putright measures --year 2023-24 --homes-lcra 5035
`,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        year: { type: 'string' },
        'homes-lcra': { type: 'string' },
        'homes-lcho': { type: 'string' },
        area: { type: 'string' },
        definitions: { type: 'boolean' },
        json: { type: 'boolean' },
        landlord: { type: 'string' },
      },
    });
    if (values.year === undefined) throw misused('Say which year: putright measures --year 2023-24');
    const period = parseYear(values.year);
    if (period === null)
      throw misused(
        `"${values.year}" is not a reporting year: write it as 2023-24, for 1 April 2023 to 31 March 2024.`,
      );
    const filter = filterOf(values['homes-lcra'], values['homes-lcho'], values.area);
    await withInstallation(async (db) => {
      const landlord = await landlordCalled(db, values.landlord);
      const today = londonDay(new Date());
      const found = await inLandlord(
        db,
        landlord.id,
        async (trx) => ({
          figures: await measure(trx, period, today, filter),
          homes: await homesOf(trx, period, filter),
          head: await historyHead(trx),
          received: await firstAndLastReceipt(trx),
        }),
        { snapshot: true, readOnly: true },
      );
      const notes = notesOn(period, today, found.received);
      if (values.json)
        printJson({
          year: period.name,
          from: period.from,
          until: period.until,
          today,
          ended: period.until < today,
          notes,
          homes: { LCRA: found.homes.LCRA, LCHO: found.homes.LCHO, yearEnd: found.homes.yearEnd },
          history: found.head,
          measures: found.figures.map((figure) => asJson(figure, period, values.definitions === true)),
        });
      else print(asText(period, notes, found.figures, values.definitions === true));
    });
    return 0;
  },
};

function filterOf(lcra: string | undefined, lcho: string | undefined, area: string | undefined): MeasureFilter {
  const homes = (text: string | undefined, option: string): number | null => {
    if (text === undefined) return null;
    if (!/^\d{1,9}$/.test(text.replaceAll(',', '')))
      throw misused(`--${option} is a number of homes, like 5035: "${text}" is none.`);
    return Number(text.replaceAll(',', ''));
  };
  return {
    ...(area === undefined ? {} : { area }),
    ...(lcra === undefined && lcho === undefined
      ? {}
      : { homes: { LCRA: homes(lcra, 'homes-lcra'), LCHO: homes(lcho, 'homes-lcho') } }),
  };
}

/** What has to be known before the figures are read: no cases then, or a year that has not ended. */
function notesOn(period: Period, today: string, received: { first: string; last: string } | null): string[] {
  if (received === null) return ['There are no cases yet, so there is nothing to count.'];
  const notes: string[] = [];
  if (period.from > today) notes.push(`The year ${period.name} has not begun.`);
  else if (period.until >= today)
    notes.push(
      `The year ${period.name} has not ended: these are its figures up to ${inWords(today as Period['from'])}.`,
    );
  if (period.until < received.first)
    notes.push(
      `The first case here was received on ${inWords(received.first as Period['from'])}, after that year: nothing is known of it.`,
    );
  return notes;
}

function asJson(figure: Measured, period: Period, definitions: boolean) {
  const { id, group, reading, none, unit, note, ...rest } = figure;
  const measure = definitions ? measureOf(id, period) : null;
  return {
    id,
    ...(group === null ? {} : { group }),
    ...(reading === null ? {} : { reading }),
    ...rest,
    none,
    unit,
    ...(note === null ? {} : { note }),
    ...(measure === null ? {} : { definition: measure.definition, source: measure.source }),
  };
}

function asText(period: Period, notes: readonly string[], figures: readonly Measured[], definitions: boolean): string {
  const lines = [`Measures of ${period.name}: ${inWords(period.from)} to ${inWords(period.until)}`, ...notes];
  for (const measure of measuresFor(period)) {
    const mine = figures.filter(({ id }) => id === measure.id);
    if (mine.length === 0) continue;
    lines.push('', `${measure.words}${measure.source === null ? '' : ` (${measure.source})`}`);
    if (definitions) lines.push(`  ${measure.definition}`);
    for (const figure of mine) lines.push(`  ${lineOf(figure, measure.words, mine.length === 1)}`);
    for (const note of new Set(mine.flatMap(({ note }) => (note === null ? [] : [note])))) lines.push(`  ${note}`);
  }
  return lines.join('\n');
}

function lineOf(figure: Measured, words: string, alone: boolean): string {
  const name = figure.words === words ? (alone ? '' : 'In all: ') : `${figure.words.slice(words.length + 2)}: `;
  const left = [
    ...(figure.unknown > 0 ? [`${counted(figure.unknown, 'case')} left out: not known`] : []),
    ...(figure.notYetDue > 0 ? [`${counted(figure.notYetDue, 'case')} not yet due`] : []),
  ];
  return `${name}${inFigures(figure)}${left.length === 0 ? '' : ` (${left.join('; ')})`}`;
}
