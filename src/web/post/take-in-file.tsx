/** An email file taken in by hand, just as if it had arrived: what it opens or joins is shown at once. */
import { inWords } from '../../facts/days.js';
import type { TakenIn } from '../../post/into-a-case.js';
import { messageFile } from '../../post/message-files.js';
import { takeIn } from '../../post/take-in.js';
import { FileField, Form, type FormState, Submit, startForm } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, redirect, type SentFile, screen, type Visit } from '../visit.js';

async function get(visit: Visit): Promise<Answer> {
  return view(visit, startForm(visit));
}

async function post(visit: Visit): Promise<Answer> {
  const wrong = visit.files.flatMap((file) => whatIsWrong(file) ?? []);
  const missing = visit.files.length === 0 ? ['Choose the email file'] : [];
  if (missing.length + wrong.length > 0) {
    // Nothing is taken in while one of them is wrong, so that nobody has to find out which were.
    const errors = [...missing, ...wrong].map((words) => ({ field: 'message', words }));
    return view(visit, { values: {}, errors });
  }
  const place = { db: visit.house.db, files: visit.house.files, landlordId: visit.landlord.id };
  const taken: TakenIn[] = [];
  for (const file of visit.files)
    taken.push(await takeIn(place, await messageFile(file.path, file.name), new Date(visit.now)));
  const [only] = taken;
  if (taken.length === 1 && only !== undefined) return redirect(whereTo(only), { done: told(only) });
  return redirect('/cases?sort=received&order=desc', { done: taken.map(told).join(' ') });
}

function whatIsWrong(file: SentFile): string | null {
  if (file.size === 0) return `${file.name} is empty. Choose a file with something in it`;
  if (/\.eml$/i.test(file.name) || file.type === 'message/rfc822') return null;
  return `${file.name} is not an email file (.eml). Save the email from your email program, or add other files when you log a contact`;
}

function whereTo({ ref, outcome }: TakenIn): string {
  return ref === null ? (outcome === 'set-aside' ? '/post/set-aside' : '/post') : `/cases/${ref}`;
}

function told({ outcome, ref, receivedOn, reason }: TakenIn): string {
  switch (outcome) {
    case 'new-case':
      return `Taken in as ${ref}, received on ${inWords(receivedOn)}. Now say what it is.`;
    case 'needs-a-look':
      return `Taken in as ${ref}, received on ${inWords(receivedOn)}. ${reason}`;
    case 'added-to-case':
      return `It belongs to ${ref} and was added there.`;
    case 'duplicate':
      return ref === null ? reason : `${reason} It is in ${ref}.`;
    case 'set-aside':
      return `It was set aside. ${reason}`;
    default:
      return outcome satisfies never;
  }
}

function view(visit: Visit, form: FormState): Answer {
  return page(
    visit,
    { title: 'Take in an email file', section: 'post', form, back: { href: '/post', text: 'Email' } },
    <>
      <p class="govuk-body">
        It is read as if it had arrived by itself: it opens a case, or joins the case that it answers. It counts from
        the day on which it reached us, and the same email is never taken twice.
      </p>
      <Form visit={visit} files>
        <FileField
          form={form}
          name="message"
          label="Email file"
          hint="A file that ends in .eml. In most email programs: Save as, or drag the email to the desktop"
          multiple
        />
        <Submit>Take it in</Submit>
      </Form>
    </>,
  );
}

export const takeInFile = screen({ path: '/post/take-in', access: ['officer', 'manager'], get, post });
