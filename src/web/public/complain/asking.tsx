/**
 * One question of the form as one page: its fields, what is saved of them, and where it leads. What was typed is kept
 * with every press of a button, and comes back when somebody goes back.
 */
import type { ComponentChildren, VNode } from 'preact';
import type { z } from 'zod';
import { before, nextAfter, type Question } from '../../../complaint/telling/questions.js';
import { nothingTold, type Told } from '../../../complaint/telling/told.js';
import type { Draft } from '../../../store/complaint-drafts.js';
import { Form, type FormError, type FormState, readForm, Submit, startForm, withErrors } from '../../ui/forms.js';
import { type Answer, type Page, type Route, redirect, type SiteVisit, screen } from '../../visit.js';
import type { Say } from '../site/say.js';
import { sitePage } from '../site/site-page.js';
import { answerQuestion, draftOf, pathTo } from './draft.js';
import { tellEmergency } from './send-told.js';

export interface QuestionParts<Schema extends z.ZodObject> {
  readonly question: Question;
  /** The page's h1; with `asLegend` the fields bring it themselves. */
  readonly title: (say: Say, told: Told) => string;
  readonly asLegend?: boolean;
  readonly schema: (say: Say, visit: SiteVisit, told: Told) => Schema;
  readonly start: (told: Told) => Parameters<typeof startForm>[1];
  readonly fields: (parts: {
    readonly form: FormState;
    readonly say: Say;
    readonly told: Told;
    readonly visit: SiteVisit;
  }) => ComponentChildren;
  /** What it changes in what was told, or what is wrong with it. */
  readonly answer: (value: z.output<Schema>, told: Told, say: Say) => Partial<Told> | FormError;
  /** Where to go, when not to the next question. */
  readonly next?: (told: Told, value: z.output<Schema>) => string | null;
}

const isError = (found: object): found is FormError => 'words' in found && 'field' in found;

/** The routes of one question. */
export function questionScreen<Schema extends z.ZodObject>(parts: QuestionParts<Schema>): readonly Route[] {
  return screen({
    path: `/residents/:slug/complain/${parts.question}`,
    access: 'site',
    purposes: ['draft'],
    get,
    post,
  });

  async function get(visit: SiteVisit): Promise<Answer> {
    const draft = await draftOf(visit);
    const elsewhere = notHere(visit, draft);
    if (elsewhere !== null || draft === null) return elsewhere ?? redirect(`${visit.base}/complain`);
    return view(visit, draft.told, startForm(visit, parts.start(draft.told)));
  }

  async function post(visit: SiteVisit): Promise<Answer> {
    const { say } = visit;
    const draft = await draftOf(visit);
    const told = draft?.told ?? null;
    const read = readForm(parts.schema(say, visit, told ?? startTold), visit.fields);
    if (!read.ok) return view(visit, told ?? startTold, read.form);
    const wrong = parts.answer(read.value, told ?? startTold, say);
    if (isError(wrong)) return view(visit, told ?? startTold, withErrors(read.form, [wrong]));
    const done = await answerQuestion(visit, parts.question, (now) => {
      const change = parts.answer(read.value, now, say);
      return isError(change) ? {} : change;
    });
    switch (done.is) {
      case 'saved':
      case 'begun': {
        if (done.is === 'saved' && (await toldEmergencyNow(visit, done.draft)))
          return redirect(pathTo(visit, 'emergency'));
        const to = parts.next?.(done.told, read.value) ?? pathTo(visit, nextAfter(done.told, parts.question));
        return done.is === 'saved'
          ? redirect(to)
          : redirect(to, { resident: done.resident, done: say('We begin again with what you just wrote') });
      }
      case 'sent':
        return redirect(pathTo(visit, 'sent'));
      case 'wait':
        return view(visit, told ?? startTold, withErrors(read.form, [{ field: null, words: tooMany(say, done.wait) }]));
      default:
        return done satisfies never;
    }
  }

  function view(visit: SiteVisit, told: Told, form: FormState): Page {
    const { say } = visit;
    return sitePage(
      visit,
      { title: parts.title(say, told), heading: parts.asLegend ? null : undefined, form, back: backTo(visit, told) },
      <>
        <Form visit={visit}>
          {parts.fields({ form, say, told, visit })}
          <Submit>{say('Continue')}</Submit>
        </Form>
        <Aside visit={visit} told={told} />
      </>,
    );
  }

  function backTo(visit: SiteVisit, told: Told): { readonly href: string } {
    const back = before(told, parts.question);
    return { href: back === null ? `${visit.base}/complain` : pathTo(visit, back) };
  }
}

const startTold: Told = { ...nothingTold, wish: 'wrong' };

/** An emergency is recorded as soon as there is any way of reaching anybody, on whichever page that way was given. */
async function toldEmergencyNow(visit: SiteVisit, draft: Draft): Promise<boolean> {
  if (draft.told.risk !== 'now' || draft.emergencyCase !== null) return false;
  return (await visit.db((trx) => tellEmergency(trx, visit, draft.id))).is === 'recorded';
}

/** Where somebody goes who has nothing to go on with here: to the beginning, or to what they have sent. */
export function notHere(visit: SiteVisit, draft: Draft | null): Answer | null {
  if (draft === null) return redirect(`${visit.base}/complain`);
  return draft.sentCase === null ? null : redirect(pathTo(visit, 'sent'));
}

/** The sentence for a network from which far more comes than people write. */
export function tooMany(say: Say, minutes: number): string {
  return say(
    'A great many forms have come from your network, so this one was not taken. Nothing you typed is lost: try again in {minutes} minutes, or ring us.',
    { minutes },
  );
}

/** Below each question: saving it for later, and what to do when it can't wait. */
export function Aside({ visit, told }: { readonly visit: SiteVisit; readonly told: Told }): VNode {
  const { say } = visit;
  return (
    <ul class="govuk-list govuk-body-s">
      <li>
        <a class="govuk-link" href={pathTo(visit, 'save')}>
          {say('Save and come back later')}
        </a>
      </li>
      {told.risk === 'now' || told.wish === 'thank' ? null : (
        <li>
          <a class="govuk-link" href={pathTo(visit, 'emergency')}>
            {say('Somebody is in danger now')}
          </a>
        </li>
      )}
    </ul>
  );
}
