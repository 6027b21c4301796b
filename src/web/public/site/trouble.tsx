/** For residents when something is wrong: what happened, what to do, and what was typed, ready to be sent again. */
import type { Trouble } from '../../ui/error-pages.js';
import { Form, Submit } from '../../ui/forms.js';
import type { Fields, Page, SiteVisit } from '../../visit.js';
import { type Say, sentence } from './say.js';
import { sitePage } from './site-page.js';

interface Words {
  readonly title: string;
  readonly what: string;
  readonly next: string;
}

const wentWrong: Words = {
  title: sentence('Something went wrong'),
  what: sentence('This is our fault, and it has been recorded.'),
  next: sentence('Try again. If it happens again, ring us and tell us the code below.'),
};

const notUnderstood: Words = {
  title: sentence('That could not be understood'),
  what: sentence('Part of what your browser sent is missing or damaged.'),
  next: sentence('Go back and try again.'),
};

function wordsOf(trouble: Trouble): Words {
  switch (trouble) {
    case 400:
    case 405:
      return notUnderstood;
    case 403:
    case 404:
      return {
        title: sentence('Page not found'),
        what: sentence(
          'If you typed the address, check that it is right. If you pasted it, check that you copied all of it.',
        ),
        next: sentence('It may also be something that you can no longer see.'),
      };
    case 413:
      return {
        title: sentence('That is too large'),
        what: sentence('The file, or what you wrote, is larger than we can take at once.'),
        next: sentence('Send a smaller one, or ring us and we will find another way.'),
      };
    case 429:
      return {
        title: sentence('Too many requests'),
        what: sentence('More was asked from your network in a short time than one person can ask.'),
        next: sentence('Wait a minute and try again.'),
      };
    case 503:
      return {
        title: sentence('Not available at the moment'),
        what: sentence('Nothing that you sent us before is lost.'),
        next: sentence('Try again in a minute, or ring us.'),
      };
    case 'token':
      return {
        title: sentence('Check that this is what you want to send'),
        what: sentence('The page was open for a long time, so nothing was sent yet.'),
        next: sentence('Send it again from here.'),
      };
    case 500:
      return wentWrong;
    default:
      return trouble satisfies never;
  }
}

/** The page that says it; what was typed goes out again with one button. */
export function siteTrouble(
  visit: SiteVisit,
  trouble: Trouble,
  { code, typed = {} }: { readonly code?: string; readonly typed?: Fields } = {},
): Page {
  const { say } = visit;
  const { title, what, next } = wordsOf(trouble);
  return sitePage(
    visit,
    { title: say(title), status: trouble === 'token' ? 403 : trouble },
    <>
      <p class="govuk-body">{say(what)}</p>
      <p class="govuk-body">{say(next)}</p>
      {code === undefined ? null : <p class="govuk-body">{say('Code: {code}', { code })}</p>}
      {Object.keys(typed).length === 0 ? null : <TypedAgain visit={visit} typed={typed} say={say} />}
    </>,
  );
}

function TypedAgain({ visit, typed, say }: { visit: SiteVisit; typed: Fields; say: Say }) {
  const entries = Object.entries(typed).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
  );
  return (
    <Form visit={visit}>
      {entries.map(({ name, value }) => (
        <textarea key={name} name={name} hidden>
          {/* A leading line break in a textarea is dropped by browsers. */}
          {value.startsWith('\n') ? `\n${value}` : value}
        </textarea>
      ))}
      <Submit>{say('Send again')}</Submit>
    </Form>
  );
}
