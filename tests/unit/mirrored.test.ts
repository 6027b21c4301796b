import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mirrored } from '../../src/web/ui/mirrored.js';

test('left is right, shorthands change their sides, and what turns turns the other way', () => {
  const pairs = [
    ['a{margin-left:5px;left:0}', 'a{margin-right:5px;right:0}'],
    ['a{padding:1px 2px 3px calc(4px + 1px)!important}', 'a{padding:1px calc(4px + 1px) 3px 2px!important}'],
    ['a{border-radius:1px 2px 3px 4px;text-align:left}', 'a{border-radius:2px 1px 4px 3px;text-align:right}'],
    ['a:hover{border-left:10px solid #fff}', 'a:hover{border-right:10px solid #fff}'],
    [
      '@media (min-width:1em){.x::before{transform:rotate(225deg) translateX(-3px)}}',
      '@media (min-width:1em){.x::before{transform:rotate(-225deg) translateX(3px)}}',
    ],
    ['.app-left{color:red;transition:left 1s}', '.app-left{color:red;transition:left 1s}'],
    [
      'a{--side:left;margin:0 1px;background:url(left.svg) left}',
      'a{--side:left;margin:0 1px;background:url(left.svg) left}',
    ],
    ['.m-right:not(.left){border-top-left-radius:4px}', '.m-right:not(.left){border-top-right-radius:4px}'],
  ] as const;
  for (const [css, other] of pairs) assert.equal(mirrored(css), other);
});

test('what is mirrored twice is as it was', () => {
  const one = fc.constantFrom(
    'left:0',
    'margin:1px 2px 3px 4px',
    'float:right',
    'transform:rotate(-45deg)',
    'padding-right:1em',
    'border-radius:1px 2px 3px 4px',
    'color:red',
    'text-align:center',
  );
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), (list) => {
      const css = `@media print{a:focus,.left{${list.join(';')}}}`;
      assert.equal(mirrored(mirrored(css)), css);
    }),
  );
});
