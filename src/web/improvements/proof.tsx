/** The files that show that an improvement was done: added, shown as all files are, and taken away. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { mostProofFiles } from '../../complaint/improvement-proof.js';
import { fileNameTells } from '../../reports/improvement-rules.js';
import type { Trx } from '../../store/database.js';
import type { Stored } from '../../store/documents.js';
import { addProofFiles, type ProofFile, proofFilesOf, takeProofFileAway } from '../../store/improvement-proof.js';
import { findImprovement, type Improvement } from '../../store/improvements.js';
import { CameBefore } from '../cases/act-aside.js';
import { receiveFiles } from '../cases/files.js';
import { fileScreens } from '../files/file-screens.js';
import { InstantText } from '../ui/dates.js';
import { requiredText } from '../ui/fields.js';
import {
  FileField,
  Form,
  type FormError,
  type FormState,
  readForm,
  Submit,
  startForm,
  TextareaField,
  withErrors,
  withRefusals,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { improvementAsked, improvementPage, readers, worksOn } from './frame.js';
import { namesBehind, tellingErrors } from './plan-fields.js';
import { improvementHref } from './words.js';

/** The files that came with a form, and what is wrong with any: of a size that can be kept, with names that tell of nobody. */
export async function filesArrived(
  visit: Visit,
  one: Improvement,
): Promise<{ readonly stored: readonly Stored[]; readonly errors: readonly FormError[] }> {
  const arrived = await receiveFiles(visit);
  const names = arrived.stored.length === 0 ? [] : await visit.db((trx) => namesBehind(trx, one));
  const telling = arrived.stored.flatMap(({ name }) => fileNameTells('files', name, names) ?? []);
  return { stored: arrived.stored, errors: [...(arrived.ok ? [] : arrived.errors), ...telling] };
}

export function ProofField({
  form,
  visit,
  stored,
  label,
}: {
  readonly form: FormState;
  readonly visit: Visit;
  readonly stored: readonly Stored[];
  readonly label: string;
}): VNode {
  return (
    <>
      <CameBefore visit={visit} stored={stored} />
      <FileField
        form={form}
        name="files"
        label={label}
        hint={`A photograph, minutes, a procedure. At most ${mostProofFiles}. Nothing that tells who a resident is`}
        multiple
      />
    </>
  );
}

/** What stands on the improvement's own page. */
export function ProofFiles({
  one,
  files,
  visit,
}: {
  readonly one: Improvement;
  readonly files: readonly ProofFile[];
  readonly visit: Visit;
}): VNode | null {
  const works = worksOn(visit, one);
  if (files.length === 0 && (!works || one.state === 'closed')) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Files that show it</h2>
      {files.length === 0 ? null : (
        <ul class="govuk-list">
          {files.map(({ file, name, addedAt, addedBy }) => (
            <li key={file} class="app-quote">
              <a class="govuk-link" href={improvementHref(one, `/files/${file}`)}>
                {name}
              </a>
              , <InstantText at={addedAt} />, {addedBy}
              {works ? (
                <>
                  {' '}
                  <a class="govuk-link" href={improvementHref(one, `/files/${file}/away`)}>
                    Take it away<span class="govuk-visually-hidden"> ({name})</span>
                  </a>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {works && one.state !== 'closed' ? (
        <p class="govuk-body">
          <a class="govuk-link" href={improvementHref(one, '/proof')}>
            Add files
          </a>
        </p>
      ) : null}
    </>
  );
}

async function toAdd(visit: Visit): Promise<Improvement | null> {
  const one = await improvementAsked(visit);
  return one !== null && one.state !== 'closed' && worksOn(visit, one) ? one : null;
}

async function getAdd(visit: Visit) {
  const one = await toAdd(visit);
  return one === null ? notFound : viewAdd(visit, one, startForm(visit), []);
}

async function postAdd(visit: Visit) {
  const one = await toAdd(visit);
  if (one === null) return notFound;
  const form: FormState = { values: visit.fields, errors: [] };
  const { stored, errors } = await filesArrived(visit, one);
  if (errors.length > 0) return viewAdd(visit, one, withErrors(form, errors), stored);
  const against = await visit.db((trx) =>
    addProofFiles(trx, one.id, { folder: visit.house.files, stored }, { by: visit.staff.id, at: new Date(visit.now) }),
  );
  if (against !== null) return viewAdd(visit, one, withRefusals(form, [against]), stored);
  return redirect(improvementHref(one), { done: stored.length === 1 ? 'The file is added' : 'The files are added' });
}

function viewAdd(visit: Visit, one: Improvement, form: FormState, stored: readonly Stored[]) {
  return improvementPage(
    visit,
    one,
    { title: 'Add files that show it', form },
    <Form visit={visit} files>
      <ProofField form={form} visit={visit} stored={stored} label="Files" />
      <Submit>Add them</Submit>
    </Form>,
  );
}

const away = z.object({ because: requiredText('Say why it is taken away', 500) });

interface FileOfImprovement {
  readonly one: Improvement;
  readonly file: ProofFile;
}

/** The file that the path names, if it is one of this improvement. */
async function fileAsked(trx: Trx, { params }: Visit): Promise<FileOfImprovement | null> {
  const one = await findImprovement(trx, params.improvement ?? '');
  const file = one === null ? null : (await proofFilesOf(trx, one.id)).find((each) => each.file === params.file);
  return one === null || !file ? null : { one, file };
}

async function toTakeAway(visit: Visit): Promise<FileOfImprovement | null> {
  const asked = await visit.db((trx) => fileAsked(trx, visit));
  return asked !== null && worksOn(visit, asked.one) ? asked : null;
}

async function getAway(visit: Visit) {
  const asked = await toTakeAway(visit);
  return asked === null ? notFound : viewAway(visit, asked, startForm(visit));
}

async function postAway(visit: Visit) {
  const asked = await toTakeAway(visit);
  if (asked === null) return notFound;
  const { one, file } = asked;
  const read = readForm(away, visit.fields);
  if (!read.ok) return viewAway(visit, asked, read.form);
  const { because } = read.value;
  const telling = tellingErrors('because', because, await visit.db((trx) => namesBehind(trx, one)));
  if (telling.length > 0) return viewAway(visit, asked, withErrors(read.form, telling));
  const gone = await visit.db((trx) =>
    takeProofFileAway(trx, one.id, file.file, { because, by: visit.staff.id, at: new Date(visit.now) }),
  );
  return redirect(improvementHref(one), { done: gone ? 'The file is taken away' : 'It was taken away already' });
}

function viewAway(visit: Visit, { one, file }: FileOfImprovement, form: FormState) {
  return improvementPage(
    visit,
    one,
    { title: 'Take a file away', form },
    <Form visit={visit}>
      <p class="govuk-body app-quote">{file.name}</p>
      <p class="govuk-body">It goes for good, here and from the disk. That it was here stays on record.</p>
      <TextareaField form={form} name="because" label="Why is it taken away?" rows={3} most={500} />
      <Submit warning>Take it away</Submit>
    </Form>,
  );
}

const path = '/improvements/:improvement';
export const proofRoutes = [
  ...screen({ path: `${path}/proof`, access: readers, get: getAdd, post: postAdd }),
  ...screen({ path: `${path}/files/:file/away`, access: readers, get: getAway, post: postAway }),
  ...fileScreens(`${path}/files/:file`, readers, async (trx, visit) => {
    const asked = await fileAsked(trx, visit);
    if (asked === null) return null;
    const { one, file } = asked;
    return {
      file: file.file,
      caseId: null,
      caption: one.title,
      section: 'learning',
      back: { href: improvementHref(one), text: 'Back to the improvement' },
    };
  }),
];
