/** The fields of a sum of compensation: a block for each head, and what would go against a debt. */
import type { VNode } from 'preact';
import { headWords } from '../../../complaint/compensation.js';
import { rightToRepairWords } from '../../../law/statutory-payments.js';
import { Details } from '../../ui/components.js';
import {
  DateField,
  type FormState,
  RadiosField,
  TextareaField,
  TextField,
  TickField,
  typedIn,
} from '../../ui/forms.js';
import { weighed } from './compensation-form.js';

export function Heads({ form }: { readonly form: FormState }): VNode {
  const amount = (name: string, label: string, hint?: string) => (
    <TextField
      form={form}
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      width={10}
      inputmode="decimal"
      prefix={{ text: '£' }}
    />
  );
  return (
    <>
      <h3 class="govuk-heading-s">{headWords.statutory}</h3>
      <TextField
        form={form}
        name="repairDays"
        label="Right to repair: days after the second time limit"
        hint={`${rightToRepairWords}. Secure tenants of councils; others by their tenancy.`}
        width={4}
        inputmode="numeric"
      />
      {amount('statutoryPence', 'Another payment that the law sets')}
      <TextField form={form} name="statutoryNote" label="Which one, and how it was worked out" />
      <h3 class="govuk-heading-s">{headWords.loss}</h3>
      <TextareaField
        form={form}
        name="receipts"
        label="What they lost or spent, a line each, with its amount at the end"
        hint="For example: Carpet in the bedroom 120.00. Add the receipts below."
        rows={4}
      />
      <h3 class="govuk-heading-s">{headWords['loss-of-use']}</h3>
      {amount('rentPence', 'The rent')}
      <RadiosField
        form={form}
        name="rentEvery"
        legend="It is the rent of"
        inline
        items={[
          { value: 'week', text: 'a week' },
          { value: 'month', text: 'a month' },
        ]}
      />
      <TextField
        form={form}
        name="rentPercent"
        label="Share of the rent"
        hint="For the rooms or the use that they lost"
        width={3}
        inputmode="numeric"
        suffix={{ text: '%' }}
      />
      <DateField form={form} name="rentFrom" legend="First day" />
      <DateField form={form} name="rentUntil" legend="Last day" hint="It counts too" />
      <TextField form={form} name="rentNote" label="What they could not use, and why this share" />
      {weighed.map(({ head, name }) => (
        <div key={head}>
          <h3 class="govuk-heading-s">{headWords[head]}</h3>
          {amount(`${name}Pence`, `Amount for ${lower(headWords[head])}`)}
          <TextField
            form={form}
            name={`${name}Times`}
            label={`How many times, for ${lower(headWords[head])} (empty: once)`}
            hint="For example 3, for three missed appointments"
            width={4}
            inputmode="numeric"
          />
          <TextareaField
            form={form}
            name={`${name}Note`}
            label={`Why this amount for ${lower(headWords[head])}`}
            rows={2}
          />
        </div>
      ))}
    </>
  );
}

const yesOrNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export function SetOff({ form }: { readonly form: FormState }): VNode {
  const begun = typedIn(form, 'setOff') !== '';
  return (
    <Details summaryText="Put some of it against what the resident owes us" open={begun}>
      <p class="govuk-body">
        Compensation is paid to the resident. What gives back their own money, what goes against a debt that they
        dispute and what the Ombudsman ordered is never set off. Anything else needs reasons of this case.
      </p>
      <TickField form={form} name="setOff" label="Set some of it off" />
      <TextField
        form={form}
        name="setOffPence"
        label="How much"
        width={10}
        inputmode="decimal"
        prefix={{ text: '£' }}
      />
      <RadiosField form={form} name="setOffDisputed" legend="Do they dispute the debt?" inline items={yesOrNo} />
      <RadiosField form={form} name="setOffOrdered" legend="Did the Ombudsman order this sum?" inline items={yesOrNo} />
      <TickField form={form} name="setOffOrderSays" label="Its order says that it goes against the debt" />
      <TextareaField
        form={form}
        name="setOffNotOrdered"
        label="If not: why it is another sum than the one ordered"
        hint="Only while an order of the Ombudsman to pay money is open"
        rows={2}
      />
      <TextareaField form={form} name="setOffReason" label="Why, for this resident" rows={2} />
      <TextareaField form={form} name="setOffImpact" label="What that means for them" rows={2} />
      <TextareaField form={form} name="setOffConsent" label="How and when they agreed" rows={2} />
    </Details>
  );
}
