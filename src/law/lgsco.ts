/**
 * The Local Government and Social Care Ombudsman's Code, for council services that are not those of a landlord:
 * homelessness, the housing register, transfers with reasonable preference. It is advice throughout ("should"), not
 * binding; to depart from it may still be found a fault. Aligned with the landlords' Code of 2024 in stages and times.
 *
 * Its form, as councils publish it, asks one question of each section (two of section 6), so those are its provisions here;
 * its times and where it differs stand beside them. The product starts no clocks from it and shows no cases for it: a point
 * that is the council's goes to the council's own service, and the letter says who looks at it afterwards.
 */
import { type Day, day } from '../facts/days.js';
import type { JudgedDuty, TimedDuty } from './words.js';

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
  readonly sections: readonly {
    readonly number: number;
    readonly title: string;
    readonly provisions: Readonly<Record<string, JudgedDuty & { readonly strength: 'should' }>>;
  }[];
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
  sections: [
    {
      number: 1,
      title: 'Definition of a service request and complaint',
      provisions: {
        '1': {
          duty: 'Service requests and complaints are told apart, and the policy and procedure define both.',
          strength: 'should',
          judgedBy: 'person',
          evidence: 'The definitions in the policy; how service requests are logged, and what became of them.',
        },
      },
    },
    {
      number: 2,
      title: 'Exclusions',
      provisions: {
        '2': {
          duty: 'The policy says which complaints are not considered; the reasons are fair and keep nobody from redress.',
          strength: 'should',
          judgedBy: 'person',
          evidence: 'The policy; each refusal with its reasons and the way to the Ombudsman.',
        },
      },
    },
    {
      number: 3,
      title: 'Accessibility and awareness',
      provisions: {
        '3': {
          duty: 'There are several ways to complain, people can use them, and adjustments are made for those who need them.',
          strength: 'should',
          judgedBy: 'person',
          evidence: 'Complaints by channel; adjustments agreed; how the procedure is made known.',
        },
      },
    },
    {
      number: 4,
      title: 'Complaint handling resources',
      provisions: {
        '4': {
          duty: 'Somebody is responsible for complaints with the means for it; handling them is a core service.',
          strength: 'should',
          judgedBy: 'person',
          evidence: 'Who is responsible; caseloads and training.',
        },
      },
    },
    {
      number: 5,
      title: 'The complaint handling process',
      provisions: {
        '5': {
          duty: 'One policy for all complaints under the Code, and whoever is dissatisfied is given the choice to complain.',
          strength: 'should',
          judgedBy: 'person',
          evidence: 'The policy; contacts in which the choice was put.',
        },
      },
    },
    {
      number: 6,
      title: 'Complaints stages',
      provisions: {
        '6 stage 1': {
          duty: 'Stage 1 keeps the times of the Code and its answers hold what the Code asks of them.',
          strength: 'should',
          judgedBy: 'person',
          evidence: 'Times from receipt to acknowledgement and from there to the answer; answers read.',
        },
        '6 stage 2': {
          duty: 'Stage 2 keeps the times of the Code, its answers hold what the Code asks, and somebody else considers it.',
          strength: 'should',
          judgedBy: 'person',
          evidence: 'Times from the request to the final answer; who considered each stage; answers read.',
        },
      },
    },
    {
      number: 7,
      title: 'Putting things right',
      provisions: {
        '7': {
          duty: 'Where something went wrong it is put right, for the person and with a view to what it meant for them.',
          strength: 'should',
          judgedBy: 'person',
          evidence: 'Remedies offered, and whether they were done.',
        },
      },
    },
    {
      number: 8,
      title: 'Performance reporting and self-assessment',
      provisions: {
        '8': {
          duty: 'A yearly report on complaints and improvement, with this self-assessment, goes to those who oversee the council and is published.',
          strength: 'should',
          judgedBy: 'person',
          evidence: 'The report, where it was looked at and published, with the Ombudsman’s annual letter.',
        },
      },
    },
    {
      number: 9,
      title: 'Scrutiny and oversight',
      provisions: {
        '9': {
          duty: 'Complaints are learnt from, a senior officer leads, and a member or committee is responsible and hears of them.',
          strength: 'should',
          judgedBy: 'person',
          evidence: 'Who leads and who is responsible; what they receive and when.',
        },
      },
    },
  ],
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
