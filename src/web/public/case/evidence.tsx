/** A photo or a file, one at a time, with what it shows. It is on record the moment it is sent, and looked at for viruses. */

import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { mayAddDocument } from '../../../complaint/may/add-document.js';
import { refuse } from '../../../complaint/refusals.js';
import { noteArrival } from '../../../store/arrivals.js';
import { isUuid } from '../../../store/database.js';
import { keepFile, largestFileUnlessSet, receiveFile, type Stored } from '../../../store/documents.js';
import { askToLookAt, type Serving, serveable, serveables } from '../../../store/file-scans.js';
import { useForm } from '../../../store/form-use.js';
import { isArrived } from '../../../store/seen-case.js';
import { pictureAnswer } from '../../files/made-of-file.js';
import { optionalText } from '../../ui/fields.js';
import {
  FileField,
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextField,
  typedIn,
  withErrors,
} from '../../ui/forms.js';
import { type Answer, notFound, type ResidentVisit, redirect, screen } from '../../visit.js';
import { tooMany } from '../complain/asking.js';
import { sitePage } from '../site/site-page.js';
import { sayRefusal } from './refusal-words.js';
import { type Before, casePathOf, seenOf } from './resident-screen.js';

const schema = z.object({ title: optionalText(200) });
const filesOnPage = ({ files }: Before['file']['seen']) => files;

/** By what the bytes are; a name proves nothing. What runs in a browser, and what can't be looked into, is not taken. */
const taken =
  /^((image|video|audio)\/(?!svg)|application\/(pdf|rtf|msword|x-cfb|vnd\.(openxmlformats-officedocument|oasis\.opendocument|ms-outlook))|text\/(plain|csv|calendar|rtf)|message\/rfc822)/;

function largestOf({ landlord }: ResidentVisit): number {
  const set = landlord.settings['largest-file'];
  return typeof set === 'number' ? set : largestFileUnlessSet;
}

async function get(visit: ResidentVisit): Promise<Answer> {
  const before = await seenOf(visit, filesOnPage);
  return before === null ? notFound : view(before, startForm(visit, { once: randomUUID() }));
}

async function post(visit: ResidentVisit): Promise<Answer> {
  const before = await seenOf(visit, filesOnPage);
  const { caseId, person } = visit.resident;
  if (before === null || caseId === null || person === null) return notFound;
  const { say } = visit;
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(before, read.form);
  const wrong = (field: string | null, words: string) => view(before, withErrors(read.form, [{ field, words }]));
  const [sent] = visit.files;
  if (sent === undefined) return wrong('file', say('Choose a photo or a file'));
  const { wait } = await visit.db((trx) => useForm(trx, { what: 'file', by: visit.network, bytes: sent.size }));
  if (wait > 0) return wrong(null, tooMany(say, wait));
  const largest = largestOf(visit);
  const received = await receiveFile(visit.house.files, visit.landlord.id, createReadStream(sent.path), {
    name: sent.name,
    largest,
  });
  if (!received.ok)
    return wrong(
      'file',
      received.why === 'too-large'
        ? say('The file is larger than {size} MB. Choose a smaller one', { size: Math.floor(largest / 1_000_000) })
        : say('The file is empty. Choose another'),
    );
  const { stored } = received;
  if (!taken.test(stored.type))
    return wrong(
      'file',
      say('We can’t take a file of that kind here. Take a photo or a picture of the screen of it instead'),
    );
  const once = typedIn(read.form, 'once');
  const key = `resident:${caseId}:${isUuid(once) ? once : randomUUID()}`;
  const title = read.value.title ?? stored.name;
  const outcome = await add(visit, { key, stored, title });
  if (outcome === 'again' || outcome.is === 'done')
    return redirect(casePathOf(visit, '/evidence'), { done: say('Added') });
  if (outcome.is !== 'refused') return notFound;
  const [refusal] = outcome.refusals;
  return wrong(
    null,
    refusal === undefined ? say('This could not be done, and nothing was changed.') : sayRefusal(say, refusal),
  );
}

async function add(
  visit: ResidentVisit,
  { key, stored, title }: { readonly key: string; readonly stored: Stored; readonly title: string },
) {
  const { person } = visit.resident;
  let again = false;
  const outcome = await visit.act(
    null,
    async (file, context, trx) => {
      again = await isArrived(trx, key);
      if (again) return refuse('taken-already', visit.say('We have this already.'));
      const kept = await keepFile(trx, visit.house.files, stored);
      await askToLookAt(trx, kept);
      return mayAddDocument(file.case, { on: context.today, file: kept, title, from: 'resident', points: [] }, context);
    },
    {
      also: async (trx, { caseId, version }) => {
        await noteArrival(trx, {
          key,
          kind: 'evidence',
          caseId,
          seq: version,
          person,
          channel: 'web-form',
          arrivedOn: visit.today,
          note: title,
        });
      },
    },
  );
  return again ? ('again' as const) : outcome;
}

async function view({ visit, say, file }: Before, form: FormState): Promise<Answer> {
  const { files, reference } = file.seen;
  const servings = await visit.db((trx) =>
    serveables(
      trx,
      files.map((one) => one.file),
      'resident',
    ),
  );
  return sitePage(
    visit,
    {
      title: say('Add a photo or a file'),
      form,
      caption: reference,
      back: { href: casePathOf(visit), text: say('Back to your case') },
    },
    <>
      <Form visit={visit} files>
        <Hidden name="once" value={typedIn(form, 'once') || randomUUID()} />
        <FileField
          form={form}
          name="file"
          label={say('Choose one photo or file')}
          hint={say(
            'Up to {size} MB. Photos, PDF, Word and text files, sound and video. You can add another after it.',
            {
              size: Math.floor(largestOf(visit) / 1_000_000),
            },
          )}
        />
        <TextField form={form} name="title" label={say('What does it show? (optional)')} />
        <Submit>{say('Add it')}</Submit>
      </Form>
      {files.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{say('What you gave us')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {files.map((one) => (
              <li key={one.file}>
                {file.text(one.title) ?? file.documents.get(one.file)?.name ?? say('A file')}, {say.day(one.on)}
                <Looked visit={visit} serving={servings.get(one.file)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
  );
}

/** What they sent, as it is seen here: a preview made of it, never the file itself. */
function Looked({ visit, serving }: { readonly visit: ResidentVisit; readonly serving: Serving | undefined }) {
  const { say } = visit;
  if (serving === undefined) return null;
  const { look } = serving;
  if (look.state === 'infected')
    return <p class="govuk-hint">{say('A virus was found in it, so nobody can open it. Send it in another way.')}</p>;
  if (look.state === 'waiting' || look.preview === 'waiting')
    return <p class="govuk-hint">{say('It is being looked at, and opened by nobody before that.')}</p>;
  if (serving.pictures === 0) return null;
  const src = casePathOf(visit, `/evidence/${look.file}/pictures/1`);
  return (
    <p>
      <img class="app-preview__small" src={src} alt={say('A small picture of {name}', { name: look.name })} />
    </p>
  );
}

async function getPicture(visit: ResidentVisit): Promise<Answer> {
  const { file = '', n = '' } = visit.params;
  const before = await seenOf(visit, filesOnPage);
  if (before === null || !before.file.seen.files.some((one) => one.file === file)) return notFound;
  const serving = await visit.db((trx) => serveable(trx, file, 'resident'));
  return serving === null ? notFound : pictureAnswer(visit, serving, n);
}

export const addEvidence = [
  ...screen({ path: '/residents/:slug/case/evidence', access: 'resident', get, post }),
  ...screen({ path: '/residents/:slug/case/evidence/:file/pictures/:n', access: 'resident', get: getPicture }),
];
