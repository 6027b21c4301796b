/** Links and codes: who can come in to a case from outside, when each was last used, and how a way in is renewed or closed. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { accessTo } from '../../../complaint/access.js';
import { caseWorkers } from '../../../complaint/roles.js';
import { residentsOf } from '../../../complaint/who.js';
import type { PersonId } from '../../../facts/happened.js';
import { accessCodeFor, endAccessCode, newAccessCode } from '../../../store/access-codes.js';
import { recordChange } from '../../../store/change-trail.js';
import { wrongGuesses } from '../../../store/guesses.js';
import { recordReading } from '../../../store/reads.js';
import { type LinkPurpose, revokeLinks } from '../../../store/resident-links.js';
import { type LinkKept, type WaysIn, waysInTo } from '../../../store/ways-in.js';
import { InsetText, SummaryList } from '../../ui/components.js';
import { DayText, InstantText } from '../../ui/dates.js';
import { choice, requiredId } from '../../ui/fields.js';
import { Form, Hidden, readForm, Submit } from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../../visit.js';
import { casePath, IdentityBar } from '../case-frame.js';
import { type CaseShown, personName, showCase } from '../case-shown.js';

const schema = z.object({
  person: requiredId('Choose whose it is'),
  what: choice(['show', 'renew', 'close'], 'Choose what to do'),
});

const linkWords: Readonly<Record<LinkPurpose, string>> = {
  draft: 'To go on with what they began',
  follow: 'To follow the case',
  promise: 'To say whether a promise was kept',
  survey: 'To say how the complaint was handled',
  authority: 'To say who may act for them',
  'survey-stop': 'To get no more questions',
};

async function get(visit: Visit): Promise<Answer> {
  const shown = await showCase(visit);
  return shown === null ? notFound : view(visit, shown, null);
}

async function post(visit: Visit): Promise<Answer> {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const read = readForm(schema, visit.fields);
  const person = read.ok ? partiesOf(shown).find((one) => one === read.value.person) : undefined;
  if (!read.ok || person === undefined) return view(visit, shown, null);
  const { id: caseId, reference } = shown.case;
  const may = accessTo(shown.case, person, visit.today) !== null;
  switch (read.value.what) {
    case 'show': {
      if (!may) return view(visit, shown, null);
      const code = await visit.db(async (trx) => {
        await recordReading(trx, { staff: visit.staff.id, what: 'case', caseId, about: 'access-code' });
        return accessCodeFor(trx, caseId, person);
      });
      return view(visit, shown, { person, code });
    }
    case 'renew':
      if (!may) return view(visit, shown, null);
      await visit.db(async (trx) => {
        await newAccessCode(trx, caseId, person, visit.staff.id);
        await note(trx, `${reference}: a new access code for one of its people`);
      });
      return redirect(casePath(reference, '/links'), { done: 'New code. Their next letter has it' });
    case 'close':
      await visit.db(async (trx) => {
        await revokeLinks(trx, { caseId, person, why: 'closed-by-staff' });
        await endAccessCode(trx, caseId, person, { by: visit.staff.id, why: 'closed-by-staff' });
        await note(trx, `${reference}: links and code of one of its people closed`);
      });
      return redirect(casePath(reference, '/links'), { done: 'Closed. Nobody is signed in by them any more' });
    default:
      return read.value.what satisfies never;
  }
  async function note(trx: Parameters<typeof recordChange>[0], words: string) {
    if (person !== undefined) await recordChange(trx, { about: 'access', words, by: visit.staff.id, subject: person });
  }
}

/** Everybody who has, or had, a part in the case. */
function partiesOf({ case: c }: CaseShown): readonly PersonId[] {
  return [...new Set([...residentsOf(c), ...c.representatives.map((one) => one.person)])];
}

async function view(visit: Visit, shown: CaseShown, told: { person: PersonId; code: string } | null): Promise<Answer> {
  const { id, reference } = shown.case;
  const [ways, wrong] = await visit.db(async (trx) => {
    await recordReading(trx, { staff: visit.staff.id, what: 'case', caseId: id, about: 'links-and-codes' });
    return [await waysInTo(trx, id), await wrongGuesses(trx, reference, new Date(visit.now))] as const;
  });
  const parties = partiesOf(shown);
  return page(
    visit,
    {
      title: 'Links and codes',
      caption: reference,
      back: { href: casePath(reference), text: 'Back to the case' },
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <>
      <p class="govuk-body">
        Everybody with a part in the case can follow it without an account, by a code of their own on their letters or
        by a link that we send. A representative can once authority is given, and no longer when it ends.
      </p>
      {wrong === 0 ? null : (
        <InsetText
          text={`Today ${wrong === 1 ? 'one attempt' : `${wrong} attempts`} to come in to this case failed. If nobody here mistyped, ask the resident, and give a new code if in doubt.`}
        />
      )}
      {parties.length === 0 ? <p class="govuk-body">Nobody is named in this case yet.</p> : null}
      {parties.map((person) => (
        <Party key={person} visit={visit} shown={shown} person={person} ways={ways} told={told} />
      ))}
    </>,
  );
}

interface PartyProps {
  readonly visit: Visit;
  readonly shown: CaseShown;
  readonly person: PersonId;
  readonly ways: WaysIn;
  readonly told: { readonly person: PersonId; readonly code: string } | null;
}

function Party({ visit, shown, person, ways, told }: PartyProps): VNode {
  const may = accessTo(shown.case, person, visit.today) !== null;
  const code = ways.codes.find((one) => one.person === person);
  const links = ways.links.filter((one) => one.person === person);
  const browsers = ways.browsers.find((one) => one.person === person);
  const name = personName(shown, person);
  const row = (key: string, value: VNode | string) => ({
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  });
  return (
    <section aria-label={name}>
      <h2 class="govuk-heading-m">{name}</h2>
      {may ? null : <p class="govuk-body">They can’t see this case: no code or link of theirs opens anything.</p>}
      <SummaryList
        rows={[
          row('Code', codeWords(code)),
          ...(told?.person === person ? [row('The code is', <strong>{told.code}</strong>)] : []),
          row(
            'Links',
            links.length === 0 ? (
              'None was sent'
            ) : (
              <ul class="govuk-list">
                {links.map((link) => (
                  <li key={link.madeAt}>
                    {linkWords[link.purpose]}, made <InstantText at={link.madeAt} />: {linkState(link, visit.today)}
                  </li>
                ))}
              </ul>
            ),
          ),
          row(
            'Signed in',
            browsers === undefined ? (
              'Never'
            ) : (
              <>
                {browsers.open === 0
                  ? 'Not now'
                  : `Now, in ${browsers.open === 1 ? 'one browser' : `${browsers.open}`}`}
                ; last seen <InstantText at={browsers.lastSeenAt} />
              </>
            ),
          ),
        ]}
      />
      <div class="govuk-button-group">
        {may ? <Act visit={visit} person={person} what="show" text="Show the code" name={name} /> : null}
        {may ? <Act visit={visit} person={person} what="renew" text="Give a new code" name={name} /> : null}
        <Act visit={visit} person={person} what="close" text="Close all of these" name={name} />
      </div>
    </section>
  );
}

function Act({
  visit,
  person,
  what,
  text,
  name,
}: Record<'what' | 'text' | 'name', string> & Pick<PartyProps, 'visit' | 'person'>) {
  return (
    <Form visit={visit} id={`${what}-${person}`}>
      <Hidden name="person" value={person} />
      <Hidden name="what" value={what} />
      <Submit secondary>
        {text}
        <span class="govuk-visually-hidden"> of {name}</span>
      </Submit>
    </Form>
  );
}

function codeWords(code: WaysIn['codes'][number] | undefined): VNode | string {
  if (code === undefined) return 'None yet: their first letter brings one';
  const used =
    code.lastUsedAt === null ? (
      'never used'
    ) : (
      <>
        last used <InstantText at={code.lastUsedAt} />
      </>
    );
  return code.endedAt === null ? (
    <>
      Made <InstantText at={code.madeAt} />, {used}
    </>
  ) : (
    <>
      Closed <InstantText at={code.endedAt} />
      {code.endedBecause === 'closed-by-resident' ? ' by themselves' : ''}, {used}. Their next letter has a new one
    </>
  );
}

function linkState(link: LinkKept, today: string): VNode | string {
  if (link.revokedAt !== null) return 'closed';
  if (link.spentAt !== null) return 'used';
  if (link.until < today) return 'over';
  return (
    <>
      works until <DayText day={link.until} short />
      {link.lastUsedAt === null ? ', not used' : ', used before'}
    </>
  );
}

export const linksAndCodes = screen({ path: '/cases/:reference/links', access: caseWorkers, get, post });
