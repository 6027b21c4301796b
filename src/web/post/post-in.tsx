/** The mail that a person has to look at, and what was set aside because a machine wrote it. Nothing is ever thrown away. */
import type { VNode } from 'preact';
import { inWords } from '../../facts/days.js';
import { listSetAside, listToLookAt, type MailListed } from '../../store/mail.js';
import { mailboxTroubles } from '../../store/mailbox-readings.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { londonDay } from '../../store/today.js';
import { viewerOf } from '../cases/case-shown.js';
import { Button, InsetText, Tag, WarningText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { otherPage, Pages, pageAsked } from '../ui/pages.js';
import { screen, type Visit } from '../visit.js';
import { PostTabs, postCounts } from './post-tabs.js';

const atOnce = 50;

async function getToLookAt(visit: Visit) {
  const { mail, counts, troubles } = await visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    return {
      mail: await listToLookAt(trx, hidden),
      counts: await postCounts(trx, hidden),
      troubles: await mailboxTroubles(trx),
    };
  });
  return page(
    visit,
    { title: 'Email to look at', section: 'post', wide: true },
    <>
      <PostTabs at="look" counts={counts} />
      {troubles.map(({ name, trouble, since }) => (
        <WarningText
          key={name}
          text={`The mailbox ${name} can’t be read${since === null ? '' : ` since ${inWords(londonDay(new Date(since)))}`}. ${trouble} An administrator can see to it.`}
        />
      ))}
      <TakeInLink />
      {mail.length === 0 ? (
        <InsetText text="No email waits for anybody to look at it." />
      ) : (
        <p class="govuk-body">
          {counts.toLookAt === 1 ? 'One email waits' : `${counts.toLookAt} emails wait`} for somebody to look at{' '}
          {counts.toLookAt === 1 ? 'it' : 'them'}. Possible requests for stage 2 come first, then the oldest.
        </p>
      )}
      <MailList mail={mail} why="look" />
    </>,
  );
}

async function getSetAside(visit: Visit) {
  const at = pageAsked(visit);
  const { mail, counts } = await visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    return {
      mail: await listSetAside(trx, { most: atOnce, skip: (at - 1) * atOnce, hidden }),
      counts: await postCounts(trx, hidden),
    };
  });
  return page(
    visit,
    { title: 'Email set aside', section: 'post', wide: true },
    <>
      <PostTabs at="aside" counts={counts} />
      <p class="govuk-body">
        Automatic replies, reports of delivery and mass mail, the newest first. If a person wrote one of them, make it a
        contact: it counts from the day on which it arrived.
      </p>
      {mail.length === 0 ? <InsetText text="Nothing is set aside." /> : null}
      <MailList mail={mail} why="aside" />
      <Pages at={at} size={atOnce} total={counts.setAside} what="emails" href={otherPage(visit, '/post/set-aside')} />
    </>,
  );
}

function TakeInLink(): VNode {
  return <Button href="/post/take-in" classes="govuk-button--secondary" text="Take in an email file" />;
}

function MailList({
  mail,
  why,
}: {
  readonly mail: readonly MailListed[];
  readonly why: 'look' | 'aside';
}): VNode | null {
  if (mail.length === 0) return null;
  return (
    <ul class="app-list">
      {mail.map((one) => (
        <li key={one.id} class="app-list__item">
          <p class="govuk-body govuk-!-margin-bottom-1">
            {one.possibleStage2 ? <Tag colour="orange">Possible stage 2</Tag> : null}{' '}
            <a class="govuk-link govuk-!-font-weight-bold" href={`/post/${one.id}`}>
              {subjectOf(one)}
            </a>
            {one.reference === null ? null : ` in ${one.reference}`}
          </p>
          <p class="govuk-body govuk-!-margin-bottom-1">
            {senderOf(one)}, received <DayText day={one.receivedOn} short />
          </p>
          <p class="govuk-body govuk-!-margin-bottom-0">{why === 'look' ? one.lookBecause : one.reason}</p>
        </li>
      ))}
    </ul>
  );
}

export function subjectOf(mail: Pick<MailListed, 'subject'>): string {
  return mail.subject.trim() === '' ? 'Without a subject' : mail.subject;
}

export function senderOf({ sender, senderName }: Pick<MailListed, 'sender' | 'senderName'>): string {
  if (sender === null) return senderName ?? 'Nobody is named as the sender';
  return senderName === null || senderName === sender ? sender : `${senderName} (${sender})`;
}

export const postToLookAt = screen({ path: '/post', access: ['officer', 'manager'], get: getToLookAt });
export const postSetAside = screen({ path: '/post/set-aside', access: ['officer', 'manager'], get: getSetAside });
