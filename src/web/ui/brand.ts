/** A landlord's own colour: white words stand on it, so it must keep 4.5 to 1 against white. */

export const ourColour = '#23566b';
export const leastContrast = 4.5;

const shape = /^#?([0-9a-f]{6})$/i;

/** '#' and six small hex digits, or null. */
export function readColour(text: string): string | null {
  const found = shape.exec(text.trim());
  return found ? `#${found[1]?.toLowerCase()}` : null;
}

/** WCAG 2.2's relative luminance. */
function luminance(colour: string): number {
  const channel = (at: number) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

export function contrastOnWhite(colour: string): number {
  return 1.05 / (luminance(colour) + 0.05);
}

export function isReadable(colour: string): boolean {
  return contrastOnWhite(colour) >= leastContrast;
}

/** What is wrong with a colour as it was read; null when white words can be read on it. */
export function faultOfColour(colour: string | null): string | null {
  if (colour === null) return 'Enter a colour as # and six letters or digits, like #23566b';
  if (isReadable(colour)) return null;
  // Down, not up: 4.46 must not read as the 4.5 that it misses.
  const has = Math.floor(contrastOnWhite(colour) * 10) / 10;
  return `That colour is too light: its contrast with white is ${has} to 1 and must be ${leastContrast} to 1. Choose a darker one`;
}

/** Typefaces of the reader's own device, instead of the one that is shipped: nothing is fetched for them. */
export const deviceTypefaces = {
  sans: 'Arial,Helvetica,"Liberation Sans"',
  serif: 'Georgia,"Times New Roman","Liberation Serif",serif',
} as const;

export function brandStyles(colour: string, typeface: string | null = null): string {
  const chosen = typeface === null ? '' : `;--app-typeface:${typeface}`;
  return `:root{--govuk-brand-colour:${colour}${chosen}}\n`;
}
