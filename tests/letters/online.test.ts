/** Where to follow a case, on its letters: for whoever may, with a code that no draft holds, and nothing else changed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Authority } from '../../src/facts/happened.js';
import { editions } from '../../src/law/words.js';
import { compose } from '../../src/letters/compose.js';
import { missing } from '../../src/letters/must-say.js';
import { codePlace, holdsCodePlace, textWithCode, withCode } from '../../src/letters/online.js';
import { plainText } from '../../src/letters/plain-text.js';
import { readability } from '../../src/letters/readability.js';
import type { LetterInput } from '../../src/letters/words.js';
import { type amina, input, matters } from './sample.js';

const online = 'https://complaints.meadow.example/residents/meadow-homes';
const code = 'CDFH4-72RXK';

test('every letter says where the case can be followed, lacks nothing for it, and stays easy to read', () => {
  for (const edition of editions) {
    for (const { matter, steps, today } of matters(edition)) {
      const about: LetterInput = { ...input(matter, steps, edition, { today }), online };
      const letter = compose(about);
      const name = `${matter.kind} of ${edition}`;
      assert.deepEqual(missing(letter, about), [], name);
      assert.ok((readability(letter).readingAge ?? 99) <= 12, name);
      assert.deepEqual(readability(letter).longSentences, [], name);
      const draft = plainText(letter);
      assert.equal(draft.split(codePlace).length, 2, name);
      assert.match(
        draft,
        /Website: complaints\.meadow\.example\/residents\/meadow-homes\nYour reference: .+\nYour code: /,
      );
      const leaving = withCode(letter, code);
      assert.ok(!holdsCodePlace(leaving));
      assert.ok(plainText(leaving).includes(`Your code: ${code}\n`));
      assert.equal(textWithCode(draft, code), plainText(leaving));
      assert.ok(!plainText(compose({ ...about, online: null })).includes('Follow this online'), name);
    }
  }
});

test('only whoever may see the case gets a code: not who has asked, nor an elected member, nor when authority is over', () => {
  const [first] = matters('2024');
  assert.ok(first);
  const about = input(first.matter, first.steps, '2024', { today: first.today });
  const daughter = 'daughter' as typeof amina;
  const written = (authority: Authority, until: string | null, endedOn: string | null) => {
    const representatives = [
      { person: daughter, role: 'family-or-friend', authority, since: about.today, until, endedOn },
    ] as unknown as LetterInput['case']['representatives'];
    return holdsCodePlace(
      compose({
        ...about,
        online,
        case: { ...about.case, representatives },
        to: { ...about.to, person: daughter, as: 'representative', actsFor: 'Amina Begum' },
      }),
    );
  };
  assert.equal(written('signed-form', null, null), true);
  assert.equal(written('signed-form', about.today, null), true);
  assert.equal(written('signed-form', '2020-01-01', null), false);
  assert.equal(written('signed-form', null, about.today), false);
  assert.equal(written('asked', null, null), false);
  assert.equal(written('elected-member', null, null), false);
});

test('a resident’s own words are never taken for the place of the code', () => {
  const words = `Your code: ${codePlace}, it said`;
  assert.equal(textWithCode(`${words}\n\nYour code: ${codePlace}\n`, code), `${words}\n\nYour code: ${code}\n`);
});
