/** What happens next, after a resident has said whether what was promised happened. */
import { askedSince } from '../../../../complaint/asking/did-it-happen.js';
import { wayOn } from '../../../../complaint/asking/what-follows.js';
import type { Page, ResidentVisit } from '../../../visit.js';
import { sitePage } from '../site-page.js';
import { NotSatisfied } from './not-satisfied.js';
import type { PromiseShown } from './promise.js';

/** `said`: their answer. */
export function thanksForSaying(visit: ResidentVisit, { case: c, promise }: PromiseShown, said: string): Page {
  const { say } = visit;
  const again = (
    <p class="govuk-body">
      <a class="govuk-link" href={visit.path}>
        {say('Tell us something else about it')}
      </a>
    </p>
  );
  if (said === 'yes')
    return sitePage(
      visit,
      { title: say('Thank you. We have recorded that it happened') },
      <>
        <p class="govuk-body">
          {say('You need do nothing more. If it goes wrong again, tell us in any way you like.')}
        </p>
        {again}
        <NotSatisfied visit={visit} way={wayOn(c)} />
      </>,
    );
  if (promise.state === 'ended')
    return sitePage(
      visit,
      { title: say('Thank you. We have noted that it should be done') },
      <>
        <h2 class="govuk-heading-m">{say('What happens next')}</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>{say('A manager is told today.')}</li>
          <li>{say('We look at whether it was right to end it, and tell you what comes of it.')}</li>
        </ul>
        {again}
        <NotSatisfied visit={visit} way={wayOn(c)} />
      </>,
    );
  const asksAgain = (askedSince(c, promise)?.asked.length ?? 0) < 2;
  const open = said === 'no' || promise.residentSays === 'not-done';
  return sitePage(
    visit,
    { title: open ? say('Thank you. It is open again') : say('Thank you. We have noted that it has not happened yet') },
    <>
      <h2 class="govuk-heading-m">{say('What happens next')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {open ? (
          <>
            <li>{say('A manager is told today.')}</li>
            <li>{say('Whoever is responsible for it gives you a new date, with the reason.')}</li>
            <li>{say('After that date we ask you again.')}</li>
          </>
        ) : (
          <>
            <li>{say('Whoever is responsible for it sees what you said.')}</li>
            {asksAgain ? (
              <li>{say('We ask you once more in about a week.')}</li>
            ) : (
              <li>{say('We do not ask again. When it is done, or if it is not, tell us in any way you like.')}</li>
            )}
          </>
        )}
      </ul>
      {again}
      <NotSatisfied visit={visit} way={wayOn(c)} />
    </>,
  );
}
