/** Hands a bundle over: by a link to a named recipient, who gets a code each time; or as a closed archive. */
import { z } from 'zod';
import { handsOver, longestLink, objectionToUnmade, usualLink } from '../../complaint/bundle/going-out.js';
import type { Case } from '../../complaint/case.js';
import { addDays } from '../../facts/days.js';
import { readCase } from '../../store/case-file.js';
import { handOver } from '../../store/hand-over.js';
import { type Handover, handoversOf } from '../../store/handovers.js';
import { AnswersField, whichRequests } from '../cases/ombudsman/which.js';
import { InsetText, WarningText } from '../ui/components.js';
import { choice, requiredText, wholeNumber } from '../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextField,
  withRefusals,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { whoActs } from '../who-acts.js';
import { audienceWords, versionSeen } from './bundle-words.js';
import { Handovers } from './handed-over.js';
import { type OpenBundle, openBundle } from './open-bundle.js';

const form = z.object({
  answers: whichRequests(),
  how: choice(['link', 'archive'], 'Choose how it is handed over'),
  name: requiredText('Enter who gets it', 120),
  email: z.string().trim().max(254).default(''),
  days: wholeNumber('Enter for how many days the link works', { min: 1, max: longestLink }),
});

interface Found extends OpenBundle {
  readonly before: readonly Handover[];
  /** The case whose requests for evidence it may answer. */
  readonly asks: Case | null;
}

async function read(visit: Visit): Promise<Found | null> {
  return visit.db(async (trx) => {
    const open = await openBundle(trx, visit);
    if (open === null) return null;
    const { id, caseId, handedOver } = open.bundle;
    // Handed over again, it answers nothing that it did not answer the first time.
    const asks = caseId === null || handedOver > 0 ? null : await readCase(trx, caseId);
    return { ...open, before: await handoversOf(trx, id), asks: asks?.case ?? null };
  });
}

async function get(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  if (found === null) return notFound;
  return view(visit, found, startForm(visit, { how: 'link', days: usualLink }));
}

async function post(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  if (found === null) return notFound;
  const given = readForm(form, visit.fields);
  if (!given.ok) return view(visit, found, given.form);
  const { answers, how, name, email, days } = given.value;
  const { bundle } = found;
  const link = how === 'link';
  const outcome = await visit.db((trx) =>
    handOver(trx, whoActs(visit), {
      bundle: bundle.id,
      answers,
      seen: versionSeen(visit.fields),
      to: { name, email: link ? email : null },
      until: link ? addDays(visit.today, days) : null,
      now: new Date(visit.now),
      landlord: visit.landlord.name,
    }),
  );
  if (outcome.is !== 'done') return view(visit, found, withRefusals(given.form, outcome.refusals));
  const { id } = outcome;
  return link
    ? redirect(`/bundles/${bundle.id}`, { done: `The link leaves for ${name}` })
    : redirect(`/bundles/${bundle.id}/archive/${id}`, { done: 'Handed over: fetch the archive here' });
}

function view(visit: Visit, { bundle, before, asks }: Found, state: FormState): Answer {
  const unmade = objectionToUnmade(bundle);
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
      {unmade === null ? (
        <Form visit={visit}>
          <Hidden name="version" value={bundle.version} />
          {asks === null ? null : <AnswersField form={state} of={asks} />}
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
      ) : (
        <WarningText iconFallbackText="Warning" text={unmade.words} />
      )}
      <Handovers visit={visit} handovers={before} bundle={bundle} />
    </>,
  );
}

export const handBundleOver = screen({
  path: '/bundles/:id/hand-over',
  access: handsOver,
  get,
  post,
});
