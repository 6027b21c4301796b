/** Scanned post: what came and waits, and the upload of a scan. */
import { createReadStream } from 'node:fs';
import type { VNode } from 'preact';
import { code128 } from '../../post/code-128.js';
import { separatorText } from '../../post/read-scans.js';
import { typeset } from '../../post/typesetter.js';
import { keepFile, largestFileUnlessSet, receiveFile } from '../../store/documents.js';
import { keepScan, listScans, type PostScan, type ScanTrouble } from '../../store/post-scans.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { Button, InsetText, Tag } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { FileField, Form, type FormState, Submit, startForm } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, download, redirect, screen, type Visit } from '../visit.js';
import { PostTabs, postCounts } from './post-tabs.js';

export const postReaders = ['officer', 'manager'] as const;

async function getList(visit: Visit): Promise<Answer> {
  const { scans, counts } = await visit.db(async (trx) => ({
    scans: await listScans(trx),
    counts: await postCounts(trx, await hiddenCases(trx, viewerOf(visit))),
  }));
  return page(
    visit,
    { title: 'Scanned post', section: 'post', wide: true },
    <>
      <PostTabs at="scans" counts={counts} />
      <p class="govuk-body">
        Each document is split into its letters and its text is recognised. Nothing of it is a contact or joins a case
        until somebody has looked at each letter.
      </p>
      <div class="govuk-button-group">
        <Button href="/post/scans/upload" text="Upload scanned post" />
        <a class="govuk-link" href="/post/scans/separator">
          Print sheets that go between letters (PDF)
        </a>
      </div>
      {scans.length === 0 ? <InsetText text="No scanned post has come yet." /> : null}
      <ul class="app-list">
        {scans.map((scan) => (
          <li key={scan.id} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              <ScanTag scan={scan} />{' '}
              <a class="govuk-link govuk-!-font-weight-bold" href={`/post/scans/${scan.id}`}>
                {scan.name}
              </a>
            </p>
            <p class="govuk-body govuk-!-margin-bottom-0">
              Scanned on <DayText day={scan.scannedOn} short />
              {scan.pages === null ? '' : `, ${scan.pages === 1 ? '1 page' : `${scan.pages} pages`}`}
              {scan.letters === 0 ? '' : `, ${scan.letters === 1 ? '1 letter' : `${scan.letters} letters`}`}
            </p>
          </li>
        ))}
      </ul>
    </>,
  );
}

export const troubleWords: Record<ScanTrouble, string> = {
  'not-a-pdf': 'It is no PDF, whatever its name says. Scan it as PDF.',
  damaged: 'It is damaged and can’t be opened. Scan it again.',
  locked: 'It is locked with a password. Scan it again without one.',
  'too-many': 'It has more than 300 pages. Scan it in parts.',
  'too-long': 'Reading it takes too long. Scan it in parts.',
  'too-large': 'Reading it takes more memory than there is for it. Scan it in parts, in grey.',
  infected: 'The virus scanner found something in it. It is sealed: nobody can open it here.',
  'not-scannable': 'The virus scanner can’t look through it: it is locked, or too large. Scan it in parts.',
};

export function ScanTag({ scan }: { readonly scan: PostScan }): VNode {
  if (scan.state === 'unreadable') return <Tag colour="red">Can’t be read</Tag>;
  if (scan.state === 'waiting')
    return (
      <Tag colour="blue">
        {scan.pages === null ? 'Waiting to be read' : `Reading: ${scan.pagesRead} of ${scan.pages} pages`}
      </Tag>
    );
  return scan.lettersWaiting > 0 ? (
    <Tag colour="orange">{scan.lettersWaiting === 1 ? '1 letter waits' : `${scan.lettersWaiting} letters wait`}</Tag>
  ) : (
    <Tag colour="green">Done</Tag>
  );
}

async function getUpload(visit: Visit): Promise<Answer> {
  return uploadView(visit, startForm(visit));
}

async function postUpload(visit: Visit): Promise<Answer> {
  const wrong = (words: string) => uploadView(visit, { values: {}, errors: [{ field: 'scan', words }] });
  const [sent] = visit.files;
  if (sent === undefined) return wrong('Choose the PDF');
  const set = visit.landlord.settings['largest-file'];
  const largest = typeof set === 'number' ? set : largestFileUnlessSet;
  const received = await receiveFile(visit.house.files, visit.landlord.id, createReadStream(sent.path), {
    name: sent.name,
    largest,
  });
  if (!received.ok)
    return wrong(
      received.why === 'empty'
        ? `${sent.name} is empty. Choose a file with something in it`
        : `${sent.name} is larger than ${Math.floor(largest / 1_000_000)} MB. Scan it in parts`,
    );
  const { stored } = received;
  if (stored.type !== 'application/pdf') return wrong(`${sent.name} is no PDF. Scan the post as PDF`);
  const kept = await visit.db(async (trx) => {
    const file = await keepFile(trx, visit.house.files, stored);
    return keepScan(trx, {
      file,
      content: stored.content,
      cameBy: 'upload',
      scannedOn: visit.today,
      by: visit.staff.id,
      at: new Date(visit.now),
    });
  });
  return redirect(`/post/scans/${kept.id}`, {
    done: kept.fresh ? 'It is here. Its pages are being read' : 'The same scan was here already',
  });
}

function uploadView(visit: Visit, form: FormState): Answer {
  return page(
    visit,
    { title: 'Upload scanned post', section: 'post', form, back: { href: '/post/scans', text: 'Scanned post' } },
    <Form visit={visit} files>
      <FileField
        form={form}
        name="scan"
        label="Scanned post"
        hint="One PDF, up to 300 pages, of one letter or several. Put one of our sheets between two letters, or choose the pages of each later"
      />
      <Submit>Upload</Submit>
    </Form>,
  );
}

const sheet = `
#let sheet = json(bytes(sys.inputs.document))
#set document(title: "Next letter")
#set text(font: "Atkinson Hyperlegible Next", size: 16pt, lang: "en", region: "GB")
#set page(paper: "a4", margin: 25mm)
#heading(level: 1, "Next letter")
#par("Put this sheet between two letters before they are scanned. It can be used again and again.")
#v(20mm)
#align(center, pdf.artifact(box(width: sheet.width * 0.45mm, height: 30mm, {
  for bar in sheet.bars {
    place(top + left, dx: bar.at * 0.45mm, rect(width: bar.width * 0.45mm, height: 30mm, fill: black, stroke: none))
  }
})))
`;

async function getSeparator(): Promise<Answer> {
  const { bytes } = typeset(sheet, 'document', code128(separatorText));
  return download('Next letter.pdf', 'application/pdf', bytes);
}

export const postScans = screen({ path: '/post/scans', access: postReaders, get: getList });
export const uploadScan = screen({ path: '/post/scans/upload', access: postReaders, get: getUpload, post: postUpload });
export const separatorSheet = screen({ path: '/post/scans/separator', access: postReaders, get: getSeparator });
