/** The Code of 2020, section 4: Communication and timeliness. In our own words. */
import type { Section } from '../words.js';

export const section4 = {
  number: 4,
  title: 'Communication and timeliness',
  provisions: {
    '4.1': {
      duty: 'Residents are kept informed and updated while their complaint runs.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['UpdateGiven', 'UpdateIntervalAgreed'],
      evidence: 'Updates given.',
    },
    '4.2': {
      duty: "Residents hear the landlord's position and can challenge it before the final decision.",
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Findings shared and comments made before the decision.',
    },
    '4.3': {
      duty: 'Acknowledge and log every complaint within five days.',
      strength: 'must',
      judgedBy: 'clock',
      from: { event: 'Received' },
      until: [{ event: 'Acknowledged', stage: 1 }, { event: 'Logged' }],
      workingDays: 5,
      reading: 'The Code says five days; they are read as working days.',
    },
    '4.4': {
      duty: 'Residents are told at the end of each stage how to go on.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ResponseSent', 'LetterChecked'],
      evidence: 'Answers and what they say of the next step.',
    },
    '4.5': {
      duty: 'The proportion of complaints resolved at stage 1 is known.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ResponseSent', 'EscalationRequested'],
      evidence: 'Stage 1 answers that did not go on.',
    },
    '4.6': {
      duty: 'The proportion of complaints resolved at stage 2 is known.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ResponseSent'],
      evidence: 'Stage 2 answers.',
    },
    '4.7': {
      duty: 'Answer within the times of the Code: ten working days at stage 1 from receipt, twenty at stage 2 from the request, each with up to ten more; the proportions are known with and without extension.',
      strength: 'must',
      judgedBy: 'clock',
      from: { event: 'Received' },
      until: [{ event: 'ResponseSent', stage: 1 }],
      workingDays: 10,
      extendedBy: { event: 'Extended', stage: 1 },
      longestExtension: 10,
      also: [
        {
          from: { event: 'EscalationRequested' },
          until: [{ event: 'ResponseSent', stage: 2 }],
          workingDays: 20,
          extendedBy: { event: 'Extended', stage: 2 },
          longestExtension: 10,
        },
      ],
    },
    '4.8': {
      duty: 'There is a good reason for every extension.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Extended'],
      evidence: 'Each extension with its reason.',
    },
    '4.9': {
      duty: 'The resident is kept informed where there is an extension.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Extended', 'UpdateGiven'],
      evidence: 'Extensions told, and updates since.',
    },
    '4.10': {
      duty: "The proportion of complaints resolved to the resident's satisfaction is known.",
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['SurveyAnswered'],
      evidence: 'Answers to surveys after a complaint.',
    },
  },
} as const satisfies Section;
