/**
 * What a form's fields may hold: each gives a zod schema with the words of its errors. A form's schema is an object of
 * these; the names are the names of the inputs. A day comes in three boxes, `name-day`, `name-month` and `name-year`.
 */
import { z } from 'zod';
import { capital } from '../../facts/capital.js';
import { type Day, inWords, parseDay } from '../../facts/days.js';
import { penceTyped } from '../../facts/money.js';

// A form's schema is made for each visit and used once: compiling it would take longer than it saves.
z.config({ jitless: true });

const line = (text: string) => text.replaceAll('\r\n', '\n').trim();

export function requiredText(missing: string, max = 200) {
  return z
    .string({ error: missing })
    .overwrite(line)
    .min(1, missing)
    .max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);
}

/** Null when left empty. */
export function optionalText(max = 200) {
  return z
    .string()
    .overwrite(line)
    .max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`)
    .default('')
    .transform((text) => (text === '' ? null : text));
}

/** For passwords and other text that must stay exactly as typed. */
export function exactText(missing: string, max = 200) {
  return z.string({ error: missing }).min(1, missing).max(max, `Use ${max} characters or fewer`);
}

export function emailAddress(missing: string) {
  return requiredText(missing, 254).pipe(
    z.email({ error: 'Enter an email address in the correct format, like name@example.org' }),
  );
}

export function choice<const T extends string>(values: readonly T[], missing: string) {
  return z.enum(values as [T, ...T[]], { error: missing });
}

/** Null when nothing was chosen. */
export function optionalChoice<const T extends string>(values: readonly T[]) {
  return z
    .union([z.literal(''), z.enum(values as [T, ...T[]])], { error: 'Choose one of the list' })
    .default('')
    .transform((value) => (value === '' ? null : (value as T)));
}

/** An id that the page itself offered (of a person, a team, a point); '' is null. */
export function optionalId() {
  return z
    .union([z.literal(''), z.uuid()], { error: 'Choose one of the list' })
    .default('')
    .transform((value) => (value === '' ? null : value));
}

export function requiredId(missing: string) {
  return z.uuid({ error: missing });
}

/** Several tick boxes of one name. `missing` given: at least one has to be ticked. */
export function choices<const T extends string>(values: readonly T[], missing?: string) {
  return several(z.enum(values as [T, ...T[]], { error: missing ?? 'Choose from the list' }), missing);
}

export function ids(missing?: string) {
  return several(z.uuid({ error: missing ?? 'Choose from the list' }), missing);
}

function several<T extends z.ZodType>(one: T, missing?: string) {
  const array = z.array(one);
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    missing === undefined ? array : array.min(1, missing),
  );
}

/** One tick box: true when ticked. */
export function tick() {
  return z.preprocess((value) => value !== undefined && value !== '', z.boolean());
}

/** A tick box that must be ticked. */
export function mustTick(missing: string) {
  return tick().refine((ticked) => ticked, { error: missing });
}

export function wholeNumber(missing: string, { min, max }: { min: number; max: number }) {
  return z
    .string({ error: missing })
    .overwrite(line)
    .min(1, missing)
    .regex(/^-?\d{1,9}$/, { error: 'Enter a whole number, like 5', abort: true })
    .transform(Number)
    .refine((n) => n >= min && n <= max, { error: `Enter a number from ${min} to ${max}` });
}

/** Null when left empty. It has no bounds where the rule that knows them is asked when it is saved. */
export function optionalWholeNumber(bounds: { min: number; max: number } | null = null) {
  return z
    .string()
    .overwrite(line)
    .regex(/^(-?\d{1,9})?$/, { error: 'Enter a whole number, like 5', abort: true })
    .default('')
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((n) => n === null || bounds === null || (n >= bounds.min && n <= bounds.max), {
      error: `Enter a number from ${bounds?.min} to ${bounds?.max}`,
    });
}

const plainAmount =
  'Enter an amount in pounds, like 150 or 12.50: a point parts pounds from pence, a comma only thousands';

/** Pounds as people write them ('£1,250' or '12.50'), in whole pence. */
export function pounds(missing: string) {
  return z
    .string({ error: missing })
    .overwrite(line)
    .min(1, missing)
    .refine((text) => penceTyped(text) !== null, { error: plainAmount, abort: true })
    .transform((text) => penceTyped(text) ?? 0);
}

/** Null when left empty. */
export function optionalPounds() {
  return z
    .string()
    .overwrite(line)
    .refine((text) => text === '' || penceTyped(text) !== null, { error: plainAmount, abort: true })
    .default('')
    .transform(penceTyped);
}

export interface ThreeBoxes {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const boxes = z.object({
  day: z.string().trim().default(''),
  month: z.string().trim().default(''),
  year: z.string().trim().default(''),
});
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dayOf({ day, month, year }: ThreeBoxes): Day | null {
  const named = monthNames.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const m = /^\d{1,2}$/.test(month) ? month : named > 0 ? String(named) : '';
  if (!/^\d{1,2}$/.test(day) || m === '' || !/^\d{4}$/.test(year)) return null;
  return parseDay(`${year}-${m.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** A year outside these is a slip of the finger, and no database keeps the year 0. */
const realYears = ['1900-01-01', '2199-12-31'] as const;

interface DayLimits {
  readonly notAfter?: Day | undefined;
  readonly notBefore?: Day | undefined;
}

/** `what` names the date inside a sentence: 'the date it was received'. */
function dayFrom(what: string, limits: DayLimits, required: boolean) {
  const named = capital(what);
  return boxes.default({ day: '', month: '', year: '' }).transform((value, context): Day | null => {
    const fault = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    const missing = (['day', 'month', 'year'] as const).filter((box) => value[box] === '');
    if (missing.length === 3) return required ? fault(`Enter ${what}`) : null;
    if (missing.length > 0) return fault(`${named} must include a ${missing.join(' and a ')}`);
    const found = dayOf(value);
    if (found === null || found < realYears[0] || found > realYears[1])
      return fault(`${named} must be a real date, like 27 3 2026`);
    if (limits.notAfter && found > limits.notAfter)
      return fault(`${named} must be on or before ${inWords(limits.notAfter)}`);
    if (limits.notBefore && found < limits.notBefore)
      return fault(`${named} must be on or after ${inWords(limits.notBefore)}`);
    return found;
  });
}

export function requiredDay(what: string, limits: DayLimits = {}) {
  return dayFrom(what, limits, true).transform((found) => found as Day);
}

/** Null when all three boxes were left empty. */
export function optionalDay(what: string, limits: DayLimits = {}) {
  return dayFrom(what, limits, false);
}
