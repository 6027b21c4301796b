/** Photos and files from a phone, one at a time: each is there as soon as it is sent, and can be taken away again. */
import { createReadStream } from 'node:fs';
import { nextAfter } from '../../../complaint/telling/questions.js';
import type { File } from '../../../facts/happened.js';
import { addDraftFile, type Draft, findDraft, removeDraftFile } from '../../../store/complaint-drafts.js';
import { keepFile, largestFileUnlessSet, receiveFile, removeFiles, type Stored } from '../../../store/documents.js';
import { askToLookAt } from '../../../store/file-scans.js';
import { useForm } from '../../../store/form-use.js';
import { FileField, Form, type FormState, Submit, withErrors } from '../../ui/forms.js';
import { type Answer, notFound, redirect, type SiteVisit, screen } from '../../visit.js';
import { sitePage } from '../site/site-page.js';
import { Aside, notHere, tooMany } from './asking.js';
import { answerQuestion, draftOf, pathTo } from './draft.js';

/** Each may be as large as the landlord's limit; all together no larger than this. */
const mostFiles = 10;
const mostTogether = 150_000_000;

const blank: FormState = { values: {}, errors: [] };

function largestOf({ landlord }: SiteVisit): number {
  const set = landlord.settings['largest-file'];
  return typeof set === 'number' ? set : largestFileUnlessSet;
}

/** What a phone makes, and letters. By what the bytes are: a name proves nothing. */
function isTaken({ type }: Pick<Stored, 'type'>): boolean {
  return (
    (/^(image|video|audio)\//.test(type) && !type.includes('svg')) ||
    /^application\/(pdf|rtf|msword|x-cfb|vnd\.(openxmlformats-officedocument|oasis\.opendocument|ms-outlook))/.test(
      type,
    ) ||
    /^(text\/(plain|csv|calendar|rtf)|message\/rfc822)$/.test(type)
  );
}

async function get(visit: SiteVisit): Promise<Answer> {
  const draft = await draftOf(visit);
  const elsewhere = notHere(visit, draft);
  if (elsewhere !== null || draft === null) return elsewhere ?? notFound;
  return view(visit, draft, blank);
}

async function post(visit: SiteVisit): Promise<Answer> {
  const { say } = visit;
  const draft = await draftOf(visit);
  const elsewhere = notHere(visit, draft);
  if (elsewhere !== null || draft === null) return elsewhere ?? notFound;
  const { remove } = visit.fields;
  if (typeof remove === 'string' && draft.files.some(({ file }) => file === remove)) {
    await visit.db((trx) => removeDraftFile(trx, draft.id, remove as File));
    return redirect(pathTo(visit, 'files'), { done: say('Removed') });
  }
  const [sent] = visit.files;
  if (sent === undefined) {
    if (visit.fields.do === 'add')
      return view(visit, draft, withErrors(blank, [{ field: 'file', words: say('Choose a photo or file first') }]));
    const done = await answerQuestion(visit, 'files', () => ({}));
    return redirect(done.is === 'saved' ? pathTo(visit, nextAfter(done.told, 'files')) : pathTo(visit, 'check'));
  }
  const error = (words: string) => view(visit, draft, withErrors(blank, [{ field: 'file', words }]));
  if (draft.files.length >= mostFiles)
    return error(say('You have added {most} files, which is as many as we take here', { most: mostFiles }));
  if (draft.files.reduce((sum, { size }) => sum + size, sent.size) > mostTogether)
    return error(
      say('All files together may have {size} MB. Leave this one out, or send a smaller one', {
        size: mostTogether / 1_000_000,
      }),
    );
  const { wait } = await visit.db((trx) => useForm(trx, { what: 'file', by: visit.network, bytes: sent.size }));
  if (wait > 0) return error(tooMany(say, wait));
  const largest = largestOf(visit);
  const received = await receiveFile(visit.house.files, visit.landlord.id, createReadStream(sent.path), {
    name: sent.name,
    largest,
  });
  if (!received.ok)
    return error(
      received.why === 'too-large'
        ? say('The file is larger than {size} MB. Choose a smaller one', { size: Math.floor(largest / 1_000_000) })
        : say('The file is empty. Choose another'),
    );
  const took = await visit.db(async (trx) => {
    // Its draft may have been sent meanwhile, from another tab.
    const now = await findDraft(trx, draft.id, { hold: true });
    const file = await keepFile(trx, visit.house.files, received.stored);
    if (now === null || now.sentCase !== null || !isTaken(received.stored)) {
      await removeFiles(trx, [file]);
      return now === null || now.sentCase !== null ? 'gone' : 'not-that-kind';
    }
    await addDraftFile(trx, draft.id, file);
    await askToLookAt(trx, file);
    return 'taken';
  });
  if (took === 'gone') return redirect(pathTo(visit, 'sent'));
  if (took === 'not-that-kind')
    return error(say('We can’t take a file of that kind here. Take a photo or a picture of the screen of it instead'));
  return redirect(pathTo(visit, 'files'), { done: say('Added') });
}

function view(visit: SiteVisit, draft: Draft, form: FormState) {
  const { say } = visit;
  const full = draft.files.length >= mostFiles;
  return sitePage(
    visit,
    { title: say('Do you have photos or letters?'), form, back: { href: pathTo(visit, 'adjustments') } },
    <>
      {draft.files.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{say('What you have added')}</h2>
          <ul class="app-list">
            {draft.files.map(({ file, name, size }) => (
              <li key={file} class="app-list__item">
                <Form visit={visit} id={`f-${file.slice(0, 12)}`}>
                  <p class="govuk-body">
                    {name} ({say('{size} KB', { size: Math.max(1, Math.round(size / 1000)) })})
                  </p>
                  <Submit secondary name="remove" value={file}>
                    {say('Remove')}
                    <span class="govuk-visually-hidden"> {name}</span>
                  </Submit>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
      {full ? null : (
        <Form visit={visit} files>
          <FileField
            form={form}
            name="file"
            label={draft.files.length === 0 ? say('Choose a photo or file') : say('Choose another')}
            hint={say(
              'One at a time, up to {most} of them. Each up to {size} MB: photos, films, recordings, PDF, Word and text.',
              { most: mostFiles, size: Math.floor(largestOf(visit) / 1_000_000) },
            )}
          />
          <Submit secondary name="do" value="add">
            {say('Add it')}
          </Submit>
        </Form>
      )}
      <Form visit={visit} id="go-on">
        <Submit>{draft.files.length === 0 ? say('Continue without') : say('Continue')}</Submit>
      </Form>
      <Aside visit={visit} told={draft.told} />
    </>,
  );
}

export const filesRoutes = screen({
  path: '/residents/:slug/complain/files',
  access: 'site',
  purposes: ['draft'],
  get,
  post,
});
