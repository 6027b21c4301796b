/** The official wording of the provisions, which a landlord loads from its own copy: kept for it alone, shipped to nobody. */
import { z } from 'zod';
import { provisionsOf } from '../../assess/answers.js';
import { readWording } from '../../assess/wording-read.js';
import { codes } from '../../law/in-force.js';
import { editions } from '../../law/words.js';
import { forgetWording, loadWording, wordingOf } from '../../store/official-wording.js';
import { choice, requiredText } from '../ui/fields.js';
import {
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { redirect, screen, type Visit } from '../visit.js';
import { writers } from './assessment-frame.js';

const schema = z.object({
  edition: choice(editions, 'Choose an edition of the Code'),
  source: requiredText('Enter where you have it from', 200),
  text: requiredText('Paste the text of the provisions', 200_000),
});

async function get(visit: Visit) {
  return view(visit, startForm(visit, { edition: '2024' }));
}

async function post(visit: Visit) {
  const forgets = editions.find((one) => one === visit.fields.forget);
  if (forgets !== undefined) {
    await visit.db((trx) => forgetWording(trx, forgets, visit.staff.id));
    return redirect('/self-assessment/wording', { done: `The wording of ${forgets} was taken away` });
  }
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { edition, source, text } = read.value;
  const found = readWording(edition, text);
  if (found.texts.size === 0)
    return view(
      visit,
      withErrors(read.form, [
        { field: 'text', words: `No provision of ${edition} was found: each begins with its number, like 1.2` },
      ]),
    );
  await visit.db((trx) => loadWording(trx, edition, found.texts, { source, by: visit.staff.id }));
  const more = [
    ...(found.missing.length === 0 ? [] : [`${found.missing.length} are still without`]),
    ...(found.strange.length === 0 ? [] : [`not in ${edition}: ${found.strange.slice(0, 10).join(', ')}`]),
  ];
  return redirect('/self-assessment/wording', {
    done: `${found.texts.size} provisions loaded${more.length === 0 ? '' : `; ${more.join('; ')}`}`,
  });
}

async function view(visit: Visit, form: FormState) {
  const loaded = await visit.db(async (trx) => {
    const all = [];
    for (const edition of editions) all.push({ edition, n: (await wordingOf(trx, edition)).size });
    return all;
  });
  const writes = visit.may(...writers);
  return page(
    visit,
    {
      title: 'Official wording',
      section: 'assessment',
      form,
      back: { href: '/self-assessment', text: 'Self-assessments' },
    },
    <>
      <p class="govuk-body">
        The product says each provision in its own words and links the Ombudsman’s text. If you have the Ombudsman’s
        form, you can load its wording here: it stands beside our words on your screens, and in what you publish.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {loaded.map(({ edition, n }) => (
          <li key={edition}>
            {edition}: {n === 0 ? 'none loaded' : `${n} of ${provisionsOf(edition).length} loaded`}.{' '}
            <a class="govuk-link" href={codes[edition].officialText}>
              The Ombudsman’s text of {edition}
            </a>
          </li>
        ))}
      </ul>
      {writes ? (
        <Form visit={visit}>
          <RadiosField
            form={form}
            name="edition"
            legend="Which edition is it?"
            inline
            items={editions.map((edition) => ({ value: edition, text: edition }))}
          />
          <TextField
            form={form}
            name="source"
            label="Where do you have it from?"
            hint="For example, the Ombudsman’s self-assessment form, April 2024"
          />
          <TextareaField
            form={form}
            name="text"
            label="The text"
            hint="Paste the form or its table. Each provision begins on a line with its number, like 1.2"
            rows={12}
          />
          <Submit>Load it</Submit>
        </Form>
      ) : null}
      {writes
        ? loaded
            .filter(({ n }) => n > 0)
            .map(({ edition }) => (
              <Form key={edition} visit={visit} id={`forget-${edition}`}>
                <Submit secondary name="forget" value={edition}>
                  {`Take away the wording of ${edition}`}
                </Submit>
              </Form>
            ))
        : null}
    </>,
  );
}

export const wording = [
  ...screen({ path: '/self-assessment/wording', access: 'signed-in', get }),
  ...screen({ path: '/self-assessment/wording', access: writers, post }),
];
