/** A letter that did not reach the resident: until it has gone again, everybody sees that it has not. */
import { z } from 'zod';
import { mayReturnLetter } from '../../../complaint/may/return-letter.js';
import { lastSendingOf } from '../../../complaint/sending.js';
import { letterKindWords } from '../../../complaint/standing-words.js';
import { inShortWords } from '../../../facts/days.js';
import type { LetterId } from '../../../facts/happened.js';
import { markSending } from '../../../store/letter-sendings.js';
import { choice, optionalText, requiredId } from '../../ui/fields.js';
import { type Choice, RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import type { CaseShown } from '../case-shown.js';

export const returnLetter = actScreen({
  act: 'return-letter',
  title: 'Record that a letter did not arrive',
  schema: (_shown, visit) =>
    z.object({
      letter: requiredId('Choose which letter').transform((id) => id as LetterId),
      what: choice(['delivery-failed', 'returned'], 'Choose what happened'),
      text: optionalText(5_000),
      on: dayItHappened(visit, 'the day we learnt of it'),
    }),
  start: (shown, visit) => ({ on: visit.today, letter: asked(visit, 'letter', lettersSent(shown)) }),
  fields: ({ form, shown }) => (
    <>
      <RadiosField form={form} name="letter" legend="Which letter?" items={[...lettersSent(shown)]} />
      <RadiosField
        form={form}
        name="what"
        legend="What happened?"
        items={[
          { value: 'delivery-failed', text: 'The email could not be delivered' },
          { value: 'returned', text: 'The post brought it back' },
        ]}
      />
      <TextareaField form={form} name="text" label="What is known of it (optional)" rows={3} />
      <OnField form={form} legend="When did we learn of it?" />
    </>
  ),
  decide: async (value, { file, context, trx }) => {
    const decision = mayReturnLetter(file.case, value, context);
    const seq = lastSendingOf(file.case, value.letter);
    if (decision.ok && seq !== null) {
      await markSending(trx, file.case.id, seq, {
        state: value.what === 'returned' ? 'returned' : 'failed',
        trouble: value.what === 'returned' ? 'The post brought it back.' : 'It could not be delivered.',
        takenBack: value.what !== 'returned',
      });
    }
    return decision;
  },
  button: 'Record it',
  done: 'Recorded',
  next: '/letters',
});

function lettersSent(shown: CaseShown): readonly Choice[] {
  return shown.case.letters
    .filter((letter) => letter.sentOn !== null && !letter.failed)
    .map((letter) => ({
      value: letter.id,
      text: `${letterKindWords[letter.kind]}, sent on ${letter.sentOn === null ? '' : inShortWords(letter.sentOn)}`,
    }));
}
