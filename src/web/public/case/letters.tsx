/** A letter that was sent to them, to read on the page or to keep as it was sent; and the files that we sent. */
import type { File } from '../../../facts/happened.js';
import { findFile, readFileBytes } from '../../../store/documents.js';
import { serveable } from '../../../store/file-scans.js';
import { copyAnswer } from '../../files/made-of-file.js';
import { type Answer, download, notFound, type ResidentVisit, screen } from '../../visit.js';
import { inEnglishOn } from '../site/catalogue.js';
import { sitePage } from '../site/site-page.js';
import { casePathOf, seenOf } from './resident-screen.js';
import { letterSaid } from './words.js';

async function getLetter(visit: ResidentVisit): Promise<Answer> {
  const before = await seenOf(visit, ({ letters }) => letters.filter((one) => one.letter === visit.params.letter));
  const letter = before?.file.seen.letters.find((one) => one.letter === visit.params.letter);
  if (before === null || letter === undefined) return notFound;
  const { say, file } = before;
  const text = file.text(letter.words);
  const { bytes } = letter;
  const asSent = bytes === null ? null : await visit.db((trx) => serveable(trx, bytes, 'resident'));
  return sitePage(
    visit,
    {
      title: say(letterSaid[letter.kind]),
      caption: file.seen.reference,
      back: { href: casePathOf(visit), text: say('Back to your case') },
    },
    <>
      <p class="govuk-body">
        {letter.failed
          ? say('We sent this on {day}, and it did not reach you that way.', { day: say.day(letter.sentOn) })
          : say('We sent this on {day}.', { day: say.day(letter.sentOn) })}
      </p>
      {asSent?.original !== 'free' ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={casePathOf(visit, `/files/${bytes}`)}>
            {say('The letter as we sent it (PDF)')}
          </a>
        </p>
      )}
      <div class="app-words app-letter-text">
        {text === null ? say('The words of this letter were erased.') : inEnglishOn(say, text)}
      </div>
    </>,
  );
}

/** A file of ours: their letters, and what we sent with a message. What they sent us they have themselves. */
async function getFile(visit: ResidentVisit): Promise<Answer> {
  const wanted = visit.params.file ?? '';
  if (!/^[0-9a-f]{64}$/.test(wanted)) return notFound;
  const before = await seenOf(visit, () => null);
  if (before === null) return notFound;
  const { letters, messages } = before.file.seen;
  const ours: readonly (File | null)[] = [
    ...letters.map((one) => one.bytes),
    ...messages.flatMap((one) => (one.by === 'us' ? one.files : [])),
  ];
  if (!ours.includes(wanted as File)) return notFound;
  const { serving, row: found } = await visit.db(async (trx) => ({
    serving: await serveable(trx, wanted, 'resident'),
    row: await findFile(trx, wanted),
  }));
  if (serving === null || found === null) return notYet(before.visit);
  // What staff sent with a message, and the scanner found clean: a picture as its copy, which does not say where it was taken.
  const clean = serving.look.state === 'clean' && serving.look.preview !== 'waiting';
  if (clean && serving.look.copyType !== null) return copyAnswer(visit, { ...serving, copy: true });
  if (serving.original !== 'free' && !clean) return notYet(before.visit);
  return download(found.name, found.type, readFileBytes(visit.house.files, visit.landlord.id, found.content));
}

function notYet(visit: ResidentVisit): Answer {
  const { say } = visit;
  return sitePage(
    visit,
    {
      title: say('This file can’t be opened here'),
      status: 404,
      back: { href: casePathOf(visit), text: say('Back to your case') },
    },
    <p class="govuk-body">
      {say(
        'It is still being checked for viruses, or could not be checked. Send us a message, and we find another way.',
      )}
    </p>,
  );
}

export const caseLetter = screen({ path: '/residents/:slug/case/letters/:letter', access: 'resident', get: getLetter });
export const caseFile = screen({ path: '/residents/:slug/case/files/:file', access: 'resident', get: getFile });
