/** One mailbox: its settings, its secrets, a try of the connection, its end. */
import { z } from 'zod';
import { checkHost } from '../../post/checked-host.js';
import { tryMailbox } from '../../post/try-mailbox.js';
import { recordChange } from '../../store/change-trail.js';
import { readConfig } from '../../store/config.js';
import { isUuid } from '../../store/database.js';
import { dropSecret, keepSecret } from '../../store/landlord-secrets.js';
import {
  beginAnew,
  type Mailbox,
  type MailboxSecret,
  type MailboxSettings,
  readMailbox,
  removeMailbox,
  saveMailbox,
  secretNames,
  secretOf,
  secretStates,
} from '../../store/mailboxes.js';
import { InsetText, WarningText } from '../ui/components.js';
import { mustTick } from '../ui/fields.js';
import { Form, type FormState, Hidden, readForm, Submit, startForm, TickField, withErrors } from '../ui/forms.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { MailboxFields } from './mailbox-form.js';
import { faultsOf, type MailboxTyped, mailboxForm, secretsTyped, settingsOf, usual } from './mailbox-typed.js';
import { settingsPage } from './settings-page.js';

const under = { text: 'Mailboxes', href: '/settings/mailboxes' };

async function getNew(visit: Visit) {
  return view(visit, null, startForm(visit, usual));
}

async function postNew(visit: Visit): Promise<Answer> {
  return save(visit, null);
}

async function withMailbox(visit: Visit, work: (box: Mailbox) => Promise<Answer>): Promise<Answer> {
  const id = visit.params.id ?? '';
  const box = isUuid(id) ? await visit.db((trx) => readMailbox(trx, id)) : null;
  return box ? work(box) : notFound;
}

const get = (visit: Visit) =>
  withMailbox(visit, async (box) => {
    const { reads, fromTheBeginning, ...rest } = box;
    const { begunOn: _, ...fields } = rest;
    return view(
      visit,
      box,
      startForm(visit, { ...fields, reads: reads ? 'yes' : 'no', beginning: fromTheBeginning ? 'all' : 'new' }),
    );
  });

const post = (visit: Visit) =>
  withMailbox(visit, async (box) => {
    switch (visit.fields.what) {
      case 'try':
        return tryNow(visit, box);
      case 'remove':
        return remove(visit, box);
      default:
        return save(visit, box);
    }
  });

async function keptOf(visit: Visit, box: Mailbox | null): Promise<ReadonlySet<MailboxSecret>> {
  if (box === null) return new Set();
  const states = await visit.db((trx) => secretStates(trx, box.id));
  return new Set((Object.keys(states) as MailboxSecret[]).filter((name) => states[name].is === 'kept'));
}

async function save(visit: Visit, box: Mailbox | null): Promise<Answer> {
  const read = readForm(mailboxForm, visit.fields);
  if (!read.ok) return view(visit, box, read.form);
  const typed: MailboxTyped = read.value;
  const now = settingsOf(typed);
  // Secrets are for the server and the account that they were given for: another one gets none of them, now or later.
  const elsewhere = box !== null && isElsewhere(box, now);
  const faults = faultsOf(typed, elsewhere ? new Set() : await keptOf(visit, box));
  const rules = { allow: readConfig().allowHosts };
  const host = await checkHost(now.host, now.port, rules);
  if (!host.ok) faults.push({ field: 'host', words: host.why });
  if (now.tokenUrl !== null && URL.canParse(now.tokenUrl)) {
    const { hostname, port, protocol } = new URL(now.tokenUrl);
    const token = await checkHost(hostname, Number(port || (protocol === 'https:' ? 443 : 80)), rules);
    if (!token.ok) faults.push({ field: 'tokenUrl', words: token.why });
  }
  if (faults.length > 0) return view(visit, box, withErrors(read.form, faults));
  const id = await visit.db(async (trx) => {
    const saved = await saveMailbox(trx, box?.id ?? null, now);
    if (elsewhere) for (const name of secretNames) await dropSecret(trx, secretOf(saved, name));
    for (const [name, text] of secretsTyped(typed)) await keepSecret(trx, secretOf(saved, name), text);
    if (box !== null && isAnother(box, now)) await beginAnew(trx, saved);
    const secrets = secretsTyped(typed).map(([name]) => `its ${name}`);
    const changed = [...(box === null ? ['set up'] : whatChanged(box, now)), ...secrets.map((one) => `${one} given`)];
    if (changed.length > 0) {
      const words = `The mailbox ${now.name}: ${changed.join('; ')}`;
      await recordChange(trx, { about: 'mailbox', words, by: visit.staff.id });
    }
    return saved;
  });
  return redirect(`/settings/mailboxes/${id}`, { done: 'Saved. Try the connection now.' });
}

/** Another account or folder has other numbers: what was read of the old one says nothing about it. */
function isAnother(was: Mailbox, now: MailboxSettings): boolean {
  return was.host !== now.host || was.userName !== now.userName || was.folder !== now.folder;
}

function isElsewhere(was: Mailbox, now: MailboxSettings): boolean {
  return (['host', 'port', 'userName', 'tokenUrl'] as const).some((name) => was[name] !== now[name]);
}

const names: Readonly<Record<keyof MailboxSettings, string>> = {
  name: 'name',
  host: 'mail server',
  port: 'port',
  security: 'how the line is closed',
  folder: 'folder',
  userName: 'user name',
  signIn: 'how to sign in',
  tokenUrl: 'address that gives tokens',
  clientId: 'client ID',
  scope: 'scope',
  authservId: 'name in Authentication-Results',
  replyAddress: 'address for answers',
  fromTheBeginning: 'what is read',
  pollSeconds: 'seconds between two looks',
  reads: 'whether it is read',
};

function whatChanged(was: Mailbox, now: MailboxSettings): string[] {
  return (Object.keys(names) as (keyof MailboxSettings)[])
    .filter((name) => was[name] !== now[name])
    .map((name) => `${names[name]} changed from ${shown(was[name])} to ${shown(now[name])}`);
}

function shown(value: string | number | boolean | null): string {
  return value === null ? 'none' : value === true ? 'yes' : value === false ? 'no' : String(value);
}

async function tryNow(visit: Visit, box: Mailbox): Promise<Answer> {
  const place = { db: visit.house.db, landlordId: visit.landlord.id };
  const tried = await tryMailbox(place, box, { allow: readConfig().allowHosts });
  return redirect(`/settings/mailboxes/${box.id}`, { done: tried.words });
}

const removing = z.object({ sure: mustTick('Tick to say that it should be forgotten') });

async function remove(visit: Visit, box: Mailbox): Promise<Answer> {
  const read = readForm(removing, visit.fields);
  if (!read.ok) return view(visit, box, read.form, true);
  await visit.db(async (trx) => {
    await removeMailbox(trx, box.id);
    await recordChange(trx, { about: 'mailbox', words: `The mailbox ${box.name} was forgotten`, by: visit.staff.id });
  });
  return redirect('/settings/mailboxes', { done: `${box.name} is read no longer` });
}

async function view(visit: Visit, box: Mailbox | null, state: FormState, removed = false) {
  const kept = await keptOf(visit, box);
  const path = box === null ? '/settings/mailboxes/new' : `/settings/mailboxes/${box.id}`;
  const fields =
    removed && box !== null
      ? startForm(visit, { ...box, reads: box.reads ? 'yes' : 'no', beginning: box.fromTheBeginning ? 'all' : 'new' })
      : state;
  return settingsPage(
    visit,
    { title: box === null ? 'Set up a mailbox' : box.name, form: state, under, about: box === null ? [] : ['mailbox'] },
    <>
      {box === null ? (
        <InsetText text="We read it and change nothing in it: no message is deleted, moved or marked as read." />
      ) : (
        <Form visit={visit} action={path} id="try">
          <Hidden name="what" value="try" />
          <p class="govuk-body">Signs in with what was saved, opens the folder, and reads no message.</p>
          <Submit secondary>Try the connection</Submit>
        </Form>
      )}
      <Form visit={visit} action={path}>
        <MailboxFields form={fields} kept={kept} />
        <Submit>Save</Submit>
      </Form>
      {box === null ? null : (
        <>
          <h2 class="govuk-heading-m">Forget this mailbox</h2>
          <WarningText text="Its settings and secrets are erased. What was taken in from it stays." />
          <Form visit={visit} action={path} id="remove">
            <Hidden name="what" value="remove" />
            <TickField form={removed ? state : startForm(visit)} name="sure" label="It should be read no longer" />
            <Submit warning>Forget it</Submit>
          </Form>
        </>
      )}
    </>,
  );
}

export const newMailbox = screen({
  path: '/settings/mailboxes/new',
  access: ['administrator'],
  get: getNew,
  post: postNew,
});
export const mailbox = screen({ path: '/settings/mailboxes/:id', access: ['administrator'], get, post });
