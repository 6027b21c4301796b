/** One scanned letter: its pages and what was recognised; a person says what it is, and only then is it anything. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { inWords } from '../../facts/days.js';
import { letterOfScan } from '../../post/letter-of-scan.js';
import { isUuid } from '../../store/database.js';
import { type PostLetter, readPostLetter, settlePostLetter, takeUpAgain } from '../../store/post-letters.js';
import { type PageRead, type PostScan, pagesOfScan, readAgain, readPostScan } from '../../store/post-scans.js';
import { recordReading } from '../../store/reads.js';
import { scanIsHidden } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { formAfter } from '../outcome.js';
import { InsetText } from '../ui/components.js';
import { choice, optionalChoice, optionalText, requiredDay } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { becomeContact, joinCase, LetterTaken } from './confirm-letter.js';
import { matchWords, suggested } from './letter-match.js';
import { LetterTag, pagesOf, pictureHref } from './one-scan.js';
import { postReaders } from './scans.js';

interface LetterShown {
  readonly letter: PostLetter;
  readonly scan: PostScan;
  readonly pages: readonly PageRead[];
}

async function find(visit: Visit): Promise<LetterShown | null> {
  const id = visit.params.id ?? '';
  if (!isUuid(id)) return null;
  return visit.db(async (trx) => {
    const letter = await readPostLetter(trx, id);
    const scan = letter === null ? null : await readPostScan(trx, letter.scan);
    if (letter === null || scan === null || (await scanIsHidden(trx, scan.id, viewerOf(visit)))) return null;
    await recordReading(trx, { staff: visit.staff.id, what: 'document', about: scan.file });
    const all = await pagesOfScan(trx, scan.id);
    return { letter, scan, pages: all.filter(({ n }) => letter.pages.includes(n)) };
  });
}

function schemaFor(visit: Visit) {
  return z.object({
    what: choice(['contact', 'case', 'aside'], 'Choose what the letter is'),
    reference: optionalText(20),
    from: optionalChoice(['resident', 'other']),
    because: optionalText(500),
    receivedOn: requiredDay('the day it was received', { notAfter: visit.today }),
    text: optionalText(40_000),
  });
}

async function get(visit: Visit): Promise<Answer> {
  const shown = await find(visit);
  if (shown === null) return notFound;
  const match = suggested(shown.pages);
  const start = startForm(visit, {
    what: match === undefined ? undefined : 'case',
    reference: match?.reference ?? undefined,
    from: 'resident',
    receivedOn: shown.scan.scannedOn,
    text: shown.pages.map((one) => one.text.trim()).join('\n\n'),
  });
  return view(visit, shown, start);
}

async function post(visit: Visit): Promise<Answer> {
  const shown = await find(visit);
  if (shown === null) return notFound;
  const { letter } = shown;
  const back = `/post/scans/${shown.scan.id}`;
  const now = new Date(visit.now);
  if (visit.fields.again === 'yes') {
    await visit.db((trx) => takeUpAgain(trx, letter.id));
    return redirect(`/post/letters/${letter.id}`, { done: 'It waits again' });
  }
  const taken = () => redirect(back, { done: 'Somebody had seen to that letter already' });
  if (letter.state !== 'waiting') return taken();
  const read = readForm(schemaFor(visit), visit.fields);
  if (!read.ok) return view(visit, shown, read.form);
  const { what, receivedOn, because, from } = read.value;
  const wrong = (field: string, words: string) => view(visit, shown, withErrors(read.form, [{ field, words }]));
  if (what === 'aside') {
    if (because === null) return wrong('because', 'Say why it is set aside');
    await visit.db((trx) => settlePostLetter(trx, letter.id, { state: 'aside', because }, visit.staff.id, now));
    return redirect(back, { done: 'It was set aside' });
  }
  const reference = read.value.reference?.toUpperCase() ?? null;
  if (what === 'case' && reference === null) return wrong('reference', 'Enter the reference of the case');
  const stored = await letterOfScan(
    { files: visit.house.files, landlordId: visit.landlord.id },
    shown.scan.content,
    letter.pages,
    `Letter received ${receivedOn}`,
  );
  if (stored === null) {
    await visit.db((trx) => readAgain(trx, shown.scan.id));
    return wrong('what', 'The pictures of its pages are being made again. Send this once more in a minute');
  }
  const text = read.value.text ?? '[A letter. Its pages are kept with the case.]';
  const told = { letter: letter.id, receivedOn, text, stored };
  try {
    if (what === 'contact') {
      const outcome = await becomeContact(visit, told);
      if (outcome.is !== 'done') return view(visit, shown, formAfter(read.form, outcome, { on: 'receivedOn' }));
      return redirect(`/cases/${outcome.reference}`, { done: `It is ${outcome.reference} now. Say what it is` });
    }
    const outcome = await joinCase(visit, told, reference ?? '', from === 'other');
    if (outcome.is === 'no-such-case') return wrong('reference', 'There is no case with that reference');
    if (outcome.is !== 'done') return view(visit, shown, formAfter(read.form, outcome, { on: 'receivedOn' }));
    return redirect(back, { done: `It joined ${outcome.reference}, received on ${inWords(receivedOn)}` });
  } catch (error) {
    if (error instanceof LetterTaken) return taken();
    throw error;
  }
}

function view(visit: Visit, shown: LetterShown, form: FormState): Answer {
  const { letter, scan, pages } = shown;
  const match = suggested(pages);
  return page(
    visit,
    {
      title: pagesOf(letter.pages),
      heading: `A letter: ${pagesOf(letter.pages).toLowerCase()}`,
      caption: scan.name,
      section: 'post',
      ...(form.errors.length > 0 ? { form } : {}),
      back: { href: `/post/scans/${scan.id}`, text: 'Back to the scan' },
    },
    <>
      <p class="govuk-body">
        <LetterTag letter={letter} />
      </p>
      {letter.state === 'waiting' ? (
        <>
          <InsetText text={matchWords(match)} />
          <ToDecide visit={visit} form={form} />
        </>
      ) : (
        <Settled visit={visit} letter={letter} />
      )}
      <h2 class="govuk-heading-m">Its pages</h2>
      {pages.map(({ n }) => (
        <figure key={n} class="app-preview">
          <img
            src={pictureHref(scan.id, n)}
            alt={`Page ${n} of the scan. Its words, as far as they were recognised, are above`}
          />
        </figure>
      ))}
    </>,
  );
}

function ToDecide({ visit, form }: { readonly visit: Visit; readonly form: FormState }): VNode {
  return (
    <Form visit={visit}>
      <DateField
        form={form}
        name="receivedOn"
        legend="On which day was it received?"
        hint="The day on which it reached you, not the day it was scanned: look for a stamp"
      />
      <TextareaField
        form={form}
        name="text"
        label="What it says"
        hint="Recognised from the picture. Put right what was read wrongly: handwriting is hardly ever read"
        rows={12}
        most={40_000}
      />
      <RadiosField
        form={form}
        name="what"
        legend="What is it?"
        items={[
          { value: 'contact', text: 'A new contact' },
          {
            value: 'case',
            text: 'It belongs to a case',
            shows: (
              <>
                <TextField form={form} name="reference" label="Reference of the case" width={10} autocomplete="off" />
                <RadiosField
                  form={form}
                  name="from"
                  legend="Who wrote it?"
                  items={[
                    { value: 'resident', text: 'The resident of the case' },
                    { value: 'other', text: 'Somebody else' },
                  ]}
                />
              </>
            ),
          },
          {
            value: 'aside',
            text: 'Neither: set it aside',
            shows: <TextField form={form} name="because" label="Why?" />,
          },
        ]}
      />
      <Submit>Confirm</Submit>
    </Form>
  );
}

function Settled({ visit, letter }: { readonly visit: Visit; readonly letter: PostLetter }): VNode {
  if (letter.state === 'aside')
    return (
      <>
        <InsetText text={`It was set aside: ${letter.asideBecause ?? 'no reason was given'}`} />
        <Form visit={visit}>
          <Submit secondary name="again" value="yes">
            Take it up again
          </Submit>
        </Form>
      </>
    );
  return letter.reference === null ? (
    <InsetText text="Its case is not there any more." />
  ) : (
    <p class="govuk-body">
      <a class="govuk-link" href={`/cases/${letter.reference}`}>
        {letter.reference}
      </a>
    </p>
  );
}

export const oneLetter = screen({ path: '/post/letters/:id', access: postReaders, get, post });
