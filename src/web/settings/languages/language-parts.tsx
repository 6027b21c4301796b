/** The parts of a language's page. */
import type { VNode } from 'preact';
import { inShortWords } from '../../../facts/days.js';
import type { CatalogueVersion } from '../../../store/catalogues.js';
import { allSentences } from '../../public/site/sentences.js';
import { Details } from '../../ui/components.js';
import { InstantText } from '../../ui/dates.js';
import { DateField, FileField, Form, type FormState, RadiosField, Submit, TextField } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { missingIn } from './languages-shown.js';

interface OfLanguage {
  readonly visit: Visit;
  readonly language: string;
}

export function Load({ visit, language, form }: OfLanguage & { readonly form: FormState }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">Out and in</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`/settings/languages/${language}/sentences`}>
          Download the sentences (CSV)
        </a>
      </p>
      <p class="govuk-body">
        Fill in the column “Translation”. Words in braces, like {'{date}'}, stay as they are: values come there. What
        the file does not name stays as it was.
      </p>
      <Form visit={visit} action={`/settings/languages/${language}`} files>
        <FileField form={form} name="file" label="The file with the translations" hint="CSV in UTF-8, up to 5 MB" />
        <Submit>Load the translations</Submit>
      </Form>
    </>
  );
}

export function Missing({ translations }: { readonly translations: Readonly<Record<string, string>> }): VNode {
  const all = allSentences();
  const missing = missingIn(all, translations);
  return (
    <>
      <h2 class="govuk-heading-m">What is missing</h2>
      <p class="govuk-body">
        {missing.length === 0
          ? `All ${all.length} sentences are translated.`
          : `${missing.length} of ${all.length} sentences are not translated. Residents see them in English, marked as English.`}
      </p>
      {missing.length === 0 ? null : (
        <Details summaryText="Show them">
          <ul class="govuk-list govuk-list--bullet">
            {missing.map(({ english, legal }) => (
              <li key={english}>
                {english} {legal ? <strong>(states the law)</strong> : null}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

export function ReviewIt({
  visit,
  language,
  latest,
  form,
}: OfLanguage & { readonly latest: CatalogueVersion; readonly form: FormState }): VNode {
  if (latest.review !== null) {
    const { by, on, legalByPerson, notedBy } = latest.review;
    return (
      <>
        <h2 class="govuk-heading-m">Reviewed</h2>
        <p class="govuk-body">
          {by} had read version {latest.version} on {inShortWords(on)}
          {notedBy === null ? '' : `, noted by ${notedBy}`}.{' '}
          {legalByPerson
            ? 'What states the law was translated by a person.'
            : 'What states the law is shown in English, since no person has translated it.'}
        </p>
      </>
    );
  }
  return (
    <>
      <h2 class="govuk-heading-m">Mark version {latest.version} as reviewed</h2>
      <p class="govuk-body">
        Somebody who reads the language has to have read every sentence. From then on residents are offered it.
      </p>
      <Form visit={visit} action={`/settings/languages/${language}/review`} id="review">
        <TextField
          form={form}
          name="by"
          label="Who has read it?"
          hint="Their name, and for whom they work: it is kept with the language"
        />
        <DateField form={form} name="on" legend="When had they read it all?" />
        <RadiosField
          form={form}
          name="legal"
          legend="Who translated what states the law?"
          items={[
            { value: 'person', text: 'A person translated it, and it was read against the English' },
            { value: 'not', text: 'A machine, or nobody', hint: 'Those sentences are shown in English' },
          ]}
        />
        <Submit>Offer it to residents</Submit>
      </Form>
    </>
  );
}

export function Versions({
  visit,
  language,
  versions,
}: OfLanguage & { readonly versions: readonly CatalogueVersion[] }): VNode {
  const offered = versions.some(({ review, withdrawn }) => review !== null && !withdrawn);
  return (
    <>
      <h2 class="govuk-heading-m">Versions</h2>
      <ul class="app-list">
        {versions.map(({ version, translated, fileName, loadedBy, loadedAt, review, withdrawn }) => (
          <li key={version} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              Version {version}: {translated} sentences, from {fileName}
              {withdrawn ? ' (withdrawn)' : review === null ? ' (not reviewed)' : `, reviewed by ${review.by}`}
            </p>
            <p class="govuk-body-s govuk-!-margin-bottom-0">
              Loaded by {loadedBy ?? 'the command line'}, <InstantText at={loadedAt} />
            </p>
          </li>
        ))}
      </ul>
      {offered ? (
        <Form visit={visit} action={`/settings/languages/${language}/withdraw`} id="withdraw">
          <Submit secondary>Offer it to residents no more</Submit>
        </Form>
      ) : null}
    </>
  );
}
