/** The complaints policy, pasted or sent, held against the Code; and every check so far. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { checkPolicy } from '../../../assess/policy/check.js';
import { fromText } from '../../../assess/read/from-text.js';
import type { Written } from '../../../assess/read/shape.js';
import { inShortWords } from '../../../facts/days.js';
import { editions } from '../../../law/words.js';
import { readDocument } from '../../../post/read-document.js';
import { keepPolicyCheck, listPolicyChecks, type PolicyCheck } from '../../../store/policy-checks.js';
import { choice, optionalText, requiredText } from '../../ui/fields.js';
import {
  FileField,
  Form,
  type FormError,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
} from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { Scroll } from '../../ui/scroll.js';
import { redirect, screen, type Visit } from '../../visit.js';
import { checkersOfPolicy, policyHref, summedUp } from './policy-words.js';

const form = z.object({
  title: requiredText('Enter what the policy is called, with its version'),
  edition: choice(editions, 'Choose the Code to hold it against'),
  text: optionalText(200_000),
});

async function get(visit: Visit) {
  return view(visit, startForm(visit, { edition: '2024' }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { title, edition, text } = read.value;
  const sent = await policySent(visit, text);
  if ('errors' in sent) return view(visit, withErrors(read.form, sent.errors));
  const checked = checkPolicy(sent.written, edition);
  const id = await visit.db((trx) =>
    keepPolicyCheck(trx, {
      title,
      source: sent.source,
      text: textOf(sent.written),
      checked,
      by: visit.staff.id,
      today: visit.today,
    }),
  );
  return redirect(policyHref(id), { done: `${title} was checked` });
}

/** What was sent: a file, or what was pasted; one of the two. */
async function policySent(
  visit: Visit,
  text: string | null,
): Promise<{ written: Written; source: string | null } | { errors: readonly FormError[] }> {
  const [file] = visit.files;
  if (file === undefined && text === null)
    return { errors: [{ field: 'text', words: 'Paste the policy, or choose its file' }] };
  if (file !== undefined && text !== null)
    return { errors: [{ field: 'text', words: 'Either paste the policy or choose its file, not both' }] };
  if (file === undefined) return { written: fromText(text ?? ''), source: null };
  const document = await readDocument(file.path, file.name);
  return document.ok
    ? { written: document.blocks, source: file.name }
    : { errors: [{ field: 'document', words: document.words }] };
}

function textOf(written: Written): string {
  const text = written.map((block) => (block.is === 'row' ? block.cells.join('\t') : block.text)).join('\n');
  return text.trim() === '' ? 'No words' : text.slice(0, 1_000_000);
}

async function view(visit: Visit, state: FormState) {
  const checks = await visit.db(listPolicyChecks);
  return page(
    visit,
    {
      title: 'Check the complaints policy',
      section: 'assessment',
      form: state,
      back: { href: '/self-assessment', text: 'Self-assessments' },
    },
    <>
      <p class="govuk-body">
        Each thing that the Code wants in a complaints policy is looked for by its words and shown where it stands, or
        named as missing; so is what must not be there. It is a reading by rules, and each says what it looked for: it
        saves nobody from reading the policy.
      </p>
      <Form visit={visit} files>
        <TextField
          form={state}
          name="title"
          label="What is it called?"
          hint="With its version, to know it again: Complaints policy, version 3 of May 2026"
          width="two-thirds"
        />
        <RadiosField
          form={state}
          name="edition"
          legend="Against which Code?"
          inline
          items={[...editions].reverse().map((edition) => ({ value: edition, text: edition }))}
        />
        <FileField form={state} name="document" label="Its file" hint="PDF, Word (docx) or plain text, up to 25 MB" />
        <TextareaField form={state} name="text" label="Or paste its text" rows={10} />
        <Submit>Check it</Submit>
      </Form>
      {checks.length === 0 ? null : <Checks checks={checks} />}
    </>,
  );
}

function Checks({ checks }: { readonly checks: readonly PolicyCheck[] }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">Checks so far</h2>
      <Scroll label="Checks so far">
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">Checks so far</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Policy', 'Code', 'Day', 'What was found'].map((head) => (
                <th key={head} scope="col" class="govuk-table__header">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {checks.map(({ id, title, edition, checkedOn, checked }) => (
              <tr key={id} class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={policyHref(id)}>
                    {title}
                  </a>
                </th>
                <td class="govuk-table__cell">{edition}</td>
                <td class="govuk-table__cell">{inShortWords(checkedOn)}</td>
                <td class="govuk-table__cell">{summedUp(checked.findings)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

export const checkPolicyScreen = screen({ path: '/self-assessment/policy-check', access: checkersOfPolicy, get, post });
