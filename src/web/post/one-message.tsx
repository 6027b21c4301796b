/** One message as it came: why it waits, what became of it, and what a person makes of it. */
import type { VNode } from 'preact';
import { hazardKindWords } from '../../complaint/standing-words.js';
import type { HazardKind } from '../../facts/happened.js';
import { takeOut, type WhereTo } from '../../post/take-out.js';
import { isUuid, type Trx } from '../../store/database.js';
import { type MailListed, markLookedAt, readMail } from '../../store/mail.js';
import { recordReading } from '../../store/reads.js';
import { staffNames } from '../../store/staff.js';
import { hiddenAmong } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { fileScreens } from '../files/file-screens.js';
import { Button, InsetText, SummaryList } from '../ui/components.js';
import { DayText, InstantText } from '../ui/dates.js';
import { Form } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { senderOf, subjectOf } from './post-in.js';

async function find(visit: Visit): Promise<MailListed | null> {
  return visit.db((trx) => mayRead(trx, visit));
}

/** The message that the path names, unless it belongs to a case that this person may not open, or names one. */
async function mayRead(trx: Trx, visit: Visit): Promise<MailListed | null> {
  const id = visit.params.id ?? '';
  const mail = isUuid(id) ? await readMail(trx, id) : null;
  const cases = [mail?.caseId, mail?.aboutCaseId].filter((caseId) => caseId != null);
  return (await hiddenAmong(trx, cases, viewerOf(visit))).length > 0 ? null : mail;
}

async function get(visit: Visit): Promise<Answer> {
  const mail = await find(visit);
  if (mail === null) return notFound;
  const looker = await visit.db(async (trx) => {
    await recordReading(trx, { staff: visit.staff.id, what: 'document', caseId: mail.caseId, about: mail.raw });
    return mail.lookedBy === null ? null : ((await staffNames(trx)).get(mail.lookedBy) ?? null);
  });
  return page(
    visit,
    {
      title: subjectOf(mail),
      caption: 'Email',
      section: 'post',
      back: { href: mail.caseId === null ? '/post/set-aside' : '/post', text: 'Back to the email' },
    },
    <>
      {mail.lookBecause === null ? null : <InsetText text={mail.lookBecause} />}
      <About mail={mail} looker={looker} />
      <h2 class="govuk-heading-m">How it begins</h2>
      <div class="app-words">{mail.preview === '' ? 'It has no words of its own.' : mail.preview}</div>
      {mail.raw === null ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={`/post/${mail.id}/message`}>
            The whole message
          </a>{' '}
          (all its words, and the file itself once it may be opened)
        </p>
      )}
      <WhatToDo mail={mail} visit={visit} />
    </>,
  );
}

const kindGuessed: Readonly<Record<string, string>> = {
  complaint: 'Perhaps a complaint',
  'service-request': 'Perhaps a service request',
  enquiry: 'Perhaps an enquiry by an MP or councillor',
  compliment: 'Perhaps a compliment',
  comment: 'Perhaps a comment',
};

function About({ mail, looker }: { readonly mail: MailListed; readonly looker: string | null }): VNode {
  const row = (key: string, html: VNode | string | null) =>
    html === null ? [] : [{ key: { text: key }, value: { html } }];
  const link = (reference: string) => (
    <a class="govuk-link" href={`/cases/${reference}`}>
      {reference}
    </a>
  );
  return (
    <SummaryList
      rows={[
        ...row('From', senderOf(mail)),
        ...row('What our mail server found out about the sender', checked(mail)),
        ...row(
          'Received',
          <>
            <DayText day={mail.receivedOn} />
            <br />
            {mail.receivedBecause}
          </>,
        ),
        ...row('What became of it', mail.reason),
        ...row('Case', mail.reference === null ? null : link(mail.reference)),
        ...row('It is about', mail.aboutReference === null ? null : link(mail.aboutReference)),
        ...row('What it may be', guess(mail)),
        ...row(
          'Hazards it may name',
          mail.hazards.length === 0
            ? null
            : mail.hazards.map((one) => hazardKindWords[one as HazardKind] ?? one).join(', '),
        ),
        ...row('Files with it', mail.attachments === 0 ? null : String(mail.attachments)),
        ...row(
          'Looked at',
          mail.lookedAt === null ? null : (
            <>
              {looker ?? 'Somebody who has left'}, <InstantText at={mail.lookedAt} />
            </>
          ),
        ),
      ]}
    />
  );
}

function checked({ senderChecked, senderChecks }: MailListed): string | null {
  if (senderChecked === null) return null;
  const words = {
    passed: 'It came from where it says it did.',
    failed: 'The sender’s name may be borrowed.',
    unsure: 'It can’t be told whether it came from where it says it did.',
  }[senderChecked];
  return `${words} (${senderChecks.join(', ')})`;
}

function guess(mail: MailListed): string | null {
  const words = kindGuessed[mail.suggestedKind];
  if (words === undefined) return null;
  return mail.suggestedBecause.length === 0 ? words : `${words}: ${mail.suggestedBecause.join('; ')}`;
}

function WhatToDo({ mail, visit }: { readonly mail: MailListed; readonly visit: Visit }): VNode | null {
  const waits = mail.lookBecause !== null && mail.lookedAt === null;
  return (
    <>
      {mail.possibleStage2 && mail.reference !== null && waits ? (
        <p class="govuk-body">
          If they are not satisfied with the stage 1 answer, it is a request for stage 2, whatever words they use.{' '}
          <a class="govuk-link" href={`/cases/${mail.reference}/escalate`}>
            Record a request for stage 2
          </a>
        </p>
      ) : null}
      <Form visit={visit}>
        <div class="govuk-button-group">
          {mayJoin(mail) ? (
            <Button name="what" value="join" preventDoubleClick>
              Add it to {mail.aboutReference}
            </Button>
          ) : null}
          {mail.caseId === null && mail.raw !== null ? (
            <Button
              name="what"
              value="contact"
              preventDoubleClick
              classes={mayJoin(mail) ? 'govuk-button--secondary' : undefined}
            >
              {mayJoin(mail) ? 'Make it a new contact' : 'Make it a contact'}
            </Button>
          ) : null}
          {waits ? (
            <Button
              name="what"
              value="looked"
              preventDoubleClick
              classes={mail.caseId === null ? 'govuk-button--secondary' : undefined}
            >
              I have looked at it
            </Button>
          ) : null}
        </div>
      </Form>
    </>
  );
}

/** It found a case, and was not put with it because nobody there is known by its sender. */
function mayJoin(mail: MailListed): boolean {
  return mail.caseId === null && mail.raw !== null && mail.aboutReference !== null && mail.outcome === 'needs-a-look';
}

function whereTo(mail: MailListed, what: 'contact' | 'join'): WhereTo {
  if (what === 'join') return 'its-case';
  return mayJoin(mail) ? 'new-case' : 'as-it-says';
}

async function post(visit: Visit): Promise<Answer> {
  const mail = await find(visit);
  if (mail === null) return notFound;
  const now = new Date(visit.now);
  const what = visit.fields.what === 'join' && !mayJoin(mail) ? 'contact' : visit.fields.what;
  if (what === 'contact' || what === 'join') {
    const place = { db: visit.house.db, files: visit.house.files, landlordId: visit.landlord.id };
    const out = await takeOut(place, mail.id, visit.staff.id, now, whereTo(mail, what));
    const done = (reason: string) => (what === 'join' ? reason : `It is a contact now: ${reason}`);
    if (out.ok) return redirect(`/cases/${out.taken.ref}`, { done: done(out.taken.reason) });
    if (out.why === 'no-such-message') return notFound;
    const why =
      out.why === 'has-a-case' ? 'It is a contact already' : 'The message as it arrived is not there any more';
    return redirect(`/post/${mail.id}`, { done: why });
  }
  if (visit.fields.what !== 'looked') return redirect(`/post/${mail.id}`);
  const first = await visit.db((trx) => markLookedAt(trx, mail.id, visit.staff.id, now));
  return redirect(mail.caseId === null ? '/post/set-aside' : '/post', {
    done: first ? 'Marked as looked at' : 'Somebody had looked at it already',
  });
}

export const oneMessage = screen({ path: '/post/:id', access: ['officer', 'manager'], get, post });
export const wholeMessage = fileScreens('/post/:id/message', ['officer', 'manager'], async (trx, visit) => {
  const mail = await mayRead(trx, visit);
  if (mail === null || mail.raw === null) return null;
  return {
    file: mail.raw,
    caseId: mail.caseId,
    title: 'The whole message',
    section: 'post',
    back: { href: `/post/${mail.id}`, text: 'Back to the email' },
  };
});
