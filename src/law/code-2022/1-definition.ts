/** The Code of 2022, section 1: Definition of a complaint. In our own words. */
import type { Section } from '../words.js';

export const section1 = {
  number: 1,
  title: 'Definition of a complaint',
  provisions: {
    '1.2': {
      duty: "The policy uses the Code's own definition of a complaint (in that edition with 'organisation' and 'individual resident').",
      strength: 'must',
      judgedBy: 'person',
      evidence:
        'The policy as published, held against the definition in force: the older wording said "organisation" and "individual resident".',
    },
    '1.3': {
      duty: "The word 'complaint' is not needed; complaints brought by a third party are handled under the policy.",
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ChoiceToComplainOffered', 'RepresentativeAuthorised'],
      evidence:
        'Whether the choice to complain was offered, when and with what answer; complaints by who brought them: the resident, a representative, another.',
    },
    '1.4': {
      duty: 'Recognise the difference between a service request and a complaint.',
      strength: 'should',
      judgedBy: 'cases',
      shownBy: ['Received', 'Logged', 'ServiceRequestAnswered', 'CaseLinked'],
      evidence: 'The register of service requests with their answers, and those that became complaints.',
    },
    '1.5': {
      duty: 'Survey feedback need not be a complaint, but say how to complain where possible.',
      strength: 'should',
      judgedBy: 'person',
      evidence:
        'The text of each survey and request for feedback, and what is sent to people who answer with dissatisfaction.',
    },
    '1.6': {
      duty: 'Log as a complaint if more enquiries are needed to resolve the matter or the resident asks.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['CaseLinked', 'ServiceRequestAnswered'],
      evidence:
        'Each complaint linked to its service request, with the request still open; any request closed on the day the complaint was opened.',
    },
    '1.7': {
      duty: 'Accept a complaint unless there is a valid reason not to.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Logged', 'ComplaintRefused'],
      evidence:
        'Every decision to accept or refuse with its ground, reasons, date and who decided; the register of refusals.',
    },
    '1.8': {
      duty: 'The policy sets out fair and reasonable circumstances in which a matter will not be considered.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The policy and the circumstances that it lists.',
    },
    '1.9': {
      duty: 'If not accepted, give a detailed explanation and the right to take that decision to the Ombudsman.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ComplaintRefused', 'RefusalOverturned', 'LetterSent'],
      evidence:
        'Each refusal letter with its reasons and the right to go to the Ombudsman; refusals that were overturned.',
    },
  },
} as const satisfies Section;
