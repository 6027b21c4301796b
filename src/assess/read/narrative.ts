/** A self-assessment that is told and not filled in: each section's words laid to the provisions they speak of. A person judges all of it. */
import { codes, provisionOf } from '../../law/in-force.js';
import type { Edition } from '../../law/words.js';
import { rank, stemsOf } from './match.js';
import { oneLine } from './plain.js';
import { type NarrativeSection, placeWords, type ReadRow, type Written } from './shape.js';

interface Growing {
  section: number;
  title: string;
  lines: { text: string; place: string }[];
  place: string;
}

/** The section of the edition that a line heads: by its number, in its turn or with words of the section's name. */
function headed(text: string, edition: Edition, next: number): number | null {
  if (text.length > 90) return null;
  const found = /^(?:section\s+)?(\d)\s*[.):–-]?\s+(\D.*)$/i.exec(text);
  const title = found?.[2] ?? '';
  const section = codes[edition].sections.find(({ number }) => number === Number(found?.[1]));
  if (section === undefined || /[.;:,]$/.test(title)) return null;
  const theirs = new Set(stemsOf(title));
  const named = stemsOf(section.title).some((word) => theirs.has(word));
  return named || (section.number === next && title.split(' ').length <= 8) ? section.number : null;
}

function sectionsOf(written: Written, edition: Edition): Growing[] {
  const sections: Growing[] = [];
  for (const block of written) {
    if (block.is === 'row') continue;
    const section = headed(oneLine(block.text), edition, (sections.at(-1)?.section ?? 0) + 1);
    if (section !== null && !sections.some((one) => one.section === section)) {
      const title = oneLine(block.text).replace(/^(?:section\s+)?\d\s*[.):–-]?\s+/i, '');
      sections.push({ section, title, lines: [], place: placeWords(block.place) });
    } else sections.at(-1)?.lines.push({ text: block.text, place: placeWords(block.place) });
  }
  return sections.filter(({ lines }) => lines.length > 0);
}

export interface Narrative {
  readonly sections: readonly NarrativeSection[];
  readonly rows: readonly ReadRow[];
}

/** Reads a narrative. A sentence belongs to the provision whose words it shares most, of its own section first. */
export function readNarrative(written: Written, edition: Edition): Narrative | null {
  const sections = sectionsOf(written, edition);
  if (sections.length < 3) return null;
  const told = new Map<string, { texts: string[]; place: string; score: number }>();
  for (const { section, lines } of sections) {
    for (const { text, place } of lines) {
      let last: readonly Told[] = [];
      for (const sentence of text.split(/(?<=[.!?])\s+(?=[A-Z0-9‘'"“(])|\n/)) {
        // A sentence that says too little alone goes on from the one before it.
        const about = aboutOf(edition, sentence, section);
        last = about.length > 0 ? about : last.slice(0, 1);
        for (const { provision, score } of last) {
          const kept = told.get(provision) ?? { texts: [], place, score: 0 };
          kept.texts.push(oneLine(sentence));
          kept.score = Math.max(kept.score, about.length > 0 ? score : 0);
          told.set(provision, kept);
        }
      }
    }
  }
  const covered = new Set(sections.map(({ section }) => section));
  const rows = codes[edition].sections
    .filter(({ number }) => covered.has(number))
    .flatMap(({ number, provisions }) =>
      Object.keys(provisions).map((provision) =>
        toldRow(
          edition,
          provision,
          told.get(provision),
          sections.find(({ section }) => section === number)?.place ?? '',
        ),
      ),
    );
  return {
    rows,
    sections: sections.map(({ section, title, lines, place }) => ({
      section,
      title,
      text: lines.map(({ text }) => text).join('\n'),
      provisions: Object.keys(codes[edition].sections.find(({ number }) => number === section)?.provisions ?? {}),
      place,
    })),
  };
}

interface Told {
  readonly provision: string;
  readonly score: number;
}

/** What a sentence speaks of: the provision that it shares most with, and others of the section that it plainly names too. */
function aboutOf(edition: Edition, sentence: string, section: number): readonly Told[] {
  if (stemsOf(sentence).length < 3) return [];
  const inside = rank(edition, sentence, section);
  const anywhere = rank(edition, sentence)[0];
  const [best] = inside;
  if (anywhere !== undefined && anywhere.score >= 0.5 && anywhere.score > (best?.score ?? 0) + 0.2) return [anywhere];
  return inside.filter(({ score }, at) => score >= (at === 0 ? 0.25 : 0.45));
}

function toldRow(
  edition: Edition,
  provision: string,
  told: { texts: string[]; place: string; score: number } | undefined,
  place: string,
): ReadRow {
  const strength = provisionOf(edition, provision)?.strength ?? 'must';
  if (told === undefined)
    return {
      provision,
      answer: 'unknown',
      evidence: '',
      strength,
      confidence: 0.2,
      needsPerson: true,
      place,
      why: ['The section is told in words, and no sentence of it was found to speak of this.'],
      said: '',
    };
  return {
    provision,
    answer: 'text',
    evidence: told.texts.join(' '),
    strength,
    confidence: Math.round(Math.min(0.6, 0.25 + told.score * 0.4) * 100) / 100,
    needsPerson: true,
    place: told.place,
    why: ['The document tells it in words: a person must judge whether they are a yes.'],
    said: '',
  };
}
