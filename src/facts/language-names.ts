/** What a language is called, by its BCP 47 tag. */
const names = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

/** 'Italian' for 'it'; the tag itself where nobody has a name for it. */
export function languageName(tag: string): string {
  if (tag === 'bfi') return 'British Sign Language';
  if (tag === 'en') return 'English';
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
