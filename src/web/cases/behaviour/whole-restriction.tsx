/** A restriction as a case tells it, in full: what, why, what was weighed, by whom, and what became of it. */
import type { VNode } from 'preact';
import { holdsOn, type RestrictionTold } from '../../../complaint/behaviour/steps.js';
import { type Day, inWords } from '../../../facts/days.js';
import { whatHolds } from '../../behaviour/behaviour-words.js';
import { SummaryList } from '../../ui/components.js';
import { type Choice, type FormState, RadiosField } from '../../ui/forms.js';
import { beginning } from '../act-fields.js';
import { type CaseShown, personName, said, staffName } from '../case-shown.js';

export function stateWords(r: RestrictionTold, today: Day): string {
  switch (r.state) {
    case 'proposed':
      return 'Proposed: waits for a second person';
    case 'agreed':
      return 'Agreed: they have not been told yet, so nothing is restricted';
    case 'not-agreed':
      return 'Not agreed';
    case 'in-force':
      return holdsOn(r, today) ? 'It holds' : 'Over: its last day is past';
    case 'lifted':
      return `Lifted on ${r.liftedOn === null ? 'a day not told' : inWords(r.liftedOn)}`;
    default:
      return r.state satisfies never;
  }
}

export function WholeRestriction({
  shown,
  restriction: r,
  today,
}: {
  readonly shown: CaseShown;
  readonly restriction: RestrictionTold;
  readonly today: Day;
}): VNode {
  const row = (key: string, value: string | null) =>
    value === null || value === '' ? [] : [{ key: { text: key }, value: { text: value } }];
  const contact = r.contact === null ? null : staffName(shown, r.contact);
  return (
    <SummaryList
      rows={[
        ...row('Whose contact', personName(shown, r.person)),
        ...row('How it stands', stateWords(r, today)),
        ...row('What is restricted', whatHolds({ kinds: r.kinds, contact, channels: r.channels }).join(' ')),
        ...row('As they are told', said(shown, r.how)),
        ...row('Why', said(shown, r.reasons)),
        ...row('Equality Act', said(shown, r.equality)),
        ...row('Adjustments', said(shown, r.adjustments)),
        ...row('Proposed by', r.proposedBy === null ? null : staffName(shown, r.proposedBy)),
        ...row('Decided by', r.agreedBy === null ? null : staffName(shown, r.agreedBy)),
        ...row('Holds from', r.decidedOn === null ? null : inWords(r.decidedOn)),
        ...row('Last day', r.until === null ? null : inWords(r.until)),
        ...row('Looked at again on', r.reviewOn === null || r.state === 'lifted' ? null : inWords(r.reviewOn)),
        ...row('Last reviewed on', r.reviewedOn === null ? null : inWords(r.reviewedOn)),
        ...row(
          'Appeal',
          r.appealedOn === null ? null : `${said(shown, r.appeal)} (${inWords(r.appealedOn)}, not answered yet)`,
        ),
      ]}
    />
  );
}

/** The restrictions among which an act chooses. */
function restrictionChoices(shown: CaseShown, list: readonly RestrictionTold[]): readonly Choice[] {
  return list.map((r) => ({
    value: r.id,
    text: `${personName(shown, r.person)}: ${beginning(said(shown, r.how), 70)}`,
  }));
}

export function RestrictionField({
  form,
  shown,
  list,
}: {
  readonly form: FormState;
  readonly shown: CaseShown;
  readonly list: readonly RestrictionTold[];
}): VNode {
  return (
    <RadiosField form={form} name="restriction" legend="Which restriction?" items={restrictionChoices(shown, list)} />
  );
}
