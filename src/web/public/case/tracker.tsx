/** The steps of a case in the look of a progress tracker: what was done, what is being done, what is to come, what is late. */
import type { VNode } from 'preact';
import type { SeenStage } from '../../../complaint/following/seen-by-resident.js';
import type { Step } from '../../../complaint/following/steps.js';
import type { SeenFile } from '../../../store/seen-case.js';
import { inEnglishOn } from '../site/catalogue.js';
import type { Say } from '../site/say.js';
import { stepSaid } from './words.js';

export function Tracker({
  steps,
  file,
  say,
}: {
  readonly steps: readonly Step[];
  readonly file: SeenFile;
  readonly say: Say;
}): VNode {
  return (
    <ol class="app-tracker">
      {steps.map((step) => (
        <li key={step.name} class={`app-tracker__step app-tracker__step--${step.state}`}>
          <p class="app-tracker__what">
            {say(step.state === 'done' ? stepSaid[step.name].done : stepSaid[step.name].ahead)}
          </p>
          <p class="app-tracker__when">{whenWords(step, say)}</p>
          {extensionsOf(step, file.seen.stages).map(({ toldOn, newDate, reason }) => (
            <p key={newDate} class="app-tracker__when">
              {say('On {day} we told you that we need until {new}, because:', {
                day: say.day(toldOn),
                new: say.day(newDate),
              })}{' '}
              {file.text(reason) ?? say('[these words were erased]')}
            </p>
          ))}
          {step.because.length > 0 && step.state !== 'done' ? <Because because={step.because} say={say} /> : null}
        </li>
      ))}
    </ol>
  );
}

/** 'By Friday 10 April 2026', 'Friday 10 April 2026, 2 working days late'. */
export function whenWords(step: Step, say: Say): string {
  const { state, on, due, workingDaysLate: late, provisional } = step;
  if (on !== null) {
    if (late === 0) return say.day(on);
    return late === 1
      ? say('{day}, 1 working day late', { day: say.day(on) })
      : say('{day}, {n} working days late', { day: say.day(on), n: late });
  }
  if (due === null) return state === 'now' ? say('This is being done now.') : say('There is no date yet.');
  if (state === 'late')
    return late === 1
      ? say('This was due on {day}. We are 1 working day late.', { day: say.day(due) })
      : say('This was due on {day}. We are {n} working days late.', { day: say.day(due), n: late });
  return provisional ? say('By {day} at the latest', { day: say.day(due) }) : say('By {day}', { day: say.day(due) });
}

function extensionsOf({ name }: Step, stages: readonly SeenStage[]): SeenStage['extensions'] {
  const stage = name === 'answered' ? 1 : name === 'stage-2-answered' ? 2 : null;
  return stages.find((one) => one.stage === stage)?.extensions ?? [];
}

/** The clock's own sentences. They state how the Code counts, so they stay in English where nobody has translated them. */
export function Because({ because, say }: { readonly because: readonly string[]; readonly say: Say }): VNode {
  return (
    <details class="govuk-details app-tracker__why">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{say('Why this date')}</span>
      </summary>
      <div class="govuk-details__text">
        <ul class="govuk-list govuk-list--bullet">
          {because.map((words) => (
            <li key={words}>{inEnglishOn(say, words)}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}
