/** What stands above and below the rows of a reading: sums that don't agree, what to look at; its plan, notes and other years. */
import type { VNode } from 'preact';
import { yearName } from '../../../assess/answers.js';
import type { FormReading } from '../../../assess/read/shape.js';
import type { KeptReading } from '../../../store/form-readings.js';
import { InsetText, WarningText } from '../../ui/components.js';
import { Scroll } from '../../ui/scroll.js';
import { answerSaid, readingHref } from './reading-words.js';

export function Doubts({ read }: { readonly read: FormReading }): VNode {
  return (
    <>
      {read.disagreements.map(({ what, words }) => (
        <WarningText key={what} text={`The sums don’t agree. ${words}`} iconFallbackText="Warning" />
      ))}
      {read.form === 'narrative' ? (
        <InsetText
          text={`This document tells its ${read.sections.length} sections in words and answers no question by itself. Its sentences stand beside the questions that they speak of: each needs your judgement.`}
        />
      ) : null}
      {read.form === 'list-of-unmet' ? (
        <InsetText
          text={`This document lists what is not met, and does not answer the other ${read.missing.length} provisions. They stay unanswered.`}
        />
      ) : null}
      {read.warnings.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-s">Look at this</h2>
          <ul class="govuk-list govuk-list--bullet">
            {read.warnings.slice(0, 30).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export function Beside({ reading }: { readonly reading: KeptReading }): VNode {
  const { read } = reading;
  return (
    <>
      {read.earlier.length === 0 ? null : <Earlier read={read} year={reading.year} />}
      {read.actions.length === 0 ? null : <Plan reading={reading} />}
      {read.notes.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">Notes in the document</h2>
          {read.notes.map(({ number, title, text, place }) => (
            <section key={number}>
              <h3 class="govuk-heading-s">
                Note {number}: {title}
              </h3>
              <p class="govuk-body app-quote">{text}</p>
              <p class="govuk-hint">{place}</p>
            </section>
          ))}
        </section>
      )}
      {reading.file === null ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={readingHref(reading.id, '/document')}>
            The document itself
          </a>
        </p>
      )}
    </>
  );
}

function Earlier({ read, year }: { readonly read: FormReading; readonly year: number | null }): VNode {
  return (
    <section>
      <h2 class="govuk-heading-m">What the document tells of another year</h2>
      <p class="govuk-body">
        These were not met, or only partly, the year before. They are shown here and are no answers of{' '}
        {year === null ? 'this year' : yearName(year)}.
      </p>
      <Scroll label="What the document tells of another year">
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">What was not met before, and what was done</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Provision', 'Then', 'Why', 'What was done since'].map((head) => (
                <th key={head} scope="col" class="govuk-table__header">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {read.earlier.map(({ provision, year: then, answer, evidence, change, place, why }) => (
              <tr key={place} class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {provision}
                </th>
                <td class="govuk-table__cell">
                  {then}: {answerSaid[answer]}
                  {why.map((words) => (
                    <p key={words} class="govuk-hint">
                      {words}
                    </p>
                  ))}
                </td>
                <td class="govuk-table__cell">{evidence === '' ? 'Not said' : evidence}</td>
                <td class="govuk-table__cell">{change === '' ? 'Not said' : change}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Plan({ reading }: { readonly reading: KeptReading }): VNode {
  const { actions } = reading.read;
  return (
    <section>
      <h2 class="govuk-heading-m">Action plan in the document</h2>
      <Scroll label="Action plan in the document">
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">Action plan, {actions.length} rows</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Question', 'Action', 'Lead', 'Target date', 'Progress'].map((head) => (
                <th key={head} scope="col" class="govuk-table__header">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {actions.map(({ provision, mandatory, action, lead, target, progress, place }, at) => (
              <tr key={place} class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {provision === '' ? 'Not named' : provision}
                  {mandatory ? ' (mandatory)' : ''}
                </th>
                <td class="govuk-table__cell app-quote">
                  {action}
                  {reading.leftOut.includes(at) ? ' (left out)' : ''}
                </td>
                <td class="govuk-table__cell">{lead === '' ? 'Nobody named' : lead}</td>
                <td class="govuk-table__cell">{target === '' ? 'No date' : target}</td>
                <td class="govuk-table__cell">{progress === '' ? 'None' : progress}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
