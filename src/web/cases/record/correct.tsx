/** A mistake in the record is put right by a further entry: both stay, and dates follow what is right (5.12). */
import type { VNode } from 'preact';
import { z } from 'zod';
import { happeningWords } from '../../../complaint/happening-words.js';
import { type CorrectRequest, mayCorrect } from '../../../complaint/may/correct.js';
import { type Context, type Decision, refuse } from '../../../complaint/refusals.js';
import type { Entry } from '../../../facts/happened.js';
import { mentionsIn } from '../../../store/chain.js';
import { compensationIn } from '../../../store/compensation-settings.js';
import { Alert, Button, SummaryList } from '../../ui/components.js';
import { DayText, InstantText } from '../../ui/dates.js';
import { choice, requiredDay, requiredText, wholeNumber } from '../../ui/fields.js';
import { DateField, type FormState, Hidden, RadiosField, readForm, TextareaField, typedIn } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { beginning, type Lists, readLists } from '../act-fields.js';
import { actScreen, lookUp } from '../act-screen.js';
import { actPath, readingContext } from '../acts.js';
import { type CaseShown, recordedByName, said } from '../case-shown.js';
import { correctedFacts, FactFields, factsOf, isSame, leftOutWords, withFacts } from './correctable.js';

interface More {
  readonly entry: Entry | null;
  readonly lists: Lists;
}

const schemaOf = (visit: Visit) =>
  z.object({
    seq: wholeNumber('Choose which entry is wrong', { min: 1, max: 1_000_000 }),
    how: choice(['replace', 'take-back'], 'Choose what is wrong with it'),
    happenedOn: requiredDay('the day it happened', { notAfter: visit.today }),
    ...correctedFacts,
    reason: requiredText('Write down what was wrong', 20_000),
  });
type Typed = z.output<ReturnType<typeof schemaOf>>;

/** Before an entry is chosen there are no other fields to be wrong, and nothing that could be right. */
const noEntry = z.object({
  seq: z.unknown().refine(() => false, { error: 'Choose which entry is wrong' }),
}) as unknown as ReturnType<typeof schemaOf>;

export const correctEntry = actScreen({
  act: 'correct',
  title: 'Correct an entry',
  asks: ['record'],
  reads: async (trx, shown, visit): Promise<More> => {
    const asked = Number(visit.fields.seq ?? visit.query.entry);
    return { entry: shown.case.history.find(({ seq }) => seq === asked) ?? null, lists: await readLists(trx) };
  },
  schema: (_shown, visit, { entry }) => (entry === null ? noEntry : schemaOf(visit)),
  start: (shown, _visit, { entry }) =>
    entry === null ? {} : { seq: entry.seq, happenedOn: entry.happenedOn, ...factsOf(entry.what, shown) },
  fields: ({ form, shown, visit, more: { entry, lists } }) =>
    entry === null ? (
      <WhichEntry shown={shown} />
    ) : (
      <>
        <AsItStands entry={entry} shown={shown} />
        <Hidden name="seq" value={entry.seq} />
        <RadiosField
          form={form}
          name="how"
          legend="What is wrong with it?"
          items={[
            { value: 'replace', text: 'It happened, but the day or the facts are wrong' },
            ...(entry.what.type === 'Received'
              ? []
              : [
                  {
                    value: 'take-back',
                    text: 'It did not happen: take it back',
                    hint: 'What you enter below is left out',
                  },
                ]),
          ]}
        />
        <DateField form={form} name="happenedOn" legend="The day it happened" />
        <FactFields form={form} entry={entry} lists={lists} />
        <TextareaField
          form={form}
          name="reason"
          label="What was wrong?"
          hint="It stays with the entry for whoever reads the history"
          rows={3}
        />
        <WhatItChanges form={form} shown={shown} visit={visit} entry={entry} />
        <Button classes="govuk-button--secondary" name="do" value={lookUp}>
          Show which dates it changes
        </Button>
      </>
    ),
  decide: (value, { shown, file, context, visit }) =>
    decision(value, { ...shown, file, case: file.case }, context, visit),
  names: { becomes: 'how' },
  button: 'Correct it',
  warning:
    'Dates and figures that are not yet published follow what is right. What was recorded first stays to be seen.',
  done: 'Corrected',
  next: '/history',
});

function decision(value: Typed, shown: CaseShown, context: Context, visit: Visit): Decision {
  const { seq, how, happenedOn, reason } = value;
  const entry = shown.case.history.find((one) => one.seq === seq);
  let becomes: CorrectRequest['becomes'] = null;
  if (how === 'replace' && entry !== undefined && entry.what.type !== 'EntryCorrected') {
    const what = withFacts(entry.what, value, {
      before: entry.what.type === 'PointDecided' ? said(shown, entry.what.reasons).replaceAll('\r\n', '\n').trim() : '',
      keep: context.keep,
    });
    if ('leftOut' in what) return refuse('left-out', leftOutWords[what.leftOut] ?? 'Enter it', { field: what.leftOut });
    if (isSame(entry, what, happenedOn))
      return refuse('nothing-changed', 'Nothing in it is changed yet. Enter what is right.', { field: 'happenedOn' });
    becomes = { what, happenedOn };
  }
  const { aloneUpTo } = compensationIn(visit.landlord.settings);
  return mayCorrect(shown.case, { seq, reason, becomes, aloneUpTo }, context);
}

/** What the correction would do, for whoever asked before doing it. */
function WhatItChanges(props: {
  readonly form: FormState;
  readonly shown: CaseShown;
  readonly visit: Visit;
  readonly entry: Entry;
}): VNode | null {
  const { form, shown, visit } = props;
  if (typedIn(form, 'do') !== lookUp) return null;
  // Its reason may still be to come when somebody only looks.
  const read = readForm(schemaOf(visit), { ...form.values, reason: typedIn(form, 'reason') || '-' });
  const found = read.ok ? decision(read.value, shown, readingContext(visit), visit) : null;
  const lines =
    found === null
      ? (read.ok ? [] : read.form.errors).map(({ words }) => words)
      : found.ok
        ? found.warnings
        : found.refusals.map(({ words }) => words);
  return (
    <Alert
      variant={found?.ok ? 'information' : 'warning'}
      title="What this changes"
      showTitleAsHeading
      html={
        lines.length === 0 ? (
          'No date changes.'
        ) : (
          <ul class="govuk-list govuk-list--bullet">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )
      }
    />
  );
}

function AsItStands({ entry, shown }: { readonly entry: Entry; readonly shown: CaseShown }): VNode {
  const { words } = mentionsIn(entry.what.type, entry.what);
  const texts = [...words].flatMap((digest) => shown.file.say(digest as never) ?? []);
  return (
    <>
      <h2 class="govuk-heading-s">As it stands</h2>
      <SummaryList
        rows={[
          { key: { text: 'Entry' }, value: { text: `${entry.seq}: ${happeningWords(entry.what)}` } },
          { key: { text: 'Happened on' }, value: { html: <DayText day={entry.happenedOn} /> } },
          {
            key: { text: 'Recorded' },
            value: {
              html: (
                <>
                  {recordedByName(shown, entry.recordedBy)}, <InstantText at={entry.recordedAt} />
                </>
              ),
            },
          },
          ...(texts.length === 0
            ? []
            : [
                {
                  key: { text: 'Words' },
                  value: {
                    html: texts.map((text) => (
                      <p key={text} class="app-quote">
                        {beginning(text, 400)}
                      </p>
                    )),
                  },
                },
              ]),
        ]}
      />
    </>
  );
}

function WhichEntry({ shown }: { readonly shown: CaseShown }): VNode {
  const entries = shown.case.history
    .filter(({ what }) => what.type !== 'EntryCorrected' && what.type !== 'WordsErased')
    .toReversed();
  return (
    <>
      <h2 class="govuk-heading-s">Which entry is wrong?</h2>
      <ul class="govuk-list" id="seq">
        {entries.map((entry) => (
          <li key={entry.seq}>
            <a class="govuk-link" href={actPath(shown.case.reference, 'correct', `?entry=${entry.seq}`)}>
              {entry.seq}: {happeningWords(entry.what)}
            </a>
            , <DayText day={entry.happenedOn} short />
          </li>
        ))}
      </ul>
    </>
  );
}
