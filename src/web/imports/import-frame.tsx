/** The frame of the screens that bring in a register: where they belong, and which step of the way it is. */
import type { ComponentChildren } from 'preact';
import { type RegisterSent, readRegisterSent } from '../../store/registers-sent.js';
import type { FormState } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, type Page, redirect, type Visit } from '../visit.js';

export const importers = ['manager', 'administrator'] as const;

const steps = {
  columns: 'step 1 of 4',
  values: 'step 2 of 4',
  dates: 'step 3 of 4',
  preview: 'step 4 of 4',
} as const;
export type Step = keyof typeof steps;

interface ImportPage {
  readonly title: string;
  readonly heading?: null;
  readonly form?: FormState;
  readonly wide?: boolean;
  readonly step?: Step;
  /** The register's own name, above the title. */
  readonly caption?: string;
}

export function importPage(visit: Visit, options: ImportPage, body: ComponentChildren): Page {
  const { step, caption, ...rest } = options;
  const above = [caption, step === undefined ? undefined : steps[step]].filter((one) => one !== undefined);
  return page(
    visit,
    {
      ...rest,
      ...(above.length > 0 ? { caption: above.join(': ') } : {}),
      section: visit.may('administrator') ? 'settings' : 'oversight',
      crumbs: [{ text: 'Registers', href: '/imports' }, { text: options.title }],
    },
    body,
  );
}

/** The register of the address, read and without fault, as every step needs it; else where to go instead. */
export async function registerOf(
  visit: Visit,
): Promise<{ readonly ok: true; readonly sent: ReadSent } | { readonly ok: false; readonly answer: Answer }> {
  const sent = await visit.db((trx) => readRegisterSent(trx, visit.params.id ?? ''));
  if (sent === null) return { ok: false, answer: notFound };
  const { map, proposal } = sent;
  if (sent.reading !== null || sent.fault !== null || map === null || proposal === null)
    return { ok: false, answer: redirect(`/imports/sent/${sent.id}`) };
  return { ok: true, sent: { ...sent, map, proposal } };
}

export type ReadSent = RegisterSent & {
  readonly map: NonNullable<RegisterSent['map']>;
  readonly proposal: NonNullable<RegisterSent['proposal']>;
};

export const counted = (n: number) => n.toLocaleString('en-GB');

export const rowsInWords = (n: number) => (n === 1 ? '1 row' : `${counted(n)} rows`);

export const casesInWords = (n: number) => (n === 1 ? '1 case' : `${counted(n)} cases`);
