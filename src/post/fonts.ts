/** The typefaces of letters and reports: Atkinson Hyperlegible Next, and Noto Sans for what it doesn't write. */
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

const families: Readonly<Record<string, readonly string[]>> = {
  'atkinson-hyperlegible-next': ['400Regular', '400Regular_Italic', '700Bold'],
  'noto-sans': ['400Regular', '700Bold'],
  'noto-sans-arabic': ['400Regular', '700Bold'],
  'noto-sans-bengali': ['400Regular', '700Bold'],
  'noto-sans-gujarati': ['400Regular', '700Bold'],
  'noto-sans-gurmukhi': ['400Regular', '700Bold'],
  'noto-sans-tamil': ['400Regular', '700Bold'],
  'noto-emoji': ['400Regular', '700Bold'],
};

/** Folders of TTF files: woff2 doesn't load in Typst. */
export function fontFolders(): readonly string[] {
  return Object.entries(families).flatMap(([name, weights]) => {
    const home = dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
    return weights
      .map((weight) => join(home, weight))
      .filter(
        (folder) =>
          statSync(folder, { throwIfNoEntry: false })?.isDirectory() &&
          readdirSync(folder).some((f) => f.endsWith('.ttf')),
      );
  });
}
