/** What cases show of section 1 of the 2024 Code: the choice to complain, service requests, surveys. */
import { exception, isComplaint, met, type Rule, type Rules, type Told, unknown } from '../words.js';

const canAct = ({ c }: Told): boolean => c.representatives.some((r) => r.authority !== 'asked');
const raisedAsComplaint = ({ c }: Told): boolean => c.links.some((l) => l.relation === 'complaint-about-this-request');

export const choiceToComplain: Rule = {
  among: 'contacts in which the choice to complain was put, or that somebody brought for the resident',
  did: 'went on as the resident chose, under the same process',
  showsOnly:
    'Shows the contacts in which the choice was recorded. Whether others were dissatisfied and nobody asked them is for a person: read a sample of service requests and enquiries.',
  by: 'receipt',
  whys: ['chose-to-complain'],
  late: [],
  of: (t) => {
    const { c } = t;
    const brought = isComplaint(t) && canAct(t);
    if (c.choiceToComplain === null) return brought ? met(c.receivedOn) : null;
    if (c.choiceToComplain.answer === 'no-answer-yet') return null;
    if (c.choiceToComplain.answer === 'complain' && !isComplaint(t) && !raisedAsComplaint(t))
      return exception(c.receivedOn, 'chose-to-complain');
    return met(c.receivedOn);
  },
};

export const serviceRequests: Rule = {
  among: 'service requests that were answered or are worked on',
  did: 'are on record with the day they came',
  showsOnly:
    'Shows the register of service requests. Whether the policy tells them from complaints, and whether somebody reviews them, is for a person.',
  by: 'receipt',
  whys: [],
  late: [],
  of: ({ c }) => (c.kind === 'service-request' ? met(c.receivedOn) : null),
};

export const requestRunsOn: Rule = {
  among: 'service requests about which a complaint was raised',
  did: 'went on beside the complaint',
  showsOnly: null,
  by: 'that-day',
  whys: ['request-stopped'],
  late: [],
  of: ({ c }) => {
    const link = c.links.find((l) => l.relation === 'complaint-about-this-request');
    if (link === undefined || c.kind === 'complaint') return null;
    return c.requestAnswered?.on === link.on ? exception(link.on, 'request-stopped') : met(link.on);
  },
};

export const surveys: Rule = {
  among: 'contacts from surveys and feedback forms that were no compliments',
  did: 'became complaints, or the person was told how to complain',
  showsOnly:
    'Shows what came in as a contact. The surveys themselves, and what they say about complaining, are for a person to look at.',
  by: 'receipt',
  whys: ['chose-to-complain'],
  late: [],
  of: (t) => {
    const { c } = t;
    if ((c.channel !== 'survey' && c.channel !== 'feedback-form') || c.kind === 'compliment' || c.kind === null)
      return null;
    if (isComplaint(t) || raisedAsComplaint(t)) return met(c.receivedOn);
    if (c.choiceToComplain === null) return unknown(c.receivedOn);
    return c.choiceToComplain.answer === 'complain' ? exception(c.receivedOn, 'chose-to-complain') : met(c.receivedOn);
  },
};

export const section1: Rules = {
  '1.3': choiceToComplain,
  '1.4': serviceRequests,
  '1.5': requestRunsOn,
  '1.6': surveys,
};
