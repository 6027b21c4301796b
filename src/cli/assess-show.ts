/** `putright assess show`: one self-assessment, its answers and what they add up to. */
import { parseArgs } from 'node:util';
import { answerWords, type Counts, countsOf, provisionsOf, yearFrom, yearName } from '../assess/answers.js';
import { editions } from '../law/words.js';
import { listActions } from '../store/assessment-actions.js';
import { answersOf } from '../store/assessment-answers.js';
import { nameOf } from '../store/assessment-names.js';
import { stepsOf } from '../store/assessment-steps.js';
import { assessmentOf, listAssessments, type SelfAssessment } from '../store/assessments.js';
import { inLandlord, type Trx } from '../store/database.js';
import { Stop } from '../store/stop.js';
import { unmetOf } from '../store/unmet.js';
import { type Command, misused } from './command.js';
import { landlordCalled, print, printJson, withInstallation } from './opened.js';

export const assessShow: Command = {
  summary: 'one self-assessment: its answers and what they add up to',
  help: `
putright assess show [--year 2024-25] [--edition 2024] [--json] [--landlord NAME]

Prints the self-assessment that stands for a year: the one published last, else the last there is. Without --year, the
latest there is. Sums are counted from its answers; sums that an older document printed stand beside them.

  --year 2024-25   the reporting year it looks at: 1 April 2024 to 31 March 2025
  --edition 2024   2020, 2022 or 2024
  --json           for machines
  --landlord NAME  which landlord, where there are several
`,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        year: { type: 'string' },
        edition: { type: 'string' },
        json: { type: 'boolean' },
        landlord: { type: 'string' },
      },
    });
    const year = values.year === undefined ? null : yearFrom(values.year);
    if (values.year !== undefined && year === null) throw misused('A year is written like 2024-25.');
    const edition = editions.find((one) => one === values.edition);
    if (values.edition !== undefined && edition === undefined) throw misused('An edition is 2020, 2022 or 2024.');
    await withInstallation(async (db) => {
      const landlord = await landlordCalled(db, values.landlord);
      const shown = await inLandlord(db, landlord.id, async (trx) => {
        const found =
          year === null
            ? ((await listAssessments(trx)).find((one) => edition === undefined || one.edition === edition) ?? null)
            : await assessmentOf(trx, year, edition);
        return found === null ? null : whole(trx, found);
      });
      if (shown === null) throw new Stop(`${landlord.name} has no such self-assessment.`);
      if (values.json) printJson(shown);
      else print(asText(shown));
    });
    return 0;
  },
};

async function whole(trx: Trx, assessment: SelfAssessment) {
  const rows = await answersOf(trx, assessment.id);
  const by = new Map(rows.map((row) => [row.provision, row]));
  return {
    name: nameOf(assessment),
    edition: assessment.edition,
    year: yearName(assessment.year),
    state: assessment.state,
    trigger: assessment.trigger,
    readFrom: assessment.readFrom,
    rows: provisionsOf(assessment.edition).map(({ number, provision }) => {
      const row = by.get(number);
      return {
        provision: number,
        duty: provision.duty,
        strength: provision.strength,
        answer: row?.answer ?? ('unknown' as const),
        answeredBy: row?.answeredBy ?? null,
        answeredOn: row?.answeredOn ?? null,
        evidence: row?.evidence ?? '',
        commentary: row?.commentary ?? '',
        reason: row?.reason ?? '',
        intended: row?.intendedOn ?? row?.intendedWords ?? '',
      };
    }),
    counts: countsOf(assessment.edition, rows),
    printed: assessment.printed ?? {},
    disagreements: assessment.disagreements ?? [],
    unmet: await unmetOf(trx, assessment),
    actions: await listActions(trx, { assessment: assessment.id }),
    steps: await stepsOf(trx, assessment.id),
  };
}

function asText(shown: Awaited<ReturnType<typeof whole>>): string {
  const { counts } = shown;
  return [
    `Self-assessment ${shown.year} against the Code of ${shown.edition} (${shown.state})${
      shown.readFrom === null ? '' : `, read from ${shown.readFrom}`
    }`,
    '',
    ...shown.rows.map(
      ({ provision, answer, duty }) => `${provision.padEnd(6)}${answerWords[answer].padEnd(18)}${duty}`,
    ),
    '',
    ...sums(counts),
    ...shown.disagreements.map(({ words }) => words),
    ...(shown.unmet.length === 0 ? [] : ['', 'Not met:']),
    ...shown.unmet.map(
      ({ provision, reason, intendedOn, intendedWords }) =>
        `${provision.padEnd(6)}${reason === '' ? 'no reason given' : reason} By: ${intendedOn ?? (intendedWords === '' ? 'no day given' : intendedWords)}`,
    ),
  ].join('\n');
}

function sums(counts: Counts): string[] {
  const said = (by: Counts['byAnswer']) =>
    (Object.keys(answerWords) as (keyof typeof answerWords)[])
      .filter((answer) => by[answer] > 0)
      .map((answer) => `${answerWords[answer].toLowerCase()} ${by[answer]}`)
      .join(', ');
  return [
    ...counts.bySection.map(({ section, total, byAnswer }) => `Section ${section}: ${total}: ${said(byAnswer)}`),
    ...(counts.should === 0 ? [] : [`Ordered: ${counts.must}: ${said(counts.mustByAnswer)}`]),
    ...(counts.should === 0 ? [] : [`Advised: ${counts.should}: ${said(counts.shouldByAnswer)}`]),
    `All: ${counts.total}: ${said(counts.byAnswer)}`,
  ];
}
