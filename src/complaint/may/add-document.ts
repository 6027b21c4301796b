import type { Day } from '../../facts/days.js';
import type { File, PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AddDocumentRequest {
  readonly on: Day;
  readonly file: File;
  readonly title: string;
  readonly from: 'resident' | 'staff' | 'contractor' | 'other';
  readonly points: readonly PointId[];
}

/** 5.12: reports, surveys, photographs and letters that show what happened, with the points they speak to. */
export function mayAddDocument(c: Case, request: AddDocumentRequest, context: Context): Decision {
  const { on, file, title, from, points } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      written('title', title, 'Say in a few words what the document is.'),
      points.some((id) => !c.points.some((p) => p.id === id))
        ? no('no-such-point', 'That point is not one of this case. Choose another.', { field: 'points' })
        : null,
      c.documents.some((d) => d.file === file)
        ? no('already-added', 'This document is on record already.', { field: 'file' })
        : null,
    ],
    () => allow([{ what: { type: 'DocumentAdded', file, title: context.keep(title), from, points }, on }]),
  );
}
