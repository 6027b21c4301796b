/** An amount as registers write it: £1,250.50, 1250.5, 125, '£50 + £25' is none. */

/** The most that one case of a register is believed to have been paid: a million pounds. */
const most = 100_000_000;

const amount = /^(£ ?)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})0*)?( ?(?:p|pence|pounds|gbp))?$/i;

/** Whole pence; null when it is no single amount. A bare whole number is pence, unless `pounds`. */
export function readPence(written: string, pounds: boolean): number | null {
  const found = amount.exec(written.trim());
  if (found === null) return null;
  const [, sign, whole = '', point, unit] = found;
  const inPence = /^ ?p(ence)?$/i.test(unit ?? '');
  const n = Number(whole.replaceAll(',', ''));
  const asPounds = !inPence && (sign !== undefined || point !== undefined || unit !== undefined || pounds);
  const pence = asPounds ? n * 100 + Number((point ?? '').padEnd(2, '0')) : n;
  return pence <= most ? pence : null;
}
