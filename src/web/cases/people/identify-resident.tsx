/** Who the resident is; it may become known later than what they said (5.12). */
import { z } from 'zod';
import { mayIdentifyResident } from '../../../complaint/may/identify-resident.js';
import { refuse } from '../../../complaint/refusals.js';
import { mailOfCase } from '../../../store/mail.js';
import { notYetPrivate } from '../../public-posts/still-public.js';
import { InsetText } from '../../ui/components.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { casePath } from '../case-frame.js';
import { personName } from '../case-shown.js';
import { findWho, WhoField, whoFields, whoWasMeant } from './which-person.js';

export const identifyResident = actScreen({
  act: 'identify-resident',
  title: 'Say who the resident is',
  asks: ['record'],
  reads: async (trx, shown, visit) => {
    const { person } = shown.case;
    const found = await findWho(trx, visit, {
      like: person === null ? null : (shown.people.get(person) ?? null),
      without: person === null ? [] : [person],
    });
    // Whoever wrote the message may be the resident; whoever reads this knows better.
    const [message] = person === null ? await mailOfCase(trx, shown.case.id) : [];
    return { found, sender: message ?? null };
  },
  schema: (_shown, visit) => z.object({ ...whoFields, on: dayItHappened(visit, 'the day it became known') }),
  start: (_shown, visit, { sender, found }) => ({
    on: visit.today,
    // Open at once, so that the name and the address are seen.
    person: sender !== null && found.people.length === 0 ? 'new' : null,
    newName: sender?.senderName ?? null,
    newEmail: sender?.sender ?? null,
  }),
  fields: ({ form, shown, more }) => (
    <>
      {shown.case.person === null ? null : (
        <InsetText>
          The case names {personName(shown, shown.case.person)}. If only a detail is wrong,{' '}
          <a class="govuk-link" href={casePath(shown.case.reference, '/person')}>
            correct the name or how to reach them
          </a>
          . If it is somebody else, say who.
        </InsetText>
      )}
      <WhoField form={form} found={more.found} legend="Who is the resident?" />
      <OnField form={form} legend="When did this become known?" />
    </>
  ),
  decide: async (value, { file, context, trx }) => {
    const person = await whoWasMeant(trx, value);
    if (person === null) return nobodyNamed();
    return (
      (await notYetPrivate(trx, file.case.id)) ?? mayIdentifyResident(file.case, { on: value.on, person }, context)
    );
  },
  button: 'This is the resident',
  done: 'The resident is recorded',
});

/** For every act that names a person. */
export function nobodyNamed() {
  return refuse('nobody-named', 'Enter a name, a phone number or an email address', { field: 'newName' });
}
