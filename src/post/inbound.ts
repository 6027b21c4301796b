/**
 * Reads one message as it arrived. It never throws and never gives up: what can't be read is said in `damaged`, and the
 * words that could be saved are there. Whether it opens a case or joins one is decided in take-in.ts.
 *
 * This file is longer than 250 lines because everything that is read of a message is put together here.
 */
import { createHash } from 'node:crypto';
import type { Day } from '../facts/days.js';
import { type AboutSender, aboutSender, type CameBy } from './about-sender.js';
import { type SenderChecks, senderChecks } from './authentication-results.js';
import { type DeliveryReport, readReport } from './delivery-report.js';
import { trustedInner } from './first-heard.js';
import { all, first, headerWords, type Mailbox, messageIds, readHeaders } from './headers.js';
import { cut, looksLikeText } from './message-text.js';
import { type Enclosed, type Parts, readParts } from './parts.js';
import { ownWords } from './quoted.js';
import { receivedDay } from './received-on.js';
import { type Aside, whyAside } from './set-aside.js';
import { type HazardNoticed, suggestHazards } from './suggest-hazards.js';
import { type KindSuggestion, suggestKind } from './suggest-kind.js';
import { type Meaning, suggestMeaning } from './suggest-meaning.js';
import { addressedDomains, formWriter, isOurs, looksLikeAForm, ownDomains } from './whose.js';

export interface Incoming {
  readonly rawDigest: string;
  /** Digest of who, about what and with which words and files: the same however it travelled. */
  readonly contentDigest: string;
  readonly messageId: string | null;
  /** The messages that it answers, nearest first; and those that it carries inside. */
  readonly answers: readonly string[];
  readonly carries: readonly string[];
  /** Texts that look like a case reference: those that name the matter, and those further down. */
  readonly references: { readonly naming: readonly string[]; readonly mentioned: readonly string[] };
  readonly sender: Mailbox | null;
  /** Who wrote the words: the sender, or whoever wrote what a member of staff forwarded. */
  readonly writer: Mailbox | null;
  readonly forwardedByStaff: boolean;
  readonly fromStaff: boolean;
  /** What a person has to see of who wrote it and of the day, which nothing proves. */
  readonly doubts: readonly string[];
  readonly subject: string;
  readonly words: string;
  readonly own: string;
  readonly files: readonly Enclosed[];
  /** How many files the message itself has, those inside other files not counted again. */
  readonly attachments: number;
  readonly receivedOn: Day;
  readonly receivedBecause: string;
  readonly aside: Aside | null;
  /** Why a person has to look before anything else; null when it reads well enough. */
  readonly needsALook: string | null;
  readonly damaged: readonly string[];
  readonly kind: KindSuggestion;
  readonly hazards: readonly HazardNoticed[];
  readonly about: AboutSender;
  /** What it may mean for the case that it joins. */
  readonly means: readonly Meaning[];
  /** For a report about the delivery of a message of ours. */
  readonly report: DeliveryReport | null;
}

export interface ReadingFacts {
  readonly today: Day;
  /** The domains of the landlord's own mail, in lower case. */
  readonly ownDomains: readonly string[];
  /** When the bytes are only the beginning of a message that is too large to open. */
  readonly wholeSize?: number;
  readonly rawDigest?: string;
  /** A person took it out of what was set aside. */
  readonly evenIfAside?: boolean;
  /** The day on which the mail server put it into its mailbox: where no Received line says when it came. */
  readonly arrivedOn?: Day;
  readonly cameBy?: CameBy;
}

/** Above this a message is not opened: its head is read and the whole kept. */
export const mostBytes = 64 * 1024 * 1024;
const mostWords = 200_000;
/** Stands in the kept words between what the writer says and what the message quotes. */
export const quotedMark = '---------- What the message quotes ----------';

export async function readMessage(bytes: Uint8Array, facts: ReadingFacts): Promise<Incoming> {
  const tooLarge = (facts.wholeSize ?? bytes.length) > mostBytes;
  const rawDigest = facts.rawDigest ?? sha256(bytes);
  const parts = await readParts(bytes, tooLarge);
  const sender = parts.from;
  const ours = ownDomains(facts.ownDomains);
  const checks = senderChecks(parts.headers, facts.cameBy?.authservId ?? null);
  const fromStaff = sender !== null && isOurs(sender.address, ours) && staffProved(checks, facts.cameBy);
  // By what the message says of itself: enough for caution, and for a day to look at where no domain was ever given.
  const near = [...ours, ...addressedDomains(parts)];
  const inOurName = sender !== null && isOurs(sender.address, near);
  const perhapsStaff = !fromStaff && inOurName && ours.length === 0 && facts.cameBy === undefined;
  const trusted = perhapsStaff ? near : ours;
  const inner = trustedInner(parts, {
    fromStaff,
    perhapsStaff,
    isOurs: (address) => isOurs(address, trusted),
    today: facts.today,
  });
  const forwarded = inner !== null && inner.trust !== 'suggested';

  const arrived = arrivedDay(parts, facts);
  const arrivedOn = arrived.day ?? facts.today;
  const shownDay = inner?.day && inner.day < arrivedOn ? inner.day : null;
  const earlier = forwarded ? shownDay : null;
  const separated = ownWords(parts.text);
  const innerWords = forwarded ? ownWords(inner.text).own || inner.text : '';
  const own = innerWords !== '' ? innerWords : separated.own || parts.text;
  const form = fromStaff ? formWriter(parts, ours) : null;
  const claimed = !fromStaff && looksLikeAForm(sender?.address ?? '') ? formWriter(parts, ours) : null;
  const writer = forwarded ? (fromStaff ? inner.from : null) : claimed ? null : (form ?? sender);
  const shown =
    forwarded || separated.own === '' || separated.quoted === ''
      ? parts.text
      : `${separated.own}\n\n${quotedMark}\n\n${separated.quoted}`;
  const whole = [
    parts.subject === '' ? '' : `Subject: ${parts.subject}`,
    claimed === null ? '' : `Filled in, as it says, by: ${claimed.address}`,
    shown,
  ].filter((each) => each !== '');
  const words =
    whole.length === 0
      ? ''
      : cut(
          whole.join('\n\n'),
          mostWords,
          '\n\n[The rest is in the message as it arrived, which is kept with the case.]',
        );
  const forSuggestion = own.slice(0, 60_000);
  const kind = suggestKind(parts.subject, forSuggestion, writer);
  const hazards = suggestHazards(`${parts.subject}\n\n${forSuggestion}`);
  const aside =
    parts.isMessage && !facts.evenIfAside
      ? whyAside({
          headers: parts.headers,
          from: sender,
          subject: parts.subject,
          text: parts.text,
          fromOwnDomain: inOurName,
        })
      : null;
  const messageId = messageIds(first(parts.headers, 'message-id') ?? '')[0] ?? null;
  const attachments = parts.files.filter((file) => !file.within).length;
  const answers = [
    ...all(parts.headers, 'in-reply-to').flatMap(messageIds),
    ...all(parts.headers, 'references').flatMap((value) => messageIds(value).reverse()),
  ];
  return {
    rawDigest,
    contentDigest: sha256(
      Buffer.from(
        [
          sender?.address ?? '',
          parts.subject,
          parts.text.replace(/\s+/g, ' '),
          ...parts.files.map((file) => sha256(file.bytes)),
        ].join('\0'),
      ),
    ),
    messageId,
    answers: [...new Set(answers)].filter((id) => id !== messageId).slice(0, 100),
    carries: carriedIds(parts),
    references: {
      naming: referencesIn([parts.subject, ...answers]),
      mentioned: referencesIn([own, separated.own, parts.text, ...bouncedSubjects(parts)]),
    },
    sender,
    writer,
    forwardedByStaff: forwarded && fromStaff,
    fromStaff: fromStaff && form === null,
    doubts: [
      ...(checks.checked === 'failed' ? [borrowed] : []),
      ...(claimed === null ? [] : [formNotProved]),
      ...(inner?.trust === 'perhaps' ? [forwardNotProved] : []),
      ...(inner?.trust === 'suggested' && shownDay !== null ? [dayNotProved(shownDay)] : []),
    ],
    subject: parts.subject,
    words,
    own,
    files: parts.files,
    attachments,
    receivedOn: earlier ?? arrivedOn,
    receivedBecause: receivedBecause(arrived, earlier, inner?.how ?? null, inner?.older ?? null),
    aside,
    needsALook: whyLook(bytes, tooLarge, parts, attachments),
    damaged: parts.damaged,
    kind: aside ? nothing : kind.kind === 'unknown' && hazards.length > 0 ? reportsAHazard : kind,
    hazards: aside ? [] : hazards,
    about: aboutSender(parts.headers, sender, inOurName, checks, facts.cameBy ?? null),
    means: aside ? [] : suggestMeaning(parts.subject, forSuggestion),
    report: aside?.because === 'bounce' ? readReport(parts) : null,
  };
}

/** An own address proves a colleague only when our mail server does not say otherwise; where it says so of every message, it must. */
function staffProved({ checked }: SenderChecks, cameBy: CameBy | undefined): boolean {
  return cameBy?.authservId ? checked === 'passed' : checked !== 'failed';
}

const borrowed =
  'Our mail server found that its sender’s name may be borrowed: nobody is put down as its writer. See who wrote it.';
const formNotProved =
  'It looks like a web form’s, but it did not come from an address of ours: nobody is put down as its writer. See who filled it in.';
const forwardNotProved =
  'It looks like what a colleague forwarded, but our own mail domains are not set: nobody is put down as its writer. See who wrote it, and on which day it first reached us.';
const dayNotProved = (on: Day): string =>
  `A message attached to it says that it reached us on ${on}, which nothing proves: see whether that day counts.`;

type Arrived = ReturnType<typeof receivedDay> & { readonly inMailbox?: boolean };

function arrivedDay(parts: Parts, { today, arrivedOn }: ReadingFacts): Arrived {
  const said = receivedDay(parts.headers, today);
  return said.day === null && arrivedOn !== undefined && arrivedOn <= today
    ? { ...said, day: arrivedOn, inMailbox: true }
    : said;
}

const nothing: KindSuggestion = { kind: 'unknown', mayBe: null, because: [], dissatisfied: false };
const reportsAHazard: KindSuggestion = {
  kind: 'service-request',
  mayBe: 'service-request',
  because: ['tells of something that may be a hazard'],
  dissatisfied: false,
};

function whyLook(bytes: Uint8Array, tooLarge: boolean, parts: Parts, attachments: number): string | null {
  if (bytes.length === 0) return 'The file is empty: find out who sent it and ask them again.';
  if (tooLarge) return 'The message is too large to open here. It is kept whole, and its beginning is shown.';
  if (!parts.isMessage)
    return parts.text === ''
      ? 'The file is not an e-mail message and could not be read. It is kept as it came.'
      : 'The file is not an e-mail message. Its words are shown as far as they could be read.';
  if (parts.text === '' && attachments === 0)
    return /\p{L}{2}/u.test(parts.subject)
      ? null
      : 'No words and no files could be read in the message. It is kept as it came.';
  if (parts.text !== '' && !looksLikeText(parts.text) && attachments === 0 && !/\p{L}{3}/u.test(parts.text))
    return 'The words of the message could not be read. It is kept as it came.';
  return null;
}

function receivedBecause(arrived: Arrived, earlier: Day | null, how: string | null, older: Day | null): string {
  const look =
    older && older < (earlier ?? arrived.day ?? older) ? ` A message of ${older} is quoted further down.` : '';
  if (earlier) return `The first day on which it reached the landlord: ${how}.${look}`;
  if (arrived.inMailbox) return `The day on which our mail server put it into the mailbox.${look}`;
  if (arrived.day) return `The day on which our mail server received it.${look}`;
  if (arrived.disbelieved === 'in-the-future')
    return `The day of taking in: the mail server’s own day lies in the future and is not believed.${look}`;
  if (arrived.disbelieved === 'unreadable')
    return `The day of taking in: the mail server’s own day can’t be read.${look}`;
  return `The day of taking in: the message does not say when a mail server received it.${look}`;
}

// What follows from the parts -------------------------------------------------------------------------------------------

function carriedIds(parts: Parts): readonly string[] {
  return parts.attached.flatMap((inner) => [
    ...messageIds(first(inner.headers, 'message-id') ?? ''),
    ...all(inner.headers, 'in-reply-to').flatMap(messageIds),
    ...carriedIds(inner),
  ]);
}

/** A bounce names our own letter in the headers that it sends back. */
function bouncedSubjects(parts: Parts): readonly string[] {
  return parts.files
    .filter((file) => file.type === 'text/rfc822-headers')
    .map((file) => headerWords(first(readHeaders(file.bytes).headers, 'subject') ?? ''))
    .concat(parts.attached.map((inner) => inner.subject));
}

/** PR-2026-00012 and its like, in whatever case, with a space or stroke for a hyphen. Whether there is such a case, the store knows. */
export function referencesIn(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  for (const text of texts) {
    for (const [, prefix, year, number] of text
      .slice(0, 300_000)
      .matchAll(/(?<![A-Za-z0-9])([A-Za-z]{1,10})[-–—/ ]{0,2}(\d{2,4})[-–—/ ]{1,2}(\d{1,8})(?!\d)/g)) {
      seen.add(`${prefix?.toUpperCase()}-${year}-${number}`);
      if (seen.size >= 60) return [...seen];
    }
  }
  return [...seen];
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
