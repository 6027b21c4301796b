/**
 * Whether an archive may be unpacked: its parts are measured by what they declare and then by what they really unpack to,
 * each within a limit, before any program that believes them sees them.
 */
import { inflateRawSync } from 'node:zlib';

export type ZipChecked =
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly why: 'no-archive' | 'damaged' | 'locked' | 'too-many' | 'too-large' };

export interface ZipLimits {
  readonly parts: number;
  /** Bytes of all parts together, unpacked. */
  readonly unpacked: number;
}

const documentLimits: ZipLimits = { parts: 5_000, unpacked: 120_000_000 };

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
  readonly locked: boolean;
}

/** Looks through an archive's own table of parts, then unpacks each to nowhere within the limit. */
export function checkZip(bytes: Buffer, limits: ZipLimits = documentLimits): ZipChecked {
  const parts = partsOf(bytes, limits);
  if (!Array.isArray(parts)) return { ok: false, why: parts };
  if (parts.some(({ locked }) => locked)) return { ok: false, why: 'locked' };
  if (parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > limits.unpacked) return { ok: false, why: 'too-large' };
  let left = limits.unpacked;
  for (const part of parts) {
    const size = realSize(bytes, part, left);
    if (size === null) return { ok: false, why: 'damaged' };
    if (size === 'more') return { ok: false, why: 'too-large' };
    left -= size;
  }
  return { ok: true, names: parts.map(({ name }) => name) };
}

function partsOf(bytes: Buffer, limits: ZipLimits): Part[] | 'no-archive' | 'damaged' | 'too-many' {
  if (bytes.length < 22 || bytes.readUInt16LE(0) !== 0x4b50) return 'no-archive';
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) return 'damaged';
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.parts) return 'too-many';
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return 'damaged';
    const nameLength = bytes.readUInt16LE(at + 28);
    parts.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
      locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function realSize(bytes: Buffer, { at, packed, unpacked, method }: Part, most: number): number | 'more' | null {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return null;
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + packed > bytes.length) return null;
  if (method === 0) return packed > most ? 'more' : packed;
  if (method !== 8) return null;
  // What unpacks to more than it declares lies, and is refused as if it were too large.
  const limit = Math.min(most, unpacked) + 1;
  try {
    const size = inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: limit }).length;
    return size > Math.min(most, unpacked) ? 'more' : size;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'more' : null;
  }
}
