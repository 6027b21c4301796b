/** A letter as it stands for a screen: its draft, composed anew from the case, with the person's words in its places. */
import { runningStage } from '../../../complaint/permitted.js';
import type { Day } from '../../../facts/days.js';
import type { LetterId, PersonId, StaffId } from '../../../facts/happened.js';
import { whoIsWrittenTo } from '../../../letters/frame.js';
import { clocksOnceSent } from '../../../letters/once-sent.js';
import type { LetterInput, Matter, Recipient, Signatory } from '../../../letters/words.js';
import { type FinishedLetter, finishLetter } from '../../../post/finished-letter.js';
import type { Trx } from '../../../store/database.js';
import { readLetterhead } from '../../../store/landlord-settings.js';
import { type LetterDraft, readDraft } from '../../../store/letters.js';
import type { Home, Person } from '../../../store/people.js';
import { readHome } from '../../../store/people.js';
import { siteOnLetters } from '../../../store/site-settings.js';
import type { Visit } from '../../visit.js';
import type { CaseShown } from '../case-shown.js';

export interface LetterAtWork {
  readonly draft: LetterDraft;
  readonly input: LetterInput;
  readonly finished: FinishedLetter;
}

/** Null when the case has no such letter. `on` is the day on the letter: today, or the day it was posted. */
export async function openLetter(
  trx: Trx,
  visit: Visit,
  shown: CaseShown,
  letter: LetterId,
  on: Day = visit.today,
): Promise<LetterAtWork | null> {
  const draft = await readDraft(trx, letter);
  if (draft === null || draft.caseId !== shown.case.id) return null;
  const { matter } = draft;
  const home = shown.case.home === null ? null : await readHome(trx, shown.case.home);
  const input: LetterInput = {
    matter,
    case: shown.case,
    clocks: clocksOnceSent(shown.case, matter, visit.rules, on),
    letterhead: await readLetterhead(trx),
    // A letter begun before anybody was named goes to whoever was named since.
    to: recipientOf(shown, home, draft.to ?? shown.case.person, draft.as),
    signedBy: signatory(shown, visit, matter),
    today: on,
    say: shown.file.say,
    online: await siteOnLetters(trx, visit.address),
  };
  return { draft, input, finished: finishLetter(input, draft.edits) };
}

/** Everybody to whom a letter may go now: a representative with authority, else the resident; each of a group. */
export function recipients(
  shown: CaseShown,
  today: Day,
): readonly { person: PersonId; as: Recipient['as']; name: string }[] {
  return whoIsWrittenTo(shown.case, today).map(({ person, as }) => ({
    person,
    as,
    name: shown.people.get(person)?.name ?? 'Name not known yet',
  }));
}

function recipientOf(shown: CaseShown, home: Home | null, id: PersonId | null, as: Recipient['as']): Recipient {
  const person = id === null ? null : (shown.people.get(id) ?? null);
  const resident = shown.case.person === null ? null : (shown.people.get(shown.case.person) ?? null);
  return {
    person: id,
    as,
    name: person?.name ?? 'Resident',
    salutation: null,
    address: addressFor(person, as === 'representative' ? null : home),
    actsFor: as === 'representative' ? (resident?.name ?? null) : null,
    // Agreed with the resident: who acts for them, and the others of a group, have their own needs.
    adjustments:
      id === shown.case.person
        ? shown.case.adjustments.filter((one) => one.endedOn === null).map((one) => one.kind)
        : [],
    language: person?.language ?? 'en-GB',
  };
}

/** A safe address before any other; the home only when post to it has not been called unsafe. */
function addressFor(person: Person | null, home: Home | null): readonly string[] {
  const post = person?.ways.filter((way) => way.kind === 'post') ?? [];
  const chosen = post.find((way) => way.standing === 'safe') ?? post.find((way) => way.standing !== 'unsafe');
  if (chosen !== undefined) return chosen.value.split(/\s*[\n,]\s*/).filter((line) => line !== '');
  if (post.some((way) => way.standing === 'unsafe') || home === null) return [];
  return [...home.address.split(/\s*,\s*/), ...(home.postcode === null ? [] : [home.postcode])];
}

/** Whoever looks into the case signs; else whoever writes. */
function signatory(shown: CaseShown, visit: Visit, matter: Matter): Signatory {
  const stage = stageOfMatter(matter, shown);
  const handler: StaffId = shown.case.stages[stage]?.handler ?? visit.staff.id;
  const name = shown.staff.get(handler) ?? visit.staff.name;
  return { name, job: '', phone: null, email: null };
}

function stageOfMatter(matter: Matter, shown: CaseShown): 1 | 2 {
  switch (matter.kind) {
    case 'stage-2-acknowledgement':
    case 'final-response':
    case 'refusal-to-escalate':
      return 2;
    case 'update':
    case 'extension':
      return matter.stage;
    case 'behaviour-warning':
    case 'contact-restriction':
    case 'restriction-outcome':
    case 'promise-kept':
    case 'hazard-summary':
    case 'clarification':
      return runningStage(shown.case) ?? 1;
    default:
      return 1;
  }
}
