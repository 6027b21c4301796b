/** Characters that nobody sees: soft hyphens, zero-width spaces and joiners, marks of direction. */
const hidden = /\p{Cf}/gu;

/** A text as it is read, for looking words up in it: what is not seen can't part a word from itself. */
export function withoutHidden(text: string): string {
  return text.replace(hidden, '');
}
