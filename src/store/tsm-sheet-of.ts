/** The sheet of a year as the cases, the surveys and the typed figures give it today. */
import type { Day } from '../facts/days.js';
import type { Period } from '../reports/measured.js';
import type { SheetData } from '../reports/returns/tsm-sheet.js';
import type { Trx } from './database.js';
import { measure } from './measures.js';
import { stockAt } from './stock.js';
import { findReturn, typedFigures } from './tsm-returns.js';

export async function sheetOf(trx: Trx, year: Period, today: Day): Promise<SheetData> {
  const wanted = new Set(['ch01.1', 'ch01.2', 'ch02.1', 'ch02.2', 'tp09']);
  const measured = await measure(trx, year, today);
  const stock = await stockAt(trx, year.until);
  return {
    period: year,
    measured: measured.filter(({ id }) => wanted.has(id)),
    typed: await typedFigures(trx, year.from),
    homes: { LCRA: stock.homes.LCRA, LCHO: stock.homes.LCHO },
    reading: (await findReturn(trx, year.from)).reading,
  };
}
