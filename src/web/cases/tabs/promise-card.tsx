/** One promise on its case: by when, who sees to it, what became of it, what the resident says, and what can be done now. */
import type { VNode } from 'preact';
import { endDisputed, waitingSince } from '../../../complaint/asking/did-it-happen.js';
import type { PromiseMade } from '../../../complaint/case.js';
import { changeUntold } from '../../../complaint/change-told.js';
import { jobMeaningWords } from '../../../complaint/job-rows.js';
import type { Act } from '../../../complaint/permitted.js';
import { accessOutcomeWords, endGroundWords } from '../../../complaint/standing-words.js';
import { type JobSaid, jobKey } from '../../../store/promise-jobs.js';
import { calledTeam } from '../../promises/called-team.js';
import { Tag } from '../../ui/components.js';
import { DayText, Due, dueWords } from '../../ui/dates.js';
import type { Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import { type CaseShown, said, staffName, teamName } from '../case-shown.js';

/** What the repairs system said last of jobs, by their numbers as they are compared. */
type JobsSaid = ReadonlyMap<string, JobSaid>;

interface Parts {
  readonly promise: PromiseMade;
  readonly shown: CaseShown;
  readonly visit: Visit;
}

const promiseActs: readonly {
  readonly act: Act;
  readonly words: string;
  readonly when: (promise: PromiseMade) => boolean;
}[] = [
  { act: 'decide-end', words: 'Decide whether it may end', when: (p) => p.state === 'open' && p.endAsked !== null },
  { act: 'tell-change', words: 'Record that the resident was told of the change', when: changeUntold },
  { act: 'keep-promise', words: 'Record that it is done', when: isOpen },
  { act: 'move-promise', words: 'Move the date', when: isOpen },
  { act: 'order-work', words: 'Record a job’s number', when: notEnded },
  { act: 'offer-visit', words: 'Record a visit that came to nothing', when: isOpen },
  { act: 'hand-over-promise', words: 'Hand it over', when: isOpen },
  { act: 'end-promise', words: 'Ask to end it', when: (p) => p.state === 'open' && p.endAsked === null },
  { act: 'ask-if-done', words: 'Ask the resident whether it was done', when: notEnded },
  { act: 'say-if-done', words: 'Record what the resident says', when: () => true },
];

function isOpen({ state }: PromiseMade): boolean {
  return state === 'open';
}

function notEnded({ state }: PromiseMade): boolean {
  return state !== 'ended';
}

export function PromiseCard({ promise, jobs, shown, visit }: Parts & { readonly jobs: JobsSaid }): VNode {
  const { reference } = shown.case;
  return (
    <section class={promise.state === 'open' ? 'app-point' : 'app-point app-point--gone'}>
      <p class="govuk-body app-quote">{said(shown, promise.words)}</p>
      <Stands promise={promise} shown={shown} visit={visit} />
      <p class="govuk-body">
        {whoSeesToIt(promise, shown)} Promised on <DayText day={promise.promisedOn} short /> at stage {promise.stage},
        first for <DayText day={promise.firstDueOn} short />
        {promise.agreed ? ', a date agreed with the resident.' : '. The date is not agreed with the resident.'}
      </p>
      <WhatHappened promise={promise} jobs={jobs} shown={shown} visit={visit} />
      <ul class="govuk-list">
        {promiseActs
          .filter(({ act, when }) => when(promise) && mayBegin(shown, visit, act))
          .map(({ act, words }) => (
            <li key={act}>
              <a class="govuk-link" href={actPath(reference, act, `?promise=${promise.id}`)}>
                {words}
              </a>
            </li>
          ))}
      </ul>
    </section>
  );
}

function whoSeesToIt({ owner, team }: PromiseMade, shown: CaseShown): string {
  const ofTeam = team === null ? null : shown.teams.find(({ id }) => id === team);
  const group = ofTeam === null || ofTeam === undefined ? teamName(shown, team) : calledTeam(ofTeam);
  if (owner === null) return `${group} sees to it.`;
  return team === null
    ? `${staffName(shown, owner)} sees to it.`
    : `${staffName(shown, owner)} sees to it, with ${group}.`;
}

function Stands({ promise, shown, visit }: Parts): VNode {
  const { state, dueOn, doneOn, endedOn, endGround, residentSays } = promise;
  const waiting = waitingSince(shown.case, promise);
  return (
    <p class="govuk-body">
      {state === 'open' ? (
        <Due words={dueWords(dueOn, visit.today, visit.rules.calendar)} day={dueOn} />
      ) : state === 'done' ? (
        <>
          <Tag colour="green">Done</Tag> {doneOn ? <DayText day={doneOn} /> : null}
        </>
      ) : (
        <>
          <Tag colour="grey">Ended with a reason</Tag> {endedOn ? <DayText day={endedOn} /> : null}
          {endGround === null ? '' : `: ${endGroundWords[endGround].toLowerCase()}`}
        </>
      )}{' '}
      {promise.endAsked === null || state !== 'open' ? null : <Tag colour="yellow">A manager is asked to end it</Tag>}{' '}
      {changeUntold(promise) ? <Tag colour="red">Resident not told of the change</Tag> : null}{' '}
      {endDisputed(shown.case, promise) ? (
        <Tag colour="red">The resident says that it should be done</Tag>
      ) : residentSays === 'not-done' && state !== 'ended' ? (
        <Tag colour="red">The resident says that it was not done</Tag>
      ) : residentSays === 'done' ? (
        <Tag colour="green">The resident says that it was done</Tag>
      ) : waiting === null ? null : (
        <>
          <Tag colour="blue">Waiting for the resident’s answer</Tag> asked on <DayText day={waiting} short />
        </>
      )}
    </p>
  );
}

function WhatHappened({ promise, jobs, shown }: Parts & { readonly jobs: JobsSaid }): VNode {
  const { endAsked, endTurnedDown } = promise;
  return (
    <>
      {promise.moves.map((move) => (
        <p key={`${move.on}-${move.newDate}`} class="govuk-body">
          Moved to <DayText day={move.newDate} short /> on <DayText day={move.on} short />: {said(shown, move.reason)}
          {move.residentTold ? '' : ' (the resident has not been told)'}
        </p>
      ))}
      {promise.jobs.map((digest) => {
        const job = said(shown, digest);
        const told = jobs.get(jobKey(job));
        return (
          <p key={digest} class="govuk-body">
            Job {job}
            {told === undefined ? null : (
              <>
                {' '}
                <Tag colour={told.meaning === 'done' ? 'green' : told.meaning === 'cancelled' ? 'red' : 'grey'}>
                  {jobMeaningWords[told.meaning]}
                </Tag>{' '}
                says the repairs system
                {told.on === null ? null : (
                  <>
                    , <DayText day={told.on} short />
                  </>
                )}
              </>
            )}
          </p>
        );
      })}
      {promise.visits.map((one) => (
        <p key={`${one.visitOn}-${one.on}`} class="govuk-body">
          A visit was offered for <DayText day={one.visitOn} short />: {accessOutcomeWords[one.cameOf].toLowerCase()}
          {one.words === null ? '.' : `. ${said(shown, one.words)}`}
        </p>
      ))}
      {endAsked === null ? null : (
        <p class="govuk-body">
          {staffName(shown, endAsked.by)} asked on <DayText day={endAsked.on} short /> to end it,{' '}
          {endGroundWords[endAsked.ground].toLowerCase()}: {said(shown, endAsked.reason)}
        </p>
      )}
      {endTurnedDown === null ? null : (
        <p class="govuk-body">
          A manager did not agree to end it on <DayText day={endTurnedDown.on} short />:{' '}
          {said(shown, endTurnedDown.reason)}
        </p>
      )}
      {promise.proof ? <p class="govuk-body">Proof: {said(shown, promise.proof)}</p> : null}
      {promise.proofFiles.map((file) => {
        const document = shown.file.documents.get(file);
        return document === undefined ? null : (
          <p key={file} class="govuk-body">
            <a class="govuk-link" href={`/cases/${shown.case.reference}/documents/${file}`}>
              {document.name}
            </a>
          </p>
        );
      })}
      {promise.endReason === null ? null : (
        <p class="govuk-body">
          {said(shown, promise.endReason)}
          {promise.endToldOn === null ? null : (
            <>
              {' '}
              The resident was told on <DayText day={promise.endToldOn} short />.
            </>
          )}
        </p>
      )}
    </>
  );
}
