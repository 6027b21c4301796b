/**
 * The sentences as a CSV file, to be translated and loaded again. No cell goes out, nor comes in, that a spreadsheet would
 * run as a formula; a translation holds the same places as its English sentence.
 */
import { beginsAsFormula, csvFile, unguarded } from '../../csv.js';
import { placesIn, type Sentence } from '../../public/site/sentences.js';

const heads = ['English', 'Translation', 'States the law', 'Where'] as const;

/** Every sentence with its translation, where there is one; the missing ones first. */
export function sentencesCsv(sentences: readonly Sentence[], translations: Readonly<Record<string, string>>): string {
  const has = (english: string) => Object.hasOwn(translations, english);
  const rows = [...sentences].sort((a, b) => Number(has(a.english)) - Number(has(b.english)));
  return csvFile([
    heads,
    ...rows.map(({ english, legal, where }) => [
      english,
      has(english) ? (translations[english] ?? '') : '',
      legal ? 'yes: translated by a person' : '',
      where.join(', '),
    ]),
  ]);
}

export interface SentencesRead {
  readonly translations: Readonly<Record<string, string>>;
  /** Sentences whose translation was left empty. */
  readonly emptied: readonly string[];
  /** Rows whose English sentence stands on no page (any more). */
  readonly unknown: number;
  /** One plain sentence each; when there is any, nothing is loaded. */
  readonly problems: readonly string[];
}

const longest = 4_000;
/** Characters that turn a text round, hide in it, or are our own marks. */
const forbidden = /[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\ue000\ue001]/;

/** Reads a file that was filled in: each translation checked against its sentence. */
export function readSentences(bytes: Uint8Array, sentences: readonly Sentence[]): SentencesRead {
  const none = { translations: {}, emptied: [], unknown: 0 };
  const text = decoded(bytes);
  if (text === null)
    return { ...none, problems: ['The file is not in UTF-8. Save it as “CSV UTF-8” and send it again.'] };
  const rows = rowsOf(text);
  const head = rows[0]?.cells ?? [];
  const at = heads.slice(0, 2).map((name) => head.findIndex((cell) => cell.trim() === name));
  const [english = -1, translation = -1] = at;
  if (english < 0 || translation < 0)
    return { ...none, problems: ['The first line has to name the columns “English” and “Translation”.'] };
  const known = new Map(sentences.map((one) => [one.english, one]));
  const translations: Record<string, string> = {};
  const emptied: string[] = [];
  const problems: string[] = [];
  let unknown = 0;
  for (const { line, cells } of rows.slice(1)) {
    const of = unguarded(cells[english] ?? '').trim();
    const said = unguarded((cells[translation] ?? '').trim()).normalize('NFC');
    if (of === '') continue;
    if (!known.has(of)) unknown += 1;
    else if (said === '') emptied.push(of);
    else if (Object.hasOwn(translations, of) && translations[of] !== said)
      problems.push(`Line ${line}: “${shortened(of)}” is translated a second time, in other words. Keep one.`);
    else {
      const wrong = faultIn(of, said);
      if (wrong === null) translations[of] = said;
      else problems.push(`Line ${line}: ${wrong}`);
    }
  }
  if (problems.length === 0 && Object.keys(translations).length === 0 && emptied.length === 0)
    problems.push('The file holds none of our sentences. Download them here and fill in their translations.');
  return { translations, emptied, unknown, problems };
}

function faultIn(english: string, said: string): string | null {
  const [wanted, there] = [placesIn(english), placesIn(said)];
  const missing = wanted.filter((place) => !there.includes(place));
  const added = there.filter((place) => !wanted.includes(place));
  if (missing.length > 0) return `${named(missing)} of “${shortened(english)}” is missing from the translation.`;
  if (added.length > 0) return `The translation of “${shortened(english)}” holds ${named(added)}, which it has not.`;
  if (beginsAsFormula.test(said) && said[0] !== english[0])
    return `The translation of “${shortened(english)}” begins with ${said[0]}, which spreadsheets run as a formula. Take it away.`;
  if (said.length > longest) return `The translation of “${shortened(english)}” is longer than ${longest} characters.`;
  if (forbidden.test(said))
    return `The translation of “${shortened(english)}” holds a hidden character that turns text round. Type it again.`;
  return null;
}

function named(places: readonly string[]): string {
  return places.map((place) => `{${place}}`).join(' and ');
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows with cells in quotation marks that may hold separators and lines; comma, semicolon or tab, as the first line has it. */
function rowsOf(text: string): readonly Row[] {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  const separator = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ',';
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let began = 1;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push({ line: began, cells: [...cells, cell.replace(/\r$/, '')] });
      [cells, cell, began] = [[], '', line];
    } else cell += sign;
  }
  if (cell !== '' || cells.length > 0) rows.push({ line: began, cells: [...cells, cell] });
  return rows;
}
