/** How kinds of homes are called on the screens of figures that are given. */
import type { PerceptionTenure } from '../../store/perception.js';
import type { StockTenure } from '../../store/stock.js';

export const stockWords: Record<StockTenure, string> = {
  LCRA: 'Low cost rental (LCRA)',
  LCHO: 'Low cost home ownership (LCHO)',
  leasehold: 'Leasehold, the whole of it sold',
  other: 'Other',
};

export const perceptionWords: Record<PerceptionTenure, string> = {
  LCRA: stockWords.LCRA,
  LCHO: stockWords.LCHO,
  all: 'Both together',
};

export const counted = (n: number) => n.toLocaleString('en-GB');

export const homes = (n: number) => (n === 1 ? '1 home' : `${counted(n)} homes`);
