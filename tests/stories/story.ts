/**
 * A small language in which whole cases are told: given these happenings, when this is done, then that follows.
 *
 * `on` sets the day; a verb does an act that must be allowed; `cannot` tries one that must be refused and checks that
 * nothing changed; `due` and `clock` look at the clocks. What a case opens is told on with `opened`.
 *
 * This file is longer than 250 lines because it is one vocabulary, with a default for everything that a story leaves out.
 */
import assert from 'node:assert/strict';
import { usualPolicy } from '../../src/complaint/behaviour/rules.js';
import { after, type Case, replay } from '../../src/complaint/case.js';
import { type Clock, type ClockKind, type ClockRules, clocks } from '../../src/complaint/clocks.js';
import type { LetterOut } from '../../src/complaint/letter-out.js';
import { type AcknowledgeRequest, mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayAssign } from '../../src/complaint/may/assign.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayDefinePoint } from '../../src/complaint/may/define-point.js';
import { type EscalateRequest, mayEscalate } from '../../src/complaint/may/escalate.js';
import { type ExtendRequest, mayExtend } from '../../src/complaint/may/extend.js';
import { type LogRequest, mayLog } from '../../src/complaint/may/log.js';
import { mayPromiseAction, type PromiseActionRequest } from '../../src/complaint/may/promise-action.js';
import { mayReceive, type ReceiveRequest } from '../../src/complaint/may/receive.js';
import { mayRecordLearning } from '../../src/complaint/may/record-learning.js';
import { mayRefuse, type RefuseRequest } from '../../src/complaint/may/refuse.js';
import { mayRespond, type RespondRequest } from '../../src/complaint/may/respond.js';
import { mayRespondFinally, type RespondFinallyRequest } from '../../src/complaint/may/respond-finally.js';
import { maySetOutDefinition } from '../../src/complaint/may/set-out-definition.js';
import { ownPoints, standingPoints } from '../../src/complaint/points.js';
import type { Context, Decision, Opening, Role } from '../../src/complaint/refusals.js';
import { englandAndWales } from '../../src/facts/calendar.js';
import { type Day, day } from '../../src/facts/days.js';
import type {
  CaseId,
  Entry,
  Finding,
  Happened,
  HappeningType,
  LetterId,
  PersonId,
  PointId,
  RecordedBy,
  StaffId,
  TeamId,
  Words,
} from '../../src/facts/happened.js';
import { endOfDay, instantOf } from '../../src/facts/instants.js';

export const kim = 'kim' as StaffId;
export const amir = 'amir' as StaffId;
export const resident = 'resident' as PersonId;
export const repairs = 'repairs' as TeamId;

export const usualRules: ClockRules = {
  calendar: englandAndWales,
  startOnDayOff: 'rolls',
  targets: { stage1Acknowledgement: null, stage1Response: null, stage2Acknowledgement: null, stage2Response: null },
};

type May<R> = (c: Case, request: R, context: Context) => Decision;
/** A request as a story writes it: its day is the story's day unless it says another. */
export type Told<R> = Omit<R, 'on'> & { readonly on?: string };

/** Ids are counted through all stories, so that no two cases share one. */
let counted = 0;
export const newId = <T extends string>(): T => {
  counted += 1;
  return `id-${counted}` as T;
};

/** Words stand for themselves in stories: the digest is the text. */
export const words = (text: string): Words => text as Words;

export function aLetter(more: Partial<LetterOut> = {}): LetterOut {
  return {
    id: newId<LetterId>(),
    text: 'Dear resident',
    bytes: null,
    to: [resident],
    how: 'post',
    missing: [],
    ...more,
  };
}

/** The last minute of a day, when all that it is told to have brought has happened. */
export const lastMinute = (on: Day): string => instantOf(endOfDay(on));

export class Story {
  case: Case;
  entries: Entry[] = [];
  warnings: readonly string[] = [];
  openings: Story[] = [];
  rules: ClockRules = usualRules;
  today: Day;
  /** The instant, where the hour matters; else the day is nearly over. */
  now: string | null = null;
  by: { staff: StaffId; roles: readonly Role[] } = { staff: kim, roles: ['officer'] };

  constructor(happened: readonly Happened[], today: Day, id = newId<CaseId>()) {
    this.today = today;
    this.entries = happened.map((h, i) => this.entry(h, i + 1));
    this.case = replay(id, `PR-${counted}`, this.entries);
  }

  context(): Context {
    const { today, by, rules } = this;
    return { today, now: this.now ?? lastMinute(today), by, rules, keep: words, newId };
  }

  private entry({ what, on }: Happened, seq: number): Entry {
    const recordedBy: RecordedBy = { staff: this.by?.staff ?? kim };
    return { seq, happenedOn: on, recordedAt: `${this.today}T10:00:00.000Z`, recordedBy, what };
  }

  /** The days go on; nothing happens by itself. */
  on(date: string): this {
    const next = day(date);
    assert.ok(next >= this.today, `a story goes forward: ${date} is before ${this.today}`);
    this.today = next;
    this.now = null;
    return this;
  }

  /** What the clocks show from now on, in UTC. */
  at(now: string): this {
    this.now = now;
    return this;
  }

  as(staff: StaffId, ...roles: Role[]): this {
    this.by = { staff, roles: roles.length === 0 ? ['officer'] : roles };
    return this;
  }

  withRules(rules: Partial<ClockRules>): this {
    this.rules = { ...this.rules, ...rules };
    return this;
  }

  private request<R>(told: Told<R>): R {
    return { ...told, on: told.on === undefined ? this.today : day(told.on) } as R;
  }

  /** Records what happened elsewhere than through a decision: an imported fact. */
  happens(what: Happened['what'], on: string = this.today): this {
    this.append([{ what, on: day(on) }]);
    return this;
  }

  private append(happened: readonly Happened[]): void {
    for (const h of happened) {
      const entry = this.entry(h, this.case.version + 1);
      this.entries.push(entry);
      this.case = after(this.case, entry);
    }
  }

  /** The act is allowed, and what it says happens. */
  does<R>(may: May<R>, told: Told<R>): this {
    const decision = may(this.case, this.request<R>(told), this.context());
    if (!decision.ok)
      assert.fail(`${may.name} was refused: ${decision.refusals.map((r) => `${r.code}: ${r.words}`).join(' | ')}`);
    this.append(decision.happened);
    this.warnings = decision.warnings;
    this.openings.push(...decision.opens.map((o) => this.opening(o)));
    return this;
  }

  private opening(opening: Opening): Story {
    const story = new Story(opening.happened, this.today, opening.id);
    story.rules = this.rules;
    story.by = this.by;
    return story;
  }

  /** The act is refused for this reason, and for these others when several are named; nothing changes. */
  cannot<R>(may: May<R>, told: Told<R>, ...codes: [string, ...string[]]): this {
    const before = this.case;
    const decision = may(this.case, this.request<R>(told), this.context());
    assert.equal(decision.ok, false, `${may.name} should have been refused: ${codes.join(', ')}`);
    if (!decision.ok) {
      assert.deepEqual(
        decision.refusals.map((r) => r.code),
        codes,
      );
      for (const r of decision.refusals)
        assert.match(r.words, /^[A-Z].+[.?]$/s, `a refusal is a plain sentence: ${r.words}`);
    }
    assert.equal(this.case, before);
    return this;
  }

  /** The case that the last act opened, on the day it was opened. */
  opened(): Story {
    const last = this.openings.at(-1);
    assert.ok(last, 'no case was opened');
    last.today = this.today;
    return last;
  }

  warns(pattern: RegExp): this {
    assert.ok(
      this.warnings.some((w) => pattern.test(w)),
      `no warning like ${pattern}: ${JSON.stringify(this.warnings)}`,
    );
    return this;
  }

  noWarning(): this {
    assert.deepEqual(this.warnings, []);
    return this;
  }

  stands(is: Case['standing']['is'], stage?: number): this {
    assert.equal(this.case.standing.is, is);
    if (stage !== undefined) assert.equal((this.case.standing as { stage?: number }).stage, stage);
    return this;
  }

  recorded(...types: HappeningType[]): this {
    const all = this.case.history.map((e) => e.what.type);
    for (const type of types) assert.ok(all.includes(type), `${type} is not in the history: ${all.join(', ')}`);
    return this;
  }

  clocks(): readonly Clock[] {
    return clocks(this.case, this.rules, this.today);
  }

  clock(kind: ClockKind): Clock {
    const found = this.clocks().find((k) => k.kind === kind);
    assert.ok(found, `no ${kind} clock`);
    return found;
  }

  due(kind: ClockKind, date: string): this {
    assert.equal(this.clock(kind).due, date, `${kind} is due`);
    return this;
  }

  state(kind: ClockKind, state: Clock['state']): this {
    assert.equal(this.clock(kind).state, state, `${kind} is`);
    return this;
  }

  noClock(kind: ClockKind): this {
    assert.equal(
      this.clocks().find((k) => k.kind === kind),
      undefined,
    );
    return this;
  }

  points(): readonly PointId[] {
    return this.case.points.map((p) => p.id);
  }

  point(number: number): PointId {
    const id = this.points()[number - 1];
    assert.ok(id, `no point ${number}`);
    return id;
  }

  // What most cases go through, with a default for what a story leaves out.

  logs(more: Partial<LogRequest> = {}): this {
    return this.does(mayLog, { ...aLog, ...more } as Told<LogRequest>);
  }

  defines(stage: 1 | 2 = 1): this {
    for (const p of standingPoints(this.case, stage).filter((q) => q.state === 'raised'))
      this.does(mayDefinePoint, {
        stage,
        point: p.id,
        understanding: 'What we understand',
        outcomeSought: 'What the resident wants',
        area: null,
        category: null,
        whose: 'ours',
      });
    return this;
  }

  acknowledges(stage: 1 | 2 = 1, more: Partial<Told<AcknowledgeRequest>> = {}): this {
    return this.defines(stage).does(mayAcknowledge, {
      stage,
      how: 'post',
      note: null,
      definitionSetOut: true,
      ombudsmanDetails: true,
      letter: aLetter(),
      ...more,
    });
  }

  setsOut(stage: 1 | 2 = 1): this {
    return this.defines(stage).does(maySetOutDefinition, { stage, letter: aLetter() });
  }

  assigns(stage: 1 | 2, to: StaffId): this {
    return this.does(mayAssign, { stage, to, team: null });
  }

  decides(
    finding: Finding,
    stage: 1 | 2 = 1,
    only: readonly PointId[] = ownPoints(this.case, stage).map((p) => p.id),
  ): this {
    for (const point of only)
      this.does(mayDecidePoint, {
        stage,
        point,
        finding,
        reasons: 'Because of this',
        reliedOn: [{ kind: 'policy', text: 'Repairs policy, section 3' }],
      });
    return this;
  }

  learns(stage: 1 | 2 = 1): this {
    return this.does(mayRecordLearning, {
      stage,
      learning: 'Communication',
      text: 'Tell residents before an appointment moves',
      cause: { cause: 'Resident not kept informed', points: [], text: null },
    });
  }

  promises(text: string, dueOn: string, more: Partial<Told<PromiseActionRequest>> = {}): this {
    return this.does(mayPromiseAction, {
      stage: 1,
      points: [],
      text,
      owner: null,
      team: repairs,
      dueOn: day(dueOn),
      agreedWithResident: true,
      ...more,
    });
  }

  responds(more: Partial<Told<RespondRequest>> = {}): this {
    return this.does(mayRespond, { ...aResponse(), ...more });
  }

  /** Decided, learnt from and answered in one go, on the day. */
  answers(finding: Finding = 'upheld'): this {
    return this.decides(finding).learns().responds();
  }

  escalates(points: EscalateRequest['points'] = 'all', more: Partial<Told<EscalateRequest>> = {}): this {
    return this.does(mayEscalate, { channel: 'phone', from: resident, points, text: null, ...more });
  }

  respondsFinally(more: Partial<Told<RespondFinallyRequest>> = {}): this {
    return this.does(mayRespondFinally, { ...aResponse(), involved: [amir], ...more });
  }

  extends(stage: 1 | 2, newDate: string, more: Partial<Told<ExtendRequest>> = {}): this {
    return this.does(mayExtend, { ...anExtension(stage, newDate), ...more });
  }

  refuses(more: Partial<Told<RefuseRequest>> = {}): this {
    return this.does(mayRefuse, { ...aRefusal, ...more });
  }
}

export const aLog: Omit<LogRequest, 'on'> = {
  kind: 'complaint',
  area: 'Repairs',
  category: null,
  hazards: [],
  triage: { complexity: 'simple', atRisk: false, earlyAnswer: false },
  voicesDissatisfaction: true,
  points: [],
};

export const aResponse = (): Omit<RespondRequest, 'on'> => ({
  how: 'post',
  letter: aLetter(),
  involved: [kim],
  approvalNeeded: false,
});

/** For letters that are not about behaviour. */
export const noBehaviour = { policy: usualPolicy, record: { incidents: [], warnings: [], restrictions: [] } } as const;

export const anExtension = (stage: 1 | 2, newDate: string): Omit<ExtendRequest, 'on'> => ({
  stage,
  newDate: day(newDate),
  reason: 'The surveyor comes next week',
  because: 'waiting-for-inspection',
  inWriting: true,
  ombudsmanDetails: true,
  goodReason: null,
  agreed: null,
  letter: null,
});

export const aRefusal: Omit<RefuseRequest, 'on'> = {
  ground: 'other',
  filedOn: null,
  issueOn: null,
  circumstances: 'We looked at what the resident told us of their health',
  discretion: null,
  reasons: 'The home belongs to another landlord',
  letter: null,
};

export interface AContact extends Partial<Omit<ReceiveRequest, 'on'>> {
  readonly received: string;
  /** When it is told, if later. */
  readonly today?: string;
}

/** A contact that nobody has looked at yet. */
export function aContact({ received, today, ...more }: AContact): Story {
  const context: Context = {
    today: day(today ?? received),
    now: lastMinute(day(today ?? received)),
    by: { staff: kim, roles: ['officer'] },
    rules: usualRules,
    keep: words,
    newId,
  };
  const decision = mayReceive(
    {
      on: day(received),
      channel: 'email',
      firstHeardBy: 'complaints-team',
      text: 'The boiler has been broken for weeks',
      files: [],
      person: resident,
      home: null,
      tenure: 'LCRA',
      group: [],
      hazards: [],
      sender: null,
      earlier: null,
      ...more,
    },
    context,
  );
  if (!decision.ok) assert.fail(decision.refusals.map((r) => r.words).join(' '));
  return new Story(decision.happened, context.today);
}

/** A complaint logged on the day it came, with as many points as are named. */
export function aComplaint(contact: AContact, ...points: string[]): Story {
  return aContact(contact).logs({ points: points.map((text) => ({ text, since: null })) });
}
