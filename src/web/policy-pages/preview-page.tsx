/** A page of the policy as residents will read it, what the Code wants and is missing, and the button that publishes it. */
import { z } from 'zod';
import { definitions } from '../../assess/policy/definition.js';
import { policyPageFacts, policyPageOf } from '../../assess/policy/pages.js';
import { checkSite } from '../../assess/policy/site-check.js';
import { leftOpen } from '../../assess/policy/starting-text.js';
import { recordChange } from '../../store/change-trail.js';
import { dropPolicyDraft, publishPolicyPage, readPolicyDraft, versionsOfPage } from '../../store/policy-pages.js';
import { publicSlug } from '../../store/publications.js';
import { readSiteFacts } from '../../store/site-check.js';
import { PolicyText } from '../public/site/policies/page-parts.js';
import { optionalText, tick, wholeNumber } from '../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextField,
  TickField,
  withErrors,
} from '../ui/forms.js';
import { page as staffPage } from '../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { CheckShown } from './check-shown.js';
import { pageHref, writers } from './page-words.js';

const form = z.object({
  version: wholeNumber('', { min: 1, max: 1_000_000 }),
  because: optionalText(500),
  sure: tick(),
});

async function found(visit: Visit) {
  const page = policyPageOf(visit.params.page ?? '');
  if (page === null) return null;
  return visit.db(async (trx) => {
    const draft = await readPolicyDraft(trx, page);
    if (draft === null) return { page, draft, versions: [], checked: null };
    const facts = await readSiteFacts(trx, visit.today, { [page]: draft.body });
    return { page, draft, versions: await versionsOfPage(trx, page), checked: checkSite(facts) };
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof found>>>;

async function get(visit: Visit) {
  const shown = await found(visit);
  if (shown === null) return notFound;
  if (shown.draft === null) return redirect(pageHref(shown.page));
  return view(visit, shown, startForm(visit));
}

async function post(visit: Visit) {
  const shown = await found(visit);
  if (shown === null) return notFound;
  const { page, draft, versions, checked } = shown;
  if (draft === null || checked === null) return redirect(pageHref(page));
  if (visit.fields.next === 'drop') {
    await visit.db((trx) => dropPolicyDraft(trx, page));
    return redirect(pageHref(page), { done: 'The draft was thrown away' });
  }
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, shown, read.form);
  const { version, because, sure } = read.value;
  const wrong = [
    ...(version === draft.version
      ? []
      : [{ field: null, words: 'The draft has changed since you looked at it. Look at it again' }]),
    ...(leftOpen(draft.body) === null
      ? []
      : [{ field: null, words: `Fill in what still stands in square brackets first: ${leftOpen(draft.body)}` }]),
    ...(versions.length > 0 && because === null
      ? [{ field: 'because', words: 'Say in a few words what has changed, and why' }]
      : []),
    ...(checked.open > 0 && !sure
      ? [{ field: 'sure', words: 'Tick that you publish it although something is missing, or go back and add it' }]
      : []),
  ];
  if (wrong.length > 0) return view(visit, shown, withErrors(read.form, wrong));
  const { title } = policyPageFacts[page];
  const slug = await visit.db(async (trx) => {
    const { body } = draft;
    const number = await publishPolicyPage(trx, { page, title, body, because, on: visit.today, by: visit.staff.id });
    const missing = checked.open === 0 ? '' : `, with ${checked.open} things missing or to be looked at`;
    const words = `Published “${title}”, version ${number}${missing}`;
    await recordChange(trx, { about: 'policy-page', words, by: visit.staff.id });
    return publicSlug(trx);
  });
  return redirect(pageHref(page), { done: `Published: /residents/${slug}/policies/${page}` });
}

function view(visit: Visit, { page, draft, versions, checked }: Found, state: FormState) {
  if (draft === null || checked === null) return notFound;
  const { title } = policyPageFacts[page];
  return staffPage(
    visit,
    {
      title: `Preview: ${title}`,
      section: 'assessment',
      form: state,
      back: { href: pageHref(page), text: 'Back to the text' },
    },
    <>
      <section class="app-to-publish" aria-labelledby="as-read">
        <h2 class="govuk-heading-m" id="as-read">
          As residents will read it
        </h2>
        {page === 'policy' || page === 'code' ? <blockquote class="app-quote">{definitions['2024']}</blockquote> : null}
        <PolicyText body={draft.body} />
      </section>
      <h2 class="govuk-heading-m">What the Code wants, with this page published</h2>
      <CheckShown checked={checked} />
      <Form visit={visit}>
        <Hidden name="version" value={draft.version} />
        {versions.length === 0 ? null : (
          <TextField form={state} name="because" label="What has changed, and why?" hint="Kept with the version" />
        )}
        {checked.open === 0 ? null : (
          <TickField form={state} name="sure" label="Publish it although something is missing or to be looked at" />
        )}
        <Submit>Publish</Submit>
      </Form>
      <Form visit={visit} id="drop">
        <Hidden name="next" value="drop" />
        <Submit secondary>Throw the draft away</Submit>
      </Form>
    </>,
  );
}

export const previewPolicyPage = screen({ path: '/policy-pages/:page/preview', access: writers, get, post });
