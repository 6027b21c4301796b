/** Words and files are erased for good; what happened stays, and the history says that they were erased. */
import { z } from 'zod';
import { mayEraseWords } from '../../../complaint/may/erase-words.js';
import { refuse, refuseAll } from '../../../complaint/refusals.js';
import type { File, Words } from '../../../facts/happened.js';
import { actWithin } from '../../../store/act.js';
import { forgetTasks } from '../../../store/adjustment-tasks.js';
import { forgetArrivals } from '../../../store/arrivals.js';
import { forgetInBundles } from '../../../store/bundle-erase.js';
import { forgetCallWords } from '../../../store/call-backs.js';
import { forgetEndedHolds, holdOf } from '../../../store/case-holds.js';
import { removeFiles, sweepFiles } from '../../../store/documents.js';
import { forgetFormTold } from '../../../store/form-told.js';
import { forgetSendings } from '../../../store/letter-sendings.js';
import { removeDrafts } from '../../../store/letters.js';
import { forgetMail, mailOfCase } from '../../../store/mail.js';
import { forgetMessages } from '../../../store/outbox.js';
import { forgetPostScans } from '../../../store/post-letters.js';
import { forgetJob } from '../../../store/promise-jobs.js';
import { forgetAnswers, forgetPost } from '../../../store/public-posts.js';
import { casesSharing } from '../../../store/shared-words.js';
import { removeWords } from '../../../store/words.js';
import { ErrorMessage } from '../../ui/components.js';
import { DayText } from '../../ui/dates.js';
import { choice, choices, mustTick } from '../../ui/fields.js';
import { allTypedIn, RadiosField, TickField } from '../../ui/forms.js';
import { isSiteRoute, type Route, type Visit } from '../../visit.js';
import { beginning } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { draftsHolding, entriesHolding, erasables, holdsMail, lettersErased } from './erasable.js';

/** Kept in the history for ever, so they are chosen and never typed: no name can get into them. */
const grounds = {
  retention: 'The time for keeping it, by our retention schedule, is over',
  request: 'The person asked for it to be erased (UK GDPR, article 17)',
  mistake: 'It was recorded here by mistake',
  'not-needed': 'It is not needed for the case (UK GDPR, article 5)',
} as const;
type Ground = keyof typeof grounds;

const digests = (held: readonly string[]) => choices(held.length === 0 ? ['none'] : held);

const screens = actScreen({
  act: 'erase-words',
  title: 'Erase words',
  schema: (shown) => {
    const held = erasables(shown);
    return z.object({
      words: digests(held.flatMap(({ words }) => words.map(({ digest }) => digest))),
      files: digests(held.flatMap(({ files }) => files.map(({ digest }) => digest))),
      ground: choice(Object.keys(grounds) as Ground[], 'Choose why it is erased'),
      sure: mustTick('Confirm that it is to be erased for good'),
    });
  },
  fields: ({ form, shown }) => {
    const held = erasables(shown);
    const chosen = new Set([...allTypedIn(form, 'words'), ...allTypedIn(form, 'files')]);
    return (
      <>
        <p class="govuk-body">
          What happened, and when, stays in the history. Choose the words and files that go. A message that came by
          email holds its words twice: in the entry and in the message as it arrived.
        </p>
        {held.length === 0 ? <p class="govuk-body">No words and no files of this case are left.</p> : null}
        <div id="words">
          {form.errors
            .filter(({ field }) => field === 'words' || field === 'files')
            .map(({ words }) => (
              <ErrorMessage key={words} text={words} />
            ))}
          {held.map(({ entry, title, words, files }) => (
            <fieldset key={entry.seq} class="govuk-fieldset app-erase">
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
                {entry.seq}: {title}, <DayText day={entry.happenedOn} short />
              </legend>
              <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
                {[
                  ...words.map(({ digest, text }) => ({ name: 'words', digest, text: `“${beginning(text, 160)}”` })),
                  ...files.map(({ digest, name }) => ({ name: 'files', digest, text: `File: ${name}` })),
                ].map(({ name, digest, text }) => (
                  <div key={digest} class="govuk-checkboxes__item">
                    <input
                      class="govuk-checkboxes__input"
                      type="checkbox"
                      id={`d-${digest}`}
                      name={name}
                      value={digest}
                      checked={chosen.has(digest)}
                    />
                    <label class="govuk-label govuk-checkboxes__label" for={`d-${digest}`}>
                      {text}
                    </label>
                  </div>
                ))}
              </div>
            </fieldset>
          ))}
        </div>
        <RadiosField
          form={form}
          name="ground"
          legend="Why?"
          items={Object.entries(grounds).map(([value, text]) => ({ value, text }))}
        />
        <TickField form={form} name="sure" label="I have checked what goes, and that nothing else needs it" />
      </>
    );
  },
  decide: async (value, { file, context, trx, shown, visit }) => {
    const words = value.words as Words[];
    const files = value.files as File[];
    // What lawyers advise about may be asked for by a court.
    const hold = await holdOf(trx, file.case.id);
    if (hold !== null)
      return refuse(
        'held',
        `Lawyers advise on this case, and ${hold.namedName} decides what may go. Nothing is erased until that hold is ended.`,
      );
    const mail = await mailOfCase(trx, file.case.id);
    const raws = new Set(mail.flatMap(({ raw }) => (raw === null ? [] : [raw])));
    const left = erasables({ file }).flatMap(({ entry, files: there }) =>
      there.filter(
        ({ digest }) =>
          raws.has(digest) &&
          !files.includes(digest) &&
          'words' in entry.what &&
          words.includes(entry.what.words as Words),
      ),
    );
    if (left[0] !== undefined)
      return refuse(
        'message-left',
        `The message as it arrived (${left[0].name}) holds the same words. Choose it too.`,
        { field: 'words' },
      );
    const decision = mayEraseWords(
      file.case,
      { on: context.today, words, files, ground: grounds[value.ground] },
      context,
    );
    if (!decision.ok) return decision;
    // A case that came out of this one may name the same words: its history says too that they are gone.
    for (const other of await casesSharing(trx, file.case.id, [...words, ...files])) {
      let told: readonly number[] = [];
      const erased = await actWithin(
        trx,
        { landlordId: visit.landlord.id, staff: visit.staff.id, roles: visit.staff.roles },
        { ref: other.id, expectedVersion: null, now: new Date(visit.now) },
        (there) => {
          told = entriesHolding({ file: there }, [...other.words, ...other.files]);
          return mayEraseWords(there.case, { ...other, on: context.today, ground: grounds[value.ground] }, context);
        },
      );
      if (erased.is === 'refused') return refuseAll(erased.refusals);
      if (erased.is !== 'done') throw new Error('a case that shares words could not be told of their erasure');
      await forgetArrivals(trx, other.id, told, 'of-entries');
      await forgetInBundles(trx, other.id, told);
    }
    // In the transaction that records it, or not at all.
    const gone = [...words, ...files];
    await removeDrafts(trx, await draftsHolding(trx, { ...shown, file }, words));
    const letters = lettersErased({ file }, gone);
    await forgetSendings(trx, file.case.id, letters);
    await forgetTasks(trx, letters);
    await forgetMessages(trx, file.case.id);
    await forgetEndedHolds(trx, file.case.id);
    if (holdsMail({ file }, gone)) {
      await forgetMail(trx, file.case.id);
      await forgetPostScans(trx, file.case.id);
    }
    const entries = entriesHolding({ file }, gone);
    await forgetArrivals(trx, file.case.id, entries);
    await forgetAnswers(trx, file.case.id, entries);
    await forgetInBundles(trx, file.case.id, entries);
    // The contact's own words take with them what they said about when and why to ring, and where it was posted.
    if (words.includes(file.case.words)) {
      await forgetCallWords(trx, file.case.id);
      await forgetPost(trx, file.case.id);
      await forgetFormTold(trx, file.case.id);
    }
    for (const { what } of file.entries)
      if (what.type === 'WorkOrdered' && words.includes(what.job))
        await forgetJob(trx, file.case.id, file.say(what.job) ?? '');
    await removeWords(trx, words);
    await removeFiles(trx, files);
    return decision;
  },
  button: 'Erase for good',
  warning: 'This cannot be undone. Letters being written that hold the same words go too.',
  done: 'Erased. The history says that it was',
  // An administrator may erase, and opens no case for anything else.
  next: '/erase-words',
});

/** The bytes go after the commit: what is gone from the disk can’t be rolled back. */
export const eraseWords: readonly Route[] = screens.map((route) =>
  route.method === 'GET' || route.access === 'public' || isSiteRoute(route)
    ? route
    : {
        ...route,
        handler: async (visit: Visit) => {
          const answer = await route.handler(visit);
          if (answer.kind === 'redirect') await sweepFiles(visit.house.db, visit.house.files, visit.landlord.id);
          return answer;
        },
      },
);
