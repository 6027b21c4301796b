/**
 * An id that comes with an act's form must be one that the form offers: of this case, or of this landlord's own people,
 * teams and homes. Whoever writes the request by hand can name nothing else.
 */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Decision, refuse } from '../../complaint/refusals.js';
import type { Fields } from '../visit.js';

/** Ids, and the digests by which documents and words are named. */
const id = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/i;

/** Null when every id in these fields is offered by `form`, the form as it would be shown again. */
export function notOffered(fields: Fields, names: readonly string[], form: () => ComponentChildren): Decision | null {
  const posted = names.flatMap((name) =>
    [fields[name] ?? []].flat().flatMap((value) => (id.test(value) ? [{ name, value }] : [])),
  );
  if (posted.length === 0) return null;
  const html = renderToString(<div>{form()}</div>);
  const wrong = posted.find(({ name, value }) => !offersOf(html, name).some((tag) => tag.includes(`value="${value}"`)));
  return wrong === undefined
    ? null
    : refuse('not-offered', 'Choose one of those that are shown.', { field: wrong.name });
}

/** The tags that offer a value for a field: its boxes, or the options of its list. */
function offersOf(html: string, name: string): string[] {
  const named = `name="${name}"`;
  const boxes = [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(named));
  const lists = [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].filter(([, tag]) => tag?.includes(named));
  return [
    ...boxes,
    ...lists.flatMap(([, , options]) => [...(options ?? '').matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag)),
  ];
}
