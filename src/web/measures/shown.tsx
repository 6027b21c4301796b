/** What every page of figures shows alike: a value with its counts, and the choice of a period. */
import type { VNode } from 'preact';
import type { Day } from '../../facts/days.js';
import type { Measured, Period } from '../../reports/measured.js';
import { grouped, inFigures } from '../../reports/rounding.js';
import { Button, Select } from '../ui/components.js';
import { periodsToChoose } from './asked.js';

/** What a figure leaves out, for the two columns beside its value. */
export function leftOut(n: number): string {
  return n === 0 ? '' : grouped(n);
}

export function Value({ figure }: { readonly figure: Measured }): VNode {
  return <span class="app-nowrap">{inFigures(figure)}</span>;
}

export function ChoosePeriod({
  action,
  period,
  areas,
  area,
  firstReceipt,
  today,
}: {
  readonly action: string;
  readonly period: Period;
  readonly areas: readonly string[];
  readonly area: string | null;
  readonly firstReceipt: Day | null;
  readonly today: Day;
}): VNode {
  const code = (one: Period) => `${one.from}_${one.until}`;
  const known = periodsToChoose(firstReceipt, today);
  const choices = known.some((one) => code(one) === code(period)) ? known : [period, ...known];
  return (
    <form class="app-chooser" method="get" action={action}>
      <Select
        id="period"
        name="period"
        label={{ text: 'Period' }}
        items={choices.map((one) => ({ value: code(one), text: one.name, selected: code(one) === code(period) }))}
      />
      {areas.length === 0 ? null : (
        <Select
          id="area"
          name="area"
          label={{ text: 'Service area' }}
          items={[
            { value: '', text: 'All areas', selected: area === null },
            ...areas.map((one) => ({ value: one, text: one, selected: one === area })),
          ]}
        />
      )}
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}
