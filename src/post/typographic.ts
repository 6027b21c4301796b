/** A typed apostrophe or quotation mark as a printer would set it. Only for what the landlord writes. */
export function typographic(text: string): string {
  return text
    .replace(/(\p{L}|\d)'(?=\p{L})/gu, '$1’')
    .replace(/(^|[\s([])'(?=\S)/g, '$1‘')
    .replace(/'/g, '’')
    .replace(/(^|[\s([])"(?=\S)/g, '$1“')
    .replace(/"/g, '”');
}
