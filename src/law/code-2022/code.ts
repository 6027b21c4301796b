import { day } from '../../facts/days.js';
import type { Code } from '../words.js';
import { section1 } from './1-definition.js';
import { section2 } from './2-accessibility.js';
import { section3 } from './3-personnel.js';
import { section4 } from './4-principles.js';
import { section5 } from './5-stages.js';
import { section6 } from './6-putting-right.js';
import { section7 } from './7-learning.js';
import { section8 } from './8-self-assessment.js';

export const code2022 = {
  edition: '2022',
  title: 'Complaint Handling Code 2022',
  status: 'scheme guidance',
  from: day('2022-04-01'),
  until: day('2024-03-31'),
  officialText: 'https://www.housing-ombudsman.org.uk/landlords-info/complaint-handling-code/',
  sections: [section1, section2, section3, section4, section5, section6, section7, section8],
} as const satisfies Code;
