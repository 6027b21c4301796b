import type { Day } from '../../facts/days.js';
import type { File } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, unless, written } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface NoteRequest {
  readonly on: Day;
  readonly text: string;
  readonly files: readonly File[];
}

/** 5.12: whatever else belongs on the record, at any time. */
export function mayNote(c: Case, request: NoteRequest, context: Context): Decision {
  const { on, text, files } = request;
  return unless([dayOfAct(c, on, context), written('text', text, 'Write the note.')], () =>
    allow([{ what: { type: 'NoteMade', words: context.keep(text), files }, on }]),
  );
}
