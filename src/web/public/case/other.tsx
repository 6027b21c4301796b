/** The other half of a request and the complaint about it: whoever may see both goes from one to the other. */
import { accessTo } from '../../../complaint/access.js';
import { caseOf, readHistory } from '../../../store/case-file.js';
import { openResidentSession } from '../../../store/resident-sessions.js';
import { Form, Submit } from '../../ui/forms.js';
import { type Answer, notFound, type ResidentVisit, redirect, screen } from '../../visit.js';
import { sitePage } from '../site/site-page.js';
import { casePathOf, seenOf } from './resident-screen.js';

/** Null when there is none, or none that is theirs to see. */
async function otherOf(visit: ResidentVisit) {
  const before = await seenOf(visit, () => null);
  const link = before?.file.seen.linked.at(-1);
  const { person } = visit.resident;
  if (before === null || link === undefined || person === null) return null;
  const history = await visit.db((trx) => readHistory(trx, link.to));
  const other = history === null ? null : caseOf(history);
  return other === null || accessTo(other, person, visit.today) === null ? null : { before, other, link };
}

async function get(visit: ResidentVisit): Promise<Answer> {
  const found = await otherOf(visit);
  if (found === null) return notFound;
  const { other, link } = found;
  const { say } = visit;
  const isComplaint = link.relation === 'complaint-about-this-request';
  return sitePage(
    visit,
    {
      title: isComplaint ? say('The complaint you made about this') : say('The request behind this complaint'),
      caption: other.reference,
      back: { href: casePathOf(visit), text: say('Back to your case') },
    },
    <>
      <p class="govuk-body">
        {say('Its reference is {reference}. We got it on {day}.', {
          reference: other.reference,
          day: say.day(other.receivedOn),
        })}
      </p>
      <Form visit={visit}>
        <Submit>{isComplaint ? say('See the complaint') : say('See the request')}</Submit>
      </Form>
    </>,
  );
}

async function post(visit: ResidentVisit): Promise<Answer> {
  const found = await otherOf(visit);
  const { person } = visit.resident;
  if (found === null || person === null) return notFound;
  const secret = await visit.db((trx) =>
    openResidentSession(
      trx,
      { purpose: 'follow', caseId: found.other.id, person, about: null, way: 'link' },
      new Date(visit.now),
    ),
  );
  return redirect(casePathOf(visit), {
    resident: { purpose: 'follow', landlordId: visit.landlord.id, secret },
  });
}

export const otherCase = screen({ path: '/residents/:slug/case/other', access: 'resident', get, post });
