/** The documents, registers and offices that Osier Vale Homes shows for its self-assessment. */
import type { EvidenceKind, EvidenceRole } from '../../../src/assess/evidence-pieces.js';

interface Piece {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly role: EvidenceRole | null;
  readonly holder: string | null;
  readonly owner: string;
  /** Days before the day of loading from which it holds, and days after it until which, or by which it is reviewed. */
  readonly since: number;
  readonly expires: number | null;
  readonly review: number | null;
  readonly says: string;
}

export const pieces = {
  policy: {
    kind: 'policy',
    title: 'Complaints policy',
    role: null,
    holder: null,
    owner: 'Head of Resident Experience',
    since: 590,
    expires: null,
    review: 24,
    says: 'Complaints policy, version 4.1, as published on the website.',
  },
  behaviour: {
    kind: 'policy',
    title: 'Policy on unacceptable behaviour',
    role: null,
    holder: null,
    owner: 'Director of Homes',
    since: 820,
    expires: -12,
    review: null,
    says: 'Policy on unacceptable behaviour, version 2.0. Lapsed: the next version is with the Board.',
  },
  adjustments: {
    kind: 'policy',
    title: 'Reasonable adjustments policy',
    role: null,
    holder: null,
    owner: 'Head of Resident Experience',
    since: 400,
    expires: 330,
    review: null,
    says: 'Reasonable adjustments policy, version 1.3.',
  },
  training: {
    kind: 'training',
    title: 'Training register: complaints',
    role: null,
    holder: null,
    owner: 'Complaints Manager',
    since: 300,
    expires: null,
    review: 60,
    says: '22 investigators; 19 trained by last month, three booked.',
  },
  publicity: {
    kind: 'publicity',
    title: 'Publicity log',
    role: null,
    holder: null,
    owner: 'Communications Officer',
    since: 560,
    expires: null,
    review: 90,
    says: 'Website, rent statement of April, magazine of summer, posters in every block, all e-mail footers.',
  },
  mrc: {
    kind: 'role',
    title: 'Member responsible for complaints',
    role: 'member-responsible',
    holder: 'Dr Margaret Illingby',
    owner: 'Company Secretary',
    since: 780,
    expires: 315,
    review: null,
    says: 'Appointed by the Board for two years.',
  },
  lead: {
    kind: 'role',
    title: 'Senior lead for complaints',
    role: 'senior-lead',
    holder: 'Helen Castledon',
    owner: 'Chief Executive',
    since: 900,
    expires: null,
    review: 120,
    says: 'Head of Resident Experience.',
  },
  officers: {
    kind: 'role',
    title: 'Complaints officers',
    role: 'complaints-officer',
    holder: 'Kelly Brathwaite and Tom Ardley',
    owner: 'Complaints Manager',
    since: 650,
    expires: null,
    review: null,
    says: 'Two officers in post.',
  },
  minutes: {
    kind: 'minutes',
    title: 'Minutes of the Board: complaints',
    role: null,
    holder: null,
    owner: 'Company Secretary',
    since: 150,
    expires: null,
    review: null,
    says: 'Minutes of the four meetings of the year, items on complaints.',
  },
} as const satisfies Readonly<Record<string, Piece>>;
export type PieceKey = keyof typeof pieces;
