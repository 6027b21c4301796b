/**
 * The one door to GOV.UK Frontend's and MOJ Frontend's own templates. A macro's HTML enters a page only here, through
 * `jsxTemplate`; what a screen puts into an `html` slot is JSX (or text) and is rendered, and so escaped, here. No other
 * file may hold raw HTML.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import type { ComponentChildren, VNode } from 'preact';
import { Fragment, isValidElement } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import type * as Govuk from './govuk-options.js';
import type * as Moj from './moj-options.js';

const require = createRequire(import.meta.url);
const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([
    join(dirname(require.resolve('govuk-frontend/package.json')), 'dist'),
    dirname(require.resolve('@ministryofjustice/frontend/package.json')),
  ]),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
);

// MOJ's two filters. The package's own need moment and read the machine's time zone; ours speak London's time.
const londonTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });
const londonDate = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' });

/** A day stays that day; an instant is put into London's time. */
function mojDate(value: string, type?: string): string {
  const instant = new Date(value.length === 10 ? `${value}T12:00:00Z` : value);
  const date = londonDate.format(instant);
  if (type === 'time') return londonTime.format(instant);
  return type === 'date' || type === 'shortdate' || value.length === 10
    ? date
    : `${date} at ${londonTime.format(instant)}`;
}
environment.addFilter('mojDate', mojDate);
environment.addFilter('date', (value: string) => mojDate(value, 'date'));

const compiled = new Map<string, nunjucks.Template>();

function render(source: string, context: object): string {
  let template = compiled.get(source);
  if (!template) {
    template = new nunjucks.Template(source, environment, undefined, true);
    compiled.set(source, template);
  }
  return template.render(context);
}

/** Slots that a template writes out as they stand: rendered here, so that text in them is escaped and JSX is JSX. */
function isMarkup(name: string, parent: string): boolean {
  return name === 'html' || name.endsWith('Html') || parent === 'slots';
}

function toMarkup(children: ComponentChildren): string {
  return renderToString(<Fragment>{children}</Fragment>);
}

function prepared(value: unknown, name: string, parent: string): unknown {
  if (value === null || value === undefined || value === false) return value;
  if (isMarkup(name, parent)) return toMarkup(value as ComponentChildren);
  if (Array.isArray(value)) return value.map((item) => prepared(item, '', name));
  if (isValidElement(value)) throw new Error(`JSX was given to '${name}' of a component; only its html slots take it`);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, prepared(inner, key, name)]));
  }
  return value;
}

function raw(html: string): VNode {
  return jsxTemplate([html]);
}

type WithChildren<Options> = Options & { readonly children?: ComponentChildren };

function macro<Options extends object>(from: 'govuk' | 'moj', component: string, name: string, slot = 'html') {
  const source = `{% from "${from}/components/${component}/macro.njk" import ${name} %}{{ ${name}(params) }}`;
  return function Component(props: WithChildren<Options>): VNode {
    const { children, ...options } = props as WithChildren<Record<string, unknown>>;
    const params = children === undefined ? options : { ...options, [slot]: children };
    return raw(render(source, { params: prepared(params, '', '') }));
  };
}

// GOV.UK Frontend. What stands between a component's tags becomes its html slot.
export const Accordion = macro<Govuk.AccordionOptions>('govuk', 'accordion', 'govukAccordion');
export const BackLink = macro<Govuk.BackLinkOptions>('govuk', 'back-link', 'govukBackLink');
export const Breadcrumbs = macro<Govuk.BreadcrumbsOptions>('govuk', 'breadcrumbs', 'govukBreadcrumbs');
export const Button = macro<Govuk.ButtonOptions>('govuk', 'button', 'govukButton');
export const CharacterCount = macro<Govuk.CharacterCountOptions>('govuk', 'character-count', 'govukCharacterCount');
export const Checkboxes = macro<Govuk.CheckboxesOptions>('govuk', 'checkboxes', 'govukCheckboxes');
export const DateInput = macro<Govuk.DateInputOptions>('govuk', 'date-input', 'govukDateInput');
export const Details = macro<Govuk.DetailsOptions>('govuk', 'details', 'govukDetails');
export const ErrorMessage = macro<Govuk.ErrorMessageOptions>('govuk', 'error-message', 'govukErrorMessage');
export const ErrorSummary = macro<Govuk.ErrorSummaryOptions>('govuk', 'error-summary', 'govukErrorSummary');
export const Fieldset = macro<Govuk.FieldsetOptions>('govuk', 'fieldset', 'govukFieldset');
export const FileUpload = macro<Govuk.FileUploadOptions>('govuk', 'file-upload', 'govukFileUpload');
export const Hint = macro<Govuk.HintOptions>('govuk', 'hint', 'govukHint');
export const Input = macro<Govuk.InputOptions>('govuk', 'input', 'govukInput');
export const InsetText = macro<Govuk.InsetTextOptions>('govuk', 'inset-text', 'govukInsetText');
export const Label = macro<Govuk.LabelOptions>('govuk', 'label', 'govukLabel');
export const NotificationBanner = macro<Govuk.NotificationBannerOptions>(
  'govuk',
  'notification-banner',
  'govukNotificationBanner',
);
export const Pagination = macro<Govuk.PaginationOptions>('govuk', 'pagination', 'govukPagination');
export const Panel = macro<Govuk.PanelOptions>('govuk', 'panel', 'govukPanel');
export const PasswordInput = macro<Govuk.PasswordInputOptions>('govuk', 'password-input', 'govukPasswordInput');
export const Radios = macro<Govuk.RadiosOptions>('govuk', 'radios', 'govukRadios');
export const Select = macro<Govuk.SelectOptions>('govuk', 'select', 'govukSelect');
export const ServiceNavigation = macro<Govuk.ServiceNavigationOptions>(
  'govuk',
  'service-navigation',
  'govukServiceNavigation',
);
export const SkipLink = macro<Govuk.SkipLinkOptions>('govuk', 'skip-link', 'govukSkipLink');
export const SummaryList = macro<Govuk.SummaryListOptions>('govuk', 'summary-list', 'govukSummaryList');
export const Table = macro<Govuk.TableOptions>('govuk', 'table', 'govukTable');
export const Tabs = macro<Govuk.TabsOptions>('govuk', 'tabs', 'govukTabs');
export const TaskList = macro<Govuk.TaskListOptions>('govuk', 'task-list', 'govukTaskList');
export const Textarea = macro<Govuk.TextareaOptions>('govuk', 'textarea', 'govukTextarea');
export const WarningText = macro<Govuk.WarningTextOptions>('govuk', 'warning-text', 'govukWarningText');

// MOJ Frontend.
export const AddAnother = macro<Moj.AddAnotherOptions>('moj', 'add-another', 'mojAddAnother');
export const Alert = macro<Moj.AlertOptions>('moj', 'alert', 'mojAlert');
export const Badge = macro<Moj.BadgeOptions>('moj', 'badge', 'mojBadge');
export const ButtonMenu = macro<Moj.ButtonMenuOptions>('moj', 'button-menu', 'mojButtonMenu');
export const Filter = macro<Moj.FilterOptions>('moj', 'filter', 'mojFilter', 'optionsHtml');
export const IdentityBar = macro<Moj.IdentityBarOptions>('moj', 'identity-bar', 'mojIdentityBar');
export const Messages = macro<Moj.MessagesOptions>('moj', 'messages', 'mojMessages');
export const MultiFileUpload = macro<Moj.MultiFileUploadOptions>(
  'moj',
  'multi-file-upload',
  'mojMultiFileUpload',
  'uploadHtml',
);
export const NotificationBadge = macro<Moj.NotificationBadgeOptions>(
  'moj',
  'notification-badge',
  'mojNotificationBadge',
);
export const OrganisationSwitcher = macro<Moj.OrganisationSwitcherOptions>(
  'moj',
  'organisation-switcher',
  'mojOrganisationSwitcher',
);
export const PageHeaderActions = macro<Moj.PageHeaderActionsOptions>(
  'moj',
  'page-header-actions',
  'mojPageHeaderActions',
);
export const PagesWithTotals = macro<Moj.PaginationOptions>('moj', 'pagination', 'mojPagination');
export const ProgressBar = macro<Moj.ProgressBarOptions>('moj', 'progress-bar', 'mojProgressBar');
export const Search = macro<Moj.SearchOptions>('moj', 'search', 'mojSearch');
export const SideNavigation = macro<Moj.SideNavigationOptions>('moj', 'side-navigation', 'mojSideNavigation');
export const SubNavigation = macro<Moj.SubNavigationOptions>('moj', 'sub-navigation', 'mojSubNavigation');
export const TicketPanel = macro<Moj.TicketPanelOptions>('moj', 'ticket-panel', 'mojTicketPanel');
export const Timeline = macro<Moj.TimelineOptions>('moj', 'timeline', 'mojTimeline');

const interruption =
  '{% from "moj/components/interruption-card/macro.njk" import interruptionCard %}' +
  '{% call interruptionCard(params) %}{{ body | safe }}{% endcall %}';

/** Its heading is the page's h1: give the page `heading: null`. Put it inside a `<Form>` so that its button posts. */
export function InterruptionCard(props: WithChildren<Moj.InterruptionCardOptions>): VNode {
  const { children, ...params } = props;
  return raw(render(interruption, { params: prepared(params, '', ''), body: toMarkup(children) }));
}

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

/** Stands in every row of long lists, so its markup is written here; a test holds it against the package's fixtures. */
export function Tag({
  colour,
  children,
}: {
  readonly colour?: TagColour;
  readonly children: ComponentChildren;
}): VNode {
  return <strong class={colour ? `govuk-tag govuk-tag--${colour}` : 'govuk-tag'}>{children}</strong>;
}
