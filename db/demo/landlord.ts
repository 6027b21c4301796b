/**
 * Osier Vale Homes: an invented housing association in an invented county. The postcode area HV does not exist, the
 * telephone numbers are Ofcom's for drama, the addresses of e-mail end in `.example`.
 */

export const landlord = {
  name: 'Osier Vale Homes',
  legalName: 'Osier Vale Homes Limited',
  address: ['The Maltings', '14 Weir Street', 'Haverstoke', 'HV1 2AD'],
  phone: '01632 960100',
  textphone: '18001 01632 960100',
  emergency: { phone: '01632 960199', hours: 'day and night, every day' },
  email: 'complaints@osiervalehomes.example',
  website: 'https://www.osiervalehomes.example',
  brandColour: '#0b5345',
  registered:
    'Osier Vale Homes Limited is a charitable community benefit society. This landlord is invented for demonstration.',
  homesLcra: 2412,
  homesLcho: 148,
  homesLeasehold: 86,
} as const;

export const teams = {
  complaints: { name: 'Complaints', contractor: false },
  contactCentre: { name: 'Contact centre', contractor: false },
  repairs: { name: 'Repairs', contractor: false },
  damp: { name: 'Damp and mould', contractor: false },
  gas: { name: 'Gas and heating', contractor: false },
  neighbourhood: { name: 'Neighbourhood', contractor: false },
  asb: { name: 'Antisocial behaviour', contractor: false },
  leasehold: { name: 'Leasehold and service charges', contractor: false },
  lettings: { name: 'Lettings', contractor: false },
  tarrow: { name: 'Tarrow Heating Services (contractor)', contractor: true },
  pikeholm: { name: 'Pikeholm Building Services (contractor)', contractor: true },
} as const;
export type TeamKey = keyof typeof teams;

/** Service areas, and the categories within them, as triage and points use them. */
export const areas = {
  Repairs: ['Delay', 'Missed appointment', 'Quality of work', 'Leak', 'Lift', 'Doors and windows', 'Pests'],
  'Damp and mould': ['Delay', 'Quality of work', 'Health affected', 'Cause disputed'],
  'Heating and hot water': ['Breakdown', 'Missed appointment', 'Repeated fault', 'Safety check'],
  Neighbourhood: ['Parking', 'Cleaning', 'Grounds and fencing', 'Refuse', 'Boundary'],
  'Antisocial behaviour': ['Noise', 'Harassment', 'Drugs', 'How the report was handled'],
  'Leasehold and service charges': ['Charge disputed', 'Information not given', 'Major works', 'Staircasing'],
  'Rent and accounts': ['Rent level', 'Arrears letter', 'Refund'],
  Lettings: ['Transfer', 'Mutual exchange', 'Condition at letting', 'Homelessness and register', 'Adaptations'],
  'Staff and contractors': ['Conduct', 'Information wrong', 'Data protection'],
  'Contact centre': ['No reply', 'Waiting time', 'Complaint handling'],
} as const;
export type AreaName = keyof typeof areas;

/** The roles are the product's; two hats are possible. */
export const staff = {
  kelly: {
    name: 'Kelly Brathwaite',
    phone: '01632 960111',
    email: 'kelly.brathwaite@osiervalehomes.example',
    roles: ['officer'],
    team: 'complaints',
    title: 'Complaints Officer',
  },
  tom: {
    name: 'Tom Ardley',
    phone: '01632 960112',
    email: 'tom.ardley@osiervalehomes.example',
    roles: ['officer'],
    team: 'complaints',
    title: 'Complaints Officer',
  },
  nadia: {
    name: 'Nadia Rahimi',
    phone: '01632 960113',
    email: 'nadia.rahimi@osiervalehomes.example',
    roles: ['officer'],
    team: 'contactCentre',
    title: 'Contact Centre Adviser',
  },
  martin: {
    name: 'Martin Oyelowe',
    phone: '01632 960114',
    email: 'martin.oyelowe@osiervalehomes.example',
    roles: ['investigator'],
    team: 'repairs',
    title: 'Investigating Officer, Repairs',
  },
  sioned: {
    name: 'Sioned Prydderch',
    phone: '01632 960115',
    email: 'sioned.prydderch@osiervalehomes.example',
    roles: ['investigator', 'officer'],
    team: 'neighbourhood',
    title: 'Investigating Officer, Neighbourhoods',
  },
  harjit: {
    name: 'Harjit Sandhar',
    phone: '01632 960121',
    email: 'harjit.sandhar@osiervalehomes.example',
    roles: ['investigator', 'officer'],
    team: 'damp',
    title: 'Damp and Mould Lead',
  },
  bea: {
    name: 'Bea Lightfoot',
    phone: '01632 960116',
    email: 'bea.lightfoot@osiervalehomes.example',
    roles: ['investigator'],
    team: 'leasehold',
    title: 'Homeownership Officer',
  },
  helen: {
    name: 'Helen Castledon',
    phone: '01632 960117',
    email: 'helen.castledon@osiervalehomes.example',
    roles: ['reviewer'],
    team: 'complaints',
    title: 'Head of Resident Experience',
  },
  graham: {
    name: 'Graham Tolley',
    phone: '01632 960118',
    email: 'graham.tolley@osiervalehomes.example',
    roles: ['reviewer'],
    team: 'neighbourhood',
    title: 'Director of Homes',
  },
  ruth: {
    name: 'Ruth Ansahene',
    phone: '01632 960119',
    email: 'ruth.ansahene@osiervalehomes.example',
    roles: ['manager'],
    team: 'complaints',
    title: 'Complaints Manager',
  },
  peter: {
    name: 'Peter Lindquist',
    phone: '01632 960120',
    email: 'peter.lindquist@osiervalehomes.example',
    roles: ['administrator'],
    team: 'complaints',
    title: 'Systems Administrator',
  },
  margaret: {
    name: 'Dr Margaret Illingby',
    phone: '01632 960122',
    email: 'margaret.illingby@osiervalehomes.example',
    roles: ['member-responsible'],
    team: 'complaints',
    title: 'Board member responsible for complaints',
  },
} as const;
export type StaffKey = keyof typeof staff;

/** Shown on the sign-in page of the demonstration, and nowhere else. */
export const demonstrationPassword = 'osier-vale-demo';
