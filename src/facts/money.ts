/** Money as people read it. It is kept as whole pence everywhere. */

/** '£1,250' or '£87.50', from whole pence; '-£3' for what is owed the other way. */
export function pounds(pence: number): string {
  const whole = String(Math.trunc(Math.abs(pence) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = Math.abs(pence) % 100;
  return `${pence < 0 ? '-' : ''}£${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

const typed = /^(?:£ ?)?(\d{1,3}(?:,\d{3}){1,2}|\d{1,7})(?:\.(\d{2}))?$/;

/**
 * Whole pence of an amount as people type it: '£1,250', '1250' or '12.50'. Null for what could be meant otherwise:
 * '12,50', '1 250', '12.5', a minus.
 */
export function penceTyped(text: string): number | null {
  const found = typed.exec(text.trim());
  return found === null ? null : Number((found[1] ?? '').replaceAll(',', '')) * 100 + Number(found[2] ?? 0);
}
