/** What an improvement has to be when it is opened, changed, done, reviewed and closed: whose, by when, and telling of nobody. */

import type { ImprovementState } from '../complaint/improvements.js';
import { given, no, type Objection, written } from '../complaint/objections.js';
import type { Refusal, Role } from '../complaint/refusals.js';
import { worksOnCases } from '../complaint/roles.js';
import { type Day, inWords } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import { type Identifying, identifyingIn } from './annual/identifying.js';

/** What a person wrote of it. */
interface PlanWritten {
  readonly title: string;
  readonly aim: string;
  readonly owner: StaffId;
  readonly dueOn: Day;
  readonly aimed: Readonly<Record<'cause' | 'category' | 'area' | 'block', string | null>>;
}

/** What the house knows: who works here, and the names of the people of its cases. */
export interface PlanKnown {
  readonly atWork: ReadonlySet<StaffId>;
  readonly names: readonly string[];
}

const tellingKinds: ReadonlySet<string> = new Set(['name', 'contact', 'address', 'postcode', 'reference']);

/** What is read beyond the case names nobody: neither people of its cases nor a way to reach or find anybody. */
export function tellsOfSomebody(field: string, text: string, names: readonly string[]): Objection {
  return leaveOut(field, identifyingIn(text, names));
}

/**
 * The same of the name of a file, where words stand joined: read as it is, taken apart, with a capital for each word, each
 * name looked for also with something between its letters, and a long one in the middle of others.
 */
export function fileNameTells(field: string, file: string, names: readonly string[]): Objection {
  const spaced = file.replace(/[^\p{L}\p{N}@’']+/gu, ' ').trim();
  const apart = spaced.replace(
    /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L}{2})(?=\p{N})|(?<=\p{N})(?=\p{L}{2})/gu,
    ' ',
  );
  const capitals = apart.replace(/(?<!\p{L})\p{Ll}/gu, (first) => first.toUpperCase());
  const joined = lettersOf(file);
  const inside = names
    .flatMap((name) => [name, ...name.split(/\s+/)])
    .filter((part) => {
      const letters = lettersOf(part);
      if (letters.length >= shortestInside) return joined.includes(letters);
      return letters.length >= shortestApart && wholeIn(apart, letters);
    })
    .map((found): Identifying => ({ what: 'name', found, words: 'the name of somebody in the case' }));
  const all = [...[spaced, apart, capitals, file].flatMap((text) => identifyingIn(text, names)), ...inside];
  // Each once, and no part of what is said whole.
  const saidAlready = (one: Identifying, at: number) =>
    all.some(({ what, found }, other) => {
      const [whole, part] = [found.toLowerCase(), one.found.toLowerCase()];
      return what === one.what && (whole === part ? other < at : whole.includes(part));
    });
  return leaveOut(
    field,
    all.filter((one, at) => !saidAlready(one, at)),
  );
}

/** A shorter name stands in the middle of too many words ('Ross' in 'across'). */
const shortestInside = 8;
/** And one that is shorter yet is made up of too many small ones ('Ina' in 'in a hall'). */
const shortestApart = 4;

/** Whether these letters stand there by themselves, whatever stands between them that is none. */
function wholeIn(text: string, letters: string): boolean {
  return new RegExp(`(?<!\\p{L})${[...letters].join('\\P{L}*')}(?!\\p{L})`, 'iu').test(text);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]+/gu, '');
}

function leaveOut(field: string, found: readonly Identifying[]): Objection {
  const telling = found.filter(({ what }) => tellingKinds.has(what));
  if (telling.length === 0) return null;
  const list = telling.map(({ found: one, words }) => `‘${one}’ (${words})`).join(', ');
  return no('tells-of-somebody', `This is read beyond the case. Leave out ${list}`, { field });
}

function stillToCome(dueOn: Day, today: Day): Objection {
  return dueOn < today ? no('due-past', 'Enter a day that is still to come', { field: 'dueOn' }) : null;
}

/** What speaks against it as it is written. */
function objectionsToWords({ title, aim, owner, aimed }: PlanWritten, { atWork, names }: PlanKnown) {
  return given([
    atWork.has(owner) ? null : no('owner-gone', 'Choose somebody who works here', { field: 'owner' }),
    Object.values(aimed).every((one) => one === null)
      ? no(
          'nothing-to-count',
          'Choose at least one of cause, category, area and block, so that its effect can be counted',
          { field: 'cause' },
        )
      : null,
    tellsOfSomebody('title', title, names),
    tellsOfSomebody('aim', aim, names),
  ]);
}

/** What speaks against opening it; nothing, where the list is empty. */
export function objectionsToOpening(plan: PlanWritten, known: PlanKnown, today: Day): readonly Refusal[] {
  return [...objectionsToWords(plan, known), ...given([stillToCome(plan.dueOn, today)])];
}

/** What stands of it before it is changed. */
interface PlanStands extends PlanWritten {
  readonly ownerName: string;
  readonly state: ImprovementState;
  readonly openedOn: Day;
  readonly doneOn: Day | null;
}

/** What speaks against changing it: another person or another day has a reason, and nobody hands on what is done. */
export function objectionsToChanging(
  was: PlanStands,
  to: PlanWritten,
  why: string | null,
  known: PlanKnown,
  today: Day,
): readonly Refusal[] {
  if (was.state === 'closed') return [no('closed', 'It is closed. Nothing of it is changed any more.')];
  const handedOn = to.owner !== was.owner;
  const moved = to.dueOn !== was.dueOn;
  return [
    ...objectionsToWords(to, known),
    ...given([
      why === null ? null : tellsOfSomebody('why', why, known.names),
      handedOn || moved ? written('why', why, 'Say why somebody else sees to it, or why the day is another') : null,
      handedOn && was.doneOn !== null
        ? no(
            'done-by-another',
            `It is done, and ${was.ownerName} saw to it. Another can see to it when it is tried again after the review`,
            { field: 'owner' },
          )
        : null,
      moved ? stillToCome(to.dueOn, today) : null,
    ]),
  ];
}

/** Who says that it is done: whoever works with cases, or sees to it. */
export function finishes(
  { owner }: Pick<PlanStands, 'owner'>,
  { staff, roles }: { readonly staff: StaffId; readonly roles: readonly Role[] },
): boolean {
  return owner === staff || worksOnCases(roles);
}

/** What speaks against its being done on that day, with that to show for it. */
export function objectionsToFinishing(
  was: PlanStands,
  done: { readonly on: Day; readonly proof: string },
  who: Parameters<typeof finishes>[1],
  { names, today }: { readonly names: readonly string[]; readonly today: Day },
): readonly Refusal[] {
  const { on, proof } = done;
  if (!finishes(was, who))
    return [no('not-their-part', 'Whoever sees to it, or works with cases, says that it is done.')];
  if (was.state !== 'open') return [no('not-open', 'Somebody else said so meanwhile')];
  return given([
    on > today
      ? no('in-the-future', 'The day is in the future. Enter the day on which it was done.', { field: 'on' })
      : on < was.openedOn
        ? no('before-it-was-opened', `It was opened on ${inWords(was.openedOn)}. Enter that day or a later one.`, {
            field: 'on',
          })
        : null,
    written('proof', proof, 'Say how one can see that it was done'),
    tellsOfSomebody('proof', proof, names),
  ]);
}

/** What speaks against what a review says, or what stays when it is closed. */
export function objectionsToSaying(
  said: { readonly words: string; readonly againBy?: Day | null },
  names: readonly string[],
  today: Day,
): readonly Refusal[] {
  const { words, againBy = null } = said;
  return given([
    tellsOfSomebody('words', words, names),
    againBy !== null && againBy < today
      ? no('again-past', 'Enter a day that is still to come', { field: 'againBy' })
      : null,
  ]);
}
