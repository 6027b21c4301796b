/** What residents complained of before the landlord had Putright, in the short words of whoever kept the register. */
import type { AreaName } from '../landlord.js';

interface Matter {
  readonly area: AreaName;
  readonly category: string;
  /** How often, against the others. */
  readonly weight: number;
  /** More of it from October to March. */
  readonly winter: boolean;
  readonly summaries: readonly string[];
  readonly learning: readonly string[];
}

export const matters: readonly Matter[] = [
  {
    area: 'Repairs',
    category: 'Delay',
    weight: 20,
    winter: false,
    summaries: [
      'Kitchen worktop reported rotten in spring, measured twice, still not replaced',
      'Back fence down since the storm, three promises to come and nobody did',
      'Bathroom floor soft by the toilet, logged and closed without a visit',
      'Waiting eleven weeks for a front door that shuts',
      'Guttering overflows onto the path every time it rains, raised four times',
      'Loose stair tread reported as urgent, booked as routine',
    ],
    learning: [
      'Jobs that are closed without a visit are checked by a supervisor each week',
      'Fencing repairs have a date at the first call, and a text if it moves',
    ],
  },
  {
    area: 'Repairs',
    category: 'Missed appointment',
    weight: 14,
    winter: false,
    summaries: [
      'Took two days off work, operative did not come either time',
      'Card left saying no access while resident was at home',
      'Appointment moved three times on the morning itself',
      'Told between 8 and 12, came at half past four without tools',
    ],
    learning: ['No-access cards need a photograph of the door and a call before leaving'],
  },
  {
    area: 'Repairs',
    category: 'Quality of work',
    weight: 9,
    winter: false,
    summaries: [
      'Plaster fell again a week after the patch',
      'New tap leaks into the cupboard, operative said it was condensation',
      'Tiles do not match and grout left on the bath',
    ],
    learning: ['Post-inspection of one in ten plastering jobs'],
  },
  {
    area: 'Repairs',
    category: 'Leak',
    weight: 8,
    winter: true,
    summaries: [
      'Water through the hall ceiling from the flat above, second time this year',
      'Leak under the sink reported Friday, told to wait until Tuesday with a bucket',
      'Ceiling down in the box room after a leak nobody traced',
    ],
    learning: ['A leak that comes back within a year goes to a surveyor and not to another repair'],
  },
  {
    area: 'Damp and mould',
    category: 'Delay',
    weight: 12,
    winter: true,
    summaries: [
      'Mould in children’s bedroom since last winter, survey done, nothing since',
      'Fan ordered in November, still not fitted in February',
      'Black mould behind wardrobe, told to open windows',
      'Asked for the survey report three times',
    ],
    learning: [
      'Every damp survey has its works ordered on the day it is written',
      'The resident gets the survey’s findings in writing within three working days',
    ],
  },
  {
    area: 'Damp and mould',
    category: 'Health affected',
    weight: 4,
    winter: true,
    summaries: [
      'Damp bedroom, household has a baby, asks to be moved while works are done',
      'Mould wash done twice and it came back within weeks',
    ],
    learning: ['Health is asked about at the first report of damp and noted'],
  },
  {
    area: 'Heating and hot water',
    category: 'Breakdown',
    weight: 13,
    winter: true,
    summaries: [
      'No heating over a weekend, engineer without the part',
      'Boiler loses pressure every day, four visits',
      'No hot water for nine days, one fan heater offered',
      'Temporary heaters cost more than the meter could take',
    ],
    learning: [
      'Common boiler parts are carried on the van in winter',
      'Heaters are brought on the same day and their running cost is repaid',
    ],
  },
  {
    area: 'Heating and hot water',
    category: 'Repeated fault',
    weight: 6,
    winter: true,
    summaries: ['Same fault code five times since October', 'Radiators cold upstairs after the new pump'],
    learning: ['A third visit for one fault is booked with a senior engineer'],
  },
  {
    area: 'Neighbourhood',
    category: 'Cleaning',
    weight: 6,
    winter: false,
    summaries: [
      'Stairwell not cleaned for a month although the sheet is signed',
      'Bin store overflowing and foxes in it',
    ],
    learning: ['Cleaning sheets are checked against photographs'],
  },
  {
    area: 'Neighbourhood',
    category: 'Grounds and fencing',
    weight: 5,
    winter: false,
    summaries: ['Hedge over the pavement, neighbour in a wheelchair has to use the road', 'Grass cut once since April'],
    learning: ['The cutting plan is on the website with the date of the last cut'],
  },
  {
    area: 'Antisocial behaviour',
    category: 'How the report was handled',
    weight: 8,
    winter: false,
    summaries: [
      'Diary sheets handed in twice and lost',
      'Noise from the flat below, case closed without telling resident',
      'Asked to meet the neighbour although resident is afraid of him',
    ],
    learning: ['A report of antisocial behaviour is closed only after a call to the person who made it'],
  },
  {
    area: 'Leasehold and service charges',
    category: 'Charge disputed',
    weight: 6,
    winter: false,
    summaries: ['Charged for a lift in a block without one', 'Estimated charges never set against the actual ones'],
    learning: ['Service charge statements name the block and what was done in it'],
  },
  {
    area: 'Rent and accounts',
    category: 'Arrears letter',
    weight: 4,
    winter: false,
    summaries: [
      'Arrears letter although the payment was on the statement',
      'Refund of a credit asked for in May, paid in September',
    ],
    learning: ['No arrears letter leaves on the day a payment is posted'],
  },
  {
    area: 'Lettings',
    category: 'Transfer',
    weight: 5,
    winter: false,
    summaries: [
      'Transfer application with medical letter not looked at for five months',
      'Told third on the list, then told there is no list',
    ],
    learning: ['Applicants see their place and what would change it'],
  },
  {
    area: 'Lettings',
    category: 'Condition at letting',
    weight: 4,
    winter: false,
    summaries: [
      'Home let with rubbish in the garden and no light in the hall',
      'Keys given a day before the floor was laid',
    ],
    learning: ['The letting standard is checked with the new resident in the home'],
  },
  {
    area: 'Staff and contractors',
    category: 'Conduct',
    weight: 4,
    winter: false,
    summaries: ['Operative rude when asked to wear overshoes', 'Spoken to as if she had made it up'],
    learning: ['Contractor’s induction now includes how to enter a home'],
  },
  {
    area: 'Contact centre',
    category: 'No reply',
    weight: 6,
    winter: false,
    summaries: [
      'Three e-mails without an answer',
      'Forty minutes on the telephone, then cut off',
      'Call back promised four times',
    ],
    learning: ['Call backs are counted and the late ones read out each morning'],
  },
];

export const requests: readonly { readonly area: AreaName; readonly summary: string }[] = [
  { area: 'Repairs', summary: 'Asks when the repair that was reported will be done' },
  { area: 'Repairs', summary: 'Reports a dripping tap for the first time' },
  { area: 'Heating and hot water', summary: 'Asks how to set the new controls' },
  { area: 'Neighbourhood', summary: 'Reports fly-tipping by the garages' },
  { area: 'Neighbourhood', summary: 'Asks for a parking space to be marked' },
  { area: 'Antisocial behaviour', summary: 'Reports loud music for the first time' },
  { area: 'Lettings', summary: 'Asks where their application stands' },
  { area: 'Leasehold and service charges', summary: 'Asks for a breakdown of the estimated charges' },
  { area: 'Rent and accounts', summary: 'Asks for a rent statement' },
  { area: 'Damp and mould', summary: 'Reports mould for the first time, survey booked' },
];

export const memberEnquiries: readonly { readonly area: AreaName; readonly summary: string }[] = [
  { area: 'Lettings', summary: 'Asks on behalf of a constituent about a transfer' },
  { area: 'Repairs', summary: 'Asks on behalf of a constituent when works will begin' },
  { area: 'Damp and mould', summary: 'Asks what was found in a constituent’s home' },
  { area: 'Antisocial behaviour', summary: 'Passes on residents’ concern about a stairwell' },
];

export const compliments: readonly { readonly area: AreaName; readonly summary: string }[] = [
  { area: 'Repairs', summary: 'Thanks the joiner who came back in his own time' },
  { area: 'Contact centre', summary: 'Thanks the adviser who rang back twice' },
  { area: 'Heating and hot water', summary: 'Thanks the engineer who brought heaters on a Sunday' },
];
