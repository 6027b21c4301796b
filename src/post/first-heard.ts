/**
 * The day on which the landlord first heard, when a colleague forwards what a resident sent them: hearing counts from
 * whoever heard it (3.2), so the day shown inside counts. Only what staff forwarded is trusted: a resident's quoted date
 * proves nothing. An attached message that says that the landlord's server had it says so itself: that is a suggestion, for
 * a person to look at.
 */
import type { Day } from '../facts/days.js';
import { all, first, type Mailbox } from './headers.js';
import type { Parts } from './parts.js';
import { innerMessages } from './quoted.js';
import { headerInstant, londonDay, receivedDay } from './received-on.js';

export interface TrustedInner {
  readonly from: Mailbox | null;
  readonly day: Day | null;
  readonly text: string;
  /**
   * 'counts': staff forwarded it, so its words are the resident's and the outer ones a colleague's note. 'perhaps': a colleague
   * may have, which nothing proves: its day alone counts until a person has looked. 'suggested': nothing of it counts.
   */
  readonly trust: 'counts' | 'perhaps' | 'suggested';
  readonly how: string;
  /** The oldest day shown further down, which may be another matter. */
  readonly older: Day | null;
}

export interface TrustFacts {
  readonly fromStaff: boolean;
  /** The sender may be a colleague, by nothing but what the message says of itself. */
  readonly perhapsStaff: boolean;
  readonly isOurs: (address: string) => boolean;
  readonly today: Day;
}

export function trustedInner(parts: Parts, facts: TrustFacts): TrustedInner | null {
  const believable = (day: Day | null): Day | null =>
    day !== null && day <= facts.today && day > '1995-01-01' ? day : null;
  for (const inner of parts.attached) {
    const forwarded = facts.fromStaff || facts.perhapsStaff;
    const traced = all(inner.headers, 'received').some((line) => byOurServer(line, parts, facts));
    if (!forwarded && !traced) continue;
    const innerFromStaff = inner.from !== null && facts.isOurs(inner.from.address);
    const deeper = innerFromStaff && forwarded ? trustedInner(inner, facts) : null;
    if (innerFromStaff && !deeper) continue;
    const sent = headerInstant(first(inner.headers, 'date') ?? '');
    const own =
      believable(receivedDay(inner.headers, facts.today).day) ?? (sent === null ? null : believable(londonDay(sent)));
    if (deeper) return { ...deeper, day: deeper.day ?? own };
    return {
      from: inner.from,
      day: own,
      text: inner.text,
      trust: trustOf(facts),
      how: forwarded
        ? 'a colleague had it on that day and attached it'
        : 'the attached message shows that it came to us on that day',
      older: null,
    };
  }
  if (!facts.fromStaff && !facts.perhapsStaff) return null;
  const shown = innerMessages(parts.text);
  const at = shown.findIndex((inner) => !(inner.from && facts.isOurs(inner.from.address)));
  const inner = shown[at];
  if (!inner) return null;
  const older = shown
    .slice(at + 1)
    .filter((each) => !(each.from && facts.isOurs(each.from.address)))
    .map((each) => believable(each.day))
    .filter((day) => day !== null)
    .sort()[0];
  return {
    from: inner.from,
    day: believable(inner.day),
    text: inner.text,
    trust: trustOf(facts),
    how: 'a colleague forwarded a message that shows that day',
    older: older ?? null,
  };
}

function trustOf({ fromStaff, perhapsStaff }: TrustFacts): TrustedInner['trust'] {
  return fromStaff ? 'counts' : perhapsStaff ? 'perhaps' : 'suggested';
}

/** 'Received: … by mx.landlord.example': a line that the landlord's own server wrote. */
function byOurServer(received: string, parts: Parts, facts: TrustFacts): boolean {
  const by = /\bby\s+([a-z0-9.-]{3,200})/i.exec(received)?.[1];
  return by !== undefined && parts.isMessage && facts.isOurs(`x@${by}`);
}
