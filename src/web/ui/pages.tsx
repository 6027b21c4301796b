/** One page of a long list after another. */
import type { VNode } from 'preact';
import type { Visit } from '../visit.js';
import { PagesWithTotals } from './components.js';

/** Nobody turns so many pages: what is more was typed by hand. */
const mostPages = 10_000;

export function pageAsked({ query }: Pick<Visit, 'query'>): number {
  const at = Number(query.page);
  return Number.isSafeInteger(at) && at >= 1 && at <= mostPages ? at : 1;
}

/** The address of another page of the same list, with everything else that the address asks for. */
export function otherPage({ query }: Pick<Visit, 'query'>, path: string): (n: number) => string {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    name !== 'page' && typeof value === 'string' ? [[name, value]] : [],
  );
  return (n) => `${path}?${new URLSearchParams([...asked, ['page', String(n)]])}`;
}

export function Pages({
  at,
  size,
  total,
  what,
  href,
}: {
  readonly at: number;
  readonly size: number;
  readonly total: number;
  /** 'orders' */
  readonly what: string;
  readonly href: (n: number) => string;
}): VNode | null {
  const pages = Math.ceil(total / size);
  if (pages < 2 || at > pages) return null;
  return (
    <PagesWithTotals
      landmarkLabel="Pages"
      results={{ from: (at - 1) * size + 1, to: Math.min(total, at * size), count: total, text: what }}
      {...(at > 1 ? { previous: { text: 'Previous', href: href(at - 1) } } : {})}
      {...(at < pages ? { next: { text: 'Next', href: href(at + 1) } } : {})}
      items={[{ text: String(at), href: href(at), selected: true }]}
    />
  );
}
