/** What has to be so before papers leave the house: one person answers for what they saw, and what they saw is what goes. */
import { addDays, type Day } from '../../facts/days.js';
import type { File } from '../../facts/happened.js';
import { given, no, type Objection } from '../objections.js';
import type { Refusal, Role } from '../refusals.js';
import { type BundleState, mayChoose, nothingToChoose } from './choosing.js';
import { type Audience, goesAlong, type PieceStanding } from './kinds.js';

/** A bundle as these rules see it. */
export interface BundleStands {
  readonly audience: Audience;
  readonly state: BundleState;
  /** Each choice about what goes out raises it. */
  readonly version: number;
  readonly madeVersion: number | null;
  /** When somebody answered for this version. */
  readonly checkedAt: string | null;
}

/** A paper of it. */
export interface PaperStands {
  readonly standing: PieceStanding;
  readonly file: File | null;
  readonly lookedAt: string | null;
  /** What its pages were made from; null where nobody has tried yet. */
  readonly madeFrom: string | null;
  readonly pages: number | null;
  /** How many places on it are hidden. */
  readonly boxes: number;
  /** Pages of the bundle on which words stand that are hidden on it; null where nobody could look. */
  readonly saidAgain: readonly number[] | null;
}

/** Who hands papers to somebody outside the house. */
export const handsOver = ['officer', 'manager'] as const satisfies readonly Role[];

/** For how many days a link may work: long enough for an Ombudsman’s holiday, not for ever. */
export const longestLink = 60;
/** How long it works unless somebody says otherwise. */
export const usualLink = 14;

/** Whether what was made is what is chosen now. */
function isMade({ state, version, madeVersion }: BundleStands): boolean {
  return state === 'made' && madeVersion === version;
}

/** What speaks against answering for it, or handing it over, as long as what was made is not what is chosen. */
export function objectionToUnmade(bundle: BundleStands): Objection {
  if (isMade(bundle)) return null;
  return bundle.state === 'making'
    ? no('being-made', 'The bundle is still being made: wait until that is done, then look at what was made')
    : no('not-made', 'The bundle has changed since it was made: make it again, then look at what was made');
}

/** Papers that go to the person they are about, and that nobody has looked through for what is about others. */
function notLookedAt<P extends PaperStands>({ audience }: BundleStands, papers: readonly P[]): readonly P[] {
  return audience === 'subject'
    ? papers.filter(({ standing, lookedAt }) => goesAlong(standing) && lookedAt === null)
    : [];
}

/** Files that can't be shown as pages, and so go to the person without anything hidden in them. */
export function goAsTheyAre<P extends PaperStands>({ audience }: BundleStands, papers: readonly P[]): readonly P[] {
  return audience === 'subject'
    ? papers.filter(
        ({ standing, file, pages, madeFrom }) =>
          goesAlong(standing) && file !== null && pages === null && madeFrom !== null,
      )
    : [];
}

/** Papers of which words that are hidden seem to stand elsewhere too, or of which that could not be looked for. */
export function seemSaidAgain<P extends PaperStands>(papers: readonly P[]): readonly P[] {
  return papers.filter(
    ({ standing, boxes, saidAgain }) =>
      goesAlong(standing) && boxes > 0 && (saidAgain === null || saidAgain.length > 0),
  );
}

/** Whether somebody answers for what they saw, and it has not become something else meanwhile. */
function asSeen({ version }: Pick<BundleStands, 'version'>, seen: number): Objection {
  return version === seen
    ? null
    : no(
        'seen-otherwise',
        'The bundle has been changed or made again since you opened this page: look at it as it is now',
      );
}

/** What speaks against noting that somebody has looked through papers of the version that they saw. */
export function objectionsToLooking(bundle: Pick<BundleStands, 'state' | 'version'>, seen: number): readonly Refusal[] {
  const objection = mayChoose(bundle) ? asSeen(bundle, seen) : nothingToChoose;
  return given([objection]);
}

/** What speaks against saying now that it may go out; nothing, where the list is empty. */
export function objectionsToCheck(
  bundle: BundleStands,
  papers: readonly PaperStands[],
  said: {
    /** The version that they saw. */
    readonly seen: number;
    /** That they opened each file that goes as it is. */
    readonly files: boolean;
    /** That they looked where hidden words seem to stand again. */
    readonly again: boolean;
  },
): readonly Refusal[] {
  const unmade = objectionToUnmade(bundle);
  if (unmade !== null) return [unmade];
  const left = notLookedAt(bundle, papers).length;
  const objection =
    left > 0
      ? no(
          'not-looked-through',
          `Nobody has looked through ${left === 1 ? '1 paper' : `${left.toLocaleString('en-GB')} papers`} for what is about others yet: look through them on the bundle’s page first`,
        )
      : goAsTheyAre(bundle, papers).length > 0 && !said.files
        ? no(
            'files-not-opened',
            'Tick this once you have opened each file that goes as it is, or leave those files out',
            { field: 'files' },
          )
        : seemSaidAgain(papers).length > 0 && !said.again
          ? no('said-again', 'Tick this once you have looked at each page where hidden words seem to stand again', {
              field: 'again',
            })
          : asSeen(bundle, said.seen);
  return given([objection]);
}

/** To whom it goes, and how. */
export interface GoingOut {
  /** The version that whoever hands it over saw. */
  readonly seen: number;
  readonly to: { readonly name: string; readonly email: string | null };
  /** The last day of its link; null for an archive. */
  readonly until: Day | null;
}

/** What speaks against handing it over now; nothing, where the list is empty. */
export function objectionsToHandOver(
  bundle: BundleStands,
  { seen, to, until }: GoingOut,
  {
    today,
    roles,
    hasManifest,
  }: { readonly today: Day; readonly roles: readonly Role[]; readonly hasManifest: boolean },
): readonly Refusal[] {
  return given([
    handsOver.some((role) => roles.includes(role))
      ? null
      : no('not-their-part', 'Papers are handed over by an officer or a manager: ask one of them'),
    objectionToUnmade(bundle) ??
      (!hasManifest
        ? no('not-made', 'The bundle has changed since it was made: make it again first')
        : bundle.checkedAt === null
          ? no('not-checked', 'Nobody has checked this version for others’ matters and legal advice: check it first')
          : asSeen(bundle, seen)),
    to.name.trim() === '' ? no('recipient-missing', 'Enter who gets it', { field: 'name' }) : null,
    until !== null && !/^\S+@\S+\.\S+$/.test(to.email ?? '')
      ? no(
          'email-missing',
          'Enter the recipient’s email address, like name@example.org: the link and its codes go there',
          { field: 'email' },
        )
      : null,
    until !== null && (until <= today || until > addDays(today, longestLink))
      ? no('days-out-of-reach', `A link works for 1 to ${longestLink} days: enter how many`, { field: 'days' })
      : null,
  ]);
}
