/** The fields of a person and of each way to reach them; what is at fault in them; and writing what differs. */
import { z } from 'zod';
import { wayKinds, wayKindWords } from '../../../complaint/ways-to-reach.js';
import { languageName } from '../../../facts/language-names.js';
import type { Trx } from '../../../store/database.js';
import { addWay, changePerson, changeWay, type Person, removeWay, type Way } from '../../../store/people.js';
import { allowSurveys, stopSurveys } from '../../../store/resident-surveys.js';
import { choice, optionalText, tick } from '../../ui/fields.js';
import type { FormError } from '../../ui/forms.js';
import type { Asked } from './correct-person.js';
import { wayStandings } from './ways.js';

/** The rows of ways as fields: those on record by their place, then one for a new one. */
export function schemaFor(person: Person) {
  const row = (name: string) => ({
    [`${name}-kind`]: choice(wayKinds, 'Choose the kind'),
    [`${name}-value`]: optionalText(300),
    [`${name}-standing`]: choice(wayStandings, 'Choose whether it may be used'),
    [`${name}-preferred`]: tick(),
    [`${name}-remove`]: tick(),
  });
  const rows = [...person.ways.map((_, i) => `way${i}`), 'new'].map(row);
  const own = { name: optionalText(200), language: optionalText(35), noSurveys: tick() };
  return z.object({ ...own, ...Object.assign({}, ...rows) } as Record<string, z.ZodType>);
}

interface Row extends Omit<Way, 'id' | 'value'> {
  readonly value: string | null;
  readonly remove: boolean;
}

function rowOf(value: Readonly<Record<string, unknown>>, name: string): Row {
  return {
    kind: value[`${name}-kind`] as Way['kind'],
    value: value[`${name}-value`] as string | null,
    standing: value[`${name}-standing`] as Way['standing'],
    preferred: value[`${name}-preferred`] as boolean,
    remove: value[`${name}-remove`] as boolean,
  };
}

export function valuesOf(person: Asked): Record<string, string | boolean | null> {
  const { name, language, noSurveys } = person;
  const values: Record<string, string | boolean | null> = { name, language, noSurveys };
  const put = (row: string, way: Pick<Way, 'kind' | 'value' | 'standing' | 'preferred'>) => {
    values[`${row}-kind`] = way.kind;
    values[`${row}-value`] = way.value;
    values[`${row}-standing`] = way.standing;
    values[`${row}-preferred`] = way.preferred;
  };
  for (const [i, way] of person.ways.entries()) put(`way${i}`, way);
  put('new', { kind: 'phone', value: '', standing: 'ordinary', preferred: false });
  return values;
}

export function faultsIn(person: Person, value: Readonly<Record<string, unknown>>): FormError[] {
  return [...person.ways.map((_, i) => `way${i}`), 'new'].flatMap((name) => {
    const row = rowOf(value, name);
    if (row.remove) return [];
    if (row.value === null) {
      const words = 'Enter it, or tick that it is removed';
      return name === 'new' ? [] : [{ field: `${name}-value`, words }];
    }
    if (row.kind === 'email' && !z.email().safeParse(row.value).success)
      return [
        {
          field: `${name}-value`,
          words: 'Enter an email address in the correct format, like name@example.org',
        },
      ];
    if (row.preferred && row.standing === 'unsafe')
      return [{ field: `${name}-preferred`, words: 'What is unsafe can’t be the one they prefer' }];
    return [];
  });
}

/** Writes what differs and says it, a sentence for each, without any value. */
export async function save(
  trx: Trx,
  person: Asked,
  value: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<string[]> {
  const said: string[] = [];
  const name = value.name as string | null;
  const language = value.language as string | null;
  if (name !== person.name) said.push('Corrected the name');
  if (language !== person.language)
    said.push(language === null ? 'Took the language away' : `Language is now ${languageName(language)}`);
  if (said.length > 0) await changePerson(trx, person.id, { name, language });
  if (value.noSurveys !== person.noSurveys) {
    await (person.noSurveys ? allowSurveys(trx, person.id) : stopSurveys(trx, person.id, now));
    said.push(person.noSurveys ? 'They want questions about handling again' : 'They want no questions about handling');
  }
  for (const [i, way] of person.ways.entries()) {
    const row = rowOf(value, `way${i}`);
    const kind = wayKindWords[way.kind].toLowerCase();
    if (row.remove || row.value === null) {
      await removeWay(trx, person.id, way.id);
      said.push(`Removed a way to reach them (${kind})`);
      continue;
    }
    const { kind: rowKind, value: rowValue, standing, preferred } = row;
    if (rowKind === way.kind && rowValue === way.value && standing === way.standing && preferred === way.preferred)
      continue;
    await changeWay(trx, person.id, { id: way.id, kind: rowKind, value: rowValue, standing, preferred });
    said.push(
      standing === way.standing
        ? `Corrected a way to reach them (${kind})`
        : `Marked a way to reach them as ${standing === 'ordinary' ? 'usable' : standing} (${kind})`,
    );
  }
  const added = rowOf(value, 'new');
  if (added.value !== null && !added.remove) {
    await addWay(trx, person.id, { ...added, value: added.value });
    const mark = added.standing === 'ordinary' ? '' : `, ${added.standing}`;
    said.push(`Added a way to reach them (${wayKindWords[added.kind].toLowerCase()}${mark})`);
  }
  return said;
}
