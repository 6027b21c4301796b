/** The papers of a bundle: against what is asked for, and one by one. */
import type { VNode } from 'preact';
import { mayChoose } from '../../complaint/bundle/choosing.js';
import { type BundleKind, bundleKindWords, goesAlong } from '../../complaint/bundle/kinds.js';
import type { Bundle, Piece } from '../../store/bundles.js';
import { Checkboxes, Details, InsetText, Table } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { CheckboxesField, Form, type FormState, Hidden, Submit, TickField } from '../ui/forms.js';
import { Scroll } from '../ui/scroll.js';
import type { Visit } from '../visit.js';
import { kindChoices } from './begin.js';
import { pagesWords, papersIn, placeWords, standingWords } from './bundle-words.js';

export function Checklist(props: { visit: Visit; bundle: Bundle; pieces: readonly Piece[]; form: FormState }): VNode {
  const { visit, bundle, pieces, form: state } = props;
  const count = (kind: BundleKind): number =>
    pieces.filter((piece) => piece.kind === kind && goesAlong(piece.standing)).length;
  const held = new Set(pieces.map(({ kind }) => kind));
  const without = bundle.asked.filter((kind) => count(kind) === 0);
  const [kept, lacks] = [without.filter((kind) => held.has(kind)), without.filter((kind) => !held.has(kind))];
  return (
    <>
      <h2 class="govuk-heading-m">What is asked for</h2>
      {without.length === 0 ? <p class="govuk-body">There is at least one paper for each thing asked.</p> : null}
      {kept.length === 0 ? null : (
        <InsetText>
          <p class="govuk-body">Asked for, and all of it held back or left out. The index says so:</p>
          <Kinds of={kept} />
        </InsetText>
      )}
      {lacks.length === 0 ? null : (
        <InsetText>
          <p class="govuk-body">Asked for, and none is here. The index will say that we hold none:</p>
          <Kinds of={lacks} />
          <p class="govuk-body">
            <a class="govuk-link" href={`/cases/${bundle.reference}/add-document`}>
              Add a document to the case
            </a>
            , then make the bundle again.
          </p>
        </InsetText>
      )}
      {mayChoose(bundle) ? (
        <Details summaryText="Change what is asked for">
          <Form visit={visit} id="asked-form">
            <Hidden name="do" value="asked" />
            <CheckboxesField
              form={state}
              name="asked"
              legend="The Ombudsman asks for"
              small
              items={kindChoices.map((one) => ({
                ...one,
                hint: papersIn(count(one.value)),
              }))}
            />
            <TickField
              form={state}
              name="leaveOut"
              label="Leave out papers of other kinds"
              hint="Those about which nobody has decided yet. Otherwise everything goes, whatever is asked for."
            />
            <Submit secondary>Save what is asked for</Submit>
          </Form>
        </Details>
      ) : null}
    </>
  );
}

function Kinds({ of: kinds }: { readonly of: readonly BundleKind[] }): VNode {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {kinds.map((kind) => (
        <li key={kind}>{bundleKindWords[kind]}</li>
      ))}
    </ul>
  );
}

export function Papers({ visit, bundle, pieces }: { visit: Visit; bundle: Bundle; pieces: readonly Piece[] }): VNode {
  const subject = bundle.audience === 'subject';
  const placed = pieces.some((piece) => placeWords(piece) !== '');
  const rows = pieces.map((piece, i) => [
    { text: String(i + 1) },
    ...(subject
      ? [
          {
            html:
              piece.standing === 'in' && piece.lookedAt === null && mayChoose(bundle) ? (
                <Checkboxes
                  idPrefix={`looked-${piece.id}`}
                  name="looked"
                  classes="govuk-checkboxes--small"
                  items={[
                    {
                      value: piece.id,
                      html: <span class="govuk-visually-hidden">Looked through: {piece.title}</span>,
                    },
                  ]}
                />
              ) : (
                (piece.lookedBy ?? '')
              ),
          },
        ]
      : []),
    { html: piece.on === null ? '' : <DayText day={piece.on} short class="app-nowrap" /> },
    {
      html: (
        <>
          <a class="govuk-link" href={`/bundles/${bundle.id}/pieces/${piece.id}`}>
            {piece.title}
          </a>
          {subject && piece.reference !== null && !piece.title.includes(piece.reference) ? (
            <>
              , <span class="app-nowrap">{piece.reference}</span>
            </>
          ) : null}
        </>
      ),
    },
    { text: bundleKindWords[piece.kind] },
    {
      html: (
        <>
          {standingWords[piece.standing]}
          {pagesWords(piece)}
          {piece.reason === null ? '' : `: ${piece.reason}`}
        </>
      ),
    },
    ...(placed ? [{ text: placeWords(piece) }] : []),
  ]);
  const table = (
    <Scroll label="Papers">
      <Table
        caption={papersIn(pieces.length)}
        captionClasses="govuk-table__caption--m"
        head={[
          { text: 'Number' },
          ...(subject ? [{ text: 'Looked through' }] : []),
          { text: 'Day' },
          { text: 'Paper' },
          { text: 'Kind' },
          { text: 'What becomes of it' },
          ...(placed ? [{ text: 'Where' }] : []),
        ]}
        rows={rows}
      />
    </Scroll>
  );
  if (!subject || !mayChoose(bundle)) return table;
  return (
    <Form visit={visit} id="looked-form">
      <Hidden name="do" value="looked" />
      <Hidden name="version" value={bundle.version} />
      {table}
      <Submit secondary>I have looked through those ticked for what is about others</Submit>
    </Form>
  );
}
