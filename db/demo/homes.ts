/** Homes of the invented landlord: 2,412 rented, 148 shared ownership, 86 leasehold. Haverstoke is on no map. */
import type { Tenure } from '../../src/facts/happened.js';
import { landlord } from './landlord.js';

export interface DemoHome {
  readonly key: string;
  readonly address: string;
  readonly postcode: string;
  readonly uprn: string;
  readonly tenure: Tenure;
  readonly area: string;
  readonly ward: string;
  readonly block: string | null;
}

interface Place {
  readonly name: string;
  /** A block of flats stands in a street; a street of houses has none. */
  readonly inStreet?: string;
  readonly town: 'Haverstoke' | 'Pennmoor' | 'Coldwell';
  readonly ward: string;
  readonly postcode: string;
  readonly count: number;
  /** From which number on a tenure other than renting begins. */
  readonly others?: readonly (readonly [from: number, tenure: Tenure])[];
}

const places: readonly Place[] = [
  {
    name: 'Malthouse Court',
    inStreet: 'Weir Street',
    town: 'Haverstoke',
    ward: 'Haverstoke Central',
    postcode: 'HV1 2BT',
    count: 60,
    others: [[49, 'leasehold']],
  },
  {
    name: 'Ropewalk House',
    inStreet: 'Ropewalk',
    town: 'Haverstoke',
    ward: 'Mill Quarter',
    postcode: 'HV1 4RE',
    count: 64,
  },
  {
    name: 'Fuller’s Wharf',
    inStreet: 'Quay Parade',
    town: 'Haverstoke',
    ward: 'Mill Quarter',
    postcode: 'HV1 4TW',
    count: 72,
    others: [[29, 'LCHO']],
  },
  {
    name: 'Lockkeeper’s Way',
    town: 'Haverstoke',
    ward: 'Mill Quarter',
    postcode: 'HV1 5JH',
    count: 60,
    others: [[1, 'LCHO']],
  },
  { name: 'Heron Rise', town: 'Coldwell', ward: 'Coldwell', postcode: 'HV3 7LA', count: 44, others: [[1, 'LCHO']] },
  {
    name: 'Corn Exchange House',
    inStreet: 'Market Hill',
    town: 'Haverstoke',
    ward: 'Haverstoke Central',
    postcode: 'HV1 1DX',
    count: 40,
    others: [[17, 'leasehold']],
  },
  {
    name: 'Sailmaker Court',
    inStreet: 'Quay Parade',
    town: 'Haverstoke',
    ward: 'Mill Quarter',
    postcode: 'HV1 4UN',
    count: 90,
    others: [[41, 'leasehold']],
  },
  { name: 'Tenter Close', town: 'Haverstoke', ward: 'Northgate', postcode: 'HV2 3EP', count: 36 },
  { name: 'Osier Green', town: 'Haverstoke', ward: 'Northgate', postcode: 'HV2 6GB', count: 96 },
  { name: 'Northgate Road', town: 'Haverstoke', ward: 'Northgate', postcode: 'HV2 1RS', count: 88 },
  { name: 'Northgate Rise', town: 'Haverstoke', ward: 'Northgate', postcode: 'HV2 1SU', count: 62 },
  { name: 'Priory Walk', town: 'Haverstoke', ward: 'Haverstoke Central', postcode: 'HV1 3NF', count: 48 },
  { name: 'Weir Mews', town: 'Haverstoke', ward: 'Haverstoke Central', postcode: 'HV1 2BW', count: 18 },
  { name: 'Quay Parade', town: 'Haverstoke', ward: 'Mill Quarter', postcode: 'HV1 4SQ', count: 24 },
  { name: 'Cordwainer Lane', town: 'Haverstoke', ward: 'Mill Quarter', postcode: 'HV1 5AP', count: 70 },
  { name: 'Tanners Yard', town: 'Haverstoke', ward: 'Mill Quarter', postcode: 'HV1 5DL', count: 32 },
  { name: 'Raglan Street', town: 'Haverstoke', ward: 'Eastfields', postcode: 'HV2 8HW', count: 110 },
  { name: 'Eastfields Road', town: 'Haverstoke', ward: 'Eastfields', postcode: 'HV2 8LT', count: 134 },
  { name: 'Saddler Crescent', town: 'Haverstoke', ward: 'Eastfields', postcode: 'HV2 9BU', count: 86 },
  { name: 'Coldwell Terrace', town: 'Coldwell', ward: 'Coldwell', postcode: 'HV3 5AD', count: 78 },
  { name: 'Coldwell Hill', town: 'Coldwell', ward: 'Coldwell', postcode: 'HV3 5EQ', count: 92 },
  { name: 'The Paddock', town: 'Coldwell', ward: 'Coldwell', postcode: 'HV3 6RJ', count: 30 },
  { name: 'Kiln Lane', town: 'Pennmoor', ward: 'Pennmoor', postcode: 'HV4 2FY', count: 84 },
  { name: 'Fellmonger Row', town: 'Pennmoor', ward: 'Pennmoor', postcode: 'HV4 2GN', count: 40 },
  { name: 'Pithead Avenue', town: 'Pennmoor', ward: 'Pennmoor', postcode: 'HV4 3XA', count: 142 },
  { name: 'Lamproom Road', town: 'Pennmoor', ward: 'Pennmoor', postcode: 'HV4 3ZE', count: 126 },
  { name: 'Windlass Close', town: 'Pennmoor', ward: 'Pennmoor', postcode: 'HV4 4PH', count: 58 },
  { name: 'Bracken Drive', town: 'Pennmoor', ward: 'Pennmoor South', postcode: 'HV4 6TB', count: 118 },
  { name: 'Heather Drive', town: 'Pennmoor', ward: 'Pennmoor South', postcode: 'HV4 6UD', count: 104 },
  { name: 'Gorse Hill', town: 'Pennmoor', ward: 'Pennmoor South', postcode: 'HV4 7EL', count: 96 },
  { name: 'Sluice Road', town: 'Haverstoke', ward: 'Eastfields', postcode: 'HV2 9WS', count: 120 },
  { name: 'Withy Lane', town: 'Haverstoke', ward: 'Northgate', postcode: 'HV2 7YT', count: 98 },
  { name: 'Basketmaker Way', town: 'Haverstoke', ward: 'Northgate', postcode: 'HV2 7AR', count: 84 },
];

const areaOf: Readonly<Record<string, string>> = {
  'Haverstoke Central': 'Haverstoke West',
  'Mill Quarter': 'Haverstoke West',
  Northgate: 'Haverstoke North',
  Eastfields: 'Haverstoke North',
  Coldwell: 'Coldwell',
  Pennmoor: 'Pennmoor',
  'Pennmoor South': 'Pennmoor',
};

function tenureOf(place: Place, number: number): Tenure {
  return place.others?.findLast(([from]) => number >= from)?.[1] ?? 'LCRA';
}

function homesOf(place: Place, count = place.count): Omit<DemoHome, 'uprn'>[] {
  return Array.from({ length: count }, (_, i) => {
    const number = String(i + 1);
    return {
      key: `${place.name} ${number}`,
      address: place.inStreet
        ? `Flat ${number}, ${place.name}, ${place.inStreet}, ${place.town}`
        : `${number} ${place.name}, ${place.town}`,
      postcode: place.postcode,
      tenure: tenureOf(place, i + 1),
      area: areaOf[place.ward] ?? place.ward,
      ward: place.ward,
      block: place.inStreet ? place.name : null,
    };
  });
}

/** The long road that takes whatever is left, so that the totals are those of the landlord. */
const lastRoad: Place = {
  name: 'Long Meadow',
  town: 'Pennmoor',
  ward: 'Pennmoor South',
  postcode: 'HV4 8HE',
  count: 0,
};

/** Where the wards lie to each other. Haverstoke is on no map, so nobody else's map would fit it. */
export const wardPlaces: readonly { readonly what: string; readonly longitude: number; readonly latitude: number }[] = [
  { what: 'Haverstoke Central', longitude: -1.62, latitude: 52.9 },
  { what: 'Mill Quarter', longitude: -1.598, latitude: 52.894 },
  { what: 'Northgate', longitude: -1.627, latitude: 52.924 },
  { what: 'Eastfields', longitude: -1.572, latitude: 52.908 },
  { what: 'Coldwell', longitude: -1.53, latitude: 52.932 },
  { what: 'Pennmoor', longitude: -1.682, latitude: 52.886 },
  { what: 'Pennmoor South', longitude: -1.67, latitude: 52.868 },
];

export function allHomes(): readonly DemoHome[] {
  const listed = places.flatMap((place) => homesOf(place));
  const basement = {
    ...(homesOf(placeCalled('Quay Parade'))[0] as Omit<DemoHome, 'uprn'>),
    key: 'Quay Parade 2A',
    address: '2A Quay Parade, Haverstoke',
  };
  const rented = listed.filter((home) => home.tenure === 'LCRA').length + 1;
  const rest = homesOf(lastRoad, Math.max(0, landlord.homesLcra - rented));
  return [...listed, basement, ...rest].map((home, i) => ({ ...home, uprn: `99990${String(i + 1).padStart(7, '0')}` }));
}

function placeCalled(name: string): Place {
  const found = places.find((place) => place.name === name);
  if (found === undefined) throw new Error(`no place is called ${name}`);
  return found;
}
