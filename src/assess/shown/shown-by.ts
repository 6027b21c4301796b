/**
 * What one case shows of every provision of its Code, and how that is written down in one line: a mark for each provision,
 * in the order of their days: '20240409+6.2' kept, '20240501-6.3:late' an exception, '20240409?6.1' not known.
 */
import type { Case } from '../../complaint/case.js';
import type { Clock } from '../../complaint/clocks.js';
import type { Day } from '../../facts/days.js';
import type { Edition } from '../../law/words.js';
import { rulesOf } from './rules.js';
import type { Why } from './why.js';
import { told, type Verdict } from './words.js';

export interface Mark {
  readonly provision: string;
  readonly verdict: Verdict;
  readonly on: Day;
  readonly why: Why | null;
}

/** The Code that a case is under, and what it shows of it; null for what no Code looks at or nobody has looked at yet. */
export function shownBy(c: Case, clocks: readonly Clock[]): { edition: Edition; marks: readonly Mark[] } | null {
  if (c.edition === null || c.kind === null || c.importTakenBack) return null;
  const t = told(c, clocks);
  const marks: Mark[] = [];
  for (const [provision, rule] of rulesOf(c.edition)) {
    const seen = rule.of(t);
    if (seen === null) continue;
    const why = seen.verdict === 'exception' ? seen.why : null;
    marks.push({ provision, verdict: seen.verdict, on: seen.on, why });
  }
  return { edition: c.edition, marks };
}

const signs: Readonly<Record<Verdict, string>> = { met: '+', exception: '-', unknown: '?' };
const verdictOf: Readonly<Record<string, Verdict>> = { '+': 'met', '-': 'exception', '?': 'unknown' };

/** One line, each mark ended by ';' so that a mark can be found in it by its text. */
export function written(marks: readonly Mark[]): string {
  return marks
    .map(({ provision, verdict, on, why }) => {
      const mark = `${on.replaceAll('-', '')}${signs[verdict]}${provision}`;
      return why === null ? mark : `${mark}:${why}`;
    })
    .sort()
    .map((mark) => `${mark};`)
    .join('');
}

/** The marks of a line, in its order. */
export function read(line: string): readonly Mark[] {
  return line
    .split(';')
    .filter((mark) => mark !== '')
    .map((mark) => {
      const [what = '', why] = mark.slice(9).split(':');
      return {
        provision: what,
        verdict: verdictOf[mark.charAt(8)] ?? 'unknown',
        on: `${mark.slice(0, 4)}-${mark.slice(4, 6)}-${mark.slice(6, 8)}` as Day,
        why: why === undefined ? null : (why as Why),
      };
    });
}
