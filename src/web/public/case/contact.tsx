/** Other ways to be reached. They are kept as asked for; an officer changes the record, once the old ways were told. */
import { z } from 'zod';
import { mayReceiveMessage } from '../../../complaint/may/receive-message.js';
import { optionalText } from '../../ui/fields.js';
import { TextareaField, TextField } from '../../ui/forms.js';
import { confirmToWaysOnRecord } from './confirm.js';
import { residentScreen } from './resident-screen.js';

export const changeContact = residentScreen({
  path: '/contact',
  title: ({ say }) => say('Change how we reach you'),
  shows: () => null,
  notNow: ({ say, file }) =>
    file.waiting.some(({ kind }) => kind === 'contact-change')
      ? say(
          'You have given us new details already. We use them once one of us has seen them. To change them again, send us a message.',
        )
      : null,
  above: ({ say }) => (
    <>
      <p class="govuk-body">
        {say(
          'Fill in what is new, and leave the rest empty. For your safety we do not show here what we have on record.',
        )}
      </p>
      <p class="govuk-body">
        {say(
          'We tell you by the ways we have on record that you asked for this, and use the new ones once one of us has seen it.',
        )}
      </p>
    </>
  ),
  schema: ({ say }) =>
    z
      .object({
        email: z
          .string()
          .optional()
          .transform((typed) => (typed ?? '').trim())
          .refine((typed) => typed === '' || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(typed), {
            error: say('Enter an email address like name@example.org'),
          }),
        phone: z
          .string()
          .optional()
          .transform((typed) => (typed ?? '').trim())
          .refine((typed) => typed === '' || /^[+\d][\d\s()-]{6,24}$/.test(typed), {
            error: say('Enter a telephone number, with digits and spaces'),
          }),
        post: optionalText(500),
        unsafe: optionalText(2_000),
      })
      .refine((all) => all.email !== '' || all.phone !== '' || all.post !== null || all.unsafe !== null, {
        error: say('Fill in at least one of these'),
        path: ['email'],
      }),
  fields: ({ form, say }) => (
    <>
      <TextField form={form} name="email" label={say('Email address')} type="email" autocomplete="email" />
      <TextField form={form} name="phone" label={say('Telephone number')} type="tel" autocomplete="tel" width={20} />
      <TextareaField form={form} name="post" label={say('Address for letters')} rows={4} />
      <TextareaField
        form={form}
        name="unsafe"
        label={say('Is there a way we must not use?')}
        hint={say('For example, an email address or telephone that somebody else can see.')}
        rows={3}
      />
    </>
  ),
  inViewOf: 'nothing',
  decide: (value, { file, context, person }) =>
    mayReceiveMessage(
      file.case,
      { on: context.today, channel: 'web-form', from: person, text: askedFor(value), files: [] },
      context,
    ),
  arrives: (value) => ({
    kind: 'contact-change',
    note: askedFor(value),
    proposal: {
      ways: [
        ...(value.email === '' ? [] : [{ kind: 'email', value: value.email }]),
        ...(value.phone === '' ? [] : [{ kind: 'phone', value: value.phone }]),
        ...(value.post === null ? [] : [{ kind: 'post', value: value.post }]),
      ],
    },
  }),
  also: (trx, _value, done, { visit }) =>
    confirmToWaysOnRecord(trx, visit, done, {
      subject: `${done.reference}: you asked us to change how we reach you`,
      body: `We were asked on ${visit.landlord.name}’s complaints page to change how we reach you about ${done.reference}. Nothing has been changed: one of us looks at it first.\n\nIf this was not you, tell us at once: answer this message or ring us.`,
    }),
  button: (say) => say('Send'),
  done: (say) => say('We have your new details. We use them once one of us has seen them'),
});

interface Ways {
  readonly email: string;
  readonly phone: string;
  readonly post: string | null;
  readonly unsafe: string | null;
}

/** As it stands in the record and before the officer: theirs to erase with the case's words. */
function askedFor({ email, phone, post, unsafe }: Ways): string {
  return [
    'Please change how you reach me.',
    ...(email === '' ? [] : [`Email: ${email}`]),
    ...(phone === '' ? [] : [`Telephone: ${phone}`]),
    ...(post === null ? [] : [`Letters: ${post}`]),
    ...(unsafe === null ? [] : [`Do not use: ${unsafe}`]),
  ].join('\n');
}
