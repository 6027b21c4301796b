/**
 * The day on which a message reached the landlord: the London day of the topmost Received header, which our own server
 * wrote. Never the sender's Date: a wrong clock at home must not move a deadline.
 */
import { type Day, parseDay } from '../facts/days.js';
import { all, type Header } from './headers.js';

const londonParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The London calendar day of an instant; half past eleven at night UTC in July is the next day. */
export function londonDay(instant: number): Day | null {
  if (!Number.isFinite(instant) || Math.abs(instant) > 8e15) return null;
  const parts = new Map(londonParts.formatToParts(instant).map((part) => [part.type, part.value]));
  return parseDay(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 1 to 12 from a month's name in full or cut short. */
export function monthNumber(name: string): number | null {
  const at = months.indexOf(name.slice(0, 3).toLowerCase());
  return at === -1 ? null : at + 1;
}

const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  bst: 60,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

/** The instant of a date as mail headers write it, or null when it is no real date. Without a zone it is taken as UTC. */
export function headerInstant(text: string): number | null {
  const parts =
    /(\d{1,2})[ -]+([A-Za-z]{3,9})\.?[ -]+(\d{2,4})[ ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:\s+([+-]\d{4}|[A-Za-z]{1,4}))?/.exec(
      text.slice(-400),
    );
  if (!parts) return null;
  const [, dd = '', name = '', yy = '', hh = '', mm = '', ss = '0', zone = ''] = parts;
  const month = monthNumber(name);
  if (month === null) return null;
  const year = yy.length === 2 ? Number(yy) + (Number(yy) < 70 ? 2000 : 1900) : Number(yy);
  const date = parseDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${dd.padStart(2, '0')}`);
  if (date === null || Number(hh) > 23 || Number(mm) > 59 || Number(ss) > 60) return null;
  const offset = /^[+-]/.test(zone)
    ? (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3)))
    : (zones[zone.toLowerCase()] ?? 0);
  return Date.UTC(year, month - 1, Number(dd), Number(hh), Number(mm), Number(ss)) - offset * 60_000;
}

/** The instant that a Received header states, after its last semicolon. */
function statedBy(received: string): number | null {
  const semicolon = received.lastIndexOf(';');
  return semicolon === -1 ? null : headerInstant(received.slice(semicolon + 1));
}

/** The London day of the topmost Received header; null when there is none, or when it can't be believed. */
export function receivedDay(
  headers: readonly Header[],
  today: Day,
): { day: Day | null; disbelieved: 'in-the-future' | 'unreadable' | null } {
  const topmost = all(headers, 'received')[0];
  if (topmost === undefined) return { day: null, disbelieved: null };
  const instant = statedBy(topmost);
  const day = instant === null ? null : londonDay(instant);
  if (day === null) return { day: null, disbelieved: 'unreadable' };
  if (day > today) return { day: null, disbelieved: 'in-the-future' };
  return { day, disbelieved: null };
}
