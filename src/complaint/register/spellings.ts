/** One name in many spellings: 'Repairs', 'repairs ', 'REPAIRS / Maintenance', 'Reparis'. Proposed, never merged unseen. */
import { plain } from './fields.js';

export interface Spelled {
  readonly text: string;
  readonly rows: number;
}

export interface Merged {
  readonly text: string;
  readonly rows: number;
  /** The name that it is proposed to stand under. */
  readonly name: string;
  /** False when it is only like that name, so that a person should look. */
  readonly sure: boolean;
}

/**
 * Each text with the name that it seems to be a spelling of. The landlord's own names go first, then the spelling that
 * most rows have.
 */
export function mergeSpellings(texts: readonly Spelled[], ownNames: readonly string[]): Merged[] {
  const names: { name: string; key: string }[] = ownNames.map((name) => ({ name, key: letters(name) }));
  const merged: Merged[] = [];
  const inOrder = [...texts].sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1));
  for (const { text, rows } of inOrder) {
    const key = letters(text);
    const same = names.find((one) => one.key === key);
    const near = same ?? names.find((one) => alike(key, one.key));
    if (near !== undefined) {
      merged.push({ text, rows, name: near.name, sure: same !== undefined });
      continue;
    }
    const name = tidy(text);
    names.push({ name, key });
    merged.push({ text, rows, name, sure: true });
  }
  return merged;
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function letters(text: string): string {
  return plain(text.replace(/&/g, ' and ').replace(/[^\p{L}\p{N}/]+/gu, ' '));
}

/** A slip or two, or the same with an addition after a stroke. */
function alike(a: string, b: string): boolean {
  if (a.length < 4 || b.length < 4) return false;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (longer.startsWith(`${shorter} /`) || longer.startsWith(`${shorter}/`)) return true;
  // 'Area 1' and 'Area 2' differ by one letter and are two things.
  if (/\d/.test(a) || /\d/.test(b)) return false;
  return slips(a, b, shorter.length >= 8 ? 2 : 1);
}

/** Whether two words are at most `most` letters left out, added, changed or swapped apart. */
function slips(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most || a.length > 80 || b.length > 80) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return (last[b.length] ?? 0) <= most;
}
