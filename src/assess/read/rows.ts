/** The records of a form as proposed answers: provision, answer, evidence, how sure, and what a person must look at. */
import { provisionOf } from '../../law/in-force.js';
import type { Edition } from '../../law/words.js';
import { readAnswer, readTwoColumns, type Said } from './answer.js';
import { matchProvision, rank } from './match.js';
import { namesEarlierStage, saysMustChange } from './must-change.js';
import { noteMeant } from './notes.js';
import { oneLine } from './plain.js';
import { questionOf, type TableRecord } from './records.js';
import { placeWords, type ReadNote, type ReadRow } from './shape.js';

/** The questions of 2020 that ask for a figure or for words, and not for yes or no. */
const asksForWords2020 = new Set(['3.8', '4.5', '4.6', '4.7', '4.10', '6.3', '8.1', '8.4']);

interface Named {
  readonly provision: string;
  readonly confidence: number;
  readonly why: string | null;
}

/** Which provision a record is about: by its number, held against its words; else by its words alone. */
function provisionNamed(record: TableRecord, edition: Edition): Named | null {
  const text = questionOf(record.cells.requirement ?? '');
  if (record.number !== null && provisionOf(edition, record.number) !== null) {
    const doubt = wordsOfAnother(edition, record.number, text);
    if (doubt !== null)
      return {
        provision: record.number,
        confidence: 0.5,
        why: `The number is ${record.number}, and the words are more like ${doubt}.`,
      };
    return oneLine(record.numberSaid).startsWith(record.number)
      ? { provision: record.number, confidence: 0.98, why: null }
      : { provision: record.number, confidence: 0.9, why: null };
  }
  const opening = questionOf(record.opening);
  if (opening.trim() === '') return null;
  const match =
    matchProvision(edition, opening, record.section) ??
    matchProvision(edition, opening) ??
    matchProvision(edition, text, record.section);
  if (match === null) return null;
  if (record.numbered) {
    // Its neighbours have numbers: it lost its own, and perhaps more.
    if (match.score < 0.6 || match.lead < 0.1) return null;
    const why = `Its number is lost; its words are those of ${match.provision}.`;
    return { provision: match.provision, confidence: 0.6, why };
  }
  const sure = Math.min(0.95, 0.45 + match.score * 0.35 + match.lead * 0.6);
  return {
    provision: match.provision,
    confidence: sure,
    why: sure < 0.7 ? `It has no number; its words are those of ${match.provision} more than of another.` : null,
  };
}

function wordsOfAnother(edition: Edition, number: string, text: string): string | null {
  if (text.length < 30) return null;
  const ranked = rank(edition, text);
  const own = ranked.find((one) => one.provision === number)?.score ?? 0;
  const best = ranked[0];
  return best !== undefined && best.provision !== number && best.score > 0.55 && own < best.score - 0.35
    ? best.provision
    : null;
}

function saidIn(record: TableRecord): { said: Said; words: string } {
  const { cells } = record;
  if (record.twoColumns) {
    const words = oneLine([cells.yes ?? '', cells.no ?? ''].join(' '));
    return { said: readTwoColumns(cells.yes ?? '', cells.no ?? ''), words };
  }
  return { said: readAnswer(cells.answer ?? ''), words: oneLine(cells.answer ?? '') };
}

/** The landlord's own words in a cell that holds the form's question too. */
function evidenceBeside(requirement: string): string {
  const first = requirement.split('\n')[0] ?? '';
  const question = /^(?:how|what|which|who|when)\b.*:$/i.test(first) ? first : questionOf(requirement);
  if (!/[?:]$/.test(question)) return '';
  let rest = requirement.slice(question.length);
  // Some questions are two.
  const second = /^\s*[A-Z][^?\n.]{5,80}\?/.exec(rest);
  if (second !== null) rest = rest.slice(second[0].length);
  // 'a) residents? b) the board?' is the form's own list.
  rest = rest.replace(/^\s*(?:[a-d]\)\s*[^?\n]{1,40}\?\s*)+$/, '');
  return rest
    .split('\n')
    .map((line) => line.replace(/^\s*evidence(?: relied upon)?\s*[–:-]?\s*/i, '').trim())
    .filter((line) => line !== '' && !isTheForms(line))
    .join('\n');
}

/** The form's own definition and list of times, which are no evidence of the landlord's. */
function isTheForms(line: string): boolean {
  return (
    /^(?:an )?expression of dissatisfaction, however made/i.test(line.replace(/^\W+/, '')) ||
    /^stage (?:one|two)(?: \(with extension\))?\*?(?:: .{0,60}(?:days|max).{0,90})?$/i.test(line)
  );
}

/** One record of a form as a proposed answer; null when nothing tells its provision. */
export function rowOf(record: TableRecord, edition: Edition, notes: readonly ReadNote[]): ReadRow | null {
  const named = provisionNamed(record, edition);
  if (named === null) return null;
  const provision = provisionOf(edition, named.provision);
  if (provision === null) return null;
  const { said: given, words } = saidIn(record);
  const said = withinEdition(certain(given, record), edition);
  const why = [named.why, said.doubt].filter((reason) => reason !== null);
  const note = noteMeant(words);
  const joined = note === null ? undefined : notes.find(({ number }) => number === note);
  if (note !== null && joined === undefined) why.push(`It points to note ${note}, which the document does not hold.`);
  const own = [
    said.rest,
    joined?.text ?? '',
    record.cells.evidence ?? '',
    record.twoColumns ? evidenceBeside(record.cells.requirement ?? '') : '',
  ].filter((text) => text.trim() !== '');
  const evidence = own.join('\n').trim();
  let answer = said.answer;
  // 'What changes have we made?' is answered by the words beside it, whatever stands in the columns.
  if (
    answer === 'unknown' &&
    said.doubt === null &&
    edition === '2020' &&
    asksForWords2020.has(named.provision) &&
    evidence !== ''
  )
    answer = 'text';
  if (answer === 'text' && evidence === '') answer = 'unknown';
  if (answer === 'text' && !record.twoColumns) {
    answer = 'unknown';
    why.push(`What stands as the answer, “${words.slice(0, 80)}”, can’t be read as one.`);
  } else if (answer === 'unknown' && said.doubt === null) why.push('The document holds no answer here, or lost it.');
  if (answer === 'text' && !asksForWords2020.has(named.provision) && joined === undefined)
    why.push('The question is answered in words, and not by yes or no.');
  if (answer === 'yes') why.push(...doubtsOfYes(evidence, edition, record.hasEvidence));
  if (record.loose && answer !== 'unknown')
    why.push('No lines part the rows of this table: look whether this answer is this row’s.');
  const confidence =
    answer === 'unknown' ? Math.min(named.confidence, 0.3) : named.confidence - (said.doubt ? 0.25 : 0);
  return {
    provision: named.provision,
    answer,
    evidence,
    strength: provision.strength,
    confidence: Math.round(confidence * 100) / 100,
    needsPerson: why.length > 0 || confidence < 0.7,
    place: placeWords(record.place),
    why,
    said: words,
    ...(answer === 'no' && evidence !== '' ? { reason: evidence } : {}),
    ...(record.number === null ? {} : { wording: wordingOf(record) }),
  };
}

function wordingOf({ cells, twoColumns }: TableRecord): string {
  const text = cells.requirement ?? '';
  return twoColumns ? questionOf(text) : text;
}

/** In a row from which a cell is missing, what stands under the answer's head may be the evidence. */
function certain(said: Said, { broken, numbered, number }: TableRecord): Said {
  if (!(broken || (numbered && number === null)) || said.answer === 'unknown') return said;
  if (said.rest === '' && said.answer !== 'text') {
    return said.answer === 'yes'
      ? { ...said, answer: 'unknown', doubt: 'What stands where in this row is not certain: the yes may be another’s.' }
      : said;
  }
  return {
    answer: 'unknown',
    rest: said.rest,
    doubt: 'What stands where in this row is not certain, and so which words are its answer.',
  };
}

/** Only the form of 2022 has an answer between yes and no. */
function withinEdition(said: Said, edition: Edition): Said {
  if (said.answer !== 'partly' || edition === '2022') return said;
  return {
    answer: 'no',
    rest: said.rest,
    doubt: `The document says partly. The form of ${edition} has yes and no, so it stays not met until all of it is.`,
  };
}

function doubtsOfYes(evidence: string, edition: Edition, hasEvidence: boolean): string[] {
  const change = saysMustChange(evidence);
  const stage = edition === '2020' ? null : namesEarlierStage(evidence);
  return [
    ...(change === null ? [] : [`It says yes, and its own evidence says that something must change: “${change}”.`]),
    ...(stage === null || stage === change ? [] : [`It says yes, and leans on a stage before the first: “${stage}”.`]),
    ...(hasEvidence && evidence === '' ? ['It says yes, with nothing to show it.'] : []),
  ];
}

/** Rows of the same provision as one: what agrees is joined, what contradicts itself is unknown. */
export function oneEach(rows: readonly ReadRow[]): readonly ReadRow[] {
  const found = new Map<string, ReadRow>();
  for (const row of rows) {
    const before = found.get(row.provision);
    found.set(row.provision, before === undefined ? row : together(before, row));
  }
  return [...found.values()];
}

function together(a: ReadRow, b: ReadRow): ReadRow {
  const evidence = [a.evidence, b.evidence]
    .filter((text, at, all) => text !== '' && all.indexOf(text) === at)
    .join('\n');
  const same = a.answer === b.answer;
  const twice = same
    ? `The provision stands in the document twice, the second time at ${b.place}.`
    : `The provision stands in the document twice with different answers: here ${a.said || 'none'}, at ${b.place} ${b.said || 'none'}.`;
  return {
    ...a,
    evidence,
    answer: same ? a.answer : 'unknown',
    confidence: same ? Math.min(a.confidence, b.confidence) : 0.3,
    needsPerson: true,
    why: [...new Set([...a.why, ...b.why, twice])],
  };
}
