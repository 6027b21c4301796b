/**
 * A file that is shown or given to staff: what the product made as it is; what anybody sent as the previews made of it, as
 * a copy without metadata, or, where the rule of store/file-scans.ts allows it, itself, as a download and never in the
 * browser. Opening one is recorded.
 *
 * Beside its own path a file has /pictures/N, /copy and /original.
 */
import type { VNode } from 'preact';
import type { CaseId } from '../../facts/happened.js';
import type { Trx } from '../../store/database.js';
import { readFileBytes } from '../../store/documents.js';
import { recordWarned, type Serving, serveable } from '../../store/file-scans.js';
import { recordReading } from '../../store/reads.js';
import { Button, InsetText, SummaryList, WarningText } from '../ui/components.js';
import { Form, type FormState, Submit, startForm, TickField, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import type { Section } from '../ui/navigation.js';
import { type Access, type Answer, download, notFound, type Route, screen, type Visit } from '../visit.js';
import { altOf, pagesWords, previewWords, StateTag, stateWords, TakenAt } from './file-state.js';
import { copyAnswer, pictureAnswer, previewText } from './made-of-file.js';

export interface FileAsked {
  /** Its digest. */
  readonly file: string;
  readonly caseId: CaseId | null;
  /** What its title is, when it has one beside its name. */
  readonly title?: string | null;
  readonly caption?: string;
  readonly section: Section;
  readonly back: { readonly href: string; readonly text: string };
}

/** Finds the file that the path names, if this person may see it. */
export type FindFile = (trx: Trx, visit: Visit) => Promise<FileAsked | null>;

interface Found {
  readonly asked: FileAsked;
  readonly serving: Serving;
}

/** What a browser shows of what the product made itself. */
const shownInTheBrowser = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain'];

/** All the routes of a file at a path. */
export function fileScreens<const A extends Exclude<Access, 'public' | 'site' | 'resident'>>(
  path: `/${string}`,
  access: A,
  find: FindFile,
): readonly Route[] {
  const found = (visit: Visit, reads: boolean): Promise<Found | null> =>
    visit.db(async (trx) => {
      const asked = await find(trx, visit);
      const serving = asked === null ? null : await serveable(trx, asked.file, 'staff');
      if (asked === null || serving === null) return null;
      if (reads)
        await recordReading(trx, { staff: visit.staff.id, what: 'document', caseId: asked.caseId, about: asked.file });
      return { asked, serving };
    });
  const get = async (visit: Visit): Promise<Answer> => {
    const file = await found(visit, true);
    if (file === null) return notFound;
    return file.serving.look.state === 'ours' ? whole(visit, file) : shown(visit, file);
  };
  const getPicture = async (visit: Visit): Promise<Answer> => {
    const file = await found(visit, false);
    return file === null ? notFound : pictureAnswer(visit, file.serving, visit.params.n ?? '');
  };
  const getCopy = async (visit: Visit): Promise<Answer> => {
    const file = await found(visit, true);
    return file === null ? notFound : copyAnswer(visit, file.serving);
  };
  const getOriginal = async (visit: Visit): Promise<Answer> => {
    const file = await found(visit, true);
    if (file === null) return notFound;
    if (file.serving.original === 'free') return whole(visit, file);
    return file.serving.original === 'no' ? shown(visit, file) : warning(visit, file, startForm(visit));
  };
  const postOriginal = async (visit: Visit): Promise<Answer> => {
    const file = await found(visit, false);
    if (file === null || file.serving.original !== 'after-warning') return notFound;
    if (visit.fields.understood !== 'yes') {
      const missing = { field: 'understood', words: 'Tick the box if you want to open it all the same' };
      return warning(visit, file, withErrors(startForm(visit), [missing]));
    }
    await visit.db(async (trx) => {
      const { look } = file.serving;
      await recordWarned(trx, { file: look.file, scan: look.state, staff: visit.staff.id });
      await recordReading(trx, {
        staff: visit.staff.id,
        what: 'document',
        caseId: file.asked.caseId,
        about: `original ${look.file}`,
      });
    });
    return whole(visit, file);
  };
  return [
    ...screen({ path, access, get }),
    ...screen({ path: `${path}/pictures/:n`, access, get: getPicture }),
    ...screen({ path: `${path}/copy`, access, get: getCopy }),
    ...screen({ path: `${path}/original`, access, get: getOriginal, post: postOriginal }),
  ] as unknown as readonly Route[];
}

/** Its own bytes. Only what the product made may open in the browser. */
function whole(visit: Visit, { serving: { look } }: Found): Answer {
  const body = readFileBytes(visit.house.files, visit.landlord.id, look.content);
  const inline = look.state === 'ours' && shownInTheBrowser.includes(look.type);
  return download(look.name, look.type, body, { inline });
}

async function shown(visit: Visit, { asked, serving }: Found): Promise<Answer> {
  const { look } = serving;
  const title = asked.title ?? look.name;
  const path = visit.path.replace(/\/original$/, '');
  const words = await previewText(visit, serving);
  const because = previewWords(serving);
  return page(
    visit,
    { title, section: asked.section, back: asked.back, ...(asked.caption ? { caption: asked.caption } : {}) },
    <>
      <p class="govuk-body">
        <StateTag look={look} /> {stateWords(look).words}
      </p>
      <About serving={serving} />
      <Ways serving={serving} path={path} />
      {because === null ? null : <InsetText text={because} />}
      {Array.from({ length: serving.pictures }, (_, n) => (
        <figure key={n} class="app-preview">
          <img src={`${path}/pictures/${n + 1}`} alt={altOf(look, n + 1, title)} loading={n === 0 ? 'eager' : 'lazy'} />
        </figure>
      ))}
      {words === null ? null : (
        <>
          <h2 class="govuk-heading-m">What it says</h2>
          <div class="app-words">{words}</div>
        </>
      )}
    </>,
  );
}

function About({ serving: { look } }: { readonly serving: Serving }): VNode {
  const row = (key: string, html: VNode | string | null) =>
    html === null ? [] : [{ key: { text: key }, value: { html } }];
  return (
    <SummaryList
      rows={[
        ...row('File', look.name),
        ...row('Size', sizeWords(look.size)),
        ...row('Pages', look.pages === null ? null : pagesWords(look.pages)),
        ...row('Taken', look.takenAt === null ? null : <TakenAt look={look} />),
        ...row(
          'Where it was taken',
          look.located ? 'The original says it. The picture shown here, and its copy, do not.' : null,
        ),
      ]}
    />
  );
}

function Ways({ serving, path }: { readonly serving: Serving; readonly path: string }): VNode {
  const { look, copy, original } = serving;
  return (
    <>
      {original === 'no' && (look.state === 'not-scanned' || look.state === 'cannot') ? (
        <p class="govuk-body">
          The file itself stays sealed. An administrator can allow originals under Settings, Files that are sent.
        </p>
      ) : null}
      {copy || original !== 'no' ? (
        <div class="govuk-button-group">
          {copy ? (
            <Button href={`${path}/copy`} classes="govuk-button--secondary" text="Download a copy of the picture" />
          ) : null}
          {original === 'free' ? (
            <Button href={`${path}/original`} classes="govuk-button--secondary" text="Download the file" />
          ) : null}
          {original === 'after-warning' ? (
            <a class="govuk-link" href={`${path}/original`}>
              Open the original
            </a>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function warning(visit: Visit, { asked, serving: { look } }: Found, form: FormState): Answer {
  const clean = look.state === 'clean';
  return page(
    visit,
    {
      title: 'Open the original',
      section: asked.section,
      form,
      caption: asked.title ?? look.name,
      back: { href: visit.path.replace(/\/original$/, ''), text: 'Back to the file' },
    },
    <>
      <WarningText
        iconFallbackText="Warning"
        text={
          clean
            ? 'The original may say where and by what it was taken: perhaps where somebody lives who must not be found.'
            : 'No virus scanner has found this file clean. Opening it can harm your computer and everybody on your network.'
        }
      />
      <p class="govuk-body">
        That you opened it is recorded, with the day and the time. Keep no copy of it, and send it to nobody.
      </p>
      <Form visit={visit}>
        <TickField form={form} name="understood" label="I have read this, and need the original" />
        <Submit warning>Download the original</Submit>
      </Form>
    </>,
  );
}

export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
