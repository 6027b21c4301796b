/**
 * Payments that the law itself sets when a home lets a resident down, by landlord and tenancy. They are owed whatever a
 * landlord's own policy says, and are no part of what is weighed for distress or trouble.
 */
import type { Tenure } from '../facts/happened.js';
import { pounds } from '../facts/money.js';

export type LandlordKind = 'council' | 'other';
export type Tenancy = 'secure' | 'other-rented' | 'leasehold';

export interface StatutoryPayment {
  readonly name: string;
  readonly law: string;
  /** In our own words: when it is owed. */
  readonly owed: string;
  readonly amount: string;
  readonly landlords: readonly LandlordKind[];
  readonly tenancies: readonly Tenancy[];
}

/** In pence. Secure and introductory tenants of councils alone; others may give the same by contract. */
export const rightToRepair = { first: 1_000, eachDay: 200, most: 5_000 } as const;
/** In pence: what a repair costs at most to be a qualifying one. */
const qualifyingRepair = 25_000;

/** '£10, and £2 for each day after the second time limit, at most £50'. */
export const rightToRepairWords = `${pounds(rightToRepair.first)}, and ${pounds(rightToRepair.eachDay)} for each day after the second time limit, at most ${pounds(rightToRepair.most)}`;

const statutoryPayments: readonly StatutoryPayment[] = [
  {
    name: 'Right to repair',
    law: 'Secure Tenants of Local Housing Authorities (Right to Repair) Regulations 1994, SI 1994/133',
    owed: `A qualifying repair of up to ${pounds(qualifyingRepair)} was not done within its time limit, a second contractor was asked for, and the second time limit passed too.`,
    amount: rightToRepairWords,
    landlords: ['council'],
    tenancies: ['secure'],
  },
  {
    name: 'Improvements that the tenant made',
    law: 'Housing Act 1985, section 99A, and SI 1994/613',
    owed: 'The tenancy ends, and the tenant had made a qualifying improvement with consent.',
    amount: 'By the formula of the regulations: nothing below £50, at most £3,000 for each improvement',
    landlords: ['council'],
    tenancies: ['secure'],
  },
  {
    name: 'Home loss payment',
    law: 'Land Compensation Act 1973, sections 29 to 32',
    owed: 'The resident has to leave for good because the home is improved, redeveloped, demolished or closed, after living there for a year.',
    amount: 'The sum for tenants in the regulations in force on the day of the move: look it up on legislation.gov.uk',
    landlords: ['council', 'other'],
    tenancies: ['secure', 'other-rented', 'leasehold'],
  },
  {
    name: 'Disturbance payment',
    law: 'Land Compensation Act 1973, sections 37 and 38',
    owed: 'The resident has to leave for good for one of those reasons.',
    amount: 'The reasonable expenses of the move, by receipts',
    landlords: ['council', 'other'],
    tenancies: ['secure', 'other-rented'],
  },
];

/** What the law may set for this landlord and tenancy. */
export function statutoryPaymentsFor(landlord: LandlordKind, tenancy: Tenancy): readonly StatutoryPayment[] {
  return statutoryPayments.filter((one) => one.landlords.includes(landlord) && one.tenancies.includes(tenancy));
}

/** The tenure as the law of payments parts it. Whether a council's tenant is secure, only the tenancy says. */
export function tenanciesOf(tenure: Tenure): readonly Tenancy[] {
  switch (tenure) {
    case 'LCRA':
      return ['secure', 'other-rented'];
    case 'LCHO':
    case 'leasehold':
      return ['leasehold'];
    case 'other':
    case 'unknown':
      return ['secure', 'other-rented', 'leasehold'];
    default:
      return tenure satisfies never;
  }
}
