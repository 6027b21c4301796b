import { day } from '../../facts/days.js';
import type { Code } from '../words.js';
import { section1 } from './1-definition.js';
import { section2 } from './2-accessibility.js';
import { section3 } from './3-personnel.js';
import { section4 } from './4-communication.js';
import { section5 } from './5-ombudsman.js';
import { section6 } from './6-fairness.js';
import { section7 } from './7-remedies.js';
import { section8 } from './8-learning.js';

/** Written as the 36 questions of its self-assessment, whose answers show whether each thing was done. */
export const code2020 = {
  edition: '2020',
  title: 'Complaint Handling Code 2020',
  status: 'scheme guidance',
  from: day('2020-07-07'),
  until: day('2022-03-31'),
  officialText: 'https://www.housing-ombudsman.org.uk/landlords-info/complaint-handling-code/',
  sections: [section1, section2, section3, section4, section5, section6, section7, section8],
} as const satisfies Code;
