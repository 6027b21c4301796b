/** What the form told of a case, beside its words: what was picked, who says they act, what was asked for. A suggestion. */
import type { VNode } from 'preact';
import {
  adjustmentKindWords,
  hazardKindWords,
  kindWords,
  representativeRoleWords,
} from '../../complaint/standing-words.js';
import { suggestedOf } from '../../complaint/telling/suggested.js';
import type { Claim, ReachKind, Risk, Teller, Wish } from '../../complaint/telling/told.js';
import type { FormTold } from '../../store/form-told.js';
import { SummaryList } from '../ui/components.js';
import type { CaseShown } from './case-shown.js';

const wishWords: Readonly<Record<Wish, string>> = {
  wrong: 'Something is wrong, or went wrong',
  ask: 'Ask us to do something',
  thank: 'Say thank you',
};
const tellerWords: Readonly<Record<Teller, string>> = {
  resident: 'The resident',
  'for-someone': 'Somebody who speaks for the resident',
  member: 'A councillor or MP',
  group: 'A group of households',
};
const claimWords: Readonly<Record<Claim, string>> = {
  'signed-form': 'They say that the resident signed a form',
  'resident-told-us': 'They say that the resident can tell us so',
  'power-of-attorney': 'They say that they have a power of attorney',
  'court-order': 'They say that they are a deputy by order of a court',
  probate: 'They say that the resident has died and they deal with the estate',
  'not-yet': 'They say that the resident has not agreed yet',
};
const riskWords: Readonly<Record<Risk, string>> = {
  now: 'Somebody is in danger now',
  'if-it-goes-on': 'Somebody could come to harm if it goes on',
  no: 'Nobody, they say',
  'not-sure': 'They are not sure',
};
const reachWords: Readonly<Record<ReachKind, string>> = {
  email: 'email',
  phone: 'phone calls',
  'text-message': 'text messages',
  post: 'letters',
};
const choiceWords = {
  complain: 'To have it looked into and answered: they chose to complain',
  'not-complain': 'Only to have it put right: they chose not to complain',
  'no-answer-yet': 'They do not know yet: ask them',
} as const;

/** A choice that was not the resident's own to make is on record only here. */
function saidByAnother({ teller }: FormTold): boolean {
  return teller === 'for-someone' || teller === 'member';
}

/** What was asked for and nobody has agreed: it stands here until it is. */
export function adjustmentsWaiting(told: FormTold, { case: c }: CaseShown): readonly string[] {
  const agreed = new Set(c.adjustments.map(({ kind }) => kind));
  return told.adjustments.filter((kind) => !agreed.has(kind)).map((kind) => adjustmentKindWords[kind]);
}

export function FormToldShown({
  told,
  shown,
}: {
  readonly told: FormTold | null;
  readonly shown: CaseShown;
}): VNode | null {
  if (told === null) return null;
  const suggests = suggestedOf(told);
  const waiting = adjustmentsWaiting(told, shown);
  const lines: readonly [string, string | null][] = [
    ['What they picked at the start', wishWords[told.wish]],
    ['It suggests', suggests === null ? null : `Perhaps: ${kindWords[suggests].toLowerCase()}`],
    [
      saidByAnother(told) ? 'What whoever wrote says they want' : 'What they want',
      told.choice === null ? null : choiceWords[told.choice],
    ],
    [
      'Asked us before',
      told.toldBefore === null ? null : told.toldBefore ? 'Yes, and they are not happy with it' : 'No',
    ],
    ['Who filled it in', told.teller === null ? null : tellerWords[told.teller]],
    ['What they are to the resident', told.role === null ? null : representativeRoleWords[told.role]],
    ['Their authority', told.claim === null ? null : claimWords[told.claim]],
    ['At risk', told.risk === null ? null : riskWords[told.risk]],
    ['Hazards they ticked', told.hazards.map((kind) => hazardKindWords[kind]).join(', ')],
    [
      saidByAnother(told) ? 'What whoever wrote would find easier' : 'Adjustments to agree',
      [...waiting, told.language === null ? '' : `Language: ${told.language}`].filter(Boolean).join(', '),
    ],
    [
      'Best way to reach them',
      told.unreached ? 'They asked not to be reached' : told.best === null ? null : reachWords[told.best],
    ],
    ['Never to be used', told.unsafe.map((kind) => reachWords[kind]).join(', ')],
    [
      'Who they are',
      told.knownPerson ? 'The name and a way are those of somebody on record. Anybody can type them: make sure' : null,
    ],
  ];
  return (
    <section aria-labelledby="form-told">
      <h2 class="govuk-heading-m" id="form-told">
        What the form told
      </h2>
      <SummaryList
        rows={lines
          .filter(([, value]) => value !== null && value !== '')
          .map(([key, value]) => ({ key: { text: key }, value: { text: value ?? '' } }))}
      />
    </section>
  );
}
