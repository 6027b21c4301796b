/** Writing a letter that is no act of its own: a refusal that was decided, whether a promise was kept, or one of the others again. */
import { z } from 'zod';
import { refuse } from '../../../complaint/refusals.js';
import { letterKindWords } from '../../../complaint/standing-words.js';
import type { LetterKind } from '../../../facts/happened.js';
import type { Matter } from '../../../letters/words.js';
import { InsetText } from '../../ui/components.js';
import { choice } from '../../ui/fields.js';
import { RadiosField } from '../../ui/forms.js';
import { beginning } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { actPath, mayBegin } from '../acts.js';
import { type CaseShown, entriesOf, said } from '../case-shown.js';
import { draftToo, mayBeginLetter, toField, toTheLetter } from './begin.js';
import { ToField } from './to-field.js';

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly matter: Matter;
}

/** The letters that this case can give now, from what has been recorded. */
function choices(shown: CaseShown): readonly Choice[] {
  const c = shown.case;
  const found: Choice[] = [];
  const add = (kind: LetterKind, matter: Matter, more = '') =>
    found.push({ value: more === '' ? kind : `${kind} ${more}`, text: letterKindWords[kind], matter });
  const refused = entriesOf(shown, 'ComplaintRefused').at(-1)?.what;
  if (refused !== undefined) {
    const { ground, filedOn, issueOn, reasons, discretion } = refused;
    add('refusal', {
      kind: 'refusal',
      ground,
      filedOn,
      issueOn,
      reasons: said(shown, reasons),
      discretion: discretion === null ? null : said(shown, discretion),
    });
  }
  const refusedOn = entriesOf(shown, 'EscalationRefused').at(-1)?.what;
  if (refusedOn !== undefined) {
    const { ground, filedOn, reasons } = refusedOn;
    add('refusal-to-escalate', { kind: 'refusal-to-escalate', ground, filedOn, reasons: said(shown, reasons) });
  }
  if (c.stages[1]?.acknowledgedOn) add('acknowledgement', { kind: 'acknowledgement' });
  if (c.stages[2]?.acknowledgedOn) add('stage-2-acknowledgement', { kind: 'stage-2-acknowledgement' });
  if (c.stages[2]?.respondedOn) add('final-response', { kind: 'final-response' });
  for (const promise of c.promises) {
    if (promise.state !== 'done' || promise.doneOn === null) continue;
    found.push({
      value: `promise-kept ${promise.id}`,
      text: `Promise kept: ${beginning(said(shown, promise.words), 70)}`,
      matter: { kind: 'promise-kept', promise: promise.id, doneOn: promise.doneOn, how: said(shown, promise.proof) },
    });
  }
  return found;
}

const others = [
  'acknowledge',
  'ask-clarification',
  'give-update',
  'extend',
  'respond',
  'respond-finally',
  'summarise-hazard',
] as const;
const otherWords = {
  acknowledge: 'Acknowledgement',
  'ask-clarification': 'Question about the complaint',
  'give-update': 'Update',
  extend: 'Extension',
  respond: 'Stage 1 response',
  'respond-finally': 'Final response',
  'summarise-hazard': 'Summary of a hazard',
} as const;

export const draftLetter = actScreen({
  act: 'draft-letter',
  title: 'Write a letter',
  schema: (shown, visit) =>
    z.object({
      what: choice(
        choices(shown).map((one) => one.value),
        'Choose the letter',
      ),
      to: toField(shown, visit),
    }),
  start: (shown) => {
    const among = choices(shown);
    return among.length > 0 && among[0] ? { what: among[0].value } : {};
  },
  fields: ({ form, shown, visit }) => {
    const among = choices(shown);
    const acts = others.filter((act) => mayBegin(shown, visit, act));
    return (
      <>
        {acts.length > 0 ? (
          <>
            <h2 class="govuk-heading-s">These are written with their act</h2>
            <ul class="govuk-list">
              {acts.map((act) => (
                <li key={act}>
                  <a class="govuk-link" href={actPath(shown.case.reference, act)}>
                    {otherWords[act]}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {among.length === 0 ? (
          <InsetText text="There is no other letter to write now." />
        ) : (
          <>
            <RadiosField
              form={form}
              name="what"
              legend="Or one of these"
              items={among.map(({ value, text }) => ({ value, text }))}
            />
            <ToField form={form} shown={shown} visit={visit} />
          </>
        )}
      </>
    );
  },
  decide: (value, { file, context, shown }) => {
    const chosen = choices(shown).find((one) => one.value === value.what);
    if (chosen === undefined) return refuse('no-such-letter', 'Choose one of the letters.', { field: 'what' });
    return mayBeginLetter(file.case, chosen.matter, null, context);
  },
  extras: (value, visit, shown) => {
    const chosen = choices(shown).find((one) => one.value === value.what);
    return chosen === undefined ? {} : draftToo(chosen.matter, value.to, visit, shown);
  },
  button: 'Begin the letter',
  done: 'The letter is begun',
  next: (_value, outcome) => toTheLetter(outcome),
});
