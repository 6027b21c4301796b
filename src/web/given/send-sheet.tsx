/** A sheet of benchmarks or of a survey's answers is sent: read at once, kept for its sender, and looked at before it is taken. */
import type { SheetFor } from '../../store/sheets-kept.js';
import { sheetSent } from '../sheet-sent.js';
import { FileField, Form, type FormState, Submit, startForm } from '../ui/forms.js';
import { type Answer, type Route, redirect, screen, type Visit } from '../visit.js';
import { givenPage, writers } from './given-page.js';

interface Sheets {
  readonly what: SheetFor;
  readonly path: '/figures/given/benchmarks' | '/figures/given/surveys';
  readonly title: string;
  readonly under: string;
  readonly label: string;
  readonly about: string;
}

function sendSheet(words: Sheets): readonly Route[] {
  const get = async (visit: Visit): Promise<Answer> => view(visit, words, startForm(visit));

  const post = async (visit: Visit): Promise<Answer> => {
    const sent = await sheetSent(visit, { what: words.what, choose: (sheets) => sheets });
    return sent.ok ? redirect(`${words.path}/sheets/${sent.id}`) : view(visit, words, sent.form);
  };

  return screen({ path: `${words.path}/load`, access: writers, get, post });
}

function view(visit: Visit, { path, title, under, label, about }: Sheets, form: FormState): Promise<Answer> {
  return givenPage(
    visit,
    { title, form, under: { text: under, href: path } },
    <>
      <p class="govuk-body">{about} You see what was read before anything is taken.</p>
      <Form visit={visit} files>
        <FileField form={form} name="sheet" label={label} hint="A CSV file or an Excel workbook (.xlsx), up to 10 MB" />
        <Submit>Read the sheet</Submit>
      </Form>
    </>,
  );
}

export const sendBenchmarks = sendSheet({
  what: 'benchmarks',
  path: '/figures/given/benchmarks',
  title: 'Load benchmarks',
  under: 'Benchmarks',
  label: 'File with the benchmarks',
  about:
    'A sheet with a row for each measure and its quartiles, as the regulator and benchmarking clubs print it, or a sheet with a row for each landlord, of which the quartiles are worked out.',
});

export const sendSurvey = sendSheet({
  what: 'perception',
  path: '/figures/given/surveys',
  title: 'Count a survey’s answers',
  under: 'Survey results',
  label: 'File with the answers',
  about:
    'A sheet with a row for each person who was asked, and a column with how satisfied they are with how complaints are handled. Only those who complained in the last 12 months belong in it. Leave names and addresses out: they are not needed.',
});
