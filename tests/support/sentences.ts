/** The scan: every sentence that the residents' pages say, read from their sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../../src/store/config.js';
import type { Sentence } from '../../src/web/public/site/sentences.js';

const folder = join(root, 'src', 'web');
/** These make the words; they say none. */
const makers = ['say.ts', 'catalogue.ts', 'pseudo.ts', 'marked-up.ts', 'sentences.ts'];

const call = /(?<![\w.'’-])((?:\w+\.)*say(?:\.legal)?|sentence|legalSentence)\(\s*/g;
const literal = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/y;

export interface Scanned {
  readonly sentences: readonly Sentence[];
  /** Calls whose sentence is put together: a scan can't find what it says. */
  readonly unclear: readonly string[];
}

export function scanSentences(): Scanned {
  const found = new Map<string, { legal: boolean; where: Set<string> }>();
  const unclear: string[] = [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !makers.includes(basename(file)))
    .sort();
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
    for (const match of text.matchAll(call)) {
      literal.lastIndex = match.index + match[0].length;
      const [written] = literal.exec(text) ?? [];
      if (written === undefined) continue;
      if (written.startsWith('`') && written.includes('${')) {
        unclear.push(`${file}: ${written.slice(0, 60)}`);
        continue;
      }
      const english = unquoted(written);
      const one = found.get(english) ?? { legal: false, where: new Set<string>() };
      one.legal ||= /legal/i.test(match[1] ?? '');
      one.where.add(basename(file).replace(/\.tsx?$/, ''));
      found.set(english, one);
    }
  }
  const sentences = [...found]
    .map(([english, { legal, where }]) => ({ english, legal, where: [...where].sort() }))
    .sort((a, b) => (a.english < b.english ? -1 : 1));
  return { sentences, unclear };
}

function unquoted(written: string): string {
  return written
    .slice(1, -1)
    .replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one));
}
