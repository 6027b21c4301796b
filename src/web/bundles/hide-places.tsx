/**
 * A page of a paper as it is seen, and the places on it that are hidden. Two clicks on the picture say where, as do four
 * numbers; with a script one drags. What is hidden is painted over when the bundle is made; the paper itself stays.
 */
import { z } from 'zod';
import { mayChoose, type Place, wholePage } from '../../complaint/bundle/choosing.js';
import { hideReasons } from '../../complaint/bundle/kinds.js';
import { caseWorkers } from '../../complaint/roles.js';
import { type PagePicture, pictureOfPage } from '../../post/bundle/page-picture.js';
import { sourceOf } from '../../post/bundle/paper-source.js';
import { addBox, type Box, boxesOf, removeBox } from '../../store/bundle-boxes.js';
import { lookedThrough } from '../../store/bundle-choices.js';
import type { Bundle, Piece } from '../../store/bundles.js';
import { recordReading } from '../../store/reads.js';
import { InsetText } from '../ui/components.js';
import { choice, optionalText, requiredText } from '../ui/fields.js';
import { Form, type FormState, Hidden, readForm, Submit, startForm, withRefusals } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, download, notFound, redirect, screen, type Visit } from '../visit.js';
import { versionSeen } from './bundle-words.js';
import { Fields, Hidings, PageArea, shownWide, Turn } from './hide-parts.js';
import { openBundle } from './open-bundle.js';

const place = (what: string) =>
  requiredText(`Enter ${what}, from 0 to 100`, 8)
    .regex(/^\d{1,3}([.,]\d{1,2})?$/, { error: `Enter ${what} as a number from 0 to 100`, abort: true })
    .transform((text) => Math.round(Number(text.replace(',', '.')) * 100))
    .refine((n) => n <= wholePage, { error: `Enter ${what} as a number from 0 to 100` });

const reasons = {
  reason: choice(hideReasons, 'Choose why it is hidden'),
  note: optionalText(300),
};
const form = z.object({
  left: place('how far from the left it begins'),
  top: place('how far from the top it begins'),
  right: place('how far from the left it ends'),
  bottom: place('how far from the top it ends'),
  ...reasons,
});
const whole = z.object(reasons);

interface Found {
  readonly bundle: Bundle;
  readonly piece: Piece;
  readonly n: number;
  readonly pages: number;
  readonly boxes: readonly Box[];
  readonly source: { readonly path: string; readonly content: string };
}

async function read(visit: Visit): Promise<Found | null> {
  const found = await visit.db(async (trx) => {
    const open = await openBundle(trx, visit);
    const piece = open?.pieces.find(({ id }) => id === visit.params.piece);
    if (open === null || piece === undefined) return null;
    return { bundle: open.bundle, piece, boxes: await boxesOf(trx, open.bundle.id, piece.id) };
  });
  const n = /^[1-9]\d{0,4}$/.test(visit.params.n ?? '') ? Number(visit.params.n) : 0;
  const pages = found?.piece.pages ?? 0;
  if (found === null || n < 1 || n > pages) return null;
  const { house, landlord } = visit;
  const source = await sourceOf({ db: house.db, files: house.files, landlordId: landlord.id }, found.piece);
  return source === null ? null : { ...found, n, pages, source };
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

async function drawn(found: Found, corner: Corner | null): Promise<PagePicture | null> {
  const boxes = found.boxes
    .map(({ page: n, x, y, w, h }) => ({ page: n, x, y, w, h }))
    .filter(({ page: n }) => n === found.n);
  return pictureOfPage({ ...found.source, page: found.n, boxes, corner });
}

async function get(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  if (found === null) return notFound;
  await noteReading(visit, found);
  return view(visit, found, startForm(visit));
}

async function noteReading(visit: Visit, { bundle, piece, n }: Found): Promise<void> {
  const { staff } = visit;
  const about = `bundle ${bundle.id} page ${n}`;
  await visit.db((trx) => recordReading(trx, { staff: staff.id, what: 'document', caseId: piece.caseId, about }));
}

async function getPicture(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  if (found === null) return notFound;
  await noteReading(visit, found);
  const [x, y] =
    /^(\d{1,5})-(\d{1,5})$/
      .exec(String(visit.query.corner ?? ''))
      ?.slice(1)
      .map(Number) ?? [];
  const picture = await drawn(found, x === undefined || y === undefined ? null : { x, y });
  return picture === null ? notFound : download(`page-${found.n}.jpg`, 'image/jpeg', picture.bytes, { inline: true });
}

async function post(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  if (found === null) return notFound;
  const { fields } = visit;
  const { bundle, piece, n } = found;
  if (fields.do === 'remove') {
    const refusals = await visit.db((trx) => removeBox(trx, bundle.id, piece.id, String(fields.box ?? '')));
    return refusals.length > 0
      ? view(visit, found, withRefusals(startForm(visit), refusals))
      : redirect(visit.path, { done: 'The place is shown again' });
  }
  if (fields.do === 'looked') {
    const seen = versionSeen(fields);
    const now = new Date(visit.now);
    const refusals = await visit.db((trx) => lookedThrough(trx, bundle.id, seen, [piece.id], visit.staff.id, now));
    return refusals.length > 0
      ? view(visit, found, withRefusals(startForm(visit), refusals))
      : redirect(`/bundles/${bundle.id}`, { done: 'Noted that you have looked through it' });
  }
  const clicked = await clickOf(visit, found);
  if (clicked !== null) return view(visit, found, clicked);
  const given = readForm(whole, fields);
  const placed = fields.do === 'whole' ? null : readForm(form, fields);
  if (placed !== null && !placed.ok) return view(visit, found, placed.form);
  if (!given.ok) return view(visit, found, given.form);
  const { reason, note } = given.value;
  const at = placed === null ? { x: 0, y: 0, w: wholePage, h: wholePage } : boxOf(placed.value);
  const by = visit.staff.id;
  const refusals = await visit.db((trx) => addBox(trx, bundle.id, piece.id, { page: n, ...at, reason, note, by }));
  return refusals.length > 0
    ? view(visit, found, withRefusals(given.form, refusals))
    : redirect(visit.path, { done: 'The place will be hidden when the bundle is made' });
}

function boxOf({ left, top, right, bottom }: Record<'left' | 'top' | 'right' | 'bottom', number>): Place {
  const x = Math.min(left, right);
  const y = Math.min(top, bottom);
  return { x, y, w: Math.abs(right - left), h: Math.abs(bottom - top) };
}

/** A click on the picture puts a corner into the form: the first one, then the one across. */
async function clickOf(visit: Visit, found: Found): Promise<FormState | null> {
  const [px, py] = [visit.fields['at.x'], visit.fields['at.y']];
  // By the keyboard it says the corner of the picture: no place was meant.
  if (px === '0' && py === '0') return null;
  if (typeof px !== 'string' || typeof py !== 'string' || !/^\d{1,5}$/.test(px) || !/^\d{1,5}$/.test(py)) return null;
  const picture = await drawn(found, null);
  if (picture === null) return null;
  const tall = (shownWide * picture.height) / picture.width;
  const percent = (pixels: number, of: number): string =>
    String(Math.min(100, Math.round((pixels * 10_000) / of) / 100));
  const x = percent(Number(px), shownWide);
  const y = percent(Number(py), tall);
  const { left = '', right = '', reason = '', note = '' } = visit.fields;
  const first = left === '' || right !== '';
  const corner = first
    ? { left: x, top: y, right: '', bottom: '' }
    : { left: String(left), top: String(visit.fields.top ?? ''), right: x, bottom: y };
  return startForm({ ...visit, restored: null }, { ...corner, reason: String(reason), note: String(note) });
}

async function view(visit: Visit, found: Found, state: FormState): Promise<Answer> {
  const { bundle, piece, n, pages, boxes } = found;
  const here = boxes.filter((box) => box.page === n);
  const typed = (name: string): number | null => {
    const text = state.values[name];
    return typeof text === 'string' && /^\d{1,3}([.,]\d{1,2})?$/.test(text)
      ? Math.round(Number(text.replace(',', '.')) * 100)
      : null;
  };
  const [left, top, right] = [typed('left'), typed('top'), typed('right')];
  const corner = left !== null && top !== null && right === null ? { x: left, y: top } : null;
  const picture = await drawn(found, corner);
  const base = `/bundles/${bundle.id}/pieces/${piece.id}`;
  const source = `${visit.path}/picture?v=${here.map(({ id }) => id.slice(0, 4)).join('')}${corner === null ? '' : `&corner=${corner.x}-${corner.y}`}`;
  const may = mayChoose(bundle);
  return page(
    visit,
    {
      title: `Page ${n} of ${pages}`,
      caption: piece.title,
      section: 'ombudsman',
      wide: true,
      back: { href: base, text: 'The paper' },
      form: state,
    },
    <>
      <Turn base={base} n={n} pages={pages} />
      {picture === null ? <InsetText text="This page can’t be drawn, so nothing on it can be hidden." /> : null}
      <Form visit={visit} class="app-hide">
        {may ? <Fields form={state} corner={corner !== null} /> : null}
        {picture === null ? null : (
          <PageArea n={n} may={may}>
            {may ? (
              <input
                type="image"
                name="at"
                src={source}
                width={shownWide}
                height={Math.round((shownWide * picture.height) / picture.width)}
                alt={
                  corner === null
                    ? `Page ${n}: choose the first corner of a place to hide`
                    : `Page ${n}: choose the corner across`
                }
              />
            ) : (
              <img src={source} width={shownWide} alt={`Page ${n}`} />
            )}
          </PageArea>
        )}
      </Form>
      <Hidings visit={visit} boxes={here} may={may} />
      {may ? (
        <Form visit={visit} id="looked">
          <Hidden name="do" value="looked" />
          <Hidden name="version" value={bundle.version} />
          <Submit secondary>I have looked through this paper for what is about others</Submit>
        </Form>
      ) : null}
      <Turn base={base} n={n} pages={pages} />
    </>,
  );
}

const path = '/bundles/:id/pieces/:piece/pages/:n';
export const hidePlaces = screen({ path, access: caseWorkers, get, post });
export const pageToHide = screen({ path: `${path}/picture`, access: caseWorkers, get: getPicture });
