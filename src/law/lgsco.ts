/**
 * The Local Government and Social Care Ombudsman's Code, for council services that are not those of a landlord:
 * homelessness, the housing register, transfers with reasonable preference. It is advice throughout ("should"), not
 * binding; to depart from it may still be found a fault. Aligned with the landlords' Code of 2024 in stages and times.
 *
 * Here are its times and where it differs; what is the same is not written twice. The product starts no clocks from it:
 * a point that is the council's goes to the council's own service, and the letter says who looks at it afterwards.
 */
import { type Day, day } from '../facts/days.js';
import type { TimedDuty } from './words.js';

export interface Difference {
  readonly provision: string;
  readonly landlords: string;
  readonly councils: string;
}

export interface AlignedCode {
  readonly title: string;
  readonly published: Day;
  /** From when the Ombudsman applies it in its own decisions. */
  readonly appliedFrom: Day;
  readonly strength: 'should';
  readonly officialText: string;
  readonly times: Readonly<Record<string, TimedDuty>>;
  readonly differences: readonly Difference[];
  /** What a council does that this Ombudsman looks at, and the landlords' Ombudsman does not. */
  readonly services: readonly string[];
}

export const lgsco = {
  title: 'Complaint Handling Code for local councils',
  published: day('2024-02-08'),
  appliedFrom: day('2026-04-01'),
  strength: 'should',
  officialText:
    'https://www.lgo.org.uk/information-centre/information-for-organisations-we-investigate/complaint-handling-code/complaint-handling-code',
  times: {
    '6.2': {
      duty: 'Acknowledge and log the complaint at stage 1.',
      strength: 'should',
      judgedBy: 'clock',
      from: { event: 'Received' },
      until: [{ event: 'Acknowledged', stage: 1 }, { event: 'Logged' }],
      workingDays: 5,
    },
    '6.3': {
      duty: 'Answer the complaint at stage 1, counted from the acknowledgement.',
      strength: 'should',
      judgedBy: 'clock',
      from: { event: 'Acknowledged', stage: 1 },
      until: [{ event: 'ResponseSent', stage: 1 }],
      workingDays: 10,
      extendedBy: { event: 'Extended', stage: 1 },
      longestExtension: 10,
    },
    '6.11': {
      duty: 'Acknowledge and log the complaint at stage 2.',
      strength: 'should',
      judgedBy: 'clock',
      from: { event: 'EscalationRequested' },
      until: [{ event: 'Acknowledged', stage: 2 }],
      workingDays: 5,
    },
    '6.14': {
      duty: 'Give the final answer at stage 2, counted from the acknowledgement of stage 2.',
      strength: 'should',
      judgedBy: 'clock',
      from: { event: 'Acknowledged', stage: 2 },
      until: [{ event: 'ResponseSent', stage: 2 }],
      workingDays: 20,
      extendedBy: { event: 'Extended', stage: 2 },
      longestExtension: 20,
    },
  },
  differences: [
    {
      provision: '1.2',
      landlords: 'Defines a complaint; a service request is told apart from it (1.4).',
      councils:
        'Defines a service request: to provide or improve a service, fix a problem, or look at a decision again.',
    },
    {
      provision: '1.5',
      landlords: 'Dissatisfaction with how a service request was answered must be raised as a complaint.',
      councils: 'It may be raised as one; the choice to complain stands at 5.3.',
    },
    {
      provision: '1.6',
      landlords: 'Says what becomes of dissatisfaction given in a survey.',
      councils: 'Has no rule on surveys.',
    },
    {
      provision: '5.9',
      landlords: 'Where an answer is outside the times, an update interval is agreed with the resident.',
      councils: 'On delay the person is informed (5.5); no interval is agreed.',
    },
    {
      provision: '5.10',
      landlords: 'Keeps a record of adjustments and of disabilities disclosed.',
      councils: 'Keeps a record of adjustments (5.6).',
    },
    {
      provision: '6.2 and 6.11',
      landlords: 'Acknowledge, define and log.',
      councils: 'Acknowledge and log.',
    },
    {
      provision: '8.4 and 8.5',
      landlords: 'Self-assessment again when the Ombudsman asks; what to do in exceptional circumstances.',
      councils: "Neither; the Ombudsman's annual letter stands where the annual report does.",
    },
    {
      provision: '9.5',
      landlords: 'A member of the governing body is responsible for complaints.',
      councils: 'A person or a committee may be.',
    },
  ],
  services: [
    'Homelessness',
    'The housing register and allocations',
    'Transfers with reasonable preference: homeless, overcrowded, medical, welfare or disability',
    'Anti-social behaviour where the council acts as enforcing authority',
    'Planning and environmental health',
  ],
} as const satisfies AlignedCode;
