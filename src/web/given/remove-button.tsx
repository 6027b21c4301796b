/** A button that ends a figure. What it said stays known under 'What stood there before'. */
import type { VNode } from 'preact';
import { Button } from '../ui/components.js';
import { Form, Hidden } from '../ui/forms.js';
import type { Visit } from '../visit.js';

export function RemoveButton(props: {
  readonly visit: Visit;
  readonly action: string;
  readonly id: string;
  /** Which one, for those who don't see the row. */
  readonly what: string;
}): VNode {
  const { visit, action, id, what } = props;
  return (
    <Form visit={visit} action={action} id={`remove-${id}`}>
      <Hidden name="id" value={id} />
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
        Remove<span class="govuk-visually-hidden"> {what}</span>
      </Button>
    </Form>
  );
}
