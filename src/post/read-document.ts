/**
 * An uploaded document as blocks: PDF, Word, CSV, plain text, Markdown. It is read in a process of its own, with little
 * memory, a limit on time and nothing of ours in its surroundings; whatever it does there, the worst is a sentence.
 */
import { fork } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Written } from '../assess/read/shape.js';
import { codeOf } from '../store/stop.js';

export type DocumentKind = 'pdf' | 'docx' | 'csv' | 'text';

export type DocumentRead =
  | {
      readonly ok: true;
      readonly kind: DocumentKind;
      readonly blocks: Written;
      /** What a person should know of the reading: pages without text, macros that were left alone. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly words: string };

export interface ReadingLimits {
  readonly bytes: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** What a document may take; the largest form seen in the field is a tenth of the size. */
export const readingLimits: ReadingLimits = { bytes: 25_000_000, milliseconds: 60_000, megabytes: 900 };

/** Reads a file. `name` is what its sender calls it; what it is, its bytes say. */
export async function readDocument(
  path: string,
  name: string,
  limits: ReadingLimits = readingLimits,
): Promise<DocumentRead> {
  const refused = (words: string): DocumentRead => ({ ok: false, words });
  let size: number;
  try {
    const found = await stat(path);
    if (found.isDirectory()) return refused(`${name} is a folder, not a file.`);
    size = found.size;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return refused(`There is no file ${name}.`);
    if (code === 'EACCES') return refused(`The file ${name} may not be read.`);
    throw error;
  }
  if (size === 0) return refused(`${name} is empty.`);
  if (size > limits.bytes)
    return refused(
      `${name} is larger than ${Math.round(limits.bytes / 1_000_000)} MB, which no self-assessment or policy needs to be. Take its pictures out, or save the text alone.`,
    );
  const head = await headOf(path);
  const kind = kindOf(head, name);
  if (!kind.ok) return refused(kind.words);
  return inItsOwnProcess(path, name, kind.kind, limits);
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function kindOf(head: Buffer, name: string): { ok: true; kind: DocumentKind } | { ok: false; words: string } {
  const type = extname(name).toLowerCase();
  const is = (kind: DocumentKind) => ({ ok: true as const, kind });
  const no = (words: string) => ({ ok: false as const, words });
  if (head.subarray(0, 1024).includes('%PDF-')) return is('pdf');
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4])))
    return ['.xlsx', '.xlsm', '.ods', '.odt', '.pptx'].includes(type)
      ? no(`${name} is a ${type.slice(1)} file. Save it as PDF, Word (docx) or CSV, and try again.`)
      : is('docx');
  if (head.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])))
    return no(
      `${name} is of an older Office program, or locked with a password. Save it as Word (docx) without a password, and try again.`,
    );
  if (head.subarray(0, 5).toString('latin1') === '{\\rtf')
    return no(`${name} is an RTF file. Save it as Word (docx) or PDF, and try again.`);
  if (/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|II\*|MM\0)/.test(head.subarray(0, 8).toString('latin1')))
    return no(`${name} is a picture, which holds no text. Upload the document itself, or type it in.`);
  if (/^\s*<(?:!doctype|html)/i.test(head.toString('latin1')))
    return no(`${name} is a web page. Print it to PDF, or copy its text into a text file, and try again.`);
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (head.includes(0) && !utf16) return no(`${name} is not a PDF, Word, CSV or text file.`);
  return is(type === '.csv' ? 'csv' : 'text');
}

const child = fileURLToPath(new URL('./read-document-apart.js', import.meta.url));

/** What the other process answers. */
export interface Answered {
  readonly blocks?: Written;
  readonly warnings?: readonly string[];
  readonly refused?: string;
}

function inItsOwnProcess(path: string, name: string, kind: DocumentKind, limits: ReadingLimits): Promise<DocumentRead> {
  return new Promise((resolve) => {
    let done = false;
    const apart = fork(child, [kind, path], {
      execArgv: [
        `--max-old-space-size=${Math.max(64, Math.round(limits.megabytes * 0.6))}`,
        '--disallow-code-generation-from-strings',
      ],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const end = (answer: DocumentRead) => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      clearInterval(watch);
      apart.kill('SIGKILL');
      resolve(answer);
    };
    const timer = setTimeout(
      () =>
        end({
          ok: false,
          words: `${name} takes longer to read than ${Math.round(limits.milliseconds / 1000)} seconds: it is damaged, or not what it seems.`,
        }),
      limits.milliseconds,
    );
    const tooMuch: DocumentRead = {
      ok: false,
      words: `${name} unpacks to more than any self-assessment or policy holds, and was not read.`,
    };
    const watch = setInterval(() => {
      void residentMegabytes(apart.pid).then((used) => {
        if (used !== null && used > limits.megabytes) end(tooMuch);
      });
    }, 150);
    apart.on('message', (message) => {
      const { blocks, warnings, refused } = message as Answered;
      end(
        blocks === undefined
          ? { ok: false, words: `${name} ${refused ?? 'can’t be read.'}` }
          : { ok: true, kind, blocks, warnings: warnings ?? [] },
      );
    });
    apart.on('error', () => end({ ok: false, words: `${name} can’t be read just now.` }));
    // It ended without a word: out of memory, most likely.
    apart.on('exit', () => end(tooMuch));
  });
}

/** How much memory a process holds, where the system tells it (Linux); null elsewhere. */
async function residentMegabytes(pid: number | undefined): Promise<number | null> {
  try {
    const pages = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1];
    return (Number(pages) * 4096) / 1_048_576;
  } catch {
    return null;
  }
}
