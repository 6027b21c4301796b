/**
 * Sending: the letter is let go and the act that it carries is recorded, or neither. It counts as sent on the day it leaves
 * (complaint/sending.ts). By e-mail, GOV.UK Notify or a supplier where the landlord has them; else it is printed here.
 */
import { z } from 'zod';
import { inTurn } from '../../../complaint/in-turn.js';
import { mayCheckLetter } from '../../../complaint/may/check-letter.js';
import { refuseAll } from '../../../complaint/refusals.js';
import { caseWorkers } from '../../../complaint/roles.js';
import { letterKindWords } from '../../../complaint/standing-words.js';
import { type LetterMatter, mayDoWithLetter } from '../../../complaint/with-letter.js';
import type { Sending, StaffId } from '../../../facts/happened.js';
import { asItLeaves } from '../../../post/as-it-leaves.js';
import { layDown, letterOut } from '../../../post/finished-letter.js';
import { domainOf } from '../../../post/outbound.js';
import { act } from '../../../store/act.js';
import { approvalIn } from '../../../store/landlord-settings.js';
import { heldWords } from '../../../store/leaving.js';
import { recordSending } from '../../../store/letter-sendings.js';
import { listStaff } from '../../../store/staff.js';
import { formAfter } from '../../outcome.js';
import { InsetText, WarningText } from '../../ui/components.js';
import { choice, ids, optionalChoice, optionalText } from '../../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  RadiosField,
  readForm,
  Submit,
  startForm,
  withErrors,
  withRefusals,
} from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../../visit.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { behaviourFor } from '../behaviour/behaviour-letter.js';
import { casePath, IdentityBar } from '../case-frame.js';
import type { CaseShown } from '../case-shown.js';
import { letterOfVisit, letterPath } from './letter-of-visit.js';
import { type LetterAtWork, openLetter } from './letter-work.js';
import { MoreToSay } from './more-to-say.js';
import { against, BeforeSending, hows, leavesByItself, openTasksOf, sendWays, wayChoices, wayOf } from './send-ways.js';

const schema = (visit: Visit) =>
  z.object({
    version: z.coerce.number().int(),
    how: choice(hows, 'Choose how it goes'),
    on: dayItHappened(visit, 'the day it goes'),
    involved: ids(),
    goodReason: optionalText(10_000),
    agreed: optionalChoice(['yes', 'no']),
  });

async function get(visit: Visit): Promise<Answer> {
  const found = await letterOfVisit(visit);
  if (found === null) return notFound;
  if (found.is === 'sent') return redirect(letterPath(found.shown.case.reference, found.entry.what.letter));
  const { shown, work } = found;
  const ways = await sendWays(visit, shown, work);
  const involved = [
    ...new Set([visit.staff.id, ...([1, 2] as const).flatMap((n) => shown.case.stages[n]?.handler ?? [])]),
  ];
  const start = startForm(visit, {
    on: visit.today,
    how: ways.address === null ? 'post' : 'email',
    involved,
    version: shown.case.version,
  });
  return view(visit, shown, work, start);
}

async function post(visit: Visit): Promise<Answer> {
  const found = await letterOfVisit(visit);
  if (found === null) return notFound;
  if (found.is === 'sent') return redirect(letterPath(found.shown.case.reference, found.entry.what.letter));
  const { shown } = found;
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return view(visit, shown, found.work, read.form);
  const { how, on, involved, goodReason, agreed, version } = read.value;
  // The letter bears the day on which it goes.
  const work = await visit.db((trx) => openLetter(trx, visit, shown, found.work.draft.letter, on));
  if (work === null) return notFound;
  const { draft, finished } = work;
  if (finished.missing.length > 0) {
    const errors = finished.missing.map((one) => ({
      field: null,
      words: one.provision === null ? one.words : `${one.words} (the Code, ${one.provision})`,
    }));
    return view(visit, shown, work, withErrors(read.form, errors));
  }
  if (finished.letter.to.person === null) {
    const words = 'Nobody is named yet. Say who the resident is, then send it';
    return view(visit, shown, work, withErrors(read.form, [{ field: null, words }]));
  }
  const ways = await sendWays(visit, shown, work);
  const { address } = ways;
  if ((how === 'email' && address === null) || !wayChoices(visit, ways).some(({ value }) => value === how)) {
    const words =
      how === 'email' ? 'There is no e-mail address that may be used. Choose another way' : 'Choose how it goes';
    return view(visit, shown, work, withErrors(read.form, [{ field: 'how', words }]));
  }
  if (leavesByItself(how) && on !== visit.today) {
    const words = 'In this way it goes today. Choose today, or say that you have posted it yourself';
    return view(visit, shown, work, withErrors(read.form, [{ field: 'on', words }]));
  }
  const stops = against(shown.case, { work, shown, how, ways }, visit.today);
  if (stops.length > 0) {
    await openTasksOf(visit, shown, work);
    return view(visit, shown, work, withRefusals(read.form, stops));
  }
  const way = wayOf(how, ways);
  const by: Sending = how === 'email' || how === 'by-hand' ? how : 'post';
  const leaving = await visit.db((trx) => asItLeaves(trx, shown.case.id, finished.letter));
  const laid = await layDown(visit.house.files, visit.landlord.id, leaving);
  if (!laid.ok) return view(visit, shown, work, withErrors(read.form, [{ field: null, words: laid.words }]));
  const approval = approvalIn(visit.landlord.settings);
  const outcome = await act(
    visit.house.db,
    { landlordId: visit.landlord.id, staff: visit.staff.id, roles: visit.staff.roles },
    {
      ref: shown.case.id,
      // The letter was composed from the case as it is; who sends it has seen `version` of it.
      expectedVersion: version,
      now: new Date(visit.now),
      also: (trx, done) =>
        recordSending(trx, done, {
          letter: draft.letter,
          address: how === 'email' ? address : null,
          recipient: finished.letter.to.name,
          subject: `${finished.letter.title} (${finished.letter.reference})`,
          body: finished.text,
          domain: domainOf(finished.letter.from.email === '' ? 'putright.invalid' : finished.letter.from.email),
          way,
          held: ways.hold === null ? null : heldWords,
          plain: finished.letter.to.adjustments.includes('plain-text'),
        }),
    },
    async (file, context, trx) => {
      // The case as it is held here, not as the page was made from it.
      const now = against(file.case, { work, shown, how, ways }, context.today);
      if (now.length > 0) return refuseAll(now);
      const letter = await letterOut(trx, visit.house.files, {
        id: draft.letter,
        finished,
        stored: laid.stored,
        how: by,
      });
      const behaviour = await behaviourFor(trx, draft.matter, visit);
      const checked = {
        on,
        letter: draft.letter,
        missing: finished.missingInBrief,
        readingEase: finished.readability.readingEase ?? 0,
      };
      return inTurn(file.case, context, [
        (c) => mayCheckLetter(c, checked, context),
        (c) =>
          mayDoWithLetter(
            c,
            {
              on,
              matter: draft.matter as LetterMatter,
              letter,
              involved: involved as unknown as readonly StaffId[],
              approvalNeeded: draft.kind === 'final-response' ? approval.stage2 : approval.stage1,
              wordsApproved: draft.approvedAt !== null,
              goodReason: goodReason === null ? null : { text: goodReason, approvedBy: null },
              agreed: agreed === null ? null : agreed === 'yes',
              behaviour,
            },
            context,
          ),
      ]);
    },
  );
  if (outcome.is === 'no-such-case') return notFound;
  if (outcome.is !== 'done') return view(visit, shown, work, formAfter(read.form, outcome));
  const went = visit.landlord.demonstration
    ? 'Recorded as sent. The demonstration sends nothing'
    : how === 'email'
      ? 'Sent by e-mail'
      : how === 'post' || how === 'by-hand'
        ? 'Recorded. Download the letter and put it in the post'
        : wentBy[how];
  return redirect(casePath(shown.case.reference, '/letters'), { done: [went, ...outcome.warnings].join('. ') });
}

const wentBy = {
  'notify-letter': 'On its way to GOV.UK Notify, which prints and posts it',
  supplier: 'On its way to your mailing supplier. It counts from the day they post it',
  print: 'On the list to print. It counts from the day somebody says that it is posted',
} as const;

async function view(visit: Visit, shown: CaseShown, work: LetterAtWork, form: FormState): Promise<Answer> {
  const { draft, finished } = work;
  const staff = await visit.db((trx) => listStaff(trx, 'at-work'));
  const title = `Send: ${letterKindWords[draft.kind].toLowerCase()}`;
  const ways = await sendWays(visit, shown, work);
  const ready = finished.missing.length === 0;
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
      {ready ? null : (
        <InsetText text={`The letter is not whole yet: ${finished.missing.map((one) => one.words).join(' ')}`} />
      )}
      <p class="govuk-body">
        To {finished.letter.to.name}
        {finished.letter.to.address.length > 0 ? `, ${finished.letter.to.address.join(', ')}` : ''}.{' '}
        <a class="govuk-link" href={letterPath(shown.case.reference, draft.letter, '/pdf')}>
          Read it once more (PDF)
        </a>
      </p>
      {finished.letter.forSender.map((words) => (
        <WarningText key={words} text={words} iconFallbackText="Take care" />
      ))}
      <BeforeSending ways={ways} path={(task) => casePath(shown.case.reference, `/to-make/${task}`)} />
      <Form visit={visit}>
        <Hidden name="version" value={shown.case.version} />
        <RadiosField form={form} name="how" legend="How does it go?" items={wayChoices(visit, ways)} />
        <OnField
          form={form}
          legend="Which day does it go?"
          hint="Today, unless you have posted it before. The Code counts the day it leaves."
        />
        <MoreToSay draft={draft.kind} form={form} staff={staff} edition={shown.case.edition} />
        <WarningText
          text="Once sent, the letter and what it does are on record. Only if it can’t be delivered are they taken back."
          iconFallbackText="Warning"
        />
        <Submit>Send it</Submit>
      </Form>
    </>,
  );
}

export const sendLetter = screen({ path: '/cases/:reference/letters/:letter/send', access: caseWorkers, get, post });
