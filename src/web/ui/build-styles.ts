/**
 * Makes dist/assets: one stylesheet, the scripts and the typeface, each under a name that carries a digest of its bytes,
 * so that browsers may keep them for ever. The launcher calls it after compiling; the web process when it is missing.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { mirrored } from './mirrored.js';

const require = createRequire(import.meta.url);
const source = (name: string) => fileURLToPath(new URL(`../../../../src/web/ui/${name}`, import.meta.url));
/** dist/assets beside the compiled product. */
export const assetsFolder = fileURLToPath(new URL('../../../assets/', import.meta.url));

function folderOf(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

const faces = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 700, style: 'normal' },
] as const;
// Ranges as the typeface's own package states them: most pages need the first file only.
const subsets = [
  {
    name: 'latin',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
  {
    name: 'latin-ext',
    range:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
] as const;

/** Names without digest to names with it. */
export type Assets = Readonly<Record<string, string>>;

export async function buildStyles(): Promise<Assets> {
  // Only whoever builds needs the compiler; the web process starts without it.
  const { compileAsync } = await import('sass');
  mkdirSync(assetsFolder, { recursive: true });
  const names: Record<string, string> = {};
  const put = (name: string, bytes: string | Buffer): string => {
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const hashed = name.replace(/(\.[a-z0-9]+)$/, `-${digest}$1`);
    writeFileSync(join(assetsFolder, hashed), bytes);
    if (/\.(css|js)$/.test(name)) {
      writeFileSync(join(assetsFolder, `${hashed}.br`), brotliCompressSync(bytes));
      // Browsers take Brotli over https alone.
      writeFileSync(join(assetsFolder, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
    }
    names[name] = hashed;
    return hashed;
  };

  const typeface = folderOf('@fontsource/atkinson-hyperlegible-next');
  const fontFaces = subsets.flatMap(({ name, range }) =>
    faces.map(({ weight, style }) => {
      const file = `atkinson-hyperlegible-next-${name}-${weight}-${style}.woff2`;
      const hashed = put(file, readFileSync(join(typeface, 'files', file)));
      return `@font-face{font-family:"Atkinson Hyperlegible Next";font-style:${style};font-weight:${weight};font-display:swap;src:url(/assets/${hashed}) format("woff2");unicode-range:${range}}`;
    }),
  );

  const moj = join(folderOf('@ministryofjustice/frontend'), 'moj');
  const mojStyles = readFileSync(join(moj, 'moj-frontend.min.css'), 'utf8')
    .replace('@charset "UTF-8";', '')
    // Its own copy of GOV.UK's colours would undo ours.
    .replace(/:root\{--govuk-[^}]*\}/g, '')
    .replaceAll(
      'GDS Transport,arial,sans-serif',
      'var(--app-typeface, "Atkinson Hyperlegible Next"),"Noto Sans","Segoe UI",arial,sans-serif',
    )
    .replace(/url\(\/assets\/images\/([a-z-]+\.svg)\)/g, (_, image: string) => {
      return `url(/assets/${put(image, readFileSync(join(moj, 'assets/images', image)))})`;
    });
  const ours = await compileAsync(source('styles.scss'), {
    style: 'compressed',
    loadPaths: [join(folderOf('govuk-frontend'), '..')],
    quietDeps: true,
  });
  // MOJ's rules go between GOV.UK's and ours, so that each may override the one before it.
  const place = ours.css.indexOf('.app-header{');
  if (place < 0) throw new Error('the stylesheet has lost the place where our own rules start');
  const govuk = ours.css.slice(0, place).replace(/^(\ufeff|@charset "UTF-8";)/, '');
  const rules = `${govuk}${mojStyles}${ours.css.slice(place)}`;
  put('styles.css', `@charset "UTF-8";${fontFaces.join('')}${rules}`);
  put('styles-from-the-right.css', `@charset "UTF-8";${fontFaces.join('')}${mirrored(rules)}`);

  put('start.js', readFileSync(source('start.js')));
  const script = (text: string) => text.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n');
  const govukScript = put(
    'govuk-frontend.js',
    script(readFileSync(join(folderOf('govuk-frontend'), 'dist/govuk/govuk-frontend.min.js'), 'utf8')),
  );
  const mojScript = put('moj-frontend.js', script(readFileSync(join(moj, 'moj-frontend.min.js'), 'utf8')));
  put(
    'enhance.js',
    readFileSync(source('enhance.js'), 'utf8')
      .replace('./govuk-frontend.js', `./${govukScript}`)
      .replace('./moj-frontend.js', `./${mojScript}`),
  );
  put('favicon.svg', readFileSync(source('favicon.svg')));
  writeFileSync(join(assetsFolder, 'names.json'), JSON.stringify(names, null, 1));
  // The names come first and the old files go last, so that a process that is being served misses nothing.
  const kept = new Set([...Object.values(names), 'names.json']);
  for (const file of readdirSync(assetsFolder))
    if (!kept.has(file.replace(/\.(br|gz)$/, ''))) rmSync(join(assetsFolder, file));
  return names;
}

/** What has been built, or, when nothing has, what is built now. */
export async function assets(): Promise<Assets> {
  try {
    return JSON.parse(readFileSync(join(assetsFolder, 'names.json'), 'utf8')) as Assets;
  } catch {
    return buildStyles();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildStyles();
