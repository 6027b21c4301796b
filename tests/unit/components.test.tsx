/** The door to the components: generated types are current, markup enters by slots alone, our own Tag is the package's. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { root } from '../../src/store/config.js';
import { contrastOnWhite, isReadable, readColour } from '../../src/web/ui/brand.js';
import * as components from '../../src/web/ui/components.js';
import { Details, Input, InsetText, Radios, SummaryList, Tag, type TagColour } from '../../src/web/ui/components.js';
import { govukOptions } from '../../src/web/ui/generate-govuk-options.js';

// Either may write '>' in text as it stands or escaped.
const squeezed = (text: string) => text.replace(/\s+/g, '').replaceAll('&gt;', '>');

test('the types of GOV.UK’s components are those of the installed package', () => {
  const committed = readFileSync(join(root, 'src/web/ui/govuk-options.ts'), 'utf8');
  // The formatter breaks lines and adds bars to unions; what is said is the same.
  const plain = (text: string) =>
    squeezed(text)
      .replace(/[|;,()]/g, '')
      .replace(/readonly/g, '');
  assert.equal(plain(committed), plain(govukOptions()));
});

test('text in a slot for markup is escaped, and JSX in it is markup', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const html = renderToString(<InsetText html={text} />);
      assert.doesNotMatch(html.replace(/<\/?div[^>]*>/g, ''), /</);
    }),
  );
  assert.match(
    renderToString(
      <Details summaryText="More">
        <em>all</em>
      </Details>,
    ),
    /<em>all<\/em>/,
  );
  const list = <SummaryList rows={[{ key: { text: '<i>' }, value: { html: <b>{'<u>'}</b> } }]} />;
  assert.match(renderToString(list), /&lt;i&gt;[\s\S]*<b>&lt;u><\/b>|&lt;i&gt;[\s\S]*<b>&lt;u&gt;<\/b>/);
  const radios = (
    <Radios
      name="r"
      items={[{ value: 'a', text: 'A', conditional: { html: <Input name="i" label={{ text: '<l>' }} /> } }]}
    />
  );
  assert.match(renderToString(radios), /&lt;l&gt;/);
});

test('JSX where only text may stand is a defect that is said', () => {
  const wrong = <InsetText text={(<b>bold</b>) as unknown as string} />;
  assert.throws(() => renderToString(wrong), /only its html slots/);
});

test('our Tag is the package’s Tag', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
  const { fixtures } = JSON.parse(readFileSync(join(folder, 'dist/govuk/components/tag/fixtures.json'), 'utf8')) as {
    fixtures: { options: { text?: string; classes?: string; html?: string; attributes?: object }; html: string }[];
  };
  let compared = 0;
  for (const { options, html } of fixtures) {
    const colour = /^govuk-tag--(\w+)$/.exec(options.classes ?? '')?.[1];
    if (options.html || options.attributes || (options.classes && !colour)) continue;
    const props = colour ? { colour: colour as TagColour } : {};
    assert.equal(squeezed(renderToString(<Tag {...props}>{options.text}</Tag>)), squeezed(html));
    compared += 1;
  }
  assert.ok(compared > 5);
});

test('a second rendering of a template is not compiled again: a thousand inputs take less than a second', () => {
  const start = performance.now();
  for (let n = 0; n < 1000; n++) renderToString(<Input name="n" label={{ text: String(n) }} />);
  assert.ok(performance.now() - start < 1000);
  assert.ok(Object.keys(components).length > 45);
});

test('a colour is readable from 4.5 to 1 on white', () => {
  assert.equal(isReadable('#767676'), true);
  assert.equal(isReadable('#777777'), false);
  assert.equal(readColour(' 23566B '), '#23566b');
  assert.equal(readColour('#fff'), null);
  assert.equal(contrastOnWhite('#000000'), 21);
});
