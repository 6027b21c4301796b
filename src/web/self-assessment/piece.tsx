/** One piece of evidence: whether it holds, what it says and said, who looked at it, and which provisions it serves. */
import type { ComponentChildren, VNode } from 'preact';
import { yearName } from '../../assess/answers.js';
import { evidenceKindWords, evidenceRoleWords } from '../../assess/evidence-pieces.js';
import { inShortWords } from '../../facts/days.js';
import { changesOf } from '../../store/assessment-changes.js';
import {
  findPiece,
  type Piece,
  type PieceVersion,
  retirePiece,
  reviewsOf,
  servedBy,
  versionsOfPiece,
} from '../../store/evidence-library.js';
import { Button, SummaryList } from '../ui/components.js';
import { DayText, InstantText } from '../ui/dates.js';
import { Form, type FormState } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { writers } from './assessment-frame.js';
import { ChangesNoted } from './changes-noted.js';
import { PieceTag } from './evidence.js';

export const pieceAsked = (visit: Visit) => visit.db((trx) => findPiece(trx, visit.params.piece ?? ''));
export const pieceHref = ({ id }: Pick<Piece, 'id'>, below = '') => `/self-assessment/evidence/${id}${below}`;

/** The frame of the screens below a piece. */
export function piecePage(visit: Visit, piece: Piece, title: string, form: FormState | null, body: ComponentChildren) {
  return page(
    visit,
    {
      title,
      section: 'assessment',
      ...(form === null ? {} : { form }),
      crumbs: [
        { text: 'Self-assessments', href: '/self-assessment' },
        { text: 'Evidence library', href: '/self-assessment/evidence' },
        ...(form === null ? [] : [{ text: piece.title, href: pieceHref(piece) }]),
      ],
    },
    body,
  );
}

async function get(visit: Visit) {
  const piece = await pieceAsked(visit);
  if (piece === null) return notFound;
  const found = await visit.db(async (trx) => ({
    versions: await versionsOfPiece(trx, piece.id),
    reviews: await reviewsOf(trx, piece.id),
    served: await servedBy(trx, piece.id),
    changes: await changesOf(trx, piece.id),
  }));
  const day = (on: Piece['expiresOn'], none: string) => (on === null ? none : inShortWords(on));
  const writes = visit.may(...writers);
  return piecePage(
    visit,
    piece,
    piece.title,
    null,
    <>
      <SummaryList
        rows={[
          { key: { text: 'How it stands' }, value: { html: <PieceTag piece={piece} visit={visit} /> } },
          { key: { text: 'What it is' }, value: { text: evidenceKindWords[piece.kind] } },
          ...(piece.role === null
            ? []
            : [{ key: { text: evidenceRoleWords[piece.role] }, value: { text: piece.holder ?? '' } }]),
          { key: { text: 'Looked after by' }, value: { text: piece.owner || 'Nobody' } },
          { key: { text: 'Holds from' }, value: { text: day(piece.effectiveOn, 'No first day') } },
          { key: { text: 'Holds until' }, value: { text: day(piece.expiresOn, 'No last day') } },
          { key: { text: 'Next review' }, value: { text: day(piece.reviewOn, 'None set') } },
          ...(piece.retiredOn === null
            ? []
            : [{ key: { text: 'Out of use since' }, value: { text: inShortWords(piece.retiredOn) } }]),
        ]}
      />
      {writes ? (
        <div class="govuk-button-group">
          <Button href={pieceHref(piece, '/review')}>Record a review</Button>
          <Button href={pieceHref(piece, '/version')} classes="govuk-button--secondary">
            Add a version
          </Button>
          <Button href={pieceHref(piece, '/change')} classes="govuk-button--secondary">
            Change it
          </Button>
        </div>
      ) : null}
      <h2 class="govuk-heading-m">What it says</h2>
      <ul class="app-list">
        {found.versions.map((version) => (
          <li key={version.number} class="app-list__item">
            <Version piece={piece} version={version} />
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Which provisions it serves</h2>
      {found.served.length === 0 ? <p class="govuk-body">None yet. It is named on the page of a provision.</p> : null}
      <ul class="govuk-list">
        {found.served.map((one) => (
          <li key={`${one.assessment} ${one.provision}`}>
            <a class="govuk-link" href={`/self-assessment/${one.assessment}/provisions/${one.provision}`}>
              {one.provision} of the {one.edition} Code, {yearName(one.year)}
            </a>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Reviews</h2>
      {found.reviews.length === 0 ? <p class="govuk-body">Nobody has recorded a review.</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {found.reviews.map((review) => (
          <li key={`${review.reviewedOn} ${review.note}`}>
            <DayText day={review.reviewedOn} />, {review.by ?? 'the command line'}:{' '}
            {review.stillHolds ? 'it still holds' : 'found wanting'}
            {review.note === '' ? '' : `. ${review.note}`}
          </li>
        ))}
      </ul>
      {writes ? (
        <Form visit={visit}>
          <Button
            name="what"
            value={piece.retiredOn === null ? 'retire' : 'bring-back'}
            classes="govuk-button--secondary"
            preventDoubleClick
          >
            {piece.retiredOn === null ? 'Take it out of use' : 'Take it into use again'}
          </Button>
        </Form>
      ) : null}
      <ChangesNoted changes={found.changes} />
    </>,
  );
}

function Version({ piece, version }: { readonly piece: Piece; readonly version: PieceVersion }): VNode {
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">
        Version {version.number}:{' '}
        {version.file !== null ? (
          <a class="govuk-link" href={pieceHref(piece, `/files/${version.file}`)}>
            {version.fileName ?? 'the file'}
          </a>
        ) : version.link !== null ? (
          <a class="govuk-link" href={version.link} rel="noreferrer">
            {version.link}
          </a>
        ) : (
          <span class="app-quote">{version.text}</span>
        )}
      </p>
      {version.note === '' ? null : <p class="govuk-body govuk-!-margin-bottom-1">{version.note}</p>}
      <p class="govuk-body-s govuk-!-margin-bottom-0">
        {version.addedBy ?? 'The command line'}, <InstantText at={version.addedAt} />. SHA-256{' '}
        <span class="app-quote">{version.content}</span>
      </p>
    </>
  );
}

async function post(visit: Visit) {
  const piece = await pieceAsked(visit);
  if (piece === null) return notFound;
  const retires = visit.fields.what === 'retire';
  await visit.db((trx) => retirePiece(trx, piece.id, retires ? visit.today : null, visit.staff.id));
  return redirect(pieceHref(piece), { done: retires ? 'Taken out of use' : 'In use again' });
}

export const onePiece = [
  ...screen({ path: '/self-assessment/evidence/:piece', access: 'signed-in', get }),
  ...screen({ path: '/self-assessment/evidence/:piece', access: writers, post }),
];
