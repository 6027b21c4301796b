import type { Day } from '../../facts/days.js';
import type { File, Happened, PersonId, PointId } from '../../facts/happened.js';
import { accessTo } from '../access.js';
import type { Case } from '../case.js';
import { dayOfAct, goesOn, no, type Objection, unless, written } from '../objections.js';
import { openedFrom } from '../opening.js';
import { isStanding } from '../points.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ChooseToComplainRequest {
  readonly on: Day;
  readonly from: PersonId;
  /** What is wrong with what was made of it, in their own words. */
  readonly text: string;
  readonly files: readonly File[];
}

/**
 * 1.3, 1.5: 'I think this is wrong', said by the person themself of what was logged as no complaint. The request keeps its
 * case and runs on; the complaint is a case of its own, received today, which can only be logged as one or refused with a
 * letter. Whether the first words voiced dissatisfaction already is asked of an officer (`mayDateFromFirstWords`).
 */
export function mayChooseToComplain(c: Case, request: ChooseToComplainRequest, context: Context): Decision {
  const { on, from, text, files } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      accessTo(c, from, on) === null
        ? no('not-a-party', 'Only the resident, or whoever acts for them, can say this.', {
            provision: provisionFor(c.edition, 'representative'),
          })
        : null,
      mayBeWrong(c),
      written('text', text, 'Tell us what you are unhappy about.', provisionFor(c.edition, 'choice')),
    ],
    () => {
      const words = context.keep(text);
      const chose = {
        what: { type: 'ChoiceToComplainOffered', answer: 'complain', how: 'portal', note: null },
        on,
      } as const;
      const start = {
        on,
        channel: 'web-form',
        firstHeardBy: 'complaints-team',
        words,
        files,
        relation: 'request-behind-this-complaint',
      } as const;
      const opening = openedFrom(c, start, context, [chose, ...pointsCarried(c, from, on, context)]);
      return allow(
        [
          chose,
          { what: { type: 'CaseLinked', to: opening.id, relation: 'complaint-about-this-request', reason: null }, on },
        ],
        { opens: [opening] },
      );
    },
  );
}

/** What they named one by one when they first wrote is what the complaint is about: nobody has to say it twice. */
function pointsCarried(c: Case, from: PersonId, on: Day, context: Context): readonly Happened[] {
  return c.points.filter(isStanding).map(({ words, since, by }) => ({
    what: { type: 'PointRaised', point: context.newId<PointId>(), words, since, by: by ?? c.person ?? from, stage: 1 },
    on,
  }));
}

/** Whether it was logged as something else than a complaint, and they have not said before that this is wrong. */
export function mayBeWrong(c: Case): Objection {
  if (c.kind === 'complaint') return no('already-a-complaint', 'This is a complaint already.');
  if (c.kind === null) return no('not-logged', 'Nobody has decided yet what this is. We will tell you when we have.');
  if (choseThemself(c))
    return no('already-chosen', 'You have told us this already, and your complaint has a reference of its own.');
  return null;
}

/** Whether the person said so themself: then nobody can record for them that they did not. */
export function choseThemself(c: Case): boolean {
  return c.history.some(
    ({ what, recordedBy }) =>
      what.type === 'ChoiceToComplainOffered' && what.answer === 'complain' && 'person' in recordedBy,
  );
}
