/**
 * Did it happen? One promise, three answers. A no opens the promise again and a manager is told, once; silence is nothing.
 */
import { z } from 'zod';
import { askedSince, endDisputed } from '../../../../complaint/asking/did-it-happen.js';
import { type PromiseAnswer, promiseAnswers, toldAs } from '../../../../complaint/asking/told-as.js';
import { noAsksForStage2 } from '../../../../complaint/asking/what-follows.js';
import type { Case, PromiseMade } from '../../../../complaint/case.js';
import { inTurn } from '../../../../complaint/in-turn.js';
import { mayReceiveMessage } from '../../../../complaint/may/receive-message.js';
import { maySayIfDone } from '../../../../complaint/may/say-if-done.js';
import type { CaseId, PromiseId } from '../../../../facts/happened.js';
import { noteArrival, waitingArrivals } from '../../../../store/arrivals.js';
import { type CaseFile, readCase } from '../../../../store/case-file.js';
import type { Trx } from '../../../../store/database.js';
import { tellNotDone } from '../../../../store/promise-answered.js';
import { choice, optionalText } from '../../../ui/fields.js';
import {
  FileField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  withRefusals,
} from '../../../ui/forms.js';
import { notFound, type ResidentVisit, redirect, screen } from '../../../visit.js';
import { sitePage } from '../site-page.js';
import { askStage2 } from './ask-stage-2.js';
import { largestFor, photoAdded, photoSent } from './photo.js';
import { thanksForSaying } from './promise-thanks.js';

/** What stands on record of somebody who says it again without a word. */
const bare: Readonly<Record<PromiseAnswer, string>> = { yes: 'Yes', no: 'No', 'not-yet': 'Not yet' };

export interface PromiseShown {
  readonly file: CaseFile;
  readonly case: Case;
  readonly promise: PromiseMade;
}

/** The promise that the link is about, or that the page of their case leads to. */
async function shownTo(visit: ResidentVisit): Promise<PromiseShown | null> {
  const { caseId, about, purpose } = visit.resident;
  const id = purpose === 'promise' ? about : (visit.params.promise ?? null);
  if (caseId === null || id === null) return null;
  const file = await visit.db((trx) => readCase(trx, caseId));
  const promise = file?.case.promises.find((one) => one.id === id);
  return file === null || promise === undefined ? null : { file, case: file.case, promise };
}

async function get(visit: ResidentVisit) {
  const shown = await shownTo(visit);
  if (shown === null) return notFound;
  const said = visit.query.said;
  if (typeof said === 'string' && (promiseAnswers as readonly string[]).includes(said))
    return thanksForSaying(visit, shown, said);
  return view(visit, shown, startForm(visit));
}

async function post(visit: ResidentVisit) {
  const shown = await shownTo(visit);
  if (shown === null) return notFound;
  const { say } = visit;
  if (visit.fields.next === 'stage-2') {
    const outcome = await askStage2(visit, 'web-form');
    return outcome.is === 'done'
      ? redirect(`${visit.path}?said=no`, {
          done: say('We have your request for stage 2. We will write to you within five working days'),
        })
      : redirect(`${visit.path}?said=no`);
  }
  const form = z.object({
    answer: choice(promiseAnswers, say('Choose whether it happened')),
    text: optionalText(20_000),
  });
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, shown, read.form);
  const { answer, text } = read.value;
  const photo = await photoSent(visit);
  if (!photo.ok) return view(visit, shown, { ...read.form, errors: photo.errors });
  const { id, points, dueOn } = shown.promise;
  const person = visit.resident.person;
  const on = visit.today;
  const outcome = await visit.act(
    null,
    async (file, context, trx) => {
      const files = await photo.keep(trx);
      const now = file.case.promises.find((one) => one.id === id) ?? shown.promise;
      const is = toldAs(file.case, now, answer);
      return inTurn(file.case, context, [
        (c) =>
          is === 'message'
            ? mayReceiveMessage(
                c,
                { on, channel: 'web-form', from: person, text: text ?? bare[answer], files: [] },
                context,
              )
            : maySayIfDone(c, { on, promise: id as PromiseId, done: is === 'done', text }, context),
        ...photoAdded(files, points, on, context),
      ]);
    },
    {
      also: async (trx, { caseId, reference, case: c }) => {
        const entry = c.entries.findLast(
          ({ what }) =>
            what.type === 'ResidentSaidNotDone' || what.type === 'ResidentSaidDone' || what.type === 'MessageReceived',
        );
        const at = { caseId, seq: entry?.seq ?? c.version, person };
        if (entry?.what.type === 'ResidentSaidNotDone')
          await tellNotDone(trx, {
            ...at,
            reference,
            channel: 'web-form',
            on,
            promise: id,
            promisedFor: dueOn,
            words: text,
            possibleStage2: noAsksForStage2(c),
            recordedOf: shown.promise.state === 'ended' ? 'ended' : 'open',
            address: visit.address,
            now: new Date(visit.now),
          });
        else {
          const possibleStage2 = noAsksForStage2(c) && (answer === 'no' || (answer === 'not-yet' && text !== null));
          // A bare no that is said again adds nothing to one that waits already.
          const said = text !== null || photo.sent;
          if (!said && !(possibleStage2 && !(await waitsForStage2(trx, caseId)))) return;
          await noteArrival(trx, {
            ...at,
            key: `promise-answered ${caseId} ${at.seq}`,
            kind: possibleStage2 ? 'possible-stage-2' : 'message',
            channel: 'web-form',
            arrivedOn: on,
            note: text,
          });
        }
      },
    },
  );
  if (outcome.is === 'refused') return view(visit, shown, withRefusals(read.form, outcome.refusals));
  if (outcome.is !== 'done') return notFound;
  return redirect(`${visit.path}?said=${answer}`);
}

async function waitsForStage2(trx: Trx, caseId: CaseId): Promise<boolean> {
  return (await waitingArrivals(trx, { caseId, kinds: ['possible-stage-2'], most: 1 })).length > 0;
}

function view(visit: ResidentVisit, { file, case: c, promise }: PromiseShown, form: FormState) {
  const { say } = visit;
  const since = askedSince(c, promise);
  const disputed = endDisputed(c, promise);
  return sitePage(
    visit,
    { title: say('Did it happen?'), form },
    <>
      <p class="govuk-body">
        {say('In answer to your complaint {reference} we promised to do this by {date}:', {
          reference: c.reference,
          date: say.day(promise.dueOn),
        })}
      </p>
      <blockquote class="app-quote">{file.say(promise.words) ?? say('What we promised has been erased.')}</blockquote>
      {promise.state === 'done' && promise.doneOn !== null ? (
        <p class="govuk-body">
          {say('Our records say that it was done on {date}.', { date: say.day(promise.doneOn) })}
        </p>
      ) : null}
      {promise.state === 'ended' ? (
        <div class="govuk-inset-text">
          {disputed
            ? say('You told us that it should be done. You can tell us more.')
            : promise.endToldOn === null
              ? say('We will not do this any more. We still have to tell you why.')
              : say('We told you that this would not be done, and why. If you think that is wrong, tell us.')}
        </div>
      ) : promise.residentSays !== null && since === null ? (
        <div class="govuk-inset-text">
          {promise.residentSays === 'done'
            ? say('You told us that it happened. You can still tell us otherwise.')
            : say('You told us that it had not happened. You can tell us more.')}
        </div>
      ) : null}
      <Form visit={visit} files>
        <RadiosField
          form={form}
          name="answer"
          legend={say('Did it happen?')}
          items={
            promise.state === 'ended'
              ? [
                  { value: 'yes', text: say('Yes') },
                  { value: 'no', text: say('No, and it should be done'), hint: say('A manager is told today.') },
                ]
              : [
                  { value: 'yes', text: say('Yes') },
                  { value: 'no', text: say('No'), hint: say('We open it again, and a manager is told.') },
                  {
                    value: 'not-yet',
                    text: say('Not yet'),
                    hint: say('It has begun, or somebody has given you another day.'),
                  },
                ]
          }
        />
        <TextareaField
          form={form}
          name="text"
          label={say('Do you want to say more? (optional)')}
          hint={say('In your own words: what was done, what was not, what is still wrong.')}
          rows={4}
        />
        <FileField
          form={form}
          name="photo"
          label={say('Add a photo (optional)')}
          hint={say('One photo or file, up to {size} MB. You can send more with your complaint’s code.', {
            size: Math.floor(largestFor(visit) / 1_000_000),
          })}
        />
        <Submit>{say('Send')}</Submit>
      </Form>
    </>,
  );
}

/** By its own link. */
export const promiseByLink = screen({
  path: '/residents/:slug/promise',
  access: 'resident',
  purposes: ['promise'],
  get,
  post,
});

/** From the page of their case. */
export const promiseOfCase = screen({
  path: '/residents/:slug/case/promises/:promise',
  access: 'resident',
  purposes: ['follow'],
  get,
  post,
});
