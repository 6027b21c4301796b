/** How papers are laid into volumes: in their order, numbered through, each volume of so many pages or bytes at most. */

const volumePages = 250;
export const volumeBytes = 100 * 1024 * 1024;

/** A paper with pages, as large as its file is. */
export interface Bound {
  readonly id: string;
  readonly pages: number;
  readonly bytes: number;
}

/** Pages `from` to `to` of a paper, which bear the numbers from `first` on. */
export interface Laid {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly first: number;
}

export interface VolumePlan {
  readonly n: number;
  readonly first: number;
  readonly last: number;
  readonly parts: readonly Laid[];
}

export interface VolumeLimits {
  readonly pages: number;
  readonly bytes: number;
}

/**
 * A paper that fits into a volume stays whole; one that does not is divided. How large a page is, is taken to be the same
 * for all of a paper: what turns out larger than the limit is divided once more (`divide`).
 */
export function planVolumes(
  papers: readonly Bound[],
  limits: VolumeLimits = { pages: volumePages, bytes: volumeBytes * 0.95 },
): readonly VolumePlan[] {
  const volumes: Laid[][] = [[]];
  let pages = 0;
  let bytes = 0;
  let next = 1;
  for (const paper of papers) {
    const each = paper.bytes / paper.pages;
    const fits = (n: number): boolean => pages + n <= limits.pages && bytes + each * n <= limits.bytes;
    const fitsAlone = paper.pages <= limits.pages && paper.bytes <= limits.bytes;
    for (let from = 1; from <= paper.pages; ) {
      const left = paper.pages - from + 1;
      if (pages > 0 && (fitsAlone ? !fits(left) : !fits(1))) {
        volumes.push([]);
        pages = 0;
        bytes = 0;
      }
      // A single page goes in, however large it is.
      const room = Math.min(limits.pages - pages, Math.floor((limits.bytes - bytes) / Math.max(each, 1)));
      const taken = Math.max(1, Math.min(left, room));
      volumes.at(-1)?.push({ id: paper.id, from, to: from + taken - 1, first: next });
      from += taken;
      next += taken;
      pages += taken;
      bytes += each * taken;
    }
  }
  return numbered(volumes);
}

/** The same volumes, with one of them in two: it turned out larger than a volume may be. Null when it is a single page. */
export function divide(plans: readonly VolumePlan[], n: number): readonly VolumePlan[] | null {
  const whole = plans.find((plan) => plan.n === n);
  if (whole === undefined || whole.last === whole.first) return null;
  const middle = Math.floor((whole.first + whole.last) / 2);
  const upTo = whole.parts.flatMap((part) => cut(part, whole.first, middle));
  const after = whole.parts.flatMap((part) => cut(part, middle + 1, whole.last));
  return numbered(plans.flatMap((plan) => (plan.n === n ? [upTo, after] : [plan.parts])));
}

function cut(part: Laid, first: number, last: number): readonly Laid[] {
  const begins = Math.max(part.first, first);
  const ends = Math.min(part.first + part.to - part.from, last);
  if (begins > ends) return [];
  const from = part.from + begins - part.first;
  return [{ id: part.id, from, to: from + ends - begins, first: begins }];
}

function numbered(volumes: readonly (readonly Laid[])[]): readonly VolumePlan[] {
  return volumes
    .filter((parts) => parts.length > 0)
    .map((parts, i) => {
      const end = parts.at(-1);
      return {
        n: i + 1,
        first: parts[0]?.first ?? 1,
        last: end === undefined ? 1 : end.first + end.to - end.from,
        parts,
      };
    });
}
