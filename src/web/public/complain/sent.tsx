/** It was received: the reference, and what happens next with its dates. */
import { authoritySettledBy } from '../../../complaint/telling/suggested.js';
import { accessCodeFor } from '../../../store/access-codes.js';
import { readCase } from '../../../store/case-file.js';
import { eraseDrafts } from '../../../store/complaint-drafts.js';
import { type FormTold, readFormTold } from '../../../store/form-told.js';
import { endResidentSessions } from '../../../store/resident-sessions.js';
import { Panel } from '../../ui/components.js';
import { Form, Submit } from '../../ui/forms.js';
import { type Answer, notFound, redirect, type SiteVisit, screen } from '../../visit.js';
import type { Say } from '../site/say.js';
import { sitePage } from '../site/site-page.js';
import { draftOf, pathTo } from './draft.js';
import { datesAhead } from './receipt.js';

async function get(visit: SiteVisit): Promise<Answer> {
  const draft = await draftOf(visit);
  const caseId = draft?.sentCase ?? null;
  if (caseId === null) return redirect(`${visit.base}/complain`);
  const found = await visit.db(async (trx) => {
    const file = await readCase(trx, caseId);
    if (file === null) return null;
    const told = await readFormTold(trx, caseId);
    const c = file.case;
    // The code opens the whole case: it is shown only to a resident whom this form itself brought.
    const own =
      told !== null &&
      !told.knownPerson &&
      (told.teller === 'resident' || told.teller === 'group' || told.teller === null);
    const code = own && c.person !== null && told.wish !== 'thank' ? await accessCodeFor(trx, caseId, c.person) : null;
    return { c, told, code, dates: await datesAhead(trx, c, visit.today) };
  });
  if (found === null) return notFound;
  const { c, told, code, dates } = found;
  const { say, base } = visit;
  const thanks = told?.wish === 'thank';
  return sitePage(
    visit,
    { title: thanks ? say('Thank you: we have it') : say('We have received it'), heading: null },
    <>
      <Panel titleText={thanks ? say('Thank you: we have it') : say('We have received it')}>
        {say('Your reference')}
        <br />
        <strong>{c.reference}</strong>
      </Panel>
      <h2 class="govuk-heading-m">{say('What happens next')}</h2>
      {thanks ? (
        <p class="govuk-body">{say('We pass it on to those whom you thank.')}</p>
      ) : (
        <ol class="govuk-list govuk-list--number">
          <li>{say('It is received on {day}, and a person reads it.', { day: say.day(c.receivedOn) })}</li>
          {dates.acknowledgedBy === null ? null : (
            <li>
              {say(
                'By {day} we write to say how we have logged it and what we have understood. If you think we have it wrong, say so.',
                {
                  day: say.day(dates.acknowledgedBy),
                },
              )}
            </li>
          )}
          {dates.answeredBy === null ? null : (
            <li>
              {say(
                'If it is a complaint, our answer comes by {day} at the latest, unless we tell you why it needs longer and until when.',
                {
                  day: say.day(dates.answeredBy),
                },
              )}
            </li>
          )}
          <li>
            {say('If you are not satisfied with our answer, you can ask for it to be looked at again, at any time.')}
          </li>
        </ol>
      )}
      {told?.teller === 'for-someone' ? <p class="govuk-body">{whetherTheyMay(say, told)}</p> : null}
      {code === null ? null : (
        <>
          <h2 class="govuk-heading-m">{say('To follow it')}</h2>
          <p class="govuk-body">
            {say('Keep this code. With your reference it shows everything about this and lets you answer us:')}
          </p>
          <p class="govuk-body-l">
            <strong>{code}</strong>
          </p>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/code`}>
          {say('See how far we are, add something or answer us')}
        </a>
      </p>
      <Form visit={visit} action={pathTo(visit, 'remove')}>
        <p class="govuk-body">
          {say('If others use this computer or phone, leave now: this page is not shown again.')}
        </p>
        <Submit secondary>{say('Leave')}</Submit>
      </Form>
    </>,
  );
}

function whetherTheyMay(say: Say, told: FormTold): string {
  const by = authoritySettledBy(told);
  switch (by) {
    case 'grant':
      return say(
        'We ask nothing of the person who has died. Send us a copy of the grant of probate or the letters of administration, or tell us when you will have it. That holds nothing up.',
      );
    case 'document':
      return say(
        'Send us a copy of the power of attorney or of the court’s order, if you have not added it. That holds nothing up. Until we have seen it, our letters go to the person you speak for.',
      );
    case 'resident':
      return say(
        'We ask the person you speak for whether you may. That holds nothing up. Until they have said so, our letters go to them.',
      );
    default:
      return by satisfies never;
  }
}

/** Whoever began something may have it gone at once; what was sent stays, and this browser is let out of it. */
async function leave(visit: SiteVisit): Promise<Answer> {
  const { say } = visit;
  const draft = await draftOf(visit);
  const sent = draft !== null && draft.sentCase !== null;
  await visit.db(async (trx) => {
    if (draft !== null && !sent) await eraseDrafts(trx, [draft.id]);
    if (draft !== null) await endResidentSessions(trx, { about: draft.id, purpose: 'draft' }, 'left');
  });
  return redirect(visit.base, {
    resident: { end: 'draft' },
    ...(sent ? {} : { done: say('What you had written is erased') }),
  });
}

const place = { access: 'site', purposes: ['draft'] } as const;
export const sentRoutes = [
  ...screen({ ...place, path: '/residents/:slug/complain/sent', get }),
  ...screen({ ...place, path: '/residents/:slug/complain/remove', post: leave }),
];
