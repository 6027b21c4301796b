/** The Code of 2024, section 3: Accessibility and awareness. In our own words. */
import type { Section } from '../words.js';

export const section3 = {
  number: 3,
  title: 'Accessibility and awareness',
  provisions: {
    '3.1': {
      duty: 'Make complaining easy through different channels and anticipate reasonable adjustments under the Equality Act 2010.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Received', 'AdjustmentAgreed'],
      evidence: 'Complaints by channel; adjustments asked for and agreed when the complaint was taken.',
    },
    '3.2': {
      duty: 'Residents may complain in any way to any member of staff; all staff must know the process and pass complaints on.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Received', 'Logged'],
      evidence: 'Who first heard each complaint and when; how long it took to reach the complaints team.',
    },
    '3.3': {
      duty: 'High volumes are not to be treated as bad (they can show an accessible process); low volumes can mean residents cannot complain.',
      strength: 'must',
      judgedBy: 'person',
      evidence:
        'How reports speak of numbers of complaints: beside homes owned and satisfaction, and never as good or bad by themselves.',
    },
    '3.4': {
      duty: 'The complaints policy must be available to all residents in a clear, accessible format, describe the two stages, what happens at each and the timeframes, and be on the website.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The policy: where it is published, its formats, whether it describes both stages and their times.',
    },
    '3.5': {
      duty: 'The policy must explain how the landlord will publicise the policy, including information about the Ombudsman and the Code.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'What was published, where and when, about the policy, the Ombudsman and the Code.',
    },
    '3.6': {
      duty: 'Residents must be able to have a representative act for them and be represented or accompanied at any meeting where reasonable.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['RepresentativeAuthorised', 'AuthorityEnded'],
      evidence: 'Representatives on record with their authority; who came to meetings.',
    },
    '3.7': {
      duty: 'Residents must be given information on their right to the Ombudsman and how to engage with it about their complaint (at any time, not only at the end).',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Acknowledged', 'Extended', 'LetterSent'],
      evidence: "Letters and messages at each step that gave the resident the Ombudsman's details.",
    },
  },
} as const satisfies Section;
