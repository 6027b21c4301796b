/**
 * A report about the delivery of a message of ours (RFC 3464), or what a mail server says in its own words instead: which
 * message it is about, and whether it is lost or only late.
 */
import { all, first, messageIds, readHeaders } from './headers.js';
import { decodeGuessing } from './message-text.js';
import type { Parts } from './parts.js';

export interface DeliveryReport {
  /** 'failed': it will not arrive. 'late': it is still being tried. 'other': it has arrived, or passed on. */
  readonly says: 'failed' | 'late' | 'other';
  /** For good (5.x.x), or given up after a while (4.x.x). */
  readonly forGood: boolean;
  /** 5.1.1 and its like; null when none is given. */
  readonly status: string | null;
  /** The addresses to which it was not delivered, as its machine-readable part says; none where it has no such part. */
  readonly failedFor: readonly string[];
  /** Message-IDs of what it is about. */
  readonly about: readonly string[];
}

/** Reads a message that was set aside as a report. Never throws. */
export function readReport(parts: Parts): DeliveryReport {
  const statuses = parts.files
    .filter((file) => /^message\/(global-)?delivery-status$/.test(file.type))
    .flatMap((file) => groups(decodeGuessing(file.bytes.subarray(0, 200_000))));
  const recipients = statuses.filter((group) => group.has('action'));
  const lost = recipients.find((group) => group.get('action')?.startsWith('failed'));
  const late = recipients.find((group) => group.get('action')?.startsWith('delayed'));
  const status =
    /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec((lost ?? late ?? recipients[0])?.get('status') ?? '')?.[1] ?? null;
  const says =
    lost !== undefined
      ? 'failed'
      : late !== undefined
        ? 'late'
        : recipients.length > 0
          ? 'other'
          : /\b(delay|still (be )?retr|not yet been delivered)/i.test(parts.subject)
            ? 'late'
            : 'failed';
  const failedFor = recipients
    .filter((group) => group.get('action')?.startsWith('failed'))
    .map((group) => recipientIn(group.get('final-recipient') ?? ''))
    .filter((address) => address !== '');
  return {
    says,
    forGood: says === 'failed' && !(status?.startsWith('4') ?? false),
    status,
    failedFor: [...new Set(failedFor)].slice(0, 100),
    about: aboutOf(parts),
  };
}

/** 'rfc822; <anna@example.org>' names anna@example.org. */
function recipientIn(value: string): string {
  return /^(?:[a-z0-9-]{1,40}\s*;)?\s*<?([^\s<>;]{1,320}@[^\s<>;]{1,320})>?\s*$/.exec(value)?.[1] ?? '';
}

/** Fields of each group, names and values in lower case: a blank line ends a group. */
function groups(text: string): Map<string, string>[] {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.split('\n').slice(0, 100)) {
        const [, name, value] = /^([!-9;-~]{1,60})\s*:\s*(.{0,500})/.exec(line) ?? [];
        if (name !== undefined) fields.set(name.toLowerCase(), (value ?? '').trim().toLowerCase());
      }
      return fields;
    });
}

/** Our message is sent back whole, or its headers are, or it is quoted in the words; In-Reply-To at least names it. */
function aboutOf(parts: Parts): readonly string[] {
  const back = [
    ...parts.attached.map((inner) => inner.headers),
    ...parts.files
      .filter((file) => /^text\/rfc822-headers$|^message\/(rfc822-)?headers$/.test(file.type))
      .map((file) => readHeaders(file.bytes).headers),
  ];
  const quoted = [...parts.text.slice(0, 200_000).matchAll(/^[ \t>]*message-id:[ \t]*(<[^<>\s]{1,900}>)/gim)];
  return [
    ...new Set([
      ...back.flatMap((headers) => messageIds(first(headers, 'message-id') ?? '')),
      ...quoted.map((match) => match[1] ?? ''),
      ...all(parts.headers, 'in-reply-to').flatMap(messageIds),
      ...all(parts.headers, 'references').flatMap(messageIds),
    ]),
  ].slice(0, 50);
}
