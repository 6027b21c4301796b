/** A link to another page of the same case. */
import type { VNode } from 'preact';
import { type Before, casePathOf } from './resident-screen.js';

/** What a part of the page needs. */
export type Part = { readonly before: Before };

/** To a page under the case's own; the words are a `sentence`. */
export function link({ visit, say }: Before, rest: string, english: string): VNode {
  return (
    <a class="govuk-link" href={casePathOf(visit, rest)}>
      {say(english)}
    </a>
  );
}
