/** Whose account it is: a resident's or a member of staff's (5.8). */
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Side } from '../../complaint/may/hear-position.js';
import { residentsOf } from '../../complaint/who.js';
import type { PersonId, StaffId } from '../../facts/happened.js';
import type { Trx } from '../../store/database.js';
import { listStaff, type Staff } from '../../store/staff.js';
import { type FormState, RadiosField, SelectField } from '../ui/forms.js';
import { type CaseShown, personName } from './case-shown.js';

export const readColleagues = (trx: Trx): Promise<readonly Staff[]> => listStaff(trx, 'at-work');

const theResident = 'resident';
const staffMember = 'staff';

export const sideFields = (missing: string) =>
  ({
    side: z.union([z.literal([theResident, staffMember]), z.uuid()], { error: missing }),
    colleague: z.union([z.literal(''), z.uuid()], { error: 'Choose who on the staff it is' }).default(''),
  }) as const;

/** Null when staff was chosen and nobody of them. */
export function sideOf(value: { readonly side: string; readonly colleague: string }, shown: CaseShown): Side | null {
  if (value.side === staffMember) return value.colleague === '' ? null : { staff: value.colleague as StaffId };
  if (value.side === theResident) return { person: shown.case.person };
  return { person: value.side as PersonId };
}

export function SideField({
  form,
  shown,
  colleagues,
  legend,
}: {
  readonly form: FormState;
  readonly shown: CaseShown;
  readonly colleagues: readonly Staff[];
  readonly legend: string;
}): VNode {
  const group = residentsOf(shown.case).filter((id) => id !== shown.case.person);
  return (
    <RadiosField
      form={form}
      name="side"
      legend={legend}
      items={[
        {
          value: theResident,
          text: shown.case.person === null ? 'The resident' : personName(shown, shown.case.person),
        },
        ...group.map((id) => ({ value: id, text: personName(shown, id) })),
        {
          value: staffMember,
          text: 'Somebody on the staff',
          shows: (
            <SelectField
              form={form}
              name="colleague"
              label="Who on the staff?"
              none="Choose"
              items={colleagues.map(({ id, name }) => ({ value: id, text: name }))}
            />
          ),
        },
      ]}
    />
  );
}
