/** What comes in: which mail is our own people’s, how large a file may be, how references begin. */
import { z } from 'zod';
import { ownDomainsSetting } from '../../post/message-files.js';
import { isPublicProvider } from '../../post/whose.js';
import { type ChangedThing, recordChange } from '../../store/change-trail.js';
import { largestFileUnlessSet } from '../../store/documents.js';
import { prefixUnlessSet } from '../../store/references.js';
import { writeSetting } from '../../store/rules.js';
import { optionalText, requiredText, wholeNumber } from '../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextareaField, TextField } from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const mostDomains = 50;
/** As much as the web process takes in one file. */
const mostMegabytes = 100;
const megabyte = 1_000_000;

const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

const domains = optionalText(10_000).transform((text, context): readonly string[] => {
  const lines = [
    ...new Set(
      (text ?? '')
        .toLowerCase()
        .split(/[\s,;]+/)
        .map((line) => line.replace(/^.*@/, '').replace(/\.$/, ''))
        .filter((line) => line !== ''),
    ),
  ];
  const fault = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  const odd = lines.find((line) => !domain.test(line));
  if (odd !== undefined) return fault(`${odd} is not a mail domain. Write it like meadowhomes.example.org`);
  const open = lines.find(isPublicProvider);
  if (open !== undefined)
    return fault(
      `Anybody can have an address at ${open}, so residents would be taken for your own people. Take it out`,
    );
  return lines.length > mostDomains ? fault(`Use ${mostDomains} domains or fewer`) : lines;
});

const form = z.object({
  domains,
  megabytes: wholeNumber('Enter how large a file may be', { min: 1, max: mostMegabytes }),
  prefix: requiredText('Enter how references begin', 6)
    .transform((text) => text.toUpperCase())
    .refine((text) => /^[A-Z]{2,6}$/.test(text), { error: 'Use 2 to 6 letters, like CMP' }),
});
type Incoming = z.output<typeof form>;

function asSet({ landlord }: Visit): Incoming {
  const { [ownDomainsSetting]: own, 'largest-file': largest, 'reference-prefix': prefix } = landlord.settings;
  return {
    domains: Array.isArray(own) ? own.filter((one): one is string => typeof one === 'string') : [],
    megabytes: Math.floor((typeof largest === 'number' ? largest : largestFileUnlessSet) / megabyte),
    prefix: typeof prefix === 'string' ? prefix : prefixUnlessSet,
  };
}

async function get(visit: Visit) {
  const now = asSet(visit);
  return view(visit, startForm(visit, { ...now, domains: now.domains.join('\n') }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const [was, now] = [asSet(visit), read.value];
  const changes: readonly {
    name: string;
    value: unknown;
    about: ChangedThing;
    from: string;
    to: string;
    what: string;
  }[] = [
    {
      name: ownDomainsSetting,
      value: now.domains,
      about: 'mail',
      what: 'Our own mail domains',
      from: was.domains.join(', ') || 'none',
      to: now.domains.join(', ') || 'none',
    },
    {
      name: 'largest-file',
      value: now.megabytes * megabyte,
      about: 'files',
      what: 'The largest file',
      from: `${was.megabytes} MB`,
      to: `${now.megabytes} MB`,
    },
    {
      name: 'reference-prefix',
      value: now.prefix,
      about: 'reference',
      what: 'How references begin',
      from: was.prefix,
      to: now.prefix,
    },
  ];
  const changed = changes.filter(({ from, to }) => from !== to);
  await visit.db(async (trx) => {
    for (const { name, value, about, what, from, to } of changed) {
      await writeSetting(trx, name, value);
      await recordChange(trx, { about, words: `${what} changed from ${from} to ${to}`, by: visit.staff.id });
    }
  });
  return redirect('/settings/incoming', { done: changed.length === 0 ? 'Nothing was changed' : 'Saved' });
}

function view(visit: Visit, state: FormState) {
  return settingsPage(
    visit,
    { title: 'Email, files and references', form: state, about: ['mail', 'files', 'reference'] },
    <Form visit={visit}>
      <TextareaField
        form={state}
        name="domains"
        label="Our own mail domains"
        hint="What follows the @ in your people’s addresses, one a line. Mail from there is taken for a colleague’s: what they forward counts from the day on which it first reached one of you. The domains of the mailboxes that are read count too, for what comes by them."
        rows={4}
      />
      <TextField
        form={state}
        name="megabytes"
        label="The largest file that may be added"
        hint={`Up to ${mostMegabytes} MB`}
        width={4}
        inputmode="numeric"
        suffix={{ text: 'MB' }}
      />
      <TextField
        form={state}
        name="prefix"
        label="How references begin"
        hint="2 to 6 letters. Cases that are open keep the reference they have."
        width={10}
        autocomplete="off"
        spellcheck={false}
      />
      <Submit>Save</Submit>
    </Form>,
  );
}

export const incoming = screen({ path: '/settings/incoming', access: ['administrator'], get, post });
