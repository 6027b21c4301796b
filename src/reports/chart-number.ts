/** How a chart and its table say a number: the unit beside it where it is a sign, 'none' where there is none. */

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** '1,250', '12.5%', '£1,250', '−3', 'none'. */
export function chartNumber(value: number | null, unit: string): string {
  if (value === null || !Number.isFinite(value)) return 'none';
  const sign = value < 0 ? '−' : '';
  const size = plain.format(Math.abs(value));
  if (unit === '%') return `${sign}${size}%`;
  if (unit === '£') return `${sign}£${size}`;
  return sign + size;
}

/** What stands above the numbers: 'Complaints', 'Per cent', 'Pounds'. */
export function unitHeading(unit: string): string {
  if (unit === '%') return 'Per cent';
  if (unit === '£') return 'Pounds';
  return unit.slice(0, 1).toUpperCase() + unit.slice(1);
}
