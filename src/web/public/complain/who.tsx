/** Who tells it: the resident, somebody for them, a councillor or MP, a group. Nobody waits for a signature. */
import { z } from 'zod';
import { claims, mostOthers, tellers } from '../../../complaint/telling/told.js';
import { representativeRoles } from '../../../facts/happened.js';
import { choice, optionalText, requiredText } from '../../ui/fields.js';
import { RadiosField, SelectField, TextareaField, TextField } from '../../ui/forms.js';
import { questionScreen } from './asking.js';
import { emailOrNothing, phoneOrNothing } from './reach-fields.js';

const who = questionScreen({
  question: 'who',
  title: (say) => say('Who is this for?'),
  asLegend: true,
  schema: (say) => z.object({ teller: choice(tellers, say('Choose who this is for')) }),
  start: ({ teller }) => ({ teller }),
  answer: ({ teller }) => ({ teller }),
  fields: ({ form, say }) => (
    <RadiosField
      form={form}
      name="teller"
      legend={say('Who is this for?')}
      isHeading
      items={[
        { value: 'resident', text: say('Me, or my household') },
        {
          value: 'for-someone',
          text: say('Somebody else, and I speak for them'),
          hint: say('A relative, a friend, somebody you support. We begin today, also when nothing is signed yet'),
        },
        { value: 'group', text: say('Several households together') },
        { value: 'member', text: say('A resident whose councillor or MP I am') },
      ]}
    />
  ),
});

const theirRoles = representativeRoles.filter((role) => role !== 'councillor' && role !== 'mp');

const forWhom = questionScreen({
  question: 'for',
  title: (say) => say('Who do you speak for?'),
  schema: (say) =>
    z.object({
      name: optionalText(200),
      role: choice(theirRoles, say('Choose what you are to them')),
      email: emailOrNothing(say),
      phone: phoneOrNothing(say),
      post: optionalText(300),
    }),
  start: ({ resident, role }) => ({
    name: resident.name,
    email: resident.email,
    phone: resident.phone,
    post: resident.post,
    role,
  }),
  answer: ({ name, role, email, phone, post }, { resident }) => ({
    role,
    resident: { ...resident, name: name ?? '', email: email ?? '', phone: phone ?? '', post: post ?? '' },
  }),
  fields: ({ form, say }) => (
    <>
      <TextField form={form} name="name" label={say('Their name')} width="two-thirds" autocomplete="off" />
      <SelectField
        form={form}
        name="role"
        label={say('What are you to them?')}
        none={say('Choose')}
        items={[
          { value: 'family-or-friend', text: say('Family or friend') },
          { value: 'support-worker', text: say('Support worker or carer') },
          { value: 'advocate', text: say('Advocate or adviser') },
          { value: 'solicitor', text: say('Solicitor') },
          { value: 'attorney-or-deputy', text: say('Attorney or deputy') },
          { value: 'executor', text: say('Executor, after they died') },
          { value: 'other', text: say('Something else') },
        ]}
      />
      <p class="govuk-body">
        {say(
          'How can we reach them? Only what you know. Until they say that you speak for them, our letters go to them.',
        )}
      </p>
      <TextField
        form={form}
        name="email"
        label={say('Their email address')}
        type="email"
        width="two-thirds"
        autocomplete="off"
      />
      <TextField form={form} name="phone" label={say('Their phone number')} type="tel" width={20} autocomplete="off" />
      <TextField
        form={form}
        name="post"
        label={say('Where letters reach them')}
        autocomplete="off"
        hint={say('Leave it empty if they live in the home that this is about')}
      />
    </>
  ),
});

const authority = questionScreen({
  question: 'authority',
  title: (say) => say('Have they agreed that you speak for them?'),
  asLegend: true,
  schema: (say) => z.object({ claim: choice(claims, say('Choose what comes nearest')) }),
  start: ({ claim }) => ({ claim }),
  answer: ({ claim }) => ({ claim }),
  fields: ({ form, say }) => (
    <>
      <RadiosField
        form={form}
        name="claim"
        legend={say('Have they agreed that you speak for them?')}
        isHeading
        hint={say('We begin today whatever you choose. What you have on paper you can photograph and add later on.')}
        items={[
          { value: 'signed-form', text: say('Yes, they have signed a form or letter') },
          {
            value: 'resident-told-us',
            text: say('Yes, and they can tell you so'),
            hint: say('We ask them, by a link or a call'),
          },
          { value: 'power-of-attorney', text: say('I have a power of attorney') },
          { value: 'court-order', text: say('I am their deputy by order of a court') },
          { value: 'probate', text: say('They have died, and I deal with their affairs') },
          {
            value: 'not-yet',
            text: say('Not yet'),
            hint: say('We ask them. Until then we look into it, and write to them alone'),
          },
        ]}
      />
      <p class="govuk-body">
        {say(
          'You never see their other cases, where they live if that is kept safe, or messages that are not about this.',
        )}
      </p>
    </>
  ),
});

const member = questionScreen({
  question: 'member',
  title: (say) => say('You and your resident'),
  schema: (say) =>
    z.object({
      role: choice(['councillor', 'mp'], say('Choose whether you are a councillor or an MP')),
      name: optionalText(200),
      email: emailOrNothing(say),
      phone: phoneOrNothing(say),
    }),
  start: ({ resident, role }) => ({ role, name: resident.name, email: resident.email, phone: resident.phone }),
  answer: ({ role, name, email, phone }, { resident }) => ({
    role,
    resident: { ...resident, name: name ?? '', email: email ?? '', phone: phone ?? '' },
  }),
  fields: ({ form, say }) => (
    <>
      <RadiosField
        form={form}
        name="role"
        legend={say('What are you?')}
        inline
        items={[
          { value: 'councillor', text: say('Councillor') },
          { value: 'mp', text: say('MP') },
        ]}
      />
      <TextField form={form} name="name" label={say('Your resident’s name')} width="two-thirds" autocomplete="off" />
      <TextField
        form={form}
        name="email"
        label={say('Their email address')}
        type="email"
        width="two-thirds"
        autocomplete="off"
      />
      <TextField form={form} name="phone" label={say('Their phone number')} type="tel" width={20} autocomplete="off" />
      <p class="govuk-body">
        {say(
          'You need no form from them. We answer you on what you raise, and tell you only what that needs; whether it becomes a complaint is theirs to say.',
        )}
      </p>
    </>
  ),
});

const group = questionScreen({
  question: 'group',
  title: (say) => say('Who else is in the group?'),
  schema: (say) => z.object({ others: requiredText(say('Write at least one other name, one a line'), 6000) }),
  start: ({ others }) => ({
    others: others.map(({ name, reach }) => (reach === '' ? name : `${name}, ${reach}`)).join('\n'),
  }),
  answer: ({ others }, _, say) => {
    const lines = others
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length > mostOthers)
      return {
        field: 'others',
        words: say('Write {most} names or fewer; tell us of more when we ring you', { most: mostOthers }),
      };
    return {
      others: lines.map((line) => {
        const [name = '', ...rest] = line.split(',');
        return { name: name.trim().slice(0, 200), reach: rest.join(',').trim().slice(0, 254) };
      }),
    };
  },
  fields: ({ form, say }) => (
    <>
      <p class="govuk-body">
        {say(
          'It is one complaint for all of you. Each gets their own letters, and each can leave it or take it further alone.',
        )}
      </p>
      <TextareaField
        form={form}
        name="others"
        label={say('The others, one a line: their name, a comma, and their email address or phone number')}
        hint={say('Tell them that you have named them here. For example: Ann Lee, 07700 900456')}
        rows={6}
      />
    </>
  ),
});

export const whoRoutes = [...who, ...forWhom, ...authority, ...member, ...group];
