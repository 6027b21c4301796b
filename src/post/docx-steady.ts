/**
 * A DOCX made twice from the same document is the same file: its library writes the moment of making and marks drawn by
 * chance into it, which are put in order here.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The first day that a zip can name; read in the machine's own time, so that it is the same everywhere. */
const noDay = new Date(1980, 0, 1);

export function steady(docx: Uint8Array): Buffer {
  const files = unzipSync(docx);
  const marks = new Map<string, string>();
  const renamed = (xml: string) =>
    picturesCounted(xml).replace(/rId([a-z0-9_-]{21})(?=")/g, (_, mark: string) => {
      const known = marks.get(mark) ?? `rIdLink${marks.size + 1}`;
      marks.set(mark, known);
      return known;
    });
  const order = Object.keys(files).sort();
  // Where the marks are used comes first, so that they are numbered as they are read.
  const main = 'word/document.xml';
  const out: Record<string, Uint8Array> = {};
  for (const name of [...order.filter((one) => one === main), ...order.filter((one) => one !== main)]) {
    const bytes = files[name] ?? new Uint8Array();
    if (!/\.(xml|rels)$/.test(name)) out[name] = bytes;
    else out[name] = strToU8(withoutMoment(renamed(strFromU8(bytes))));
  }
  // What the file is has to stand first.
  const types = '[Content_Types].xml';
  const sorted = [types, ...order.filter((name) => name !== types)];
  return Buffer.from(
    zipSync(Object.fromEntries(sorted.map((name) => [name, out[name] ?? new Uint8Array()])), { mtime: noDay }),
  );
}

/** The library counts pictures through all the documents that a process makes. */
function picturesCounted(xml: string): string {
  let count = 0;
  return xml.replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++count}"`);
}

function withoutMoment(xml: string): string {
  return xml.replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '');
}

/** What a word processor that can't draw shows in the place of a chart: nothing, above its table. One clear pixel. */
export const emptyPicture: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
