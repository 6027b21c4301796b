/**
 * The stylesheet for languages that are written from right to left: every left is a right, and what turns or moves
 * sideways does so the other way. GOV.UK's and MOJ's rules are written for one direction alone.
 */

/** A declaration: what comes before it, its property and its value. A selector with a colon has a brace after it. */
const declaration = /([{;]\s*)([a-z-]+)(\s*:\s*)([^;{}]+)(?=[;}])/g;

/** The sides in the order in which a shorthand names them: top, right, bottom, left. */
const fourSides = /^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/;
const sideWords = /^(text-align(-last)?|float|clear|background(-position(-x)?)?|transform-origin|caption-side)$/;

/** Mirrors a stylesheet. What is mirrored twice is as it was. */
export function mirrored(css: string): string {
  return css.replace(declaration, (_, before: string, property: string, colon: string, value: string) => {
    // A property of its own is a name and no side; what it holds is said by whoever uses it.
    if (property.startsWith('--')) return `${before}${property}${colon}${value}`;
    return `${before}${otherSide(property)}${colon}${mirroredValue(property, value)}`;
  });
}

function otherSide(text: string): string {
  return text.replace(/(?<![a-z])(left|right)(?![a-z])/g, (side) => (side === 'left' ? 'right' : 'left'));
}

function mirroredValue(property: string, value: string): string {
  if (fourSides.test(property)) {
    const { words, important } = wordsOf(value);
    const [top, right, bottom, left] = words;
    return words.length === 4 ? `${top} ${left} ${bottom} ${right}${important}` : value;
  }
  if (property === 'border-radius') {
    const { words, important } = wordsOf(value);
    const [a, b, c, d] = words;
    return words.length === 4 ? `${b} ${a} ${d} ${c}${important}` : value;
  }
  if (property === 'transform') return value.replace(/(rotate|translateX|skewX|translate)\(\s*(-?)/g, turned);
  if (sideWords.test(property)) return value.includes('url(') ? value : otherSide(value);
  return value;
}

function turned(whole: string, name: string, minus: string): string {
  return whole.includes('(') ? `${name}(${minus === '-' ? '' : '-'}` : whole;
}

/** The words of a value; what stands in brackets is one word. */
function wordsOf(value: string): { readonly words: readonly string[]; readonly important: string } {
  const important = /\s*!important\s*$/.exec(value)?.[0] ?? '';
  const words: string[] = [];
  let depth = 0;
  let word = '';
  for (const sign of value.slice(0, value.length - important.length).trim()) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ' ' && depth === 0) {
      if (word !== '') words.push(word);
      word = '';
    } else word += sign;
  }
  return { words: word === '' ? words : [...words, word], important };
}
