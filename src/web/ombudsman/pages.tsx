/** One page of a long list after another. */
import type { VNode } from 'preact';
import { PagesWithTotals } from '../ui/components.js';
import type { Visit } from '../visit.js';

export function pageAsked(visit: Visit): number {
  const at = Number(visit.query.page);
  return Number.isSafeInteger(at) && at >= 1 && at <= 10_000 ? at : 1;
}

export function Pages({
  visit,
  path,
  at,
  size,
  total,
  what,
}: {
  readonly visit: Visit;
  readonly path: string;
  readonly at: number;
  readonly size: number;
  readonly total: number;
  readonly what: string;
}): VNode | null {
  const pages = Math.ceil(total / size);
  if (pages < 2 || at > pages) return null;
  const link = (n: number) => {
    const asked = Object.entries(visit.query).filter(([name, value]) => name !== 'page' && typeof value === 'string');
    return `${path}?${new URLSearchParams([...(asked as [string, string][]), ['page', String(n)]])}`;
  };
  const first = (at - 1) * size + 1;
  return (
    <PagesWithTotals
      landmarkLabel="Pages"
      results={{ from: first, to: Math.min(total, at * size), count: total, text: what }}
      {...(at > 1 ? { previous: { text: 'Previous', href: link(at - 1) } } : {})}
      {...(at < pages ? { next: { text: 'Next', href: link(at + 1) } } : {})}
      items={[{ text: String(at), href: link(at), selected: true }]}
    />
  );
}
