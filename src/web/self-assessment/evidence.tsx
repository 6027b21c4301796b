/** The evidence library: every piece with whether it holds, who looks after it, and until when. */
import type { VNode } from 'preact';
import { evidenceKindWords, evidenceRoleWords, pieceState, pieceStateWords } from '../../assess/evidence-pieces.js';
import { inShortWords } from '../../facts/days.js';
import { listPieces, type Piece } from '../../store/evidence-library.js';
import { Button, InsetText, Tag } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { writers } from './assessment-frame.js';
import { pieceTags } from './words.js';

async function get(visit: Visit) {
  const pieces = await visit.db(listPieces);
  return page(
    visit,
    {
      title: 'Evidence library',
      section: 'assessment',
      wide: true,
      back: { href: '/self-assessment', text: 'Self-assessments' },
    },
    <>
      <p class="govuk-body">
        What cases cannot show: policies, registers, publicity, roles and minutes. One piece may stand behind many
        provisions. What has expired, or what a review found wanting, counts no longer.
      </p>
      {visit.may(...writers) ? <Button href="/self-assessment/evidence/add">Add a piece</Button> : null}
      {pieces.length === 0 ? (
        <InsetText text="There is no piece of evidence yet." />
      ) : (
        <Scroll label="Evidence library">
          <table class="govuk-table">
            <caption class="govuk-visually-hidden">Evidence library</caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {['Piece', 'What it is', 'Looked after by', 'Holds until', 'Next review', 'How it stands'].map(
                  (head) => (
                    <th key={head} scope="col" class="govuk-table__header">
                      {head}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {pieces.map((piece) => (
                <Row key={piece.id} piece={piece} visit={visit} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>,
  );
}

function Row({ piece, visit }: { readonly piece: Piece; readonly visit: Visit }): VNode {
  const overdue = piece.reviewOn !== null && piece.reviewOn < visit.today && piece.retiredOn === null;
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={`/self-assessment/evidence/${piece.id}`}>
          {piece.title}
        </a>
      </th>
      <td class="govuk-table__cell">
        {piece.role === null
          ? evidenceKindWords[piece.kind]
          : `${evidenceRoleWords[piece.role]}: ${piece.holder ?? 'nobody'}`}
      </td>
      <td class="govuk-table__cell">{piece.owner || 'Nobody'}</td>
      <td class="govuk-table__cell">{piece.expiresOn === null ? 'No last day' : inShortWords(piece.expiresOn)}</td>
      <td class="govuk-table__cell">
        {piece.reviewOn === null ? 'None set' : `${inShortWords(piece.reviewOn)}${overdue ? ', overdue' : ''}`}
      </td>
      <td class="govuk-table__cell">
        <PieceTag piece={piece} visit={visit} />
      </td>
    </tr>
  );
}

export function PieceTag({ piece, visit }: { readonly piece: Piece; readonly visit: Visit }): VNode {
  const state = pieceState(piece, visit.today);
  return <Tag colour={pieceTags[state]}>{pieceStateWords[state]}</Tag>;
}

export const evidenceLibrary = screen({ path: '/self-assessment/evidence', access: 'signed-in', get });
