/** Files made for the tests: photographs, PDFs of many pages, an Outlook message, a locked archive. */
import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { zipOf } from '../support/zips.js';

/** A photograph with what a camera writes: its make, when, and where. */
export function photograph(quality = 90): Promise<Buffer> {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#8a9"/>' +
    '<circle cx="160" cy="120" r="70" fill="#543"/></svg>';
  return sharp(Buffer.from(drawing))
    .withExif({
      IFD0: { Make: 'Putright tests' },
      IFD2: { DateTimeOriginal: '2026:03:04 05:06:07' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' },
    })
    .jpeg({ quality })
    .toBuffer();
}

/** A white picture of so many dots each way, in as few bytes as a PNG can say it. */
export function whitePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const;
    ends[0].writeUInt32BE(data.length);
    ends[1].writeUInt32BE(crc32(body));
    return Buffer.concat([ends[0], body, ends[1]]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 1 });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PDF of so many pages, each with its number on it. */
export function pagesOf(count: number): Buffer {
  const objects: string[] = [];
  const kids = Array.from({ length: count }, (_, n) => `${4 + n * 2} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (let n = 0; n < count; n++) {
    const drawn = `BT /F1 40 Tf 40 100 Td (Page ${n + 1}) Tj ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents ${5 + n * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    );
  }
  let text = '%PDF-1.4\n';
  const places = objects.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = text.length;
  const lines = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** An archive whose one entry says that it is locked. */
export function encryptedZip(): Buffer {
  const zip = zipOf([['secret.txt', Buffer.from('nobody knows')]]);
  zip.writeUInt16LE(1, 6);
  const entry = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  zip.writeUInt16LE(1, entry + 8);
  return zip;
}

interface Burning {
  burn(
    entries: { name: string; type: number; length: number; children?: number[]; binaryProvider?: () => Uint8Array }[],
  ): Uint8Array;
}

/** A message as Outlook saves it, in the fewest streams that make one. */
export function outlookMessage(about: {
  readonly subject: string;
  readonly from: string;
  readonly text: string;
}): Buffer {
  const require = createRequire(import.meta.url);
  const { burn } = require('@kenjiuno/msgreader/lib/Burner') as Burning;
  const streams: [string, Uint8Array][] = [
    ['__properties_version1.0', Buffer.alloc(32)],
    ['__substg1.0_001A001F', Buffer.from('IPM.Note', 'utf16le')],
    ['__substg1.0_0037001F', Buffer.from(about.subject, 'utf16le')],
    ['__substg1.0_0C1A001F', Buffer.from(about.from, 'utf16le')],
    ['__substg1.0_1000001F', Buffer.from(about.text, 'utf16le')],
  ];
  const [rootType, documentType] = [5, 2];
  return Buffer.from(
    burn([
      { name: 'Root Entry', type: rootType, length: 0, children: streams.map((_, n) => n + 1) },
      ...streams.map(([name, bytes]) => ({
        name,
        type: documentType,
        length: bytes.length,
        binaryProvider: () => new Uint8Array(bytes),
      })),
    ]),
  );
}
