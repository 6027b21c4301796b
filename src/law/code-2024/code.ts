import { day } from '../../facts/days.js';
import type { Code } from '../words.js';
import { section1 } from './1-definition.js';
import { section2 } from './2-exclusions.js';
import { section3 } from './3-accessibility.js';
import { section4 } from './4-staff.js';
import { section5 } from './5-process.js';
import { section6 } from './6-stages.js';
import { section7 } from './7-putting-right.js';
import { section8 } from './8-self-assessment.js';
import { section9 } from './9-oversight.js';

export const code2024 = {
  edition: '2024',
  title: 'Complaint Handling Code 2024',
  status: 'statutory',
  from: day('2024-04-01'),
  until: null,
  officialText: 'https://www.housing-ombudsman.org.uk/landlords-info/complaint-handling-code/',
  sections: [section1, section2, section3, section4, section5, section6, section7, section8, section9],
} as const satisfies Code;
