/** The answers once more, each with the way back to it, and the button that sends them. Nothing is received before it. */
import type { ComponentChildren } from 'preact';
import { canBeSent, questionsFor } from '../../../complaint/telling/questions.js';
import type { Told } from '../../../complaint/telling/told.js';
import type { Draft } from '../../../store/complaint-drafts.js';
import { Details, SummaryList } from '../../ui/components.js';
import { Form, type FormState, Submit, withErrors } from '../../ui/forms.js';
import { type Answer, notFound, redirect, type SiteVisit, screen } from '../../visit.js';
import type { Say } from '../site/say.js';
import { sitePage } from '../site/site-page.js';
import { Aside, notHere, tooMany } from './asking.js';
import { draftOf, pathTo } from './draft.js';
import { adjustmentWords } from './needs.js';
import { PrivacyNotice } from './privacy.js';
import { sendDraft } from './send-told.js';
import { choiceWords, claimWords, hazardWords, riskWords, tellerWords, wishWords } from './told-words.js';
import { reachWords } from './you.js';

const blank: FormState = { values: {}, errors: [] };

async function get(visit: SiteVisit): Promise<Answer> {
  const draft = await draftOf(visit);
  return notHere(visit, draft) ?? (draft === null ? notFound : view(visit, draft, blank));
}

async function post(visit: SiteVisit): Promise<Answer> {
  const { say } = visit;
  const draft = await draftOf(visit);
  const elsewhere = notHere(visit, draft);
  if (elsewhere !== null || draft === null) return elsewhere ?? notFound;
  const done = await sendDraft(visit, draft.id);
  switch (done.is) {
    case 'sent':
      return redirect(pathTo(visit, 'sent'));
    case 'gone':
      return redirect(`${visit.base}/complain`);
    case 'nothing':
      return view(
        visit,
        draft,
        withErrors(blank, [{ field: null, words: say('Tell us at least one thing, in your own words') }]),
      );
    case 'wait':
      return view(visit, draft, withErrors(blank, [{ field: null, words: tooMany(say, done.wait) }]));
    default:
      return done satisfies never;
  }
}

interface Line {
  readonly label: string;
  readonly value: ComponentChildren;
  readonly to: string;
}

function view(visit: SiteVisit, draft: Draft, form: FormState) {
  const { say } = visit;
  const { told } = draft;
  const lines = linesOf(say, draft);
  return sitePage(
    visit,
    {
      title: say('Check what you have told us'),
      form,
      back: { href: pathTo(visit, questionsFor(told).at(-2) ?? 'points') },
    },
    <>
      <SummaryList
        rows={lines.map(({ label, value, to }) => ({
          key: { text: label },
          value: { html: <span class="app-quote-plain">{value}</span> },
          actions: {
            items: [
              {
                href: to === '' ? `${visit.base}/complain` : pathTo(visit, to),
                text: say('Change'),
                visuallyHiddenText: label,
              },
            ],
          },
        }))}
      />
      {canBeSent(told) ? (
        <Form visit={visit}>
          {draft.emergencyCase === null ? null : (
            <p class="govuk-body">
              {say('The emergency is with us already. What you have added since reaches us when you send it.')}
            </p>
          )}
          <p class="govuk-body">
            {say('It is received today, {day}, when you send it.', { day: say.day(visit.today) })}
          </p>
          <Submit>{say('Send')}</Submit>
        </Form>
      ) : (
        <p class="govuk-body">
          <a class="govuk-button" href={pathTo(visit, 'points')}>
            {say('Tell us what it is about')}
          </a>
        </p>
      )}
      <PrivacyNotice visit={visit} />
      <Aside visit={visit} told={told} />
      <Details summaryText={say('Erase all of this')}>
        <Form visit={visit} action={pathTo(visit, 'remove')} id="erase">
          <p class="govuk-body">{say('All you have written here is gone for good, and nothing is sent to us.')}</p>
          <Submit warning>{say('Erase it')}</Submit>
        </Form>
      </Details>
    </>,
  );
}

function linesOf(say: Say, { told, files }: Draft): readonly Line[] {
  const asked = new Set<string>(questionsFor(told));
  const all: readonly (Line & { readonly when: boolean })[] = [
    { when: true, label: say('What you came for'), value: wishWords(say, told.wish), to: '' },
    { when: asked.has('who'), label: say('Who it is for'), value: tellerWords(say, told.teller), to: 'who' },
    { when: asked.has('for'), label: say('Who you speak for'), value: told.resident.name, to: 'for' },
    {
      when: asked.has('authority'),
      label: say('Whether they have agreed'),
      value: claimWords(say, told.claim),
      to: 'authority',
    },
    { when: asked.has('member'), label: say('Your resident'), value: told.resident.name, to: 'member' },
    {
      when: asked.has('group'),
      label: say('The others'),
      value: told.others.map(({ name }) => name).join(', '),
      to: 'group',
    },
    ...told.points.map((point, i) => ({
      when: true,
      label: told.points.length > 1 ? say('What it is about, {n}', { n: i + 1 }) : say('What it is about'),
      value: pointLines(say, told, i),
      to: `points/${i + 1}`,
      key: point.what,
    })),
    {
      when: asked.has('risk'),
      label: say('Whether anybody is at risk'),
      value: [riskWords(say, told.risk), told.riskWords].filter(Boolean).join('. '),
      to: 'risk',
    },
    {
      when: asked.has('hazards'),
      label: say('What kind of danger'),
      value: told.hazards.map((one) => hazardWords(say, one)).join(', '),
      to: 'hazards',
    },
    {
      when: asked.has('home'),
      label: say('The home'),
      value: [told.home.address, told.home.postcode].filter(Boolean).join(', '),
      to: 'home',
    },
    { when: true, label: say('Your name'), value: told.you.name, to: 'name' },
    { when: true, label: say('How to reach you'), value: reached(say, told), to: 'contact' },
    {
      when: asked.has('safe') && told.you.unsafe.length > 0,
      label: say('Never to be used'),
      value: told.you.unsafe.map((one) => reachWords(say, one)).join(', '),
      to: 'safe',
    },
    {
      when: asked.has('adjustments'),
      label: say('What makes it easier'),
      value: [...told.adjustments.map((one) => adjustmentWords(say, one)), told.language, told.adjustmentWords]
        .filter(Boolean)
        .join(', '),
      to: 'adjustments',
    },
    {
      when: asked.has('files'),
      label: say('Photos and letters'),
      value: files.map(({ name }) => name).join(', '),
      to: 'files',
    },
    {
      when: asked.has('before'),
      label: say('Asked before'),
      value: told.toldBefore === null ? '' : told.toldBefore ? say('Yes') : say('No'),
      to: 'before',
    },
    {
      when: asked.has('choice'),
      label: say('What you want us to do'),
      value: choiceWords(say, told.choice),
      to: 'choice',
    },
  ];
  return all
    .filter(({ when }) => when)
    .map(({ label, value, to }) => ({ label, value: value === '' ? say('Not answered') : value, to }));
}

function pointLines(say: Say, told: Told, i: number): ComponentChildren {
  const point = told.points[i];
  if (point === undefined) return '';
  const since = point.sinceWords || (point.since === null ? '' : say.day(point.since));
  return (
    <>
      {point.what}
      {point.right === '' ? null : (
        <>
          <br />
          <strong>{say('What would put it right:')}</strong> {point.right}
        </>
      )}
      {since === '' ? null : (
        <>
          <br />
          <strong>{say('Since:')}</strong> {since}
        </>
      )}
    </>
  );
}

function reached(say: Say, { you }: Told): string {
  if (you.none) return say('You do not want to be reached');
  return [you.email, you.phone, you.post, you.when].filter((way) => way !== '').join(', ');
}

export const checkRoutes = screen({
  path: '/residents/:slug/complain/check',
  access: 'site',
  purposes: ['draft'],
  get,
  post,
});
