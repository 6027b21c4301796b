/** A letter as HTML: its body for a screen, and a complete document that stands alone. */
import type { JSX } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { inWords } from '../facts/days.js';
import { paragraphsOf, shown } from '../letters/blocks.js';
import { salutation } from '../letters/frame.js';
import type { Letter, LetterBlock } from '../letters/words.js';
import { typographic } from './typographic.js';

/** The letter's body, with its marked places as plain text; `level` is the heading level of the letter's own title. */
export function LetterBody({
  letter,
  level = 1,
}: {
  readonly letter: Letter;
  readonly level?: 1 | 2 | 3;
}): JSX.Element {
  return (
    <div class="letter" lang={letter.language}>
      <p>{salutation(letter.to)},</p>
      <Title level={level} text={letter.title} />
      {shown(letter.body).map((b) => (
        <Block b={b} under={level} />
      ))}
      <p>Yours sincerely,</p>
      <p>
        <Lines all={[letter.signedBy.name, letter.signedBy.job, letter.from.name].filter((l) => l !== '')} />
      </p>
    </div>
  );
}

function Title({ level, text }: { readonly level: number; readonly text: string }): JSX.Element {
  const Tag = `h${Math.min(level, 6)}` as 'h1';
  return <Tag>{typographic(text)}</Tag>;
}

function Lines({ all }: { readonly all: readonly string[] }): JSX.Element {
  return (
    <>
      {all.map((line, i) => (
        <>
          {i > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}

/** One block as a page shows it; `under` is the level of the title above it. */
export function Block({ b, under }: { readonly b: LetterBlock; readonly under: number }): JSX.Element {
  switch (b.block) {
    case 'heading':
      return <Title level={under + b.level - 1} text={b.text} />;
    case 'paragraph':
      return <p>{typographic(b.text)}</p>;
    case 'place':
      return (
        <>
          {paragraphsOf(b.text).map((p) => (
            <p>
              <Lines all={typographic(p).split('\n')} />
            </p>
          ))}
        </>
      );
    case 'quote':
      return (
        <blockquote>
          {paragraphsOf(b.text).map((p) => (
            <p dir="auto">
              <Lines all={p.split('\n')} />
            </p>
          ))}
        </blockquote>
      );
    case 'list':
      return (
        <ul>
          {b.items.map((item) => (
            <li>{typographic(item)}</li>
          ))}
        </ul>
      );
    case 'facts':
      return (
        <dl>
          {b.rows.map((r) => (
            <>
              <dt>{r.label}</dt>
              <dd>{typographic(r.value)}</dd>
            </>
          ))}
        </dl>
      );
    case 'contact':
      return (
        <p class="contact">
          <strong>{b.name}</strong>
          <br />
          <Lines all={b.lines} />
        </p>
      );
    case 'point':
      return (
        <section>
          <Title level={under + 1} text={b.heading} />
          {b.blocks.map((inner) => (
            <Block b={inner} under={under} />
          ))}
        </section>
      );
    default:
      return b satisfies never;
  }
}

/** Needs nothing beside itself: no script, no picture, no font from elsewhere. */
export function letterHtml(letter: Letter): string {
  const { from, to } = letter;
  const page = (
    <html lang={letter.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${typographic(letter.title)} (${letter.reference})`}</title>
        <style>{style(letter)}</style>
      </head>
      <body>
        <header>
          <p class="landlord">{from.name}</p>
          <p>
            <Lines all={[from.team, ...from.address, from.phone, from.email, from.website].filter((l) => l !== '')} />
          </p>
        </header>
        <main>
          <p>
            <Lines all={[to.name, ...to.address]} />
          </p>
          <p>
            <Lines all={[inWords(letter.on), `Your reference: ${letter.reference}`]} />
          </p>
          <LetterBody letter={letter} />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}

/** The colour is checked where it is set; here it is held to its form, since it goes into a stylesheet. */
function style(letter: Letter): string {
  const colour = /^#[0-9a-f]{6}$/i.test(letter.from.colour ?? '') ? letter.from.colour : '#1d1d1b';
  const size = letter.largePrint ? '1.5rem' : '1.125rem';
  return [
    `body{font:${size}/1.5 "Atkinson Hyperlegible Next",Verdana,Arial,sans-serif;color:#0b0c0c;background:${letter.colouredPaper ? '#fff4cc' : '#fff'};max-width:40em;margin:2rem auto;padding:0 1rem}`,
    `.landlord{font-size:1.4em;font-weight:bold;color:${colour}}`,
    'h1{font-size:1.5em}h2{font-size:1.25em;margin-top:1.6em}h3{font-size:1em;margin-bottom:0.3em}h3+p{margin-top:0}',
    'blockquote{margin:0;padding-left:1em;border-left:3px solid #b1b4b6}',
    `.contact{padding-left:1em;border-left:4px solid ${colour}}`,
    'main,header{overflow-wrap:anywhere}',
  ].join('');
}
