/** A person's answer to a provision: as it stands, and the form in which it is written. */
import type { VNode } from 'preact';
import { type Answer, answerWords, saysNotMet } from '../../assess/answers.js';
import { evidenceKindWords, pieceState, pieceStateWords } from '../../assess/evidence-pieces.js';
import { inShortWords } from '../../facts/days.js';
import type { AnswerRow } from '../../store/assessment-answers.js';
import { SummaryList } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import {
  allTypedIn,
  CheckboxesField,
  DateField,
  Form,
  type FormState,
  Hidden,
  RadiosField,
  Submit,
  TextareaField,
  TextField,
  typedIn,
} from '../ui/forms.js';
import type { Visit } from '../visit.js';
import type { ProvisionShown } from './provision.js';
import { assessmentHref } from './words.js';

/** An answer as read. */
export function ProvisionAnswer({ row }: { readonly row: AnswerRow | null }): VNode {
  if (row === null) return <p class="govuk-body">Nobody has answered yet.</p>;
  const written = (label: string, text: string) =>
    text === '' ? [] : [{ key: { text: label }, value: { html: <span class="app-quote">{text}</span> } }];
  const by =
    row.answeredBy !== null
      ? row.answeredBy
      : row.place !== null
        ? `The document, ${row.place}${row.confirmedBy === null ? '' : `; reading confirmed by ${row.confirmedBy}`}`
        : null;
  return (
    <>
      <SummaryList
        rows={[
          { key: { text: 'Answer' }, value: { text: answerWords[row.answer] } },
          ...(by === null
            ? []
            : [
                {
                  key: { text: 'Answered by' },
                  value: {
                    html: (
                      <>
                        {by}
                        {row.answeredOn === null ? null : (
                          <>
                            , <DayText day={row.answeredOn} />
                          </>
                        )}
                      </>
                    ),
                  },
                },
              ]),
          ...written('Evidence', row.evidence),
          ...written('Commentary', row.commentary),
          ...(saysNotMet(row.answer)
            ? [
                ...written('Why it is not met', row.reason === '' ? 'No reason is given' : row.reason),
                ...written(
                  'Will be met by',
                  row.intendedOn === null ? row.intendedWords || 'No day is given' : inShortWords(row.intendedOn),
                ),
              ]
            : []),
          ...written('How we will meet it', row.plan),
        ]}
      />
      {row.needsPerson ? (
        <p class="govuk-body">The document does not answer this by itself: a person has to read it and decide.</p>
      ) : null}
      {row.noticed.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {row.noticed.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const answerHints: Readonly<Partial<Record<Answer, string>>> = {
  text: 'For a question that asks for a figure or for words',
  na: 'Nothing happened to which this provision applies',
};

/** The form: answer, evidence, commentary; for what is not met, why and by when. */
export function ProvisionForm({
  visit,
  form,
  found,
  choices,
}: {
  readonly visit: Visit;
  readonly form: FormState;
  readonly found: ProvisionShown;
  readonly choices: readonly Answer[];
}): VNode {
  const { edition } = found.assessment;
  // Two answers ask for it there, and a field stands once: below both.
  const partly = choices.includes('partly');
  const notMet = (
    <>
      <TextareaField
        form={form}
        name="reason"
        label={partly ? 'If it is not met, or only partly: why?' : 'Why is it not met?'}
        rows={4}
        most={5000}
      />
      <DateField
        form={form}
        name="intended"
        legend={`By when will it be met?${edition === '2024' ? '' : ' (optional)'}`}
      />
      {edition === '2024' ? null : (
        <TextField form={form} name="intendedWords" label="Or in words (optional)" hint="For example, tbc" width={20} />
      )}
    </>
  );
  return (
    <Form visit={visit}>
      <Hidden name="version" value={typedIn(form, 'version')} />
      {allTypedIn(form, 'had').map((piece) => (
        <Hidden key={piece} name="had" value={piece} />
      ))}
      <RadiosField
        form={form}
        name="answer"
        legend="Do we meet it?"
        legendSize="m"
        hint={found.row?.answeredBy ? `Answered by ${found.row.answeredBy}` : 'Your name stands beside the answer'}
        items={[
          ...choices.map((answer) => ({
            value: answer,
            text: answerWords[answer],
            ...(answerHints[answer] === undefined ? {} : { hint: answerHints[answer] }),
            ...(answer === 'no' && !partly ? { shows: notMet } : {}),
          })),
          'or' as const,
          { value: 'unknown', text: 'Not decided yet', hint: 'What you write is kept, and it stays unanswered' },
        ]}
      />
      {partly ? <div class="app-point">{notMet}</div> : null}
      <PiecesField form={form} visit={visit} found={found} />
      <TextareaField
        form={form}
        name="evidence"
        label="Evidence, as it will be published"
        hint="What shows it, in a few words: the policy, the page, the report"
        rows={4}
        most={20_000}
      />
      <TextareaField form={form} name="commentary" label="Commentary" rows={5} most={20_000} />
      {found.isNew || found.asksMore ? (
        <TextareaField
          form={form}
          name="plan"
          label="How will we meet it?"
          hint={found.isNew ? 'The edition before had no such provision' : 'It asks more than the edition before'}
          rows={4}
          most={5000}
        />
      ) : (
        <Hidden name="plan" value={typedIn(form, 'plan')} />
      )}
      <div class="govuk-button-group">
        <Submit name="onward" value="next">
          Save and go on
        </Submit>
        <Submit name="onward" value="stay" secondary>
          Save
        </Submit>
      </div>
    </Form>
  );
}

function PiecesField({
  form,
  visit,
  found,
}: {
  readonly form: FormState;
  readonly visit: Visit;
  readonly found: ProvisionShown;
}): VNode {
  const add = assessmentHref(found.assessment, `/provisions/${found.number}`);
  const offered = found.pieces.filter(
    (piece) => found.linked.includes(piece.id) || pieceState(piece, visit.today) !== 'retired',
  );
  return (
    <>
      {offered.length === 0 ? null : (
        <CheckboxesField
          form={form}
          name="pieces"
          legend="Evidence from the library"
          small
          items={offered.map((piece) => {
            const state = pieceState(piece, visit.today);
            const hint = [
              evidenceKindWords[piece.kind],
              ...(state === 'holds' ? [] : [`${pieceStateWords[state]}: does not count`]),
              ...(found.carried.includes(piece.id) ? ['named last year: look whether it still shows this'] : []),
            ];
            return { value: piece.id, text: piece.title, hint: hint.join(' · ') };
          })}
        />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/self-assessment/evidence/add?for=${encodeURIComponent(add)}`}>
          Add a piece to the evidence library
        </a>{' '}
        (save first: what is typed here is not taken along)
      </p>
    </>
  );
}
