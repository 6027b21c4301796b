/** The Code of 2022, section 3: Complaint handling personnel. In our own words. */
import type { Section } from '../words.js';

export const section3 = {
  number: 3,
  title: 'Complaint handling personnel',
  provisions: {
    '3.1': {
      duty: "A person or team is responsible for complaints (the 'complaints officer') and reports to the governing body.",
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Who is responsible for complaints, for the Ombudsman and for reporting, with their days in the role.',
    },
    '3.2': {
      duty: 'Whoever handles a complaint has the skills for it and no conflict of interest.',
      strength: 'must',
      judgedBy: 'person',
      evidence:
        'What the complaints officer may decide alone; requests to other teams and how long they took to answer.',
    },
    '3.3': {
      duty: 'Those who handle complaints are sensitive, fair and trained, with access to staff at all levels and authority to act.',
      strength: 'should',
      judgedBy: 'person',
      evidence:
        'What the complaints officer may decide alone; requests to other teams and how long they took to answer.',
    },
  },
} as const satisfies Section;
