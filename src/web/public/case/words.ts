/** The words of a case's own pages for what is chosen from lists. */
import type { StepName } from '../../../complaint/following/steps.js';
import type { CompensationHead, Finding, Kind, LetterKind, RemedyKind } from '../../../facts/happened.js';
import { sentence } from '../site/say.js';

/** What it was logged as, in plain words. */
export const kindSaid: Readonly<Record<Kind, { readonly title: string; readonly means: string }>> = {
  complaint: {
    title: sentence('A complaint'),
    means: sentence(
      'We look into it and send you an answer in writing. If you are not satisfied, you can ask us to look again.',
    ),
  },
  'service-request': {
    title: sentence('A request for a service'),
    means: sentence(
      'You asked us to do something, or to put something right. We are working on it, and not as a complaint.',
    ),
  },
  'mp-enquiry': {
    title: sentence('An MP’s enquiry'),
    means: sentence('We answer your Member of Parliament. It is not logged as a complaint.'),
  },
  'councillor-enquiry': {
    title: sentence('A councillor’s enquiry'),
    means: sentence('We answer your councillor. It is not logged as a complaint.'),
  },
  compliment: {
    title: sentence('A compliment'),
    means: sentence('Thank you. We passed it on. It is not logged as a complaint.'),
  },
  comment: {
    title: sentence('A comment'),
    means: sentence('We read it and keep it. It is not logged as a complaint.'),
  },
};

export const stepSaid: Readonly<Record<StepName, { readonly done: string; readonly ahead: string }>> = {
  received: { done: sentence('You told us'), ahead: sentence('You tell us') },
  decided: { done: sentence('We logged what it is'), ahead: sentence('We decide what it is') },
  'request-answered': { done: sentence('We answered your request'), ahead: sentence('We deal with your request') },
  noted: { done: sentence('We noted it'), ahead: sentence('We note it') },
  acknowledged: {
    done: sentence('We confirmed that we have your complaint'),
    ahead: sentence('We confirm that we have your complaint and what we understood'),
  },
  answered: { done: sentence('We answered your complaint'), ahead: sentence('We look into it and answer') },
  'stage-2-asked': {
    done: sentence('You asked us to look again (stage 2)'),
    ahead: sentence('You ask us to look again (stage 2)'),
  },
  'stage-2-acknowledged': {
    done: sentence('We confirmed that we look again'),
    ahead: sentence('We confirm that we look again'),
  },
  'stage-2-answered': {
    done: sentence('We sent our final answer'),
    ahead: sentence('Somebody else looks into it and sends our final answer'),
  },
  'stage-2-refused': { done: sentence('We refused to look again'), ahead: sentence('We decide whether to look again') },
  refused: { done: sentence('We refused the complaint'), ahead: sentence('We decide whether to take it') },
  withdrawn: { done: sentence('It was withdrawn'), ahead: sentence('It is withdrawn') },
};

export const findingSaid: Readonly<Record<Finding, string>> = {
  upheld: sentence('We agreed with you'),
  'partly-upheld': sentence('We agreed with you in part'),
  'not-upheld': sentence('We did not agree'),
};

export const letterSaid: Readonly<Record<LetterKind, string>> = {
  acknowledgement: sentence('We have your complaint'),
  clarification: sentence('A question about your complaint'),
  update: sentence('How your complaint stands'),
  extension: sentence('We need longer'),
  refusal: sentence('Why we can’t take your complaint'),
  'stage-1-response': sentence('Our answer at stage 1'),
  'stage-2-acknowledgement': sentence('We are looking again'),
  'refusal-to-escalate': sentence('Why we can’t look again'),
  'final-response': sentence('Our final answer'),
  'promise-kept': sentence('What we promised you'),
  'behaviour-warning': sentence('How we speak to each other'),
  'contact-restriction': sentence('How you can contact us for now'),
  'restriction-outcome': sentence('How you can contact us from now on'),
  'hazard-summary': sentence('What we found in your home'),
};

export const partSaid: Readonly<Record<CompensationHead, string>> = {
  statutory: sentence('as the law sets it'),
  loss: sentence('for the money you lost or had to spend'),
  'loss-of-use': sentence('because you could not fully use your home'),
  'time-and-trouble': sentence('for your time and trouble'),
  distress: sentence('for the distress and inconvenience'),
  'delay-handling': sentence('for our delay and how we handled your complaint'),
};

export const remedySaid: Readonly<Record<RemedyKind, string>> = {
  apology: sentence('An apology'),
  acknowledgement: sentence('Saying what went wrong'),
  explanation: sentence('An explanation or help'),
  'action-on-delay': sentence('Doing what was late'),
  'decision-changed': sentence('Changing a decision'),
  'record-amended': sentence('Putting our records right'),
  financial: sentence('A payment'),
  'policy-changed': sentence('Changing how we work'),
};
