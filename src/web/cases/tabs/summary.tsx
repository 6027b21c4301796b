/** The case at a glance: what the resident said, what comes next, where each stage stands, and who is in it. */
import type { VNode } from 'preact';
import { caseReaders } from '../../../complaint/roles.js';
import { findingWords, standingSentence } from '../../../complaint/standing-words.js';
import { callsOfCase } from '../../../store/call-backs.js';
import { together } from '../../../store/database.js';
import { readFormTold } from '../../../store/form-told.js';
import { improvementsOfCase } from '../../../store/improvements.js';
import { postOfCase } from '../../../store/public-posts.js';
import { earlierCases, linkedCases } from '../../../store/register.js';
import { hiddenCases } from '../../../store/staff-concerned.js';
import { CallsOfCase } from '../../call-backs/calls-of-case.js';
import { FromPublicPost } from '../../public-posts/still-public.js';
import { Button, InsetText, Tag } from '../../ui/components.js';
import { clockWords, DayText, Due } from '../../ui/dates.js';
import { Scroll } from '../../ui/scroll.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { actPath, mayBegin, nextActs } from '../acts.js';
import { casePage, casePath } from '../case-frame.js';
import { type CaseShown, said, showCaseWith, staffName, teamName, viewerOf } from '../case-shown.js';
import { FormToldShown } from '../form-told.js';
import { HazardsPart, hazardousBehind } from '../hazards/hazards-part.js';
import { About, Earlier } from './about-case.js';
import { LearntFrom } from './learnt-from.js';
import { ToldAside } from './told-aside.js';

async function get(visit: Visit) {
  const found = await showCaseWith(visit, (trx, c) =>
    together(
      linkedCases(trx, c.id),
      earlierCases(trx, c.id),
      hiddenCases(trx, viewerOf(visit)),
      callsOfCase(trx, c.id),
      postOfCase(trx, c.id),
      readFormTold(trx, c.id),
      improvementsOfCase(trx, c.id),
      hazardousBehind(trx, visit, c),
    ),
  );
  if (found === null) return notFound;
  const { shown } = found;
  const [allLinked, allEarlier, hidden, calls, post, form, improvements, behind] = found.more;
  const linked = allLinked.filter(({ caseId }) => !hidden.includes(caseId));
  const earlier = allEarlier.filter(({ caseId }) => !hidden.includes(caseId));
  return casePage(
    visit,
    shown,
    { tab: 'summary' },
    <>
      <p class="govuk-body-l">{standingSentence(shown.case.standing)}</p>
      <Next shown={shown} visit={visit} />
      {shown.case.person === null &&
      (post === null || post.cameOn !== null) &&
      mayBegin(shown, visit, 'identify-resident') ? (
        <InsetText>
          Nobody is named yet.{' '}
          <a class="govuk-link" href={actPath(shown.case.reference, 'identify-resident')}>
            Say who the resident is
          </a>{' '}
          before a letter goes out.
        </InsetText>
      ) : null}
      <HazardsPart shown={shown} behind={behind} visit={visit} />
      <h2 class="govuk-heading-m">What the resident told us</h2>
      <div class="app-words" data-words>
        {said(shown, shown.case.words)}
      </div>
      <FromPublicPost post={post} reference={shown.case.reference} />
      <ToldAside shown={shown} />
      <CallsOfCase calls={calls} reference={shown.case.reference} visit={visit} />
      <FormToldShown told={form} shown={shown} />
      <Stages shown={shown} visit={visit} />
      <LearntFrom shown={shown} improvements={improvements} visit={visit} />
      <h2 class="govuk-heading-m">About this case</h2>
      <About shown={shown} linked={linked} />
      <Earlier cases={earlier} />
    </>,
  );
}

/** What the case waits for, as buttons: at most one is the main one. */
function Next({ shown, visit }: { readonly shown: CaseShown; readonly visit: Visit }): VNode | null {
  const acts = nextActs(shown, visit);
  if (acts.length === 0) return null;
  return (
    <section aria-labelledby="next">
      <h2 class="govuk-heading-m" id="next">
        What comes next
      </h2>
      <div class="govuk-button-group">
        {acts.map(({ act, words }, i) => (
          <Button
            key={act}
            href={actPath(shown.case.reference, act)}
            classes={i === 0 ? undefined : 'govuk-button--secondary'}
            text={words}
          />
        ))}
      </div>
    </section>
  );
}

function Stages({ shown, visit }: { readonly shown: CaseShown; readonly visit: Visit }): VNode | null {
  const stages = ([1, 2, 3] as const).flatMap((n) => shown.case.stages[n] ?? []);
  if (shown.case.kind !== 'complaint' || stages.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Stages</h2>
      <Scroll label="Stages">
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">Where each stage stands</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Stage', 'Handled by', 'Acknowledged', 'Answered', 'Answer due', 'Outcome'].map((head) => (
                <th key={head} scope="col" class="govuk-table__header">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {stages.map((stage) => {
              const clock = shown.clocks.find((one) => one.kind === `stage-${stage.stage}-response`);
              return (
                <tr key={stage.stage} class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">
                    Stage {stage.stage}
                  </th>
                  <td class="govuk-table__cell">
                    {staffName(shown, stage.handler)}
                    {stage.team === null ? null : (
                      <>
                        <br />
                        {teamName(shown, stage.team)}
                      </>
                    )}
                  </td>
                  <td class="govuk-table__cell">
                    {stage.acknowledgedOn ? <DayText day={stage.acknowledgedOn} short /> : 'Not yet'}
                  </td>
                  <td class="govuk-table__cell">
                    {stage.respondedOn ? <DayText day={stage.respondedOn} short /> : 'Not yet'}
                  </td>
                  <td class="govuk-table__cell">
                    {clock ? (
                      <Due words={clockWords(clock, visit.today, visit.rules.calendar)} day={clock.due} />
                    ) : (
                      'No date'
                    )}
                  </td>
                  <td class="govuk-table__cell">{stage.outcome ? <Tag>{findingWords[stage.outcome]}</Tag> : ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <p class="govuk-body">
        <a class="govuk-link" href={casePath(shown.case.reference, '/clock')}>
          Why these dates
        </a>
      </p>
    </>
  );
}

export const caseSummary = screen({ path: '/cases/:reference', access: caseReaders, get });
