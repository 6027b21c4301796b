/** What a story's case shows of a provision: 'met', 'unknown', 'nothing', or why it is an exception. */
import assert from 'node:assert/strict';
import { ruleOf } from '../../src/assess/shown/rules.js';
import { shownBy } from '../../src/assess/shown/shown-by.js';
import type { Edition } from '../../src/law/words.js';
import type { Story } from '../stories/story.js';

export function seen(story: Story, provision: string, edition: Edition = '2024'): string {
  const rule = ruleOf(edition, provision);
  assert.ok(rule, `no rule of ${edition} for ${provision}`);
  const shown = shownBy(story.case, story.clocks());
  if (shown === null) return 'nothing';
  assert.equal(shown.edition, edition);
  const mark = shown.marks.find((one) => one.provision === provision);
  if (mark === undefined) return 'nothing';
  if (mark.why !== null) assert.ok(rule.whys.includes(mark.why), `${provision} names ${mark.why} among its reasons`);
  return mark.why ?? mark.verdict;
}

/** Of each provision what the story shows, all at once: a failure then tells every difference. */
export function shows(story: Story, expected: Readonly<Record<string, string>>, edition: Edition = '2024'): void {
  const found = Object.fromEntries(
    Object.keys(expected).map((provision) => [provision, seen(story, provision, edition)]),
  );
  assert.deepEqual(found, expected);
}
