/** A register of any size, with faults in some of its rows, as landlords keep them: for measuring, and for tests. */
import type { RegisterMap } from '../src/complaint/register/fields.js';
import { addDays, type Day, day } from '../src/facts/days.js';

export interface RegisterWish {
  readonly rows: number;
  /** How many of a hundred rows have something wrong in them. */
  readonly faultyPercent: number;
  /** With names and addresses, so that people and homes are found or made. */
  readonly people: boolean;
}

const headings = {
  reference: 'Ref',
  kind: 'Type',
  channel: 'How received',
  receivedOn: 'Date received',
  acknowledgedOn: 'Date acknowledged',
  stage1RespondedOn: 'S1 response sent',
  stage1Outcome: 'S1 outcome',
  escalationRequestedOn: 'S2 requested',
  stage2RespondedOn: 'S2 response sent',
  stage2Outcome: 'S2 outcome',
  area: 'Service area',
  category: 'Category',
  summary: 'Details',
} as const;
const withPeople = { ...headings, person: 'Name', address: 'Address' } as const;

export function mapOf({ people }: Pick<RegisterWish, 'people'>): RegisterMap {
  return { columns: people ? withPeople : headings, values: {}, dates: 'dmy', rows: 'case' };
}

const kinds = ['Complaint', 'Complaint', 'Complaint', 'MP Enquiry', 'Service Request'];
const areas = ['Repairs', 'Allocations', 'Neighbourhoods', 'Tenancy Services', 'Property Services'];
const categories = ['Damp and mould', 'Delay', 'Staff', 'Quality of work', 'Charges', 'Noise'];
const channels = ['Email', 'Phone', 'Web form', 'Letter'];
const outcomes = ['Upheld', 'Partially upheld', 'Not upheld'];
const details = [
  'The boiler was out for a week and nobody came when it was promised',
  'Rubbish is left beside the bins and nobody takes it away',
  'The decision on the transfer was not explained',
  'A neighbour plays music until late at night',
  'The letter about the service charge has the wrong amount',
];

const british = (on: Day): string => `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;
const one = (list: readonly string[], i: number): string => list[i % list.length] ?? '';

/** The register line by line; the same wish gives the same register. */
export function* linesOf({ rows, faultyPercent, people }: RegisterWish): Generator<string> {
  yield Object.values(people ? withPeople : headings).join(',');
  let seed = 42;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 4_294_967_296;
  };
  for (let i = 0; i < rows; i++) {
    const received = addDays(day('2019-04-01'), Math.floor(random() * 2_000));
    const kind = one(kinds, Math.floor(random() * 100));
    const complaint = kind === 'Complaint';
    const answered = addDays(received, 6 + Math.floor(random() * 14));
    const escalated = complaint && random() < 0.15 ? addDays(answered, 10) : null;
    const cells: string[] = [
      `C${100_000 + i}`,
      kind,
      one(channels, Math.floor(random() * 100)),
      british(received),
      complaint ? british(addDays(received, 2)) : '',
      british(answered),
      complaint ? one(outcomes, Math.floor(random() * 100)) : '',
      escalated === null ? '' : british(escalated),
      escalated === null ? '' : british(addDays(escalated, 20)),
      escalated === null ? '' : one(outcomes, Math.floor(random() * 100)),
      one(areas, Math.floor(random() * 100)),
      one(categories, Math.floor(random() * 100)),
      `${one(details, Math.floor(random() * 100))}, number ${i}`,
    ];
    if (people) cells.push(`Resident ${i % 40_000}`, `"${i % 40_000} High Street, Anytown, ZZ${i % 90} ${i % 9}AB"`);
    if (random() * 100 < faultyPercent) spoil(cells, Math.floor(random() * 8));
    yield cells.join(',');
  }
}

/** Something of what goes wrong in registers. */
function spoil(cells: string[], how: number): void {
  switch (how) {
    case 0:
      cells[3] = '31/02/2021';
      return;
    case 1:
      cells[5] = '01/01/2001';
      return;
    case 2:
      cells[6] = 'see file';
      return;
    case 3:
      cells[1] = '';
      return;
    case 4:
      cells[10] = ` ${(cells[10] ?? '').toUpperCase()} `;
      return;
    case 5:
      cells[0] = 'C100000';
      return;
    case 6:
      cells[4] = 'next week';
      return;
    default:
      cells[2] = 'carrier pigeon';
  }
}
