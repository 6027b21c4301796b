/**
 * What lay behind it and what is learnt from it, asked together before the answer, with cases like it beside; that there
 * is nothing to learn needs its reason too (9.1).
 */
import { z } from 'zod';
import type { CauseGroup } from '../../../complaint/cause-list.js';
import { notOnTheList } from '../../../complaint/cause-list.js';
import { mayRecordLearning } from '../../../complaint/may/record-learning.js';
import { readCauses } from '../../../store/causes.js';
import { together } from '../../../store/database.js';
import type { SimilarCase } from '../../../store/similar-cases.js';
import { choice, optionalChoice, optionalText, requiredText } from '../../ui/fields.js';
import { RadiosField, SelectField, TextareaField, TextField, typedIn } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import type { CaseShown } from '../case-shown.js';
import { stageOf } from '../points/this-point.js';
import { CauseFields, causeShape, causeTyped } from './cause-fields.js';
import { themes } from './learning-lists.js';
import { readSimilar, Similar } from './similar.js';

interface More {
  readonly list: readonly CauseGroup[];
  readonly similar: readonly SimilarCase[];
}

const known = (shown: CaseShown) => shown.case.stages[stageOf(shown)]?.causes ?? [];

export const recordLearning = actScreen({
  act: 'record-learning',
  title: 'Cause and learning',
  asks: ['learning'],
  reads: async (trx, shown, visit): Promise<More> => {
    const [list, similar] = await together(readCauses(trx), readSimilar(trx, shown, visit));
    return { list, similar };
  },
  schema: (_shown, visit, { list }) =>
    z.object({
      ...causeShape(list),
      learnt: choice(['yes', 'no'], 'Choose whether there is something to learn'),
      theme: optionalChoice(themes),
      otherTheme: optionalText(120),
      text: requiredText('Write down what you learnt, or why there is nothing to learn', 20_000),
      on: dayItHappened(visit, 'the day it was recorded'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form, shown, more }) => (
    <>
      <h2 class="govuk-heading-m">The cause</h2>
      {known(shown).length === 0 ? null : (
        <p class="govuk-body">
          On record for this stage:{' '}
          {known(shown)
            .map(({ cause }) => cause)
            .join(', ')}
          . Choose another only if there was more behind it.
        </p>
      )}
      <CauseFields form={form} list={more.list} shown={shown} />
      <h2 class="govuk-heading-m">The learning</h2>
      <RadiosField
        form={form}
        name="learnt"
        legend="Is there something to learn from this?"
        items={[
          {
            value: 'yes',
            text: 'Yes',
            shows: (
              <>
                <SelectField
                  form={form}
                  name="theme"
                  label="What is it about?"
                  none="Choose"
                  items={themes.map((value) => ({ value, text: value }))}
                />
                <TextField form={form} name="otherTheme" label="Or something else, in a few words" width="two-thirds" />
              </>
            ),
          },
          { value: 'no', text: 'No' },
        ]}
      />
      <TextareaField
        form={form}
        name="text"
        label="What we learnt, or why there is nothing to learn"
        hint="Without names: this is read beyond the case"
        rows={4}
      />
      <OnField form={form} legend="When was this found?" />
    </>
  ),
  beside: ({ form, more }) => <Similar cases={more.similar} like={typedIn(form, 'like')} />,
  decide: (value, { file, context, shown }) => {
    const cause = causeTyped(value);
    const nothing = value.learnt === 'no';
    return mayRecordLearning(
      file.case,
      {
        on: value.on,
        stage: stageOf(shown),
        learning: nothing ? null : value.otherTheme === null ? (value.theme ?? '') : notOnTheList,
        text: nothing || value.otherTheme === null ? value.text : `${value.otherTheme}\n\n${value.text}`,
        // Why there is nothing to learn says how one knows that nothing failed: nobody writes it twice.
        cause: cause === null ? null : { ...cause, text: cause.text ?? (nothing ? value.text : null) },
      },
      context,
    );
  },
  names: { learning: 'theme' },
  button: 'Record it',
  done: 'The cause and what we learnt are on record',
});
