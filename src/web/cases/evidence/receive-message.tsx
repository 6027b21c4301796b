/** What somebody writes or says about a case that is known already; it opens no other case (5.12). */
import type { VNode } from 'preact';
import { z } from 'zod';
import { mayReceiveMessage } from '../../../complaint/may/receive-message.js';
import { representativeRoleWords } from '../../../complaint/standing-words.js';
import { residentsOf } from '../../../complaint/who.js';
import { channels, type PersonId } from '../../../facts/happened.js';
import { InsetText } from '../../ui/components.js';
import { choice, optionalId, optionalText } from '../../ui/fields.js';
import { FileField, RadiosField, TextareaField } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { ChannelField, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { actPath, mayBegin } from '../acts.js';
import { type CaseShown, personName } from '../case-shown.js';

function senders(shown: CaseShown) {
  const { representatives } = shown.case;
  return [
    ...residentsOf(shown.case).map((id) => ({ value: id as string, text: personName(shown, id) })),
    ...representatives.map((one) => ({
      value: one.person as string,
      text: `${personName(shown, one.person)} (${representativeRoleWords[one.role]})`,
      ...(one.endedOn === null ? {} : { hint: 'Speaks for the resident no longer' }),
    })),
    { value: '', text: 'Somebody else, or not known' },
  ];
}

export const receiveMessage = actScreen({
  act: 'receive-message',
  title: 'Record a message',
  asks: ['record'],
  files: true,
  schema: (_shown, visit) =>
    z.object({
      from: optionalId(),
      text: optionalText(200_000),
      channel: choice(channels, 'Choose how it reached us'),
      on: dayItHappened(visit, 'the day it came'),
    }),
  start: (shown, visit) => ({ on: visit.today, channel: shown.case.channel, from: shown.case.person ?? '' }),
  fields: ({ form, shown, visit }) => (
    <>
      <Dissatisfied shown={shown} visit={visit} />
      <RadiosField form={form} name="from" legend="Who is it from?" items={senders(shown)} />
      <TextareaField
        form={form}
        name="text"
        label="What did they say or write?"
        hint="In their own words. Or add the file that holds it"
        rows={7}
      />
      <FileField form={form} name="files" label="Files (optional)" multiple />
      <ChannelField form={form} />
      <OnField form={form} legend="When did it come?" />
    </>
  ),
  decide: async (value, { file, context, attach }) =>
    mayReceiveMessage(
      file.case,
      { ...value, from: value.from as PersonId | null, text: value.text ?? '', files: await attach() },
      context,
    ),
  button: 'Record the message',
  done: 'The message is on record',
  next: '/messages',
});

/** Where dissatisfaction asks for more than a message: said before anybody files it away as one. */
function Dissatisfied({ shown, visit }: { readonly shown: CaseShown; readonly visit: Visit }): VNode | null {
  const { reference } = shown.case;
  if (mayBegin(shown, visit, 'escalate') && shown.case.stages[1]?.respondedOn)
    return (
      <InsetText>
        Stage 1 has been answered. If they are not satisfied, in whatever words, that is a request for stage 2:{' '}
        <a class="govuk-link" href={actPath(reference, 'escalate')}>
          record a request for stage 2
        </a>
        . They need not give a reason.
      </InsetText>
    );
  if (mayBegin(shown, visit, 'raise-again'))
    return (
      <InsetText>
        The complaint was withdrawn. If they raise it again,{' '}
        <a class="govuk-link" href={actPath(reference, 'raise-again')}>
          open a new case from this one
        </a>
        .
      </InsetText>
    );
  if (shown.case.kind !== 'complaint' && mayBegin(shown, visit, 'offer-choice'))
    return (
      <InsetText>
        If they are dissatisfied,{' '}
        <a class="govuk-link" href={actPath(reference, 'offer-choice')}>
          offer the choice to complain
        </a>
        .
      </InsetText>
    );
  return null;
}
