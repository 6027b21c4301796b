/** `putright import FILE`: a register of complaints, as a CSV or an Excel workbook, brought into the history. */
import { parseArgs } from 'node:util';
import { fieldWords, type RegisterMap } from '../complaint/register/fields.js';
import { readConfig } from '../store/config.js';
import { type Database, inLandlord, type LandlordId } from '../store/database.js';
import type { ImportRecord, Preview, Proposal, RegisterFile, RowProblem } from '../store/import-shapes.js';
import { beginImport, previewImport, proposeImport, readImportRows, takeImport } from '../store/imports.js';
import type { Installation } from '../store/installation.js';
import { allLandlords } from '../store/landlords.js';
import { Stop } from '../store/stop.js';
import { londonDay } from '../store/today.js';
import { type Command, misused } from './command.js';
import { demonstrate } from './demonstration.js';
import { readMapFile } from './import-map.js';
import { counted, landlordCalled, print, printJson, withInstallation } from './opened.js';

export const importCommand: Command = {
  summary: 'a register of complaints (CSV or Excel) into the history',
  help: `
putright import FILE [--columns map.json] [--dry-run] [--yes] [--all-or-none] [--source NAME] [--json] [--landlord NAME]

Takes the rows of a register as cases. Without --columns the headings are looked at, what they seem to mean is said,
and nothing is taken until --yes. Rows that are known already are passed over, so taking a file again adds nothing.
A row is refused only when nobody can tell what it is; any other fault leaves that fact unknown, with a warning.
Nobody is written to about cases that are brought in. Cut off, it goes on where it was when it is called again.

  --columns map.json  which column is what: {"columns":{"receivedOn":"Date received",…},"values":{…},
                      "dates":"dmy|mdy|iso","rows":"case|stage"}
  --dry-run           says what would come of it, and takes nothing
  --yes               takes it by the proposal
  --all-or-none       takes nothing if any row must be refused
  --source NAME       which register it is, if there are several: rows are known again by it
  --json              one object: rows, taken, already, changed, refused, warnings
  --landlord NAME     which landlord, where there are several

Exit code 1 when a row was refused or the file can't be read; 2 when called wrongly.

  putright import complaints-2023-24.xlsx
  putright import complaints-2023-24.csv --columns map.json --all-or-none
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        columns: { type: 'string' },
        'dry-run': { type: 'boolean' },
        yes: { type: 'boolean' },
        'all-or-none': { type: 'boolean' },
        source: { type: 'string' },
        json: { type: 'boolean' },
        landlord: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [path, another] = positionals;
    if (path === undefined) throw misused('Say which file: putright import FILE.');
    if (another !== undefined) throw misused('One file at a time: putright import FILE.');
    const map = values.columns === undefined ? null : await readMapFile(values.columns);
    return withInstallation(async (db, installation) => {
      await onFirstRun(db, installation);
      const { id: landlordId } = await landlordCalled(db, values.landlord);
      const asked: Asked = {
        db,
        landlordId,
        file: { path, name: path.split(/[\\/]/).at(-1) ?? path },
        source: values.source ?? 'register',
        mode: values['all-or-none'] ? 'all-or-none' : 'good-rows',
        now: new Date(),
        json: values.json ?? false,
        dryRun: values['dry-run'] ?? false,
      };
      if (map !== null) return values['dry-run'] ? lookOnly(asked, map, null) : take(asked, map, null);
      const proposal = await proposeImport(db, landlordId, { file: asked.file, today: londonDay(asked.now) });
      if (!proposal.ok) throw new Stop(proposal.why);
      if (values.yes && !values['dry-run']) return take(asked, proposal.map, proposal);
      return lookOnly(asked, proposal.map, proposal);
    });
  },
};

/** A first run by this command is a first run: the demonstration is there to bring something into. */
async function onFirstRun(db: Database, { embedded, urls }: Installation): Promise<void> {
  if (!embedded || (await allLandlords(db)).length > 0) return;
  const wish = { asked: false, fresh: false, empty: false, embedded };
  await demonstrate(readConfig(), urls, wish, (line) => process.stderr.write(`${line}\n`));
}

interface Asked {
  readonly db: Database;
  readonly landlordId: LandlordId;
  readonly file: RegisterFile;
  readonly source: string;
  readonly mode: 'good-rows' | 'all-or-none';
  readonly now: Date;
  readonly json: boolean;
  readonly dryRun: boolean;
}

/** Says what taking it would do. Without a map that was given, also how the columns are understood. */
async function lookOnly(asked: Asked, map: RegisterMap, proposal: Proposal | null): Promise<0 | 1> {
  const { db, landlordId, file, source, now } = asked;
  const preview = await previewImport(db, landlordId, {
    file,
    map,
    source,
    today: londonDay(now),
    most: Number.POSITIVE_INFINITY,
  });
  if (!preview.ok) throw new Stop(preview.why);
  const nothing = asked.mode === 'all-or-none' && preview.refused > 0;
  if (asked.json) {
    const { rows, already, refusals, warnings } = preview;
    const would = nothing ? { taken: 0, changed: 0 } : { taken: preview.taken, changed: preview.changed };
    // Nobody has confirmed a proposal yet: then nothing is taken, and what would be stands beside it.
    const waits = proposal !== null && !asked.dryRun;
    printJson({
      rows,
      taken: waits ? 0 : would.taken,
      already,
      changed: waits ? 0 : would.changed,
      refused: refusals,
      warnings,
      dryRun: true,
      ...(waits ? { wouldTake: would.taken, wouldChange: would.changed } : {}),
      notes: preview.notes,
      ...(proposal === null ? {} : { proposed: map, leftOut: leftOutOf(proposal) }),
    });
  } else {
    if (proposal !== null) tellProposal(proposal);
    tellProblems('Refused', preview.refusals, preview.refused);
    tellProblems('Warnings', preview.warnings, preview.warned);
    if (proposal === null) for (const note of preview.notes) print(note);
    print(`${counted(preview.rows, 'row')}: ${told(preview, 'would be')}.`);
    if (nothing) print('With --all-or-none nothing would be taken.');
    if (proposal !== null) print('Nothing was taken. Say --yes to take it so, or correct the columns with --columns.');
  }
  return preview.refused > 0 ? 1 : 0;
}

async function take(asked: Asked, map: RegisterMap, proposal: Proposal | null): Promise<0 | 1> {
  const { db, landlordId, file, source, mode, now } = asked;
  const begun = await beginImport(db, landlordId, { file, map, source, mode, by: null, now });
  if (!begun.ok) throw new Stop(begun.why);
  const taken = await takeImport(db, landlordId, { importId: begun.importId, file, now, told: progress() });
  if (!taken.ok) throw new Stop(taken.why);
  const problems = await problemsOf(asked, taken);
  if (asked.json) {
    const { rows, already, changed } = taken;
    printJson({
      rows,
      taken: taken.taken,
      already,
      changed,
      ...problems,
      notes: taken.notes,
      ...(proposal === null ? {} : { proposed: map, leftOut: leftOutOf(proposal) }),
    });
  } else {
    tellProblems('Refused', problems.refused, taken.refused);
    tellProblems('Warnings', problems.warnings, taken.warned);
    for (const note of taken.notes) print(note);
    print(
      taken.state === 'refused'
        ? `${counted(taken.refused, 'row')} of ${taken.rows.toLocaleString('en-GB')} can’t be taken, so nothing was.`
        : `${counted(taken.rows, 'row')}: ${told(taken, 'were')}, as ${counted(taken.cases, 'new case')}.`,
    );
  }
  return taken.refused > 0 ? 1 : 0;
}

function told(counts: Preview | ImportRecord, were: string): string {
  const said = (n: number) => n.toLocaleString('en-GB');
  const { taken, already, changed, refused, warned } = counts;
  return `${said(taken)} ${were} taken, ${said(already)} known already, ${said(changed)} filled in, ${said(refused)} refused, ${said(warned)} with warnings`;
}

/** A line on stderr each couple of seconds, where a person looks on. */
function progress(): (counts: { rows: number }) => void {
  let last = performance.now();
  return ({ rows }) => {
    if (!process.stderr.isTTY || performance.now() - last < 2_000) return;
    last = performance.now();
    process.stderr.write(`${rows.toLocaleString('en-GB')} rows…\n`);
  };
}

async function problemsOf({ db, landlordId }: Asked, record: ImportRecord) {
  const refused: RowProblem[] = [];
  const warnings: RowProblem[] = [];
  for (const [which, list] of [
    ['refused', refused],
    ['warned', warnings],
  ] as const) {
    for (let afterLine = 0; ; ) {
      const rows = await inLandlord(
        db,
        landlordId,
        (trx) => readImportRows(trx, { importId: record.id, which, afterLine, most: 5_000 }),
        { readOnly: true },
      );
      for (const { line, problems } of rows)
        for (const { column, reason } of problems) list.push({ line, column, reason });
      const last = rows.at(-1);
      if (last === undefined || rows.length < 5_000) break;
      afterLine = last.line;
    }
  }
  return { refused, warnings };
}

const mostTold = 25;

function tellProblems(what: string, problems: readonly RowProblem[], rows: number): void {
  if (problems.length === 0) return;
  print(`${what}, ${counted(rows, 'row')}:`);
  for (const { line, column, reason } of problems.slice(0, mostTold))
    print(`  line ${line}${column === null ? '' : `, ${safe(column)}`}: ${safe(reason)}`);
  if (problems.length > mostTold)
    print(`  and ${(problems.length - mostTold).toLocaleString('en-GB')} more: --json lists all.`);
}

function tellProposal({ columns, values, map, notes, remembered }: Proposal): void {
  print(remembered ? 'The columns, as they were confirmed for these headings before:' : 'The columns seem to mean:');
  for (const { heading, field } of columns)
    print(`  ${safe(heading) || '(no heading)'}: ${field === null ? 'left out' : fieldWords[field]}`);
  print(
    `Each row tells a ${map.rows}. Dates are read ${{ dmy: 'day, month, year', mdy: 'month, day, year', iso: 'year, month, day' }[map.dates]}.`,
  );
  const merged = values.filter(({ text, value }) => value !== null && value !== text);
  const unsaid = values.filter(({ value }) => value === null);
  for (const { field, text, value } of merged.slice(0, 60))
    print(`  ${fieldWords[field]}: “${safe(text)}” as ${safe(value ?? '')}`);
  for (const { field, text, rows } of unsaid.slice(0, 60))
    print(`  ${fieldWords[field]}: “${safe(text)}” is not known (${counted(rows, 'row')})`);
  for (const note of notes) print(safe(note));
}

/** What a file says, without characters that steer a terminal. */
function safe(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}

/** Headings that no field is proposed for: what stands below them is not taken. */
function leftOutOf({ columns }: Proposal): string[] {
  return columns.filter(({ field }) => field === null).map(({ heading }) => heading);
}
