/** What the headers tell of how a message came: by which address, from whom as far as that is proved, whether a machine may answer. */
import { codesIn } from '../store/reply-codes.js';
import type { SenderChecks } from './authentication-results.js';
import { all, domainOf, first, type Header, type Mailbox, mailboxes } from './headers.js';

/** The mailbox that it lay in, as the landlord set it up. */
export interface CameBy {
  readonly authservId: string | null;
  readonly replyAddress: string | null;
}

export interface AboutSender {
  readonly checks: SenderChecks;
  /** Codes of the landlord's addresses for answers to which it was sent. */
  readonly codes: readonly string[];
  /** Whether a machine may answer it: no list, no robot, nobody who asks not to be answered, no borrowed name. */
  readonly mayBeAnswered: boolean;
}

/** Reads the headers for what they tell beyond who and about what. */
export function aboutSender(
  headers: readonly Header[],
  from: Mailbox | null,
  /** The sender's address is one of ours, or says so. */
  inOurName: boolean,
  checks: SenderChecks,
  cameBy: CameBy | null,
): AboutSender {
  const to = ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc'].flatMap((name) => mailboxes(headers, name));
  const codes = codesIn(cameBy?.replyAddress ?? null, to.map(({ address }) => address).slice(0, 200));
  return { checks, codes, mayBeAnswered: !inOurName && mayBeAnswered(headers, from, checks) };
}

const robots =
  /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|auto(mated|matic)?|robot|daemon|list|owner-|.*-(request|owner|bounces?)$|noreply-|notifications?|alerts?)([+._-].*)?$/;

function mayBeAnswered(headers: readonly Header[], from: Mailbox | null, checks: SenderChecks): boolean {
  if (from === null || checks.checked === 'failed') return false;
  if (robots.test(from.address.slice(0, from.address.lastIndexOf('@')))) return false;
  const has = (name: string): boolean => first(headers, name) !== null;
  if (headers.some(({ name }) => name.startsWith('list-')) || has('x-loop') || has('feedback-id')) return false;
  if (/\b(bulk|junk|list|auto[-_]?reply)\b/i.test(first(headers, 'precedence') ?? '')) return false;
  if (!/^\s*no\b/i.test(first(headers, 'auto-submitted') ?? 'no')) return false;
  if (/\b(all|autoreply|oof)\b/i.test(first(headers, 'x-auto-response-suppress') ?? '')) return false;
  // Two senders, or a sender whose mail comes back to somebody else: an answer might go to whoever never wrote.
  if (all(headers, 'from').length !== 1 || mailboxes(headers, 'from').length !== 1) return false;
  const path = first(headers, 'return-path');
  if (path === null) return true;
  const back = mailboxes(headers, 'return-path')[0];
  if (back === undefined) return false;
  return checks.checked === 'passed' || domainOf(back.address) === domainOf(from.address);
}
