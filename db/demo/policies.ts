/** What decisions of the demonstration rest on: the landlord's own invented policies, and the law as it stands. */
export const P = {
  repairs:
    'policy|Repairs Policy, section 4: emergencies made safe within 24 hours, urgent repairs within 5 working days, routine repairs within 20 working days',
  appointments:
    'policy|Repairs Policy, section 6: an appointment is kept, or moved with at least one working day of notice',
  damp: 'policy|Damp and Mould Policy, section 3: every report is inspected, the cause is found before the mould is washed down, and the home is visited again six weeks after the work',
  heating:
    'policy|Heating and Hot Water Policy, section 2: a household with no hot water is seen the next working day, and has heaters and the use of showers meanwhile',
  asb: 'policy|Antisocial Behaviour Policy, section 5: a reply within 3 working days, a risk assessment, an action plan agreed with the person who reports, contact every 10 working days',
  neighbourhood: 'policy|Estate Services Standard: what is cleaned, cut and inspected, and how often',
  parking: 'policy|Parking Policy, section 2: bays go with the home and are enforced by permit',
  charges: 'policy|Service Charge Policy, section 7: invoices and a breakdown within 20 working days of being asked',
  lettings: 'policy|Lettings Policy, section 8: condition of a home at letting',
  exchange: 'policy|Mutual Exchange Policy: a decision in writing within 42 calendar days',
  adaptations: 'policy|Adaptations Policy, section 3: minor adaptations within 15 working days of the recommendation',
  conduct: 'policy|Code of Conduct for staff and contractors, section 1: courtesy, identity shown, plain explanations',
  data: 'law|Data Protection Act 2018 and the UK GDPR, articles 5 and 33',
  compensation:
    'policy|Compensation Policy, section 3: amounts by length and effect, in line with the Ombudsman’s guidance on remedies',
  complaints: 'policy|Complaints Policy, section 5: times for acknowledging and answering',
  arrears: 'policy|Income Policy, section 4: no arrears letter while a payment is being traced',
  pests:
    'policy|Repairs Policy, section 9: pests in shared parts, and those that come in through the structure, are ours to treat',
  section11:
    'law|Landlord and Tenant Act 1985, section 11: structure, outside, and installations for water, gas, electricity, heating and hot water',
  fitness: 'law|Homes (Fitness for Human Habitation) Act 2018',
  hazards: 'law|The hazards regulations made under section 10A of the Landlord and Tenant Act 1985',
  gasSafety: 'law|Gas Safety (Installation and Use) Regulations 1998, regulation 36',
  section20: 'law|Landlord and Tenant Act 1985, sections 20 and 20ZA: consultation on major works',
  section22: 'law|Landlord and Tenant Act 1985, sections 21 and 22: summary of costs and inspection of the accounts',
  equality: 'law|Equality Act 2010, section 20: reasonable adjustments',
  lease: 'policy|The lease, schedule 4: what the service charge may contain',
  records: 'practice|The Ombudsman’s spotlight report on knowledge and information management',
  noise:
    'practice|The Ombudsman’s spotlight report on noise: handle household noise by a policy of its own, apart from antisocial behaviour',
} as const;
