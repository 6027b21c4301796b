/** Messages both ways. What a resident writes is put before an officer that day; after an answer, dissatisfaction is a request. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { kindOfMessage } from '../../../complaint/arriving.js';
import { mayReceiveMessage } from '../../../complaint/may/receive-message.js';
import { suggestHazards, tellsOfEmergency } from '../../../post/suggest-hazards.js';
import { suggestKind } from '../../../post/suggest-kind.js';
import { wakeForWords } from '../../../store/alarms.js';
import { noteArrival } from '../../../store/arrivals.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { type Before, casePathOf, residentScreen } from './resident-screen.js';

/** Whether own words voice dissatisfaction, by the same rules as those of an e-mail. */
export function voicesDissatisfaction(text: string): boolean {
  return suggestKind('', text, null).dissatisfied;
}

export const caseMessages = residentScreen({
  path: '/messages',
  title: ({ say }) => say('Messages'),
  shows: ({ messages }) => messages,
  above: (before) => <Thread before={before} />,
  schema: ({ say }) => z.object({ text: requiredText(say('Write your message'), 20_000) }),
  fields: ({ form, say, ways }) => (
    <TextareaField
      form={form}
      name="text"
      label={say('Your message')}
      hint={
        ways.stage2 === 'now'
          ? say('If you are not satisfied with our answer, say so: that is enough for us to look again.')
          : say('We read every message. You need not use any special words.')
      }
      rows={6}
    />
  ),
  inViewOf: 'nothing',
  decide: ({ text }, { file, context, person }) =>
    mayReceiveMessage(file.case, { on: context.today, channel: 'web-form', from: person, text, files: [] }, context),
  arrives: ({ text }, { case: c }) => ({ kind: kindOfMessage(c, voicesDissatisfaction(text)), note: text }),
  also: async (trx, { text }, { caseId, version }, { visit }) => {
    // What is told here wakes whoever is on call as it would by e-mail.
    if (!tellsOfEmergency(suggestHazards(text))) return;
    const arrivedOn = visit.today;
    await wakeForWords(trx, { caseId, arrivedOn, now: new Date(visit.now) });
    const about = { caseId, seq: version, person: visit.resident.person, channel: 'web-form' } as const;
    await noteArrival(trx, {
      ...about,
      key: `emergency:${caseId}:${version}`,
      kind: 'emergency',
      arrivedOn,
      note: text,
    });
  },
  button: (say) => say('Send'),
  done: (say) => say('We have your message'),
  next: '/case/messages',
});

function Thread({ before }: { readonly before: Before }): VNode {
  const { say, file, visit } = before;
  const messages = file.seen.messages.toSorted((a, b) => a.on.localeCompare(b.on));
  if (messages.length === 0) return <p class="govuk-body">{say('There are no messages yet.')}</p>;
  const from = {
    you: say('You'),
    resident: say('The resident'),
    representative: say('The person who acts for you'),
  };
  return (
    <ol class="app-thread">
      {messages.map(({ seq, by, on, words, staff, files }) => (
        <li key={seq} class={`app-thread__message app-thread__message--${by === 'us' ? 'ours' : 'theirs'}`}>
          <p class="app-thread__who">
            <strong>
              {by === 'us'
                ? say('{name}, {landlord}', {
                    name: staff === null ? visit.landlord.name : (file.staff.get(staff) ?? visit.landlord.name),
                    landlord: visit.landlord.name,
                  })
                : from[by]}
            </strong>
            <br />
            {say.day(on)}
          </p>
          <div class="app-words app-thread__words" dir="auto">
            {file.text(words) ?? say('[these words were erased]')}
          </div>
          {files.map((one) => (
            <p key={one} class="govuk-body">
              {by === 'us' ? (
                <a class="govuk-link" href={casePathOf(visit, `/files/${one}`)}>
                  {file.documents.get(one)?.name ?? say('A file')}
                </a>
              ) : (
                (file.documents.get(one)?.name ?? say('A file'))
              )}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
