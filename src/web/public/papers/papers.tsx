/**
 * Papers for a named recipient. The link shows nothing but whom it is from; a code goes to the address that the papers
 * were handed over to, and opens them for an hour. Each file that is fetched is noted.
 */
import { madeOf } from '../../../store/bundle-making.js';
import { inLandlord, isUuid, type LandlordId, type Trx } from '../../../store/database.js';
import { readFileBytes } from '../../../store/documents.js';
import {
  askForPapersCode,
  type Handover,
  holdsPass,
  noteDownload,
  peekPapers,
  usePapersCode,
} from '../../../store/handovers.js';
import { findSite } from '../../../store/site-settings.js';
import { sizeWords } from '../../files/file-screens.js';
import { shown } from '../../serve.js';
import { InsetText } from '../../ui/components.js';
import { DayText } from '../../ui/dates.js';
import { Form, Hidden, Submit, startForm, TextField, withErrors } from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { type Answer, download, type PublicVisit, screen } from '../../visit.js';

interface Found {
  readonly visit: PublicVisit;
  readonly handover: Handover;
  readonly landlordId: LandlordId;
  readonly db: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;
}

async function read(visit: PublicVisit): Promise<Found | null> {
  const { landlord = '', secret = '' } = visit.params;
  if (!isUuid(landlord)) return null;
  const db = <T,>(work: (trx: Trx) => Promise<T>) => inLandlord(visit.house.db, landlord, work);
  return db(async (trx) => {
    const [site, handover] = [await findSite(trx), await peekPapers(trx, secret, new Date(visit.now))];
    if (site === null || handover === null) return null;
    const landlordId = landlord as LandlordId;
    return {
      visit: { ...visit, staff: null, landlord: shown(landlordId, site, site.settings) },
      handover,
      landlordId,
      db,
    };
  });
}

async function get(visit: PublicVisit): Promise<Answer> {
  const found = await read(visit);
  return found === null ? over(visit) : door(found, false);
}

async function post(visit: PublicVisit): Promise<Answer> {
  const found = await read(visit);
  if (found === null) return over(visit);
  const { fields } = visit;
  const now = new Date(visit.now);
  const { handover, db } = found;
  if (fields.do === 'send') {
    const sent = await db((trx) => askForPapersCode(trx, handover, visit.network, now));
    return door(found, true, sent ? null : 'Too many codes were asked for. Wait a quarter of an hour, then ask again');
  }
  if (fields.do === 'enter') {
    const pass = await db((trx) => usePapersCode(trx, handover, String(fields.code ?? ''), now));
    return pass === null
      ? door(found, true, 'That code is not right, or too old. Check it, or have a new one sent')
      : papers(found, pass);
  }
  const pass = String(fields.pass ?? '');
  if (!(await db((trx) => holdsPass(trx, handover, pass, now)))) return door(found, false);
  const made = await db((trx) => madeOf(trx, handover.bundleId, handover.version));
  const one = made.find(({ name }) => name === fields.name);
  if (one === undefined) return papers(found, pass);
  await db((trx) => noteDownload(trx, handover, one, now));
  return download(
    one.name,
    'application/octet-stream',
    readFileBytes(visit.house.files, found.landlordId, one.content),
  );
}

/** Over, closed and never made are told alike. */
function over(visit: PublicVisit): Answer {
  return page(
    { ...visit, staff: null },
    { title: 'This link does not work any more', status: 410 },
    <p class="govuk-body">It may be over, or have been closed. Ask whoever sent it to you for a new one.</p>,
  );
}

function door({ visit, handover }: Found, asked: boolean, wrong: string | null = null): Answer {
  const form = wrong === null ? startForm(visit) : withErrors(startForm(visit), [{ field: 'code', words: wrong }]);
  return page(
    visit,
    { title: 'Papers for you', form },
    <>
      <p class="govuk-body">
        {visit.landlord?.name} has put papers together for a named person. Go on only if you are that person.
      </p>
      {handover.until === null ? null : (
        <p class="govuk-body">
          They can be fetched until <DayText day={handover.until} />. Each file that is fetched is noted.
        </p>
      )}
      {asked ? (
        <Form visit={visit} id="enter">
          <Hidden name="do" value="enter" />
          <TextField
            form={form}
            name="code"
            label="The code that we sent to your email address"
            hint="Six digits. It works for ten minutes."
            width={10}
            inputmode="numeric"
            autocomplete="one-time-code"
          />
          <Submit>Continue</Submit>
        </Form>
      ) : null}
      <Form visit={visit} id="send">
        <Hidden name="do" value="send" />
        <Submit secondary={asked}>{asked ? 'Send a new code' : 'Send me a code'}</Submit>
      </Form>
    </>,
  );
}

async function papers({ visit, handover, db }: Found, pass: string): Promise<Answer> {
  const made = await db((trx) => madeOf(trx, handover.bundleId, handover.version));
  return page(
    visit,
    { title: 'Papers for you' },
    <>
      <p class="govuk-body">Begin with the index: it says what is in the volumes, and where.</p>
      <ul class="app-list">
        {made.map((one) => (
          <li key={one.name} class="app-list__item">
            <Form visit={visit} id={`get-${one.what}-${one.n}`}>
              <Hidden name="do" value="get" />
              <Hidden name="pass" value={pass} />
              <Hidden name="name" value={one.name} />
              <Submit secondary>{`Download ${one.name} (${sizeWords(one.size)})`}</Submit>
            </Form>
          </li>
        ))}
      </ul>
      <InsetText>
        manifest.txt holds the SHA-256 digest of each file: with it anybody can prove that what they hold is what was
        handed over.
      </InsetText>
    </>,
  );
}

export const papersForYou = screen({ path: '/papers/:landlord/:secret', access: 'public', get, post });
