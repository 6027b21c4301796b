/** The resident says, by a button, whether somebody may act for them (3.6). Looking at the page says nothing. */
import { z } from 'zod';
import type { Representative } from '../../../complaint/case.js';
import { mayAuthorise } from '../../../complaint/may/authorise.js';
import { mayEndAuthority } from '../../../complaint/may/end-authority.js';
import type { PersonId } from '../../../facts/happened.js';
import { noteArrival } from '../../../store/arrivals.js';
import { readCase } from '../../../store/case-file.js';
import { readPerson } from '../../../store/people.js';
import { choice } from '../../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm, withRefusals } from '../../ui/forms.js';
import { type Answer, notFound, type ResidentVisit, redirect, screen } from '../../visit.js';
import { sitePage } from '../site/site-page.js';

interface Asked {
  readonly name: string;
  readonly reference: string;
  readonly representative: Representative;
}

/** Who it is about; null when nobody is asked about any more. Only the resident answers. */
async function asked({ db, resident }: ResidentVisit): Promise<Asked | null> {
  const { caseId, about, part } = resident;
  if (caseId === null || about === null || part !== 'resident') return null;
  return db(async (trx) => {
    const c = (await readCase(trx, caseId))?.case;
    const representative = c?.representatives.find(({ person, endedOn }) => person === about && endedOn === null);
    if (c === undefined || representative === undefined) return null;
    const person = await readPerson(trx, about as PersonId);
    return { name: person?.name ?? '', reference: c.reference, representative };
  });
}

async function get(visit: ResidentVisit): Promise<Answer> {
  const about = await asked(visit);
  return about === null ? over(visit) : view(visit, about, startForm(visit));
}

async function post(visit: ResidentVisit): Promise<Answer> {
  const { say, today: on } = visit;
  const about = await asked(visit);
  if (about === null) return over(visit);
  const read = readForm(z.object({ may: choice(['yes', 'no'], say('Choose yes or no')) }), visit.fields);
  if (!read.ok) return view(visit, about, read.form);
  const yes = read.value.may === 'yes';
  const { person, role } = about.representative;
  const done = await visit.act(
    null,
    ({ case: c }, context) =>
      yes
        ? mayAuthorise(
            c,
            { on, person, role, authority: 'resident-told-us', evidence: null, until: null, note: null },
            context,
          )
        : mayEndAuthority(c, { on, person, reason: 'The resident said by their own link that they may not.' }, context),
    {
      also: async (trx, { caseId, version }) => {
        await noteArrival(trx, {
          key: `authority-said:${caseId}:${version}`,
          kind: 'new-authority',
          caseId,
          seq: version,
          person,
          channel: 'web-form',
          arrivedOn: on,
          note: yes
            ? 'The resident said by their own link that this person may act for them. It is recorded.'
            : 'The resident said by their own link that this person may not act for them. Their authority has ended.',
        });
      },
    },
  );
  if (done.is === 'refused') return view(visit, about, withRefusals(read.form, done.refusals));
  if (done.is !== 'done') return notFound;
  return redirect(`${visit.base}/authority/said`);
}

function view(visit: ResidentVisit, { name, reference, representative }: Asked, form: FormState) {
  const { say } = visit;
  const already = representative.authority === 'resident-told-us';
  return sitePage(
    visit,
    { title: say('May somebody speak for you?'), form },
    <>
      <p class="govuk-body">
        {say('{name} has written to us for you. The reference is {reference}.', {
          name: name === '' ? say('Somebody who gave no name') : name,
          reference,
        })}
      </p>
      <p class="govuk-body">
        {already
          ? say('You said that they may. You can take it back here.')
          : say(
              'We look into it whatever you answer. Until you say yes, we write to you alone and share nothing with them.',
            )}
      </p>
      <p class="govuk-body">
        {say(
          'If you say yes, they see what this complaint is about and our answers. They never see other complaints of yours, or addresses that you keep safe.',
        )}
      </p>
      <Form visit={visit}>
        <RadiosField
          form={form}
          name="may"
          legend={say('May they speak for you in this?')}
          items={[
            { value: 'yes', text: say('Yes, they may') },
            { value: 'no', text: say('No, they may not') },
          ]}
        />
        <Submit>{say('Tell us')}</Submit>
      </Form>
    </>,
  );
}

function over(visit: ResidentVisit) {
  const { say } = visit;
  return sitePage(
    visit,
    { title: say('There is nothing to answer here any more') },
    <p class="govuk-body">{say('Nobody acts for you in this now. If you want somebody to, tell us.')}</p>,
  );
}

async function said(visit: ResidentVisit): Promise<Answer> {
  const { say } = visit;
  return sitePage(
    visit,
    { title: say('Thank you. We have what you said') },
    <p class="govuk-body">{say('You can change your mind at any time: tell us, in any way.')}</p>,
  );
}

const place = { access: 'resident', purposes: ['authority'] } as const;
export const residentAuthority = [
  ...screen({ ...place, path: '/residents/:slug/authority', get, post }),
  ...screen({ ...place, path: '/residents/:slug/authority/said', get: said }),
];
