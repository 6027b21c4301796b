/** Asking to withdraw. It is confirmed to the ways on record, and nothing stops until an officer has seen it. */
import { z } from 'zod';
import { mayReceiveMessage } from '../../../complaint/may/receive-message.js';
import { settleArrival, waitingArrivals } from '../../../store/arrivals.js';
import type { SeenFile } from '../../../store/seen-case.js';
import { optionalText } from '../../ui/fields.js';
import { TextareaField, TickField } from '../../ui/forms.js';
import { confirmToWaysOnRecord } from './confirm.js';
import { residentScreen } from './resident-screen.js';

/** Kinds of arrival that say that they want it ended, for them at least. */
const ends = ['withdrawal', 'group-leave'] as const;

const wants = 'I want to withdraw this.';
const goesOn = 'I have changed my mind about withdrawing this: please go on with it.';

export const askToWithdraw = residentScreen({
  path: '/withdraw',
  title: ({ say }) => say('Withdraw this'),
  shows: () => null,
  notNow: ({ say, ways, file }) => {
    if (asksAlready(file)) return say('You have asked to withdraw this already. One of us will see to it.');
    return ways.withdraws ? null : say('There is nothing left to withdraw: this is over already.');
  },
  above: ({ say, file }) => (
    <>
      <p class="govuk-body">
        {say(
          'If you withdraw, we stop looking into it and send you no answer. You need not withdraw because we have begun to put things right: your complaint can go on all the same.',
        )}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{say('We tell you by the ways that we have on record that you asked for this.')}</li>
        <li>{say('Nothing stops until one of us has seen it. Until then you can change your mind.')}</li>
        <li>{say('You can raise the matter again later.')}</li>
        {file.case.group.length > 0 ? (
          <li>{say('You complained together with others. If you leave, the complaint of the others goes on.')}</li>
        ) : null}
      </ul>
    </>
  ),
  schema: ({ say }) =>
    z.object({
      sure: z.literal('yes', { error: say('Tick that you want to withdraw') }),
      text: optionalText(5_000),
    }),
  fields: ({ form, say }) => (
    <>
      <TickField form={form} name="sure" label={say('I want to withdraw this')} />
      <TextareaField form={form} name="text" label={say('Do you want to tell us why? (optional)')} rows={3} />
    </>
  ),
  inViewOf: 'case',
  decide: ({ text }, { file, context, person }) =>
    mayReceiveMessage(
      file.case,
      {
        on: context.today,
        channel: 'web-form',
        from: person,
        text: text === null ? wants : `${wants}\n\n${text}`,
        files: [],
      },
      context,
    ),
  arrives: ({ text }, { case: c }) => ({
    kind: c.group.length > 0 ? 'group-leave' : 'withdrawal',
    note: text === null ? wants : `${wants} ${text}`,
  }),
  also: (trx, _value, done, { visit }) =>
    confirmToWaysOnRecord(trx, visit, done, {
      subject: `${done.reference}: you asked to withdraw`,
      body: `We were asked on ${visit.landlord.name}’s complaints page to withdraw ${done.reference}. Nothing has been stopped: one of us looks at it first.\n\nIf this was not you, or you have changed your mind, tell us: answer this message or ring us.`,
    }),
  button: (say) => say('Ask to withdraw'),
  done: (say) => say('We have your wish to withdraw. Nothing stops until one of us has seen it'),
});

function asksAlready({ waiting }: SeenFile): boolean {
  return waiting.some(({ kind }) => (ends as readonly string[]).includes(kind));
}

/** Changed their mind before anybody acted on it: the case goes on, and no officer withdraws it by mistake. */
export const goOnAfterAll = residentScreen({
  path: '/go-on',
  title: ({ say }) => say('Go on with it after all'),
  shows: () => null,
  notNow: ({ say, file }) =>
    asksAlready(file) ? null : say('You have not asked to withdraw this, so it goes on as it is.'),
  schema: () => z.object({}),
  above: ({ say }) => (
    <p class="govuk-body">{say('You asked to withdraw this. If you have changed your mind, it goes on as before.')}</p>
  ),
  fields: () => null,
  inViewOf: 'case',
  decide: (_value, { file, context, person }) =>
    mayReceiveMessage(
      file.case,
      { on: context.today, channel: 'web-form', from: person, text: goesOn, files: [] },
      context,
    ),
  arrives: () => ({ kind: 'message', note: goesOn }),
  also: async (trx, _value, done, { visit }) => {
    for (const { id, person } of await waitingArrivals(trx, { caseId: done.caseId, kinds: ends }))
      if (person === visit.resident.person)
        await settleArrival(trx, id, { by: null, how: 'taken-back', at: new Date(visit.now) });
  },
  button: (say) => say('Go on with it'),
  done: (say) => say('It goes on as before'),
});
