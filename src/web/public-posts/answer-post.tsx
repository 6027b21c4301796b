/**
 * What may be said to whoever posted in public: first the confidentiality step, then a public answer that reveals
 * nothing, an invitation to a private way, and the moment when they came by one.
 */
import { z } from 'zod';
import { mayNote } from '../../complaint/may/note.js';
import { plainPublicAnswer, whatItReveals } from '../../complaint/public-words.js';
import { caseWorkers } from '../../complaint/roles.js';
import { letterheadIn } from '../../store/landlord-settings.js';
import {
  type AnswerKind,
  camePrivately,
  keepAnswer,
  type PublicPost,
  postOfCase,
  privateWays,
} from '../../store/public-posts.js';
import { casePath, IdentityBar } from '../cases/case-frame.js';
import { type CaseShown, showCaseWith, said as wordsOf } from '../cases/case-shown.js';
import { InsetText } from '../ui/components.js';
import { choice, mustTick, requiredDay, requiredText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  Hidden,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TickField,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { AboutPost, Answers, BeforeAnything, wayWords } from './post-shown.js';

const publicAnswer = z.object({
  words: requiredText('Write what is said in public', 2_000),
  nobody: mustTick('Confirm that it tells nobody who they are'),
  nothing: mustTick('Confirm that it tells nothing of a home, a case, a repair or anybody’s health'),
  invites: mustTick('Confirm that it asks them to come by a private way'),
});
const invitation = z.object({ invited: requiredText('Write what they were sent', 5_000) });
const came = (visit: Visit) =>
  z.object({
    way: choice(privateWays, 'Choose how they came'),
    on: requiredDay('the day on which they came', { notAfter: visit.today }),
  });

type Loaded = { readonly shown: CaseShown; readonly post: PublicPost };

async function loaded(visit: Visit, work: (it: Loaded) => Promise<Answer> | Answer): Promise<Answer> {
  const found = await showCaseWith(visit, (trx, c) => postOfCase(trx, c.id));
  return found === null || found.more === null ? notFound : work({ shown: found.shown, post: found.more });
}

/** How the landlord may be reached, as its letters say it. */
function ourWays(visit: Visit): readonly string[] {
  const { phone, email, website } = letterheadIn(visit.landlord.settings);
  return [phone, email, website].filter((way) => way.trim() !== '');
}

const get = (visit: Visit) =>
  loaded(visit, (it) =>
    view(visit, it, startForm(visit, { words: plainPublicAnswer(ourWays(visit)), on: visit.today })),
  );

const post = (visit: Visit) =>
  loaded(visit, async (it) => {
    switch (visit.fields.what) {
      case 'public':
        return sayInPublic(visit, it);
      case 'invitation': {
        const read = readForm(invitation, visit.fields);
        if (!read.ok) return view(visit, it, read.form);
        return said(visit, it, { kind: 'private-invitation', words: read.value.invited }, 'The invitation is recorded');
      }
      case 'came': {
        const read = readForm(came(visit), visit.fields);
        if (!read.ok) return view(visit, it, read.form);
        const { way, on } = read.value;
        await visit.act(
          it.shown.case.id,
          null,
          (file, context) =>
            mayNote(
              file.case,
              { on: visit.today, text: `They came by a private way. ${wayWords[way]}.`, files: [] },
              context,
            ),
          { also: async (trx) => void (await camePrivately(trx, it.post.id, way, on)) },
        );
        return redirect(casePath(it.shown.case.reference), { done: 'Recorded. The case may name them now' });
      }
      default:
        return view(visit, it, startForm(visit, { words: plainPublicAnswer(ourWays(visit)), on: visit.today }));
    }
  });

async function sayInPublic(visit: Visit, it: Loaded): Promise<Answer> {
  const read = readForm(publicAnswer, visit.fields);
  const words = typeof visit.fields.words === 'string' ? visit.fields.words : '';
  const reveals = whatItReveals(words, knownOf(visit, it));
  const found = reveals.map((one) => ({ field: 'words', words: `${one} Leave it out: anybody can read this` }));
  if (!read.ok || found.length > 0) {
    return view(visit, it, withErrors(read.form, found));
  }
  return said(visit, it, { kind: 'public', words: read.value.words }, 'Recorded. Now post exactly these words');
}

/** What was said stands in the history, and beside the post that it answers. */
async function said(
  visit: Visit,
  it: Loaded,
  answer: { readonly kind: AnswerKind; readonly words: string },
  done: string,
): Promise<Answer> {
  const where = answer.kind === 'public' ? `Said in public on ${it.post.network}` : 'Sent in private';
  const on = visit.today;
  await visit.act(
    it.shown.case.id,
    null,
    (file, context) => mayNote(file.case, { on, text: `${where}: ${answer.words}`, files: [] }, context),
    {
      also: (trx, { version: seq }) => keepAnswer(trx, it.post.id, { ...answer, seq, on, by: visit.staff.id }),
    },
  );
  return redirect(visit.path, { done });
}

function knownOf(visit: Visit, { shown, post }: Loaded) {
  const { author } = post;
  return {
    names: [...[...shown.people.values()].map(({ name }) => name ?? ''), author ?? ''],
    addresses: shown.home === null ? [] : [shown.home.address, shown.home.postcode ?? ''],
    references: [shown.case.reference],
    ours: [...ourWays(visit), visit.landlord.name],
  };
}

function view(visit: Visit, { shown, post: it }: Loaded, state: FormState) {
  // Each of the three forms keeps its beginning while another is put right.
  const begins = startForm(visit, { words: plainPublicAnswer(ourWays(visit)), on: visit.today }).values;
  const form: FormState = { ...state, values: { ...begins, ...state.values } };
  const { reference } = shown.case;
  return page(
    visit,
    {
      title: 'A public post',
      section: 'cases',
      form,
      back: { href: casePath(reference), text: `Back to ${reference}` },
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <>
      <AboutPost post={it} />
      <h2 class="govuk-heading-m">In public</h2>
      <h3 class="govuk-heading-s">What they wrote for everybody to read</h3>
      <div class="app-words" data-words>
        {wordsOf(shown, shown.case.words)}
      </div>
      <Answers answers={it.answers} kind="public" />
      <BeforeAnything />
      <Form visit={visit}>
        <Hidden name="what" value="public" />
        <TextareaField
          form={form}
          name="words"
          label="What is said in public"
          hint="It is checked before it is recorded. You post it yourself"
          rows={4}
          most={2_000}
        />
        <TickField form={form} name="nobody" label="It tells nobody who they are" />
        <TickField
          form={form}
          name="nothing"
          label="It tells nothing of a home, a case, a repair or anybody’s health"
        />
        <TickField form={form} name="invites" label="It asks them to come by a private way" />
        <Submit>Check and record it</Submit>
      </Form>
      <h2 class="govuk-heading-m">In private</h2>
      <Answers answers={it.answers} kind="private-invitation" />
      <Form visit={visit}>
        <Hidden name="what" value="invitation" />
        <TextareaField
          form={form}
          name="invited"
          label="What they were sent in private, so that they can tell us who they are"
          rows={3}
          most={5_000}
        />
        <Submit secondary>Record the invitation</Submit>
      </Form>
      {it.cameOn === null ? (
        <Form visit={visit}>
          <Hidden name="what" value="came" />
          <RadiosField
            form={form}
            name="way"
            legend="They came by a private way"
            hint="Only then can the case name the resident and their home"
            small
            items={privateWays.map((value) => ({ value, text: wayWords[value] }))}
          />
          <DateField form={form} name="on" legend="When?" />
          <Submit secondary>Record how they came</Submit>
        </Form>
      ) : (
        <InsetText>
          The case may name them:{' '}
          <a class="govuk-link" href={casePath(reference, '/identify-resident')}>
            say who the resident is
          </a>
          .
        </InsetText>
      )}
    </>,
  );
}

export const answerPost = screen({ path: '/cases/:reference/public-post', access: caseWorkers, get, post });
