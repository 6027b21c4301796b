/**
 * The words for where a case stands and for what it is made of: the same on every screen, letter and report.
 *
 * This file is longer than 250 lines because it is one word list, in which every choice has its words.
 */
import { inShortWords } from '../facts/days.js';
import type {
  AccessOutcome,
  AdjustmentKind,
  Answerer,
  Authority,
  CaseRelation,
  Channel,
  ClaimKind,
  EndGround,
  ExtensionReason,
  Finding,
  HazardKind,
  Hearer,
  Kind,
  LegalPhrase,
  LetterKind,
  RefusalGround,
  RemedyKind,
  RepresentativeRole,
  RestrictionKind,
  Sending,
  Tenure,
} from '../facts/happened.js';
import type { PointState, Standing } from './case.js';

/** A few words, for a tag or a column: 'Stage 1: to acknowledge'. */
export function standingWords(standing: Standing): string {
  switch (standing.is) {
    case 'to-triage':
      return 'To triage';
    case 'request-open':
      return 'Request open';
    case 'request-answered':
      return 'Request answered';
    case 'noted':
      return 'Noted';
    case 'to-acknowledge':
      return `Stage ${standing.stage}: to acknowledge`;
    case 'investigating':
      return `Stage ${standing.stage}: being looked into`;
    case 'answered':
      return `Stage ${standing.stage}: answered`;
    case 'refused':
      return 'Refused';
    case 'escalation-refused':
      return 'Stage 2 refused';
    case 'withdrawn':
      return 'Withdrawn';
    case 'answer-not-told':
      return 'Answer not in the register';
    case 'import-taken-back':
      return 'Import taken back';
  }
}

/** A sentence for the head of the case page. */
export function standingSentence(standing: Standing): string {
  switch (standing.is) {
    case 'to-triage':
      return 'Nobody has decided yet what this is.';
    case 'request-open':
      return 'A service request that is being worked on.';
    case 'request-answered':
      return `A service request, answered on ${inShortWords(standing.on)}.`;
    case 'noted':
      return 'Logged, and not a complaint.';
    case 'to-acknowledge':
      return standing.stage === 1
        ? 'A complaint that is to be acknowledged.'
        : 'The resident has asked for stage 2, which is to be acknowledged.';
    case 'investigating':
      return `Stage ${standing.stage} is being looked into.`;
    case 'answered':
      return standing.stage === 1
        ? `Stage 1 was answered on ${inShortWords(standing.on)}.`
        : standing.stage === 2
          ? `The final response was sent on ${inShortWords(standing.on)}.`
          : `Answered at a third stage on ${inShortWords(standing.on)}, before the 2024 Code.`;
    case 'refused':
      return `The complaint was refused on ${inShortWords(standing.on)}.`;
    case 'escalation-refused':
      return `The request for stage 2 was refused on ${inShortWords(standing.on)}; the stage 1 answer stands.`;
    case 'withdrawn':
      return `The resident withdrew it on ${inShortWords(standing.on)}.`;
    case 'answer-not-told':
      return 'The register that it came from does not say when it was answered.';
    case 'import-taken-back':
      return 'The import that brought this case was taken back. It counts nowhere.';
  }
}

/** Whether anything is still to be done to the case itself; promises may run on after it. */
export function isOpen(standing: Standing): boolean {
  switch (standing.is) {
    case 'to-triage':
    case 'request-open':
    case 'to-acknowledge':
    case 'investigating':
      return true;
    case 'request-answered':
    case 'noted':
    case 'answered':
    case 'refused':
    case 'escalation-refused':
    case 'withdrawn':
    case 'answer-not-told':
    case 'import-taken-back':
      return false;
  }
}

export const kindWords: Record<Kind, string> = {
  complaint: 'Complaint',
  'service-request': 'Service request',
  'mp-enquiry': 'MP’s enquiry',
  'councillor-enquiry': 'Councillor’s enquiry',
  compliment: 'Compliment',
  comment: 'Comment',
};

export const channelWords: Record<Channel, string> = {
  email: 'Email',
  phone: 'Phone',
  'in-person': 'In person',
  letter: 'Letter',
  'web-form': 'Web form',
  'text-message': 'Text message',
  'web-chat': 'Web chat',
  app: 'App',
  'social-media': 'Social media',
  survey: 'Survey',
  'feedback-form': 'Feedback form',
  other: 'Another way',
};

export const hearerWords: Record<Hearer, string> = {
  'complaints-team': 'The complaints team',
  'other-staff': 'Someone else on the staff',
  contractor: 'A contractor',
  member: 'A councillor or board member',
  ombudsman: 'The Ombudsman',
  partner: 'A partner',
};

export const answererWords: Record<Answerer, string> = {
  ours: 'Ours to answer',
  lgsco: 'For the Local Government and Social Care Ombudsman',
  tribunal: 'For a tribunal',
  ico: 'For the Information Commissioner',
  another: 'For another body',
};

export const findingWords: Record<Finding, string> = {
  upheld: 'Upheld',
  'partly-upheld': 'Partly upheld',
  'not-upheld': 'Not upheld',
};

export const refusalGroundWords: Record<RefusalGround, string> = {
  'over-twelve-months': 'It happened over twelve months ago',
  'legal-proceedings': 'Legal proceedings have started',
  'already-considered': 'It has been considered under the complaints policy already',
  'not-our-resident-or-service': 'It is not about our home, service or resident',
  other: 'Another fair reason',
};

export const remedyKindWords: Record<RemedyKind, string> = {
  apology: 'Apologise',
  acknowledgement: 'Acknowledge what went wrong',
  explanation: 'Explain, help or give reasons',
  'action-on-delay': 'Act where there was delay',
  'decision-changed': 'Reconsider or change a decision',
  'record-amended': 'Put a record right or add to it',
  financial: 'Pay compensation or another sum',
  'policy-changed': 'Change policy, procedure or practice',
};

export const accessOutcomeWords: Record<AccessOutcome, string> = {
  'nobody-in': 'Nobody was in',
  'not-let-in': 'They did not want anybody to come in',
  'not-a-good-time': 'The time did not suit them',
  'no-answer': 'They did not answer',
};

export const endGroundWords: Record<EndGround, string> = {
  declined: 'The resident does not want it',
  'no-access': 'No access, though visits were offered',
  moved: 'The resident has moved',
  replaced: 'Something else was promised in its place',
};

export const claimKindWords: Record<ClaimKind, string> = {
  injury: 'Somebody was hurt or became ill',
  belongings: 'Belongings or the home were damaged, and insurance may pay',
  other: 'Another claim for an insurer or lawyers',
};

export const legalPhraseWords: Record<LegalPhrase, string> = {
  'full-and-final': '‘Full and final’ settlement',
  'without-prejudice': '‘Without prejudice’',
};

export const letterKindWords: Record<LetterKind, string> = {
  acknowledgement: 'Acknowledgement',
  clarification: 'Question about the complaint',
  update: 'Update',
  extension: 'Extension',
  refusal: 'Refusal of the complaint',
  'stage-1-response': 'Stage 1 response',
  'stage-2-acknowledgement': 'Stage 2 acknowledgement',
  'refusal-to-escalate': 'Refusal of stage 2',
  'final-response': 'Final response',
  'promise-kept': 'Whether a promise was kept',
  'behaviour-warning': 'Warning about behaviour',
  'contact-restriction': 'Restriction of contact',
  'restriction-outcome': 'What became of a restriction',
  'hazard-summary': 'Summary of a hazard',
};

export const restrictionKindWords: Record<RestrictionKind, string> = {
  'single-contact': 'One person to speak to',
  channels: 'Only in certain ways',
  times: 'Only at certain times',
};

export const tenureWords: Record<Tenure, string> = {
  LCRA: 'Low cost rental',
  LCHO: 'Low cost home ownership',
  leasehold: 'Leasehold',
  other: 'Other',
  unknown: 'Not known',
};

export const representativeRoleWords: Record<RepresentativeRole, string> = {
  'family-or-friend': 'Family or friend',
  'support-worker': 'Support worker',
  advocate: 'Advocate',
  solicitor: 'Solicitor',
  councillor: 'Councillor',
  mp: 'MP',
  'attorney-or-deputy': 'Attorney or deputy',
  executor: 'Executor',
  other: 'Other',
};

export const authorityWords: Record<Authority, string> = {
  asked: 'Asked of the resident, not given yet',
  'signed-form': 'A form signed by the resident',
  'resident-told-us': 'The resident told us',
  'power-of-attorney': 'A power of attorney',
  'court-order': 'A court order',
  probate: 'Probate',
  'elected-member': 'An elected member acting for the resident',
};

export const hazardKindWords: Record<HazardKind, string> = {
  emergency: 'Emergency',
  'damp-and-mould': 'Damp and mould',
  gas: 'Gas',
  electrics: 'Electrics',
  fire: 'Fire',
  heating: 'Heating',
  structure: 'Structure',
  water: 'Water',
  security: 'Security',
  other: 'Another hazard',
  'excess-heat': 'Too much heat',
  falls: 'Slips, trips and falls',
  explosions: 'Explosions',
  hygiene: 'Hygiene, pests, waste and food',
};

/** What an investigation of a hazard found. */
export function foundWords(found: { readonly emergency: boolean; readonly significant: boolean }): string {
  if (found.emergency) return 'An emergency';
  return found.significant ? 'A significant hazard' : 'No significant hazard';
}

export const accommodationAnswerWords: Record<'moved' | 'declined' | 'no-answer-yet', string> = {
  moved: 'They moved',
  declined: 'They declined',
  'no-answer-yet': 'No answer yet',
};

export const adjustmentKindWords: Record<AdjustmentKind, string> = {
  'large-print': 'Large print',
  'easy-read': 'Easy read',
  audio: 'Audio',
  braille: 'Braille',
  translation: 'Translation',
  interpreter: 'Interpreter',
  'phone-not-letter': 'Phone calls instead of letters',
  'no-phone': 'No phone calls',
  'extra-time': 'More time to answer',
  'visit-in-person': 'A visit in person',
  'someone-with-me': 'Someone with them',
  other: 'Something else',
  'coloured-background': 'Coloured paper',
  'plain-text': 'Plain text by e-mail',
  bsl: 'British Sign Language',
};

export const sendingWords: Record<Sending, string> = {
  email: 'By email',
  post: 'By post',
  'by-hand': 'By hand',
  phone: 'By phone',
  portal: 'On the resident’s own page',
};

/** What the other case is, seen from this one. */
export const caseRelationWords: Record<CaseRelation, string> = {
  'complaint-about-this-request': 'The complaint about this request',
  'request-behind-this-complaint': 'The request behind this complaint',
  'raised-again': 'The same matter, raised again',
  'split-from': 'Came with this one and went its own way',
  'same-matter': 'About the same matter',
  'earlier-case': 'An earlier case',
  group: 'Another resident’s case on the same matter',
};

export const pointStateWords: Record<PointState, string> = {
  raised: 'To define',
  defined: 'Defined',
  'not-ours': 'Not ours',
  joined: 'Joined into another',
  split: 'Split',
  'split-off': 'A case of its own',
  withdrawn: 'Withdrawn',
};

export const extensionReasonWords: Readonly<Record<ExtensionReason, string>> = {
  complex: 'It is complex',
  'waiting-for-inspection': 'Waiting for an inspection or survey',
  'waiting-for-contractor': 'Waiting for a contractor',
  'waiting-for-resident': 'Waiting for the resident',
  'staff-absence': 'Somebody is away',
  other: 'Something else',
};
