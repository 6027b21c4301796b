/** Hands a bundle over: by a link to a named recipient, who gets a code each time; or as a closed archive. */
import { z } from 'zod';
import { maySendEvidence } from '../../complaint/may/send-evidence.js';
import { addDays } from '../../facts/days.js';
import { madeOf } from '../../store/bundle-making.js';
import { type Handover, handOver, handoversOf } from '../../store/handovers.js';
import { answerRequest } from '../../store/subject-requests.js';
import { formAfter } from '../outcome.js';
import { InsetText } from '../ui/components.js';
import { choice, requiredText, wholeNumber } from '../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm, TextField, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { audienceWords } from './bundle-words.js';
import { Handovers } from './handed-over.js';
import { type OpenBundle, openBundle } from './open-bundle.js';

const form = z.object({
  how: choice(['link', 'archive'], 'Choose how it is handed over'),
  name: requiredText('Enter who gets it', 120),
  email: z.string().trim().max(254).default(''),
  days: wholeNumber('Enter for how many days the link works', { min: 1, max: 60 }),
});

async function read(visit: Visit): Promise<(OpenBundle & { before: readonly Handover[] }) | null> {
  return visit.db(async (trx) => {
    const open = await openBundle(trx, visit);
    return open === null ? null : { ...open, before: await handoversOf(trx, open.bundle.id) };
  });
}

async function get(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  if (found === null) return notFound;
  return view(visit, found, startForm(visit, { how: 'link', days: 14 }));
}

async function post(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  if (found === null) return notFound;
  const given = readForm(form, visit.fields);
  if (!given.ok) return view(visit, found, given.form);
  const { how, name, email, days } = given.value;
  if (how === 'link' && !z.email().safeParse(email).success) {
    const words = 'Enter the recipient’s email address, like name@example.org: the link and its codes go there';
    return view(visit, found, withErrors(given.form, [{ field: 'email', words }]));
  }
  const { bundle } = found;
  const made = bundle.state === 'made' && bundle.madeVersion === bundle.version;
  const manifest = await visit.db(async (trx) =>
    (await madeOf(trx, bundle.id, bundle.version)).find(({ what }) => what === 'manifest'),
  );
  if (!made || manifest === undefined || bundle.checkedAt === null) {
    const words = made
      ? 'Nobody has checked this version for others’ matters and legal advice: check it first'
      : 'The bundle has changed since it was made: make it again first';
    return view(visit, found, withErrors(given.form, [{ field: null, words }]));
  }
  let id = '';
  const hand = async (trx: Parameters<typeof handOver>[0]): Promise<void> => {
    id = await handOver(trx, {
      bundleId: bundle.id,
      version: bundle.version,
      to: { name, email: how === 'link' ? email : null },
      until: how === 'link' ? addDays(visit.today, days) : null,
      by: visit.staff.id,
      now: new Date(visit.now),
      landlord: visit.landlord.name,
    });
    if (bundle.requestId !== null) await answerRequest(trx, bundle.requestId, visit.today);
  };
  // Handed over once more, it has been sent already.
  if (bundle.reference === null || found.before.length > 0) await visit.db(hand);
  else {
    const request = { on: visit.today, files: [manifest.file], pages: bundle.pages ?? 0 };
    const outcome = await visit.act(
      bundle.reference,
      null,
      (file, context) => maySendEvidence(file.case, request, context),
      { also: hand },
    );
    if (outcome.is === 'no-such-case') return notFound;
    if (outcome.is !== 'done') return view(visit, found, formAfter(given.form, outcome));
  }
  return how === 'link'
    ? redirect(`/bundles/${bundle.id}`, { done: `The link leaves for ${name}` })
    : redirect(`/bundles/${bundle.id}/archive/${id}`, { done: 'Handed over: fetch the archive here' });
}

function view(
  visit: Visit,
  { bundle, before }: OpenBundle & { before: readonly Handover[] },
  state: FormState,
): Answer {
  return page(
    visit,
    {
      title: 'Hand it over',
      caption: `Bundle: ${audienceWords[bundle.audience]}`,
      section: 'ombudsman',
      back: { href: `/bundles/${bundle.id}`, text: 'The bundle' },
      form: state,
    },
    <>
      {visit.landlord.demonstration ? <InsetText text="A demonstration sends nothing to anybody." /> : null}
      <Form visit={visit}>
        <TextField
          form={state}
          name="name"
          label="Who gets it"
          hint="A person, not an office"
          width={20}
          autocomplete="off"
        />
        <RadiosField
          form={state}
          name="how"
          legend="How"
          items={[
            {
              value: 'link',
              text: 'By a link',
              hint: 'It goes to their email address. Each time they come, a code is sent there. Each file that they fetch is noted.',
              shows: (
                <>
                  <TextField form={state} name="email" label="Their email address" type="email" autocomplete="off" />
                  <TextField form={state} name="days" label="For how many days" width={2} inputmode="numeric" />
                </>
              ),
            },
            {
              value: 'archive',
              text: 'As a closed archive',
              hint: 'One file that opens with a password (AES-256). Tell them the password by another way. Windows’ own unzip can’t open it: they need a program such as 7-Zip.',
            },
          ]}
        />
        <Submit>Hand it over</Submit>
      </Form>
      <Handovers visit={visit} handovers={before} bundle={bundle} />
    </>,
  );
}

export const handBundleOver = screen({
  path: '/bundles/:id/hand-over',
  access: ['officer', 'manager'],
  get,
  post,
});
