/** One paper of a bundle: what becomes of it, which kind it is, and the way to hide places on its pages. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { mustBePictures, unseenWords } from '../../complaint/bundle/as-seen.js';
import { mayChoose } from '../../complaint/bundle/choosing.js';
import { bundleKinds, pieceStandings } from '../../complaint/bundle/kinds.js';
import { caseWorkers } from '../../complaint/roles.js';
import { boxesOf } from '../../store/bundle-boxes.js';
import { markPiece } from '../../store/bundle-choices.js';
import type { Bundle, Piece } from '../../store/bundles.js';
import { InsetText, SummaryList } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { choice, optionalText, tick } from '../ui/fields.js';
import {
  Form,
  type FormState,
  RadiosField,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextareaField,
  TickField,
  withRefusals,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { kindChoices } from './begin.js';
import { audienceWords, pagesIn, placeWords, standingWords } from './bundle-words.js';
import { openBundle } from './open-bundle.js';

const form = z.object({
  standing: choice(pieceStandings, 'Choose what becomes of this paper'),
  kind: choice(bundleKinds, 'Choose a kind'),
  reason: optionalText(500),
  asPictures: tick(),
});

interface Found {
  readonly bundle: Bundle;
  readonly piece: Piece;
  readonly hidden: readonly number[];
}

async function read(visit: Visit): Promise<Found | null> {
  return visit.db(async (trx) => {
    const open = await openBundle(trx, visit);
    const piece = open?.pieces.find(({ id }) => id === visit.params.piece);
    if (open === null || piece === undefined) return null;
    const boxes = await boxesOf(trx, open.bundle.id, piece.id);
    return { bundle: open.bundle, piece, hidden: [...new Set(boxes.map(({ page: n }) => n))] };
  });
}

async function get(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  if (found === null) return notFound;
  const { standing, kind, reason, asPictures } = found.piece;
  const initial = { standing, kind, reason: reason ?? '', asPictures: asPictures ? 'yes' : '' };
  return view(visit, found, startForm(visit, initial));
}

async function post(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  if (found === null) return notFound;
  const given = readForm(form, visit.fields);
  if (!given.ok) return view(visit, found, given.form);
  const { standing, kind, reason } = given.value;
  const asPictures = isAChoice(found.piece) ? given.value.asPictures : found.piece.asPictures;
  const to = { standing, kind, reason, asPictures, by: visit.staff.id, now: new Date(visit.now) };
  const refusals = await visit.db((trx) => markPiece(trx, found.bundle.id, found.piece.id, to));
  if (refusals.length > 0) return view(visit, found, withRefusals(given.form, refusals));
  return redirect(`/bundles/${found.bundle.id}`, { done: 'Saved. Make the bundle again before it goes out' });
}

function view(visit: Visit, { bundle, piece, hidden }: Found, state: FormState): Answer {
  const row = (key: string, html: VNode | string | null) =>
    html === null || html === '' ? [] : [{ key: { text: key }, value: { html } }];
  return page(
    visit,
    {
      title: piece.title,
      caption: `Bundle: ${audienceWords[bundle.audience]}`,
      section: 'ombudsman',
      back: { href: `/bundles/${bundle.id}`, text: 'The bundle' },
      form: state,
    },
    <>
      <SummaryList
        rows={[
          ...row('Day', piece.on === null ? null : <DayText day={piece.on} />),
          ...row(
            'Case',
            piece.reference === null ? null : (
              <a class="govuk-link" href={`/cases/${piece.reference}`}>
                {piece.reference}
              </a>
            ),
          ),
          ...row('Where', placeWords(piece)),
          ...row('Decided by', piece.markedBy),
        ]}
      />
      <Pages bundle={bundle} piece={piece} hidden={hidden} />
      <NotSeen piece={piece} />
      {mayChoose(bundle) ? (
        <Form visit={visit}>
          <RadiosField
            form={state}
            name="standing"
            legend="What becomes of it"
            items={pieceStandings
              .filter((one) => one !== 'confidence' || bundle.audience === 'ombudsman')
              .map((value) => ({ value, text: standingWords[value], hint: hints[value] }))}
          />
          <TextareaField
            form={state}
            name="reason"
            label="Why"
            hint="Needed for what is held back or left out. It stands with your name."
            rows={3}
            most={500}
          />
          {isAChoice(piece) ? (
            <TickField
              form={state}
              name="asPictures"
              label="Give its pages as pictures of what is seen on them"
              hint="Nothing else that the file holds goes along. Words are read off the pictures, so that they can be searched and read aloud."
            />
          ) : null}
          <SelectField form={state} name="kind" label="Which kind of paper it is" items={kindChoices} />
          <Submit>Save</Submit>
        </Form>
      ) : (
        <InsetText text="The bundle is being made: wait until it is done, then change what goes in." />
      )}
    </>,
  );
}

/** Whether somebody decides if its pages go as pictures: where places are hidden, or more is held than is shown, they do. */
function isAChoice({ pages, boxes, unseen }: Piece): boolean {
  return pages !== null && boxes === 0 && !mustBePictures(unseen);
}

/** What a look through its pages does not show. */
function NotSeen({ piece }: { readonly piece: Piece }): VNode | null {
  if (piece.unseen === null || piece.unseen.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">The file holds more than its pages show:</p>
      <ul class="govuk-list govuk-list--bullet">
        {piece.unseen.map((one) => (
          <li key={one}>{unseenWords[one]}</li>
        ))}
      </ul>
      {mustBePictures(piece.unseen) ? (
        <p class="govuk-body">So its pages go as pictures of what is seen on them, and the rest stays here.</p>
      ) : null}
    </InsetText>
  );
}

const hints = {
  in: '',
  confidence: 'The Ombudsman gets it whole, each page marked ‘In confidence: not for the resident’.',
  privileged: 'Only what lawyers advised, or what was asked of them. It is listed with the reason and your name.',
  out: 'It is no answer to what is asked, or stands in the bundle already. The Ombudsman’s index lists it with the reason and your name.',
} as const;

function Pages({ bundle, piece, hidden }: { bundle: Bundle; piece: Piece; hidden: readonly number[] }): VNode {
  const { pages } = piece;
  if (pages === null)
    return (
      <p class="govuk-body">
        {piece.madeFrom === null
          ? 'Its pages are known once the bundle has been made; then places on them can be hidden.'
          : 'It has no pages on which places could be hidden.'}
      </p>
    );
  const base = `/bundles/${bundle.id}/pieces/${piece.id}/pages`;
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/1`}>
          {mayChoose(bundle) ? 'Look through its pages and hide places' : 'Look through its pages'}
        </a>{' '}
        ({pagesIn(pages)})
      </p>
      {hidden.length === 0 ? null : (
        <p class="govuk-body">
          Places are hidden on{' '}
          {hidden.map((n, i) => (
            <>
              {i === 0 ? '' : ', '}
              <a class="govuk-link" href={`${base}/${n}`}>
                page {n}
              </a>
            </>
          ))}
          .
        </p>
      )}
    </>
  );
}

export const onePiece = screen({ path: '/bundles/:id/pieces/:piece', access: caseWorkers, get, post });
