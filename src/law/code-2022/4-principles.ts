/** The Code of 2022, section 4: Complaint handling principles. In our own words. */
import type { Section } from '../words.js';

export const section4 = {
  number: 4,
  title: 'Complaint handling principles',
  provisions: {
    '4.1': {
      duty: 'Acknowledge the complaint and log it at stage 1 (five days of receipt); settle concerns beforehand only in agreement with the resident and on record, with no stage before the first.',
      strength: 'must',
      judgedBy: 'clock',
      from: { event: 'Received' },
      until: [{ event: 'Acknowledged', stage: 1 }, { event: 'Logged' }],
      workingDays: 5,
      reading: 'The Code says five days; they are read as working days.',
    },
    '4.2': {
      duty: 'The acknowledgement sets out how the complaint is understood and the outcomes sought; what is unclear is clarified and the definition agreed.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['PointDefined', 'DefinitionSetOut', 'ClarificationAsked', 'PointClarified'],
      evidence:
        'The points and outcomes sought as set out at each stage, the day, and what was asked where something was unclear.',
    },
    '4.3': {
      duty: "Manage the resident's expectations early.",
      strength: 'should',
      judgedBy: 'person',
      evidence: 'What letters and notes of calls told the resident to expect.',
    },
    '4.4': {
      duty: 'Resolve at the earliest opportunity, having weighed the evidence needed, the outcome sought and the urgency.',
      strength: 'should',
      judgedBy: 'cases',
      shownBy: ['Logged', 'VulnerabilityTold'],
      evidence:
        'How hard each complaint was thought to be, whether someone was at risk, whether it could be answered early.',
    },
    '4.5': {
      duty: 'Allow a representative, and someone to come along to meetings.',
      strength: 'should',
      judgedBy: 'cases',
      shownBy: ['RepresentativeAuthorised', 'AuthorityEnded'],
      evidence: 'Representatives on record with their authority; who came to meetings.',
    },
    '4.6': {
      duty: 'Investigate impartially.',
      strength: 'must',
      judgedBy: 'person',
      evidence:
        "Conflicts declared, the resident's account, findings shared before the decision, the evidence weighed: on record, but whether it was fair is for a person.",
    },
    '4.7': {
      duty: 'Act on the merits, independently; deal with conflicts; weigh the evidence; keep confidences.',
      strength: 'must',
      judgedBy: 'person',
      evidence:
        "Conflicts declared, the resident's account, findings shared before the decision, the evidence weighed: on record, but whether it was fair is for a person.",
    },
    '4.8': {
      duty: "Where legal obligations are at the heart of it, set out how both sides' are understood.",
      strength: 'should',
      judgedBy: 'person',
      evidence: 'Answers in which legal obligations mattered, and whether they were set out.',
    },
    '4.9': {
      duty: 'Do not as a rule identify individual staff or contractors.',
      strength: 'should',
      judgedBy: 'person',
      evidence: 'Answers that name members of staff or contractors.',
    },
    '4.10': {
      duty: 'Keep residents regularly updated on progress.',
      strength: 'should',
      judgedBy: 'cases',
      shownBy: ['UpdateGiven'],
      evidence: 'Updates given while a complaint was open.',
    },
    '4.11': {
      duty: 'Keep to the agreed frequency and way of contact.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['UpdateIntervalAgreed', 'UpdateGiven', 'AdjustmentAgreed'],
      evidence: 'The interval and the way of contact agreed, and each update against them.',
    },
    '4.12': {
      duty: 'The resident, and staff complained of, may set out their position and comment on adverse findings before the final decision.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['PositionHeard', 'FindingsShared', 'CommentsMade'],
      evidence:
        "The resident's and the staff's accounts, adverse findings shared before the decision, and their comments.",
    },
    '4.13': {
      duty: 'The policy states how long a resident has to ask for the next stage.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The policy and the time that it gives for asking for stage 2.',
    },
    '4.14': {
      duty: 'Do not refuse to escalate unreasonably; reasons for refusing are those for not accepting a complaint.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['EscalationRequested', 'EscalationRefused'],
      evidence: 'Requests for stage 2 and what was refused, on which ground, with the letter.',
    },
    '4.15': {
      duty: 'Keep a full record: the original complaint and its date, correspondence, reports or surveys, reviews and outcomes.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Received', 'MessageReceived', 'DocumentAdded', 'LetterSent', 'ResponseSent'],
      evidence:
        'The case itself: the first words and their day, letters both ways, reports, the outcome of each stage.',
    },
    '4.16': {
      duty: 'Ask residents how they found the handling of their complaint.',
      strength: 'should',
      judgedBy: 'cases',
      shownBy: ['SurveyAnswered'],
      evidence: 'Surveys sent after a complaint, and their answers.',
    },
    '4.17': {
      duty: 'Support staff complained about; share learning with them.',
      strength: 'should',
      judgedBy: 'person',
      evidence: 'Support given to staff, and learning shared with them.',
    },
    '4.18': {
      duty: 'Have a policy for unacceptable behaviour.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'Each restriction with its reasons, its reviews and its end; reviews that are overdue.',
    },
    '4.19': {
      duty: "Restrictions suit the person's needs and have regard to the Equality Act 2010.",
      strength: 'should',
      judgedBy: 'cases',
      shownBy: ['ContactRestricted', 'RestrictionReviewed', 'RestrictionLifted'],
      evidence: 'Each restriction with what was written down about equality, and its reviews.',
    },
  },
} as const satisfies Section;
