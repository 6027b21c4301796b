/** The Code of 2024, section 1: Definition of a complaint. In our own words. */
import type { Section } from '../words.js';

export const section1 = {
  number: 1,
  title: 'Definition of a complaint',
  provisions: {
    '1.2': {
      duty: "The landlord's policy uses the Code's own definition of a complaint, word for word.",
      strength: 'must',
      judgedBy: 'person',
      evidence:
        'The policy as published, held against the definition in force: the older wording said "organisation" and "individual resident".',
    },
    '1.3': {
      duty: "The word 'complaint' is not needed. Anyone expressing dissatisfaction must be offered the choice to complain, and complaints made through a representative or other third party are handled under the same policy.",
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['ChoiceToComplainOffered', 'RepresentativeAuthorised'],
      evidence:
        'Whether the choice to complain was offered, when and with what answer; complaints by who brought them: the resident, a representative, another.',
    },
    '1.4': {
      duty: 'A service request (a request for action to put something right) is different from a complaint; the policy must say so, and service requests must still be recorded, monitored and reviewed.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['Received', 'Logged', 'ServiceRequestAnswered', 'CaseLinked'],
      evidence: 'The register of service requests with their answers, and those that became complaints.',
    },
    '1.5': {
      duty: 'Dissatisfaction with how a service request was answered must be raised as a complaint, even while the request is still being worked on; work on the request must not stop because of the complaint.',
      strength: 'must',
      judgedBy: 'cases',
      shownBy: ['CaseLinked', 'ServiceRequestAnswered'],
      evidence:
        'Each complaint linked to its service request, with the request still open; any request closed on the day the complaint was opened.',
    },
    '1.6': {
      duty: 'Dissatisfaction given in a survey is not itself a complaint, but where possible the person must be told how to complain; whenever the landlord asks for wider feedback it must say how to complain.',
      strength: 'must',
      judgedBy: 'person',
      evidence:
        'The text of each survey and request for feedback, and what is sent to people who answer with dissatisfaction.',
    },
  },
} as const satisfies Section;
