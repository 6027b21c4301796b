/** A message to the people of the case on their own page. They are told by the way agreed with them that it is there. */
import { z } from 'zod';
import { accessTo } from '../../../complaint/access.js';
import { mayWriteToResident } from '../../../complaint/may/write-to-resident.js';
import { representativeRoleWords } from '../../../complaint/standing-words.js';
import { residentsOf } from '../../../complaint/who.js';
import type { PersonId } from '../../../facts/happened.js';
import { queueMessage } from '../../../store/outbox.js';
import { InsetText } from '../../ui/components.js';
import { choices, requiredText } from '../../ui/fields.js';
import { CheckboxesField, TextareaField } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, personName } from '../case-shown.js';

/** Those who may read the case on the day: residents, and whoever has authority to act for them. */
function readers(shown: CaseShown, visit: Visit) {
  const { case: c } = shown;
  const everybody = [
    ...residentsOf(c).map((id) => ({ id, as: null })),
    ...c.representatives.map(({ person, role }) => ({ id: person, as: representativeRoleWords[role] })),
  ];
  return everybody
    .filter(({ id }, i) => accessTo(c, id, visit.today) !== null && everybody.findIndex((one) => one.id === id) === i)
    .map(({ id, as }) => ({
      value: id as string,
      text: as === null ? personName(shown, id) : `${personName(shown, id)} (${as})`,
    }));
}

export const writeToResident = actScreen({
  act: 'write-to-resident',
  title: 'Write to the resident',
  asks: ['record'],
  schema: (shown, visit) => {
    const ids = readers(shown, visit).map(({ value }) => value);
    return z.object({
      to: choices(ids.length === 0 ? ['nobody'] : ids),
      text: requiredText('Write down what you want to say', 20_000),
    });
  },
  start: (shown, visit) => {
    const all = readers(shown, visit);
    return { to: all.length === 1 ? [all[0]?.value ?? ''] : [] };
  },
  fields: ({ form, shown, visit }) => (
    <>
      <InsetText>
        They read it on their own page of the case, and are told that it is there by the way agreed with them. What the
        Code wants in a letter still goes in a letter, and an update that was agreed is given with ‘Give an update’.
      </InsetText>
      <CheckboxesField form={form} name="to" legend="To" items={readers(shown, visit)} />
      <TextareaField form={form} name="text" label="Your message" rows={7} />
    </>
  ),
  decide: ({ to, text }, { file, context }) =>
    mayWriteToResident(file.case, { on: context.today, to: to as PersonId[], text, files: [] }, context),
  extras: ({ to }, visit) => ({
    also: async (trx, done) => {
      // Whom nothing that we send may reach is put before a person.
      for (const person of to as PersonId[]) {
        await queueMessage(trx, {
          key: `written:${done.caseId}:${done.version}:${person}`,
          purpose: 'update',
          caseId: done.caseId,
          to: { person },
          subject: `A message about ${done.reference}`,
          body: `${visit.landlord.name} has written to you about ${done.reference}.\n\nRead it here: {link}\n\nThe link works for 14 days and only for you. Please do not pass it on.`,
          link: { purpose: 'follow', person, about: null, forDays: 14 },
          now: new Date(visit.now),
        });
      }
    },
  }),
  button: 'Send the message',
  done: 'The message is on their page',
  next: '/messages',
});
