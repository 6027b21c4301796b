import type { Day } from '../../facts/days.js';
import type { AdjustmentId, File, Happened, HomeId, PersonId, PointId, Tenure } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { inTurn } from '../in-turn.js';
import { mayIdentifyHome } from '../may/identify-home.js';
import { mayIdentifyResident } from '../may/identify-resident.js';
import { mayReceive } from '../may/receive.js';
import { mayReceiveMessage } from '../may/receive-message.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { pointInWords, toldInWords } from './in-words.js';
import { adjustmentsAgreedAtOnce, choiceIsTheirs, saysToActFor, suggestedHazards } from './suggested.js';
import type { Told } from './told.js';

export interface ReceiveToldRequest {
  /** The day of sending: a draft is no contact. */
  readonly on: Day;
  readonly told: Told;
  readonly files: readonly File[];
  /** Whom it is about; null when nobody was named. */
  readonly person: PersonId | null;
  /** Whoever filled it in, when that is not the resident. */
  readonly sender: PersonId | null;
  readonly home: HomeId | null;
  readonly tenure: Tenure;
  readonly group: readonly PersonId[];
  /** When what the product makes by itself is looked at again. */
  readonly reviewOn: Day;
}

/**
 * 3.2, 1.3: what somebody told by the form opens a case on the day it was sent, also for somebody else (3.6). Its points
 * are raised as they were told, and the choice to complain is theirs; what it is, triage decides.
 */
export function mayReceiveTold(request: ReceiveToldRequest, context: Context): Decision {
  const { on, told, files, person, sender, home, tenure, group } = request;
  const acts = saysToActFor(told);
  const received = mayReceive(
    {
      on,
      channel: 'web-form',
      firstHeardBy: told.teller === 'member' ? 'member' : 'complaints-team',
      text: toldInWords(told),
      files,
      person,
      home,
      tenure,
      group,
      hazards: suggestedHazards(told),
      sender: sender === null || acts === null ? null : { person: sender, ...acts },
      earlier: null,
    },
    context,
  );
  if (!received.ok) return received;
  return allow([...received.happened, ...whatWasTold(request, context)]);
}

/**
 * Somebody in danger can't wait for the end of a form: what was told so far opens the case the moment there is any way of
 * reaching anybody. Hazards in social housing (SI 2025/1042) count from when the landlord becomes aware.
 */
export function mayReceiveEmergency(request: ReceiveToldRequest, context: Context): Decision {
  const { on, told, person, sender, home, tenure } = request;
  const acts = saysToActFor(told);
  return mayReceive(
    {
      on,
      channel: 'web-form',
      firstHeardBy: told.teller === 'member' ? 'member' : 'complaints-team',
      text: toldInWords(told) || '[The form was told that somebody is in danger now, and nothing else yet.]',
      files: [],
      person,
      home,
      tenure,
      group: [],
      hazards: suggestedHazards({ ...told, risk: 'now' }),
      sender: sender === null || acts === null ? null : { person: sender, ...acts },
      earlier: null,
    },
    context,
  );
}

/** The points, the choice and what the product makes by itself: of a case that nobody has triaged yet. */
function whatWasTold({ on, told, person, reviewOn }: ReceiveToldRequest, context: Context): readonly Happened[] {
  const points = told.wish === 'thank' ? [] : told.points.filter((point) => point.what.trim() !== '');
  const raised = points.map(
    (point): Happened => ({
      what: {
        type: 'PointRaised',
        point: context.newId<PointId>(),
        words: context.keep(pointInWords(point)),
        since: point.since !== null && point.since <= on ? point.since : null,
        by: person,
        stage: 1,
      },
      on,
    }),
  );
  const chosen: readonly Happened[] =
    told.choice === null || told.wish === 'thank' || !choiceIsTheirs(told)
      ? []
      : [{ what: { type: 'ChoiceToComplainOffered', answer: told.choice, how: 'portal', note: null }, on }];
  const made = adjustmentsAgreedAtOnce(told).map(
    (kind): Happened => ({
      what: { type: 'AdjustmentAgreed', adjustment: context.newId<AdjustmentId>(), kind, reviewOn, words: null },
      on,
    }),
  );
  return [...raised, ...chosen, ...made];
}

/**
 * The rest of what was told after an emergency had opened the case at once: it joins that case. Points are raised while
 * nobody has said what it is; afterwards it is a message, and an officer sees to what is new in it (6.8).
 */
export function mayReceiveRest(c: Case, request: ReceiveToldRequest, context: Context): Decision {
  const { on, told, files, person, sender, home, tenure } = request;
  const acts: ((now: Case) => Decision)[] = [
    (now) =>
      mayReceiveMessage(
        now,
        { on, channel: 'web-form', from: sender ?? person, text: toldInWords(told), files },
        context,
      ),
  ];
  if (person !== null && c.person === null) acts.push((now) => mayIdentifyResident(now, { on, person }, context));
  if (home !== null && c.home === null) acts.push((now) => mayIdentifyHome(now, { on, home, tenure }, context));
  if (c.standing.is === 'to-triage') acts.push(() => allow(whatWasTold(request, context)));
  return inTurn(c, context, acts);
}
