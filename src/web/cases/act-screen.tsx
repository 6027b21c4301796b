/**
 * One pattern for every act on a case: what the Code asks of it, the form, and the four ends it can come to: done,
 * refused with the reasons beside their fields, somebody was quicker, or it may not be done now. Nothing typed is lost.
 */
import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import type { Act } from '../../complaint/permitted.js';
import type { Rule } from '../../complaint/provisions.js';
import type { Context, Decision } from '../../complaint/refusals.js';
import type { Entry, File } from '../../facts/happened.js';
import { act, type Extras, type Outcome } from '../../store/act.js';
import type { CaseFile } from '../../store/case-file.js';
import type { Trx } from '../../store/database.js';
import type { Stored } from '../../store/documents.js';
import { InsetText, WarningText } from '../ui/components.js';
import { Form, type FormState, Hidden, readForm, Submit, startForm, withErrors, withRefusals } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, type Page, type Route, redirect, screen, type Visit } from '../visit.js';
import { Beside, CameBefore, Meanwhile, WhatTheCodeAsks } from './act-aside.js';
import { mayBegin, rolesFor, whyNotNow } from './acts.js';
import { casePath, IdentityBar } from './case-frame.js';
import { type CaseShown, showCase, shownFrom } from './case-shown.js';
import { keepFiles, receiveFiles } from './files.js';
import { startFromArrival } from './from-arrival.js';
import { notOffered } from './offered.js';

/** What an act's screen is made from. `More` is what it reads beside the case: lists to choose from, other cases. */
export interface ActParts<Schema extends z.ZodObject, More> {
  /** Its name in complaint/permitted.ts, which says who may do it and when; the screen is /cases/:reference/NAME. */
  readonly act: Act;
  readonly title: string | ((shown: CaseShown, visit: Visit) => string);
  /** The rules of the Code that this act answers; shown in our own words above the form. */
  readonly asks?: readonly Rule[] | ((shown: CaseShown) => readonly Rule[]);
  readonly reads?: (trx: Trx, shown: CaseShown, visit: Visit) => Promise<More>;
  readonly schema: Schema | ((shown: CaseShown, visit: Visit, more: More) => Schema);
  /** What the fields hold at first. */
  readonly start?: (shown: CaseShown, visit: Visit, more: More) => Parameters<typeof startForm>[1];
  readonly fields: (parts: {
    readonly form: FormState;
    readonly shown: CaseShown;
    readonly visit: Visit;
    readonly more: More;
  }) => ComponentChildren;
  /** What the act is weighed against, beside the form: after it on a phone. */
  readonly beside?: (parts: {
    readonly form: FormState;
    readonly shown: CaseShown;
    readonly visit: Visit;
    readonly more: More;
  }) => ComponentChildren;
  /** The pure decision on what was typed. */
  readonly decide: (
    value: z.output<Schema>,
    parts: {
      readonly file: CaseFile;
      readonly context: Context;
      readonly trx: Trx;
      readonly visit: Visit;
      readonly shown: CaseShown;
      readonly more: More;
      /** The files that came with the form, by their names; for forms with `files`. */
      readonly arrived: readonly Stored[];
      /** The same files, kept in this transaction. */
      readonly attach: () => Promise<readonly File[]>;
    },
  ) => Decision | Promise<Decision>;
  /** What is written in the same transaction: a letter's draft, jobs. */
  readonly extras?: (value: z.output<Schema>, visit: Visit, shown: CaseShown) => Extras;
  /** Why there is nothing to do now, where the act itself can say it better than where the case stands. */
  readonly whyNot?: (shown: CaseShown, visit: Visit) => string | null;
  /** Puts a refusal's field beside another input. */
  readonly names?: Readonly<Record<string, string>>;
  readonly button: string;
  /** For what can't be undone: said before the button. */
  readonly warning?: string;
  /** Shown once when it is done. */
  readonly done: string | ((value: z.output<Schema>, outcome: Extract<Outcome, { is: 'done' }>) => string);
  /** Where to go then, below the case; its summary unless told otherwise. */
  readonly next?: string | ((value: z.output<Schema>, outcome: Extract<Outcome, { is: 'done' }>) => string);
  readonly files?: boolean;
}

/** The value of a button named 'do' that only looks up: `reads` finds what was asked for in the fields. */
export const lookUp = 'look-up';

/** The routes of an act on a case. */
export function actScreen<Schema extends z.ZodObject, More = null>(parts: ActParts<Schema, More>): readonly Route[] {
  return screen({ path: `/cases/:reference/${parts.act}`, access: rolesFor(parts.act), get, post });

  async function get(visit: Visit): Promise<Answer> {
    const shown = await showCase(visit, rolesFor(parts.act));
    if (shown === null) return notFound;
    if (!mayBegin(shown, visit, parts.act)) return notNow(visit, shown);
    const more = await readMore(visit, shown);
    const start = { ...parts.start?.(shown, visit, more), ...startFromArrival(shown, visit, parts.act) };
    return view(visit, shown, more, startForm(visit, start), shown.case.version);
  }

  async function post(visit: Visit): Promise<Answer> {
    const shown = await showCase(visit, rolesFor(parts.act));
    if (shown === null) return notFound;
    const version = Number(visit.fields.version);
    const expected = Number.isSafeInteger(version) && version > 0 ? version : shown.case.version;
    const more = await readMore(visit, shown);
    const arrived = parts.files ? await receiveFiles(visit) : { ok: true as const, stored: [] };
    const { stored } = arrived;
    // A button that looks something up shows the form again with it, and with all that was typed.
    if (visit.fields.do === lookUp)
      return view(visit, shown, more, { values: visit.fields, errors: [] }, expected, { stored });
    const schema = typeof parts.schema === 'function' ? parts.schema(shown, visit, more) : parts.schema;
    const read = readForm(schema, visit.fields);
    if (!read.ok || !arrived.ok) {
      const form = arrived.ok ? read.form : withErrors(read.form, arrived.errors);
      return view(visit, shown, more, form, expected, { stored });
    }
    const fieldsOf = (form: FormState) => () => parts.fields({ form, shown, visit, more });
    const outcome = await act(
      visit.house.db,
      { landlordId: visit.landlord.id, staff: visit.staff.id, roles: visit.staff.roles },
      {
        ref: shown.case.id,
        expectedVersion: expected,
        now: new Date(visit.now),
        ...parts.extras?.(read.value, visit, shown),
      },
      async (file, context, trx) => {
        const decision = await parts.decide(read.value, {
          file,
          context,
          trx,
          visit,
          shown,
          more,
          arrived: stored,
          attach: () => keepFiles(trx, visit, stored),
        });
        // A decision knows its case; what else an id may name, only the form can say.
        return decision.ok
          ? (notOffered(visit.fields, Object.keys(schema.shape), fieldsOf(read.form)) ?? decision)
          : decision;
      },
    );
    switch (outcome.is) {
      case 'done':
        return redirect(whereTo(shown, read.value, outcome), { done: doneWords(read.value, outcome) });
      case 'refused':
        return view(visit, shown, more, withRefusals(read.form, outcome.refusals, parts.names), expected, {
          stored,
        });
      case 'conflict': {
        // What came in between is shown with what was typed; sending again is a decision made with it in view.
        const now = await visit.db((trx) => shownFrom(trx, outcome.file, visit));
        const form = withErrors(read.form, [
          {
            field: null,
            words: 'Somebody else changed this case while you were writing. Read what changed, then send again',
          },
          ...(mayBegin(now, visit, parts.act) ? [] : [{ field: null, words: whyNot(now, visit) }]),
        ]);
        return view(visit, now, more, form, outcome.file.case.version, { since: outcome.since, stored });
      }
      case 'no-such-case':
        return notFound;
      default:
        return outcome satisfies never;
    }
  }

  async function readMore(visit: Visit, shown: CaseShown): Promise<More> {
    const { reads } = parts;
    // Without `reads`, More is null by its default.
    return reads === undefined ? (null as More) : visit.db((trx) => reads(trx, shown, visit));
  }

  function whereTo(shown: CaseShown, value: z.output<Schema>, outcome: Extract<Outcome, { is: 'done' }>): string {
    const next = typeof parts.next === 'function' ? parts.next(value, outcome) : (parts.next ?? '');
    return next.startsWith('/cases/') || next === '/' ? next : casePath(shown.case.reference, next);
  }

  function doneWords(value: z.output<Schema>, outcome: Extract<Outcome, { is: 'done' }>): string {
    const words = typeof parts.done === 'function' ? parts.done(value, outcome) : parts.done;
    return [words, ...outcome.warnings].join('. ').replaceAll('..', '.');
  }

  function titleOf(shown: CaseShown, visit: Visit): string {
    return typeof parts.title === 'function' ? parts.title(shown, visit) : parts.title;
  }

  function view(
    visit: Visit,
    shown: CaseShown,
    more: More,
    form: FormState,
    version: number,
    { since = [], stored = [] }: { readonly since?: readonly Entry[]; readonly stored?: readonly Stored[] } = {},
  ): Page {
    return page(
      visit,
      {
        title: titleOf(shown, visit),
        section: 'cases',
        back: { href: casePath(shown.case.reference), text: `Back to ${shown.case.reference}` },
        form,
        above: <IdentityBar shown={shown} visit={visit} />,
        wide: parts.beside !== undefined,
      },
      <Beside what={parts.beside?.({ form, shown, visit, more })}>
        {since.length > 0 ? <Meanwhile shown={shown} since={since} /> : null}
        <WhatTheCodeAsks
          shown={shown}
          rules={typeof parts.asks === 'function' ? parts.asks(shown) : (parts.asks ?? [])}
        />
        <Form visit={visit} files={parts.files ?? false}>
          <Hidden name="version" value={version} />
          {parts.fields({ form, shown, visit, more })}
          <CameBefore visit={visit} stored={stored} />
          {parts.warning ? <WarningText text={parts.warning} iconFallbackText="Warning" /> : null}
          <div class="govuk-button-group">
            <Submit>{parts.button}</Submit>
            <a class="govuk-link" href={casePath(shown.case.reference)}>
              Cancel
            </a>
          </div>
        </Form>
      </Beside>,
    );
  }

  function notNow(visit: Visit, shown: CaseShown): Page {
    return page(
      visit,
      {
        title: titleOf(shown, visit),
        section: 'cases',
        status: 409,
        back: { href: casePath(shown.case.reference), text: `Back to ${shown.case.reference}` },
        above: <IdentityBar shown={shown} visit={visit} />,
      },
      <InsetText text={whyNot(shown, visit)} />,
    );
  }

  function whyNot(shown: CaseShown, visit: Visit): string {
    return parts.whyNot?.(shown, visit) ?? whyNotNow(shown, visit, parts.act);
  }
}
