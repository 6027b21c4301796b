/** On somebody's first page: evidence that they look after and that runs out, or is to be reviewed. */
import type { VNode } from 'preact';
import { inWords } from '../../facts/days.js';
import type { PieceDue } from '../../store/evidence-reminders.js';

export function EvidenceDue({ evidence }: { readonly evidence: readonly PieceDue[] }): VNode | null {
  if (evidence.length === 0) return null;
  return (
    <ul class="govuk-list">
      {evidence.map(({ piece, due }) => (
        <li key={piece.id}>
          <a class="govuk-link" href={`/self-assessment/evidence/${piece.id}`}>
            {piece.title}
          </a>
          {': '}
          {due
            .map(({ about, on }) => `${about === 'expiry' ? 'holds until' : 'to be reviewed on'} ${inWords(on)}`)
            .join(', ')}
        </li>
      ))}
    </ul>
  );
}
