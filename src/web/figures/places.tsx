/** Where homes stand, for the map of complaints: lines of wards, blocks, postcodes or UPRNs with their degrees. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { csvRows } from '../../post/read-csv.js';
import { type PlacesRead, readPlaces } from '../../reports/places.js';
import { grouped } from '../../reports/rounding.js';
import { recordChange } from '../../store/change-trail.js';
import { placeHomes, placesNow } from '../../store/places.js';
import { InsetText } from '../ui/components.js';
import { requiredText } from '../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextareaField, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { screen, type Visit } from '../visit.js';

const most = 200_000;
const form = z.object({ places: requiredText('Enter at least one line', most) });

interface Done {
  readonly homes: number;
  readonly unmatched: readonly string[];
  readonly refused: PlacesRead['refused'];
}

async function get(visit: Visit) {
  return view(visit, startForm(visit, { places: '' }), null);
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form, null);
  const text = read.value.places;
  const { places, refused } = readPlaces(
    text.includes('\t') ? text.split(/\r?\n/).map((line) => line.split('\t')) : csvRows(text),
  );
  if (places.length === 0)
    return view(
      visit,
      withErrors(read.form, [
        {
          field: 'places',
          words: 'No line says what stands where: each needs a name, a longitude and a latitude in England',
        },
      ]),
      null,
    );
  const done = await visit.db(async (trx) => {
    const placed = await placeHomes(trx, places);
    const words = `Told where ${grouped(placed.homes)} ${placed.homes === 1 ? 'home stands' : 'homes stand'}`;
    if (placed.homes > 0) await recordChange(trx, { about: 'places', words, by: visit.staff.id });
    return placed;
  });
  return view(visit, startForm(visit, { places: '' }), { ...done, refused });
}

async function view(visit: Visit, state: FormState, done: Done | null) {
  const now = await visit.db(placesNow);
  return page(
    visit,
    { title: 'Where homes stand', section: 'oversight', form: state, back: { href: '/figures', text: 'Figures' } },
    <>
      <p class="govuk-body">
        For the map of complaints by ward or block. The map is drawn here, without anybody else’s map behind it, and
        nothing of it leaves this machine.
      </p>
      {done === null ? null : <WhatWasDone done={done} />}
      <p class="govuk-body">
        {grouped(now.placed)} of {grouped(now.homes)} homes have a place.
        {now.without.length === 0 ? '' : ` Wards in which none has: ${now.without.join(', ')}.`}
      </p>
      <Form visit={visit}>
        <TextareaField
          form={state}
          name="places"
          label="Places"
          hint="A line each, as copied from a sheet: a ward, block, postcode or UPRN, then its longitude and latitude. ‘Mill Quarter, -1.97, 52.70’. A home’s own line counts more than its ward’s."
          rows={10}
          most={most}
        />
        <Submit>Save these places</Submit>
      </Form>
    </>,
  );
}

function WhatWasDone({ done }: { readonly done: Done }): VNode {
  const { homes, unmatched, refused } = done;
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>
          {homes === 1 ? 'One home has' : `${grouped(homes)} homes have`} their place by what you entered.
        </strong>
      </p>
      {unmatched.length === 0 ? null : <p class="govuk-body">No home is known by: {some(unmatched)}.</p>}
      {refused.length === 0 ? null : (
        <p class="govuk-body">Left out: {some(refused.map(({ line, words }) => `line ${line} ${words}`))}.</p>
      )}
    </InsetText>
  );
}

function some(all: readonly string[]): string {
  const shown = all.slice(0, 20).join('; ');
  return all.length > 20 ? `${shown}; and ${grouped(all.length - 20)} more` : shown;
}

export const places = screen({ path: '/figures/places', access: ['manager', 'administrator'], get, post });
