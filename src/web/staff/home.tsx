/** Where staff arrive: numbers that lead to their lists, and their own next cases. */
import type { VNode } from 'preact';
import { addDays, weekday } from '../../facts/days.js';
import { type HomeCounts, homeCounts, readQueue } from '../../store/queue.js';
import { InsetText } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { CaseTable } from './case-list.js';
import { readNames } from './names.js';

async function get(visit: Visit) {
  if (!visit.may('officer', 'investigator', 'reviewer', 'manager')) return withoutCases(visit);
  // Who looks after everything sees everything; who writes two answers a month sees their own.
  const everybody = visit.may('officer', 'manager') && visit.query.whose !== 'mine';
  const handler = everybody ? null : visit.staff.id;
  const weekEnds = addDays(visit.today, (7 - weekday(visit.today)) % 7);
  const { counts, mine, names } = await visit.db(async (trx) => ({
    counts: await homeCounts(trx, { handler, today: visit.today, weekEnds }),
    mine: await readQueue(trx, { filter: handler === null ? {} : { handler }, size: 10 }),
    names: await readNames(trx),
  }));
  return page(
    visit,
    { title: 'Home', section: 'home', heading: `Hello, ${visit.staff.name}`, wide: true },
    <>
      {visit.may('officer', 'manager') ? (
        <p class="govuk-body">
          {everybody ? 'Everybody’s cases. ' : 'Your own cases. '}
          <a class="govuk-link" href={everybody ? '/?whose=mine' : '/'}>
            {everybody ? 'Show only mine' : 'Show everybody’s'}
          </a>
        </p>
      ) : null}
      <Cards counts={counts} mine={!everybody} />
      <h2 class="govuk-heading-m">{everybody ? 'Next, for everybody' : 'Next, for you'}</h2>
      {mine.rows.length === 0 ? (
        <InsetText text="Nothing is waiting. New contacts appear here as they are logged." />
      ) : (
        <>
          <Scroll label="The next cases">
            <CaseTable rows={mine.rows} names={names} visit={visit} caption="The next cases" />
          </Scroll>
          <p class="govuk-body">
            <a class="govuk-link" href={everybody ? '/cases' : '/cases?handler=me'}>
              All {mine.total.toLocaleString('en-GB')} {everybody ? 'cases' : 'of your cases'}
            </a>
          </p>
        </>
      )}
    </>,
  );
}

function Cards({ counts, mine }: { readonly counts: HomeCounts; readonly mine: boolean }): VNode {
  const whose = mine ? '&handler=me' : '';
  const cards = [
    { n: counts.toTriage, words: 'To triage', href: `/cases?standing=to-triage${whose}`, look: 'plain' },
    { n: counts.toAcknowledge, words: 'To acknowledge', href: `/cases?standing=to-acknowledge${whose}`, look: 'plain' },
    { n: counts.overdue, words: 'Overdue', href: `/cases?due=late${whose}`, look: 'attention' },
    { n: counts.dueToday, words: 'Due today', href: `/cases?due=today${whose}`, look: 'attention' },
    { n: counts.dueThisWeek, words: 'Due this week', href: `/cases?due=week${whose}`, look: 'plain' },
    { n: counts.promisesLate, words: 'Promises late', href: `/cases?promises=late${whose}`, look: 'attention' },
    { n: counts.waitingForOthers, words: 'Waiting for others', href: `/cases?waiting=yes${whose}`, look: 'quiet' },
    ...(mine
      ? []
      : [{ n: counts.unassigned, words: 'With nobody yet', href: '/cases?show=open&handler=nobody', look: 'plain' }]),
  ];
  return (
    <ul class="app-cards">
      {cards.map(({ n, words, href, look }) => (
        <li
          key={words}
          class={
            look === 'plain' || n === 0 ? `app-card${n === 0 ? ' app-card--quiet' : ''}` : `app-card app-card--${look}`
          }
        >
          <span class="app-card__number">{n.toLocaleString('en-GB')}</span>
          <a class="govuk-link app-card__link" href={href}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** An administrator, or the member responsible for complaints, has no cases of their own. */
function withoutCases(visit: Visit) {
  return page(
    visit,
    { title: 'Home', section: 'home', heading: `Hello, ${visit.staff.name}` },
    <ul class="govuk-list">
      {visit.may('member-responsible') ? (
        <li>
          <a class="govuk-link" href="/oversight">
            Complaints in figures
          </a>
        </li>
      ) : null}
      {visit.may('administrator') ? (
        <li>
          <a class="govuk-link" href="/settings">
            Settings
          </a>
        </li>
      ) : null}
      <li>
        <a class="govuk-link" href="/deadlines">
          Work out the Code’s dates
        </a>
      </li>
    </ul>,
  );
}

export const home = screen({ path: '/', access: 'signed-in', get });
