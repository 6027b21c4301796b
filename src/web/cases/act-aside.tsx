/** What stands above an act's form: what the Code asks of it, and what somebody else did meanwhile. */
import type { ComponentChildren, VNode } from 'preact';
import { happeningWords } from '../../complaint/happening-words.js';
import { provisionFor, type Rule } from '../../complaint/provisions.js';
import { inWords } from '../../facts/days.js';
import type { Entry } from '../../facts/happened.js';
import { provisionWords } from '../../law/in-force.js';
import type { Stored } from '../../store/documents.js';
import { Alert } from '../ui/components.js';
import { CheckboxesField } from '../ui/forms.js';
import type { Visit } from '../visit.js';
import { type CaseShown, recordedByName } from './case-shown.js';
import { cameBefore, tokenOf } from './files.js';

/** The provisions behind an act, in our own words, with their numbers in the case's own edition. */
export function WhatTheCodeAsks({
  shown,
  rules,
}: {
  readonly shown: CaseShown;
  readonly rules: readonly Rule[];
}): VNode | null {
  const { edition } = shown.case;
  if (edition === null) return null;
  const lines = rules.flatMap((rule) => {
    const number = provisionFor(edition, rule);
    const words = number === null ? null : provisionWords(edition, number);
    return number === null || words === null ? [] : [{ number, words }];
  });
  if (lines.length === 0) return null;
  return (
    <section class="app-code" aria-label="What the Code asks">
      <h2 class="govuk-heading-s">What the {edition} Code asks</h2>
      <ul class="govuk-list">
        {lines.map(({ number, words }) => (
          <li key={number}>
            <strong>{number}</strong> {words}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The files that came already, when the form goes out again: they need not be chosen a second time. */
export function CameBefore({
  visit,
  stored,
}: {
  readonly visit: Visit;
  readonly stored: readonly Stored[];
}): VNode | null {
  if (stored.length === 0) return null;
  const items = stored.map((one) => ({ value: tokenOf(visit, one), text: one.name }));
  const form = { values: { [cameBefore]: items.map(({ value }) => value) }, errors: [] };
  return (
    <CheckboxesField
      form={form}
      name={cameBefore}
      legend="Files that have come already"
      hint="They need not be chosen again. Untick what should be left out"
      items={items}
    />
  );
}

export function Meanwhile({ shown, since }: { readonly shown: CaseShown; readonly since: readonly Entry[] }): VNode {
  return (
    <Alert
      variant="warning"
      title="What changed meanwhile"
      showTitleAsHeading
      html={
        <ul class="govuk-list govuk-list--bullet">
          {since.map((entry) => (
            <li key={entry.seq}>
              {happeningWords(entry.what)} ({recordedByName(shown, entry.recordedBy)}, {inWords(entry.happenedOn)})
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** The form in two thirds and, where there is something, what it is weighed against beside it; after it on a phone. */
export function Beside({
  what,
  children,
}: {
  readonly what: ComponentChildren;
  readonly children: ComponentChildren;
}): VNode {
  if (what === undefined) return <>{children}</>;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
      <div class="govuk-grid-column-one-third">{what}</div>
    </div>
  );
}
