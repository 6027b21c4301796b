/** What a confirmed letter becomes, in one transaction with the letter's own row: a contact, or a message of a case. */
import { mayReceive } from '../../complaint/may/receive.js';
import { mayReceiveMessage } from '../../complaint/may/receive-message.js';
import type { Day } from '../../facts/days.js';
import type { CaseId } from '../../facts/happened.js';
import { suggestHazards, tellsOfEmergency } from '../../post/suggest-hazards.js';
import { suggestKind } from '../../post/suggest-kind.js';
import type { OpenOutcome, Outcome } from '../../store/act.js';
import { wakeForWords } from '../../store/alarms.js';
import { noteArrival } from '../../store/arrivals.js';
import type { Trx } from '../../store/database.js';
import { keepFile, type Stored } from '../../store/documents.js';
import { type LetterBecame, settlePostLetter } from '../../store/post-letters.js';
import type { Visit } from '../visit.js';

export interface LetterTold {
  readonly letter: string;
  readonly receivedOn: Day;
  readonly text: string;
  /** Its pages as a document of their own. */
  readonly stored: Stored;
}

/** Two people confirmed the same letter, and one was first: the transaction of the other is taken back. */
export class LetterTaken extends Error {}

async function settle(trx: Trx, visit: Visit, letter: string, became: LetterBecame): Promise<void> {
  if (!(await settlePostLetter(trx, letter, became, visit.staff.id, new Date(visit.now)))) throw new LetterTaken();
}

/** Post that tells of an emergency rings whoever is on call, as an e-mail does. */
async function wakeFor(
  trx: Trx,
  visit: Visit,
  text: string,
  { caseId, receivedOn }: { readonly caseId: CaseId; readonly receivedOn: Day },
): Promise<void> {
  if (tellsOfEmergency(suggestHazards(text)))
    await wakeForWords(trx, { caseId, arrivedOn: receivedOn, now: new Date(visit.now) });
}

/** A contact, which triage names. The pages are the product's own drawing of the scan. */
export function becomeContact(visit: Visit, { letter, receivedOn, text, stored }: LetterTold): Promise<OpenOutcome> {
  return visit.open(
    async (context, trx) =>
      mayReceive(
        {
          on: receivedOn,
          channel: 'letter',
          firstHeardBy: 'complaints-team',
          text,
          files: [await keepFile(trx, visit.house.files, stored, 'ours')],
          person: null,
          home: null,
          tenure: 'unknown',
          group: [],
          hazards: suggestHazards(text).map(({ hazard }) => hazard),
          sender: null,
          earlier: null,
        },
        context,
      ),
    {
      also: async (trx, { caseId }) => {
        await settle(trx, visit, letter, { state: 'contact', caseId, receivedOn });
        await wakeFor(trx, visit, text, { caseId, receivedOn });
      },
    },
  );
}

/** A message of a case; whoever has the case is told, above all when it may ask for stage 2. */
export async function joinCase(
  visit: Visit,
  { letter, receivedOn, text, stored }: LetterTold,
  reference: string,
  fromElsewhere: boolean,
): Promise<Outcome> {
  let stage2 = false;
  return visit.act(
    reference,
    null,
    async ({ case: c }, context, trx) => {
      stage2 = c.standing.is === 'answered' && c.standing.stage === 1 && suggestKind('', text, null).dissatisfied;
      const files = [await keepFile(trx, visit.house.files, stored, 'ours')];
      const from = fromElsewhere ? null : c.person;
      return mayReceiveMessage(c, { on: receivedOn, channel: 'letter', from, text, files }, context);
    },
    {
      also: async (trx, { caseId, version }) => {
        await settle(trx, visit, letter, { state: 'joined', caseId, receivedOn });
        await wakeFor(trx, visit, text, { caseId, receivedOn });
        await noteArrival(trx, {
          key: `post-letter ${letter}`,
          kind: stage2 ? 'possible-stage-2' : 'message',
          caseId,
          seq: version,
          person: null,
          channel: 'letter',
          arrivedOn: receivedOn,
          note: text.slice(0, 400),
        });
      },
    },
  );
}
