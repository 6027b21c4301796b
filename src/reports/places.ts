/** Lines that say where homes stand, as people keep them in sheets: what it is, its longitude, its latitude. */

export interface PlaceGiven {
  /** A ward, a block, a postcode or a UPRN. */
  readonly what: string;
  readonly longitude: number;
  readonly latitude: number;
}

export interface PlacesRead {
  readonly places: readonly PlaceGiven[];
  readonly refused: readonly { readonly line: number; readonly words: string }[];
}

/** So far do the homes of England's landlords reach; what lies outside is a slip. */
const east = { least: -7, most: 2.5 };
const north = { least: 49.5, most: 56.5 };

/** Each line on its own; the headings are passed over, and which number is which is told by England itself. */
export function readPlaces(rows: readonly (readonly string[])[]): PlacesRead {
  const places: PlaceGiven[] = [];
  const refused: { line: number; words: string }[] = [];
  rows.forEach((row, i) => {
    const [what = '', ...rest] = row.map((cell) => cell.trim());
    if (row.every((cell) => cell.trim() === '')) return;
    const numbers = rest.filter((cell) => /^-?\d{1,3}(\.\d+)?$/.test(cell)).map(Number);
    const line = i + 1;
    if (numbers.length < 2) {
      if (i > 0) refused.push({ line, words: 'has no longitude and latitude in degrees, like -1.99 and 52.71' });
      return;
    }
    const [a = 0, b = 0] = numbers;
    const place = within(a, east) && within(b, north) ? [a, b] : within(b, east) && within(a, north) ? [b, a] : null;
    if (what === '') refused.push({ line, words: 'does not say what stands there' });
    else if (place === null) refused.push({ line, words: 'lies outside England' });
    else places.push({ what, longitude: place[0] ?? 0, latitude: place[1] ?? 0 });
  });
  return { places, refused };
}

function within(n: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return least <= n && n <= most;
}
