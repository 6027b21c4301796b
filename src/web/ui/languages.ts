/** The languages that people in England ask for most, to choose from. */
import { languageName } from '../../facts/language-names.js';

const offered = [
  'ar bfi bg bn cs el es fa fr gu hi hu it ku lt ne pa pl ps pt ro ru so sq sw ta te ti tr uk ur vi yue zh',
].flatMap((tags) => tags.split(' '));

/** To choose from; what is on record already stays among them. */
export function languageChoices(held: string): readonly { readonly value: string; readonly text: string }[] {
  return [...new Set(['en', ...offered, ...(held === '' ? [] : [held])])]
    .map((value) => ({ value, text: languageName(value) }))
    .sort((a, b) => (a.value === 'en' ? -1 : b.value === 'en' ? 1 : a.text.localeCompare(b.text, 'en-GB')));
}
