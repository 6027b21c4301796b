/** How many homes for whom a landlord answers to the regulator and the Ombudsman; null while none is entered. */
import type { StockAt } from '../../store/stock.js';

export function homesOf(stock: StockAt): number | null {
  if (stock.known.length === 0) return null;
  return (stock.homes.LCRA ?? 0) + (stock.homes.LCHO ?? 0) + (stock.homes.leasehold ?? 0) + (stock.homes.other ?? 0);
}
