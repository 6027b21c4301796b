/** From what a row tells of a stage to what happened at it. */
import { type Day, earliest, latest } from '../../facts/days.js';
import type { Channel, Happened, Happening, PointId, Sending, Words } from '../../facts/happened.js';
import type { RowFacts } from './row.js';
import type { StageTold } from './row-stages.js';

/** The register gives no words: nothing is kept, and nothing was erased. */
export const noWords = '' as Words;

/** How something was most likely sent to somebody who came by that channel; the register itself does not say. */
export const answersBy: Readonly<Record<Channel, Sending>> = {
  email: 'email',
  phone: 'phone',
  'in-person': 'post',
  letter: 'post',
  'web-form': 'email',
  'text-message': 'phone',
  'web-chat': 'email',
  app: 'email',
  'social-media': 'email',
  survey: 'post',
  'feedback-form': 'post',
  other: 'post',
};

/**
 * The request for stage 2, the acknowledgement, the extension and the answer, as far as the row tells them. `asked`: why
 * stage 2 was asked for, where a row tells that stage alone.
 */
export function stageHappened(
  told: StageTold,
  facts: RowFacts,
  point: PointId | null,
  asked: Words | null = null,
): Happened[] {
  const { stage, acknowledgedOn, extension, respondedOn, outcome } = told;
  const how = answersBy[facts.channel ?? 'other'];
  const happened: Happened[] = [];
  const put = (on: Day, what: Happening) => happened.push({ on, what });
  if (stage === 2) {
    const first = earliest(told.startedOn ?? acknowledgedOn, acknowledgedOn, extension?.toldOn ?? null, respondedOn);
    put(told.startedOn ?? first ?? lastToldBefore(2, facts), {
      type: 'EscalationRequested',
      channel: facts.channel ?? 'other',
      from: null,
      points: 'all',
      words: asked,
    });
  }
  if (acknowledgedOn !== null)
    put(acknowledgedOn, { type: 'Acknowledged', stage, how, letter: null, note: null, ombudsmanDetails: false });
  if (extension !== null)
    put(extension.toldOn, {
      type: 'Extended',
      stage,
      newDate: extension.to,
      reason: noWords,
      goodReason: null,
      agreed: null,
      ombudsmanDetails: null,
      inWriting: true,
      letter: null,
      because: null,
    });
  if (respondedOn !== null) put(respondedOn, { type: 'ResponseSent', stage, how, letter: null, involved: [], outcome });
  else if (outcome !== null && point !== null)
    put(latest(told.startedOn, acknowledgedOn, extension?.toldOn ?? null) ?? lastToldBefore(stage, facts), {
      type: 'PointDecided',
      stage,
      point,
      finding: outcome,
      reasons: noWords,
      reliedOn: [],
    });
  return happened;
}

/** The last day that the row tells of what came before a stage; else the day on which it stands. */
export function lastToldBefore(stage: number, facts: RowFacts): Day {
  const days = facts.stages
    .filter((one) => one.stage < stage)
    .flatMap((one) => [one.startedOn, one.acknowledgedOn, one.extension?.toldOn ?? null, one.respondedOn]);
  return latest(...days) ?? facts.standsOn;
}
