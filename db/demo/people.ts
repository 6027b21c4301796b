/** The people of the demonstration: invented, with telephone numbers that Ofcom keeps for drama. */

export interface DemoPerson {
  readonly name: string;
  /** The key of their home in homes.ts; absent for whoever is not a resident. */
  readonly home?: string;
  readonly email?: string;
  /** The last three digits of 01632 960 or of 07700 900. */
  readonly phone?: string;
  readonly mobile?: string;
  /** BCP 47, when it is not English. */
  readonly language?: string;
  readonly prefers?: 'email' | 'phone' | 'text-message' | 'post';
  /** Where to write instead; the home is then unsafe. */
  readonly safeAddress?: string;
}

export const people = {
  abena: { name: 'Abena Ofosu', home: 'Cordwainer Lane 8', email: 'abena.ofosu@mail.example', mobile: '101' },
  ahmed: { name: 'Ahmed Barzani', home: 'Sailmaker Court 12', mobile: '102', language: 'ckb' },
  amara: { name: 'Amara Nwosu-Bright', home: 'Malthouse Court 14', email: 'amara.nb@post.example', mobile: '103' },
  annelise: {
    name: 'Annelise Vandermeer',
    home: 'Fuller’s Wharf 44',
    email: 'a.vandermeer@mail.example',
    phone: '201',
  },
  anon: {
    name: 'Simone Hartnoll',
    home: 'Fuller’s Wharf 19',
    mobile: '104',
    safeAddress: 'c/o Mrs P. Hartnoll, 2 Chapel Close, Little Osier, HV5 1AA',
    prefers: 'phone',
  },
  barnaby: { name: 'Barnaby Stroud', home: 'Lockkeeper’s Way 4', email: 'stroud.family@mail.example', mobile: '105' },
  beatriz: {
    name: 'Beatriz Salgado',
    home: 'Malthouse Court 31',
    email: 'bea.salgado@post.example',
    mobile: '106',
    language: 'pt',
  },
  bernadette: { name: 'Bernadette Quill', home: 'Tanners Yard 6', phone: '202', prefers: 'phone' },
  beryl: { name: 'Beryl Eastaway', home: 'Osier Green 58', phone: '203', prefers: 'post' },
  chantelle: { name: 'Chantelle Toye', home: 'Osier Green 21', email: 'chantelle.toye@post.example', mobile: '107' },
  chioma: { name: 'Chioma Ezenwa', home: 'Priory Walk 3', email: 'c.ezenwa@mail.example', mobile: '108' },
  cllr: { name: 'Councillor Brian Tattershaw', email: 'cllr.tattershaw@haverstoke-council.example', phone: '301' },
  connor: { name: 'Connor Breck', home: 'Malthouse Court 7', email: 'cbreck@post.example', mobile: '109' },
  crispin: { name: 'Crispin Waverley-Hume', home: 'Coldwell Hill 14', email: 'cwh@mail.example', phone: '204' },
  curtis: { name: 'Curtis Delmond', home: 'Raglan Street 52', mobile: '110', prefers: 'text-message' },
  cyril: { name: 'Cyril Pennock', home: 'Ropewalk House 33', phone: '205', prefers: 'post' },
  derek: { name: 'Derek Hollis', home: 'Tenter Close 7', phone: '206', prefers: 'phone' },
  desmond: { name: 'Desmond Achebe-Lane', home: 'Pithead Avenue 77', phone: '207', email: 'desmond.al@mail.example' },
  dorothea: { name: 'Dorothea Vane', home: 'Ropewalk House 52', phone: '208', prefers: 'phone' },
  eileen: { name: 'Eileen Postlethorpe', home: 'Weir Mews 5', phone: '209', prefers: 'post' },
  farrukh: { name: 'Farrukh Mirzo', home: 'Quay Parade 2A', email: 'f.mirzo@mail.example', mobile: '111' },
  fergus: { name: 'Fergus Abernethy-Cole', home: 'Lamproom Road 90', email: 'fac@post.example', mobile: '112' },
  fiona: { name: 'Fiona Garrick', home: 'Withy Lane 41', email: 'fiona.garrick@post.example', mobile: '113' },
  gary: { name: 'Gary Stubbings', home: 'Bracken Drive 65', mobile: '114', prefers: 'text-message' },
  glenys: { name: 'Glenys Maddox', home: 'Fellmonger Row 9', phone: '210', prefers: 'phone' },
  gwendoline: { name: 'Gwendoline Ash', home: 'Tenter Close 4', phone: '211', prefers: 'post' },
  halina: { name: 'Halina Sobczak', home: 'Ropewalk House 18', mobile: '115', language: 'pl' },
  hevin: { name: 'Hevin Demir', home: 'Saddler Crescent 22', mobile: '116', language: 'kmr' },
  hugo: { name: 'Hugo Brandreth', home: 'Lockkeeper’s Way 23', email: 'h.brandreth@mail.example', phone: '212' },
  imogen: { name: 'Imogen Farr', home: 'Heather Drive 18', email: 'imogenfarr@post.example', mobile: '117' },
  ines: { name: 'Inês Carvalho', home: 'Kiln Lane 6', email: 'ines.c@post.example', mobile: '118', language: 'pt' },
  janet: { name: 'Janet Crouch-Adeyi', email: 'janet.ca@mail.example', mobile: '119' },
  jaz: { name: 'Jaz Dhillon', home: 'Saddler Crescent 63', email: 'jaz.d@post.example', mobile: '120' },
  joanne: { name: 'Joanne Thirkettle', home: 'Kiln Lane 30', email: 'jthirkettle@post.example', mobile: '121' },
  joyce: { name: 'Joyce Pargeter', home: 'Windlass Close 11', phone: '213', prefers: 'post' },
  keisha: { name: 'Keisha Brownlow', home: 'Northgate Road 41', email: 'keishab@post.example', mobile: '122' },
  keith: { name: 'Keith Ollerton', home: 'Kiln Lane 58', email: 'k.ollerton@mail.example', phone: '214' },
  laszlo: {
    name: 'László Farkas',
    home: 'Ropewalk House 9',
    email: 'l.farkas@mail.example',
    mobile: '123',
    language: 'hu',
  },
  leanne: { name: 'Leanne Doran', home: 'Gorse Hill 26', email: 'leannedoran@post.example', mobile: '124' },
  lilian: { name: 'Lilian Crouch', home: 'Tenter Close 14', phone: '215', prefers: 'post' },
  margery: { name: 'Margery Tansley', home: 'Coldwell Terrace 22', phone: '216', prefers: 'post' },
  marlon: { name: 'Marlon Edwardes', home: 'Malthouse Court 40', email: 'marlon.e@post.example', mobile: '125' },
  maureen: {
    name: 'Maureen Tuffnell',
    home: 'Malthouse Court 16',
    phone: '217',
    email: 'maureen.tuffnell@mail.example',
    prefers: 'phone',
  },
  moira: { name: 'Moira Keane', email: 'moira.keane@haverstoke-floating-support.example', phone: '302' },
  mp: { name: 'Daniel Frewin, office of Alison Merrow MP', email: 'daniel.frewin@merrow-office.example', phone: '303' },
  naseem: { name: 'Naseem Qadir', home: 'Eastfields Road 84', email: 'n.qadir@mail.example', mobile: '126' },
  nigel: { name: 'Nigel Attwater', home: 'Coldwell Terrace 60', email: 'attwater@mail.example' },
  olamide: { name: 'Olamide Fashola', home: 'Kiln Lane 12', email: 'olamide.fashola@mail.example', mobile: '127' },
  olena: { name: 'Olena Kovalchuk', home: 'Sailmaker Court 27', mobile: '128', language: 'uk' },
  pawel: { name: 'Paweł Wroński', home: 'Raglan Street 12', mobile: '129', language: 'pl', prefers: 'text-message' },
  prisca: { name: 'Prisca Mukasa', home: 'Ropewalk House 27', phone: '218', prefers: 'post' },
  priyanka: { name: 'Priyanka Venkat', home: 'Basketmaker Way 15', email: 'priyanka.v@post.example', mobile: '130' },
  quentin: { name: 'Quentin Lathbury', home: 'Corn Exchange House 5', email: 'q.lathbury@mail.example' },
  rebwar: { name: 'Rebwar Salih', home: 'Sluice Road 3', mobile: '131', language: 'ckb' },
  rex: { name: 'Rex Holloway-Finch', email: 'rhf@mail.example', phone: '304' },
  rosalind: {
    name: 'Rosalind Achterberg',
    home: 'Fuller’s Wharf 31',
    email: 'r.achterberg@mail.example',
    phone: '219',
  },
  ruby: { name: 'Ruby Osgood', home: 'Withy Lane 9', email: 'ruby.osgood@post.example', phone: '220' },
  rukhsana: {
    name: 'Rukhsana Begum',
    home: 'Cordwainer Lane 5',
    email: 'rukhsana.b@post.example',
    mobile: '132',
    language: 'bn',
  },
  samina: { name: 'Samina Chaudry', home: 'Corn Exchange House 11', mobile: '133', phone: '221' },
  samuel: { name: 'Samuel Boateng', home: 'Ropewalk House 61', phone: '222', prefers: 'phone' },
  shanice: { name: 'Shanice Gordonbell', home: 'Raglan Street 33', email: 'shanice.gb@post.example', mobile: '134' },
  shaun: { name: 'Shaun Rudge', home: 'Lamproom Road 17', email: 'shaunrudge@post.example', mobile: '135' },
  sofia: {
    name: 'Sofia Marchetti',
    home: 'Osier Green 9',
    email: 'sofia.marchetti@mail.example',
    mobile: '136',
    language: 'it',
  },
  solveig: { name: 'Solveig Aas', home: 'Heather Drive 70', email: 'solveig.aas@mail.example', mobile: '137' },
  tamsin: { name: 'Tamsin Kerslade', home: 'Bracken Drive 8', email: 'tamsin.k@post.example', mobile: '138' },
  theodore: { name: 'Theodore Quayle', home: 'Malthouse Court 55', email: 't.quayle@mail.example', phone: '223' },
  tomasz: {
    name: 'Tomasz Wrona',
    home: 'Malthouse Court 44',
    email: 'tomasz.wrona@post.example',
    mobile: '139',
    language: 'pl',
  },
  trevor: { name: 'Trevor Upjohn', home: 'Withy Lane 4', phone: '224', prefers: 'phone' },
  walter: { name: 'Walter Imray', home: 'Lockkeeper’s Way 17', email: 'w.imray@mail.example', phone: '225' },
  winston: { name: 'Winston Lascelles', home: 'Pithead Avenue 120', mobile: '140', prefers: 'phone' },
  yusuf: {
    name: 'Yusuf Adan',
    home: 'Raglan Street 17',
    email: 'yusuf.adan@post.example',
    mobile: '141',
    language: 'so',
  },
} as const satisfies Readonly<Record<string, DemoPerson>>;
export type PersonKey = keyof typeof people;
