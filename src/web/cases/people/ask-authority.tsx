/**
 * Asking the resident, by a link of their own, whether somebody may act for them (3.6). Only by a way on record: staff
 * look at it first, since whoever writes for somebody else may have given us ways of their own.
 */
import { z } from 'zod';
import { caseWorkers } from '../../../complaint/roles.js';
import { askForAuthority } from '../../../store/ask-authority.js';
import { recordChange } from '../../../store/change-trail.js';
import { InsetText } from '../../ui/components.js';
import { requiredId } from '../../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm, withErrors } from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../../visit.js';
import { casePath, IdentityBar } from '../case-frame.js';
import { type CaseShown, personName, showCase } from '../case-shown.js';

const schema = z.object({ representative: requiredId('Choose who it is about') });

/** Those who say that they act for the resident, and whom the resident has not been heard on. */
export function notHeardOn({ case: c }: CaseShown): CaseShown['case']['representatives'] {
  return c.representatives.filter(({ authority, endedOn }) => authority === 'asked' && endedOn === null);
}

async function get(visit: Visit): Promise<Answer> {
  const shown = await showCase(visit);
  return shown === null ? notFound : view(visit, shown, startForm(visit));
}

async function post(visit: Visit): Promise<Answer> {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, shown, read.form);
  const { id: caseId, reference, person: resident } = shown.case;
  const about = notHeardOn(shown).find(({ person }) => person === read.value.representative);
  const wrong = (words: string) => view(visit, shown, withErrors(read.form, [{ field: 'representative', words }]));
  if (about === undefined) return wrong('Nobody has to be asked about this person. Choose another');
  if (resident === null) return wrong('Say who the resident is first, then ask them');
  const asked = await visit.db(async (trx) => {
    const done = await askForAuthority(trx, {
      caseId,
      reference,
      resident,
      representative: about.person,
      landlord: visit.landlord.name,
      now: new Date(visit.now),
    });
    if (done === 'asked')
      await recordChange(trx, {
        about: 'access',
        words: `${reference}: the resident was asked by a link whether somebody may act for them`,
        by: visit.staff.id,
        subject: resident,
      });
    return done;
  });
  return asked === 'asked'
    ? redirect(casePath(reference), { done: 'Asked. Their answer comes among what arrives from residents' })
    : wrong('No message may reach them: ring or write to them, and record what they say under Add a representative');
}

function view(visit: Visit, shown: CaseShown, form: FormState) {
  const { reference, person } = shown.case;
  const waiting = notHeardOn(shown);
  const ways = (person === null ? [] : (shown.people.get(person)?.ways ?? [])).filter(
    ({ standing }) => standing !== 'unsafe',
  );
  return page(
    visit,
    {
      title: 'Ask the resident who may act',
      section: 'cases',
      back: { href: casePath(reference), text: `Back to ${reference}` },
      form,
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    waiting.length === 0 ? (
      <InsetText text="Nobody waits for the resident’s word here." />
    ) : (
      <>
        <p class="govuk-body">
          They get a link of their own, say yes or no with a button, and it is recorded as theirs. The case goes on
          meanwhile, and letters go to the resident.
        </p>
        <InsetText>
          {ways.length === 0
            ? 'There is no way on record that may be used for them.'
            : `It goes by what is on record: ${ways.map(({ value }) => value).join(', ')}. If that came from the person who says that they act for them, make sure of it first.`}
        </InsetText>
        <Form visit={visit}>
          <RadiosField
            form={form}
            name="representative"
            legend="Whom is it about?"
            items={waiting.map((one) => ({ value: one.person, text: personName(shown, one.person) }))}
          />
          <Submit>Send the link</Submit>
        </Form>
      </>
    ),
  );
}

export const askAuthority = screen({ path: '/cases/:reference/ask-authority', access: caseWorkers, get, post });
