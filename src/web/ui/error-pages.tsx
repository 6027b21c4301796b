/** Pages for when something is wrong: what happened, what to do, and what was typed, ready to be sent again. */
import type { VNode } from 'preact';
import type { AnyVisit, Fields, Page } from '../visit.js';
import { Details } from './components.js';
import { Form, Submit } from './forms.js';
import { page } from './frame.js';

export type Trouble = 400 | 403 | 404 | 405 | 413 | 429 | 500 | 503 | 'token';

const words: Record<Trouble, { title: string; what: string; next: string }> = {
  400: {
    title: 'That could not be understood',
    what: 'Part of what your browser sent is missing or damaged.',
    next: 'Go back and try again.',
  },
  403: {
    title: 'You do not have access to this page',
    what: 'Your role does not include it.',
    next: 'If you need it for your work, ask an administrator of your organisation.',
  },
  404: {
    title: 'Page not found',
    what: 'If you typed the address, check that it is right. If you pasted it, check that you copied all of it.',
    next: 'What it showed may also have moved.',
  },
  405: { title: 'That cannot be done here', what: 'This page takes no forms.', next: 'Go back and try again.' },
  413: {
    title: 'That is too large',
    what: 'A file, or all of them together, is larger than can be taken at once.',
    next: 'Send fewer files at a time, or a smaller version of the file.',
  },
  429: {
    title: 'Too many requests',
    what: 'More was asked from your network in a short time than one person can ask.',
    next: 'Wait a minute and try again.',
  },
  500: {
    title: 'Something went wrong',
    what: 'This is our fault, and it has been recorded.',
    next: 'Try again. If it happens again, tell whoever runs this service the code below.',
  },
  503: {
    title: 'Not available at the moment',
    what: 'The service cannot reach its database. Nothing that was saved is lost.',
    next: 'Try again in a minute.',
  },
  token: {
    title: 'Check that this is what you want to send',
    what: 'The page was open for a long time, or you have signed in again since, so it was not sent.',
    next: 'If you are no longer signed in, sign in in another tab first. Then send it again from here.',
  },
};

export function troublePage(
  visit: AnyVisit,
  trouble: Trouble,
  { code, typed }: { readonly code?: string; readonly typed?: Fields } = {},
): Page {
  const { title, what, next } = words[trouble];
  const kept = typed && Object.keys(typed).length > 0 ? typed : null;
  const status = trouble === 'token' ? 403 : trouble;
  return page(
    visit,
    { title, status },
    <>
      <p class="govuk-body">{what}</p>
      <p class="govuk-body">{next}</p>
      {code ? (
        <p class="govuk-body">
          Code: <strong>{code}</strong>
        </p>
      ) : null}
      {kept ? <TypedAgain visit={visit} typed={kept} /> : null}
    </>,
  );
}

/** Nothing typed is lost: the form goes out again with the press of a button, and can be read and copied meanwhile. */
function TypedAgain({ visit, typed }: { visit: AnyVisit; typed: Fields }): VNode {
  const entries = Object.entries(typed).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
  );
  const long = entries.filter(({ value }) => value.trim().length > 30);
  return (
    <>
      <Form visit={visit}>
        {entries.map(({ name, value }) => (
          <textarea key={name} name={name} hidden>
            {/* A leading line break in a textarea is dropped by browsers. */}
            {value.startsWith('\n') ? `\n${value}` : value}
          </textarea>
        ))}
        <Submit>Send again</Submit>
      </Form>
      {long.length > 0 ? (
        <Details summaryText="What you typed">
          {long.map(({ value }) => (
            <p key={value} class="govuk-body app-quote">
              {value}
            </p>
          ))}
        </Details>
      ) : null}
    </>
  );
}
