/** The home, the name, and how to be reached: all of it may be left out, and none of it is looked up before it is taken. */
import { z } from 'zod';
import { type ReachKind, reachKinds, type Told } from '../../../complaint/telling/told.js';
import { choices, optionalChoice, optionalText, tick } from '../../ui/fields.js';
import { CheckboxesField, RadiosField, TextareaField, TextField, TickField } from '../../ui/forms.js';
import type { Say } from '../site/say.js';
import { questionScreen } from './asking.js';
import { PrivacyNotice } from './privacy.js';
import { emailOrNothing, phoneOrNothing } from './reach-fields.js';

const home = questionScreen({
  question: 'home',
  title: (say) => say('Which home is it about?'),
  schema: () => z.object({ address: optionalText(300), postcode: optionalText(12) }),
  start: (told) => ({ ...told.home }),
  answer: ({ address, postcode }) => ({ home: { address: address ?? '', postcode: postcode ?? '' } }),
  fields: ({ form, say }) => (
    <>
      <p class="govuk-body">
        {say('Write it as you would on a letter. If you do not know it, or it is about no home, leave it empty.')}
      </p>
      <TextField
        form={form}
        name="address"
        label={say('Number and street, and the town')}
        autocomplete="street-address"
      />
      <TextField form={form} name="postcode" label={say('Postcode')} width={10} autocomplete="postal-code" />
    </>
  ),
});

const name = questionScreen({
  question: 'name',
  title: (say) => say('What is your name?'),
  schema: () => z.object({ name: optionalText(200) }),
  start: (told) => ({ name: told.you.name }),
  answer: (value, { you }) => ({ you: { ...you, name: value.name ?? '' } }),
  fields: ({ form, say, visit }) => (
    <>
      <TextField
        form={form}
        name="name"
        label={say('Your name')}
        hint={say('As we should call you. You can leave it empty; then we may not be able to look into all of it.')}
        autocomplete="name"
      />
      <PrivacyNotice visit={visit} />
    </>
  ),
});

const contact = questionScreen({
  question: 'contact',
  title: (say) => say('How can we reach you?'),
  schema: (say) =>
    z.object({
      email: emailOrNothing(say),
      phone: phoneOrNothing(say),
      texts: tick(),
      post: optionalText(300),
      best: optionalChoice(reachKinds),
      when: optionalText(300),
      none: tick(),
    }),
  start: ({ you }) => ({ ...you, unsafe: [], name: null }),
  answer: ({ email, phone, texts, post, best, when, none }, { you, wish }, say) => {
    if (email === null && phone === null && post === null && !none && wish !== 'thank')
      return { field: 'email', words: say('Give us one way to reach you, or say that you do not want to be reached') };
    return {
      you: {
        ...you,
        email: email ?? '',
        phone: phone ?? '',
        texts: texts && phone !== null,
        post: post ?? '',
        best,
        when: when ?? '',
        none,
      },
    };
  },
  fields: ({ form, say, visit }) => (
    <>
      <p class="govuk-body">
        {say('One way is enough. Give only ways that are safe for you, which nobody else reads or hears.')}
      </p>
      <TextField
        form={form}
        name="email"
        label={say('Email address')}
        type="email"
        autocomplete="email"
        spellcheck={false}
      />
      <TextField form={form} name="phone" label={say('Phone number')} type="tel" width={20} autocomplete="tel" />
      <TickField form={form} name="texts" label={say('It takes text messages')} />
      <TextField
        form={form}
        name="post"
        label={say('Address for letters')}
        hint={say('If it is not the home that this is about')}
      />
      <RadiosField
        form={form}
        name="best"
        legend={say('Which is best for you?')}
        items={reachKinds.map((value) => ({ value, text: reachWords(say, value) }))}
      />
      <TextareaField
        form={form}
        name="when"
        label={say('When and how to reach you')}
        hint={say('For example: after six, and leave no message')}
        rows={2}
      />
      <TickField
        form={form}
        name="none"
        label={say('I do not want to be reached')}
        hint={say(
          'We look into it all the same. Keep the reference that you get at the end: we can’t send you our answer.',
        )}
      />
      <PrivacyNotice visit={visit} />
    </>
  ),
});

const safe = questionScreen({
  question: 'safe',
  title: (say) => say('Is any of these not safe?'),
  asLegend: true,
  schema: () => z.object({ unsafe: choices(reachKinds) }),
  start: (told) => ({ unsafe: told.you.unsafe }),
  answer: (value, { you }) => ({ you: { ...you, unsafe: value.unsafe } }),
  fields: ({ form, say, told }) => (
    <CheckboxesField
      form={form}
      name="unsafe"
      legend={say('Is any of these not safe?')}
      isHeading
      hint={say(
        'Choose those that somebody else reads, hears or opens. We never use them for this. Choose none if all are safe.',
      )}
      items={waysToldOf(told).map((value) => ({ value, text: reachWords(say, value) }))}
    />
  ),
});

/** Letters can go home whether or not an address was given, so they may always be marked. */
function waysToldOf({ you }: Told): readonly ReachKind[] {
  return reachKinds.filter(
    (kind) =>
      kind === 'post' || (kind === 'email' ? you.email !== '' : kind === 'text-message' ? you.texts : you.phone !== ''),
  );
}

export function reachWords(say: Say, kind: ReachKind): string {
  switch (kind) {
    case 'email':
      return say('Email');
    case 'phone':
      return say('Phone calls');
    case 'text-message':
      return say('Text messages');
    case 'post':
      return say('Letters');
    default:
      return kind satisfies never;
  }
}

export const youRoutes = [...home, ...name, ...contact, ...safe];
