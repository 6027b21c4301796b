/** A resident's own case on one page: what it was logged as, its steps and dates, its points, promises, and what they can do. */
import type { VNode } from 'preact';
import type { SeenCase } from '../../../complaint/following/seen-by-resident.js';
import { nextStep, type Step, stepsOf } from '../../../complaint/following/steps.js';
import { housingOmbudsman } from '../../../letters/ombudsman.js';
import { type Answer, notFound, type ResidentVisit, screen } from '../../visit.js';
import { sentence } from '../site/say.js';
import { sitePage } from '../site/site-page.js';
import { link, type Part } from './case-link.js';
import { Letters, Offers, Points, Promises } from './made-of.js';
import { seenOf } from './resident-screen.js';
import { Restricted, restrictedElsewhere } from './restriction.js';
import { Tracker, whenWords } from './tracker.js';
import { kindSaid, stepSaid } from './words.js';

/** Its words: all that stands on this page, and none of the messages and letters, which have pages of their own. */
function onThisPage({ points, stages, promises, remedies, restrictions }: SeenCase) {
  return { points, extensions: stages.map((one) => one.extensions), promises, remedies, restrictions };
}

async function get(visit: ResidentVisit): Promise<Answer> {
  const before = await seenOf(visit, onThisPage);
  if (before === null) return notFound;
  const { say, file } = before;
  const { seen } = file;
  const steps = stepsOf(seen);
  const elsewhere = await restrictedElsewhere(before);
  return sitePage(
    visit,
    { title: seen.kind === 'complaint' ? say('Your complaint') : say('What you told us'), caption: seen.reference },
    <>
      <Waiting before={before} />
      <Restricted before={before} elsewhere={elsewhere} />
      <Ombudsman before={before} />
      <Logged before={before} />
      <Next steps={steps} before={before} />
      <h2 class="govuk-heading-m">{say('Steps and dates')}</h2>
      <Tracker steps={steps} file={file} say={say} />
      <Points before={before} />
      <Offers before={before} />
      <Promises before={before} />
      <Letters before={before} />
      <WhatYouCanDo before={before} />
    </>,
  );
}

/** What they asked for that nothing has been done about yet: it is not acted on until somebody has seen it. */
function Waiting({ before }: Part): VNode | null {
  const { say, file } = before;
  const asked = file.waiting.filter(
    ({ kind }) => kind === 'withdrawal' || kind === 'group-leave' || kind === 'contact-change',
  );
  if (asked.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      {asked.map(({ kind, arrivedOn }) => (
        <p key={kind} class="govuk-body">
          {kind !== 'contact-change'
            ? say('On {day} you asked to withdraw this. Nothing stops until one of us has seen it.', {
                day: say.day(arrivedOn),
              })
            : say('On {day} you gave us new contact details. We use them once one of us has seen them.', {
                day: say.day(arrivedOn),
              })}{' '}
          {kind === 'contact-change' ? null : link(before, '/go-on', sentence('I have changed my mind'))}
        </p>
      ))}
    </div>
  );
}

/** First of all on the page, when we are late or have nothing more to say. */
function Ombudsman({ before: { say, ways } }: Part): VNode | null {
  if (ways.ombudsman === null) return null;
  const { phone, website } = housingOmbudsman;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        {ways.ombudsman === 'late'
          ? say.legal('We are late. You do not have to wait for us: you can go to the Housing Ombudsman now.')
          : ways.ombudsman === 'refused'
            ? say.legal(
                'If you think that we were wrong to refuse this, you can ask the Housing Ombudsman to look at it.',
              )
            : say.legal(
                'We have sent our final answer. If you are not satisfied, you can go to the Housing Ombudsman, usually within twelve months.',
              )}
      </p>
      <p class="govuk-body">
        {say('Phone: {phone}', { phone: phone ?? '' })}
        <br />
        {say('Website:')}{' '}
        <a class="govuk-link" href={`https://${website}`} rel="noreferrer">
          {website}
        </a>
      </p>
    </div>
  );
}

function Logged({ before }: Part): VNode {
  const { say, file, ways } = before;
  const { kind, loggedOn, handler } = file.seen;
  const other = file.seen.linked[0];
  return (
    <section aria-labelledby="logged">
      <h2 class="govuk-heading-m" id="logged">
        {say('What we logged this as')}
      </h2>
      {kind === null || loggedOn === null ? (
        <p class="govuk-body">
          {say(
            'We have not decided yet whether this is a complaint. Until we have, we count the days as if it is one.',
          )}
        </p>
      ) : (
        <>
          <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{say(kindSaid[kind].title)}</p>
          <p class="govuk-body">{say(kindSaid[kind].means)}</p>
        </>
      )}
      {ways.saysItIsWrong ? (
        <p class="govuk-body">
          {say('Are you unhappy with what we did, or did not do?')}{' '}
          {link(before, '/wrong', sentence('I think this is wrong'))}
        </p>
      ) : null}
      {other === undefined ? null : (
        <p class="govuk-body">
          {link(
            before,
            '/other',
            other.relation === 'complaint-about-this-request'
              ? sentence('See the complaint you made about this')
              : sentence('See the request behind this complaint'),
          )}
        </p>
      )}
      {handler === null ? null : (
        <p class="govuk-body">
          {say('{name} is dealing with it.', { name: file.staff.get(handler) ?? before.visit.landlord.name })}
        </p>
      )}
    </section>
  );
}

function Next({ steps, before }: { readonly steps: readonly Step[] } & Part): VNode | null {
  const { say, ways, file } = before;
  const next = nextStep(steps);
  if (next === null) {
    if (ways.stage2 !== 'now') return null;
    return (
      <section aria-labelledby="next">
        <h2 class="govuk-heading-m" id="next">
          {say('What happens next')}
        </h2>
        <p class="govuk-body">
          {file.seen.promises.some(({ state }) => state === 'open' || state === 'late')
            ? say('We have answered you, and still do what we promised.')
            : say('We have answered you.')}{' '}
          {say('If you are not satisfied, whatever the reason, we look at it again:')}{' '}
          {link(before, '/stage-2', sentence('ask for stage 2'))}
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="next">
      <h2 class="govuk-heading-m" id="next">
        {say('What happens next')}
      </h2>
      <p class="govuk-body">
        <strong>{say(stepSaid[next.name].ahead)}</strong>
        <br />
        {whenWords(next, say)}
      </p>
    </section>
  );
}

function WhatYouCanDo({ before }: Part): VNode {
  const { say, ways, file } = before;
  const { updates } = file.seen.stages.find(({ stage }) => stage === ways.updates) ?? { updates: null };
  return (
    <section aria-labelledby="ways">
      <h2 class="govuk-heading-m" id="ways">
        {say('What you can do')}
      </h2>
      <ul class="govuk-list app-site__starts">
        <li>{link(before, '/messages', sentence('Send us a message, or read ours'))}</li>
        <li>{link(before, '/evidence', sentence('Add a photo or a file'))}</li>
        {ways.stage2 === null ? null : (
          <li>
            {ways.stage2 === 'more'
              ? link(before, '/stage-2', sentence('Ask us to look again at more points'))
              : link(before, '/stage-2', sentence('Ask us to look at it again (stage 2)'))}
          </li>
        )}
        {ways.comments ? <li>{link(before, '/comments', sentence('Comment on what we found so far'))}</li> : null}
        {ways.updates === null ? null : (
          <li>
            {updates === null
              ? link(before, '/updates', sentence('Agree how often you hear from us'))
              : link(before, '/updates', sentence('Change how often you hear from us'))}
          </li>
        )}
        <li>{link(before, '/contact', sentence('Change how we reach you'))}</li>
        {ways.withdraws ? <li>{link(before, '/withdraw', sentence('Withdraw this'))}</li> : null}
        <li>
          <a class="govuk-link" href={`${before.visit.base}/close-links`}>
            {say('Close all links and codes')}
          </a>
        </li>
      </ul>
    </section>
  );
}

export const caseOverview = screen({ path: '/residents/:slug/case', access: 'resident', get });
