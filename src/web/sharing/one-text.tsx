/** One text: what it says, what it can be written from, what might identify somebody, and where it was told. */
import type { VNode } from 'preact';
import { caseReaders, caseWorkers } from '../../complaint/roles.js';
import { addDays } from '../../facts/days.js';
import { audienceWords, wayWords } from '../../reports/sharing/audiences.js';
import { sharingTellers } from '../../reports/sharing/telling.js';
import { recordReading } from '../../store/reads.js';
import { type Checked, checkText } from '../../store/sharing/check.js';
import {
  type ImprovementSource,
  improvementsFor,
  type LearningSource,
  learningFor,
} from '../../store/sharing/sources.js';
import { readLog, type SharedLog } from '../../store/sharing/texts.js';
import { onlyOpen } from '../cases/case-shown.js';
import { InsetText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { notFound, screen, type Visit } from '../visit.js';
import { FindingsShown } from './findings.js';
import { sharingPage, type Text, textAsked, textHref } from './sharing-frame.js';

/** So long ago may what is told have been learnt. */
const days = 365;

async function get(visit: Visit) {
  const writes = visit.may(...caseWorkers);
  const found = await visit.db(async (trx) => {
    const text = await textAsked(trx, visit);
    if (text === null) return null;
    const since = { since: addDays(visit.today, -days) };
    const learning: LearningSource[] = [];
    if (writes) {
      learning.push(...(await onlyOpen(trx, visit, await learningFor(trx, text.id, since))).open);
      await recordReading(trx, { staff: visit.staff.id, what: 'export', about: 'learning to be shared' });
    }
    return {
      text,
      learning,
      improvements: writes ? await improvementsFor(trx, text.id, since) : [],
      findings: await checkText(trx, text, visit.today),
      log: await readLog(trx, { text: text.id }),
    };
  });
  if (found === null) return notFound;
  const { text, findings, log } = found;
  return sharingPage(
    visit,
    { title: text.title, wide: true, back: { href: '/sharing', text: 'What we shared' } },
    <>
      <p class="govuk-body">For: {audienceWords[text.audience].name}.</p>
      {text.opening === '' ? null : <p class="govuk-body-l">{text.opening}</p>}
      <Items text={text} writes={writes} />
      {writes ? (
        <p class="govuk-body">
          <a class="govuk-link" href={textHref(text, '/words')}>
            Change the title and the opening
          </a>
        </p>
      ) : null}
      <FindingsShown visit={visit} text={text} findings={findings} />
      <Tell visit={visit} text={text} findings={findings} />
      <Log visit={visit} text={text} log={log} />
      {writes ? <Sources text={text} learning={found.learning} improvements={found.improvements} /> : null}
    </>,
  );
}

function Items({ text, writes }: { readonly text: Text; readonly writes: boolean }): VNode {
  const { said, did } = audienceWords[text.audience];
  return (
    <>
      {text.items.length === 0 ? (
        <InsetText text="It tells nothing yet. Take up what is below, or write an item." />
      ) : null}
      {text.items.map((item, at) => (
        <section key={item.id} aria-labelledby={`item-${at + 1}`}>
          <h2 class="govuk-heading-m" id={`item-${at + 1}`}>
            {item.area === '' ? `Item ${at + 1}` : item.area}
          </h2>
          <p class="govuk-body">
            <strong>{said}:</strong> {item.said}
          </p>
          <p class="govuk-body">
            <strong>{did}:</strong> {item.did}
          </p>
          {writes ? (
            <p class="govuk-body">
              <a class="govuk-link" href={textHref(text, `/items/${item.id}`)}>
                Change item {at + 1}
              </a>
            </p>
          ) : null}
        </section>
      ))}
    </>
  );
}

function Tell({
  visit,
  text,
  findings,
}: {
  readonly visit: Visit;
  readonly text: Text;
  readonly findings: readonly Checked[];
}): VNode | null {
  if (text.items.length === 0) return null;
  if (findings.some(({ stands }) => stands === null))
    return (
      <p class="govuk-body">It can be taken out and told once each of these has gone, or a person lets it stand.</p>
    );
  return (
    <>
      <h2 class="govuk-heading-m">Take it out, and tell it</h2>
      <ul class="govuk-list">
        {[
          { below: '/text', words: 'As plain text' },
          { below: '/docx', words: 'As a Word document' },
          { below: '/pdf', words: 'As PDF' },
        ].map(({ below, words }) => (
          <li key={below}>
            <a class="govuk-link" href={textHref(text, below)}>
              {words}
            </a>
          </li>
        ))}
      </ul>
      {visit.may(...sharingTellers) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={textHref(text, '/tell')}>
            {text.audience === 'residents' ? 'Publish it, or put down where it was told' : 'Put down where it was told'}
          </a>
        </p>
      ) : null}
    </>
  );
}

function Sources({
  text,
  learning,
  improvements,
}: {
  readonly text: Text;
  readonly learning: readonly LearningSource[];
  readonly improvements: readonly ImprovementSource[];
}): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">What it can be written from</h2>
      <p class="govuk-body">
        From the last twelve months, and not yet in this text. The words are colleagues’ own and may tell who somebody
        is: you write the item in yours.
      </p>
      {learning.length + improvements.length === 0 ? <InsetText text="There is nothing more." /> : null}
      <ul class={learning.length + improvements.length === 0 ? 'govuk-list' : 'app-list'}>
        {improvements.map((one) => (
          <li key={one.id} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              <a class="govuk-link" href={textHref(text, `/items/new?improvement=${one.id}`)}>
                Take up the improvement: {one.title}
              </a>
            </p>
            <p class="govuk-body-s govuk-!-margin-bottom-0">
              Done on <DayText day={one.on} short />
              {one.effect === null ? '' : `; complaints before ${one.effect.before}, after ${one.effect.after}`}
            </p>
          </li>
        ))}
        {learning.map((one) => (
          <li key={`${one.caseId} ${one.seq}`} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              <a class="govuk-link" href={textHref(text, `/items/new?case=${one.caseId}&seq=${one.seq}`)}>
                Take up what {one.reference} taught
              </a>
              {one.category === null ? '' : `: ${one.category}`}
            </p>
            <p class="govuk-body-s govuk-!-margin-bottom-0 app-quote">{one.learnt}</p>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={textHref(text, '/items/new')}>
          Write an item from neither
        </a>
      </p>
    </>
  );
}

function Log({
  visit,
  text,
  log,
}: {
  readonly visit: Visit;
  readonly text: Text;
  readonly log: readonly SharedLog[];
}): VNode | null {
  if (log.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m" id="log">
        Where and when it was told
      </h2>
      <ul class="app-list">
        {log.map((one) => (
          <li key={one.id} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              {wayWords[one.way]}
              {one.place === '' ? '' : `: ${one.place}`}, <DayText day={one.sharedOn} />, by {one.by}.
              {one.takenDownOn === null ? null : (
                <>
                  {' '}
                  Taken down on <DayText day={one.takenDownOn} />: {one.takenDownBecause}
                </>
              )}
            </p>
            {one.way === 'site' && one.takenDownOn === null && visit.may(...sharingTellers) ? (
              <p class="govuk-body govuk-!-margin-bottom-0">
                <a class="govuk-link" href={textHref(text, `/take-down/${one.id}`)}>
                  Take it down from the residents’ site
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

export const sharedText = screen({ path: '/sharing/:id', access: caseReaders, get });
