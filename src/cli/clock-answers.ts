/** The clocks of one complaint as `putright clock` gives them: for machines, and for people. */
import { inFull, workingDays } from '../complaint/clock-words.js';
import type { Clock } from '../complaint/clocks.js';
import type { ClocksOfFacts } from '../complaint/clocks-of-facts.js';

export function inJson(answer: ClocksOfFacts): object {
  if (!answer.ok) return { error: answer.words };
  return { code: answer.edition, clocks: answer.clocks.map(clockInJson), because: answer.because };
}

function clockInJson(c: Clock): object {
  return {
    provision: c.provision,
    stage: c.stage,
    what: c.what,
    from: c.from,
    dayZero: c.dayZero,
    due: c.due,
    provisional: c.provisional,
    doneOn: c.doneOn,
    endedOn: c.endedOn,
    workingDaysTaken: c.workingDaysTaken,
    workingDaysLate: c.workingDaysLate,
    state: c.state,
    kind: c.kind,
    unextendedDue: c.unextendedDue,
    dueIfAcknowledgedOnTime: c.dueIfAcknowledgedOnTime,
    extendedBy: c.extendedBy,
    extensions: c.extensions,
    workingDaysFromReceipt: c.workingDaysFromReceipt,
    bankHolidaysLeftOut: c.bankHolidaysLeftOut,
    because: c.because,
  };
}

const standing = {
  running: 'running',
  met: 'done in time',
  late: 'late',
  overdue: 'overdue',
  ended: 'ended',
} as const satisfies Record<Clock['state'], string>;

export function inText(answer: Extract<ClocksOfFacts, { ok: true }>): string {
  const lines = [...answer.because];
  for (const c of answer.clocks) {
    const late = c.workingDaysLate === 0 ? '' : ` by ${workingDays(c.workingDaysLate)}`;
    const due = `${c.provisional ? 'provisionally ' : ''}due ${inFull(c.due)}`;
    lines.push('', `${c.what} (${c.provision}): ${due}; ${standing[c.state]}${c.state === 'ended' ? '' : late}`);
    for (const sentence of c.because) lines.push(`  - ${sentence}`);
  }
  return `${lines.join('\n')}\n`;
}
