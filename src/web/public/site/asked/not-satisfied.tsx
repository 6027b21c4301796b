/** Where somebody who is not satisfied can take it from here. Said on each page that asks how something went. */
import type { VNode } from 'preact';
import type { WayOn } from '../../../../complaint/asking/what-follows.js';
import { Form, Hidden, Submit } from '../../../ui/forms.js';
import type { ResidentVisit } from '../../../visit.js';
import type { Say } from '../say.js';

/** `asks`: the page takes a request for stage 2 itself, as a post with `stage-2`. */
export function NotSatisfied({
  visit,
  way,
  asks = true,
}: {
  readonly visit: ResidentVisit;
  readonly way: WayOn;
  readonly asks?: boolean;
}): VNode {
  const { say } = visit;
  return (
    <section aria-labelledby="not-satisfied">
      <h2 class="govuk-heading-m" id="not-satisfied">
        {say('If you are not satisfied')}
      </h2>
      {way === 'stage-2' ? (
        <>
          <p class="govuk-body">
            {say.legal(
              'You can ask us to look at your complaint again at stage 2. Somebody who did not answer it before will do so. You do not have to say why.',
            )}
          </p>
          {asks ? (
            <Form visit={visit} id="stage-2">
              <Hidden name="next" value="stage-2" />
              <Submit secondary>{say('Ask for stage 2')}</Submit>
            </Form>
          ) : null}
        </>
      ) : null}
      {way === 'with-us' ? (
        <p class="govuk-body">{say('Your complaint is still with us. Tell whoever is dealing with it.')}</p>
      ) : null}
      <p class="govuk-body">{sayOf(way, say)}</p>
    </section>
  );
}

/** How the Ombudsman stands to it, and what else is open, from where the complaint stands. */
function sayOf(way: WayOn, say: Say): string {
  switch (way) {
    case 'ombudsman':
      return say.legal(
        'We have given our final answer. You can take your complaint to the Housing Ombudsman: how to reach them stands at the foot of this page.',
      );
    case 'refused':
      return say.legal(
        'We did not take this on as a complaint, and told you why. If you think that is wrong, tell us so, in any way you like. You can also ask the Housing Ombudsman to look at our refusal: how to reach them stands at the foot of this page.',
      );
    case 'stage-2-refused':
      return say.legal(
        'We did not take your complaint to stage 2, and told you why. If you think that is wrong, you can ask the Housing Ombudsman to look at our refusal: how to reach them stands at the foot of this page.',
      );
    case 'withdrawn':
      return say.legal(
        'This complaint was withdrawn. It can be raised again: if you are still unhappy, tell us, in any way you like. You can also ask the Housing Ombudsman for advice at any time: how to reach them stands at the foot of this page.',
      );
    case 'stage-2':
    case 'with-us':
      return say.legal(
        'You can also ask the Housing Ombudsman for advice at any time: how to reach them stands at the foot of this page.',
      );
    default:
      return way satisfies never;
  }
}
