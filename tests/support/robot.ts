/**
 * Fills in any form as nobody would: for tests that hold every screen to a rule. It reads a page as a browser without
 * JavaScript does, so a screen made tomorrow is held to the rule too.
 */
import type { Seen, Visitor } from './web.js';

export interface Field {
  readonly name: string;
  readonly kind: 'hidden' | 'text' | 'email' | 'radio' | 'checkbox' | 'select' | 'password' | 'file' | 'button';
  readonly value: string;
  /** Of radios, tick boxes and lists: what may be chosen. */
  readonly choices: readonly string[];
}

export interface FoundForm {
  readonly action: string;
  readonly fields: readonly Field[];
}

export type Filled = Record<string, string | string[]>;

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x2F;', '/')
    .replaceAll('&amp;', '&');
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

/** The forms in a page's main part that post. */
export function formsOf(page: Pick<Seen, 'html' | 'path'>): FoundForm[] {
  const main = page.html.slice(Math.max(0, page.html.indexOf('<main')));
  return [...main.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, tag]) => /method="post"/.test(tag ?? ''))
    .map(([, tag = '', inner = '']) => ({ action: attribute(tag, 'action') ?? page.path, fields: fieldsOf(inner) }));
}

function fieldsOf(html: string): Field[] {
  const found = new Map<string, Field>();
  const add = (field: Field) => {
    const before = found.get(field.name);
    const choices = [...(before?.choices ?? []), ...field.choices];
    found.set(field.name, { ...field, ...(before ? { value: before.value || field.value } : {}), choices });
  };
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const [name, type, value = ''] = [
      attribute(tag, 'name'),
      attribute(tag, 'type') ?? 'text',
      attribute(tag, 'value'),
    ];
    if (!name) continue;
    if (type === 'radio' || type === 'checkbox') add({ name, kind: type, value: '', choices: [value] });
    else if (type === 'hidden' || type === 'file' || type === 'password' || type === 'email')
      add({ name, kind: type, value, choices: [] });
    else add({ name, kind: 'text', value, choices: [] });
  }
  for (const [, tag = '', text = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag, 'name');
    if (name) add({ name, kind: 'text', value: unescaped(text).replace(/^\n/, ''), choices: [] });
  }
  for (const [, tag = '', options = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(tag, 'name');
    const choices = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => attribute(option, 'value') ?? '');
    if (name) add({ name, kind: 'select', value: choices[0] ?? '', choices });
  }
  return [...found.values()];
}

/** Everything filled in. `turn` moves on to the next of what may be chosen, so that a few turns try them all. */
export function filledIn(
  form: FoundForm,
  { text, today, turn }: { text: string; today: string; turn: number },
): Filled {
  const [year = '', month = '', day = ''] = today.split('-');
  const filled: Filled = {};
  for (const { name, kind, value, choices } of form.fields) {
    const offered = choices.filter((one) => one !== '');
    if (kind === 'file' || kind === 'button') continue;
    if (kind === 'hidden') filled[name] = value;
    else if (kind === 'radio') filled[name] = choices[turn % Math.max(choices.length, 1)] ?? '';
    else if (kind === 'checkbox') filled[name] = turn % 2 === 0 ? offered : offered.slice(0, 1);
    else if (kind === 'select') filled[name] = offered[turn % Math.max(offered.length, 1)] ?? '';
    else if (/-(day|month|year)$/.test(name)) {
      filled[name] = value || { day, month, year }[name.slice(name.lastIndexOf('-') + 1)] || '';
    } else if (kind === 'email') filled[name] = turn === 0 ? text : `robot${turn}@example.org`;
    else if (/pounds|amount|pence|days|minutes|number/i.test(name) && turn > 0) filled[name] = '5';
    else filled[name] = text;
  }
  return filled;
}

/** The addresses of this installation to which a page leads. */
export function linksOf(page: Pick<Seen, 'html'>): string[] {
  return [...page.html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, to = '']) => unescaped(to));
}

/** Every page that can be come to from here by links alone, each once; of addresses that differ by their query, three. */
export async function walk(visitor: Visitor, from: string, look: (seen: Seen) => void, most = 400): Promise<number> {
  const waiting = [from];
  const met = new Set(waiting);
  const kinds = new Map<string, number>();
  let walked = 0;
  for (let next = waiting.shift(); next !== undefined && walked < most; next = waiting.shift()) {
    const seen = await visitor.get(next);
    walked += 1;
    look(seen);
    for (const to of linksOf(seen)) {
      const [path = ''] = to.split('?');
      if (met.has(to) || path.startsWith('/assets/') || (kinds.get(path) ?? 0) >= 3) continue;
      met.add(to);
      kinds.set(path, (kinds.get(path) ?? 0) + 1);
      waiting.push(to);
    }
  }
  return walked;
}
