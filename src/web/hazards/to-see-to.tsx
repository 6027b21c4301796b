/** On everybody's first page: hazards that are late, that nobody has, or that nobody has looked at. */
import type { VNode } from 'preact';
import { capital } from '../../facts/capital.js';
import type { HazardCounts } from '../../store/hazard-duties.js';
import { WarningText } from '../ui/components.js';

export function HazardsToSeeTo({ late, notHandedOver, possible }: HazardCounts): VNode | null {
  const parts = [
    late === 0 ? null : late === 1 ? 'one duty about a hazard is late' : `${late} duties about hazards are late`,
    notHandedOver === 0
      ? null
      : notHandedOver === 1
        ? 'one hazard is not handed over'
        : `${notHandedOver} hazards are not handed over`,
    possible === 0 ? null : possible === 1 ? 'one case may tell of a hazard' : `${possible} cases may tell of a hazard`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const sentence = parts.join(', ');
  return (
    <WarningText iconFallbackText="Hazards">
      <a class="govuk-link" href="/hazards">
        {capital(sentence)}
      </a>
    </WarningText>
  );
}
