/** A second person reads the answer before it goes: asked for, approved as read, or sent back with a reason. */
import { z } from 'zod';
import { approvalHolds } from '../../../complaint/answer-complete.js';
import { mayApprove } from '../../../complaint/may/approve.js';
import { roleMay } from '../../../complaint/permitted.js';
import { refuse } from '../../../complaint/refusals.js';
import { caseWorkers } from '../../../complaint/roles.js';
import { letterKindWords } from '../../../complaint/standing-words.js';
import { LetterBody } from '../../../post/letter-html.js';
import { act } from '../../../store/act.js';
import { approveDraft, askApproval, sendDraftBack, waitingForApproval } from '../../../store/letter-approval.js';
import { hiddenCases } from '../../../store/staff-concerned.js';
import { formAfter } from '../../outcome.js';
import { InsetText, Table } from '../../ui/components.js';
import { InstantText } from '../../ui/dates.js';
import { choice, optionalText } from '../../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  withErrors,
} from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { Scroll } from '../../ui/scroll.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../../visit.js';
import { casePath, IdentityBar } from '../case-frame.js';
import { type CaseShown, viewerOf } from '../case-shown.js';
import { letterOfVisit, letterPath } from './letter-of-visit.js';
import type { LetterAtWork } from './letter-work.js';

const schema = z.object({
  draftVersion: z.coerce.number().int(),
  version: z.coerce.number().int(),
  do: choice(['ask', 'approve', 'back'], 'Choose whether to approve it'),
  why: optionalText(5_000),
});

async function get(visit: Visit): Promise<Answer> {
  const found = await letterOfVisit(visit);
  if (found === null) return notFound;
  if (found.is === 'sent') return redirect(letterPath(found.shown.case.reference, found.entry.what.letter));
  return view(visit, found.shown, found.work, startForm(visit, {}));
}

async function post(visit: Visit): Promise<Answer> {
  const found = await letterOfVisit(visit);
  if (found === null) return notFound;
  if (found.is === 'sent') return redirect(letterPath(found.shown.case.reference, found.entry.what.letter));
  const { shown, work } = found;
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, shown, work, read.form);
  const { draftVersion, version, why } = read.value;
  const { letter, stage } = work.draft;
  const about = { letter, expectedVersion: draftVersion, by: visit.staff.id, now: new Date(visit.now) };
  const wrong = (words: string) => view(visit, shown, work, withErrors(read.form, [{ field: null, words }]));
  switch (read.value.do) {
    case 'ask': {
      const asked = await visit.db((trx) => askApproval(trx, about));
      return asked.ok
        ? redirect(letterPath(shown.case.reference, letter), { done: 'A second person is asked to approve it' })
        : wrong(asked.words);
    }
    case 'back': {
      if (why === null)
        return view(visit, shown, work, withErrors(read.form, [{ field: 'why', words: 'Write why it goes back' }]));
      const back = await visit.db((trx) => sendDraftBack(trx, { ...about, why }));
      return back.ok
        ? redirect(casePath(shown.case.reference, '/letters'), { done: 'Sent back to its writer' })
        : wrong(back.words);
    }
    case 'approve': {
      const outcome = await act(
        visit.house.db,
        { landlordId: visit.landlord.id, staff: visit.staff.id, roles: visit.staff.roles },
        { ref: shown.case.id, expectedVersion: version, now: new Date(visit.now) },
        async (file, context, trx) => {
          const approved = await approveDraft(trx, about);
          if (!approved.ok) return refuse('not-approved', approved.words);
          const missing = work.finished.missing.map((one) => one.words);
          return mayApprove(file.case, { on: context.today, stage: stage === 2 ? 2 : 1, letter, missing }, context);
        },
      );
      if (outcome.is === 'no-such-case') return notFound;
      if (outcome.is !== 'done') return view(visit, shown, work, formAfter(read.form, outcome));
      return redirect(letterPath(shown.case.reference, letter), {
        done: 'Approved. It can be sent as it is; a change undoes the approval',
      });
    }
    default:
      return read.value.do satisfies never;
  }
}

function view(visit: Visit, shown: CaseShown, work: LetterAtWork, form: FormState): Answer {
  const { draft, finished } = work;
  const holds = draft.approvedAt !== null && approvalHolds(shown.case, draft.kind, draft.letter);
  // What was approved and has changed since is asked for anew.
  const asked = draft.approvalAskedAt !== null && draft.approvedAt === null;
  const mayJudge = asked && roleMay(visit.staff.roles, 'approve') && draft.approvalAskedBy !== visit.staff.id;
  const title = `Approve: ${letterKindWords[draft.kind].toLowerCase()}`;
  return page(
    visit,
    {
      title: `${title}: ${shown.case.reference}`,
      heading: title,
      section: 'cases',
      back: { href: letterPath(shown.case.reference, draft.letter), text: 'Back to the letter' },
      form,
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <>
      {finished.missing.length > 0 ? <InsetText text="The letter is not whole yet. Save and check it first." /> : null}
      <section class="app-letter" aria-label="The letter">
        <LetterBody letter={finished.letter} level={2} />
      </section>
      <Form visit={visit}>
        <Hidden name="draftVersion" value={draft.version} />
        <Hidden name="version" value={shown.case.version} />
        {holds ? (
          <InsetText text={`${draft.approvedByName ?? 'Somebody'} has approved it.`} />
        ) : mayJudge ? (
          <>
            <RadiosField
              form={form}
              name="do"
              legend="Your decision"
              items={[
                { value: 'approve', text: 'Approve it as it is' },
                { value: 'back', text: 'Send it back to its writer' },
              ]}
            />
            <TextareaField form={form} name="why" label="If it goes back: why" rows={3} />
            <Submit>Save</Submit>
          </>
        ) : asked ? (
          <InsetText text="It waits for a second person: somebody who neither wrote it nor handles the case." />
        ) : (
          <>
            {draft.approvedAt === null ? null : (
              <InsetText text="The case has changed since it was approved. Read the letter, then ask again." />
            )}
            <Submit name="do" value="ask">
              Ask for approval
            </Submit>
          </>
        )}
      </Form>
    </>,
  );
}

/** All letters that wait for a second person. */
async function list(visit: Visit): Promise<Answer> {
  const waiting = await visit.db(async (trx) => waitingForApproval(trx, await hiddenCases(trx, viewerOf(visit))));
  return page(
    visit,
    { title: 'Letters to approve', section: 'home', wide: true, back: { href: '/', text: 'Home' } },
    waiting.length === 0 ? (
      <InsetText text="No letter waits for approval." />
    ) : (
      <Scroll label="Letters to approve">
        <Table
          caption="Letters to approve"
          captionClasses="govuk-visually-hidden"
          head={[{ text: 'Letter' }, { text: 'Case' }, { text: 'Asked by' }, { text: 'Asked' }]}
          rows={waiting.map((one) => [
            {
              html: (
                <a class="govuk-link" href={letterPath(one.reference, one.letter, '/approve')}>
                  {letterKindWords[one.kind]}
                </a>
              ),
            },
            { text: one.reference },
            { text: one.askedBy },
            { html: <InstantText at={one.askedAt} /> },
          ])}
        />
      </Scroll>
    ),
  );
}

export const approveLetter = [
  ...screen({
    path: '/cases/:reference/letters/:letter/approve',
    access: caseWorkers,
    get,
    post,
  }),
  ...screen({ path: '/approvals', access: ['officer', 'reviewer', 'manager'], get: list }),
];
