/**
 * One pattern for what a resident does with their case: the page, its form, and the ends it can come to: done, something
 * is missing, the case moved on meanwhile, or it can't be done now. Nothing typed is lost, and a form that is sent twice
 * is taken once. What was done is put before an officer in the same transaction.
 */
import { randomUUID } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import type { ArrivalKind } from '../../../complaint/arriving.js';
import { type WaysOn, waysOn } from '../../../complaint/following/ways-on.js';
import { type Context, type Decision, type Refusal, refuse } from '../../../complaint/refusals.js';
import type { PersonId } from '../../../facts/happened.js';
import type { Done } from '../../../store/act.js';
import { noteArrival, type Proposal } from '../../../store/arrivals.js';
import type { CaseFile } from '../../../store/case-file.js';
import type { Trx } from '../../../store/database.js';
import { isUuid } from '../../../store/database.js';
import { useForm } from '../../../store/form-use.js';
import { isArrived, readSeen, type SeenFile } from '../../../store/seen-case.js';
import { Form, type FormState, Hidden, readForm, Submit, startForm, typedIn, withErrors } from '../../ui/forms.js';
import { type Answer, notFound, type ResidentVisit, type Route, redirect, screen } from '../../visit.js';
import type { Say } from '../site/say.js';
import { sitePage } from '../site/site-page.js';
import { sayRefusal } from './refusal-words.js';

/** What a page of the case has before it. */
export interface Before {
  readonly visit: ResidentVisit;
  readonly say: Say;
  readonly file: SeenFile;
  readonly ways: WaysOn;
}

/** What is put before an officer. */
export interface Arriving {
  readonly kind: ArrivalKind;
  readonly note: string | null;
  readonly proposal?: Proposal | null;
}

export interface ResidentParts<Schema extends z.ZodObject> {
  /** Under /residents/:slug/case. */
  readonly path: `/${string}`;
  readonly title: (before: Before) => string;
  /** Which part of what they see is on the page. */
  readonly shows?: Parameters<typeof readSeen>[2];
  /** Whether it can be done now; a sentence says why not. */
  readonly notNow?: (before: Before) => string | null;
  readonly above?: (before: Before) => ComponentChildren;
  readonly schema: (before: Before) => Schema;
  readonly start?: (before: Before) => Parameters<typeof startForm>[1];
  readonly fields: (parts: Before & { readonly form: FormState }) => ComponentChildren;
  /** What this form was written in view of: another entry since then is shown before it is taken. */
  readonly inViewOf: 'case' | 'nothing';
  readonly decide: (
    value: z.output<Schema>,
    parts: {
      readonly file: CaseFile;
      readonly context: Context;
      readonly trx: Trx;
      readonly person: PersonId;
      readonly before: Before;
    },
  ) => Decision | Promise<Decision>;
  readonly arrives: (value: z.output<Schema>, done: Done, before: Before) => Arriving | null;
  /** The case that the arrival belongs to, when it is one that was opened. */
  readonly onOpened?: boolean;
  readonly also?: (trx: Trx, value: z.output<Schema>, done: Done, before: Before) => Promise<void>;
  readonly button: (say: Say) => string;
  readonly done: (say: Say, value: z.output<Schema>) => string;
  /** Under the site's own address; the case unless told otherwise. */
  readonly next?: `/${string}`;
}

export const casePathOf = (visit: Pick<ResidentVisit, 'base'>, rest = '') => `${visit.base}/case${rest}`;

/** The case of the session as its person sees it today; null when it is theirs no longer. */
export async function seenOf(visit: ResidentVisit, shows?: Parameters<typeof readSeen>[2]): Promise<Before | null> {
  const { caseId, person } = visit.resident;
  if (caseId === null || person === null) return null;
  const { rules, today } = visit;
  const file = await visit.db((trx) => readSeen(trx, { caseId, person, rules, today }, shows));
  return file === null ? null : { visit, say: visit.say, file, ways: waysOn(file.case, file.seen) };
}

/** The routes of one thing that a resident may do. */
export function residentScreen<Schema extends z.ZodObject>(parts: ResidentParts<Schema>): readonly Route[] {
  return screen({ path: `/residents/:slug/case${parts.path}`, access: 'resident', get, post });

  async function get(visit: ResidentVisit): Promise<Answer> {
    const before = await seenOf(visit, parts.shows);
    if (before === null) return notFound;
    return view(before, startForm(visit, { ...parts.start?.(before), once: randomUUID() }));
  }

  async function post(visit: ResidentVisit): Promise<Answer> {
    const before = await seenOf(visit, parts.shows);
    const { caseId, person } = visit.resident;
    if (before === null || caseId === null || person === null) return notFound;
    const { say } = visit;
    const once = typedIn({ values: visit.fields, errors: [] }, 'once');
    const key = `resident:${caseId}:${isUuid(once) ? once : randomUUID()}`;
    const read = readForm(parts.schema(before), visit.fields);
    if (!read.ok) return view(before, read.form);
    const words = parts.inViewOf === 'nothing' ? await tooOften(visit, `${caseId} ${person}`) : null;
    if (words !== null) return view(before, withErrors(read.form, [{ field: null, words }]));
    let again = false;
    const version = parts.inViewOf === 'case' ? Number(visit.fields.version) : Number.NaN;
    const outcome = await visit.act(
      Number.isSafeInteger(version) ? version : null,
      async (file, context, trx) => {
        again = await isArrived(trx, key);
        if (again) return refuse('taken-already', say('We have this already.'));
        return parts.decide(read.value, { file, context, trx, person, before });
      },
      {
        also: async (trx, done) => {
          const arriving = parts.arrives(read.value, done, before);
          const opened = parts.onOpened ? done.opened[0] : undefined;
          if (arriving !== null)
            await noteArrival(trx, {
              ...arriving,
              key,
              caseId: opened?.caseId ?? done.caseId,
              seq: opened?.version ?? done.version,
              person,
              channel: 'web-form',
              arrivedOn: visit.today,
            });
          await parts.also?.(trx, read.value, done, before);
        },
      },
    );
    const onward = () => redirect(`${visit.base}${parts.next ?? '/case'}`, { done: parts.done(say, read.value) });
    switch (outcome.is) {
      case 'done':
        return onward();
      case 'refused':
        return again ? onward() : view(before, refusedBy(say, read.form, outcome.refusals));
      case 'conflict': {
        const now = await seenOf(visit, parts.shows);
        if (now === null) return notFound;
        const words = say(
          'Something changed in your case while you were writing. Nothing you typed is lost: look at what changed, then send it again.',
        );
        return view(now, withErrors(read.form, [{ field: null, words }]));
      }
      case 'no-such-case':
        return notFound;
      default:
        return outcome satisfies never;
    }
  }

  function view(before: Before, form: FormState): Answer {
    const { visit, say, file } = before;
    const title = parts.title(before);
    const why = parts.notNow?.(before) ?? null;
    const back = { href: casePathOf(visit), text: say('Back to your case') };
    if (why !== null)
      return sitePage(visit, { title, back, caption: file.seen.reference }, <p class="govuk-body">{why}</p>);
    const values = { ...form.values, once: typedIn(form, 'once') || randomUUID() };
    return sitePage(
      visit,
      { title, back, form, caption: file.seen.reference },
      <>
        {parts.above?.(before)}
        <Form visit={visit}>
          <Hidden name="version" value={file.seen.version} />
          <Hidden name="once" value={values.once} />
          {parts.fields({ ...before, form })}
          <Submit>{parts.button(say)}</Submit>
        </Form>
      </>,
    );
  }
}

/** Messages without end would bury everybody else's. What ends or moves a case has its own bounds, and always gets through. */
async function tooOften(visit: ResidentVisit, who: string): Promise<string | null> {
  const { wait } = await visit.db((trx) => useForm(trx, { what: 'sent', by: `case ${who}` }));
  return wait === 0
    ? null
    : visit.say(
        'You have sent us a great deal in the last hour, and we will read all of it. Nothing you typed is lost: send this in {minutes} minutes, or ring us.',
        { minutes: wait },
      );
}

function refusedBy(say: Say, form: FormState, refusals: readonly Refusal[]): FormState {
  return withErrors(
    form,
    refusals.map((refusal) => ({ field: null, words: sayRefusal(say, refusal) })),
  );
}
