/** By which ways a letter may go, as its sender chooses among them; and what has to be made for the resident first. */
import type { VNode } from 'preact';
import type { Case } from '../../../complaint/case.js';
import { type Leaving, objectionsToLeaving, tasksBeforeLeaving } from '../../../complaint/leaving.js';
import { no } from '../../../complaint/objections.js';
import type { Refusal } from '../../../complaint/refusals.js';
import { adjustmentKindWords } from '../../../complaint/standing-words.js';
import { type Day, inWords } from '../../../facts/days.js';
import type { LetterKind } from '../../../facts/happened.js';
import { type AdjustmentTask, openTasksFor, tasksOfLetter } from '../../../store/adjustment-tasks.js';
import { type CaseHold, holdOf } from '../../../store/case-holds.js';
import { byWhich, carriesOf } from '../../../store/leaving.js';
import type { LetterWay } from '../../../store/letter-sendings.js';
import { wayFor } from '../../../store/people.js';
import { type WaysOpen, waysOpen } from '../../../store/ways-out.js';
import { InsetText, WarningText } from '../../ui/components.js';
import type { Choice } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import type { CaseShown } from '../case-shown.js';
import type { LetterAtWork } from './letter-work.js';

export const hows = ['email', 'notify-letter', 'supplier', 'print', 'post', 'by-hand'] as const;
export type How = (typeof hows)[number];

export interface SendWays {
  readonly open: WaysOpen;
  /** The e-mail address that may be used; null when there is none, or no e-mail leaves from here. */
  readonly address: string | null;
  readonly hold: CaseHold | null;
  readonly tasks: readonly AdjustmentTask[];
}

/** What a sender can choose among for this letter. */
export async function sendWays(visit: Visit, shown: CaseShown, work: LetterAtWork): Promise<SendWays> {
  const to = work.finished.letter.to.person;
  const person = to === null ? undefined : shown.people.get(to);
  return visit.db(async (trx) => {
    const open = await waysOpen(trx, visit.house.sendsMail);
    return {
      open,
      address: person === undefined || open.email === null ? null : (wayFor(person, 'email')?.value ?? null),
      hold: await holdOf(trx, shown.case.id),
      tasks: await tasksOfLetter(trx, work.draft.letter),
    };
  });
}

/** The way behind what was chosen. */
export function wayOf(how: How, { open }: SendWays): LetterWay {
  switch (how) {
    case 'email':
      return open.email ?? 'smtp';
    case 'post':
      return 'posted';
    default:
      return how;
  }
}

/** It leaves by itself, today; the others went, or go, on a day that somebody says. */
export function leavesByItself(how: How): boolean {
  return how !== 'post' && how !== 'by-hand';
}

export function wayChoices(visit: Visit, { open, address }: SendWays): readonly Choice[] {
  const demonstration = visit.landlord.demonstration ? 'The demonstration sends nothing' : null;
  return [
    ...(address === null
      ? []
      : [
          {
            value: 'email',
            text: `By e-mail to ${address}`,
            hint:
              demonstration ??
              (open.email === 'notify-email' ? 'The text, by GOV.UK Notify' : 'The text, with the letter as a PDF'),
          },
        ]),
    ...(open.notifyLetters
      ? [{ value: 'notify-letter', text: 'By post through GOV.UK Notify', hint: 'It prints and posts the letter' }]
      : []),
    ...(open.supplier
      ? [
          {
            value: 'supplier',
            text: 'By post through your mailing supplier',
            hint: 'It counts from the day they post it',
          },
        ]
      : []),
    {
      value: 'print',
      text: 'By post: put it on the list to print',
      hint: 'It counts from the day somebody says it is posted',
    },
    { value: 'post', text: 'By post: I have posted it, or post it myself', hint: 'Download the PDF and post it' },
    { value: 'by-hand', text: 'By hand' },
  ];
}

/** What speaks against sending the letter in this way: the rules of outbound letters, in one sentence each. */
export function against(
  c: Case,
  about: { readonly work: LetterAtWork; readonly shown: CaseShown; readonly how: How; readonly ways: SendWays },
  today: Day,
): readonly Refusal[] {
  const { work, shown, how, ways } = about;
  const to = work.finished.letter.to.person;
  const way = wayOf(how, ways);
  const leaving: Leaving = {
    to,
    by: byWhich(way),
    carries: carriesOf(way),
    address: ways.address,
    ways: (to === null ? undefined : shown.people.get(to)?.ways) ?? [],
  };
  const closed = ways.tasks.filter(({ state }) => state !== 'open').map(({ kind }) => kind);
  const open = tasksBeforeLeaving(c, to).filter((kind) => !closed.includes(kind));
  const held = ways.hold !== null && leavesByItself(how);
  const nowhere = (how === 'notify-letter' || how === 'supplier') && work.finished.letter.to.address.length === 0;
  return [
    ...objectionsToLeaving(c, leaving, today),
    ...(held
      ? [
          no(
            'held',
            `Nothing leaves this case by itself while lawyers advise on it. ${ways.hold?.namedName} decides what may be sent, and a manager can end the hold.`,
            { field: 'how' },
          ),
        ]
      : []),
    ...(nowhere
      ? [
          no('no-address', 'There is no postal address on record for them. Add one, or choose another way.', {
            field: 'how',
          }),
        ]
      : []),
    ...open.map((kind) => ({
      code: 'to-be-made-first',
      words: `${adjustmentKindWords[kind]} was agreed with the resident. Say below that it is made, or what was agreed instead, then send the letter.`,
      field: null,
      provision: null,
    })),
  ];
}

/** Opens what is to be made for this letter, dated so that the letter is not late for it. */
export async function openTasksOf(visit: Visit, shown: CaseShown, work: LetterAtWork): Promise<void> {
  const to = work.finished.letter.to.person;
  const kinds = tasksBeforeLeaving(shown.case, to);
  if (kinds.length === 0) return;
  const dueOn = dueFor(shown, work.draft.kind, visit);
  const now = new Date(visit.now);
  await visit.db((trx) =>
    openTasksFor(trx, { caseId: shown.case.id, letter: work.draft.letter, person: to, kinds, dueOn, now }),
  );
}

const clockOfLetter: Partial<Record<LetterKind, string>> = {
  acknowledgement: 'stage-1-acknowledgement',
  'stage-1-response': 'stage-1-response',
  'stage-2-acknowledgement': 'stage-2-acknowledgement',
  'final-response': 'stage-2-response',
};

/** The day on which the letter itself is due; five working days from now for one that has no date. */
function dueFor(shown: CaseShown, kind: LetterKind, visit: Visit): Day {
  const { calendar } = visit.rules;
  const clock = clockOfLetter[kind];
  const due = shown.clocks.find(({ kind: one }) => one === clock)?.due ?? null;
  const soon = calendar.addWorkingDays(visit.today, 5);
  return due !== null && due >= visit.today && due < soon ? due : soon;
}

/** A hold, and what is to be made first, above the form. */
export function BeforeSending({
  ways,
  path,
}: {
  readonly ways: SendWays;
  readonly path: (task: string) => string;
}): VNode {
  const { hold, tasks, open } = ways;
  const waiting = tasks.filter(({ state }) => state === 'open');
  return (
    <>
      {hold === null ? null : (
        <WarningText
          text={`Lawyers advise on this case, and nothing leaves it by itself until that is over. ${hold.namedName} decides what may be sent. The hold is looked at again on ${inWords(hold.reviewOn)}.`}
          iconFallbackText="Take care"
        />
      )}
      {waiting.length === 0 ? null : (
        <InsetText>
          <p class="govuk-body">The letter waits for what was agreed with the resident:</p>
          <ul class="govuk-list govuk-list--bullet">
            {waiting.map(({ id, kind, dueOn }) => (
              <li key={id}>
                <a class="govuk-link" href={path(id)}>
                  {adjustmentKindWords[kind]}
                </a>
                , by {inWords(dueOn)}
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      {open.texts ? null : (
        <p class="govuk-hint">Texts can’t be sent: they need GOV.UK Notify, which an administrator can set up.</p>
      )}
    </>
  );
}
