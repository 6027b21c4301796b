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
      duty: 'When further enquiries have to be made to settle it, or the resident asks for that, it is logged as a complaint.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['CaseLinked', 'ServiceRequestAnswered'],
      evidence:
        'Each complaint linked to its service request, with the request still open; any request closed on the day the complaint was opened.',
    },
    '1.7': {
      duty: 'Every complaint is accepted, save where something valid speaks against it.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Logged', 'ComplaintRefused'],
      evidence:
        'Every decision to accept or refuse with its ground, reasons, date and who decided; the register of refusals.',
    },
    '1.8': {
      duty: 'The policy lists what it leaves out, and each exclusion is fair and reasonable.',
      strength: 'must',
      judgedBy: 'person',
      evidence: 'The policy and the circumstances that it lists.',
    },
    '1.9': {
      duty: 'Whoever is turned away is told in detail why, and that the Ombudsman can look at the refusal.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ComplaintRefused', 'RefusalOverturned', 'LetterSent'],
      evidence:
        'Each refusal letter with its reasons and the right to go to the Ombudsman; refusals that were overturned.',
    },
  },
} as const satisfies Section;
