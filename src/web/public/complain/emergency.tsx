/**
 * An emergency: what to ring, at once; and with any way of reaching anybody it is recorded the moment it is told, and
 * whoever is on call is woken. The rest of the form can come later, or never.
 */
import { z } from 'zod';
import { nextAfter, withAnswer } from '../../../complaint/telling/questions.js';
import { nothingTold, type Told } from '../../../complaint/telling/told.js';
import type { CaseId } from '../../../facts/happened.js';
import { findDraft, saveTold } from '../../../store/complaint-drafts.js';
import type { Trx } from '../../../store/database.js';
import { referenceOf } from '../../../store/references.js';
import { optionalText } from '../../ui/fields.js';
import {
  Form,
  type FormState,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
} from '../../ui/forms.js';
import { type Answer, type Redirect, redirect, type SiteVisit, screen } from '../../visit.js';
import { sitePage } from '../site/site-page.js';
import { tooMany } from './asking.js';
import { beginWithin, draftOf, pathTo } from './draft.js';
import { InDanger } from './in-danger.js';
import { emailOrNothing, phoneOrNothing } from './reach-fields.js';
import { type EmergencyTold, tellEmergency } from './send-told.js';

async function get(visit: SiteVisit): Promise<Answer> {
  const found = await draftOf(visit);
  // What was sent is over: this is a new emergency.
  const draft = found?.sentCase === null ? found : null;
  if (draft?.emergencyCase != null) return recordedView(visit, draft.emergencyCase, draft.told);
  const { you, home, points } = draft?.told ?? nothingTold;
  return view(
    visit,
    draft?.told ?? null,
    startForm(visit, { what: points[0]?.what ?? '', phone: you.phone, email: you.email, name: you.name, ...home }),
  );
}

async function post(visit: SiteVisit): Promise<Answer> {
  const { say } = visit;
  const schema = z.object({
    what: optionalText(20_000),
    name: optionalText(200),
    phone: phoneOrNothing(say),
    email: emailOrNothing(say),
    address: optionalText(300),
    postcode: optionalText(12),
  });
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, null, read.form);
  const told = toldNow(read.value);
  const done = await visit.db((trx) => keepAndTell(trx, visit, told));
  switch (done.is) {
    case 'recorded':
      return redirect(pathTo(visit, 'emergency'), done.resident === undefined ? {} : { resident: done.resident });
    case 'no-way':
      return view(
        visit,
        null,
        withErrors(read.form, [
          {
            field: 'phone',
            words: say('Ring one of the numbers above, or give us a way to reach you or to find the place'),
          },
        ]),
      );
    case 'wait':
      return view(
        visit,
        null,
        withErrors(read.form, [
          { field: null, words: `${say('Ring one of the numbers above.')} ${tooMany(say, done.wait)}` },
        ]),
      );
    default:
      return done satisfies never;
  }
}

type Typed = Readonly<Record<'what' | 'name' | 'phone' | 'email' | 'address' | 'postcode', string | null>>;

/** What was typed here, laid over what was told before; an empty box takes nothing away. */
function toldNow({ what, name, phone, email, address, postcode }: Typed): (before: Told) => Told {
  return (before) => {
    const point = before.points[0] ?? { what: '', right: '', since: null, sinceWords: '' };
    return withAnswer(before, 'risk', {
      wish: before.wish ?? 'wrong',
      risk: 'now',
      points: what === null ? before.points : [{ ...point, what }, ...before.points.slice(1)],
      home: { address: address ?? before.home.address, postcode: postcode ?? before.home.postcode },
      you: {
        ...before.you,
        name: name ?? before.you.name,
        phone: phone ?? before.you.phone,
        email: email ?? before.you.email,
      },
    });
  };
}

type Kept = EmergencyTold & { readonly resident?: NonNullable<Redirect['resident']> };

/** What was typed is kept whether or not it can be recorded. */
async function keepAndTell(trx: Trx, visit: SiteVisit, change: (before: Told) => Told): Promise<Kept> {
  const about = visit.resident?.purpose === 'draft' ? visit.resident.about : null;
  const draft = about === null ? null : await findDraft(trx, about, { hold: true });
  if (draft !== null && draft.sentCase === null) {
    await saveTold(trx, draft.id, change(draft.told));
    return tellEmergency(trx, visit, draft.id);
  }
  const begun = await beginWithin(trx, visit, change(nothingTold));
  if (!begun.ok) return { is: 'wait', wait: begun.wait };
  const told = await tellEmergency(trx, visit, begun.id);
  return { ...told, resident: begun.resident };
}

function view(visit: SiteVisit, told: Told | null, form: FormState) {
  const { say, base } = visit;
  return sitePage(
    visit,
    { title: say('Somebody is in danger now'), form, back: { href: `${base}/complain` } },
    <>
      <InDanger visit={visit} />
      <p class="govuk-body">
        {say(
          'Then tell us here. It reaches us the moment you press the button, at any hour, and we ring or come. One way to reach you, or the place, is enough.',
        )}
      </p>
      <Form visit={visit}>
        <TextareaField form={form} name="what" label={say('What is happening?')} rows={3} />
        <TextField form={form} name="phone" label={say('Phone number')} type="tel" width={20} autocomplete="tel" />
        <TextField form={form} name="address" label={say('Where? Number and street')} autocomplete="street-address" />
        <TextField form={form} name="postcode" label={say('Postcode')} width={10} autocomplete="postal-code" />
        <TextField form={form} name="name" label={say('Your name')} width="two-thirds" autocomplete="name" />
        <TextField
          form={form}
          name="email"
          label={say('Email address')}
          type="email"
          width="two-thirds"
          autocomplete="email"
        />
        <Submit warning>{say('Tell us now')}</Submit>
      </Form>
      {told?.risk === 'now' ? (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={pathTo(visit, told.points.length === 0 ? 'points' : nextAfter(told, 'emergency'))}
          >
            {say('Go on with the form instead')}
          </a>
        </p>
      ) : null}
    </>,
  );
}

async function recordedView(visit: SiteVisit, caseId: CaseId, told: Told) {
  const { say } = visit;
  const reference = await visit.db((trx) => referenceOf(trx, caseId));
  return sitePage(
    visit,
    { title: say('We have it, and somebody is being called'), back: { href: pathTo(visit, 'risk') } },
    <>
      <InDanger visit={visit} />
      <p class="govuk-body-l">
        {say('Your reference is {reference}. The emergency is recorded, with what you had told us by then.', {
          reference,
        })}
      </p>
      <p class="govuk-body">
        {say(
          'If you want to tell us more, go on when everybody is safe. What you add reaches us only when you press Send on the last page; then it joins what we have.',
        )}
      </p>
      <p class="govuk-body">
        <a
          class="govuk-button"
          href={pathTo(
            visit,
            told.points.length === 0 ? 'points' : nextAfter(withAnswer(told, 'emergency', {}), 'emergency'),
          )}
        >
          {say('Tell us more')}
        </a>
      </p>
    </>,
  );
}

export const emergencyRoutes = screen({
  path: '/residents/:slug/complain/emergency',
  access: 'site',
  purposes: ['draft'],
  get,
  post,
});
