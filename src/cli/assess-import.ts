/** `putright assess import FILE`: an older self-assessment read from its document, as proposals that a person confirms. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { answers, answerWords, yearFrom, yearName } from '../assess/answers.js';
import { readForm } from '../assess/read/read-form.js';
import type { FormReading, ReadRow } from '../assess/read/shape.js';
import { editions } from '../law/words.js';
import { readDocument } from '../post/read-document.js';
import { inLandlord } from '../store/database.js';
import { keepFile, receiveFile } from '../store/documents.js';
import { keepReading } from '../store/form-readings.js';
import { Stop } from '../store/stop.js';
import { type Command, misused } from './command.js';
import { counted, landlordCalled, print, printJson, withInstallation } from './opened.js';

export const assessImport: Command = {
  summary: 'an older self-assessment, read from its document',
  help: `
putright assess import FILE --edition 2020|2022|2024 [--year 2023] [--yes] [--json] [--landlord NAME]

Reads an older self-assessment: a PDF, a Word document (docx), a CSV, plain text or Markdown. It proposes for each
provision what the document answers, the landlord's own evidence, where it stands and how sure the reading is. What the
document lost is unknown, and never yes. Sums that it prints are held against what its rows add up to.

  --edition 2022   the Code that it answers: 2020, 2022 or 2024
  --year 2023      the reporting year that it looks at: 1 April 2023 to 31 March 2024
  --yes            keep the reading, for a person to confirm row by row on the screens; nothing of it counts before that
  --json           for machines
  --landlord NAME  which landlord, where there are several (with --yes)

Exit code 1 when the file can't be read or holds no self-assessment; 2 when called wrongly.

  putright assess import self-assessment-2023.pdf --edition 2022 --year 2023
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        edition: { type: 'string' },
        year: { type: 'string' },
        yes: { type: 'boolean' },
        json: { type: 'boolean' },
        landlord: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw misused('Say which document: putright assess import FILE --edition 2022');
    const edition = editions.find((one) => one === values.edition);
    if (edition === undefined)
      throw misused('Say which Code the document answers: --edition 2020, --edition 2022 or --edition 2024.');
    const year = values.year === undefined ? null : yearFrom(values.year);
    if (values.year !== undefined && year === null) throw misused('A year is written like 2023 or 2023-24.');
    const document = await readDocument(path, path);
    if (!document.ok) throw new Stop(document.words);
    const read = readForm(document.blocks, edition, year === null ? null : yearName(year));
    const reading = { ...read, warnings: [...document.warnings, ...read.warnings] };
    if (reading.form === 'nothing') throw new Stop(`${basename(path)} holds no self-assessment that can be read.`);
    const kept = values.yes ? await keep(path, reading, year, values.landlord) : null;
    if (values.json) printJson(kept === null ? reading : { ...reading, kept });
    else print([...asText(reading), ...keptText(kept)].join('\n'));
    return 0;
  },
};

async function keep(path: string, read: FormReading, year: number | null, landlordName: string | undefined) {
  return withInstallation(async (db, installation) => {
    const landlord = await landlordCalled(db, landlordName);
    const source = basename(path);
    const received = await receiveFile(installation.files, landlord.id, createReadStream(path), { name: source });
    if (!received.ok) throw new Stop(`${source} could not be kept: it is ${received.why.replace('-', ' ')}.`);
    return inLandlord(db, landlord.id, async (trx) => {
      const file = await keepFile(trx, installation.files, received.stored);
      return keepReading(trx, { source, file, year, read, by: null });
    });
  });
}

function keptText(kept: string | null): string[] {
  return kept === null
    ? ['', 'Nothing was kept. With --yes the reading waits on the screens for a person to confirm.']
    : ['', `Kept, to be confirmed by a person: /self-assessment/read/${kept}`];
}

const formWords = {
  table: 'its form',
  narrative: 'a narrative, which answers no question by itself',
  'list-of-unmet': 'a list of what is not met',
  nothing: 'nothing',
} as const;

function asText(read: FormReading): string[] {
  const { counts } = read;
  const given = answers
    .filter((answer) => counts.byAnswer[answer] > 0)
    .map((answer) => `${answerWords[answer].toLowerCase()} ${counts.byAnswer[answer]}`);
  return [
    `Code of ${read.edition}${read.year === null ? '' : `, year ${read.year}`}: ${formWords[read.form]}`,
    `${counted(counts.total, 'row')}: ${given.join(', ')}. Must ${counts.must}, should ${counts.should}.`,
    ...read.disagreements.map(({ words }) => `Sums that don’t agree: ${words}`),
    ...read.warnings.map((words) => `Look at this: ${words}`),
    '',
    ...read.rows.flatMap(rowText),
    ...(read.earlier.length === 0 ? [] : ['', 'Of another year:']),
    ...read.earlier.map(({ year, provision, answer, now }) => `  ${year} ${provision} ${answer}; since then ${now}`),
    ...(read.actions.length === 0 ? [] : ['', `Action plan: ${counted(read.actions.length, 'row')}`]),
    ...read.actions.map(
      ({ provision, mandatory, action, lead, target }) =>
        `  ${provision || '–'}${mandatory ? '*' : ''} ${short(action)} | ${lead || 'nobody named'} | ${target || 'no date'}`,
    ),
    ...(read.missing.length === 0 || read.form === 'table' ? [] : ['', `Not spoken of: ${read.missing.join(', ')}`]),
  ];
}

function rowText(row: ReadRow): string[] {
  const sure = `${Math.round(row.confidence * 100)}% sure`;
  const head = `  ${row.provision.padEnd(5)} ${answerWords[row.answer].padEnd(18)} ${sure.padEnd(10)} ${row.place}`;
  return [head.trimEnd(), ...(row.needsPerson ? row.why.map((words) => `        ${words}`) : [])];
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
