/** A letter as plain text, for the body of an e-mail and for a reader that has nothing else. */
import { inWords } from '../facts/days.js';
import { paragraphsOf, shown } from './blocks.js';
import { salutation } from './frame.js';
import type { Letter, LetterBlock } from './words.js';

export function plainText(letter: Letter): string {
  const { from, to, signedBy } = letter;
  return `${[
    [from.name, ...from.address].join('\n'),
    [to.name, ...to.address].join('\n'),
    `${inWords(letter.on)}\nYour reference: ${letter.reference}`,
    `${salutation(to)},`,
    letter.title.toUpperCase(),
    ...shown(letter.body).flatMap(block),
    `Yours sincerely,\n\n${[signedBy.name, signedBy.job, from.name].filter((l) => l !== '').join('\n')}`,
    [
      ...((signedBy.phone ?? from.phone) ? [`Phone: ${signedBy.phone ?? from.phone}`] : []),
      ...((signedBy.email ?? from.email) ? [`Email: ${signedBy.email ?? from.email}`] : []),
      ...(from.website ? [`Website: ${from.website}`] : []),
    ].join('\n'),
  ]
    .filter((t) => t !== '')
    .join('\n\n')}\n`;
}

function block(b: LetterBlock): readonly string[] {
  switch (b.block) {
    case 'heading':
      return [b.level === 2 ? b.text.toUpperCase() : b.text];
    case 'paragraph':
      return [b.text];
    case 'place':
      return paragraphsOf(b.text);
    case 'quote':
      return [
        b.text
          .split('\n')
          .map((line) => `> ${line}`.trimEnd())
          .join('\n'),
      ];
    case 'list':
      return [b.items.map((item) => `- ${item}`).join('\n')];
    case 'facts':
      return [b.rows.map((r) => `${r.label}: ${r.value}`).join('\n')];
    case 'contact':
      return [[b.name, ...b.lines].join('\n')];
    case 'point':
      return [b.heading.toUpperCase(), ...b.blocks.flatMap(block)];
    default:
      return b satisfies never;
  }
}
