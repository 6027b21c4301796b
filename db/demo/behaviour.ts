/**
 * Behaviour in the demonstration, in every state: warned, proposed and waiting, in force with its review ahead, appealed and
 * lifted; a safety marker; and a complaint about one of the staff. Told after the stories; nothing is sent.
 */
import type { BehaviourPolicy, BehaviourRecord, Terms } from '../../src/complaint/behaviour/rules.js';
import { behaviourIn } from '../../src/complaint/behaviour/steps.js';
import type { Case } from '../../src/complaint/case.js';
import type { LetterOut } from '../../src/complaint/letter-out.js';
import { mayAppealRestriction } from '../../src/complaint/may/appeal-restriction.js';
import { mayDecideRestriction } from '../../src/complaint/may/decide-restriction.js';
import { mayHearPosition } from '../../src/complaint/may/hear-position.js';
import { mayNameStaffMember } from '../../src/complaint/may/name-staff-member.js';
import { mayOfferSupport } from '../../src/complaint/may/offer-support.js';
import { mayProposeRestriction } from '../../src/complaint/may/propose-restriction.js';
import { mayRecordIncident } from '../../src/complaint/may/record-incident.js';
import { mayRestrictContact } from '../../src/complaint/may/restrict-contact.js';
import { mayReviewRestriction } from '../../src/complaint/may/review-restriction.js';
import { mayWarn } from '../../src/complaint/may/warn.js';
import type { Context, Decision } from '../../src/complaint/refusals.js';
import { addDays, type Day } from '../../src/facts/days.js';
import type { CaseId, LetterId, RestrictionId } from '../../src/facts/happened.js';
import { compose } from '../../src/letters/compose.js';
import { plainText } from '../../src/letters/plain-text.js';
import type { Matter } from '../../src/letters/words.js';
import { actWithin } from '../../src/store/act.js';
import { readBehaviourRecord, usualBehaviour, writeBehaviourSetting } from '../../src/store/behaviour.js';
import type { Trx } from '../../src/store/database.js';
import { setMarker } from '../../src/store/safety-markers.js';
import { dayAtWork } from './days.js';
import { type StaffKey, staff } from './landlord.js';
import type { Played } from './play.js';
import type { World } from './world.js';

const policy: BehaviourPolicy = { proposes: 'manager', decides: 'reviewer' };
/** A case as it stands now, by who does something to it, and what is on record of its resident. */
type Step = (c: Case, x: Context, about: { readonly record: BehaviourRecord; readonly on: Day }) => Decision;

/** Gives how many entries the histories have by it. */
export async function writeBehaviour(trx: Trx, played: readonly Played[], world: World): Promise<number> {
  await writeBehaviourSetting(trx, { ...usualBehaviour, ...policy, appealDays: 20 });
  const cases = new Map(played.map((one) => [one.key, one.case]));
  let entries = 0;
  const ahead = (days: number) => addDays(world.loadedOn, days);

  const does = async (story: string, ago: number, who: StaffKey, step: Step): Promise<void> => {
    const c = cases.get(story);
    if (c === undefined) throw new Error(`no story is called ${story}`);
    const on = dayAtWork(world, -ago);
    const by = { landlordId: trx.landlordId, staff: world.staff(who), roles: staff[who].roles };
    const asked = { ref: c.id as CaseId, expectedVersion: null, now: new Date(`${on}T11:40:00.000Z`) };
    const outcome = await actWithin(trx, by, asked, async (file, context) => {
      const decision = step(file.case, context, { record: await readBehaviourRecord(trx, c.person, on), on });
      if (decision.ok) entries += decision.happened.length;
      return decision;
    });
    if (outcome.is === 'refused') throw new Error(`${story}: ${outcome.refusals.map(({ words }) => words).join(' ')}`);
  };
  const letter = (c: Case, matter: Matter, who: StaffKey, on: Day): LetterOut => {
    const person = world.people.find(({ id }) => id === c.person);
    const { name, title, phone, email } = staff[who];
    const to = {
      person: c.person,
      as: 'resident' as const,
      name: person?.name ?? '',
      salutation: null,
      address: person?.place === null || person === undefined ? [] : [person.place.address, person.place.postcode],
      actsFor: null,
      adjustments: [],
      language: 'en-GB',
    };
    const text = plainText(
      compose({
        matter,
        case: c,
        clocks: [],
        letterhead: world.letterhead,
        to,
        signedBy: { name, job: title, phone, email },
        today: on,
        say: () => null,
      }),
    );
    const id = world.newId<LetterId>();
    return { id, text, bytes: null, to: c.person === null ? [] : [c.person], how: 'post', missing: [] };
  };
  const incident = (story: string, ago: number, who: StaffKey, text: string) =>
    does(story, ago, who, (c, x, { on }) => mayRecordIncident(c, { on, person: c.person, text, files: [] }, x));
  const warned = (story: string, ago: number, what: string, asks: string) =>
    does(story, ago, 'tom', (c, x, { on, record }) => {
      if (c.person === null) throw new Error(`${story} has no resident`);
      const matter: Matter = { kind: 'behaviour-warning', person: c.person, what, asks };
      return mayWarn(c, { on, person: c.person, text: asks, record, letter: letter(c, matter, 'tom', on) }, x);
    });
  const proposed = (story: string, ago: number, terms: Terms, reviewIn: number, weighed: readonly string[]) =>
    does(story, ago, 'ruth', (c, x, { on, record }) => {
      const [reasons = '', equality = '', adjustments = ''] = weighed;
      const reviewOn = ahead(reviewIn);
      return mayProposeRestriction(
        c,
        { ...terms, on, person: c.person, reasons, equality, adjustments, reviewOn, record, policy },
        x,
      );
    });
  const restricted = async (story: string, ago: number, terms: Terms, reasons: string) => {
    const text = 'The calls are many, the warning was plain, and every way stays open but one.';
    await does(story, ago, 'helen', (c, x, { on }) =>
      mayDecideRestriction(c, { on, restriction: last(c), agreed: true, text, policy }, x),
    );
    await does(story, ago - 1, 'ruth', (c, x, { on }) => {
      const matter: Matter = {
        kind: 'contact-restriction',
        restriction: last(c),
        terms: { ...terms, contactName: terms.contact === null ? null : staff.kelly.name },
        reasons,
        reviewOn: behaviourIn(c).restrictions.at(-1)?.reviewOn ?? on,
      };
      return mayRestrictContact(c, { on, restriction: last(c), letter: letter(c, matter, 'ruth', on) }, x);
    });
  };

  // Rang day after day about what had been answered; the review is some weeks away.
  const dog = 'asb-refused-already-considered';
  const ringing: Terms = {
    kinds: ['single-contact', 'times'],
    contact: world.staff('kelly'),
    channels: [],
    how: 'Ring Kelly Brathwaite on Tuesdays and Thursdays between 10 and 12. Write whenever you like: we answer once a week.',
    until: ahead(75),
  };
  const stopRinging = 'Please ring about the dog at number 6 only when something new has happened.';
  await incident(
    dog,
    96,
    'nadia',
    'Rang 41 times between Monday and Friday. Told Nadia that she was "thick as a plank".',
  );
  await warned(dog, 93, 'You rang us 41 times in one week and called a colleague names.', stopRinging);
  await incident(dog, 80, 'kelly', 'Rang 57 times this week. Shouted down two colleagues, one of whom went home.');
  const why = 'Since our letter you have rung us 57 times in one week, about what we have answered.';
  await proposed(dog, 78, ringing, 24, [
    why,
    'No disability is known to us. He was asked twice, by letter and in the call of the day before; he said none.',
    'None are agreed. He prefers the telephone, which stays open.',
  ]);
  await restricted(dog, 76, ringing, why);

  // Restricted, appealed, and lifted by somebody who had no part in it.
  const hedge = 'hedge-boundary-refused-not-ours';
  const mail: Terms = {
    kinds: ['channels'],
    contact: null,
    channels: ['letter'],
    how: 'Write to us by post. We will not answer e-mails about the hedge.',
    until: ahead(40),
  };
  await incident(hedge, 50, 'tom', 'Twenty-six e-mails in two days, copied to every councillor.');
  await warned(hedge, 48, 'You sent us 26 e-mails in two days.', 'Please send one e-mail, and wait for its answer.');
  await incident(hedge, 43, 'tom', 'Thirty-one e-mails since Friday.');
  const many = 'You sent us 31 e-mails after we asked you to wait for an answer.';
  await proposed(hedge, 42, mail, 20, [many, 'No protected characteristic is known or suggested.', 'None are agreed.']);
  await restricted(hedge, 41, mail, many);
  await does(hedge, 30, 'kelly', (c, x, { on }) =>
    mayAppealRestriction(
      c,
      { on, restriction: last(c), from: null, text: 'I have a bad hip and the post box is half a mile off.' },
      x,
    ),
  );
  const hip = 'You told us of your hip, which we did not know. You can e-mail us. Please put all of it in one.';
  await does(hedge, 24, 'graham', (c, x, { on }) => {
    const terms: Terms = { kinds: [], contact: null, channels: [], how: '', until: null };
    const about = { restriction: last(c), outcome: 'lifted' as const, reviewOn: null };
    const matter: Matter = {
      kind: 'restriction-outcome',
      ...about,
      onAppeal: true,
      terms: { ...terms, contactName: null },
      reasons: hip,
    };
    return mayReviewRestriction(
      c,
      { ...about, on, terms, text: hip, policy, letter: letter(c, matter, 'graham', on) },
      x,
    );
  });

  // Warned, went on, and proposed: it waits for the second person.
  const court = 'asb-neighbour-court-refused';
  await incident(court, 34, 'tom', 'At reception: threw the papers over the desk. Nobody was hurt.');
  await warned(court, 31, 'You threw papers over the desk at our reception.', 'Please do not do that again.');
  await incident(court, 9, 'kelly', 'On the telephone: "I know which car is yours."');
  await proposed(
    court,
    2,
    {
      kinds: ['channels'],
      contact: null,
      channels: ['email', 'phone', 'letter'],
      how: 'Please do not come to our office without an appointment. Ring or write, and we will make one.',
      until: ahead(150),
    },
    85,
    [
      'Colleagues at reception are afraid. Ringing and writing stay open, and so does coming by appointment.',
      'His solicitor told us of a diagnosis in March; we asked how to meet him in a way that works.',
      'Extra time in meetings, and somebody with him: both kept.',
    ],
  );

  // Warned once, and that was enough.
  const gardens = 'conduct-officer-not-upheld';
  await incident(gardens, 40, 'nadia', 'Called the housing officer a name in front of her children.');
  await warned(gardens, 37, 'You called our colleague a name.', 'Please do not do that again.');

  const rudge = cases.get(court)?.person ?? null;
  if (rudge !== null) {
    const marker = {
      person: rudge,
      whatToDo: 'Two of us, and ring first: the dog is loose in the yard.',
      reasons: 'The dog bit a contractor’s glove; the operative’s own report, with a photograph.',
      told: 'Told by letter with the appointment.',
      reviewOn: ahead(60),
    };
    const [no] = await setMarker(trx, marker, {
      staff: world.staff('ruth'),
      roles: ['manager'],
      now: new Date(`${dayAtWork(world, -29)}T11:45:00.000Z`),
    });
    if (no !== undefined) throw new Error(no.words);
  }

  const form = 'handling-complaint-about-complaint';
  const told = 'That you sent Mr Brandreth back to the web form after he had sent you the screenshot.';
  await does(form, 41, 'ruth', (c, x, { on }) =>
    mayNameStaffMember(c, { on, staff: world.staff('tom'), text: told }, x),
  );
  await does(form, 41, 'ruth', (c, x, { on }) =>
    mayOfferSupport(c, { on, staff: world.staff('tom'), text: 'A talk with Helen; off the telephones that week.' }, x),
  );
  const position = 'I was told never to take a complaint by e-mail, and I did not look at the picture. I should have.';
  await does(form, 39, 'tom', (c, x, { on }) =>
    mayHearPosition(c, { on, stage: 1, from: { staff: world.staff('tom') }, text: position }, x),
  );
  return entries;
}

function last(c: Case): RestrictionId {
  const found = behaviourIn(c).restrictions.at(-1);
  if (found === undefined) throw new Error('no restriction was proposed');
  return found.id;
}
