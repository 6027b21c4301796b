/** Something is changed because of this case, beyond putting it right: a new improvement, or one that is running (9.2). */
import { z } from 'zod';
import { noFailing } from '../../../complaint/cause-list.js';
import { mayOpenImprovement } from '../../../complaint/may/open-improvement.js';
import { refuseAll } from '../../../complaint/refusals.js';
import type { ImprovementId } from '../../../facts/happened.js';
import { objectionsToOpening } from '../../../reports/improvement-rules.js';
import { type Trx, together } from '../../../store/database.js';
import { improvementText } from '../../../store/improve.js';
import { knownOf } from '../../../store/improvement-cases.js';
import { addImprovement, type Improvement, listImprovements } from '../../../store/improvements.js';
import { PlanFields, type PlanLists, planShape, readPlanLists, writtenFrom } from '../../improvements/plan-fields.js';
import { improvementHref, nextWords } from '../../improvements/words.js';
import { actScreen } from '../act-screen.js';
import type { CaseShown } from '../case-shown.js';

interface More {
  readonly lists: PlanLists;
  readonly running: readonly Improvement[];
}

const mostBeside = 8;

export const openImprovement = actScreen({
  act: 'open-improvement',
  title: 'Open an improvement',
  asks: ['learning'],
  reads: async (trx: Trx, shown, visit): Promise<More> => {
    const [lists, all] = await together(
      readPlanLists(trx),
      listImprovements(trx, { show: 'running', today: visit.today }),
    );
    const near = ({ aimed }: Improvement) =>
      Number(aimed.category !== null && aimed.category === shown.case.category) +
      Number(aimed.area !== null && aimed.area === shown.case.area);
    const running = all.filter(({ state }) => state === 'open' || state === 'done');
    return { lists, running: running.toSorted((a, b) => near(b) - near(a)).slice(0, mostBeside) };
  },
  schema: (_shown, visit, { lists }) => z.object(planShape(lists, { notBefore: visit.today })),
  start: (shown, visit) => ({
    kind: 'corrective',
    owner: visit.staff.id,
    category: shown.case.category,
    cause:
      ([2, 1] as const)
        .flatMap((n) => shown.case.stages[n]?.causes.map(({ cause }) => cause) ?? [])
        .find((cause) => cause !== noFailing) ?? null,
    weeks: '12',
  }),
  fields: ({ form, more }) => <PlanFields form={form} lists={more.lists} />,
  beside: ({ shown, more }) => <Running running={more.running} shown={shown} />,
  decide: async (value, { file, context, trx, visit }) => {
    const written = writtenFrom(value);
    const wrong = objectionsToOpening(written, await knownOf(trx, [file.case.id]), context.today);
    if (wrong.length > 0) return refuseAll(wrong);
    const improvement = context.newId<ImprovementId>();
    const { owner, dueOn } = written;
    const request = { on: context.today, improvement, owner, dueOn, text: improvementText(written) };
    const decision = mayOpenImprovement(file.case, request, context);
    if (decision.ok)
      await addImprovement(trx, written, {
        id: improvement,
        by: visit.staff.id,
        on: context.today,
        at: new Date(visit.now),
      });
    return decision;
  },
  button: 'Open it',
  done: 'The improvement is open',
});

/** What is running already: a case may be one more reason for it. */
function Running({ running, shown }: { readonly running: readonly Improvement[]; readonly shown: CaseShown }) {
  return (
    <section aria-labelledby="running">
      <h2 class="govuk-heading-m" id="running">
        Running already
      </h2>
      {running.length === 0 ? (
        <p class="govuk-body">No improvement is running.</p>
      ) : (
        <>
          <p class="govuk-body-s">If one of these answers this case too, add the case to it.</p>
          <ul class="app-list">
            {running.map((one) => (
              <li key={one.id} class="app-list__item">
                <p class="govuk-body govuk-!-margin-bottom-1">
                  <a class="govuk-link" href={`${improvementHref(one, '/cases')}?case=${shown.case.reference}`}>
                    {one.title}
                  </a>
                </p>
                <p class="govuk-body-s govuk-!-margin-bottom-0">
                  {one.ownerName}. {nextWords(one)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
