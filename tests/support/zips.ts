/** ZIP files made by hand, for files that no honest program writes: bombs, workbooks with macros and nothing else. */
import { deflateRawSync } from 'node:zlib';

/** The same bytes many times over are packed once: a bomb is cheap to make. */
const packedOnce = new Map<Uint8Array, Buffer>();

/** A ZIP of these parts, as small as one can be written. */
export function zipOf(parts: readonly (readonly [name: string, bytes: Uint8Array])[]): Buffer {
  const [files, entries]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, bytes] of parts) {
    const packed = packedOnce.get(bytes) ?? deflateRawSync(bytes);
    packedOnce.set(bytes, packed);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(bytes.length, 22);
    head.writeUInt16LE(name.length, 26);
    files.push(head, Buffer.from(name), packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    entries.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}

/** A workbook that unpacks to more than a gigabyte out of little. */
export function workbookBomb(): Buffer {
  const megabytes = Buffer.alloc(60_000_000);
  return zipOf([
    ['xl/workbook.xml', Buffer.from('<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>')],
    ...Array.from({ length: 18 }, (_, i) => [`xl/worksheets/sheet${i}.xml`, megabytes] as const),
  ]);
}
