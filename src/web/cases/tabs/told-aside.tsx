/** What was told together with the contact and beside it: who is at risk, what makes it easier, how to reach them safely. */
import type { VNode } from 'preact';
import { type CaseShown, said } from '../case-shown.js';

export function ToldAside({ shown }: { readonly shown: CaseShown }): VNode | null {
  const { entries } = shown.file;
  const first = entries[0];
  const notes = entries.flatMap((entry) =>
    entry.what.type === 'NoteMade' && entry.recordedAt === first?.recordedAt ? [said(shown, entry.what.words)] : [],
  );
  if (notes.length === 0) return null;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {notes.map((note) => (
        <li key={note} class="app-quote">
          {note}
        </li>
      ))}
    </ul>
  );
}
