/** What a landlord has set about compensation: who approves up to how much, its own tariff, what kind of landlord it is. */
import type { ApprovalLimits } from '../complaint/compensation.js';
import type { CompensationHead } from '../facts/happened.js';
import type { LandlordKind } from '../law/statutory-payments.js';
import type { Trx } from './database.js';
import { writeSetting } from './rules.js';

export interface TariffLine {
  readonly fromPence: number | null;
  readonly toPence: number | null;
  readonly words: string | null;
}

export type Tariff = Readonly<Partial<Record<CompensationHead, TariffLine>>>;

export interface CompensationSettings {
  readonly limits: ApprovalLimits;
  /** What one person may offer without a sum that a second approves, in pence. */
  readonly aloneUpTo: number;
  /** Null: nobody has said. */
  readonly landlord: LandlordKind | null;
  readonly tariff: Tariff;
}

/** Until a landlord says otherwise: everything is seen by two people, and more by those who answer for more. */
export const usualCompensation: CompensationSettings = {
  limits: { officer: 10_000, investigator: 10_000, reviewer: 50_000, manager: 500_000 },
  aloneUpTo: 0,
  landlord: null,
  tariff: {},
};

export function compensationIn(settings: Readonly<Record<string, unknown>>): CompensationSettings {
  return { ...usualCompensation, ...(settings.compensation as Partial<CompensationSettings> | undefined) };
}

export async function writeCompensation(trx: Trx, settings: CompensationSettings): Promise<void> {
  await writeSetting(trx, 'compensation', settings);
}
