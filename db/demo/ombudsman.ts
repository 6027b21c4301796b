/** What an Ombudsman does in a story, as the decisions of the product that record it. */
import { mayAnswerOnOrder } from '../../src/complaint/may/answer-on-order.js';
import { mayAskMoreTime } from '../../src/complaint/may/ask-more-time.js';
import { mayBeginInvestigation } from '../../src/complaint/may/begin-investigation.js';
import { mayComplyWithOrder } from '../../src/complaint/may/comply-with-order.js';
import { mayFindRoutes } from '../../src/complaint/may/find-routes.js';
import { mayRecordLearning } from '../../src/complaint/may/record-learning.js';
import { maySendEvidence } from '../../src/complaint/may/send-evidence.js';
import { maySendOrderProof } from '../../src/complaint/may/send-order-proof.js';
import { mayTakeDetermination } from '../../src/complaint/may/take-determination.js';
import { mayTakeEnquiry } from '../../src/complaint/may/take-enquiry.js';
import { mayTakeEvidenceRequest } from '../../src/complaint/may/take-evidence-request.js';
import { mayTakeFailureNotice } from '../../src/complaint/may/take-failure-notice.js';
import { mayTakeOrder, type TakeOrderRequest } from '../../src/complaint/may/take-order.js';
import { ordersOf } from '../../src/complaint/ombudsman-case.js';
import { addDays, type Day } from '../../src/facts/days.js';
import type { OrderId, WhichOmbudsman } from '../../src/facts/happened.js';
import { themeOf } from './causes.js';
import { known, now, type Telling, take } from './play.js';
import type { StaffKey } from './script.js';

/** Days are calendar days after the step. */
export type OmbudsmanScript =
  | { does: 'enquires'; by: WhichOmbudsman; number: string | null; words: string }
  | { does: 'asks-for-evidence'; by: WhichOmbudsman; number: string; dueIn: number; words: string }
  | { does: 'is-asked-for-more-time'; by: WhichOmbudsman; until: number; words: string }
  | { does: 'gets-evidence'; pages: number }
  | { does: 'investigates'; by: WhichOmbudsman; number: string }
  | {
      does: 'determines';
      by: WhichOmbudsman;
      number: string;
      findings: Readonly<Record<string, string>>;
      others: readonly (readonly [issue: string, finding: string])[];
    }
  | {
      does: 'orders';
      by: WhichOmbudsman;
      kind: TakeOrderRequest['kind'];
      words: string;
      /** Null: it states no day. */
      dueIn: number | null;
      pounds?: number;
      owner?: StaffKey;
    }
  /** The nth of its orders, from 1. */
  | { does: 'has-order-done'; nth: number; words: string }
  | { does: 'gets-proof'; nth: number; words: string }
  | { does: 'is-satisfied'; nth: number }
  | { does: 'gives-notice'; kind: string; words: string }
  | { does: 'teaches'; cause: string; words: string }
  | { does: 'can-look'; point: string; about: string };

export function byTheOmbudsman(telling: Telling, script: OmbudsmanScript): void {
  const { today: on, world } = telling;
  const files = [] as const;
  const inDays = (n: number): Day => addDays(on, n);
  const nth = (n: number): OrderId => {
    const order = ordersOf(now(telling))[n - 1];
    if (order === undefined) throw new Error(`${telling.story.key} has no order ${n}`);
    return order.id;
  };
  switch (script.does) {
    case 'enquires': {
      const { by: ombudsman, number: caseNumber, words: text } = script;
      take(telling, (x) => mayTakeEnquiry(now(telling), { on, ombudsman, caseNumber, text, files }, x));
      return;
    }
    case 'asks-for-evidence': {
      const { by: ombudsman, number: caseNumber, words: text } = script;
      const dueOn = inDays(script.dueIn);
      take(telling, (x) => mayTakeEvidenceRequest(now(telling), { on, ombudsman, caseNumber, dueOn, text, files }, x));
      return;
    }
    case 'is-asked-for-more-time': {
      const { words: reason } = script;
      const newDate = inDays(script.until);
      take(telling, (x) => mayAskMoreTime(now(telling), { on, request: null, newDate, reason }, x));
      return;
    }
    case 'gets-evidence':
      take(telling, (x) => maySendEvidence(now(telling), { on, answers: [], pages: script.pages, files }, x));
      return;
    case 'investigates': {
      const { by: ombudsman, number: caseNumber } = script;
      take(telling, (x) => mayBeginInvestigation(now(telling), { on, ombudsman, caseNumber, text: null, files }, x));
      return;
    }
    case 'determines': {
      const { by: ombudsman, number: caseNumber } = script;
      const issues = [
        ...Object.entries(script.findings).map(([key, finding]) => ({
          points: [known(telling, telling.points, key)],
          finding,
          text: null,
        })),
        ...script.others.map(([text, finding]) => ({ points: [], finding, text })),
      ];
      take(telling, (x) => mayTakeDetermination(now(telling), { on, ombudsman, caseNumber, issues, files }, x));
      return;
    }
    case 'orders': {
      const { by: ombudsman, kind, words: text, dueIn, pounds, owner } = script;
      const request: TakeOrderRequest = {
        on,
        ombudsman,
        kind,
        text,
        dueOn: dueIn === null ? null : inDays(dueIn),
        statesNoDate: dueIn === null,
        pence: pounds === undefined ? null : Math.round(pounds * 100),
        owner: owner === undefined ? null : world.staff(owner),
      };
      take(telling, (x) => mayTakeOrder(now(telling), request, x));
      return;
    }
    case 'has-order-done': {
      const order = nth(script.nth);
      const payment = { how: 'bank-transfer', reference: `OVH ${telling.reference.replace(/\D/g, '')}` } as const;
      take(telling, (x) => mayComplyWithOrder(now(telling), { on, order, proof: script.words, payment, files }, x));
      return;
    }
    case 'gets-proof': {
      const order = nth(script.nth);
      take(telling, (x) => maySendOrderProof(now(telling), { on, order, text: script.words, files }, x));
      return;
    }
    case 'is-satisfied': {
      const order = nth(script.nth);
      take(telling, (x) => mayAnswerOnOrder(now(telling), { on, order, accepted: true, text: null }, x));
      return;
    }
    case 'gives-notice':
      take(telling, (x) => mayTakeFailureNotice(now(telling), { on, kind: script.kind, text: script.words, files }, x));
      return;
    case 'teaches': {
      const learning = themeOf(script.cause);
      take(telling, (x) =>
        mayRecordLearning(now(telling), { on, stage: 2, learning, text: script.words, cause: null }, x),
      );
      return;
    }
    case 'can-look': {
      const point = known(telling, telling.points, script.point);
      take(telling, (x) => mayFindRoutes(now(telling), { on, point, about: script.about, also: [] }, x));
      return;
    }
    default:
      script satisfies never;
  }
}
