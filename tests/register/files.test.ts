/** Registers as they lie on the disk: separators, characters, workbooks, and what is none of them. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { openRegister } from '../../src/store/register-files/open-register.js';
import { workbookBomb, zipOf } from '../support/zips.js';
import { fileWith } from './bringing-in.js';

async function cellsOf(content: string | Uint8Array, name?: string, sheet?: string) {
  const file = fileWith(content, name);
  const register = await openRegister(file.path, file.name);
  const rows: { line: number; cells: readonly string[] }[] = [];
  for await (const some of register.rows(sheet)) rows.push(...some);
  return { register, rows, cells: rows.map((row) => row.cells) };
}

const refused = (content: string | Uint8Array, why: RegExp, name?: string) =>
  assert.rejects(cellsOf(content, name), why);

test('every separator is found, and quoted cells hold separators, marks and new lines', async () => {
  for (const separator of [',', ';', '\t', '|']) {
    const { rows } = await cellsOf(
      `${['Ref', 'Date', 'What'].join(separator)}\r\n${['1', '"2', '3 ""x""\nand more"'].join(separator).replace(`"2${separator}3`, '"2 3')}${separator}last\n4${separator.repeat(2)}end`,
    );
    assert.deepEqual(rows[0]?.cells, ['Ref', 'Date', 'What'], separator);
    assert.deepEqual(rows[1]?.cells, ['1', '2 3 "x"\nand more', 'last'], separator);
    assert.deepEqual(rows[2], { line: 4, cells: ['4', '', 'end'] }, separator);
  }
});

test('UTF-8 with and without its mark, UTF-16 and Windows-1252 are read alike', async () => {
  const text = 'Ref,Name\r\n1,Zoë – “£5”\r\n';
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const windows = Buffer.from([...text].map((c) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[c] ?? c.charCodeAt(0)));
  for (const content of [
    text,
    `\uFEFF${text}`,
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(text, 'utf16le'),
    windows,
  ]) {
    const { cells } = await cellsOf(content);
    assert.deepEqual(cells, [
      ['Ref', 'Name'],
      ['1', 'Zoë – “£5”'],
    ]);
  }
  assert.deepEqual((await cellsOf(windows)).register.notes, ['The file is written in Windows-1252.']);
});

test('what is written as CSV is read as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.array(
          fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '').replace(/^\uFEFF/, '')),
          { minLength: 3, maxLength: 3 },
        ),
        { minLength: 1, maxLength: 20 },
      ),
      async (table) => {
        const csv = [['Ref', 'Date', 'Type'], ...table]
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const { cells } = await cellsOf(csv);
        assert.deepEqual(
          cells.slice(1),
          table.map((row) => row.map((cell) => cell.toWellFormed())),
        );
      },
    ),
    { numRuns: 40 },
  );
});

test('a workbook gives its sheets, its dates, and the values of its formulas', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Notes').addRow(['about']);
  const sheet = book.addWorksheet('Log & more');
  sheet.addRow(['Ref', 'Date', 'Days', 'Name']);
  sheet.addRow([
    'A1',
    new Date(Date.UTC(2023, 3, 12)),
    { formula: '1+1', result: 2 },
    { richText: [{ text: 'Zo' }, { text: 'ë' }] },
  ]);
  sheet.addRow(['A2', 45028, { formula: '1+1' }, { text: 'link', hyperlink: 'https://example.org' }]);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const { register, rows } = await cellsOf(bytes, 'log.xlsx', 'log & more');
  assert.deepEqual(register.sheets, ['Notes', 'Log & more']);
  assert.deepEqual(rows[1]?.cells, ['A1', '2023-04-12', '2', 'Zoë']);
  assert.deepEqual(rows[2], { line: 3, cells: ['A2', '45028', '', 'link'], uncounted: [2] });
  await assert.rejects(
    cellsOf(bytes, 'log.xlsx', 'Other'),
    /There is no sheet called Other: there is Notes, Log & more/,
  );
});

const workbookXml = Buffer.from('<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>');

test('a sheet among others is read whole every time, by many at once, and no file of a register is left behind', async () => {
  const book = new ExcelJS.Workbook();
  for (const name of ['Cover', 'Lists', 'Log', 'Old']) {
    const sheet = book.addWorksheet(name);
    for (let i = 0; i < (name === 'Old' ? 0 : 20); i++) sheet.addRow([`${name} ${i}`, `word ${i}`]);
  }
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`tmp-${process.pid}-`));
  await Promise.all(
    Array.from({ length: 25 }, async () => {
      const { cells } = await cellsOf(bytes, 'log.xlsx', 'Log');
      assert.deepEqual([cells.length, cells[19]], [20, ['Log 19', 'word 19']]);
      assert.deepEqual(left(), []);
    }),
  );
});

test('a sheet is found by where the workbook says that it lies, whatever its numbers', async () => {
  const rows = (word: string) =>
    Buffer.from(
      `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${word}</t></is></c></row></sheetData></worksheet>`,
    );
  const book = zipOf([
    [
      'xl/workbook.xml',
      Buffer.from(
        '<workbook><sheets><sheet name="Log" sheetId="7" r:id="r2"/><sheet name="Old" sheetId="1" r:id="r1"/><sheet name="Odd" sheetId="2" r:id="r3"/></sheets></workbook>',
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      Buffer.from(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet2.xml"/><Relationship Id="r2" Target="worksheets/sheet1.xml"/><Relationship Id="r3" Target="/xl/worksheets/other.xml"/></Relationships>',
      ),
    ],
    ['xl/worksheets/sheet1.xml', rows('log')],
    ['xl/worksheets/sheet2.xml', rows('old')],
    ['xl/worksheets/other.xml', rows('odd')],
  ]);
  for (const sheet of ['Log', 'Old', 'Odd'])
    assert.deepEqual((await cellsOf(book, 'log.xlsx', sheet)).cells, [[sheet.toLowerCase()]], sheet);
});

test('letters of more than one byte stay whole in a long sheet', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Log');
  const words = Array.from({ length: 8_000 }, (_, i) => `${'–“£ë”'.repeat(1 + (i % 7))}${i}`);
  for (const word of words) sheet.addRow([word]);
  for (const useSharedStrings of [true, false]) {
    const bytes = new Uint8Array(await book.xlsx.writeBuffer({ useSharedStrings }));
    const { cells } = await cellsOf(bytes, 'log.xlsx');
    assert.deepEqual(cells.flat(), words);
  }
});

test('macros are said and never run; a bomb, a password, other formats and damage are refused in a sentence', async () => {
  const macros = zipOf([
    ['xl/workbook.xml', workbookXml],
    ['xl/vbaProject.bin', Buffer.from('x')],
  ]);
  const file = fileWith(macros, 'log.xlsm');
  assert.match((await openRegister(file.path, file.name)).notes[0] ?? '', /holds macros/);
  const bomb = workbookBomb();
  assert.ok(bomb.length < 2_000_000);
  await refused(bomb, /unpacks to more than a register can hold/, 'bomb.xlsx');
  await refused(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /old Excel file \(\.xls\) or one with a password/);
  await refused('%PDF-1.7', /This is a PDF/);
  await refused(zipOf([['mimetype', Buffer.from('x')]]), /OpenDocument/);
  await refused(zipOf([['word/document.xml', Buffer.from('x')]]), /no Excel workbook/);
  await refused(macros.subarray(0, 60), /damaged/);
  await refused(Buffer.from([0x89, 0x50, 0, 1, 2, 3, 4, 0xff, 0xfe, 0x80]), /neither a workbook/);
  await refused('', /is empty/);
  await refused('Ref,Date\n1,"never closed\n2,x\n', /quotation mark opens on line 2 and never closes/);
  await assert.rejects(openRegister('/nowhere/at-all.csv'), /There is no file at-all\.csv/);
});

test('whatever bytes a file holds, opening it answers or stops with a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xff, 0xfe]),
      async (bytes, start) => {
        await cellsOf(Buffer.concat([Buffer.from(start), bytes])).catch((error: Error) =>
          assert.equal(error.name, 'Stop'),
        );
      },
    ),
    { numRuns: 60 },
  );
});
