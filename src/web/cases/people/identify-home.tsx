/** Which home it is and how it is held: found by postcode or address among those we know, or a new one. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { mayIdentifyHome } from '../../../complaint/may/identify-home.js';
import { refuse } from '../../../complaint/refusals.js';
import { tenureWords } from '../../../complaint/standing-words.js';
import { type HomeId, type Tenure, tenures } from '../../../facts/happened.js';
import type { Trx } from '../../../store/database.js';
import {
  changeHome,
  findHomeByUprn,
  findHomes,
  findHomesByPostcode,
  type Home,
  makeHome,
  readHome,
} from '../../../store/people.js';
import { notYetPrivate } from '../../public-posts/still-public.js';
import { Button, InsetText } from '../../ui/components.js';
import { optionalChoice, optionalText } from '../../ui/fields.js';
import { type FormState, RadiosField, SelectField, TextField, typedIn } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { dayItHappened, type Lists, OnField, readLists } from '../act-fields.js';
import { actScreen, lookUp } from '../act-screen.js';
import type { CaseShown } from '../case-shown.js';

interface HomesFound {
  readonly asked: string;
  readonly homes: readonly Home[];
  /** More were found than are shown. */
  readonly more: boolean;
  readonly lists: Lists;
}

const mostShown = 60;
const byNumber = new Intl.Collator('en-GB', { numeric: true });

async function findWhich(trx: Trx, shown: CaseShown, visit: Visit): Promise<HomesFound> {
  const typed = visit.fields.find;
  const asked = typeof typed === 'string' ? typed.trim() : '';
  const looked = asked === '' ? (shown.home?.postcode ?? '') : asked;
  const all = looked === '' ? [] : (await findHomesByPostcode(trx, looked)).sort(alongTheStreet);
  if (asked !== '' && all.length === 0) all.push(...inOrder(asked, await findHomes(trx, asked, mostShown + 1)));
  const found = all.slice(0, mostShown);
  const chosen = typeof visit.fields.home === 'string' ? visit.fields.home : '';
  const kept = z.uuid().safeParse(chosen).success ? chosen : shown.home?.id;
  if (kept !== undefined && !found.some(({ id }) => id === kept)) {
    const home = await readHome(trx, kept as HomeId);
    if (home !== null) found.push(home);
  }
  return { asked, homes: found, more: all.length > mostShown, lists: await readLists(trx) };
}

const alongTheStreet = (one: Home, other: Home) => byNumber.compare(one.address, other.address);

/** What holds the words that were asked comes as its numbers run, what is only like them after it, the likeliest first. */
function inOrder(asked: string, homes: readonly Home[]): Home[] {
  const holds = (home: Home) => home.address.toLowerCase().includes(asked.toLowerCase());
  return [...homes.filter(holds).sort(alongTheStreet), ...homes.filter((home) => !holds(home))];
}

const schema = (visit: Visit) =>
  z.object({
    find: optionalText(200),
    home: z.union([z.literal('new'), z.uuid()], {
      error: 'Choose one of the homes found, or say that it is another',
    }),
    newAddress: optionalText(300),
    newPostcode: optionalText(12),
    newUprn: z
      .union(
        [
          z.literal('').transform(() => null),
          z
            .string()
            .trim()
            .regex(/^\d{1,12}$/),
        ],
        {
          error: 'A UPRN is a number of up to 12 digits',
        },
      )
      .default(null),
    newArea: optionalText(120),
    tenure: optionalChoice(tenures),
    on: dayItHappened(visit, 'the day it became known'),
  });
type Typed = z.output<ReturnType<typeof schema>>;

type Meant = { readonly home: HomeId; readonly tenure: Tenure } | 'no-address' | 'gone';

/** The home chosen, or the new one made in this transaction. What was not known of its tenure is filled in. */
async function whichWasMeant(trx: Trx, value: Typed): Promise<Meant> {
  if (value.home === 'new') {
    const known = value.newUprn === null ? null : await findHomeByUprn(trx, value.newUprn);
    if (known !== null) return { home: known.id, tenure: value.tenure ?? known.tenure };
    if (value.newAddress === null) return 'no-address';
    const tenure = value.tenure ?? 'unknown';
    const { newAddress: address, newPostcode: postcode, newUprn: uprn, newArea: area } = value;
    return { home: await makeHome(trx, { address, postcode, uprn, area, tenure }), tenure };
  }
  const home = await readHome(trx, value.home as HomeId);
  if (home === null) return 'gone';
  const tenure = value.tenure ?? home.tenure;
  if (home.tenure === 'unknown' && tenure !== 'unknown') await changeHome(trx, { ...home, tenure });
  return { home: home.id, tenure };
}

export const identifyHome = actScreen({
  act: 'identify-home',
  title: 'Say which home it is',
  reads: findWhich,
  schema: (_shown, visit) => schema(visit),
  start: (shown, visit) => ({ on: visit.today, home: shown.home?.id ?? null }),
  fields: ({ form, more }) => (
    <>
      <WhichHome form={form} more={more} />
      <SelectField
        form={form}
        name="tenure"
        label="How is it held?"
        hint="Figures for the regulator are drawn by this"
        none="As the home’s record says"
        items={tenures.map((value) => ({ value, text: tenureWords[value] }))}
      />
      <OnField form={form} legend="When did this become known?" />
    </>
  ),
  decide: async (value, { file, context, trx }) => {
    const meant = await whichWasMeant(trx, value);
    if (meant === 'no-address') return refuse('address-missing', 'Enter the address', { field: 'newAddress' });
    if (meant === 'gone')
      return refuse('no-such-home', 'That home is not on record. Choose another', { field: 'home' });
    return (await notYetPrivate(trx, file.case.id)) ?? mayIdentifyHome(file.case, { on: value.on, ...meant }, context);
  },
  button: 'This is the home',
  done: 'The home is recorded',
});

function WhichHome({ form, more }: { readonly form: FormState; readonly more: HomesFound }): VNode {
  const { asked, homes, lists } = more;
  return (
    <>
      <TextField
        form={form}
        name="find"
        label="Find the home"
        hint="A postcode, part of the address or the UPRN"
        width="two-thirds"
        autocomplete="off"
        spellcheck={false}
      />
      <Button name="do" value={lookUp} classes="govuk-button--secondary" text="Find" />
      {asked !== '' && homes.length === 0 ? (
        <InsetText text={`No home is found by “${asked}”. Try another spelling, or enter the address below.`} />
      ) : null}
      {more.more ? (
        <InsetText
          text={`Only the first ${mostShown} are shown. Add the number of the home, or look for its postcode.`}
        />
      ) : null}
      <RadiosField
        form={form}
        name="home"
        legend="Which home?"
        items={[
          ...homes.map((home) => ({
            value: home.id as string,
            text: [home.address, home.postcode].filter(Boolean).join(', '),
            hint: [tenureWords[home.tenure], home.area].filter(Boolean).join('; '),
          })),
          ...(homes.length > 0 ? (['or'] as const) : []),
          {
            value: 'new',
            text: 'Another home',
            shows: (
              <>
                <TextField form={form} name="newAddress" label="Address" autocomplete="off" />
                <TextField form={form} name="newPostcode" label="Postcode" width={10} autocomplete="off" />
                <TextField
                  form={form}
                  name="newUprn"
                  label="UPRN, if known"
                  inputmode="numeric"
                  width={20}
                  autocomplete="off"
                />
                <SelectField
                  form={form}
                  name="newArea"
                  label="Area"
                  none="Not known"
                  items={[...new Set([...lists.areas, typedIn(form, 'newArea')].filter((name) => name !== ''))].map(
                    (name) => ({ value: name, text: name }),
                  )}
                />
              </>
            ),
          },
        ]}
      />
    </>
  );
}
