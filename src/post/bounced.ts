/**
 * A report that a message of ours was not delivered, tied to the letter or message that it names: what was sent is taken
 * back, its clock runs again, and a person is told. Anybody can write such a mail: only a report with a machine-readable
 * part that names the very address takes something back by itself. Everything else is put before a person.
 */
import { noteArrival } from '../store/arrivals.js';
import { findSending, type SendingState } from '../store/letter-sendings.js';
import { findMessage, type MessageState, stopMessage } from '../store/outbox.js';
import { letterFailed } from '../store/sending-day.js';
import type { DeliveryReport } from './delivery-report.js';
import type { Attempt, Found } from './into-a-case.js';
import { arrivalKey } from './note-arrived.js';

/** Only what has left can come back; what is known to have failed needs no second telling. */
const mayComeBack: ReadonlySet<SendingState | MessageState> = new Set(['sent', 'delivered', 'unsure'] as const);

const said =
  'A mail says that what we sent came back, which nothing proves. Nothing was taken back: see whether it arrived.';

/** True when it is seen to: nobody need look at the report itself. */
export async function noteBounce(attempt: Attempt, report: DeliveryReport, found: Found | null): Promise<boolean> {
  const { trx, now, incoming, id } = attempt;
  if (report.says !== 'failed') return true;
  const why = whyOf(report.status);
  /** What is known to have been delivered is not taken back by a mail. */
  const proves = (sent: { state: SendingState | MessageState; address: string | null }): boolean =>
    sent.state !== 'delivered' &&
    incoming.about.checks.checked !== 'failed' &&
    sent.address !== null &&
    report.failedFor.includes(sent.address.toLowerCase());
  let about = found?.caseId ?? null;
  let proved = true;
  for (const messageId of report.about) {
    const letter = await findSending(trx, { messageId });
    if (letter !== null) {
      if (!mayComeBack.has(letter.state)) return true;
      if (proves(letter)) {
        await letterFailed(trx, letter, { state: 'failed', why, now });
        return true;
      }
      about = letter.caseId;
      proved = false;
      break;
    }
    const message = await findMessage(trx, { messageId });
    if (message !== null) {
      if (!mayComeBack.has(message.state)) return true;
      if (proves(message)) {
        await stopMessage(trx, message, why, now, 'failed');
        return true;
      }
      about = message.caseId ?? about;
      proved = false;
      break;
    }
  }
  if (about === null) return false;
  await noteArrival(trx, {
    key: arrivalKey(id ?? '', 'delivery-failed'),
    kind: 'delivery-failed',
    caseId: about,
    seq: null,
    person: null,
    channel: 'email',
    arrivedOn: incoming.receivedOn,
    note: proved ? why : said,
  });
  return false;
}

function whyOf(status: string | null): string {
  const [, subject = '', detail = ''] = (status ?? '').split('.');
  if (subject === '1') return 'The email came back: there is no such address.';
  if (subject === '2' && detail === '2') return 'The email came back: the mailbox is full.';
  if (subject === '2') return 'The email came back: the mailbox takes no mail.';
  if (subject === '3' && detail === '4') return 'The email came back: it is too large for their mail server.';
  if (subject === '4') return 'The email came back: their mail server could not be reached.';
  if (subject === '7') return 'The email came back: their mail server refuses it.';
  return 'The email came back: it could not be delivered.';
}
