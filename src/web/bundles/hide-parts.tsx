/** Beside a page of a paper: where a place to hide begins and ends, what is hidden already, and the pages before and after. */
import type { ComponentChildren, VNode } from 'preact';
import { hideReasons, hideReasonWords } from '../../complaint/bundle/kinds.js';
import type { Box } from '../../store/bundle-boxes.js';
import { SummaryList } from '../ui/components.js';
import { Form, type FormState, Hidden, SelectField, Submit, TextField } from '../ui/forms.js';
import type { Visit } from '../visit.js';

/** The picture is always so wide, so that a click on it says the same place on every screen; narrow ones scroll. */
export const shownWide = 720;

/** The page, in a box that scrolls. `may`: places can be dragged on it (enhance.js). */
export function PageArea(props: {
  readonly n: number;
  readonly may: boolean;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <section
      class="app-hide__page"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={`Page ${props.n}`}
      data-hide={props.may ? 'yes' : undefined}
    >
      {props.children}
    </section>
  );
}

export function Fields({ form: state, corner }: { readonly form: FormState; readonly corner: boolean }): VNode {
  return (
    <div class="app-hide__fields">
      <h2 class="govuk-heading-m">Hide a place</h2>
      <p class="govuk-body">
        {corner
          ? 'Now click the corner across, or enter where the place ends.'
          : 'Click two opposite corners of it on the page, or enter where it begins and ends, in hundredths of the page.'}
      </p>
      <div class="app-beside">
        <TextField form={state} name="left" label="Begins, from the left" width={5} inputmode="decimal" />
        <TextField form={state} name="top" label="Begins, from the top" width={5} inputmode="decimal" />
        <TextField form={state} name="right" label="Ends, from the left" width={5} inputmode="decimal" />
        <TextField form={state} name="bottom" label="Ends, from the top" width={5} inputmode="decimal" />
      </div>
      <SelectField
        form={state}
        name="reason"
        label="Why"
        none="Choose why"
        items={hideReasons.map((value) => ({ value, text: hideReasonWords[value] }))}
      />
      <TextField form={state} name="note" label="Note (optional)" hint="It stays here" width="two-thirds" />
      <div class="govuk-button-group">
        <Submit name="do" value="add">
          Hide this place
        </Submit>
        <Submit name="do" value="whole" secondary>
          Hide the whole page
        </Submit>
      </div>
    </div>
  );
}

export function Hidings({ visit, boxes, may }: { visit: Visit; boxes: readonly Box[]; may: boolean }): VNode {
  if (boxes.length === 0) return <p class="govuk-body">Nothing on this page is hidden.</p>;
  return (
    <>
      <h2 class="govuk-heading-m">Hidden on this page</h2>
      <SummaryList
        rows={boxes.map((box, i) => ({
          key: { text: `Place ${i + 1}` },
          value: {
            html: (
              <>
                {hideReasonWords[box.reason]}
                {box.note === null ? '' : `: ${box.note}`}, by {box.by}
                {may ? (
                  <Form visit={visit} id={`show-${i + 1}`}>
                    <Hidden name="do" value="remove" />
                    <Hidden name="box" value={box.id} />
                    <Submit secondary>Show place {i + 1} again</Submit>
                  </Form>
                ) : null}
              </>
            ),
          },
        }))}
      />
    </>
  );
}

export function Turn({
  base,
  n,
  pages,
}: {
  readonly base: string;
  readonly n: number;
  readonly pages: number;
}): VNode | null {
  if (pages === 1) return null;
  const to = (page: number, words: string) => (
    <a class="govuk-link" href={`${base}/pages/${page}`}>
      {words}
    </a>
  );
  return (
    <p class="govuk-body">
      {n > 1 ? to(n - 1, 'Page before') : null} {n > 1 && n < pages ? '· ' : ''}
      {n < pages ? to(n + 1, 'Next page') : null}
    </p>
  );
}
