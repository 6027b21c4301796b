/** Languages by their BCP 47 tags: those that people in England ask for most, and the name of any other. */
const names = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

export function languageName(tag: string): string {
  if (tag === 'bfi') return 'British Sign Language';
  if (tag === 'en') return 'English';
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const offered = [
  'ar bfi bg bn cs el es fa fr gu hi hu it ku lt ne pa pl ps pt ro ru so sq sw ta te ti tr uk ur vi yue zh',
].flatMap((tags) => tags.split(' '));

/** To choose from; what is on record already stays among them. */
export function languageChoices(held: string): readonly { readonly value: string; readonly text: string }[] {
  return [...new Set(['en', ...offered, ...(held === '' ? [] : [held])])]
    .map((value) => ({ value, text: languageName(value) }))
    .sort((a, b) => (a.value === 'en' ? -1 : b.value === 'en' ? 1 : a.text.localeCompare(b.text, 'en-GB')));
}
