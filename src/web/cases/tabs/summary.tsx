/** The case at a glance: what the resident said, what comes next, where each stage stands, and who is in it. */
import type { VNode } from 'preact';
import {
  adjustmentKindWords,
  authorityWords,
  caseRelationWords,
  channelWords,
  findingWords,
  hazardKindWords,
  hearerWords,
  kindWords,
  refusalGroundWords,
  representativeRoleWords,
  standingSentence,
  tenureWords,
} from '../../../complaint/standing-words.js';
import { type CaseRow, earlierCases, type LinkedCase, linkedCases } from '../../../store/register.js';
import { Button, InsetText, SummaryList, Tag } from '../../ui/components.js';
import { clockWords, DayText, Due } from '../../ui/dates.js';
import { Scroll } from '../../ui/scroll.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { actPath, nextActs } from '../acts.js';
import { casePage, casePath } from '../case-frame.js';
import { type CaseShown, caseReaders, personName, said, showCase, staffName, teamName } from '../case-shown.js';

async function get(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const { linked, earlier } = await visit.db(async (trx) => ({
    linked: await linkedCases(trx, shown.case.id),
    earlier: await earlierCases(trx, shown.case.id),
  }));
  return casePage(
    visit,
    shown,
    { tab: 'summary' },
    <>
      <p class="govuk-body-l">{standingSentence(shown.case.standing)}</p>
      <Next shown={shown} visit={visit} />
      <h2 class="govuk-heading-m">What the resident told us</h2>
      <div class="app-words" data-words>
        {said(shown, shown.case.words)}
      </div>
      <Stages shown={shown} visit={visit} />
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

function About({ shown, linked }: { readonly shown: CaseShown; readonly linked: readonly LinkedCase[] }): VNode {
  const c = shown.case;
  const row = (key: string, value: VNode | string | null) =>
    value === null || value === ''
      ? []
      : [{ key: { text: key }, value: typeof value === 'string' ? { text: value } : { html: value } }];
  return (
    <>
      <SummaryList
        rows={[
          ...row('What it is', c.kind === null ? 'Not decided yet' : kindWords[c.kind]),
          ...row('Received', <DayText day={c.receivedOn} />),
          ...row('How', `${channelWords[c.channel]}; first heard by: ${lower(hearerWords[c.firstHeardBy])}`),
          ...row(
            'Code',
            c.edition === null ? 'No Code was in force on that day' : `${c.edition} edition, for the life of the case`,
          ),
          ...row('Choice to complain', choice(c.choiceToComplain?.answer ?? null)),
          ...row('Resident', personName(shown, c.person)),
          ...row('Group', c.group.length === 0 ? null : c.group.map((id) => personName(shown, id)).join('; ')),
          ...row(
            'Home',
            shown.home === null
              ? 'Not known yet'
              : [shown.home.address, shown.home.postcode].filter(Boolean).join(', '),
          ),
          ...row('Tenure', tenureWords[c.tenure]),
          ...row('Area', c.area),
          ...row('Category', c.category),
          ...row(
            'Triage',
            c.triage === null
              ? null
              : [
                  c.triage.complexity === 'complex' ? 'Complex' : 'Simple',
                  c.triage.atRisk ? 'somebody is at risk' : 'nobody known to be at risk',
                  c.triage.earlyAnswer ? 'can be answered early' : 'needs looking into',
                ].join(', '),
          ),
          ...row(
            'Hazards',
            c.hazards
              .map((hazard) => `${hazardKindWords[hazard.kind]}${hazard.madeSafeOn ? ' (made safe)' : ''}`)
              .join(', '),
          ),
          ...row(
            'Representative',
            c.representatives
              .filter((one) => one.endedOn === null)
              .map(
                (one) =>
                  `${personName(shown, one.person)}, ${lower(representativeRoleWords[one.role])}. Authority: ${lower(authorityWords[one.authority])}`,
              )
              .join('; '),
          ),
          ...row(
            'Adjustments',
            c.adjustments
              .filter((one) => one.endedOn === null)
              .map((one) => adjustmentKindWords[one.kind])
              .join(', '),
          ),
          ...row('Refused', c.refusal === null ? null : refusalGroundWords[c.refusal.ground]),
          ...row(
            'Linked cases',
            linked.length === 0 ? null : (
              <ul class="govuk-list">
                {linked.map((one) => (
                  <li key={`${one.caseId}-${one.relation}-${one.back}`}>
                    {one.back ? 'Named by' : `${caseRelationWords[one.relation]}:`}{' '}
                    <a class="govuk-link" href={casePath(one.reference)}>
                      {one.reference}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          ),
        ]}
      />
      {c.imported ? <InsetText text="This case was imported. Its own words are kept and marked as history." /> : null}
    </>
  );
}

/** Older reports from the same person or home: what came before may be part of what is wrong now. */
function Earlier({ cases }: { readonly cases: readonly CaseRow[] }): VNode | null {
  if (cases.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Other cases of this person or home</h2>
      <ul class="govuk-list">
        {cases.map((row) => (
          <li key={row.caseId}>
            <a class="govuk-link" href={casePath(row.reference)}>
              {row.reference}
            </a>
            , received <DayText day={row.receivedOn} short />
            {row.kind === null ? '' : `, ${lower(kindWords[row.kind])}`}
            {row.category === null ? '' : `, ${lower(row.category)}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function choice(answer: 'complain' | 'not-complain' | 'no-answer-yet' | null): string {
  switch (answer) {
    case 'complain':
      return 'They chose to complain';
    case 'not-complain':
      return 'They chose not to complain';
    case 'no-answer-yet':
      return 'Offered, not answered yet';
    case null:
      return 'Not offered yet';
    default:
      return answer satisfies never;
  }
}

function lower(text: string): string {
  return text.startsWith('MP') ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

export const caseSummary = screen({
  path: '/cases/:reference',
  access: caseReaders,
  get,
});
