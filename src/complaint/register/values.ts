/**
 * What the texts of a register's lists mean: kinds, channels, outcomes, grounds, tenures. The words that landlords use
 * are known; what a map says of a text goes before them. Areas and categories are the landlord's own names.
 */
import {
  type Channel,
  channels,
  type Finding,
  findings,
  type RefusalGround,
  refusalGrounds,
  type Tenure,
  tenures,
} from '../../facts/happened.js';
import { saysNothing } from './dates.js';
import { plain, type RegisterMap, type ValueField } from './fields.js';
import { spoken } from './spoken.js';

/** What a row can be. Stages are kinds of a row where a row tells a stage; 3 only in old registers. */
const rowKinds = [
  'complaint',
  'stage-1',
  'stage-2',
  'stage-3',
  'service-request',
  'mp-enquiry',
  'councillor-enquiry',
  'compliment',
  'comment',
] as const;
export type RowKind = (typeof rowKinds)[number];

export interface Values {
  readonly kind: RowKind;
  readonly channel: Channel;
  readonly outcome: Finding;
  readonly ground: RefusalGround;
  readonly tenure: Tenure;
  readonly status: 'open' | 'closed';
}
type List = keyof Values;

const listOf: Readonly<Partial<Record<ValueField, List>>> = {
  kind: 'kind',
  channel: 'channel',
  stage1Outcome: 'outcome',
  stage2Outcome: 'outcome',
  outcome: 'outcome',
  refusedGround: 'ground',
  tenure: 'tenure',
  status: 'status',
};

/** Our values for a field of a list; null for areas and categories, which are the landlord's own. */
export function valuesFor(field: ValueField): readonly string[] | null {
  const list = listOf[field];
  return list === undefined ? null : known[list];
}

const known: { readonly [L in List]: readonly Values[L][] } = {
  kind: rowKinds,
  channel: channels,
  outcome: findings,
  ground: refusalGrounds,
  tenure: tenures,
  status: ['open', 'closed'],
};

/** Words of older procedures, which a case that was imported keeps as it was written. */
const old = /stage (?:0|zero|nought|3|three|iii)\b|\bs[03]\b|informal|quick fix|early resolution|panel/;

/** A kind as it is compared: dashes, points and brackets are spaces. */
function bare(text: string): string {
  return plain(text.replace(/[-_–—/().:]+/g, ' '));
}

const byText = new Map<List, ReadonlyMap<string, string>>(
  (Object.keys(known) as List[]).map((list) => [
    list,
    new Map(
      known[list].flatMap((value): [string, string][] => [
        [bare(value), value],
        ...((spoken[list] as Readonly<Record<string, string>>)[value] ?? '')
          .split(',')
          .filter((text) => text !== '')
          .map((text): [string, string] => [bare(text), value]),
      ]),
    ),
  ]),
);

/** What a text of a list is taken for when no map says it; null when it is not known. */
export function guessValue(field: ValueField, text: string): string | null {
  const list = listOf[field];
  if (list === undefined) return null;
  return byText.get(list)?.get(bare(text)) ?? null;
}

/** Whether a kind is written in words of an older procedure: stage 0, informal, stage 3. */
export function isOldKind(text: string): boolean {
  return old.test(bare(text));
}

export type ValueRead<T> =
  | { readonly is: 'value'; readonly value: T }
  | { readonly is: 'blank' }
  | { readonly is: 'unknown-text' };

/** The values of a map as they are looked up: built once for a register. */
export type ValuesOf = ReadonlyMap<ValueField, ReadonlyMap<string, string>>;

/** The map's own values, by field and by text as it is compared. */
export function valuesOf(map: RegisterMap): ValuesOf {
  const found = new Map<ValueField, ReadonlyMap<string, string>>();
  for (const [field, values] of Object.entries(map.values)) {
    found.set(field as ValueField, new Map(Object.entries(values).map(([text, value]) => [plain(text), value])));
  }
  return found;
}

/** What a cell of a list says: by the map, else by the words that are known. */
export function readValue<L extends List>(
  field: ValueField,
  list: L,
  text: string,
  map: ValuesOf,
): ValueRead<Values[L]> {
  const mapped = map.get(field)?.get(plain(text));
  if (mapped !== undefined)
    return known[list].includes(mapped as Values[L])
      ? { is: 'value', value: mapped as Values[L] }
      : { is: mapped === '' ? 'blank' : 'unknown-text' };
  const guessed = guessValue(field, text);
  if (guessed !== null) return { is: 'value', value: guessed as Values[L] };
  return saysNothing(text) ? { is: 'blank' } : { is: 'unknown-text' };
}

/** The landlord's own name for an area or a category: the map's, else as it is written, tidied. Null for nothing. */
export function readName(field: 'area' | 'category', text: string, map: ValuesOf): string | null {
  const mapped = map.get(field)?.get(plain(text));
  const name = (mapped ?? text).trim().replace(/\s+/g, ' ');
  return saysNothing(name) ? null : name.slice(0, 80);
}
