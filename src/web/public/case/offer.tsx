/** Taking what is offered, or not. Neither ends the right to stage 2 or to the Ombudsman, and the page says so. */
import { z } from 'zod';
import { kindOfMessage } from '../../../complaint/arriving.js';
import { mayAnswerRemedy } from '../../../complaint/may/answer-remedy.js';
import type { RemedyId } from '../../../facts/happened.js';
import { pounds } from '../../../facts/money.js';
import { noteArrival } from '../../../store/arrivals.js';
import { choice, optionalText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { voicesDissatisfaction } from './messages.js';
import { type Before, residentScreen } from './resident-screen.js';
import { remedySaid } from './words.js';

const offerOf = ({ visit, file }: Before) => file.seen.remedies.find(({ id }) => id === visit.params.remedy);

export const answerOffer = residentScreen({
  path: '/offer/:remedy',
  title: ({ say }) => say('Accept or decline what we offer'),
  shows: ({ remedies }) => remedies,
  notNow: (before) => {
    const offer = offerOf(before);
    if (offer === undefined)
      return before.say('We do not find that offer in your case. Go back to your case and choose it again.');
    return offer.state === 'done' ? before.say('This has been done already.') : null;
  },
  above: (before) => {
    const { say, file } = before;
    const offer = offerOf(before);
    return offer === undefined ? null : (
      <>
        <p class="govuk-body">
          <strong>{say(remedySaid[offer.kind])}</strong>
          {offer.pence === null ? '' : `: ${pounds(offer.pence)}`}
        </p>
        <div class="app-words">{file.text(offer.words) ?? say('[these words were erased]')}</div>
        <div class="govuk-inset-text">
          {say.legal(
            'If you accept, you can still ask us to look at your complaint again, and you can still go to the Housing Ombudsman. You lose nothing by accepting, and nothing by declining.',
          )}
        </div>
      </>
    );
  },
  schema: ({ say }) =>
    z.object({
      answer: choice(['accepted', 'declined'], say('Choose whether you accept')),
      note: optionalText(5_000),
    }),
  fields: ({ form, say }) => (
    <>
      <RadiosField
        form={form}
        name="answer"
        legend={say('Do you accept this?')}
        items={[
          { value: 'accepted', text: say('Yes, I accept') },
          { value: 'declined', text: say('No, I decline') },
        ]}
      />
      <TextareaField form={form} name="note" label={say('Do you want to say more? (optional)')} rows={3} />
    </>
  ),
  inViewOf: 'case',
  decide: ({ answer, note }, { file, context, before }) =>
    mayAnswerRemedy(
      file.case,
      // Only what they see may be answered: another case's id is no offer of theirs.
      { on: context.today, remedy: (offerOf(before)?.id ?? '') as RemedyId, answer, note },
      context,
    ),
  arrives: ({ answer, note }) => ({
    kind: 'remedy-answer',
    note: [answer === 'accepted' ? 'They accept what we offered.' : 'They decline what we offered.', note ?? '']
      .join(' ')
      .trim(),
  }),
  // Dissatisfaction with the answer is a request for stage 2 wherever it is said.
  also: async (trx, { note }, { caseId, version, case: c }, { visit }) => {
    if (note === null || kindOfMessage(c, voicesDissatisfaction(note)) !== 'possible-stage-2') return;
    await noteArrival(trx, {
      key: `resident:${caseId}:${version}:possible-stage-2`,
      kind: 'possible-stage-2',
      caseId,
      seq: version,
      person: visit.resident.person,
      channel: 'web-form',
      arrivedOn: visit.today,
      note,
    });
  },
  button: (say) => say('Send'),
  done: (say) => say('We have your answer. You can change it until it is done'),
});
