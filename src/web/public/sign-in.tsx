/**
 * Signing in. Whoever has no account gets the same answer in the same time as whoever has a wrong password; guessing is
 * slowed by account and by network. The demonstration lists its people, and only it.
 */
import { z } from 'zod';
import { dayNumber } from '../../facts/days.js';
import type { StaffId } from '../../facts/happened.js';
import { acrossLandlords, inLandlord, type LandlordId } from '../../store/database.js';
import { type Landlord, listLandlords } from '../../store/landlords.js';
import { attemptSucceeded, beginAttempt, endSession, lastKeptForm, openSession } from '../../store/sessions.js';
import { findAccount, findStaff, listStaff, newSecret, type Staff } from '../../store/staff.js';
import { londonDay } from '../../store/today.js';
import { isOwnPath } from '../answers.js';
import { isPassword } from '../passwords.js';
import { InsetText } from '../ui/components.js';
import { exactText, optionalId, requiredText } from '../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  PasswordField,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { roleWords } from '../ui/role-words.js';
import { notFound, type PublicVisit, type Redirect, redirect, screen } from '../visit.js';

const form = z.object({
  landlord: optionalId(),
  email: requiredText('Enter your email address', 254),
  password: exactText('Enter your password', 400),
  next: requiredText('').catch('/'),
});

async function get(visit: PublicVisit) {
  if (visit.staff) return redirect('/');
  const next = typeof visit.query.next === 'string' ? visit.query.next : '/';
  return view(visit, startForm(visit, { next, landlord: visit.landlord?.id }));
}

async function post(visit: PublicVisit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { email, password, next } = read.value;
  const landlords = await acrossLandlords(visit.house.db, listLandlords);
  const landlordId =
    landlords.length === 1 ? landlords[0]?.id : landlords.find(({ id }) => id === read.value.landlord)?.id;
  if (landlordId === undefined) {
    return view(visit, withErrors(read.form, [{ field: 'landlord', words: 'Choose the organisation you work for' }]));
  }
  const attempt = { account: email.toLowerCase(), network: visit.network };
  const [{ wait, id }, account] = await inLandlord(visit.house.db, landlordId, async (trx) => [
    await beginAttempt(trx, attempt),
    await findAccount(trx, email),
  ]);
  if (wait > 0) {
    const words = `Too many attempts. Wait ${wait === 1 ? '1 minute' : `${wait} minutes`} and try again, or ask an administrator for a link to set a new password`;
    return view(visit, withErrors(read.form, [{ field: null, words }]));
  }
  // Checked outside the transaction: it takes a while on purpose.
  const right = await isPassword(account?.deactivated ? null : (account?.passwordHash ?? null), password);
  if (!right || !account) {
    const words = 'The email address or the password is not right';
    return view(visit, withErrors(read.form, [{ field: 'email', words }]));
  }
  await inLandlord(visit.house.db, landlordId, (trx) => attemptSucceeded(trx, id, attempt));
  return enter(visit, landlordId, account.id, next);
}

/** Opens a session under a new id and leads to where the person was going, or to what they had been typing. */
export async function enter(
  visit: PublicVisit,
  landlordId: LandlordId,
  staff: StaffId,
  next: string,
): Promise<Redirect> {
  const secret = newSecret();
  // Whoever was signed in here before is no longer, on the server too.
  const { session } = visit;
  if (session) await inLandlord(visit.house.db, session.landlordId, (trx) => endSession(trx, session.secret));
  const kept = await inLandlord(visit.house.db, landlordId, async (trx) => {
    await openSession(trx, staff, secret);
    return lastKeptForm(trx, staff);
  });
  const onward = isOwnPath(next) && next !== '/sign-in' ? next : '/';
  return redirect(kept ? `${kept.path}?kept=${kept.id}` : onward, { session: { landlordId, secret } });
}

async function view(visit: PublicVisit, state: FormState) {
  const landlords = await acrossLandlords(visit.house.db, listLandlords);
  const demonstration = landlords.find((one) => one.demonstration);
  const people = demonstration
    ? await inLandlord(visit.house.db, demonstration.id, (trx) => listStaff(trx, 'at-work'))
    : [];
  return page(
    visit,
    { title: 'Sign in', form: state, ...(landlords.length === 0 ? { heading: 'Nothing here yet' } : {}) },
    landlords.length === 0 ? (
      <p class="govuk-body">
        This installation has no landlord yet. Start it again with --empty to get the link that makes one.
      </p>
    ) : (
      <>
        {visit.query.kept === 'yes' ? (
          <InsetText>
            You were signed out because the page was left for a while. What you typed is kept: sign in and it will be
            there.
          </InsetText>
        ) : null}
        {visit.query.out === 'yes' && state.errors.length === 0 ? <InsetText>You have signed out.</InsetText> : null}
        {demonstration ? (
          <Demonstration visit={visit} landlord={demonstration} people={people} next={nextOf(state)} />
        ) : null}
        <Form visit={visit} action="/sign-in">
          <Hidden name="next" value={nextOf(state)} />
          {landlords.length > 1 ? <Landlords landlords={landlords} state={state} /> : null}
          <TextField
            form={state}
            name="email"
            label="Email address"
            type="email"
            autocomplete="username"
            spellcheck={false}
          />
          <PasswordField form={state} name="password" label="Password" autocomplete="current-password" />
          <Submit>Sign in</Submit>
        </Form>
        <p class="govuk-body">
          If you have forgotten your password, or were never sent a link, ask an administrator of your organisation.
        </p>
      </>
    ),
  );
}

const nextOf = (state: FormState) => (typeof state.values.next === 'string' ? state.values.next : '/');

function Landlords({ landlords, state }: { landlords: readonly Landlord[]; state: FormState }) {
  return (
    <SelectField
      form={state}
      name="landlord"
      label="Organisation"
      none="Choose your organisation"
      items={landlords.map(({ id, name }) => ({ value: id, text: name }))}
    />
  );
}

/** Days after which a demonstration looks old: its dates run on, and more and more of it is late. */
const freshFor = 7;

function Demonstration({
  visit,
  landlord,
  people,
  next,
}: {
  visit: PublicVisit;
  landlord: Landlord;
  people: readonly Staff[];
  next: string;
}) {
  const age = dayNumber(visit.today) - dayNumber(londonDay(new Date(landlord.madeAt)));
  return (
    <section aria-labelledby="demonstration">
      {age > freshFor ? (
        <InsetText>
          This demonstration was loaded {age} days ago, so much of it is late by now. For one dated from today, stop
          Putright and start it again with <code>npm start -- --fresh-demo</code>.
        </InsetText>
      ) : null}
      <h2 class="govuk-heading-m" id="demonstration">
        Look around as
      </h2>
      <ul class="app-list">
        {people.map((person) => (
          <li key={person.id} class="app-list__item app-list__item--close">
            <Form visit={visit} action="/sign-in/demonstration" id={`as-${person.id}`}>
              <Hidden name="staff" value={person.id} />
              <Hidden name="next" value={next} />
              <button type="submit" class="app-choice">
                <span class="app-choice__name">{person.name}</span>
                <span class="app-choice__roles">{roleWords(person.roles)}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Or with a password</h2>
    </section>
  );
}

/** One press instead of a password, and only where everything is made up. */
async function enterDemonstration(visit: PublicVisit) {
  const staffId = visit.fields.staff;
  const landlords = await acrossLandlords(visit.house.db, listLandlords);
  const demonstration = landlords.find((one) => one.demonstration);
  if (!demonstration || typeof staffId !== 'string') return notFound;
  const person = await inLandlord(visit.house.db, demonstration.id, (trx) => findStaff(trx, staffId));
  if (!person || person.state === 'deactivated') return notFound;
  return enter(visit, demonstration.id, person.id, typeof visit.fields.next === 'string' ? visit.fields.next : '/');
}

export const signIn = screen({ path: '/sign-in', access: 'public', get, post });
export const demonstrationSignIn = screen({
  path: '/sign-in/demonstration',
  access: 'public',
  post: enterDemonstration,
});
