/**
 * Which extensions count. One counts if the resident was told, in writing, of the reason and the new date by the date
 * then due, with the Ombudsman's contact details; its due date is then the date told, as told.
 */
import type { Calendar } from '../facts/calendar.js';
import type { Day } from '../facts/days.js';
import type { Edition } from '../law/words.js';
import type { ExtensionTold } from './case.js';
import { inFull, workingDays } from './clock-words.js';
import type { ExtensionCounted } from './clocks.js';

export interface ExtensionRules {
  readonly calendar: Calendar;
  readonly edition: Edition;
  /** The most working days that the Code allows in all without more. */
  readonly longest: number;
  /** The due date on a day, were there no extension: provisional until the acknowledgement. */
  readonly dueWithout: (on: Day) => Day;
  readonly startedOn: Day;
  /** Answered, refused or withdrawn: what is told later extends nothing. */
  readonly overOn: Day | null;
}

export interface Extensions {
  readonly counted: readonly ExtensionCounted[];
  /** The due date that the last extension which counts has set; null when none counts. */
  readonly due: Day | null;
  readonly workingDays: number;
  readonly because: readonly string[];
}

const none: Extensions = { counted: [], due: null, workingDays: 0, because: [] };

/** Facts 10.5: which extensions count, the due date they give, and their length together in working days. */
export function countExtensions(told: readonly ExtensionTold[], rules: ExtensionRules): Extensions {
  if (told.length === 0) return none;
  const inOrder = [...told].sort((a, b) => (a.toldOn < b.toldOn ? -1 : a.toldOn > b.toldOn ? 1 : a.seq - b.seq));
  const counted: ExtensionCounted[] = [];
  const because: string[] = [];
  let due: Day | null = null;
  let used = 0;
  for (const extension of inOrder) {
    const thenDue = due ?? rules.dueWithout(extension.toldOn);
    const one = countOne(extension, thenDue, used, rules);
    counted.push(one.counted);
    because.push(...one.because);
    if (one.counted.counts === 'not-at-all') continue;
    due = one.counted.due;
    used += one.counted.workingDays;
  }
  return { counted, due, workingDays: used, because };
}

interface One {
  readonly counted: ExtensionCounted;
  readonly because: readonly string[];
}

function countOne(e: ExtensionTold, thenDue: Day, used: number, rules: ExtensionRules): One {
  const { toldOn, newDate } = e;
  const nothing = (why: string): One => ({
    counted: { toldOn, newDate, thenDue, counts: 'not-at-all', due: thenDue, workingDays: 0, beyondTheLimit: false },
    because: [`The extension to ${inFull(newDate)}, told on ${inFull(toldOn)}, changes nothing: ${why}.`],
  });
  if (toldOn < rules.startedOn) return nothing('it was told before the stage began');
  if (rules.overOn !== null && toldOn > rules.overOn) return nothing('it was told when the stage was already over');
  if (toldOn > thenDue) return nothing(`it was told after the date then due, ${inFull(thenDue)}`);
  if (!e.inWriting) return nothing('it was not told in writing');
  if (e.ombudsmanDetails === false)
    return nothing("the resident was not given the Ombudsman's contact details with it");
  if (newDate <= thenDue) return nothing(`the date then due, ${inFull(thenDue)}, is no earlier`);

  const { calendar, edition, longest } = rules;
  const length = calendar.workingDaysBetween(thenDue, newDate);
  const told = `On ${inFull(toldOn)} the resident was told of a new date, ${inFull(newDate)}, ${workingDays(length)} after the date then due (${inFull(thenDue)})`;
  const notes = takenAsGiven(e, edition);
  if (used + length <= longest) {
    return {
      counted: {
        toldOn,
        newDate,
        thenDue,
        counts: 'in-full',
        due: newDate,
        workingDays: length,
        beyondTheLimit: false,
      },
      because: [`${told}; the Code allows ${longest} in all, so it is due on that day.`, ...notes],
    };
  }
  const allowed = edition === '2024' ? e.goodReason !== null : e.agreed === true;
  if (allowed) {
    const why = edition === '2024' ? 'a good reason is on record' : 'the resident agreed';
    return {
      counted: { toldOn, newDate, thenDue, counts: 'in-full', due: newDate, workingDays: length, beyondTheLimit: true },
      because: [
        `${told}; that is beyond the usual limit of ${longest} in all, but ${why}, so it is due on that day.`,
        ...(edition === '2024' && e.goodReason?.approvedBy === null
          ? ["A manager's approval of the good reason is not on record and is taken as given."]
          : []),
        ...notes,
      ],
    };
  }
  const left = Math.max(0, longest - used);
  const missing = edition === '2024' ? 'without a good reason on record' : "without the resident's agreement on record";
  if (left === 0) return nothing(`the ${longest} working days that the Code allows ${missing} were already used`);
  const due = calendar.addWorkingDays(thenDue, left);
  return {
    counted: { toldOn, newDate, thenDue, counts: 'up-to-the-limit', due, workingDays: left, beyondTheLimit: false },
    because: [
      `${told}; ${missing} it counts only up to the limit of ${longest} in all, so it is due on ${inFull(due)}.`,
      ...notes,
    ],
  };
}

/** What old facts leave out and is taken as done, said aloud. */
function takenAsGiven(e: ExtensionTold, edition: Edition): readonly string[] {
  const notes: string[] = [];
  if (String(e.reason) === '') notes.push('The reason that was told is not on record and is taken as given.');
  if (e.ombudsmanDetails === null)
    notes.push(
      "Whether the Ombudsman's contact details were given with the extension is not on record; that is taken as given.",
    );
  if (edition !== '2024' && e.agreed === false && e.ombudsmanDetails !== true)
    notes.push("The resident did not agree, so the Code asks that the Ombudsman's contact details be given.");
  return notes;
}
