/** What is known about a case, and what was heard before from the same person or home. */
import type { VNode } from 'preact';
import { staffConcerned } from '../../../complaint/staff-concerned.js';
import {
  adjustmentKindWords,
  authorityWords,
  caseRelationWords,
  channelWords,
  claimKindWords,
  hazardKindWords,
  hearerWords,
  kindWords,
  refusalGroundWords,
  representativeRoleWords,
  tenureWords,
} from '../../../complaint/standing-words.js';
import type { CaseRow, LinkedCase } from '../../../store/register.js';
import { InsetText, SummaryList } from '../../ui/components.js';
import { DayText } from '../../ui/dates.js';
import { casePath } from '../case-frame.js';
import { type CaseShown, personName, said, staffName } from '../case-shown.js';

/** What leads to the page about behaviour. */
const behaviourSteps: ReadonlySet<string> = new Set([
  'BehaviourIncidentRecorded',
  'BehaviourWarned',
  'ContactRestricted',
]);

export function About({ shown, linked }: { readonly shown: CaseShown; readonly linked: readonly LinkedCase[] }): VNode {
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
          ...row(
            'Resident',
            <>
              {personName(shown, c.person)}
              {c.person === null ? null : (
                <>
                  {' '}
                  <a class="govuk-link" href={casePath(c.reference, '/person')}>
                    Correct<span class="govuk-visually-hidden"> name, language or ways to reach them</span>
                  </a>{' '}
                  <a class="govuk-link" href={`/behaviour/people/${c.person}`}>
                    Before you contact them
                  </a>
                </>
              )}
            </>,
          ),
          ...row(
            'Links and codes',
            <a class="govuk-link" href={casePath(c.reference, '/links')}>
              Who can follow this case online
            </a>,
          ),
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
            'Claims',
            c.claims
              .map(
                ({ claim, handedTo }) =>
                  `${claimKindWords[claim]}${handedTo === null ? ' (not handed over yet)' : ` (with ${said(shown, handedTo)})`}`,
              )
              .join('; '),
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
            'Not heard yet',
            c.representatives.every(({ authority, endedOn }) => authority !== 'asked' || endedOn !== null) ? null : (
              <a class="govuk-link" href={casePath(c.reference, '/ask-authority')}>
                Ask the resident who may act for them
              </a>
            ),
          ),
          ...row(
            'Adjustments',
            c.adjustments
              .filter((one) => one.endedOn === null)
              .map((one) => adjustmentKindWords[one.kind])
              .join(', '),
          ),
          ...row(
            'Member of staff',
            staffConcerned(c).length === 0 ? null : (
              <>
                {staffConcerned(c)
                  .map((id) => staffName(shown, id))
                  .join('; ')}
                .{' '}
                {c.history.some(({ what }) => what.type === 'SupportOffered') ? (
                  'Support was offered.'
                ) : (
                  <a class="govuk-link" href={casePath(c.reference, '/offer-support')}>
                    No support is on record: offer it
                  </a>
                )}
              </>
            ),
          ),
          ...row(
            'Behaviour',
            c.history.some(({ what }) => behaviourSteps.has(what.type)) ? (
              <a class="govuk-link" href={casePath(c.reference, '/behaviour')}>
                Incidents, warnings and restrictions
              </a>
            ) : null,
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
      {c.imported ? <InsetText text={importedFrom(shown)} /> : null}
    </>
  );
}

/** Which register it came from, and what it was called there. */
function importedFrom(shown: CaseShown): string {
  const from = shown.case.history.flatMap(({ what }) => (what.type === 'Imported' ? [what] : []));
  const called = from.flatMap(({ kindAsWritten }) =>
    kindAsWritten === null ? [] : [`“${said(shown, kindAsWritten)}”`],
  );
  const sources = [...new Set(from.map(({ source }) => source))].join(', ');
  const words = called.length === 0 ? '' : ` There it was called ${called.join(', ')}, which is kept as history.`;
  return `This case was brought in from a register (${sources}).${words} What the register does not tell is not known.`;
}

/** Older reports from the same person or home: what came before may be part of what is wrong now. */
export function Earlier({ cases }: { readonly cases: readonly CaseRow[] }): VNode | null {
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
