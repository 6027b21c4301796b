/** Beside the form of a sum: what it comes to so far, what the law may set, the landlord's tariff, the Ombudsman's ranges. */
import type { VNode } from 'preact';
import { headWords, sumInWords } from '../../../complaint/compensation.js';
import type { HeadWorkedOut } from '../../../complaint/may/work-out-compensation.js';
import { compensationHeads, type Tenure } from '../../../facts/happened.js';
import { pounds } from '../../../facts/money.js';
import { ombudsmanBands, ombudsmanRemediesPage } from '../../../law/ombudsman-bands.js';
import { statutoryPaymentsFor, tenanciesOf } from '../../../law/statutory-payments.js';
import type { CompensationSettings, TariffLine } from '../../../store/compensation-settings.js';
import { WarningText } from '../../ui/components.js';
import { anchorOf, type FormError, type FormState } from '../../ui/forms.js';
import { totalOf } from './compensation-form.js';

export function SoFar({
  form,
  heads,
  unclear,
  doubts,
}: {
  readonly form: FormState;
  readonly heads: readonly HeadWorkedOut[];
  /** What was typed and can’t be worked out as it stands. */
  readonly unclear: readonly FormError[];
  /** What speaks against right to repair in this case. */
  readonly doubts: readonly string[];
}): VNode | null {
  if (heads.length === 0 && unclear.length === 0) return null;
  if (unclear.length > 0)
    return (
      <section class="app-code" aria-label="What it comes to">
        <h2 class="govuk-heading-s">It can’t be worked out yet</h2>
        <ul class="govuk-list">
          {unclear.map((error) => (
            <li key={error.field}>
              <a class="govuk-link" href={anchorOf(form, error)}>
                {error.words}
              </a>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <section class="app-code" aria-label="What it comes to">
      <h2 class="govuk-heading-s">What it comes to so far</h2>
      <ul class="govuk-list">
        {heads.map(({ head, working }) => (
          <li key={`${head}-${working.is}`}>
            {headWords[head]}: {sumInWords(working)}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <strong>Together {pounds(totalOf(heads))}</strong>
      </p>
      {heads.some(({ working }) => working.is === 'right-to-repair')
        ? doubts.map((words) => <WarningText key={words} text={words} iconFallbackText="Warning" />)
        : null}
    </section>
  );
}

function rangeOf({ fromPence, toPence }: TariffLine): string {
  if (fromPence === null && toPence === null) return '';
  if (fromPence === null) return `up to ${pounds(toPence ?? 0)}`;
  return toPence === null ? `from ${pounds(fromPence)}` : `${pounds(fromPence)} to ${pounds(toPence)}`;
}

export function Guidance({
  settings,
  tenure,
}: {
  readonly settings: CompensationSettings;
  readonly tenure: Tenure;
}): VNode {
  const { landlord, tariff } = settings;
  const owed = [
    ...new Set(
      (landlord === null ? (['council', 'other'] as const) : [landlord]).flatMap((kind) =>
        tenanciesOf(tenure).flatMap((tenancy) => statutoryPaymentsFor(kind, tenancy)),
      ),
    ),
  ];
  const lines = compensationHeads.flatMap((head) => {
    const line = tariff[head];
    return line === undefined ? [] : [{ head, range: rangeOf(line), words: line.words }];
  });
  return (
    <>
      <h2 class="govuk-heading-s">What the law may set</h2>
      <ul class="govuk-list govuk-list--bullet">
        {owed.map((one) => (
          <li key={one.name}>
            <strong>{one.name}.</strong> {one.owed} {one.amount}.
            {one.tenancies.length === 1 && one.tenancies[0] === 'secure'
              ? ' Secure and introductory tenants of councils alone.'
              : ''}{' '}
            <span class="govuk-hint govuk-!-font-size-16">{one.law}</span>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-s">Our own tariff</h2>
      {lines.length === 0 ? (
        <p class="govuk-body">None is set. An administrator can set one under Settings.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map(({ head, range, words }) => (
            <li key={head}>
              {headWords[head]}: {[range, words ?? ''].filter((text) => text !== '').join('. ')}
            </li>
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-s">The Ombudsman’s ranges</h2>
      <p class="govuk-body">
        Guidance to hold a sum against, never an answer: what counts is what it meant for this resident. Check{' '}
        <a class="govuk-link" href={ombudsmanRemediesPage} rel="external">
          the Ombudsman’s page
        </a>
        .
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {ombudsmanBands.map(({ from, to, when }) => (
          <li key={from}>
            {to === null ? `Over ${pounds(from)}` : `${pounds(from)} to ${pounds(to)}`}: {when.charAt(0).toLowerCase()}
            {when.slice(1)}
          </li>
        ))}
      </ul>
    </>
  );
}
