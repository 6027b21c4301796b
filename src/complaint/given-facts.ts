/**
 * The facts of one complaint as someone gives them, apart from any case: dates and extensions, read with care, so that
 * a misspelt key or an order that can't be true is named in one plain sentence rather than counted with.
 */
import { type Day, parseDay } from '../facts/days.js';
import { type Edition, editions } from '../law/words.js';
import { checkOrder, type DateKey, dateKeys, Unreadable, unreadable } from './facts-in-order.js';

export interface GivenExtension {
  readonly stage: 1 | 2;
  /** Null: no day on which the resident was told is known, so it can't count. */
  readonly toldOn: Day | null;
  readonly newDate: Day;
  readonly reason: string | null;
  readonly goodReason: boolean;
  readonly agreed: boolean | null;
  readonly ombudsmanDetails: boolean | null;
  readonly inWriting: boolean;
}

export interface GivenFacts {
  readonly received: Day;
  readonly acknowledged: Day | null;
  /** Set out and logged on the day of the acknowledgement unless told otherwise; null: not yet. */
  readonly defined: Day | null;
  readonly logged: Day | null;
  readonly extensions: readonly GivenExtension[];
  readonly stage1Response: Day | null;
  readonly escalationRequested: Day | null;
  readonly stage2Acknowledged: Day | null;
  readonly stage2Defined: Day | null;
  readonly stage2Response: Day | null;
  readonly refusedOn: Day | null;
  readonly overturnedOn: Day | null;
  readonly withdrawnOn: Day | null;
  readonly today: Day;
  /** The edition asked for; null: the one in force on the day of receipt. */
  readonly code: Edition | null;
}

export type FactsRead =
  | { readonly ok: true; readonly facts: GivenFacts }
  | { readonly ok: false; readonly words: string };

/** What names a complaint in someone's list: no fact, and given back with the answer. */
export const nameKeys = ['ref', 'reference', 'id'] as const;

const keys: ReadonlySet<string> = new Set([...Object.keys(dateKeys), ...nameKeys, 'extensions', 'code']);
const extensionKeys: ReadonlySet<string> = new Set([
  'stage',
  'toldOn',
  'newDate',
  'reason',
  'goodReason',
  'agreed',
  'ombudsmanDetails',
  'inWriting',
]);

/** Reads the facts, or says in one sentence what is wrong with them. `londonToday` is used when they name no today. */
export function readFacts(given: unknown, londonToday: Day): FactsRead {
  try {
    const facts = read(given, londonToday);
    checkOrder(facts);
    return { ok: true, facts };
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { ok: false, words: thrown.message };
    throw thrown;
  }
}

type Given = Readonly<Record<string, unknown>>;

function isGiven(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  // Lists in lists in lists may be too deep to be written out.
  if (typeof value === 'object' && value !== null) {
    if (Array.isArray(value)) return value.length === 0 ? '[]' : 'a list';
    return Object.keys(value).length === 0 ? '{}' : 'an object';
  }
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function read(given: unknown, londonToday: Day): GivenFacts {
  if (!isGiven(given)) unreadable(`The facts of a complaint must be an object, and ${shown(given)} is none.`);
  for (const key of Object.keys(given))
    if (!keys.has(key)) unreadable(`There is no fact called ${shown(key)}: putright clock --help lists them.`);
  const date = (key: DateKey): Day | null => dateOf(given[key], `"${key}"`);
  const received = date('received') ?? unreadable('The day of receipt ("received") is missing.');
  const acknowledged = date('acknowledged');
  const stage2Acknowledged = date('stage2Acknowledged');
  return {
    received,
    acknowledged,
    defined: given.defined === false ? null : (date('defined') ?? acknowledged),
    logged: given.logged === false ? null : (date('logged') ?? acknowledged),
    extensions: extensionsOf(given.extensions),
    stage1Response: date('stage1Response'),
    escalationRequested: date('escalationRequested'),
    stage2Acknowledged,
    stage2Defined: given.stage2Defined === false ? null : (date('stage2Defined') ?? stage2Acknowledged),
    stage2Response: date('stage2Response'),
    refusedOn: date('refusedOn'),
    overturnedOn: date('overturnedOn'),
    withdrawnOn: date('withdrawnOn'),
    today: date('today') ?? londonToday,
    code: editionOf(given.code),
  };
}

function dateOf(value: unknown, name: string): Day | null {
  if (value === undefined || value === null) return null;
  return parseDay(value) ?? unreadable(`${name} must be a date like 2026-03-09, and ${shown(value)} is none.`);
}

function editionOf(value: unknown): Edition | null {
  if (value === undefined || value === null) return null;
  const edition = editions.find((e) => e === value);
  return edition ?? unreadable(`"code" must be "2020", "2022" or "2024", and ${shown(value)} is none of them.`);
}

function extensionsOf(value: unknown): readonly GivenExtension[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) unreadable(`"extensions" must be a list, and ${shown(value)} is none.`);
  return value.map((one: unknown, i) => extensionOf(one, `extension ${i + 1}`));
}

function extensionOf(value: unknown, which: string): GivenExtension {
  if (!isGiven(value)) unreadable(`Each extension must be an object, and ${shown(value)} is none.`);
  for (const key of Object.keys(value))
    if (!extensionKeys.has(key))
      unreadable(`An extension has no ${shown(key)}: putright clock --help lists what it has.`);
  const { stage, reason, goodReason } = value;
  if (stage !== 1 && stage !== 2)
    unreadable(
      stage === undefined || stage === null
        ? `"stage" of ${which} is missing: it is 1 or 2.`
        : `"stage" of ${which} must be 1 or 2, and is ${shown(stage)}.`,
    );
  if (reason !== undefined && reason !== null && typeof reason !== 'string')
    unreadable(`"reason" of ${which} must be a text, and is ${shown(reason)}.`);
  return {
    stage,
    toldOn: dateOf(value.toldOn, `"toldOn" of ${which}`),
    newDate: dateOf(value.newDate, `"newDate" of ${which}`) ?? unreadable(`"newDate" of ${which} is missing.`),
    reason: typeof reason === 'string' && reason.trim() !== '' ? reason : null,
    goodReason:
      typeof goodReason === 'string'
        ? goodReason.trim() !== ''
        : (yesNo(goodReason, `"goodReason" of ${which}`) ?? false),
    agreed: yesNo(value.agreed, `"agreed" of ${which}`),
    ombudsmanDetails: yesNo(value.ombudsmanDetails, `"ombudsmanDetails" of ${which}`),
    inWriting: yesNo(value.inWriting, `"inWriting" of ${which}`) ?? true,
  };
}

function yesNo(value: unknown, name: string): boolean | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'boolean' ? value : unreadable(`${name} must be true or false, and is ${shown(value)}.`);
}
