/** Another resident with the same complaint: one case, and for each their own letter and right to escalate or leave. */
import { z } from 'zod';
import { mayJoinGroup } from '../../../complaint/may/join-group.js';
import { residentsOf } from '../../../complaint/who.js';
import { notYetPrivate } from '../../public-posts/still-public.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { personName } from '../case-shown.js';
import { nobodyNamed } from './identify-resident.js';
import { findWho, WhoField, whoFields, whoWasMeant } from './which-person.js';

export const joinGroup = actScreen({
  act: 'join-group',
  title: 'Add a resident to the group',
  reads: (trx, shown, visit) => findWho(trx, visit, { like: null, without: residentsOf(shown.case) }),
  schema: (_shown, visit) => z.object({ ...whoFields, on: dayItHappened(visit, 'the day they joined') }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form, shown, more }) => (
    <>
      <p class="govuk-body">
        The case stays one case. Each resident in it gets a letter of their own, and may ask for stage 2 or leave by
        themselves. In it now:{' '}
        {residentsOf(shown.case)
          .map((id) => personName(shown, id))
          .join('; ') || 'nobody named yet'}
        .
      </p>
      <WhoField form={form} found={more} legend="Who joins?" />
      <OnField form={form} legend="When did they join?" />
    </>
  ),
  decide: async (value, { file, context, trx }) => {
    const person = await whoWasMeant(trx, value);
    if (person === null) return nobodyNamed();
    return (await notYetPrivate(trx, file.case.id)) ?? mayJoinGroup(file.case, { on: value.on, person }, context);
  },
  button: 'Add them',
  done: 'They are part of the group now',
});
