/**
 * What the landlord's own mail server found out about a sender (RFC 8601). Anybody can write such a header into a message:
 * only the topmost one that bears the name which the landlord gave is believed, and only if it stands above the line with
 * which that server received the message. Results are told in our words, so nothing of the header itself is shown.
 */
import type { Header } from './headers.js';

export type SenderChecked = 'passed' | 'failed' | 'unsure';

export interface SenderChecks {
  /** Null: the landlord's server says nothing of this message. */
  readonly checked: SenderChecked | null;
  /** 'DMARC: pass', for people. */
  readonly checks: readonly string[];
}

const methods = ['dmarc', 'spf', 'dkim', 'arc'] as const;
const results = ['pass', 'fail', 'softfail', 'neutral', 'none', 'policy', 'temperror', 'permerror', 'bestguesspass'];
const nothing: SenderChecks = { checked: null, checks: [] };

/** What stands in the headers about the sender, as far as it may be believed. */
export function senderChecks(headers: readonly Header[], authservId: string | null): SenderChecks {
  const id = authservId?.trim().toLowerCase() ?? '';
  if (id === '') return nothing;
  const at = headers.findIndex(({ name, value }) => name === 'authentication-results' && idOf(value) === id);
  const header = headers[at];
  if (header === undefined) return nothing;
  // What our server writes when a message comes stands above its Received line; what a message brought along, below.
  const received = headers.findIndex(({ name, value }) => name === 'received' && receivedBy(value) === id);
  if (received !== -1 && received < at) return nothing;
  const found = new Map<string, string>();
  for (const part of withoutComments(header.value).split(';').slice(1)) {
    const [, method = '', result = ''] = /^\s*([a-z0-9-]+)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(part) ?? [];
    const known = methods.find((one) => one === method.toLowerCase());
    if (known === undefined || !results.includes(result.toLowerCase())) continue;
    // Several signatures: one that holds is enough.
    if (found.get(known) !== 'pass') found.set(known, result.toLowerCase());
  }
  if (found.size === 0) return nothing;
  const dmarc = found.get('dmarc');
  return {
    checked: dmarc === 'pass' ? 'passed' : dmarc === 'fail' ? 'failed' : 'unsure',
    checks: methods.flatMap((method) => {
      const result = found.get(method);
      return result === undefined ? [] : [`${method.toUpperCase()}: ${result}`];
    }),
  };
}

function idOf(value: string): string {
  const [first = ''] = withoutComments(value).split(';');
  return (first.trim().split(/\s+/)[0] ?? '').replaceAll('"', '').toLowerCase();
}

function receivedBy(value: string): string | undefined {
  return /\bby\s+([^\s;]+)/i.exec(withoutComments(value.slice(0, 4_000)))?.[1]?.toLowerCase();
}

/** Comments may stand anywhere, within each other too, and may hold what looks like a result. */
function withoutComments(value: string): string {
  let depth = 0;
  let quoted = false;
  let kept = '';
  for (let at = 0; at < Math.min(value.length, 20_000); at++) {
    const sign = value[at] ?? '';
    if (sign === '\\') {
      if (depth === 0) kept += value.slice(at, at + 2);
      at += 1;
    } else if (depth === 0 && sign === '"') {
      quoted = !quoted;
      kept += sign;
    } else if (!quoted && sign === '(') depth += 1;
    else if (!quoted && sign === ')' && depth > 0) depth -= 1;
    else if (depth === 0) kept += quoted && sign === ';' ? ' ' : sign;
  }
  return kept;
}
