/** What dashboards are put together from: headlines, the chooser of period and area, charts with their tables. */
import type { VNode } from 'preact';
import { inWords } from '../../facts/days.js';
import type { Dashboard, Headline } from '../../reports/dashboards/dashboard.js';
import type { DashboardFigures } from '../../reports/dashboards/material.js';
import { comparedInWords } from '../../reports/dashboards/others.js';
import { periodChoices } from '../../reports/dashboards/periods.js';
import { givenInWords } from '../../reports/given-figures.js';
import { Figure } from '../ui/chart.js';
import { Button, Select, Table } from '../ui/components.js';
import { Scroll } from '../ui/scroll.js';
import { type Asked, mayChooseArea } from './read-dashboard.js';

export function Headlines({ headlines }: { readonly headlines: readonly Headline[] }): VNode {
  return (
    <ul class="app-headlines">
      {headlines.map((one) => (
        <li key={one.words} class={`app-headline${one.news ? ' app-headline--news' : ''}`}>
          <p class="app-headline__words">
            {one.href === null ? (
              one.words
            ) : (
              <a class="govuk-link app-headline__link" href={one.href}>
                {one.words}
              </a>
            )}
          </p>
          <p class="app-headline__value">
            {one.value} {one.of === null ? null : <span class="app-headline__of">{one.of}</span>}
          </p>
          {one.change === null ? null : <p class="app-headline__more">{one.change}</p>}
          {one.chance === null ? null : (
            <p class={`app-headline__more${one.news ? ' app-headline__news' : ''}`}>{one.chance}</p>
          )}
          {one.warning === null ? null : <p class="app-headline__warning">{one.warning}</p>}
        </li>
      ))}
    </ul>
  );
}

export function Chooser({ asked, today }: { readonly asked: Asked; readonly today: DashboardFigures['today'] }): VNode {
  const choices = periodChoices(today);
  const known = choices.some(({ code }) => code === asked.chosen.code);
  const periods = known ? choices : [{ code: asked.chosen.code, words: asked.chosen.period.name }, ...choices];
  const withArea = mayChooseArea(asked.audience) && asked.areas.length > 0;
  return (
    <form class="app-chooser" method="get" action={`/figures/${asked.audience}`}>
      <Select
        id="period"
        name="period"
        label={{ text: 'Period' }}
        items={periods.map(({ code, words }) => ({ value: code, text: words, selected: code === asked.chosen.code }))}
      />
      {withArea ? (
        <Select
          id="area"
          name="area"
          label={{ text: 'Service area' }}
          items={[
            ...(asked.audience === 'area' ? [] : [{ value: '', text: 'All areas', selected: asked.area === null }]),
            ...asked.areas.map((area) => ({ value: area, text: area, selected: area === asked.area })),
          ]}
        />
      ) : null}
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}

/** Which period this is, that it runs on if it does, and what it is held against. */
export function AboutPeriod({ figures }: { readonly figures: DashboardFigures }): VNode {
  const { chosen, today, area } = figures;
  return (
    <p class="govuk-body">
      {area === null ? 'All areas' : area}, {chosen.period.name}: {inWords(chosen.period.from)} to{' '}
      {inWords(chosen.period.until)}.{' '}
      {chosen.ended
        ? `Compared with ${chosen.before.name}.`
        : `It has not ended: these are the figures up to ${inWords(today)}. Shares are compared with the whole of ${chosen.before.name}.`}
    </p>
  );
}

export function Parts({
  dashboard,
  figures,
  csv,
}: {
  readonly dashboard: Dashboard;
  readonly figures: DashboardFigures;
  readonly csv: (chart: string) => string;
}): VNode {
  return (
    <div class="app-parts">
      {dashboard.parts.map(({ part, heading, charts }) => (
        <section
          key={part}
          class={charts.length === 1 && part !== 'others' ? 'app-part app-part--half' : 'app-part'}
          aria-labelledby={`part-${part}`}
        >
          <h2 class="govuk-heading-m" id={`part-${part}`}>
            {heading}
          </h2>
          <div class={charts.length === 1 ? 'app-charts app-charts--one' : 'app-charts'}>
            {charts.map(({ key, chart, warning }) => (
              <Figure key={key} id={`chart-${key}`} chart={chart} warning={warning} csv={csv(key)} />
            ))}
          </div>
          {part === 'others' ? <Others figures={figures} /> : null}
        </section>
      ))}
    </div>
  );
}

function Others({ figures }: { readonly figures: DashboardFigures }): VNode {
  return (
    <Scroll label="Among other landlords, in words">
      <Table
        caption="Where our figures lie, and where the others’ come from"
        captionClasses="govuk-table__caption--s"
        firstCellIsHeader
        head={['Figure', 'Ours', 'Their median', 'Where we are', 'Than the year before', 'Whose figures'].map(
          (text) => ({
            text,
          }),
        )}
        rows={figures.compared.map((one) => {
          const { position, trend, warning } = comparedInWords(one);
          const median = { value: one.median, numerator: null, denominator: null };
          return [
            { text: `${one.words}, ${one.year}` },
            { text: one.ownWords },
            { text: givenInWords(one.unit, median) },
            { text: warning === null ? position : `${position}. ${warning}` },
            { text: trend ?? 'Not known' },
            { text: `${one.set}: ${one.source}, ${inWords(one.publishedOn as never)}` },
          ];
        })}
      />
    </Scroll>
  );
}
