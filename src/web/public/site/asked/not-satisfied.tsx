/** Where somebody who is not satisfied can take it from here. Said on each page that asks how something went. */
import type { VNode } from 'preact';
import type { WayOn } from '../../../../complaint/asking/what-follows.js';
import { Form, Hidden, Submit } from '../../../ui/forms.js';
import type { ResidentVisit } from '../../../visit.js';

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
      <p class="govuk-body">
        {way === 'ombudsman'
          ? say.legal(
              'We have given our final answer. You can take your complaint to the Housing Ombudsman: how to reach them stands at the foot of this page.',
            )
          : say.legal(
              'You can also ask the Housing Ombudsman for advice at any time: how to reach them stands at the foot of this page.',
            )}
      </p>
    </section>
  );
}
