/**
 * The bodies outside that a resident can go to, in the one place where their details stand. Look at each body's own
 * page once a year, put the day into `checkedOn`, and note a change in CHANGELOG.md.
 */
import { type Day, day } from '../facts/days.js';
import type { Answerer, FurtherRoute, PointId } from '../facts/happened.js';
import type { ContactBlock, Element } from './words.js';

export interface OutsideBody {
  readonly name: string;
  /** As it is named within a sentence. */
  readonly called: string;
  readonly phone: string | null;
  readonly website: string;
  readonly address: readonly string[];
  /** How to begin, in one sentence. */
  readonly how: string;
  readonly checkedOn: Day;
}

/** It has taken no new complaints by e-mail since 13 January 2026: its form on the web, by phone or by post. */
export const housingOmbudsman: OutsideBody = {
  name: 'Housing Ombudsman Service',
  called: 'the Housing Ombudsman',
  phone: '0300 111 3000',
  website: 'www.housing-ombudsman.org.uk',
  address: ['PO Box 1484', 'Unit D', 'Preston', 'PR2 0ET'],
  how: 'Use the form on their website, ring them, or write to them. They do not take new complaints by email.',
  checkedOn: day('2026-11-22'),
};

export const lgsco: OutsideBody = {
  name: 'Local Government and Social Care Ombudsman',
  called: 'the Local Government and Social Care Ombudsman',
  phone: '0300 061 0614',
  website: 'www.lgo.org.uk',
  address: [],
  how: 'Complain to the council first. If that does not settle it, use the form on their website or ring them.',
  checkedOn: day('2026-11-22'),
};

export const tribunal: OutsideBody = {
  name: 'First-tier Tribunal (Property Chamber)',
  called: 'the First-tier Tribunal (Property Chamber)',
  phone: null,
  website: 'www.gov.uk/housing-tribunals',
  address: [],
  how: 'Their website says how to apply, what it costs and where your nearest office is.',
  checkedOn: day('2026-11-22'),
};

export const ico: OutsideBody = {
  name: "Information Commissioner's Office",
  called: "the Information Commissioner's Office",
  phone: '0303 123 1113',
  website: 'www.ico.org.uk',
  address: [],
  how: 'Use the form on their website or ring them.',
  checkedOn: day('2026-11-22'),
};

export const outsideBodies: Readonly<Record<FurtherRoute, OutsideBody>> = {
  hos: housingOmbudsman,
  lgsco,
  tribunal,
  ico,
};

/** The body for a point that is not ours; null when it is another's and only words can say whose. */
export function bodyFor(whose: Answerer): OutsideBody | null {
  switch (whose) {
    case 'lgsco':
      return lgsco;
    case 'tribunal':
      return tribunal;
    case 'ico':
      return ico;
    case 'ours':
    case 'another':
      return null;
    default:
      return whose satisfies never;
  }
}

/** A body’s details as a block of a letter. */
export function contact(body: OutsideBody, element: Element | null = null, point: PointId | null = null): ContactBlock {
  return {
    block: 'contact',
    name: body.name,
    lines: [
      ...(body.phone === null ? [] : [`Phone: ${body.phone}`]),
      `Website: ${body.website}`,
      ...(body.address.length === 0 ? [] : [`Post: ${body.address.join(', ')}`]),
      body.how,
    ],
    says: element && { element, point },
  };
}
