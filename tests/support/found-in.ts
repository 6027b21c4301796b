/** What a page or a message has to hold for a test to go on. */
import assert from 'node:assert/strict';

/** What the pattern's first group takes, or all of it where it has no group. */
export function foundIn(pattern: RegExp, text: string): string {
  const match = pattern.exec(text) ?? assert.fail(`there is no ${pattern} in: ${text.slice(0, 2_000)}`);
  return match[1] ?? match[0];
}
