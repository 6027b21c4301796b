/** What a resident's case is made of, on its page: points, offers, promises and letters. */
import type { VNode } from 'preact';
import type { SeenPoint, SeenPromise } from '../../../complaint/following/seen-by-resident.js';
import { pounds } from '../../../facts/money.js';
import { sentence } from '../site/say.js';
import { link, type Part } from './case-link.js';
import { type Before, casePathOf } from './resident-screen.js';
import { Outside, WhoCanLook } from './who-can-look.js';
import { findingSaid, letterSaid, partSaid, remedySaid } from './words.js';

/** The points as we understand them, and what was found on each once it was told. */
export function Points({ before }: Part): VNode | null {
  const { say, file } = before;
  const { points } = file.seen;
  if (points.length === 0) return null;
  return (
    <section aria-labelledby="points">
      <h2 class="govuk-heading-m" id="points">
        {say('The points we look at')}
      </h2>
      <ol class="govuk-list app-seen-points">
        {points.map((point) => (
          <Point key={point.id} point={point} before={before} />
        ))}
      </ol>
      <Outside before={before} />
    </section>
  );
}

function Point({ point, before }: { readonly point: SeenPoint } & Part): VNode {
  const { say, file } = before;
  const words = file.text(point.understanding) ?? file.text(point.ownWords);
  const wanted = file.text(point.outcomeSought);
  return (
    <li class="app-list__item">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{say('Point {n}', { n: point.number })}</strong>
        {point.state === 'withdrawn' ? ` ${say('(withdrawn)')}` : ''}
        {point.state === 'went-on' ? ` ${say('(looked at with another point, or by itself)')}` : ''}
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {words ?? say('We are still writing down how we understand this point.')}
      </p>
      {wanted === null ? null : (
        <p class="govuk-body govuk-!-margin-bottom-1">{say('What you want: {outcome}', { outcome: wanted })}</p>
      )}
      <WhoCanLook point={point} before={before} />
      {point.findings.map(({ stage, finding }) => (
        <p key={stage} class="govuk-body govuk-!-margin-bottom-1">
          {say('Stage {n}: {finding}', { n: stage, finding: say(findingSaid[finding]) })}
        </p>
      ))}
    </li>
  );
}

/** What is offered, and their answer to it. */
export function Offers({ before }: Part): VNode | null {
  const { say, file } = before;
  const { remedies } = file.seen;
  if (remedies.length === 0) return null;
  const stands = {
    offered: say('We wait for your answer.'),
    accepted: say('You accepted this.'),
    declined: say('You declined this.'),
    done: say('This is done.'),
  };
  return (
    <section aria-labelledby="offers">
      <h2 class="govuk-heading-m" id="offers">
        {say('What we offer to put it right')}
      </h2>
      <ul class="govuk-list">
        {remedies.map(({ id, kind, words, pence, dueOn, parts, state }) => (
          <li key={id} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              <strong>{say(remedySaid[kind])}</strong>
              {pence === null ? '' : `: ${pounds(pence)}`}
            </p>
            <p class="govuk-body govuk-!-margin-bottom-1">{file.text(words)}</p>
            {parts.length === 0 ? null : (
              <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-1">
                {parts.map((part) => (
                  <li key={part.head}>
                    {pounds(part.pence)} {say(partSaid[part.head])}
                  </li>
                ))}
              </ul>
            )}
            {dueOn === null || state === 'done' ? null : (
              <p class="govuk-body govuk-!-margin-bottom-1">{say('By {day}', { day: say.day(dueOn) })}</p>
            )}
            <p class="govuk-body govuk-!-margin-bottom-1">{stands[state]}</p>
            {state === 'done' ? null : (
              <p class="govuk-body govuk-!-margin-bottom-0">
                {link(
                  before,
                  `/offer/${id}`,
                  state === 'offered' ? sentence('Accept or decline this') : sentence('Change your answer'),
                )}
                <span class="govuk-visually-hidden">: {say(remedySaid[kind])}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every promise with its date, kept or moved. */
export function Promises({ before }: Part): VNode | null {
  const { say, file } = before;
  const { promises } = file.seen;
  if (promises.length === 0) return null;
  return (
    <section aria-labelledby="promises">
      <h2 class="govuk-heading-m" id="promises">
        {say('What we promised you')}
      </h2>
      <ul class="govuk-list">
        {promises.map((promise) => (
          <li key={promise.id} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">{file.text(promise.words)}</p>
            <p class="govuk-body govuk-!-margin-bottom-1">
              <strong>{promiseWords(promise, before)}</strong>
            </p>
            {promise.moves.map(({ on, newDate, reason }) => (
              <p key={on} class="govuk-body govuk-!-margin-bottom-1">
                {say('On {day} we moved it to {new}.', { day: say.day(on), new: say.day(newDate) })} {file.text(reason)}
              </p>
            ))}
            {promise.endReason === null ? null : (
              <p class="govuk-body govuk-!-margin-bottom-1">{file.text(promise.endReason)}</p>
            )}
            <p class="govuk-body govuk-!-margin-bottom-0">
              {link(
                before,
                `/promises/${promise.id}`,
                promise.state === 'ended'
                  ? sentence('Tell us if you think that this is wrong')
                  : sentence('Tell us whether it happened'),
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function promiseWords({ state, dueOn, doneOn, residentSays, endReason }: SeenPromise, { say }: Before): string {
  if (residentSays === 'not-done' && state !== 'ended')
    return say('You told us that this has not happened. It is open.');
  switch (state) {
    case 'done':
      return say('Done on {day}', { day: say.day(doneOn ?? dueOn) });
    case 'ended':
      return endReason === null
        ? say('We will not do this any more. We still have to tell you why.')
        : say('We will not do this any more.');
    case 'late':
      return say('This was due on {day}. We are late.', { day: say.day(dueOn) });
    case 'open':
      return say('By {day}', { day: say.day(dueOn) });
    default:
      return state satisfies never;
  }
}

/** Their own letters, to read. */
export function Letters({ before }: Part): VNode | null {
  const { say, file, visit } = before;
  const { letters } = file.seen;
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="letters">
      <h2 class="govuk-heading-m" id="letters">
        {say('Letters')}
      </h2>
      <ul class="govuk-list">
        {letters.map(({ letter, kind, sentOn }) => (
          <li key={letter}>
            <a class="govuk-link" href={casePathOf(visit, `/letters/${letter}`)}>
              {say('{letter}, {day}', { letter: say(letterSaid[kind]), day: say.day(sentOn) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
