/** The Code of 2024, section 5: The complaint handling process. In our own words. */
import type { Section } from '../words.js';

export const section5 = {
  number: 5,
  title: 'The complaint handling process',
  provisions: {
    '5.1': {
      duty: 'One complaints policy for everything the Code covers; residents must not be treated differently for complaining.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The policy; any concern that a resident was treated differently for complaining.',
    },
    '5.2': {
      duty: "Early local resolution matters, but no extra named stage such as 'stage 0' or 'informal complaint'.",
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Logged', 'Acknowledged'],
      evidence: 'Every complaint starts at stage 1; no word for a stage before it in letters or pages.',
    },
    '5.3': {
      duty: 'Never more than two stages.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['EscalationRequested', 'ResponseSent'],
      evidence: 'No complaint under this Code with a third stage.',
    },
    '5.4': {
      duty: "A third party's response (a contractor, an adjudicator) counts within the two stages; the resident does not face two processes.",
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Received', 'InformationAsked', 'ResponseSent'],
      evidence: 'Complaints that a contractor heard first, answered within the same two stages.',
    },
    '5.5': {
      duty: "The landlord answers for third parties' compliance with the Code.",
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['InformationAsked', 'InformationReceived'],
      evidence: 'How long contractors and others took to answer, and whether the stage was in time.',
    },
    '5.6': {
      duty: "When logging at stage 1 or escalating to stage 2 the landlord must set out its understanding of the complaint and the outcomes sought (the 'complaint definition'); unclear points must be clarified with the resident.",
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['PointDefined', 'DefinitionSetOut', 'ClarificationAsked', 'PointClarified'],
      evidence:
        'The points and outcomes sought as set out at each stage, the day, and what was asked where something was unclear.',
    },
    '5.7': {
      duty: 'On acknowledging at either stage, say which parts the landlord is and is not responsible for, and clarify where unclear.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['PointDefined', 'PointFoundNotOurs', 'Acknowledged'],
      evidence: 'For each point whose it is to answer, and that the acknowledgement said so.',
    },
    '5.8': {
      duty: 'At each stage handlers must act on the merits, independently and open-minded; let the resident say fully how they see it; deal with conflicts of interest; and weigh all relevant evidence.',
      strength: 'must',
      judgedBy: 'person',
      evidence:
        "Conflicts declared, the resident's account, findings shared before the decision, the evidence weighed: on record, but whether it was fair is for a person.",
    },
    '5.9': {
      duty: "If a response will fall outside the Code's timescales, agree update intervals with the resident.",
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['UpdateIntervalAgreed', 'UpdateGiven'],
      evidence: 'Where an answer was outside the times: the interval agreed, and each update against it.',
    },
    '5.10': {
      duty: 'Make reasonable adjustments; keep a record of adjustments agreed and of disabilities disclosed; keep adjustments under active review.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['AdjustmentAgreed', 'AdjustmentReviewed', 'VulnerabilityTold'],
      evidence: 'Adjustments agreed with their day of review; reviews that are overdue.',
    },
    '5.11': {
      duty: 'No refusal to escalate without valid, clearly stated reasons that meet section 2.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['EscalationRequested', 'EscalationRefused'],
      evidence: 'Requests for stage 2 and what was refused, on which ground, with the letter.',
    },
    '5.12': {
      duty: 'Keep a full record: original complaint and date received, all correspondence with the resident and others, supporting documents such as reports and surveys, and the outcome of each stage.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Received', 'MessageReceived', 'DocumentAdded', 'LetterSent', 'ResponseSent'],
      evidence:
        'The case itself: the first words and their day, letters both ways, reports, the outcome of each stage.',
    },
    '5.13': {
      duty: 'Remedies must be available at any stage without the need to escalate.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['RemedyOffered', 'RemedyAccepted'],
      evidence: 'Remedies by stage; remedies at stage 2 that stage 1 could have given.',
    },
    '5.14': {
      duty: 'Have a policy for unacceptable behaviour; evidence the reasons for any restriction and review restrictions regularly.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['BehaviourIncidentRecorded', 'ContactRestricted', 'RestrictionReviewed', 'RestrictionLifted'],
      evidence: 'Each restriction with its reasons, its reviews and its end; reviews that are overdue.',
    },
    '5.15': {
      duty: 'Restrictions must be proportionate and show regard to the Equality Act 2010.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'What was written down about equality and proportion for each restriction.',
    },
  },
} as const satisfies Section;
