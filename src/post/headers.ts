/**
 * The header lines of a message, read from the bytes: bodies are postal-mime's work, but who sent a thing, through which
 * hands and in answer to what must be readable even where the body is not.
 */
import { addressParser, decodeWords } from 'postal-mime';
import { cleanText, decodeGuessing, mendMojibake } from './message-text.js';

export interface Header {
  readonly name: string;
  readonly value: string;
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

const mostHeaderBytes = 1_000_000;
const known =
  /^(from|to|cc|subject|date|received|message-id|return-path|content-type|mime-version|delivered-to|reply-to|sender|in-reply-to|references|auto-submitted)$/;

/** The lines before the first empty one, unfolded, lower-case names, in their order. Lines that are no header are left out. */
export function readHeaders(bytes: Uint8Array): { headers: readonly Header[]; bodyAt: number } {
  const headers: { name: string; value: string }[] = [];
  const end = Math.min(bytes.length, mostHeaderBytes);
  let at = 0;
  while (at < end) {
    const newline = bytes.indexOf(10, at);
    const stop = newline === -1 ? bytes.length : newline;
    const line = decodeGuessing(bytes.subarray(at, Math.min(stop, at + 100_000))).replace(/\r$/, '');
    at = stop + 1;
    if (line.trim() === '' && !/^[ \t]/.test(line)) return { headers, bodyAt: Math.min(at, bytes.length) };
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last) {
      if (last.value.length < 200_000) last.value += ` ${line.trim()}`;
    } else {
      const parts = /^([!-9;-~]{1,100})[ \t]*:([\s\S]*)$/.exec(line);
      if (parts?.[1]) headers.push({ name: parts[1].toLowerCase(), value: (parts[2] ?? '').trim() });
    }
  }
  return { headers, bodyAt: Math.min(at, bytes.length) };
}

/** Whether these are the headers of a message, and not the first lines of something else with a colon in it. */
export function areOfAMessage(headers: readonly Header[]): boolean {
  return headers.some((header) => known.test(header.name));
}

export function all(headers: readonly Header[], name: string): string[] {
  return headers.filter((header) => header.name === name).map((header) => header.value);
}

export function first(headers: readonly Header[], name: string): string | null {
  return headers.find((header) => header.name === name)?.value ?? null;
}

/** Encoded words read, whatever their label says. */
export function headerWords(value: string): string {
  let words = value;
  try {
    words = decodeWords(value.slice(0, 20_000));
  } catch {
    // left as written
  }
  return cleanText(mendMojibake(words)).replace(/\s+/g, ' ').slice(0, 2_000);
}

/** The mailboxes of all headers of a name, groups opened, addresses in lower case. */
export function mailboxes(headers: readonly Header[], name: string): Mailbox[] {
  const found: Mailbox[] = [];
  for (const value of all(headers, name)) {
    try {
      for (const box of addressParser(value.slice(0, 20_000), { flatten: true })) {
        const address = cleanText(box.address ?? '').toLowerCase();
        if (/^[^\s@<>]{1,200}@[^\s@<>]{1,200}$/.test(address)) found.push({ name: headerWords(box.name), address });
      }
    } catch {
      // an address that can't be read is nobody's
    }
  }
  return found;
}

/** The `<…>` ids of In-Reply-To, References or Message-ID, in order, each once, as written. */
export function messageIds(value: string): string[] {
  const ids = value.slice(0, 50_000).match(/<[^<>\s]{1,900}>/g) ?? [];
  return [...new Set(ids.map((id) => cleanText(id)))].slice(0, 200);
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
