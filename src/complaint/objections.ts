/**
 * What commonly speaks against an act. Each check gives a refusal or null; `unless` gathers them, so that a form shows
 * all that is wrong at once, and goes on only when nothing is.
 */
import { type Day, inWords } from '../facts/days.js';
import type { PointId, StaffId, Stage } from '../facts/happened.js';
import type { Case, Point } from './case.js';
import { isOurs, isStanding, pointOf } from './points.js';
import { provisionFor } from './provisions.js';
import { type Context, type Decision, type Refusal, refuseAll } from './refusals.js';
import { hasConflict, whoConsidered } from './who.js';

export type Objection = Refusal | null;

/**
 * One refusal: a stable code, a sentence that says what to do, and the field and provision it is about, where there
 * are any.
 */
export function no(code: string, words: string, more: { field?: string; provision?: string | null } = {}): Refusal {
  return { code, words, field: more.field ?? null, provision: more.provision ?? null };
}

/** What each check that spoke against it found, in their order; nothing, where none did. */
export function given(objections: readonly (Objection | readonly Refusal[])[]): readonly Refusal[] {
  return objections.flatMap((found) => found ?? []);
}

/** Refuses with all that speaks against an act at once; goes on when nothing does. */
export function unless(objections: readonly (Objection | readonly Refusal[])[], goOn: () => Decision): Decision {
  const refusals = given(objections);
  return refusals.length > 0 ? refuseAll(refusals) : goOn();
}

/** An act may be recorded late, but never before the case was received nor before it happens. */
export function dayOfAct(c: Case, on: Day, context: Context, field = 'on'): Objection {
  if (on > context.today)
    return no('in-the-future', 'The day is in the future. Enter the day it happened, today or earlier.', { field });
  if (on < c.receivedOn)
    return no('before-receipt', `The day is before the case was received, ${inWords(c.receivedOn)}. Check the day.`, {
      field,
    });
  return null;
}

/** A text that must be there; its code is the field’s name with “-missing”. */
export function written(field: string, text: string | null, words: string, provision?: string | null): Objection {
  return text === null || text.trim() === ''
    ? no(`${kebab(field)}-missing`, words, { field, provision: provision ?? null })
    : null;
}

/** Letters and digits of any script, below which a text tells nobody anything: ‘.’, ‘x’, ‘ok’. */
const fewestSigns = 3;

/** Whether there is something to read in it. A script without spaces says as much in one sign as others in two. */
export function tells(text: string | null): boolean {
  const signs = (text ?? '').match(/[\p{L}\p{N}]/gu) ?? [];
  const dense = signs.filter((sign) =>
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sign),
  );
  return signs.length + dense.length >= fewestSigns;
}

/** A text that a resident, an Ombudsman or an auditor goes by: a sign put down to fill the field is none. */
export function told(field: string, text: string | null, words: string, provision?: string | null): Objection {
  return tells(text) ? null : written(field, null, words, provision);
}

function kebab(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What an import brought and took back again is no case any more. */
export function notTakenBack(c: Case): Objection {
  return c.importTakenBack
    ? no('import-taken-back', 'The import of this case was taken back. Nothing can be added to it.')
    : null;
}

/** A withdrawn or refused case, and one whose import was taken back, goes no further; what came before may be told late. */
export function goesOn(c: Case, on: Day): Objection {
  const takenBack = notTakenBack(c);
  if (takenBack !== null) return takenBack;
  if (c.withdrawal !== null && on > c.withdrawal.on)
    return no(
      'withdrawn',
      `The case was withdrawn on ${inWords(c.withdrawal.on)}. If the matter is raised again, open a new case from it.`,
    );
  if (c.refusal !== null && c.refusal.overturnedOn === null && on > c.refusal.on)
    return no(
      'refused',
      `The complaint was refused on ${inWords(c.refusal.on)}. If it should be looked into after all, overturn the refusal.`,
    );
  return null;
}

/** The case is logged as a complaint, and goes on. */
export function isComplaint(c: Case, on: Day): Objection {
  const stopped = goesOn(c, on);
  if (stopped !== null) return stopped;
  if (c.kind === 'complaint' && c.loggedOn !== null) return null;
  return c.kind === null || c.kind === 'complaint'
    ? no('not-logged', 'This has not been logged as a complaint yet. Log it first.')
    : no('not-a-complaint', 'This is not logged as a complaint, so it has no stages. Log or raise a complaint first.');
}

/** The stage has begun, and had not been answered by the day of the act. */
export function stageRuns(c: Case, stage: 1 | 2, on: Day): Objection {
  const objection = isComplaint(c, on);
  if (objection !== null) return objection;
  const record = c.stages[stage];
  if (record === null || (stage === 2 && c.escalation === null))
    return no('not-escalated', 'Nobody has asked for stage 2. Record the request for stage 2 first.', {
      provision: provisionFor(c.edition, 'on-to-stage-2'),
    });
  if (record.respondedOn !== null && on > record.respondedOn)
    return stage === 1
      ? no(
          'stage-1-answered',
          `Stage 1 was answered on ${inWords(record.respondedOn)}. If the resident is not satisfied, record a request for stage 2.`,
          { provision: provisionFor(c.edition, 'on-to-stage-2') },
        )
      : no(
          'stage-2-answered',
          `The final response was sent on ${inWords(record.respondedOn)}. Give the resident the Ombudsman's details.`,
          { provision: provisionFor(c.edition, 'final-response') },
        );
  if (stage === 2 && c.escalation?.refusedOn && on > c.escalation.refusedOn)
    return no('escalation-refused', 'The request for stage 2 was refused. Overturn that refusal to go on.');
  if (on < record.startedOn && stage === 2)
    return no(
      'before-the-request',
      `Stage 2 was asked for on ${inWords(record.startedOn)}, after that day. Check the day.`,
      {
        field: 'on',
      },
    );
  return null;
}

/** 5.8: no one with a conflict of interest goes on with a case. */
export function noConflict(c: Case, staff: StaffId, words?: string): Objection {
  if (!hasConflict(c, staff)) return null;
  return no(
    'conflict-declared',
    words ?? 'You have declared a conflict of interest in this case. Ask for it to be assigned to someone else.',
    { provision: provisionFor(c.edition, 'conflict') },
  );
}

/** 6.13: stage 2 is considered by someone who did not consider stage 1. */
export function differentPerson(c: Case, stage: Stage, staff: StaffId, field: string | null, words: string): Objection {
  if (stage !== 2 || !whoConsidered(c, 1).includes(staff)) return null;
  return no('considered-stage-1', words, {
    ...(field === null ? {} : { field }),
    provision: provisionFor(c.edition, 'different-person'),
  });
}

/** The points exist and stand; with `ours`, they are the landlord's to answer. */
export function pointsAre(
  c: Case,
  ids: readonly PointId[],
  what: 'standing' | 'ours',
  field = 'points',
): readonly Refusal[] {
  return ids.flatMap((id) => pointIs(c, id, what, field) ?? []);
}

/** The point exists and stands; with `ours`, it is the landlord’s to answer (5.7). */
export function pointIs(c: Case, id: PointId, what: 'standing' | 'ours', field = 'point'): Objection {
  const point = pointOf(c, id);
  if (point === null) return no('no-such-point', 'That point is not one of this case. Choose another.', { field });
  if (!isStanding(point)) return no('point-gone', `Point ${point.number} ${gone(point)}. Choose another.`, { field });
  if (what === 'ours' && !isOurs(point))
    return no('point-not-ours', `Point ${point.number} is not ours to answer. Say so to the resident instead.`, {
      field,
      provision: provisionFor(c.edition, 'whose-it-is'),
    });
  return null;
}

function gone(point: Point): string {
  switch (point.state) {
    case 'joined':
      return 'was joined into another point';
    case 'split':
      return 'was split into others';
    case 'split-off':
      return 'went on as a case of its own';
    case 'withdrawn':
      return 'was withdrawn';
    case 'raised':
    case 'defined':
    case 'not-ours':
      return 'stands';
  }
}

/** Something must be chosen from a list. */
export function atLeastOne(field: string, list: readonly unknown[], words: string): Objection {
  return list.length > 0 ? null : no(`${kebab(field)}-missing`, words, { field });
}

/** Working days are counted to it, so it lies within the years whose bank holidays are known; a year mistyped does not. */
export function withinTheCalendar(field: string, due: Day | null, { rules }: Pick<Context, 'rules'>): Objection {
  const { knownUntil } = rules.calendar;
  return due !== null && due > knownUntil
    ? no(
        'past-the-calendar',
        `The bank holidays are known until ${inWords(knownUntil)} only. Choose an earlier date.`,
        {
          field,
        },
      )
    : null;
}

/** A date that is set for something to be done: a working day that the calendar knows, not before the day it was set. */
export function dayToCome(
  field: string,
  due: Day,
  context: Context,
  { workingDay = true, notBefore = context.today }: { workingDay?: boolean; notBefore?: Day } = {},
): Objection {
  const { calendar } = context.rules;
  if (due < notBefore)
    return notBefore === context.today
      ? no('in-the-past', 'The date has passed. Choose today or a later day.', { field })
      : no(
          'in-the-past',
          `The date is before ${inWords(notBefore)}, when it was set. Choose that day or a later one.`,
          {
            field,
          },
        );
  const unknown = withinTheCalendar(field, due, context);
  if (unknown !== null) return unknown;
  // A day recorded late may lie before the calendar begins: then nobody knows whether it was one.
  if (workingDay && due >= calendar.knownFrom && !calendar.isWorkingDay(due)) {
    const example = calendar.reaches(due, 1) ? `, for example ${inWords(calendar.addWorkingDays(due, 1))}` : '';
    return no('not-a-working-day', `${inWords(due)} is not a working day. Choose another${example}.`, { field });
  }
  return null;
}
