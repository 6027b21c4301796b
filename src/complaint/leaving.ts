/**
 * What speaks against a letter's leaving: nobody without authority is written to, nothing goes to an address that is marked
 * unsafe, nor in a way against what was agreed with the resident. Asked when it is sent, and again when it leaves.
 */
import type { Day } from '../facts/days.js';
import type { AdjustmentKind, PersonId } from '../facts/happened.js';
import type { Case } from './case.js';
import { no } from './objections.js';
import type { Refusal } from './refusals.js';
import { actingFor, residentsOf } from './who.js';

export interface Leaving {
  readonly to: PersonId | null;
  readonly by: 'email' | 'post' | 'by-hand';
  /** Whether the letter itself goes, as it looks on paper; on white paper alone; or its text alone. */
  readonly carries: 'paper' | 'white-paper' | 'text';
  /** For e-mail. */
  readonly address: string | null;
  /** Every way on record for that person. */
  readonly ways: readonly {
    readonly kind: string;
    readonly value: string;
    readonly standing: 'ordinary' | 'safe' | 'unsafe';
  }[];
}

/** How a letter looks is agreed with the resident: what carries its text alone can't carry that. */
const looks: Partial<Record<AdjustmentKind, string>> = {
  'large-print': 'in large print',
  'coloured-background': 'on coloured paper',
};

/** Each reason why this letter may not go to this person in this way; none when it may. */
export function objectionsToLeaving(c: Case, leaving: Leaving, today: Day): readonly Refusal[] {
  const { to, by, carries, address, ways } = leaving;
  const found: Refusal[] = [];
  const resident = to !== null && residentsOf(c).includes(to);
  if (to !== null && !resident && !actingFor(c, today).some(({ person }) => person === to)) {
    found.push(
      no('no-authority', 'They have no authority to act in this case now. Write to the resident instead.', {
        field: 'how',
      }),
    );
  }
  if (by === 'email') {
    const way = ways.find(({ kind, value }) => kind === 'email' && sameAddress(value, address));
    if (way === undefined) {
      found.push(
        no('not-on-record', 'This e-mail address is not on record for them any more. Choose another way.', {
          field: 'how',
        }),
      );
    } else if (way.standing === 'unsafe') {
      found.push(no('unsafe', 'This e-mail address is marked unsafe. Choose another way.', { field: 'how' }));
    }
  }
  if (by === 'post') {
    const post = ways.filter(({ kind }) => kind === 'post');
    if (post.length > 0 && post.every(({ standing }) => standing === 'unsafe')) {
      found.push(
        no('unsafe', 'Post to their address is marked unsafe. Choose another way, or add a safe address.', {
          field: 'how',
        }),
      );
    }
  }
  // They were agreed with the resident; others of the case, in a group too, have their own needs.
  const agreed = to === c.person ? c.adjustments.filter(({ endedOn }) => endedOn === null) : [];
  for (const { kind } of agreed) {
    // 'plain-text' is agreed as "plain text by e-mail": paper goes against it while an e-mail may go. 'phone-not-letter' stops
    // no letter, since the Code asks for these in writing: whoever sends it is told to ring as well (letters/frame.ts), and
    // what the product would write by itself is left to a person (store/message-way.ts).
    if (
      kind === 'plain-text' &&
      by === 'post' &&
      ways.some((way) => way.kind === 'email' && way.standing !== 'unsafe')
    ) {
      found.push(
        no('against-adjustment', 'Plain text by e-mail was agreed. Send it by e-mail, or agree something else first.', {
          field: 'how',
        }),
      );
    }
    const how = looks[kind];
    if (kind === 'coloured-background' && carries === 'white-paper') {
      found.push(
        no(
          'against-adjustment',
          'Letters on coloured paper were agreed, and this way prints on white. Choose another way.',
          { field: 'how' },
        ),
      );
    }
    if (how !== undefined && carries === 'text') {
      found.push(
        no(
          'against-adjustment',
          `Letters ${how} were agreed, and this way carries only the text. Choose another way.`,
          {
            field: 'how',
          },
        ),
      );
    }
  }
  return found;
}

/** What a person makes before a letter may go to someone with this adjustment. */
const madeByAPerson: readonly AdjustmentKind[] = ['easy-read', 'audio', 'braille', 'bsl', 'translation', 'interpreter'];

/** The agreed adjustments of whom a letter is to that a person has to see to before it leaves. */
export function tasksBeforeLeaving(c: Case, to: PersonId | null): readonly AdjustmentKind[] {
  if (to === null || to !== c.person) return [];
  const agreed = c.adjustments.filter(({ endedOn }) => endedOn === null).map(({ kind }) => kind);
  return madeByAPerson.filter((kind) => agreed.includes(kind));
}

function sameAddress(one: string, other: string | null): boolean {
  return other !== null && one.trim().toLowerCase() === other.trim().toLowerCase();
}
