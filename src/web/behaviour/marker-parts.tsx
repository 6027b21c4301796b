/** What a safety marker says beside what to do, and who has read it. */
import type { VNode } from 'preact';
import type { MarkerReading, ReadBefore, SafetyMarker } from '../../store/safety-markers.js';
import { Details, SummaryList } from '../ui/components.js';
import { DayText, InstantText } from '../ui/dates.js';

export const beforeWords: Readonly<Record<ReadBefore, string>> = {
  visit: 'a visit',
  call: 'a call',
  review: 'a review',
};

export function MarkerFacts({ marker }: { readonly marker: SafetyMarker }): VNode {
  const row = (key: string, value: VNode | string) => ({
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  });
  return (
    <SummaryList
      rows={[
        row('What it rests on', marker.reasons),
        row('Were they told?', marker.told),
        row(
          'Set',
          <>
            {marker.setBy}, <InstantText at={marker.setAt} />
          </>,
        ),
        row('Looked at again on', <DayText day={marker.reviewOn} />),
        ...(marker.endedAt === null
          ? []
          : [
              row(
                'Ended',
                <>
                  {marker.endedBy ?? ''}, <InstantText at={marker.endedAt} />: {marker.endReason ?? ''}
                </>,
              ),
            ]),
      ]}
    />
  );
}

export function Readings({ readings }: { readonly readings: readonly MarkerReading[] }): VNode | null {
  if (readings.length === 0) return null;
  return (
    <Details summaryText="Who has read it">
      <ul class="govuk-list">
        {readings.map((one) => (
          <li key={`${one.marker}-${one.by}-${one.at}`}>
            {one.by}, before {beforeWords[one.before]}, <InstantText at={one.at} />
          </li>
        ))}
      </ul>
    </Details>
  );
}
