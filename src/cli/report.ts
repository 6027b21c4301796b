/** `putright report annual`: the annual report of a year, on paper, as a page or for a machine. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chartSvg } from '../post/charts.js';
import { documentDocx } from '../post/document-docx.js';
import { documentHtml } from '../post/document-html.js';
import { documentPdf } from '../post/document-pdf.js';
import { type ReportMade, reportFor } from '../post/freeze-report.js';
import { missingIn } from '../reports/annual/report.js';
import { plainDocument } from '../reports/document-plain.js';
import { parseYear } from '../reports/period.js';
import { inLandlord } from '../store/database.js';
import { Stop } from '../store/stop.js';
import { londonDay } from '../store/today.js';
import { type Command, misused } from './command.js';
import { landlordCalled, print, printJson, withInstallation } from './opened.js';

const formats = ['text', 'pdf', 'docx', 'html', 'json'] as const;
type Format = (typeof formats)[number];

const fromWords: Readonly<Record<ReportMade['from'], string>> = {
  frozen: 'as it was frozen',
  draft: 'a draft: the data as they stand, with what people have written so far',
  data: 'from the data as they stand, with nobody’s words',
};

export const report: Command = {
  summary: 'the annual report of a year, as text, PDF, DOCX or HTML',
  help: `
putright report annual --year 2023-24 [--format text|pdf|docx|html|json] [--out FILE] [--current] [--landlord NAME]

Writes the annual complaints performance and service improvement report. A report that was frozen is given as it was
frozen; else it is written from the data as they stand, and says so. 2023-24 is 1 April 2023 to 31 March 2024.

  --year YEAR      the reporting year
  --format FORMAT  text unless said; by the ending of FILE if that says it
  --out FILE       where to; needed for pdf and docx. A file that is there is not written over
  --current        from the data as they stand, though it was frozen
  --json           the same as --format json
  --landlord NAME  which landlord, where there are several

  putright report annual --year 2023-24 --out annual-report.pdf
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        year: { type: 'string' },
        format: { type: 'string' },
        out: { type: 'string' },
        current: { type: 'boolean' },
        json: { type: 'boolean' },
        landlord: { type: 'string' },
      },
      allowPositionals: true,
    });
    if (positionals.length !== 1 || positionals[0] !== 'annual')
      throw misused('Say which report: putright report annual');
    if (values.year === undefined) throw misused('Say which year: --year 2023-24');
    const year = parseYear(values.year);
    if (year === null) throw misused(`"${values.year}" is no reporting year: say it like 2023-24.`);
    const format = formatOf(values.format, values.json ?? false, values.out);
    if (values.out === undefined && (format === 'pdf' || format === 'docx')) {
      throw misused(`Say where the ${format.toUpperCase()} goes: --out FILE`);
    }
    const today = londonDay(new Date());
    if (today < year.from) throw new Stop(`The year ${year.name} has not begun.`);
    await withInstallation(async (db) => {
      const landlord = await landlordCalled(db, values.landlord);
      const made = await inLandlord(
        db,
        landlord.id,
        (trx) =>
          reportFor(trx, {
            year: Number(year.from.slice(0, 4)),
            today,
            address: '',
            current: values.current ?? false,
          }),
        { snapshot: true, statementTimeoutMs: 0 },
      );
      const written = await inFormat(made, format);
      if (values.out === undefined) {
        if (format === 'json') printJson(written);
        else print(String(written).trimEnd());
        return;
      }
      await save(
        values.out,
        format === 'json' ? `${JSON.stringify(written, null, 2)}\n` : (written as string | Buffer),
      );
      print(`${made.document.title}, ${fromWords[made.from]}: ${resolve(values.out)}`);
      const lacks = missingIn(made.document);
      for (const text of lacks) print(`Still missing: ${text}`);
    });
    return 0;
  },
};

function formatOf(format: string | undefined, json: boolean, out: string | undefined): Format {
  if (format !== undefined) {
    const known = formats.find((one) => one === format);
    if (known === undefined) throw misused(`There is no format "${format}": it is one of ${formats.join(', ')}.`);
    return known;
  }
  if (json) return 'json';
  const ending = out?.slice(out.lastIndexOf('.') + 1).toLowerCase();
  return formats.find((one) => one === ending) ?? 'text';
}

async function inFormat({ document, from, colour }: ReportMade, format: Format): Promise<unknown> {
  const options = {
    draw: chartSvg,
    colour,
    draft: from === 'frozen' ? null : `Not the published report: ${fromWords[from]}.`,
  };
  switch (format) {
    case 'text':
      return `(${fromWords[from]})\n\n${plainDocument(document)}`;
    case 'pdf':
      return documentPdf(document, options).bytes;
    case 'docx':
      return documentDocx(document, options);
    case 'html':
      return documentHtml(document, options);
    case 'json':
      return { year: document.title.slice(-7), from, missing: missingIn(document), document };
    default:
      return format satisfies never;
  }
}

async function save(path: string, bytes: string | Buffer): Promise<void> {
  try {
    await writeFile(resolve(path), bytes, { flag: 'wx' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') throw new Stop(`There is a file ${resolve(path)} already: choose another name.`);
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR') {
      throw new Stop(`The file ${resolve(path)} could not be written.`);
    }
    throw error;
  }
}
