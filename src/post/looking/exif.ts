/** When a camera says that a picture was taken, and whether it says where. Its words are believed for no more than that. */

export interface Taken {
  /** In the camera's own time: '2026-05-01T10:20:30', with the offset when it gives one. */
  readonly at: string | null;
  readonly located: boolean;
}

const nothing: Taken = { at: null, located: false };

/** Reads the EXIF part of a picture, with or without its six letters before it. Damaged: nothing is known. */
export function readTaken(exif: Uint8Array | undefined): Taken {
  if (exif === undefined) return nothing;
  const whole = Buffer.from(exif);
  const bytes = whole.subarray(0, 4).toString('latin1') === 'Exif' ? whole.subarray(6) : whole;
  try {
    const little = bytes.toString('latin1', 0, 2) === 'II';
    if (!little && bytes.toString('latin1', 0, 2) !== 'MM') return nothing;
    const first = tagsAt(bytes, u32(bytes, 4, little), little);
    const inner = first.get(0x8769);
    const own = inner === undefined ? new Map<number, number>() : tagsAt(bytes, u32(bytes, inner, little), little);
    const gps = first.get(0x8825);
    const places = gps === undefined ? 0 : tagsAt(bytes, u32(bytes, gps, little), little).size;
    return {
      at: instant(text(bytes, own.get(0x9003), little), text(bytes, own.get(0x9011), little)),
      located: places > 1,
    };
  } catch (error) {
    if (error instanceof RangeError) return nothing;
    throw error;
  }
}

/** Tags to the places of their values' fields. */
function tagsAt(bytes: Buffer, at: number, little: boolean): Map<number, number> {
  const count = Math.min(u16(bytes, at, little), 200);
  const tags = new Map<number, number>();
  for (let n = 0; n < count; n++) {
    const entry = at + 2 + n * 12;
    tags.set(u16(bytes, entry, little), entry + 8);
  }
  return tags;
}

function text(bytes: Buffer, field: number | undefined, little: boolean): string | null {
  if (field === undefined) return null;
  const length = u32(bytes, field - 4, little);
  if (length < 2 || length > 64) return null;
  const at = length <= 4 ? field : u32(bytes, field, little);
  return bytes
    .toString('latin1', at, at + length)
    .replace(/\0.*$/s, '')
    .trim();
}

function instant(taken: string | null, offset: string | null): string | null {
  const [, y, mo, d, h, mi, s] = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(taken ?? '') ?? [];
  if (s === undefined) return null;
  const year = Number(y);
  if (year < 1990 || year > 2100 || Number(mo) < 1 || Number(mo) > 12 || Number(d) < 1 || Number(d) > 31) return null;
  if (Number(h) > 23 || Number(mi) > 59 || Number(s) > 59) return null;
  const zone = /^[+-]\d\d:\d\d$/.test(offset ?? '') ? offset : '';
  return `${y}-${mo}-${d}T${h}:${mi}:${s}${zone}`;
}

function u16(bytes: Buffer, at: number, little: boolean): number {
  return little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
}

function u32(bytes: Buffer, at: number, little: boolean): number {
  return little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
}
