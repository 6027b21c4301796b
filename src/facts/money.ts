/** Money as people read it. It is kept as whole pence everywhere. */

/** '£1,250' or '£87.50', from whole pence; '-£3' for what is owed the other way. */
export function pounds(pence: number): string {
  const whole = String(Math.trunc(Math.abs(pence) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = Math.abs(pence) % 100;
  return `${pence < 0 ? '-' : ''}£${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}
