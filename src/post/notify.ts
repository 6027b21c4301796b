/**
 * GOV.UK Notify: e-mail, texts and letters as precompiled PDF. Its client signs each request with the key; requests go to
 * the checked address. What it answers is never told on: each trouble has a sentence of ours. Notify does not know a
 * request again, so after a doubtful end it is asked for our reference before anything is sent a second time.
 */
import { NotifyClient } from 'notifications-node-client';
import { failures } from '../store/bounced.js';
import type { NotifySetting } from '../store/ways-out.js';
import type { HostRules } from './checked-host.js';
import { checkedRequest } from './checked-request.js';
import type { Delivery, Outgoing } from './outbound.js';

export interface NotifyAccount extends NotifySetting {
  readonly apiKey: string;
}

export type NotifyKind = 'email' | 'sms' | 'letter';

export interface NotifyDoor {
  deliver(outgoing: Outgoing, kind: NotifyKind): Promise<Delivery>;
  /** What became of what bears our reference; null when Notify knows nothing of it. */
  find(reference: string): Promise<Delivery | null>;
  /** The state of a letter or message by Notify's own id. */
  stateOf(id: string): Promise<string | null>;
}

interface Answer {
  readonly status: number;
  readonly data: unknown;
}

/** What our line to Notify says when there was no answer: the request may have arrived. */
class NoAnswer extends Error {}

class Refused extends Error {
  constructor(readonly answer: Answer) {
    super('refused');
  }
}

/** The longest answer of Notify's that is read. */
const mostAnswer = 2 * 1024 * 1024;

/** A landlord's account at Notify. */
export function notifyDoor(account: NotifyAccount, rules: HostRules): NotifyDoor {
  // A key is a name of the landlord's own, the service and the secret, the last two of 36 characters each.
  const client = new NotifyClient(account.address.replace(/\/+$/, ''), account.apiKey.slice(-73, -37), account.apiKey);
  client.setClient((async (asked: { method: string; url: string; headers: Record<string, string>; data?: unknown }) => {
    const answered = await checkedRequest(
      {
        url: asked.url,
        method: asked.method.toUpperCase() === 'GET' ? 'GET' : 'POST',
        headers: { ...asked.headers, 'content-type': 'application/json', accept: 'application/json' },
        ...(asked.data === undefined ? {} : { body: JSON.stringify(asked.data) }),
        timeoutMs: 30_000,
        most: mostAnswer,
      },
      rules,
    );
    if (!answered.ok) throw new NoAnswer(answered.why);
    const answer = { status: answered.status, data: json(answered.body) };
    if (answered.status < 200 || answered.status > 299) throw new Refused(answer);
    return answer;
  }) as unknown as Parameters<typeof client.setClient>[0]);

  const find = async (reference: string): Promise<Delivery | null> => {
    const { data } = await client.getNotifications(undefined, undefined, reference);
    const [known] = (data as { notifications?: readonly { id?: unknown; status?: unknown }[] }).notifications ?? [];
    if (typeof known?.id !== 'string') return null;
    const failure = typeof known.status === 'string' ? failures[known.status] : undefined;
    return failure === undefined ? { is: 'sent', id: known.id } : { is: 'refused', why: failure };
  };
  return {
    async deliver(outgoing, kind) {
      try {
        if (outgoing.again === true) {
          const known = await find(outgoing.key ?? outgoing.messageId);
          if (known !== null) return known;
        }
        const { data } = await send(client, account, outgoing, kind);
        const { id } = data as { id?: unknown };
        return { is: 'sent', ...(typeof id === 'string' ? { id } : {}) };
      } catch (error) {
        return troubleOf(error);
      }
    },
    async find(reference) {
      try {
        return await find(reference);
      } catch (error) {
        return troubleOf(error);
      }
    },
    async stateOf(id) {
      try {
        const { data } = await client.getNotificationById(id);
        const { status } = data as { status?: unknown };
        return typeof status === 'string' ? status : null;
      } catch {
        return null;
      }
    },
  };
}

async function send(
  client: NotifyClient,
  account: NotifyAccount,
  outgoing: Outgoing,
  kind: NotifyKind,
): Promise<{ data: unknown }> {
  const { to, subject, text, pdf } = outgoing;
  const key = outgoing.key ?? outgoing.messageId;
  switch (kind) {
    case 'email':
      return client.sendEmail(account.emailTemplate ?? '', to.address, {
        personalisation: { subject, body: plainly(text) },
        reference: key,
      });
    case 'sms':
      return client.sendSms(account.textTemplate ?? '', to.address, {
        personalisation: { body: text },
        reference: key,
      });
    case 'letter':
      if (pdf === null) throw new Error('a letter on paper needs its PDF');
      return client.sendPrecompiledLetter(key, pdf.bytes, account.postage);
    default:
      return kind satisfies never;
  }
}

/** Notify reads a line that begins with #, * or ^ as its own formatting, and (( )) as a place to fill in. */
function plainly(text: string): string {
  return text.replaceAll(/^([#^*])(?=\s)/gmu, '\u200b$1').replaceAll('((', '(\u200b(');
}

/** What a no of Notify's means for the letter, by its kind of error and never by its words. */
function troubleOf(error: unknown): Delivery {
  if (error instanceof NoAnswer) return { is: 'not-now', why: 'GOV.UK Notify could not be reached.' };
  if (!(error instanceof Refused)) throw error;
  const { status } = error.answer;
  const names = errorsOf(error.answer.data);
  if (status === 429 && names.includes('TooManyRequestsError')) {
    return {
      is: 'not-now',
      why: 'The day’s limit at GOV.UK Notify is used up: it goes on tomorrow.',
      until: 'tomorrow',
    };
  }
  if (status === 429) return { is: 'not-now', why: 'GOV.UK Notify asked us to slow down.' };
  if (status === 403) {
    return {
      is: 'not-now',
      why: 'GOV.UK Notify did not let us in: check the key, and the clock of this machine.',
    };
  }
  if (status === 400) {
    return {
      is: 'refused',
      why: names.includes('ValidationError')
        ? 'GOV.UK Notify refused it: the address, the number or the document is not as it must be.'
        : 'GOV.UK Notify refused it: check the template, the account and whom it may send to.',
    };
  }
  if (status >= 500) return { is: 'not-now', why: 'GOV.UK Notify is out of order.' };
  return { is: 'refused', why: `GOV.UK Notify refused it (answer ${status}).` };
}

function errorsOf(data: unknown): readonly string[] {
  const { errors } = (data ?? {}) as { errors?: unknown };
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((one: { error?: unknown }) => (typeof one?.error === 'string' ? [one.error] : []));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
