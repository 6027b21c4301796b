/** The action plan: of one assessment, or all that is open across them; what is overdue comes first. */
import type { VNode } from 'preact';
import { inShortWords } from '../../facts/days.js';
import { type Action, isOverdue, listActions } from '../../store/assessment-actions.js';
import { Button, InsetText, Tag } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { notFound, screen, type Visit } from '../visit.js';
import { assessmentAsked, assessmentPage, writers } from './assessment-frame.js';
import { assessmentHref } from './words.js';

const shows = ['open', 'overdue', 'all'] as const;
const showWords = { open: 'Open', overdue: 'Overdue', all: 'All' } as const;

async function getAll(visit: Visit) {
  const show = shows.find((one) => one === visit.query.show) ?? 'open';
  const [actions, overdue] = await visit.db(async (trx) => [
    await listActions(trx, { show, today: visit.today }),
    await listActions(trx, { show: 'overdue', today: visit.today }),
  ]);
  return page(
    visit,
    {
      title: 'Action plan',
      section: 'assessment',
      wide: true,
      back: { href: '/self-assessment', text: 'Self-assessments' },
    },
    <>
      <p class="govuk-body">
        What is to be done so that provisions are met, from every self-assessment.{' '}
        {overdue.length === 0 ? 'Nothing is overdue.' : `${overdue.length} overdue.`} To add an action, open its
        self-assessment.
      </p>
      <nav aria-label="Which actions">
        <ul class="govuk-list app-years">
          {shows.map((one) => (
            <li key={one}>
              {one === show ? (
                <strong aria-current="true">{showWords[one]}</strong>
              ) : (
                <a class="govuk-link" href={`/self-assessment/actions?show=${one}`}>
                  {showWords[one]}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <ActionTable actions={actions} visit={visit} of="year" />
    </>,
  );
}

async function getOne(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    if (assessment === null) return null;
    return {
      assessment,
      actions: await listActions(trx, { assessment: assessment.id }),
      // A plan does not end with its year: what is still open goes along.
      earlier: (await listActions(trx, { show: 'open' })).filter(
        (one) => one.assessment !== assessment.id && one.year <= assessment.year,
      ),
    };
  });
  if (found === null) return notFound;
  const { assessment, actions, earlier } = found;
  return assessmentPage(
    visit,
    assessment,
    { title: 'Action plan', tab: '/actions', wide: true },
    <>
      {visit.may(...writers) ? <Button href={assessmentHref(assessment, '/actions/add')}>Add an action</Button> : null}
      <ActionTable actions={actions} visit={visit} of="assessment" />
      {earlier.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Still open from earlier self-assessments</h2>
          <ActionTable actions={earlier} visit={visit} of="year" label="Earlier actions" />
        </>
      )}
    </>,
  );
}

function ActionTable({
  actions,
  visit,
  of,
  label = 'Actions',
}: {
  readonly actions: readonly Action[];
  readonly visit: Visit;
  readonly of: 'year' | 'assessment';
  readonly label?: string;
}): VNode {
  if (actions.length === 0) return <InsetText text="There is none." />;
  return (
    <Scroll label={label}>
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">{label}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {['Action', 'Provision', 'Lead', 'By when', 'Progress', 'How it stands'].map((head) => (
              <th key={head} scope="col" class="govuk-table__header">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {actions.map((one) => (
            <tr key={one.id} class="govuk-table__row">
              <th scope="row" class="govuk-table__header govuk-!-font-weight-regular">
                <a class="govuk-link" href={`/self-assessment/actions/${one.id}`}>
                  {one.action}
                </a>
              </th>
              <td class="govuk-table__cell">
                {one.question || one.provisions.join(', ') || 'none'}
                {one.mandatory ? ' (ordered by the Code)' : ''}
                {of === 'year' ? `, ${one.edition} Code` : ''}
              </td>
              <td class="govuk-table__cell">{one.lead || 'nobody yet'}</td>
              <td class="govuk-table__cell">{targetWords(one)}</td>
              <td class="govuk-table__cell">{one.progress}</td>
              <td class="govuk-table__cell app-states">
                <ActionState action={one} visit={visit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** As it was written; a day that was only worked out of it stands in words. */
export function targetWords({ targetOn, targetWords: written }: Pick<Action, 'targetOn' | 'targetWords'>): string {
  return written || (targetOn === null ? 'no day' : inShortWords(targetOn));
}

export function ActionState({ action, visit }: { readonly action: Action; readonly visit: Visit }): VNode {
  if (action.state === 'done') return <Tag colour="green">Done</Tag>;
  if (action.state === 'dropped') return <Tag colour="grey">Dropped</Tag>;
  if (isOverdue(action, visit.today)) return <Tag colour="red">Overdue</Tag>;
  return action.targetOn === null ? <Tag colour="yellow">Open, no day</Tag> : <Tag colour="blue">Open</Tag>;
}

export const allActions = screen({ path: '/self-assessment/actions', access: 'signed-in', get: getAll });
export const assessmentActions = screen({
  path: '/self-assessment/:assessment/actions',
  access: 'signed-in',
  get: getOne,
});
