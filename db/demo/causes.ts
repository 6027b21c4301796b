/** The demonstration landlord's own list of causes, in its groups, and what a lesson from each of them is about. */
import { type CauseGroup, noFailing } from '../../src/complaint/cause-list.js';

const groups: readonly (CauseGroup & { readonly theme: string })[] = [
  {
    name: 'Repairs and contractors',
    theme: 'Repairs and homes',
    causes: [
      'Symptom treated, cause not looked for',
      'Work not checked after completion',
      'Temporary repair not followed up',
      'Repeated repair without diagnosis',
      'Recommendation not followed up',
      'Condition not checked',
      'Check signed without looking',
      'Job closed without the work',
      'Order cancelled by contractor',
      'Order on the wrong scheme',
      'Closed at the wrong address',
    ],
  },
  {
    name: 'Keeping people informed',
    theme: 'Communication',
    causes: [
      'Appointment not kept, resident not told',
      'Resident not told who comes',
      'Promise not recorded',
      'Permit not sent',
      'Question not understood',
      'Advice not understood',
      'Person concerned not heard',
    ],
  },
  {
    name: 'Who does it',
    theme: 'People and training',
    causes: [
      'Case not handed over',
      'Waiting for someone who had left',
      'Mailbox not covered',
      'No cover for absence',
      'Too few advisers, no call back',
      'Ownership not known',
      'Conduct',
    ],
  },
  {
    name: 'Records and systems',
    theme: 'Information and records',
    causes: [
      'Record misread',
      'Record not read before work',
      'Form said thank you for what it lost',
      'Form without the right choice',
      'Letters filled one behind',
      'Printing not checked',
    ],
  },
  {
    name: 'Money and time limits',
    theme: 'Policy and procedure',
    causes: [
      'Cost coded to the wrong line',
      'Payments to the wrong account',
      'Two payments set up for one account',
      'Papers not chased',
      'Time limit not watched',
    ],
  },
  { name: 'Nothing went wrong', theme: 'Policy and procedure', causes: [noFailing] },
];

export const causeList: readonly CauseGroup[] = groups.map(({ name, causes }) => ({ name, causes }));

export function themeOf(cause: string): string {
  return groups.find(({ causes }) => causes.includes(cause))?.theme ?? 'Policy and procedure';
}
