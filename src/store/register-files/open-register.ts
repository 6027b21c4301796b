/** A register as it lies on the disk, whatever it was made with: its rows, as text, one after the other. */
import { basename } from 'node:path';
import { codeOf, Stop } from '../stop.js';
import { type RawRow, rowsOfText, separatorOf } from './csv.js';
import { encodingOf, lookAt, startOf, textOf } from './encoding.js';
import { rowsOfSheet, sheetsOf } from './xlsx.js';
import { refuseBombs, zipEntries } from './zip.js';

export interface OpenRegister {
  readonly name: string;
  /** Hex sha256 of its bytes. */
  readonly digest: string;
  readonly size: number;
  /** Empty for a text file. */
  readonly sheets: readonly string[];
  /** What a person should know of the file. */
  readonly notes: readonly string[];
  /** Lists of rows in their order; the first sheet unless one is named. Stops with a sentence when it can't go on. */
  rows(sheet?: string): AsyncIterable<readonly RawRow[]>;
}

const largest = 300 * 1024 * 1024;

const starts: readonly (readonly [bytes: readonly number[], why: string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'This is an old Excel file (.xls) or one with a password: open it, save it as .xlsx or CSV without a password, and try again.',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF: ask for the register itself, as .xlsx or CSV.'],
  [[0x7b, 0x5c, 0x72, 0x74], 'This is a text document (RTF): save the register as .xlsx or CSV.'],
];

/** Opens a register; stops with one plain sentence when it is none. */
export async function openRegister(path: string, calledAs = basename(path)): Promise<OpenRegister> {
  const name = calledAs.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 200);
  try {
    const seen = await lookAt(path);
    if (seen.size === 0) throw new Stop(`${name} is empty.`);
    if (seen.size > largest) throw new Stop(`${name} is larger than 300 MB: bring it in by parts, a year at a time.`);
    for (const [bytes, why] of starts) if (bytes.every((byte, i) => seen.head[i] === byte)) throw new Stop(why);
    const about = { name, digest: seen.digest, size: seen.size };
    if (seen.head[0] === 0x50 && seen.head[1] === 0x4b) return { ...about, ...(await workbook(path, seen.size)) };
    const encoding = encodingOf(seen);
    const start = await startOf(path, encoding);
    if (isBinary(start)) throw new Stop(`${name} is neither a workbook (.xlsx) nor a text file with separators (CSV).`);
    const separator = separatorOf(start);
    return {
      ...about,
      sheets: [],
      notes: encoding === 'utf-8' ? [] : [`The file is written in ${encodingNames[encoding]}.`],
      rows: () => rowsOfText(textOf(path, encoding), separator),
    };
  } catch (error) {
    throw plainly(error, name);
  }
}

const encodingNames = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
} as const;

async function workbook(path: string, size: number): Promise<Pick<OpenRegister, 'sheets' | 'notes' | 'rows'>> {
  const entries = await zipEntries(path, size);
  if (entries.some(({ name }) => name === 'content.xml' || name === 'mimetype'))
    throw new Stop('This is an OpenDocument file: save the register as .xlsx or CSV.');
  const { sheets, macros } = await sheetsOf(path, entries);
  await refuseBombs(path, entries);
  return {
    sheets: sheets.map(({ name }) => name),
    notes: macros ? ['The workbook holds macros. They are not run: only its cells are read.'] : [],
    rows: (sheet) => {
      const found = sheet === undefined ? sheets[0] : sheets.find(({ name }) => same(name, sheet));
      if (found !== undefined) return rowsOfSheet(path, entries, found);
      throw new Stop(`There is no sheet called ${sheet}: there is ${sheets.map(({ name }) => name).join(', ')}.`);
    },
  };
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Text has next to no control characters beside tabs and new lines, whichever way its characters are written. */
function isBinary(text: string): boolean {
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32)) odd += 1;
  }
  return odd > text.length * 0.02;
}

function plainly(error: unknown, name: string): unknown {
  switch (codeOf(error)) {
    case 'ENOENT':
      return new Stop(`There is no file ${name}.`);
    case 'EACCES':
    case 'EPERM':
      return new Stop(`The file ${name} may not be read by this user.`);
    case 'EISDIR':
      return new Stop(`${name} is a folder: name the register in it.`);
    default:
      return error;
  }
}
