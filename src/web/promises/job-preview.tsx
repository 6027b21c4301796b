/** What each row of a repairs system's sheet would do, those that do something first; and what came of them in words. */
import type { VNode } from 'preact';
import type { JobFollows } from '../../complaint/job-rows.js';
import { inWords } from '../../facts/days.js';
import type { JobsTaken, WeighedRow } from '../../store/job-states.js';
import { InsetText } from '../ui/components.js';
import { Scroll } from '../ui/scroll.js';

const mostShown = 200;

export function JobPreview({
  weighed,
  rows,
}: {
  readonly weighed: readonly WeighedRow[];
  readonly rows: number;
}): VNode {
  if (rows === 0)
    return <InsetText text="No row names a job in that column. Choose another column below, then look again." />;
  const follows = weighed.flatMap((one) => one.for);
  const count = (is: JobFollows['is']) => follows.filter((one) => one.follows.is === is).length;
  const became = (which: WeighedRow['became']) => weighed.filter((one) => one.became === which).length;
  const ours = weighed.filter((one) => one.became === 'matched').toSorted((a, b) => a.row.line - b.row.line);
  const line = (n: number, one: string, many: string) =>
    n === 0 ? [] : [n === 1 ? one : `${n.toLocaleString('en-GB')} ${many}`];
  const said = [
    ...line(count('done'), 'one shows that a promise is done', 'show that a promise is done'),
    ...line(count('visit'), 'one is a visit that came to nothing', 'are visits that came to nothing'),
    ...line(count('seen'), 'one is noted with its promise', 'are noted with their promise'),
    ...line(count('nothing'), 'one is about a promise and does nothing', 'are about a promise and do nothing'),
    ...line(became('already'), 'one was taken before', 'were taken before'),
    ...line(
      became('no-meaning'),
      'one is about a promise, in a state that means nothing to us yet',
      'are about a promise, in a state that means nothing to us yet',
    ),
    ...line(
      became('not-ours'),
      'one is of no job that was recorded with a promise',
      'are of no job that was recorded with a promise',
    ),
  ];
  return (
    <>
      <p class="govuk-body">
        {rows === 1 ? 'One row names a job' : `${rows.toLocaleString('en-GB')} rows name a job`}:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {ours.length > 0 ? null : (
        <p class="govuk-body">
          {became('no-meaning') > 0
            ? 'There is nothing to bring in yet. Say below what the states mean, then look again.'
            : 'There is nothing to bring in.'}
        </p>
      )}
      {ours.length === 0 ? null : (
        <Scroll label="Rows about promises">
          <table class="govuk-table">
            <caption class="govuk-table__caption govuk-table__caption--m">
              What would follow{ours.length > mostShown ? `: the first ${mostShown} rows` : ''}
            </caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {['Row', 'Job', 'Says', 'Case', 'What follows'].map((heading) => (
                  <th key={heading} scope="col" class="govuk-table__header">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {ours.slice(0, mostShown).flatMap(({ row, for: each }) =>
                each.map(({ reference, promise, follows: what }) => (
                  <tr key={`${row.line} ${promise}`} class="govuk-table__row">
                    <th scope="row" class="govuk-table__header">
                      {row.line}
                    </th>
                    <td class="govuk-table__cell">{row.job.slice(0, 60)}</td>
                    <td class="govuk-table__cell">{row.state.slice(0, 60)}</td>
                    <td class="govuk-table__cell">
                      <a class="govuk-link" href={`/cases/${reference}/promises`}>
                        {reference}
                      </a>
                    </td>
                    <td class="govuk-table__cell">{followsWords(what)}</td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}

function followsWords(follows: JobFollows): string {
  switch (follows.is) {
    case 'done':
      return `The promise is done, on ${inWords(follows.on)}`;
    case 'visit':
      return `A visit came to nothing, on ${inWords(follows.on)}`;
    case 'seen':
      return `It is noted with the promise, which stays as it is. ${follows.why}`;
    case 'nothing':
      return `Nothing. ${follows.why}`;
  }
}

export function takenWords({ done, visits, seen, already, nothing }: JobsTaken): string {
  const said = [
    done === 1 ? 'one promise is done' : `${done} promises are done`,
    ...(visits === 0 ? [] : [visits === 1 ? 'one visit came to nothing' : `${visits} visits came to nothing`]),
    ...(seen === 0 ? [] : [seen === 1 ? 'one job is noted' : `${seen} jobs are noted`]),
    ...(nothing === 0 ? [] : [nothing === 1 ? 'one row changed nothing' : `${nothing} rows changed nothing`]),
    ...(already === 0 ? [] : [already === 1 ? 'one row was taken before' : `${already} rows were taken before`]),
  ];
  return `Brought in: ${said.join(', ')}`;
}
