/** The frame of every page: the landlord's own header, what can be done, one h1, errors first, a quiet footer. */
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { idleMinutes } from '../../store/sessions.js';
import type { AnyVisit, Page } from '../visit.js';
import { ourColour } from './brand.js';
import { Alert, BackLink, Breadcrumbs, ErrorSummary, ServiceNavigation, SkipLink } from './components.js';
import { anchorOf, type FormState } from './forms.js';
import { type Section, sectionsFor } from './navigation.js';

export interface PageOptions {
  /** Names the page in the browser's tab, and is its h1 unless `heading` says otherwise. */
  readonly title: string;
  /** The h1 in other words; null when the body brings the h1 itself (a question's legend, an interruption card). */
  readonly heading?: ComponentChildren | null;
  /** Small words above the h1: a case's reference. */
  readonly caption?: string;
  readonly section?: Section;
  readonly back?: { readonly href: string; readonly text?: string };
  readonly crumbs?: readonly { readonly text: string; readonly href?: string }[];
  /** Its errors are summed up above the h1, and the title says that there are some. */
  readonly form?: FormState;
  /** The whole width, for tables; else two thirds, for reading. */
  readonly wide?: boolean;
  /** Above the h1, in the whole width: the identity bar of a case. */
  readonly above?: ComponentChildren;
  /** 422 when a form is shown again. */
  readonly status?: number;
}

export function page(visit: AnyVisit, options: PageOptions, body: ComponentChildren): Page {
  const failed = (options.form?.errors.length ?? 0) > 0;
  const status = options.status ?? (failed && visit.method === 'POST' ? 422 : 200);
  return {
    kind: 'page',
    status,
    html: `<!DOCTYPE html>${renderToString(<Document visit={visit} options={options} body={body} failed={failed} />)}`,
  };
}

function Document({
  visit,
  options,
  body,
  failed,
}: {
  visit: AnyVisit;
  options: PageOptions;
  body: ComponentChildren;
  failed: boolean;
}): VNode {
  const { assets } = visit.house;
  const owner = visit.landlord?.name ?? 'Putright';
  const colour = visit.landlord?.brandColour ?? ourColour;
  return (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <title>{`${failed ? 'Error: ' : ''}${options.title} – ${owner} complaints`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content={colour} />
        <meta name="format-detection" content="telephone=no" />
        {visit.staff ? <meta name="session-minutes" content={String(idleMinutes)} /> : null}
        <link rel="icon" href={`/assets/${assets['favicon.svg']}`} type="image/svg+xml" />
        <link rel="stylesheet" href={`/assets/${assets['styles.css']}`} />
        <link rel="stylesheet" href={`/brand/${colour.slice(1)}.css`} />
        <script type="module" src={`/assets/${assets['enhance.js']}`} />
      </head>
      <body class="govuk-template__body">
        <script src={`/assets/${assets['start.js']}`} />
        <SkipLink href="#main-content" text="Skip to main content" />
        <Header visit={visit} section={options.section} owner={owner} />
        {visit.landlord?.demonstration ? (
          <aside class="app-strip" aria-label="Demonstration">
            <div class="govuk-width-container">
              <p>
                <strong>Demonstration.</strong> The people and complaints here are made up, and nothing is ever sent.
              </p>
            </div>
          </aside>
        ) : null}
        <div class="govuk-width-container">
          {options.crumbs ? <Breadcrumbs items={options.crumbs} collapseOnMobile /> : null}
          {options.back ? (
            <nav aria-label="Back">
              <BackLink href={options.back.href} text={options.back.text ?? 'Back'} />
            </nav>
          ) : null}
          <main class="govuk-main-wrapper" id="main-content">
            {options.above}
            {options.wide ? (
              <Content visit={visit} options={options} body={body} failed={failed} />
            ) : (
              <div class="govuk-grid-row">
                <div class="govuk-grid-column-two-thirds">
                  <Content visit={visit} options={options} body={body} failed={failed} />
                </div>
              </div>
            )}
          </main>
        </div>
        <Footer />
      </body>
    </html>
  );
}

function Content({
  visit,
  options,
  body,
  failed,
}: {
  visit: AnyVisit;
  options: PageOptions;
  body: ComponentChildren;
  failed: boolean;
}): VNode {
  const { form, caption, heading, title } = options;
  return (
    <>
      {failed && form ? (
        <ErrorSummary
          titleText="There is a problem"
          errorList={form.errors.map((error) => ({ text: error.words, href: anchorOf(form, error) }))}
        />
      ) : null}
      {visit.done && !failed ? (
        <Alert variant="success" title={visit.done} dismissible attributes={{ 'data-done': 'yes' }} />
      ) : null}
      {visit.restored && visit.method === 'GET' ? (
        <Alert
          variant="information"
          title="What you typed was kept"
          showTitleAsHeading
          text="You were signed out before it could be saved. Check it and send it again. Files and passwords have to be entered again."
        />
      ) : null}
      {heading === null ? null : (
        <>
          {caption ? <span class="app-caption">{caption}</span> : null}
          <h1 class="govuk-heading-l">{heading ?? title}</h1>
        </>
      )}
      {body}
    </>
  );
}

function Header({ visit, section, owner }: { visit: AnyVisit; section: Section | undefined; owner: string }): VNode {
  return (
    <header class="govuk-template__header">
      <div class="app-header">
        <div class="govuk-width-container app-header__container">
          <a class="app-header__landlord" href={visit.staff ? '/' : '/sign-in'}>
            {owner}
          </a>
          {visit.staff ? (
            <div class="app-header__who">
              <span>{visit.staff.name}</span>
              <form method="post" action="/sign-out">
                <input type="hidden" name="_csrf" value={visit.csrf} />
                <button class="app-header__link" type="submit">
                  Sign out
                </button>
              </form>
            </div>
          ) : null}
        </div>
      </div>
      {visit.staff ? (
        <ServiceNavigation
          serviceName="Complaints"
          serviceUrl="/"
          navigation={sectionsFor(visit.staff.roles, section)}
          navigationLabel="Sections"
        />
      ) : null}
    </header>
  );
}

function Footer(): VNode {
  return (
    <footer class="app-footer">
      <div class="govuk-width-container">
        <ul>
          <li>
            <a class="govuk-footer__link" href="/deadlines">
              Work out the Code’s dates
            </a>
          </li>
          <li>
            <a class="govuk-footer__link" href="/accessibility">
              Accessibility
            </a>
          </li>
        </ul>
        <p>Putright: complaint handling by the Housing Ombudsman’s Complaint Handling Code</p>
      </div>
    </footer>
  );
}
