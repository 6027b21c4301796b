/** The Code of 2020, section 3: Complaint handling personnel and procedure. In our own words. */
import type { Section } from '../words.js';

export const section3 = {
  number: 3,
  title: 'Complaint handling personnel and procedure',
  provisions: {
    '3.1': {
      duty: 'There is a complaints officer or the like.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Who, and since when.',
    },
    '3.2': {
      duty: 'The complaints officer may resolve complaints on their own authority.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'What they may decide alone.',
    },
    '3.3': {
      duty: 'The complaints officer can make other departments take part.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Requests to other teams and how they were answered.',
    },
    '3.4': {
      duty: 'Where there is a third stage, residents take part in the decision.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The make-up of the panel.',
    },
    '3.5': {
      duty: 'The third stage is optional for residents.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The policy and letters at the end of stage 2.',
    },
    '3.6': {
      duty: 'The final answer sets out the right to go to the Ombudsman.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ResponseSent', 'LetterChecked'],
      evidence: 'Final answers and what they say of the Ombudsman.',
    },
    '3.7': {
      duty: "A record is kept of correspondence, the resident's included.",
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Received', 'MessageReceived', 'DocumentAdded', 'LetterSent'],
      evidence: 'The case itself.',
    },
    '3.8': {
      duty: 'It is known at which stage most complaints are resolved.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ResponseSent', 'EscalationRequested'],
      evidence: 'Answers by stage, and how many went on.',
    },
  },
} as const satisfies Section;
