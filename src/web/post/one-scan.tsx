/** One scanned document: its pages, and which of them make a letter. What seems right is chosen; a person can choose anew. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { VNode } from 'preact';
import { pagePicture } from '../../post/read-scans.js';
import { isUuid } from '../../store/database.js';
import { scanStateOf } from '../../store/file-scans.js';
import { lettersOfScan, type PostLetter } from '../../store/post-letters.js';
import {
  type PageRead,
  type PostScan,
  pagesOfScan,
  readAgain,
  readPostScan,
  splitScan,
} from '../../store/post-scans.js';
import { recordReading } from '../../store/reads.js';
import { scanIsHidden } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { Details, InsetText, Radios, Tag } from '../ui/components.js';
import { Form, Submit } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, download, notFound, redirect, screen, type Visit } from '../visit.js';
import { postReaders, ScanTag, troubleWords } from './scans.js';

interface ScanShown {
  readonly scan: PostScan;
  readonly pages: readonly PageRead[];
  readonly letters: readonly PostLetter[];
}

async function find(visit: Visit): Promise<ScanShown | null> {
  const id = visit.params.id ?? '';
  if (!isUuid(id)) return null;
  return visit.db(async (trx) => {
    const scan = await readPostScan(trx, id);
    if (scan === null || (await scanIsHidden(trx, id, viewerOf(visit)))) return null;
    await recordReading(trx, { staff: visit.staff.id, what: 'document', about: scan.file });
    return { scan, pages: await pagesOfScan(trx, id), letters: await lettersOfScan(trx, id) };
  });
}

async function get(visit: Visit): Promise<Answer> {
  const found = await find(visit);
  if (found === null) return notFound;
  const { scan, letters } = found;
  const settled = letters.some((one) => one.state !== 'waiting');
  return page(
    visit,
    { title: scan.name, section: 'post', caption: 'Scanned post', back: { href: '/post/scans', text: 'Scanned post' } },
    <>
      <p class="govuk-body">
        <ScanTag scan={scan} />
      </p>
      {scan.trouble === null ? null : <InsetText text={troubleWords[scan.trouble]} />}
      {scan.state === 'waiting' ? (
        <InsetText text="Its pages are being read. You can go on with something else: load this page again in a minute." />
      ) : null}
      {letters.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{letters.length === 1 ? 'One letter' : `${letters.length} letters`}</h2>
          <ol class="app-list">
            {letters.map((letter) => (
              <li key={letter.id} class="app-list__item">
                <a class="govuk-link govuk-!-font-weight-bold" href={`/post/letters/${letter.id}`}>
                  {pagesOf(letter.pages)}
                </a>{' '}
                <LetterTag letter={letter} />
              </li>
            ))}
          </ol>
        </>
      )}
      {scan.state === 'split' ? (
        settled ? (
          <p class="govuk-body">Its pages can’t be put together anew: one of its letters has been seen to.</p>
        ) : (
          <Details summaryText="Choose the pages of each letter">
            <Split visit={visit} shown={found} />
          </Details>
        )
      ) : null}
    </>,
  );
}

export function LetterTag({ letter }: { readonly letter: PostLetter }): VNode {
  switch (letter.state) {
    case 'waiting':
      return <Tag colour="orange">To look at</Tag>;
    case 'contact':
      return <Tag colour="green">{`Became ${letter.reference ?? 'a contact'}`}</Tag>;
    case 'joined':
      return <Tag colour="green">{`Joined ${letter.reference ?? 'a case'}`}</Tag>;
    case 'aside':
      return <Tag colour="grey">Set aside</Tag>;
    default:
      return letter.state satisfies never;
  }
}

export function pagesOf(pages: readonly number[]): string {
  const [first, last] = [pages[0], pages.at(-1)];
  if (pages.length === 1) return `Page ${first}`;
  const together = last !== undefined && first !== undefined && last - first + 1 === pages.length;
  return together ? `Pages ${first} to ${last}` : `Pages ${pages.join(', ')}`;
}

const choices = [
  { value: 'begins', text: 'A letter begins here' },
  { value: 'goes-on', text: 'It goes on' },
  { value: 'none', text: 'Leave it out: blank, or a sheet between letters' },
] as const;

function Split({
  visit,
  shown: { scan, pages, letters },
}: {
  readonly visit: Visit;
  readonly shown: ScanShown;
}): VNode {
  const begins = new Set(letters.map((letter) => letter.pages[0]));
  const used = new Set(letters.flatMap((letter) => letter.pages));
  return (
    <Form visit={visit}>
      {pages.map(({ n, reference }) => {
        const chosen = begins.has(n) ? 'begins' : used.has(n) ? 'goes-on' : 'none';
        return (
          <div key={n} class="app-page-choice">
            <img class="app-preview__small" src={pictureHref(scan.id, n)} alt={`Page ${n}`} loading="lazy" />
            <Radios
              idPrefix={`page-${n}`}
              name={`page-${n}`}
              classes="govuk-radios--small"
              fieldset={{
                legend: {
                  text: reference === null ? `Page ${n}` : `Page ${n}, which names ${reference}`,
                  classes: 'govuk-fieldset__legend--s',
                },
              }}
              items={choices.map((one) => ({ ...one, checked: one.value === chosen }))}
            />
          </div>
        );
      })}
      <Submit>Split it like this</Submit>
    </Form>
  );
}

export function pictureHref(scan: string, n: number): string {
  return `/post/scans/${scan}/pages/${n}`;
}

async function post(visit: Visit): Promise<Answer> {
  const found = await find(visit);
  if (found === null || found.scan.state !== 'split') return notFound;
  const letters: number[][] = [];
  for (const { n } of found.pages) {
    const chosen = visit.fields[`page-${n}`];
    if (chosen === 'none') continue;
    if (chosen === 'begins' || letters.length === 0) letters.push([]);
    letters.at(-1)?.push(n);
  }
  const here = `/post/scans/${found.scan.id}`;
  if (letters.length === 0) return redirect(here, { done: 'Nothing was changed: a scan has one letter at least' });
  const split = await visit.db((trx) => splitScan(trx, found.scan.id, letters));
  const words = letters.length === 1 ? 'It is one letter' : `It is ${letters.length} letters`;
  return redirect(here, { done: split ? words : 'Nothing was changed: one of its letters has been seen to' });
}

/** A page as a picture: drawn anew, never the scan itself. Nothing of what is infected. */
async function getPage(visit: Visit): Promise<Answer> {
  const { id = '', n = '' } = visit.params;
  if (!isUuid(id) || !/^[1-9]\d{0,2}$/.test(n)) return notFound;
  const scan = await visit.db(async (trx) => {
    const one = (await scanIsHidden(trx, id, viewerOf(visit))) ? null : await readPostScan(trx, id);
    const look = one === null ? null : await scanStateOf(trx, one.file);
    return look === null || look.state === 'infected' || look.state === 'waiting' ? null : one;
  });
  if (scan === null) return notFound;
  const path = pagePicture({ files: visit.house.files, landlordId: visit.landlord.id }, scan.content, Number(n));
  const there = await stat(path).then(
    () => true,
    () => false,
  );
  if (there) return download(`page-${n}.jpg`, 'image/jpeg', createReadStream(path), { inline: true });
  if (Number(n) <= scan.pagesRead) await visit.db((trx) => readAgain(trx, scan.id));
  return notFound;
}

export const oneScan = screen({ path: '/post/scans/:id', access: postReaders, get, post });
export const scanPage = screen({ path: '/post/scans/:id/pages/:n', access: postReaders, get: getPage });
