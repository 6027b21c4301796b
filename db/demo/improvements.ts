/**
 * What the demonstration landlord changes because of complaints: running, late, waiting for review, tested, tried again,
 * closed and given up. Told after the stories, since it comes of several; nothing is sent.
 */
import { addDays, type Day } from '../../src/facts/days.js';
import type { Trx } from '../../src/store/database.js';
import {
  closeImprovementWithin,
  type Improved,
  openImprovementWithin,
  reviewImprovementWithin,
} from '../../src/store/improve.js';
import { finishImprovement } from '../../src/store/improvement-changes.js';
import { findImprovement, type Improvement, type ImprovementKind } from '../../src/store/improvements.js';
import { dayAtWork } from './days.js';
import { type StaffKey, staff } from './landlord.js';
import type { Played } from './play.js';
import type { World } from './world.js';

interface Made {
  readonly title: string;
  readonly aim: string;
  readonly kind: ImprovementKind;
  readonly owner: StaffKey;
  /** The stories it comes of. */
  readonly of: readonly string[];
  readonly cause?: string;
  readonly category?: string;
  readonly area?: string;
  readonly weeks: number;
  /** Days before the loading, each; `due` may be below nought, for one that is still to come. */
  readonly opened: number;
  readonly due: number;
  readonly done?: { readonly ago: number; readonly proof: string };
  readonly reviewed?: {
    readonly ago: number;
    readonly worked: boolean;
    readonly words: string;
    readonly againIn?: number;
  };
  readonly closed?: { readonly ago: number; readonly words: string };
}

const made: readonly Made[] = [
  {
    title: 'A text when an engineer is moved, with the new slot',
    aim: 'Tarrow’s system sends it as the slot changes, and tells us where it could not.',
    kind: 'corrective',
    owner: 'martin',
    of: ['heating-gas-check-missed'],
    cause: 'Appointment not kept, resident not told',
    weeks: 12,
    opened: 255,
    due: 210,
    done: { ago: 214, proof: 'Tarrow’s log of texts for a week, held against our list of moved visits.' },
    reviewed: {
      ago: 120,
      worked: true,
      words: 'No such complaint in twelve weeks. One before is few, so we look again in a year.',
    },
    closed: { ago: 112, words: 'The text stays in Tarrow’s contract, and its log comes with each month’s invoice.' },
  },
  {
    title: 'Two people cover the mailbox every working day',
    aim: 'A list on the wall, and the team leader looks at it each Monday.',
    kind: 'corrective',
    owner: 'tom',
    of: ['repairs-guttering-late-answer'],
    cause: 'Mailbox not covered',
    weeks: 8,
    opened: 250,
    due: -18,
    done: { ago: 205, proof: 'The list for March.' },
    reviewed: {
      ago: 140,
      worked: false,
      words:
        'The list was not followed in two weeks of leave, and mail waited again. Leave is now agreed with the list in hand.',
      againIn: 158,
    },
  },
  {
    title: 'A supervisor sees every bathroom and damp job before it is closed',
    aim: 'No job of these kinds closes without the supervisor’s photograph.',
    kind: 'preventive',
    owner: 'martin',
    of: ['repairs-bathroom-stage2-answered', 'damp-coldwell-terrace'],
    cause: 'Work not checked after completion',
    weeks: 8,
    opened: 114,
    due: 75,
    done: { ago: 72, proof: 'Thirty jobs of the month, each with its photograph.' },
  },
  {
    title: 'Nothing is painted before its cause is found',
    aim: 'A wash, a seal or a paint can be ordered only with readings and a photograph of the outside wall.',
    kind: 'preventive',
    owner: 'harjit',
    of: ['damp-tanners-yard-old', 'repairs-rats-malthouse'],
    cause: 'Symptom treated, cause not looked for',
    weeks: 24,
    opened: 82,
    due: 9,
  },
  {
    title: 'When somebody leaves, each open case is handed over in a call',
    aim: 'The resident is on the line, and hears the new name there.',
    kind: 'preventive',
    owner: 'helen',
    of: ['asb-diary-answered'],
    cause: 'Who does it: any of them',
    weeks: 24,
    opened: 32,
    due: -40,
  },
  {
    title: 'Exchanges have a list with the forty-second day on it',
    aim: '',
    kind: 'corrective',
    owner: 'bea',
    of: ['lettings-exchange-partly'],
    category: 'Mutual exchange',
    weeks: 24,
    opened: 185,
    due: 60,
    done: { ago: 64, proof: 'The list, with the nine exchanges of the quarter.' },
  },
  {
    title: 'Parking permits by text instead of by post',
    aim: '',
    kind: 'corrective',
    owner: 'nadia',
    of: ['parking-permits-partly'],
    area: 'Neighbourhood',
    category: 'Parking',
    weeks: 12,
    opened: 160,
    due: 90,
    closed: { ago: 92, words: 'A third of those with permits have no mobile. Permits go out a month earlier instead.' },
  },
];

/** Gives how many entries the histories have by it. */
export async function writeImprovements(trx: Trx, played: readonly Played[], world: World): Promise<number> {
  let entries = 0;
  const cases = new Map(played.map((one) => [one.key, one.case.id]));
  for (const one of made) {
    const opened = dayAtWork(world, -one.opened);
    const ids = one.of.map((key) => cases.get(key)).filter((id) => id !== undefined);
    const { title, aim, kind, weeks, cause = null, category = null, area = null } = one;
    const owner = world.staff(one.owner);
    // Where it is tried again its first day was another; what stands is the day of now.
    const dueOn = addDays(world.loadedOn, -(one.reviewed?.againIn === undefined ? one.due : one.opened - 30));
    const aimed = { cause, category, area, block: null };
    const written = { kind, title, aim, owner, dueOn, aimed, weeks };
    const id = idOf(await openImprovementWithin(trx, by(trx, world, 'ruth'), { written, cases: ids, ...at(opened) }));
    entries += ids.length;
    if (one.done !== undefined) {
      const { on, now } = at(dayAtWork(world, -one.done.ago));
      const asked = { id, on, proof: one.done.proof, piece: null, now };
      const [no] = await finishImprovement(trx, by(trx, world, one.owner), asked);
      if (no !== undefined) throw new Error(no.words);
    }
    if (one.reviewed !== undefined) {
      const { worked, words, ago, againIn } = one.reviewed;
      const againBy = againIn === undefined ? null : addDays(world.loadedOn, againIn - ago);
      const { version: expected } = await asItStands(trx, id);
      const asked = { id, expected, said: { worked, words, againBy }, ...at(dayAtWork(world, -ago)) };
      entries += ids.length;
      idOf(await reviewImprovementWithin(trx, by(trx, world, 'graham'), asked));
    }
    if (one.closed !== undefined) {
      const { version: expected } = await asItStands(trx, id);
      const asked = { id, expected, words: one.closed.words, ...at(dayAtWork(world, -one.closed.ago)) };
      entries += ids.length;
      idOf(await closeImprovementWithin(trx, by(trx, world, 'ruth'), asked));
    }
  }
  return entries;
}

const at = (on: Day) => ({ on, now: new Date(`${on}T11:20:00.000Z`) });

function by({ landlordId }: Trx, world: World, key: StaffKey) {
  return { landlordId, staff: world.staff(key), roles: staff[key].roles };
}

function idOf(outcome: Improved): string {
  if (outcome.is === 'done') return outcome.id;
  throw new Error(outcome.is === 'refused' ? outcome.refusals.map(({ words }) => words).join(' ') : 'it has moved on');
}

async function asItStands(trx: Trx, id: string): Promise<Improvement> {
  const found = await findImprovement(trx, id);
  if (found === null) throw new Error('an improvement was not kept');
  return found;
}
