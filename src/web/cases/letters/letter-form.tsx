/** The letter as a form: what is composed stands as it will be read, the marked places are fields. */
import type { VNode } from 'preact';
import type { Letter, LetterBlock } from '../../../letters/words.js';
import { Block } from '../../../post/letter-html.js';
import type { Fields } from '../../visit.js';

/** The name of a place's field. */
export function fieldOf(place: string): string {
  return `place-${place}`;
}

/** What was typed into the places, by their names. */
export function typedPlaces(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('place-') && typeof value === 'string' ? [[name.slice('place-'.length), value]] : [],
    ),
  );
}

export function LetterForm({
  letter,
  texts,
}: {
  readonly letter: Letter;
  readonly texts: Readonly<Record<string, string>>;
}): VNode {
  return (
    <div class="app-letter" lang={letter.language}>
      <p class="app-letter__title">{letter.title}</p>
      {letter.body.map((block, i) => (
        <Part key={i} block={block} texts={texts} />
      ))}
    </div>
  );
}

function Part({
  block,
  texts,
}: {
  readonly block: LetterBlock;
  readonly texts: Readonly<Record<string, string>>;
}): VNode {
  if (block.block === 'point') {
    return (
      <section class="app-letter__point">
        <h3 class="govuk-heading-s">{block.heading}</h3>
        {block.blocks.map((inner, i) => (
          <Part key={i} block={inner} texts={texts} />
        ))}
      </section>
    );
  }
  if (block.block !== 'place') return <Block b={block} under={2} />;
  const name = fieldOf(block.place);
  const text = texts[block.place] ?? block.text;
  return (
    <div class="govuk-form-group app-letter__place">
      <label class="govuk-label govuk-label--s" for={name}>
        {block.label}
      </label>
      <div class="govuk-hint" id={`${name}-hint`}>
        {block.hint}
      </div>
      <textarea class="govuk-textarea" id={name} name={name} rows={rowsFor(text)} aria-describedby={`${name}-hint`}>
        {/* A browser drops a first line break. */}
        {`\n${text}`}
      </textarea>
    </div>
  );
}

function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((n, line) => n + Math.max(1, Math.ceil(line.length / 70)), 0);
  return Math.min(Math.max(lines + 1, 3), 18);
}
