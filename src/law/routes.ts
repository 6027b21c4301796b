/**
 * Whose a point is, by what it is about, as data: who answers it first, and who outside can look at it. A policy officer
 * reads and reviews it; a person always decides.
 */
import type { Answerer, FurtherRoute } from '../facts/happened.js';
import { dataProtectionDays, dataProtectionRule } from './data-protection.js';

export interface RouteSubject {
  readonly id: string;
  readonly words: string;
  readonly whose: Answerer;
  readonly routes: readonly FurtherRoute[];
  /** What it rests on, where its body does not say it already. */
  readonly because: string;
}

const ours = (id: string, words: string, because: string, routes: readonly FurtherRoute[] = ['hos']): RouteSubject => ({
  id,
  words,
  whose: 'ours',
  routes,
  because,
});
const lgsco = (id: string, words: string, because: string): RouteSubject => ({
  id,
  words,
  whose: 'lgsco',
  routes: ['lgsco'],
  because,
});

/** What a landlord does as a landlord is for the Housing Ombudsman. */
const asLandlord = '';
const asCouncil = 'It is what a council does as a council.';

export const routeSubjects: readonly RouteSubject[] = [
  ours('repairs', 'Repairs, or the condition of the home', asLandlord),
  ours('estate', 'The estate, shared parts or grounds', asLandlord),
  ours('leasehold', 'Services to leaseholders and shared owners', asLandlord),
  ours('neighbours', 'Anti-social behaviour, as the landlord deals with it', asLandlord),
  ours('charges-handled', 'How rent or service charges are worked out, explained or collected', asLandlord),
  ours('occupancy', 'The tenancy, succession or other rights of living there', asLandlord),
  ours('transfer', 'A move within our homes: a decant, an exchange, a management transfer', asLandlord),
  ours('complaint-handling', 'How a complaint was handled, or how staff behaved', asLandlord),
  ours(
    'transfer-both',
    'A move that is both: ours as the landlord, and the housing register’s',
    'The Housing Ombudsman and the other Ombudsman may look at it together.',
    ['hos', 'lgsco'],
  ),
  ours(
    'personal-data',
    'How personal information is used, kept or shared',
    `${dataProtectionRule}: acknowledged within ${dataProtectionDays} days, and the Information Commissioner is the further route. The complaint about the service goes on beside it.`,
    ['hos', 'ico'],
  ),
  ours(
    'information-asked',
    'A request for information about the landlord’s work that was not answered',
    'Complaints about access to information are for the Housing Ombudsman where the landlord is a private registered provider.',
  ),
  {
    id: 'charges-level',
    words: 'How high a rent or service charge is, or by how much it goes up',
    whose: 'tribunal',
    routes: ['tribunal'],
    because: 'The level is for the First-tier Tribunal; how we handled it stays ours.',
  },
  lgsco('homelessness', 'Homelessness, or temporary accommodation as a duty', asCouncil),
  lgsco(
    'register',
    'The housing register, or who is offered a home from it',
    `Part 6 of the Housing Act 1996. ${asCouncil}`,
  ),
  lgsco(
    'transfer-priority',
    'A transfer with reasonable preference: overcrowding, health, welfare, homelessness',
    `${asCouncil} Also where a housing association acts for the council.`,
  ),
  lgsco(
    'council-enforcement',
    'Anti-social behaviour, planning or environmental health, as the council enforces it',
    asCouncil,
  ),
  {
    id: 'freehold',
    words: 'A freeholder’s own home, or another body’s service',
    whose: 'another',
    routes: [],
    because: 'The Housing Ombudsman does not take freeholders’ complaints.',
  },
];

export const routeNames: Readonly<Record<FurtherRoute, string>> = {
  hos: 'Housing Ombudsman',
  lgsco: 'Local Government and Social Care Ombudsman',
  tribunal: 'First-tier Tribunal (Property Chamber)',
  ico: 'Information Commissioner’s Office',
};

/** The subject of that id; null for one that no list has. */
export function routeSubject(id: string | null): RouteSubject | null {
  return routeSubjects.find((one) => one.id === id) ?? null;
}

/** Where a point can go when nobody has said what it is about: by whose it is alone. */
export function routesByAnswerer(whose: Answerer): readonly FurtherRoute[] {
  switch (whose) {
    case 'ours':
      return ['hos'];
    case 'lgsco':
    case 'tribunal':
    case 'ico':
      return [whose];
    case 'another':
      return [];
    default:
      return whose satisfies never;
  }
}
