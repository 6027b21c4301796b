/**
 * What Osier Vale Homes said of itself: an answer to each provision of the Code of 2024, as its manager gave it. Some are
 * 'no' with a plan; some say yes where the cases of the year say otherwise, as happens.
 */
import type { PieceKey } from './evidence-pieces.js';

export interface Said {
  readonly answer: 'yes' | 'no';
  readonly evidence: string;
  readonly pieces?: readonly PieceKey[];
  readonly reason?: string;
  /** Months after the end of the year by which it is to be met. */
  readonly metInMonths?: number;
}

const yes = (evidence: string, ...pieces: readonly PieceKey[]): Said => ({ answer: 'yes', evidence, pieces });

export const said: Readonly<Record<string, Said>> = {
  '1.2': yes('Section 2 of the policy carries the definition word for word since April 2024.', 'policy'),
  '1.3': yes(
    'The script of the contact centre offers a complaint to anyone who is unhappy; the word is never asked for.',
    'policy',
  ),
  '1.4': yes('Service requests are logged as such and looked through each month by the complaints team.', 'policy'),
  '1.5': yes('A complaint about a request is opened beside it and the work goes on.', 'policy'),
  '1.6': yes('Every survey ends with how to complain.', 'publicity'),
  '2.1': yes('Refusals are decided by the complaints manager and listed in the annual report.', 'policy'),
  '2.2': yes('Section 4 of the policy lists the exclusions; none goes beyond the Code.', 'policy'),
  '2.3': yes('Twelve months in section 4; discretion is recorded on the refusal.', 'policy'),
  '2.4': yes('The refusal letter gives reasons and the Ombudsman’s address.', 'policy'),
  '2.5': yes('Each refusal records the circumstances that were weighed.', 'policy'),
  '3.1': yes(
    'Telephone, web form, e-mail, letter, any office, any member of staff, social media.',
    'policy',
    'publicity',
  ),
  '3.2': yes('Induction for all staff, contractors’ charter.', 'training'),
  '3.3': yes('Volumes are reported with the sector’s medians beside them and no target to lower them.'),
  '3.4': yes(
    'On the website in an accessible form; read aloud on request; posted in large print.',
    'policy',
    'publicity',
  ),
  '3.5': yes('Section 9 of the policy; log of publicity.', 'policy', 'publicity'),
  '3.6': yes('Anyone may act for a resident; authority is asked for while work goes on.', 'policy'),
  '3.7': yes('The Ombudsman is named in every letter and on every page of the complaints section.', 'publicity'),
  '4.1': yes('Two complaints officers and a manager in post.', 'officers'),
  '4.2': yes('The complaints team may ask any head of service for an answer within two days.', 'policy', 'officers'),
  '4.3': {
    answer: 'no',
    evidence: 'Training for investigators was given to 14 of 22.',
    pieces: ['training'],
    reason: 'Eight investigators in Repairs and Neighbourhood had not been trained by the end of the year.',
    metInMonths: 9,
  },
  '5.1': yes('One policy since April 2024; the heating contractor’s own form was withdrawn.', 'policy'),
  '5.2': yes('No stage before stage 1.', 'policy'),
  '5.3': yes('Two stages.', 'policy'),
  '5.4': yes('Contractors send what they find to us; we answer.', 'policy'),
  '5.5': yes('Contracts name the Code since the renewals of 2024.'),
  '5.6': yes('The acknowledgement sets out each point and what the resident wants.'),
  '5.7': yes('Acknowledgements say what is not ours and whose it is.'),
  '5.8': yes('Investigators declare conflicts; residents are rung before a decision.', 'training'),
  '5.9': {
    answer: 'no',
    evidence: 'Extensions are told in time, updates after them were not agreed.',
    reason: 'Where an answer fell outside its time, no interval for updates was agreed with most residents.',
    metInMonths: 6,
  },
  '5.10': yes('Adjustments are on the case with a day for their review.', 'adjustments'),
  '5.11': yes('No request for stage 2 is refused without the manager and a letter.', 'policy'),
  '5.12': yes('Everything is on the case’s file.'),
  '5.13': yes('Investigators may offer up to £350 at stage 1.', 'policy'),
  '5.14': yes('Policy on unacceptable behaviour; register of restrictions.', 'behaviour'),
  '5.15': yes('The form for a restriction asks for regard to the Equality Act.', 'behaviour', 'adjustments'),
  '6.1': yes('Triage on the day of receipt.'),
  '6.2': yes('All complaints are acknowledged within five working days.'),
  '6.3': yes('Answered within ten working days of the acknowledgement, or extended.'),
  '6.4': yes('Extensions of up to ten working days, told in writing.'),
  '6.5': yes('In the extension letter.'),
  '6.6': yes('The answer goes when it is known; actions are followed as promises.'),
  '6.7': yes('Each point has its own decision and reasons.'),
  '6.8': yes('Points raised before the answer join it.'),
  '6.9': yes('The stage 1 letter is checked for all seven before it goes.'),
  '6.10': yes('Anything not resolved goes to stage 2 on request.', 'policy'),
  '6.11': yes('Acknowledged and defined within five working days.'),
  '6.12': yes('No reason is asked for.', 'policy'),
  '6.13': yes('A reviewer who had no part in stage 1.'),
  '6.14': yes('Within twenty working days of the acknowledgement, or extended.'),
  '6.15': yes('Extensions of up to twenty working days.'),
  '6.16': yes('In the extension letter.'),
  '6.17': yes('As at stage 1.'),
  '6.18': yes('As at stage 1.'),
  '6.19': yes('The final letter is checked for all seven before it goes.'),
  '6.20': yes('Heads of service sign what concerns them.'),
  '7.1': yes('Letters say what went wrong and apologise.', 'policy'),
  '7.2': yes('Compensation guidance asks for the impact on the household.', 'policy'),
  '7.3': yes('Every remedy has a date and an owner.'),
  '7.4': yes('The guidance on remedies is the basis of our own.', 'policy'),
  '8.1': yes('Report of June, with all six parts.', 'minutes'),
  '8.2': yes('Reported to the Board; published with its response.', 'minutes', 'publicity'),
  '8.3': yes('No restructure in the year.'),
  '8.4': yes('Not asked for in the year.'),
  '8.5': yes('Plan for a cyber incident names the Ombudsman.'),
  '9.1': yes('Learning is asked for at each answer.'),
  '9.2': yes('Themes are reported each quarter.', 'minutes'),
  '9.3': {
    answer: 'no',
    evidence: 'Learning went to staff and the Board, not yet to the residents’ panel.',
    pieces: ['minutes'],
    reason: 'The residents’ panel was formed in March and had not met by the end of the year.',
    metInMonths: 5,
  },
  '9.4': yes('The Head of Resident Experience is the senior lead.', 'lead'),
  '9.5': yes('Dr Margaret Illingby, appointed by the Board.', 'mrc'),
  '9.6': yes('Quarterly briefing and a report to the Board.', 'mrc', 'minutes'),
  '9.7': yes('All four parts each quarter.', 'minutes'),
  '9.8': yes('In the objectives of all managers and in the contractors’ charter.'),
};
