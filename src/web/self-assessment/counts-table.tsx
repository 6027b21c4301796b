/** What the answers of an assessment add up to: per section and by answer, counted each time and never typed. */
import type { VNode } from 'preact';
import { type Answer, answers, answerWords, type Counts, type SectionCount } from '../../assess/answers.js';
import { Scroll } from '../ui/scroll.js';
import { overNumbers, TableHead } from '../ui/table-head.js';

export function CountsTable({ counts }: { readonly counts: Counts }): VNode {
  const shown = answers.filter((answer) => counts.byAnswer[answer] > 0);
  const line = (name: string, of: Pick<SectionCount, 'total' | 'byAnswer'>, foot = false): VNode => (
    <tr key={name} class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {name}
      </th>
      <td class="govuk-table__cell govuk-table__cell--numeric">{foot ? <strong>{of.total}</strong> : of.total}</td>
      {shown.map((answer: Answer) => (
        <td key={answer} class="govuk-table__cell govuk-table__cell--numeric">
          {foot ? <strong>{of.byAnswer[answer]}</strong> : of.byAnswer[answer]}
        </td>
      ))}
    </tr>
  );
  const { bySection, must, should, mustByAnswer, shouldByAnswer } = counts;
  return (
    <Scroll label="Answers by section">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">Answers by section</caption>
        <TableHead heads={['Section', ...overNumbers(['Provisions', ...shown.map((answer) => answerWords[answer])])]} />
        <tbody class="govuk-table__body">
          {bySection.map((one) => line(`${one.section} ${one.title}`, one))}
          {should === 0 || must === 0 ? null : (
            <>
              {line('What the Code orders', { total: must, byAnswer: mustByAnswer })}
              {line('What it advises or allows', { total: should, byAnswer: shouldByAnswer })}
            </>
          )}
          {line('All', counts, true)}
        </tbody>
      </table>
    </Scroll>
  );
}
