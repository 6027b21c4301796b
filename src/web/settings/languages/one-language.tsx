/** One language: its sentences out and in, what is missing, who reviewed it, and whether residents are offered it. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { languageName } from '../../../facts/language-names.js';
import {
  type CatalogueVersion,
  catalogueWords,
  keepCatalogue,
  listCatalogues,
  noteReview,
  withdrawLanguage,
} from '../../../store/catalogues.js';
import { recordChange } from '../../../store/change-trail.js';
import { allSentences } from '../../public/site/sentences.js';
import { choice, requiredDay, requiredText } from '../../ui/fields.js';
import { type FormState, readForm, startForm, withErrors } from '../../ui/forms.js';
import { download, notFound, redirect, screen, type Visit } from '../../visit.js';
import { settingsPage } from '../settings-page.js';
import { Load, Missing, ReviewIt, Versions } from './language-parts.js';
import { isLanguage } from './languages-shown.js';
import { readSentences, sentencesCsv } from './sentences-csv.js';

const largestFile = 5_000_000;
const empty: FormState = { values: {}, errors: [] };

interface Known {
  readonly language: string;
  readonly name: string;
  readonly versions: readonly CatalogueVersion[];
  readonly translations: Readonly<Record<string, string>>;
}

async function knownOf(visit: Visit): Promise<Known | null> {
  const language = visit.params.language ?? '';
  if (!isLanguage(language)) return null;
  return visit.db(async (trx) => {
    const versions = await listCatalogues(trx, language);
    const words = versions[0] === undefined ? null : await catalogueWords(trx, versions[0]);
    return { language, name: languageName(language), versions, translations: words?.sentences ?? {} };
  });
}

async function get(visit: Visit) {
  const known = await knownOf(visit);
  return known === null ? notFound : view(visit, known, { load: empty, review: startForm(visit, { on: visit.today }) });
}

async function file(visit: Visit) {
  const known = await knownOf(visit);
  if (known === null) return notFound;
  const csv = sentencesCsv(allSentences(), known.translations);
  return download(`sentences-${known.language}.csv`, 'text/csv; charset=utf-8', csv);
}

/** What the file names takes the place of what stood there; the rest stays as it was. */
async function load(visit: Visit) {
  const known = await knownOf(visit);
  if (known === null) return notFound;
  const review = startForm(visit, { on: visit.today });
  const wrong = (...words: string[]) =>
    view(visit, known, { load: { values: {}, errors: words.map((one) => ({ field: 'file', words: one })) }, review });
  const [sent] = visit.files;
  if (sent === undefined) return wrong('Choose the file with the translations');
  if (sent.size > largestFile) return wrong('The file is larger than 5 MB. It should hold nothing but our sentences');
  const read = readSentences(await readFile(sent.path), allSentences());
  if (read.problems.length > 0) {
    const more = read.problems.length - 20;
    return wrong(...read.problems.slice(0, 20), ...(more > 0 ? [`And ${more} more like these.`] : []));
  }
  const { emptied, translations, unknown } = read;
  const kept = Object.entries(known.translations).filter(([english]) => !emptied.includes(english));
  const sentences = { ...Object.fromEntries(kept), ...translations };
  const { language, name } = known;
  await visit.db(async (trx) => {
    const version = await keepCatalogue(trx, { language, sentences, fileName: sent.name, by: visit.staff.id });
    const words = `Loaded ${Object.keys(translations).length} sentences in ${name}, version ${version}`;
    await recordChange(trx, { about: 'language', words, by: visit.staff.id });
  });
  const passed = unknown === 0 ? '' : `. ${unknown} rows are no sentences of these pages and were passed over`;
  return redirect(`/settings/languages/${language}`, {
    done: `${Object.keys(translations).length} sentences loaded${passed}`,
  });
}

async function review(visit: Visit) {
  const known = await knownOf(visit);
  if (known === null) return notFound;
  const form = z.object({
    by: requiredText('Enter who has read it', 120),
    on: requiredDay('the day on which they had read it', { notAfter: visit.today }),
    legal: choice(['person', 'not'], 'Say whether a person translated what states the law'),
  });
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, known, { load: empty, review: read.form });
  const { language, name, versions } = known;
  const version = versions[0]?.version ?? 0;
  const { by, on, legal } = read.value;
  const noted = await visit.db(async (trx) => {
    const done = await noteReview(trx, {
      language,
      version,
      by,
      on,
      legalByPerson: legal === 'person',
      notedBy: visit.staff.id,
    });
    if (done)
      await recordChange(trx, {
        about: 'language',
        words: `${name}, version ${version}, reviewed by ${by}: residents are offered it`,
        by: visit.staff.id,
      });
    return done;
  });
  if (!noted)
    return view(visit, known, {
      load: empty,
      review: withErrors(read.form, [{ field: null, words: 'There is no version that waits for a review' }]),
    });
  return redirect(`/settings/languages/${language}`, { done: `Residents are offered ${name}` });
}

async function withdraw(visit: Visit) {
  const known = await knownOf(visit);
  if (known === null) return notFound;
  const { language, name } = known;
  await visit.db(async (trx) => {
    if (await withdrawLanguage(trx, language, visit.staff.id))
      await recordChange(trx, {
        about: 'language',
        words: `Residents are no longer offered ${name}`,
        by: visit.staff.id,
      });
  });
  return redirect(`/settings/languages/${language}`, { done: `Residents are no longer offered ${name}` });
}

function view(visit: Visit, known: Known, forms: { readonly load: FormState; readonly review: FormState }) {
  const { language, name, versions, translations } = known;
  const [latest] = versions;
  const errors = [...forms.load.errors, ...forms.review.errors];
  const state: FormState = { values: forms.review.values, errors };
  return settingsPage(
    visit,
    { title: name, form: state, about: ['language'], under: { text: 'Languages', href: '/settings/languages' } },
    <>
      <Load visit={visit} language={language} form={forms.load} />
      {latest === undefined ? null : (
        <>
          <Missing translations={translations} />
          <ReviewIt visit={visit} language={language} latest={latest} form={forms.review} />
          <Versions visit={visit} language={language} versions={versions} />
        </>
      )}
    </>,
  );
}

const access = ['administrator'] as const;
const path = '/settings/languages/:language' as const;
export const oneLanguage = screen({ path, access, get, post: load });
export const languageFile = screen({ path: `${path}/sentences`, access, get: file });
export const languageReview = screen({ path: `${path}/review`, access, get, post: review });
export const languageWithdraw = screen({ path: `${path}/withdraw`, access, post: withdraw });
