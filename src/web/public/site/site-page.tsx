/**
 * The frame of every page that residents see: the landlord's name and colour, one h1, errors first, and at the foot of
 * each page how to reach the Housing Ombudsman. Nothing in it is fetched from anybody else.
 */
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { housingOmbudsman } from '../../../letters/ombudsman.js';
import { Alert, BackLink, ErrorSummary, SkipLink } from '../../ui/components.js';
import { anchorOf, type FormState } from '../../ui/forms.js';
import type { Page, SiteVisit } from '../../visit.js';
import { withOurWords } from './component-words.js';
import { LanguageChoice } from './language-choice.js';
import { markedUp } from './marked-up.js';

export interface SitePageOptions {
  /** Names the page in the browser's tab, and is its h1 unless `heading` says otherwise. */
  readonly title: string;
  /** The h1 in other words; null when the body brings the h1 itself (a question's legend). */
  readonly heading?: ComponentChildren | null;
  /** Small words above the h1. */
  readonly caption?: string;
  readonly back?: { readonly href: string; readonly text?: string };
  /** Its errors are summed up above the h1, and the title says that there are some. */
  readonly form?: FormState;
  /** The title says that something is wrong, where no form's errors do. */
  readonly error?: boolean;
  readonly status?: number;
}

/** A page of a residents' site. */
export function sitePage(visit: SiteVisit, options: SitePageOptions, body: ComponentChildren): Page {
  const failed = (options.form?.errors.length ?? 0) > 0;
  const status = options.status ?? (failed && visit.method === 'POST' ? 422 : 200);
  const html = renderToString(
    <html lang={visit.say.language} dir={visit.say.direction} class="govuk-template">
      <Head visit={visit} title={titleOf(visit, options, failed)} />
      <body class="govuk-template__body app-site">
        <script src={`/assets/${visit.house.assets['start.js']}`} />
        <SkipLink href="#main-content" text={visit.say('Skip to main content')} />
        <Header visit={visit} />
        <LanguageChoice visit={visit} />
        <div class="govuk-width-container">
          {options.back ? (
            <nav aria-label={visit.say('Back')}>
              <BackLink href={options.back.href} text={options.back.text ?? visit.say('Back')} />
            </nav>
          ) : null}
          <main class="govuk-main-wrapper" id="main-content">
            <div class="govuk-grid-row">
              <div class="govuk-grid-column-two-thirds">
                <Content visit={visit} options={options} body={body} failed={failed} />
              </div>
            </div>
          </main>
        </div>
        <Footer visit={visit} />
      </body>
    </html>,
  );
  return { kind: 'page', status, html: `<!DOCTYPE html>${markedUp(withOurWords(html, visit.say))}` };
}

function titleOf(visit: SiteVisit, { title, error }: SitePageOptions, failed: boolean): string {
  const named = visit.say('{title} – {landlord} complaints', { title, landlord: visit.landlord.name });
  return failed || error ? visit.say('Error: {title}', { title: named }) : named;
}

function Head({ visit, title }: { visit: SiteVisit; title: string }): VNode {
  const { assets } = visit.house;
  const { brandColour: colour } = visit.landlord;
  const styles = visit.say.direction === 'rtl' ? 'styles-from-the-right.css' : 'styles.css';
  const face = visit.site.typeface === 'atkinson' ? '' : `-${visit.site.typeface}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content={colour} />
      <meta name="format-detection" content="telephone=no" />
      <meta name="robots" content="noindex" />
      <link rel="icon" href={`/assets/${assets['favicon.svg']}`} type="image/svg+xml" />
      <link rel="stylesheet" href={`/assets/${assets[styles]}`} />
      <link rel="stylesheet" href={`/brand/${colour.slice(1)}${face}.css`} />
      <script type="module" src={`/assets/${assets['enhance.js']}`} />
    </head>
  );
}

function Header({ visit }: { visit: SiteVisit }): VNode {
  const { say } = visit;
  return (
    <header class="govuk-template__header">
      <div class="app-header">
        <div class="govuk-width-container app-header__container">
          <a class="app-header__landlord" href={visit.base}>
            {visit.landlord.name}
          </a>
          {visit.resident && visit.resident.purpose !== 'draft' ? (
            <div class="app-header__who">
              <form method="post" action={`${visit.base}/leave`}>
                <input type="hidden" name="_csrf" value={visit.csrf} />
                <button class="app-header__link" type="submit">
                  {say('Sign out')}
                </button>
              </form>
            </div>
          ) : null}
        </div>
      </div>
      {visit.landlord.demonstration ? (
        <aside class="app-strip" aria-label={say('Demonstration')}>
          <div class="govuk-width-container">
            <p>
              {say('This is a demonstration. The people and complaints here are made up, and nothing is ever sent.')}
            </p>
          </div>
        </aside>
      ) : null}
    </header>
  );
}

interface ContentProps {
  readonly visit: SiteVisit;
  readonly options: SitePageOptions;
  readonly body: ComponentChildren;
  readonly failed: boolean;
}

function Content({ visit, options, body, failed }: ContentProps): VNode {
  const { form, caption, heading, title } = options;
  return (
    <>
      {failed && form ? (
        <ErrorSummary
          titleText={visit.say('There is a problem')}
          errorList={form.errors.map((error) => ({ text: error.words, href: anchorOf(form, error) }))}
        />
      ) : null}
      {visit.done && !failed ? (
        <Alert variant="success" title={visit.done} dismissible={false} attributes={{ 'data-done': 'yes' }} />
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

function Footer({ visit: { say, base, resident } }: { visit: SiteVisit }): VNode {
  const { phone, website, address } = housingOmbudsman;
  return (
    <footer class="app-footer">
      <div class="govuk-width-container">
        <h2 class="govuk-heading-s">{say('The Housing Ombudsman can help you at any time')}</h2>
        <p class="govuk-!-margin-bottom-2">
          {say.legal(
            'The Housing Ombudsman Service is free and independent of us. You can ask it for advice at any point while we deal with your complaint.',
          )}
        </p>
        <ul class="app-footer__ways">
          <li>{say('Phone: {phone}', { phone: phone ?? '' })}</li>
          <li>
            {say('Website:')}{' '}
            <a class="govuk-footer__link" href={`https://${website}`} rel="noreferrer">
              {website}
            </a>
          </li>
          <li>{say('Post: {address}', { address: address.join(', ') })}</li>
        </ul>
        <ul>
          <li>
            <a class="govuk-footer__link" href={base}>
              {say('Complaints')}
            </a>
          </li>
          <li>
            <a class="govuk-footer__link" href={`${base}/policies`}>
              {say('Our complaints policy')}
            </a>
          </li>
          {resident?.purpose === 'follow' ? (
            <li>
              <a class="govuk-footer__link" href={`${base}/close-links`}>
                {say('Close all links')}
              </a>
            </li>
          ) : null}
          <li>
            <a class="govuk-footer__link" href={`${base}/accessibility`}>
              {say('Accessibility')}
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
