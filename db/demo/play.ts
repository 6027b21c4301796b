/**
 * Plays the stories through the decisions of the product, each on the past day on which it is said to have happened. What
 * comes out are histories to append. A decision that says no is a fault of the story, and stops the loading.
 *
 * Nothing here touches a database: a test plays every story on many days of the year.
 */
import { after, type Case, replay } from '../../src/complaint/case.js';
import { mayNote } from '../../src/complaint/may/note.js';
import { mayReceive } from '../../src/complaint/may/receive.js';
import type { Context, Decision, Opening } from '../../src/complaint/refusals.js';
import { mayReceiveTold, type ReceiveToldRequest } from '../../src/complaint/telling/receive-told.js';
import { nothingTold } from '../../src/complaint/telling/told.js';
import { addDays, type Day, inShortWords } from '../../src/facts/days.js';
import type {
  CaseId,
  Entry,
  File,
  Happened,
  LetterId,
  PersonId,
  RecordedBy,
  Sending,
} from '../../src/facts/happened.js';
import type { Edits } from '../../src/letters/edits.js';
import type { Letter, Matter } from '../../src/letters/words.js';
import { type KeptWords, newKeeper } from '../../src/store/words.js';
import { perform } from './acts.js';
import { type Beside, nothingBeside } from './beside.js';
import { dayOf, receiptDays, timekeeper } from './days.js';
import { staff } from './landlord.js';
import type { AnswerScript, PointScript, Receipt, Story, ToldScript, Who } from './script.js';
import type { PlacedPerson, World } from './world.js';

/** What a story was told with so far: its case, and what its keys stand for. */
export interface Telling {
  readonly story: Story;
  readonly world: World;
  readonly id: CaseId;
  readonly reference: string;
  readonly recorded: Recorded[];
  readonly words: Map<string, KeptWords>;
  readonly points: Map<string, Case['points'][number]['id']>;
  readonly promises: Map<string, Case['promises'][number]['id']>;
  readonly remedies: Map<string, Case['remedies'][number]['id']>;
  readonly requests: Map<string, Case['requests'][number]['id']>;
  /** The answer that is being written, by stage. */
  readonly answers: Map<1 | 2, { letter: LetterId; script: AnswerScript; draft: Draft }>;
  readonly drafts: Draft[];
  readonly sendings: LetterGone[];
  readonly opened: Opened[];
  readonly time: (on: Day, who: 'mail' | 'staff') => string;
  now: Case | null;
  today: Day;
  by: Who;
  recordedAt: string;
  /** Who fills in a form of their own; null: whoever `by` is. */
  filledInBy: PersonId | null;
  /** What records by itself: mail, or a program that sends contacts. */
  arrivesBy: 'mail' | 'source' | 'schedule';
  readonly beside: Beside;
}

export type Recorded = Happened & { readonly recordedAt: string; readonly recordedBy: RecordedBy };

/** A letter's draft beside the history: what a person wrote, and who asked for, and gave, approval. */
export interface Draft {
  readonly letter: LetterId;
  readonly caseId: CaseId;
  readonly matter: Matter;
  readonly edits: Edits;
  readonly to: PersonId | null;
  readonly as: 'resident' | 'group-member' | 'representative';
  readonly by: Who;
  readonly at: string;
  approved: { readonly by: Who; readonly at: string } | null;
  sent: boolean;
}

/** A letter that went out, as its document stands. */
export interface LetterGone {
  readonly letter: LetterId;
  readonly how: Exclude<Sending, 'phone'>;
  readonly as: Letter;
  readonly file: File | null;
  readonly at: string;
}

export interface Opened {
  readonly story: string;
  readonly opening: Opening;
  readonly on: Day;
  readonly at: string;
  readonly recordedBy: RecordedBy;
  readonly words: ReadonlyMap<string, KeptWords>;
}

export interface Played {
  readonly key: string;
  readonly case: Case;
  readonly recorded: readonly Recorded[];
  readonly words: ReadonlyMap<string, KeptWords>;
  readonly drafts: readonly Draft[];
  readonly sendings: readonly LetterGone[];
  readonly beside: Beside;
}

/** In the order in which the cases came, which is the order of their references. */
export function plan(
  stories: readonly Story[],
  world: Pick<World, 'loadedOn' | 'rules'>,
): { readonly key: string; readonly on: Day }[] {
  const { loadedOn, rules } = world;
  const begins = new Map<string, Day>();
  const follow = (story: Story, from: Day) => {
    let day = from;
    for (const step of story.steps) {
      day = dayOf(step.when, day, loadedOn, rules.calendar);
      for (const act of step.acts) {
        if (!('to' in act) || act.act === 'assign' || act.act === 'link') continue;
        begins.set(act.to, day);
        follow(storyCalled(stories, act.to), day);
      }
    }
  };
  for (const story of stories) {
    if (story.receipt === null) continue;
    const { written, counts } = receiptDays(story.receipt, loadedOn, rules.calendar);
    begins.set(story.key, written);
    follow(story, written > counts ? written : counts);
  }
  return stories
    .map(({ key }) => {
      const on = begins.get(key);
      if (on === undefined) throw new Error(`the story ${key} never begins`);
      return { key, on };
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

export function play(stories: readonly Story[], world: World): readonly Played[] {
  const played: Played[] = [];
  const tell = (telling: Telling, from: Day) => {
    tellSteps(telling, from);
    if (telling.now === null) throw new Error(`nothing happened in ${telling.story.key}`);
    const { story, recorded, words, drafts, sendings, beside } = telling;
    played.push({ key: story.key, case: telling.now, recorded, words, drafts, sendings, beside });
    for (const opened of telling.opened) {
      tell(openedTelling(storyCalled(stories, opened.story), opened, world), opened.on);
    }
  };
  for (const story of stories) {
    if (story.receipt !== null) tell(...receive(story, story.receipt, world));
  }
  return played;
}

function storyCalled(stories: readonly Story[], key: string): Story {
  const found = stories.find((story) => story.key === key);
  if (found === undefined) throw new Error(`no story is called ${key}`);
  return found;
}

function begin(story: Story, world: World, id: CaseId): Telling {
  return {
    story,
    world,
    id,
    reference: world.reference(story.key),
    recorded: [],
    words: new Map(),
    points: new Map(),
    promises: new Map(),
    remedies: new Map(),
    requests: new Map(),
    answers: new Map(),
    drafts: [],
    sendings: [],
    opened: [],
    time: timekeeper(story.key, world.now),
    now: null,
    today: world.loadedOn,
    by: 'mail',
    recordedAt: '',
    filledInBy: null,
    arrivesBy: 'mail',
    beside: nothingBeside(),
  };
}

function receive(story: Story, receipt: Receipt, world: World): [Telling, Day] {
  const telling = begin(story, world, world.caseId(story.key));
  const { heard, written, counts } = receiptDays(receipt, world.loadedOn, world.rules.calendar);
  const who = receipt.person === null ? null : world.person(receipt.person);
  const member = receipt.person === 'mp' ? 'mp' : receipt.person === 'cllr' ? 'councillor' : null;
  // A member of Parliament or a councillor writes for someone, who is not known before they are asked.
  const resident = member === null ? who : null;
  at(telling, written, receipt.by);
  if (receipt.person !== null && (receipt.channel === 'web-form' || receipt.channel === 'app'))
    telling.filledInBy = who?.id ?? null;
  if (receipt.source === true) telling.arrivesBy = 'source';
  take(telling, (context) =>
    receipt.told !== undefined && who !== null
      ? mayReceiveTold(toldBy(who, receipt.told, heard), context)
      : mayReceive(
          {
            on: heard,
            channel: receipt.channel,
            firstHeardBy: receipt.heardBy,
            text: filled(telling, receipt.words),
            files: [],
            person: resident?.id ?? null,
            home: resident?.place?.id ?? null,
            tenure: receipt.tenure ?? resident?.place?.tenure ?? 'unknown',
            group: (receipt.group ?? []).map((key) => world.person(key).id),
            hazards: receipt.hazards ?? [],
            sender:
              member === null || who === null ? null : { person: who.id, role: member, authority: 'elected-member' },
            earlier: null,
          },
          context,
        ),
  );
  telling.filledInBy = null;
  telling.arrivesBy = 'mail';
  if (receipt.source === true) telling.beside.chat = { at: telling.recordedAt };
  if (receipt.post !== undefined && receipt.by !== 'mail') {
    const { network, answer } = receipt.post;
    at(telling, written, receipt.by);
    const text = `Said in public on ${network}: ${answer}`;
    take(telling, (context) => mayNote(now(telling), { on: written, text, files: [] }, context));
    const seq = telling.recorded.length;
    telling.beside.posts.push({ ...receipt.post, seq, on: heard, by: world.staff(receipt.by) });
  }
  return [telling, written > counts ? written : counts];
}

/** The form as they filled it in. */
function toldBy(who: PlacedPerson, told: ToldScript, on: Day): ReceiveToldRequest {
  const { name, email, phone, mobile, place } = who;
  return {
    on,
    told: {
      ...nothingTold,
      wish: 'wrong',
      teller: 'resident',
      points: told.points.map(({ what, right, sinceDaysBefore }) => ({
        what,
        right,
        since: addDays(on, -sinceDaysBefore),
        sinceWords: '',
      })),
      risk: told.risk,
      riskWords: told.riskWords,
      home: { address: place?.address ?? '', postcode: place?.postcode ?? '' },
      you: {
        ...nothingTold.you,
        name,
        email: email ?? '',
        phone: mobile === undefined ? `01632 960${phone ?? '200'}` : `07700 900${mobile}`,
        best: 'email',
        when: told.when,
      },
      adjustments: told.adjustments,
      choice: 'complain',
    },
    files: [],
    person: who.id,
    sender: null,
    home: place?.id ?? null,
    tenure: place?.tenure ?? 'unknown',
    group: [],
    reviewOn: addDays(on, 182),
  };
}

function openedTelling(story: Story, opened: Opened, world: World): Telling {
  const telling = begin(story, world, opened.opening.id);
  for (const [digest, kept] of opened.words) telling.words.set(digest, kept);
  telling.today = opened.on;
  telling.recordedAt = opened.at;
  record(telling, opened.opening.happened, opened.recordedBy);
  // It opens when the case that it comes from says so, and goes on after.
  telling.time(opened.on, 'staff');
  learnPoints(telling);
  return telling;
}

function tellSteps(telling: Telling, from: Day): void {
  const { world, story } = telling;
  let day = from;
  for (const step of story.steps) {
    day = dayOf(step.when, day, world.loadedOn, world.rules.calendar);
    if (day > world.loadedOn || (step.by !== 'mail' && day === world.loadedOn))
      throw new Error(`${story.key}: ${step.by} acts on ${day}, but it is loaded on ${world.loadedOn}`);
    for (const act of step.acts) {
      at(telling, day, step.by);
      telling.filledInBy = step.theirs === undefined ? null : world.person(step.theirs).id;
      perform(telling, act);
      telling.filledInBy = null;
    }
  }
}

function at(telling: Telling, day: Day, by: Who): void {
  telling.today = day;
  telling.by = by;
  telling.recordedAt = telling.time(day, by === 'mail' ? 'mail' : 'staff');
}

/** Asks a decision and records what it allows. A case that it opens goes on in the story `opens`. */
export function take(telling: Telling, decide: (context: Context) => Decision, opens?: string): readonly Happened[] {
  const keeper = newKeeper();
  const { world, by, today } = telling;
  const decision = decide({
    today,
    now: telling.recordedAt,
    by:
      by === 'mail'
        ? { staff: '' as Context['by']['staff'], roles: [] }
        : { staff: world.staff(by), roles: staff[by].roles },
    rules: world.rules,
    keep: keeper.keep,
    newId: world.newId,
  });
  if (!decision.ok) {
    const why = decision.refusals.map((refusal) => `${refusal.code}: ${refusal.words}`).join(' ');
    throw new Error(`${telling.story.key}, ${today}, ${by}: ${why}`);
  }
  for (const [digest, kept] of keeper.kept) telling.words.set(digest, kept);
  const recordedBy: RecordedBy =
    telling.filledInBy !== null
      ? { person: telling.filledInBy }
      : by === 'mail'
        ? { system: telling.arrivesBy }
        : { staff: world.staff(by) };
  record(telling, decision.happened, recordedBy);
  for (const opening of decision.opens) {
    if (opens === undefined) throw new Error(`${telling.story.key}: no story goes on with the case that opens`);
    const { recordedAt, words } = telling;
    telling.opened.push({ story: opens, opening, on: today, at: recordedAt, recordedBy, words });
  }
  return decision.happened;
}

function record(telling: Telling, happened: readonly Happened[], recordedBy: RecordedBy): void {
  const { id, reference, recordedAt, recorded } = telling;
  for (const { what, on } of happened) {
    const entry: Entry = { seq: recorded.length + 1, happenedOn: on, recordedAt, recordedBy, what };
    telling.now = telling.now === null ? replay(id, reference, [entry]) : after(telling.now, entry);
    recorded.push({ what, on, recordedAt, recordedBy });
  }
}

/** The case as it stands now. */
export function now(telling: Telling): Case {
  if (telling.now === null) throw new Error(`nothing has happened in ${telling.story.key}`);
  return telling.now;
}

/** Points get their keys in the order in which the story names them. */
export function learnPoints(telling: Telling): void {
  const keys = Object.keys(telling.story.points);
  now(telling).points.forEach((point, i) => {
    const key = keys[i];
    if (key !== undefined) telling.points.set(key, point.id);
  });
}

export function pointScript(telling: Telling, key: string): PointScript {
  const found = telling.story.points[key];
  if (found === undefined) throw new Error(`${telling.story.key} has no point ${key}`);
  return found;
}

export function known<T>(telling: Telling, map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`${telling.story.key} knows no ${key}`);
  return found;
}

/** A text with its days filled in: `{-12}` and `{+9}` are days before and after the step, in words. */
export function filled(telling: Telling, text: string): string {
  return text.replace(/\{([+-]\d+)\}/g, (_, days: string) => inShortWords(addDays(telling.today, Number(days))));
}
