/**
 * What is in an archive, by its own list and by unpacking it to nowhere: no more entries, bytes and archives inside
 * archives than a scanner is sure to look through. yauzl holds what comes out against what was declared.
 */
import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { lookLimits } from './limits.js';

export interface ArchiveSeen {
  readonly entries: readonly { readonly name: string; readonly size: number }[];
  /** Why a scanner can't have looked through all of it; null when it can. */
  readonly sealed: 'encrypted' | 'over-limit' | null;
  readonly damaged: boolean;
}

interface Left {
  entries: number;
  bytes: number;
}

type Found = { sealed: 'encrypted' | 'over-limit' | null; damaged: boolean };

export async function lookThroughZip(bytes: Buffer, limits: typeof lookLimits = lookLimits): Promise<ArchiveSeen> {
  const entries: { name: string; size: number }[] = [];
  const left: Left = { entries: limits.entries, bytes: limits.unpacked };
  const found = await within(bytes, limits.nesting, left, (entry) => entries.push(entry));
  return { entries, ...found };
}

async function within(
  bytes: Buffer,
  nesting: number,
  left: Left,
  note: (entry: { name: string; size: number }) => void,
): Promise<Found> {
  const found: Found = { sealed: null, damaged: false };
  let zip: yauzl.ZipFile;
  try {
    zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  } catch {
    return { ...found, damaged: true };
  }
  try {
    for await (const entry of zip.eachEntry()) {
      left.entries -= 1;
      left.bytes -= entry.uncompressedSize;
      if (left.entries < 0 || left.bytes < 0) return { ...found, sealed: 'over-limit' };
      note({ name: entry.fileName, size: entry.uncompressedSize });
      if (entry.isEncrypted()) {
        found.sealed = 'encrypted';
        continue;
      }
      if (entry.fileName.endsWith('/')) continue;
      const inner = await unpack(zip, entry);
      if (inner === 'damaged') found.damaged = true;
      else if (inner !== null) {
        if (nesting === 0) return { ...found, sealed: 'over-limit' };
        const deeper = await within(inner, nesting - 1, left, () => {});
        found.sealed ??= deeper.sealed;
        if (deeper.sealed === 'over-limit') return { ...found, sealed: 'over-limit' };
      }
    }
  } catch {
    return { ...found, damaged: true };
  }
  return found;
}

/** The bytes of an entry that is an archive itself; null of any other, which has been unpacked to nowhere. */
async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer | 'damaged' | null> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const kept: Buffer[] = [];
    let isZip: boolean | undefined;
    for await (const piece of Readable.from(stream)) {
      const bytes = piece as Buffer;
      isZip ??= bytes.subarray(0, 2).toString('latin1') === 'PK';
      if (isZip) kept.push(bytes);
    }
    return isZip === true ? Buffer.concat(kept) : null;
  } catch {
    return 'damaged';
  }
}
