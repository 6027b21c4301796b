/** Everything that can be set, with what it is for. */
import { listChanges } from '../../store/change-trail.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { page } from '../ui/frame.js';
import { screen, type Visit } from '../visit.js';
import { Changes, settingsPage } from './settings-page.js';

const kinds = [
  { href: '/settings/people', text: 'People', hint: 'Who can sign in, and what each may do' },
  {
    href: '/settings/teams',
    text: 'Teams and contractors',
    hint: 'Who handles cases, and who is asked for information',
  },
  { href: '/settings/areas', text: 'Areas', hint: 'The parts of your stock, for lists and figures' },
  { href: '/settings/categories', text: 'Categories', hint: 'What complaints are about, for learning from them' },
  { href: '/settings/causes', text: 'Causes', hint: 'What lies behind complaints, for counting it across cases' },
  { href: '/settings/targets', text: 'Targets', hint: 'Where you want to be faster than the Code asks' },
  { href: '/settings/holidays', text: 'Bank holidays', hint: 'Ones proclaimed since this release' },
  { href: '/settings/counting', text: 'How days are counted', hint: 'What happens when a clock starts on a day off' },
  {
    href: '/settings/hazards',
    text: 'Law on hazards',
    hint: 'From when its later phases count, once the law names the day',
  },
  { href: '/settings/approval', text: 'Approval', hint: 'Which answers a second person reads before they go' },
  {
    href: '/settings/compensation',
    text: 'Compensation',
    hint: 'Who approves up to how much, and your own tariff',
  },
  {
    href: '/settings/behaviour',
    text: 'Behaviour and safety',
    hint: 'Who proposes and who decides a restriction of contact; who may read safety markers',
  },
  {
    href: '/settings/letterhead',
    text: 'Name and letterhead',
    hint: 'How pages and letters name you, and your colour',
  },
  {
    href: '/settings/site',
    text: 'Residents’ site',
    hint: 'Where residents complain and follow their case: its name, colour and typeface, and what to ring in danger',
  },
  {
    href: '/policy-pages',
    text: 'Policy pages',
    hint: 'What residents read about complaints on your site: written, checked against the Code, published',
  },
  {
    href: '/settings/languages',
    text: 'Languages',
    hint: 'In which languages residents can read your site',
  },
  {
    href: '/settings/on-call',
    text: 'Who is on call',
    hint: 'Whom an emergency reaches at any hour, until somebody has taken it',
  },
  {
    href: '/settings/privacy-notice',
    text: 'Privacy notice',
    hint: 'What residents are told of their data where they are asked for it',
  },
  {
    href: '/settings/ways-out',
    text: 'How letters and messages leave',
    hint: 'Your mail server, GOV.UK Notify, a supplier who prints and posts; hours without texts; a test message',
  },
  {
    href: '/settings/incoming',
    text: 'Email, files and references',
    hint: 'Your own mail domains, the largest file, how references begin',
  },
  {
    href: '/settings/scripts',
    text: 'What to say and ask',
    hint: 'The script beside the form when somebody rings or comes, in your own words',
  },
  {
    href: '/settings/files',
    text: 'Files that are sent',
    hint: 'The virus scan, and whether an original may be opened that it has not found clean',
  },
  {
    href: '/settings/mailboxes',
    text: 'Mailboxes',
    hint: 'Which mailboxes are read, what is wrong with them, receipts for who writes',
  },
  {
    href: '/settings/sources',
    text: 'Programs that send contacts',
    hint: 'Let a web chat or an app send what residents say, by a token that reads nothing',
  },
  {
    href: '/imports',
    text: 'Registers',
    hint: 'Bring in a register of past complaints, so that figures begin with them',
  },
  {
    href: '/figures/given',
    text: 'Figures given',
    hint: 'Homes owned, past totals, benchmarks, survey results: what no case can tell',
  },
  { href: '/settings/changes', text: 'Changes', hint: 'Who changed which setting, and when' },
];

async function get(visit: Visit) {
  return page(
    visit,
    { title: 'Settings', section: 'settings', wide: true },
    <ul class="app-settings">
      {kinds.map(({ href, text, hint }) => (
        <li key={href}>
          <a class="govuk-link govuk-!-font-weight-bold" href={href}>
            {text}
          </a>
          <p>{hint}</p>
        </li>
      ))}
    </ul>,
  );
}

async function getChanges(visit: Visit) {
  const changes = await visit.db(async (trx) => listChanges(trx, 'all', 200, await hiddenCases(trx, viewerOf(visit))));
  return settingsPage(
    visit,
    { title: 'Changes' },
    changes.length === 0 ? <p class="govuk-body">Nothing has been changed yet.</p> : <Changes changes={changes} />,
  );
}

export const settingsOverview = screen({ path: '/settings', access: ['administrator'], get });
export const settingsChanges = screen({ path: '/settings/changes', access: ['administrator'], get: getChanges });
