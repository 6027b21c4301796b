/** Writing a page of the policy: a draft in plain text with headings, and the versions that were published. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { type PolicyPage, policyPageFacts, policyPageOf } from '../../assess/policy/pages.js';
import { startingText } from '../../assess/policy/starting-text.js';
import { inShortWords } from '../../facts/days.js';
import { type PolicyVersion, readPolicyDraft, savePolicyDraft, versionsOfPage } from '../../store/policy-pages.js';
import { publicSlug } from '../../store/publications.js';
import { InstantText } from '../ui/dates.js';
import { requiredText, wholeNumber } from '../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextareaField,
  typedIn,
  withErrors,
} from '../ui/forms.js';
import { page as staffPage } from '../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { pageHref, writers } from './page-words.js';

const form = z.object({
  version: wholeNumber('', { min: 0, max: 1_000_000 }),
  body: requiredText('Write the page', 200_000),
});

async function get(visit: Visit) {
  const page = policyPageOf(visit.params.page ?? '');
  if (page === null) return notFound;
  const { draft, versions } = await read(visit, page);
  const body = draft?.body ?? versions[0]?.body ?? startingText[page];
  return view(visit, page, startForm(visit, { version: draft?.version ?? 0, body }));
}

async function post(visit: Visit) {
  const page = policyPageOf(visit.params.page ?? '');
  if (page === null) return notFound;
  const typed = readForm(form, visit.fields);
  if (!typed.ok) return view(visit, page, typed.form);
  const { version, body } = typed.value;
  const { title } = policyPageFacts[page];
  const saved = await visit.db((trx) => savePolicyDraft(trx, { page, title, body, version, by: visit.staff.id }));
  if (saved) return redirect(`${pageHref(page)}/preview`);
  const { draft } = await read(visit, page);
  const words = `${draft?.savedBy ?? 'Somebody'} has saved this page since you opened it. Copy your text, open the page again and put yours beside theirs`;
  return view(visit, page, withErrors(typed.form, [{ field: 'body', words }]));
}

async function read(visit: Visit, page: PolicyPage) {
  return visit.db(async (trx) => ({
    draft: await readPolicyDraft(trx, page),
    versions: await versionsOfPage(trx, page),
    slug: await publicSlug(trx),
  }));
}

async function view(visit: Visit, page: PolicyPage, state: FormState) {
  const { draft, versions, slug } = await read(visit, page);
  const { title, asks } = policyPageFacts[page];
  return staffPage(
    visit,
    {
      title,
      section: 'assessment',
      form: state,
      back: { href: '/policy-pages', text: 'Policy pages' },
    },
    <>
      <p class="govuk-body">{asks}</p>
      {draft === null ? null : (
        <p class="govuk-body">
          A draft was saved by {draft.savedBy ?? 'somebody'}, <InstantText at={draft.savedAt} />.
        </p>
      )}
      <Form visit={visit}>
        <Hidden name="version" value={typedIn(state, 'version')} />
        <TextareaField
          form={state}
          name="body"
          label="Text"
          hint="A line that begins with # is a heading, one with - an item of a list. An empty line begins a new paragraph. What stands in [square brackets] has to be filled in before it is published."
          rows={24}
        />
        <Submit>Save and preview</Submit>
      </Form>
      <Versions page={page} versions={versions} slug={slug} />
    </>,
  );
}

function Versions({
  page,
  versions,
  slug,
}: {
  readonly page: PolicyPage;
  readonly versions: readonly PolicyVersion[];
  readonly slug: string;
}): VNode | null {
  if (versions.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Versions</h2>
      <ul class="app-list">
        {versions.map(({ version, publishedOn, publishedBy, because }) => (
          <li key={version} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              <a class="govuk-link" href={`/residents/${slug}/policies/${page}/versions/${version}`}>
                Version {version}
              </a>
              , published on {inShortWords(publishedOn)} by {publishedBy ?? 'somebody'}
            </p>
            {because === null ? null : <p class="govuk-body-s govuk-!-margin-bottom-0">{because}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

export const writePolicyPage = screen({ path: '/policy-pages/:page', access: writers, get, post });
