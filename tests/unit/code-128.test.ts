/** The barcode on letters: what is drawn is read again, whichever way the page lies, or not at all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { code128, type Grey, readCode128 } from '../../src/post/code-128.js';

/** A page with the barcode on it, so many dots for a module. */
function pageWith(text: string, dots: number): Grey {
  const { width, bars } = code128(text);
  const page = { width: (width + 40) * dots, height: 60, data: new Uint8Array((width + 40) * dots * 60).fill(250) };
  for (let y = 20; y < 40; y++)
    for (const bar of bars)
      page.data.fill(10, y * page.width + (bar.at + 20) * dots, y * page.width + (bar.at + 20 + bar.width) * dots);
  return page;
}

function turned({ width, height, data }: Grey): Grey {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[x * height + (height - 1 - y)] = data[y * width + x] ?? 0;
  return { width: height, height: width, data: out };
}

test('what is drawn is read again, upright, upside down and on its side', () => {
  const characters = fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code));
  const words = fc.array(characters, { minLength: 1, maxLength: 20 }).map((all) => all.join(''));
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }), (text, dots, turns) => {
      const page = Array.from({ length: turns }).reduce<Grey>((one) => turned(one), pageWith(text, dots));
      assert.deepEqual(readCode128(page), [text]);
    }),
    { numRuns: 60 },
  );
});

test('a barcode that a stain covers is not read as another', () => {
  const page = pageWith('CMP-26-00017', 2);
  for (let x = 100; x < page.width - 20; x += 7) {
    const stained = { ...page, data: page.data.slice() };
    for (let y = 0; y < page.height; y++) stained.data.fill(0, y * page.width + x, y * page.width + x + 5);
    for (const read of readCode128(stained)) assert.equal(read, 'CMP-26-00017');
  }
});
