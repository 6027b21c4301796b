/** Programs that may send contacts: made here with a token that is shown once, and ended here at once. */
import { z } from 'zod';
import { channelWords } from '../../complaint/standing-words.js';
import { recordChange } from '../../store/change-trail.js';
import {
  type ContactSource,
  endSource,
  findSource,
  listSources,
  makeSource,
  sourceChannels,
} from '../../store/contact-sources.js';
import { InsetText, SummaryList, Table, Tag, WarningText } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { choice, mustTick, requiredText, wholeNumber } from '../ui/fields.js';
import {
  Form,
  type FormState,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextField,
  TickField,
  withErrors,
} from '../ui/forms.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const newSource = z.object({
  name: requiredText('Enter what it is: the website’s chat, the residents’ app', 80),
  channel: choice(sourceChannels, 'Choose how its contacts are counted'),
  perHour: wholeNumber('Enter how many contacts an hour', { min: 1, max: 10_000 }),
});

async function getList(visit: Visit) {
  return listView(visit, startForm(visit, { perHour: 200, channel: 'web-chat' }));
}

async function add(visit: Visit) {
  const read = readForm(newSource, visit.fields);
  if (!read.ok) return listView(visit, read.form);
  const { name, channel, perHour } = read.value;
  const made = await visit.db(async (trx) => {
    const source = await makeSource(trx, { name, channel, perHour, by: visit.staff.id });
    if (source) await recordChange(trx, { about: 'source', words: `${name} may send contacts`, by: visit.staff.id });
    return source;
  });
  if (made === null) {
    return listView(visit, withErrors(read.form, [{ field: 'name', words: 'There is one of that name already' }]));
  }
  return settingsPage(
    visit,
    { title: `The token of ${name}`, under: { text: 'Programs that send contacts', href: '/settings/sources' } },
    <>
      <WarningText text="Copy it now. It is not shown again: if it is lost, end this one and make another." />
      <p class="govuk-body app-code">
        <code>{made.token}</code>
      </p>
      <p class="govuk-body">
        The program sends it with each contact, in the header Authorization, after the word Bearer. Whoever has it can
        send contacts in your name and can read nothing. Give it to nobody else, and not by e-mail.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/settings/sources">
          I have copied it
        </a>
      </p>
    </>,
  );
}

async function listView(visit: Visit, state: FormState) {
  const all = await visit.db(listSources);
  return settingsPage(
    visit,
    { title: 'Programs that send contacts', form: state, about: ['source'] },
    <>
      <p class="govuk-body">
        A web chat or an app sends what residents say to {visit.house.address}/api/v1/contacts. Each contact opens a
        case of its own, received on the day it was said. How to call it is at{' '}
        <a class="govuk-link" href="/api/v1/openapi.json">
          /api/v1/openapi.json
        </a>
        .
      </p>
      {all.length === 0 ? (
        <InsetText text="No program may send contacts yet." />
      ) : (
        <Table
          head={[{ text: 'Name' }, { text: 'Counted as' }, { text: 'Last used' }, { text: 'State' }]}
          rows={all.map((source) => [
            {
              html: (
                <a class="govuk-link" href={`/settings/sources/${source.id}`}>
                  {source.name}
                </a>
              ),
            },
            { text: channelWords[source.channel] },
            { html: source.lastUsedAt === null ? 'Not yet' : <InstantText at={source.lastUsedAt} /> },
            { html: source.endedAt === null ? 'Holds' : <Tag colour="grey">Ended</Tag> },
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Let another program send contacts</h2>
      <Form visit={visit} action="/settings/sources">
        <TextField form={state} name="name" label="What it is" autocomplete="off" width="two-thirds" />
        <SelectField
          form={state}
          name="channel"
          label="How its contacts are counted"
          items={sourceChannels.map((value) => ({ value, text: channelWords[value] }))}
        />
        <TextField
          form={state}
          name="perHour"
          label="The most contacts an hour"
          hint="A program that has gone wrong is stopped there, and told to send the rest later"
          width={5}
        />
        <Submit>Make its token</Submit>
      </Form>
    </>,
  );
}

const ending = z.object({ sure: mustTick('Tick to say that it should send no more') });

async function withSource(visit: Visit, work: (source: ContactSource) => Promise<Answer>): Promise<Answer> {
  const source = await visit.db((trx) => findSource(trx, visit.params.id ?? ''));
  return source ? work(source) : notFound;
}

const get = (visit: Visit) => withSource(visit, (source) => view(visit, source, startForm(visit)));

const post = (visit: Visit) =>
  withSource(visit, async (source) => {
    const read = readForm(ending, visit.fields);
    if (!read.ok) return view(visit, source, read.form);
    await visit.db(async (trx) => {
      if (!(await endSource(trx, source.id, visit.staff.id))) return;
      const words = `${source.name} may send contacts no longer`;
      await recordChange(trx, { about: 'source', words, by: visit.staff.id });
    });
    return redirect('/settings/sources', { done: `${source.name} has ended` });
  });

async function view(visit: Visit, source: ContactSource, state: FormState) {
  const row = (key: string, html: unknown) => ({ key: { text: key }, value: { html: html as string } });
  return settingsPage(
    visit,
    { title: source.name, form: state, under: { text: 'Programs that send contacts', href: '/settings/sources' } },
    <>
      <SummaryList
        rows={[
          row('Counted as', channelWords[source.channel]),
          row('At most', `${source.perHour.toLocaleString('en-GB')} contacts an hour`),
          row('Made', <Made at={source.madeAt} by={source.madeBy} />),
          row('Last used', source.lastUsedAt === null ? 'Not yet' : <InstantText at={source.lastUsedAt} />),
          ...(source.endedAt === null ? [] : [row('Ended', <Made at={source.endedAt} by={source.endedBy} />)]),
        ]}
      />
      {source.endedAt === null ? (
        <Form visit={visit}>
          <TickField form={state} name="sure" label="It should send no more. What it has sent stays" />
          <Submit warning>End its token</Submit>
        </Form>
      ) : null}
    </>,
  );
}

function Made({ at, by }: { readonly at: string; readonly by: string | null }) {
  return (
    <>
      <InstantText at={at} />, by {by ?? 'somebody who has left'}
    </>
  );
}

export const sources = screen({ path: '/settings/sources', access: ['administrator'], get: getList, post: add });
export const source = screen({ path: '/settings/sources/:id', access: ['administrator'], get, post });
