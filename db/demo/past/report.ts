/** The annual report of the year that ended last, half-way: some words collected, one still waited for, a challenge open. */
import { addDays, type Day } from '../../../src/facts/days.js';
import type { StaffId } from '../../../src/facts/happened.js';
import { financialYear, yearOf } from '../../../src/reports/period.js';
import type { Trx } from '../../../src/store/database.js';
import { ask } from '../../../src/store/report-asks.js';
import { comment } from '../../../src/store/report-comments.js';
import { gatherLessons } from '../../../src/store/report-items.js';
import { beginReport, saveText } from '../../../src/store/reports.js';

export interface Writers {
  readonly manager: { readonly id: StaffId; readonly name: string };
  /** Head of Resident Experience. */
  readonly head: StaffId;
  /** Director of Homes. */
  readonly director: StaffId;
  readonly member: StaffId;
}

const texts = [
  {
    place: 'overview',
    office: 'Complaints Manager',
    text: 'More of you complained than the year before, and we take that as a sign that complaining has become easier: the web form came in June, and every letter now says how.\n\nWe were quicker. We were not good enough at telling people what happens after our answer, and that is what we work on this year.',
  },
  {
    place: 'performance',
    office: 'Complaints Manager',
    text: 'Half of what you told us was about repairs, and most of that about waiting: for the first visit, or for the second that should not have been needed. Damp and mould rose in the winter, when three surveyors’ posts were empty.\n\nAn answer within the time is worth little if the repair is not. From this year each promise in an answer has a date and a name, and we ask whether it was kept.',
  },
  {
    place: 'outcomes',
    office: 'Head of Resident Experience',
    text: 'Where we upheld, it was mostly because nobody had told the resident what was going on. The work itself was wrong less often than the silence around it.',
  },
] as const;

export async function writeReport(trx: Trx, loadedOn: Day, by: Writers): Promise<void> {
  const year = financialYear(yearOf(loadedOn) - 1);
  const began = addDays(loadedOn, -16);
  const { id } = await beginReport(trx, { year: yearOf(loadedOn) - 1, by: by.manager.id, today: began });
  for (const { place, office, text } of texts) {
    const head = office !== 'Complaints Manager';
    await saveText(trx, {
      report: id,
      place,
      expected: 0,
      text,
      saidBy: head ? 'Helen Castledon' : by.manager.name,
      office,
      by: head ? by.head : by.manager.id,
      on: addDays(loadedOn, -6),
    });
  }
  await ask(trx, {
    report: id,
    place: 'areas',
    whom: by.director,
    by: by.manager.id,
    on: addDays(loadedOn, -12),
    dueOn: addDays(loadedOn, -2),
    note: 'Two paragraphs on repairs and on damp, please: what stands behind the numbers, and what has changed since.',
  });
  await gatherLessons(trx, id, year);
  await comment(trx, {
    report: id,
    kind: 'challenge',
    text: 'Why did so few of the residents whose complaint we upheld get any compensation? The report does not say how it was decided.',
    by: by.member,
    on: addDays(loadedOn, -3),
  });
}
