/**
 * How a resident's own contact is restricted, on their own page and on that of whoever acts for them, and how they say
 * that it is wrong (5.14). The letter with its reasons is read by whom it is to.
 */
import type { VNode } from 'preact';
import { z } from 'zod';
import { appealDue } from '../../../complaint/behaviour/restriction-clocks.js';
import type { SeenRestriction } from '../../../complaint/following/seen-by-resident.js';
import { mayAppealRestriction } from '../../../complaint/may/appeal-restriction.js';
import type { Day } from '../../../facts/days.js';
import type { Channel, RestrictionId } from '../../../facts/happened.js';
import { behaviourIn } from '../../../store/behaviour.js';
import { restrictionsKnownTo } from '../../../store/seen-case.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { inEnglishOn } from '../site/catalogue.js';
import { sentence } from '../site/say.js';
import { link, type Part } from './case-link.js';
import { type Before, residentScreen } from './resident-screen.js';

const waySaid: Readonly<Record<Channel, string>> = {
  email: sentence('email'),
  phone: sentence('telephone'),
  'in-person': sentence('coming to see us'),
  letter: sentence('letter'),
  'web-form': sentence('the form on this website'),
  'text-message': sentence('text message'),
  'web-chat': sentence('web chat'),
  app: sentence('our app'),
  'social-media': sentence('social media'),
  survey: sentence('surveys'),
  'feedback-form': sentence('feedback forms'),
  other: sentence('other ways'),
};

/** The cases of theirs on which it was decided, where that is not this one: the letter and the appeal are there. */
export async function restrictedElsewhere({ visit, file }: Before): Promise<readonly string[]> {
  const { person } = visit.resident;
  if (person === null) return [];
  const holding = await visit.db((trx) => restrictionsKnownTo(trx, person, visit.today));
  return holding.filter(({ caseId }) => caseId !== file.case.id).map(({ reference }) => reference);
}

/** Nothing for whoever's contact is not restricted, nor that of whom they act for. */
export function Restricted({ before, elsewhere }: { readonly elsewhere: readonly string[] } & Part): VNode | null {
  const { say, file } = before;
  const own = file.seen.restrictions.filter((one) => one.of === 'themself');
  const theirs = file.seen.restrictions.filter((one) => one.of === 'the-resident');
  return (
    <>
      {own.length + elsewhere.length === 0 ? null : (
        <section aria-labelledby="restricted" class="govuk-inset-text">
          <h2 class="govuk-heading-m" id="restricted">
            {say('How you can contact us for now')}
          </h2>
          {own.map((one) => (
            <Terms key={one.id} restriction={one} before={before} />
          ))}
          {elsewhere.map((reference) => (
            <p key={reference} class="govuk-body">
              {say(
                'Our letter of {reference} says how you can contact us for now, and how to tell us that it is wrong.',
                {
                  reference,
                },
              )}
            </p>
          ))}
          <p class="govuk-body">
            {say.legal(
              'You can always report a repair or make a new complaint, in any way. This complaint goes on as before.',
            )}
          </p>
        </section>
      )}
      {theirs.length === 0 ? null : (
        <section aria-labelledby="restricted-resident" class="govuk-inset-text">
          <h2 class="govuk-heading-m" id="restricted-resident">
            {say('How the person you act for can contact us for now')}
          </h2>
          {theirs.map((one) => (
            <Terms key={one.id} restriction={one} before={before} />
          ))}
          <p class="govuk-body">
            {say.legal(
              'They can always report a repair or make a new complaint, in any way. This complaint goes on as before.',
            )}
          </p>
        </section>
      )}
    </>
  );
}

function Terms({ restriction, before }: { readonly restriction: SeenRestriction } & Part): VNode {
  const { say, file } = before;
  const { id, of, kinds, contact, channels, how, until, reviewOn, appealedOn } = restriction;
  const own = of === 'themself';
  const words = file.text(how);
  const name = contact === null ? null : (file.staff.get(contact) ?? null);
  const ways = channels.map((one) => say(waySaid[one])).join(', ');
  return (
    <>
      {words === null ? null : <p class="govuk-body">{inEnglishOn(say, words)}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {kinds.includes('single-contact') && name !== null ? (
          <li>
            {own
              ? say('One person deals with you: {name}.', { name })
              : say('One person deals with them: {name}.', { name })}
          </li>
        ) : null}
        {kinds.includes('channels') && channels.length > 0 ? (
          <li>
            {own ? say('You can reach us by: {ways}.', { ways }) : say('They can reach us by: {ways}.', { ways })}
          </li>
        ) : null}
        {until === null ? null : <li>{say('This lasts until {day} at the latest.', { day: say.day(until) })}</li>}
        {reviewOn === null ? null : (
          <li>
            {own
              ? say('We look at it again on {day} at the latest, and write to you.', { day: say.day(reviewOn) })
              : say('We look at it again on {day} at the latest, and write to them.', { day: say.day(reviewOn) })}
          </li>
        )}
      </ul>
      {appealedOn === null ? (
        <p class="govuk-body">{link(before, `/restriction/${id}`, sentence('Tell us if you think this is wrong'))}</p>
      ) : (
        <p class="govuk-body">{waits(before, of, appealedOn)}</p>
      )}
    </>
  );
}

function waits({ say, visit }: Before, of: SeenRestriction['of'], appealedOn: Day): string {
  const { appealDays } = behaviourIn(visit.landlord.settings);
  const answerBy = appealDue(appealedOn, { calendar: visit.rules.calendar, appealDays });
  const day = say.day(appealedOn);
  const due = answerBy === null ? null : say.day(answerBy);
  if (of === 'the-resident')
    return due === null
      ? say(
          'On {day} we were told that this is wrong. Somebody who had no part in it looks at it and writes to them.',
          {
            day,
          },
        )
      : say(
          'On {day} we were told that this is wrong. Somebody who had no part in it looks at it and writes to them by {due}.',
          { day, due },
        );
  return due === null
    ? say('On {day} you told us that this is wrong. Somebody who had no part in it looks at it and writes to you.', {
        day,
      })
    : say(
        'On {day} you told us that this is wrong. Somebody who had no part in it looks at it and writes to you by {due}.',
        { day, due },
      );
}

/** Only what restricts them, or whom they act for, may be appealed: another case's id is none of theirs. */
const restrictionOf = ({ visit, file }: Before) =>
  file.seen.restrictions.find(({ id }) => id === visit.params.restriction);
const isOwn = (before: Before): boolean => restrictionOf(before)?.of !== 'the-resident';

export const appealAgainstRestriction = residentScreen({
  path: '/restriction/:restriction',
  title: ({ say }) => say('Tell us if you think this is wrong'),
  shows: ({ restrictions }) => restrictions,
  notNow: (before) => {
    const { say } = before;
    const found = restrictionOf(before);
    if (found === undefined) return say('No limit on how you contact us holds here any more.');
    return found.appealedOn === null
      ? null
      : say('You have told us already that you think this is wrong. Send us a message if there is more to say.');
  },
  above: (before) => {
    const { say } = before;
    return (
      <>
        <p class="govuk-body">
          {isOwn(before)
            ? say('Somebody who had no part in the decision looks at it again, and writes to you.')
            : say('Somebody who had no part in the decision looks at it again, and writes to the person you act for.')}
        </p>
        <p class="govuk-body">
          {say.legal('You can also take it to the Housing Ombudsman. It is free, and it is independent of us.')}
        </p>
      </>
    );
  },
  schema: ({ say }) => z.object({ text: requiredText(say('Tell us why you think this is wrong'), 20_000) }),
  fields: ({ form, ...before }) => {
    const { say } = before;
    return (
      <TextareaField
        form={form}
        name="text"
        label={say('Why do you think this is wrong?')}
        hint={
          isOwn(before)
            ? say('Tell us too of anything that makes it hard for you, such as a disability or a health condition.')
            : say('Tell us too of anything that makes it hard for them, such as a disability or a health condition.')
        }
        rows={6}
      />
    );
  },
  inViewOf: 'case',
  decide: ({ text }, { file, context, person, before }) =>
    mayAppealRestriction(
      file.case,
      { on: context.today, restriction: (restrictionOf(before)?.id ?? '') as RestrictionId, from: person, text },
      context,
    ),
  arrives: ({ text }) => ({ kind: 'restriction-appeal', note: text }),
  button: (say) => say('Send'),
  done: (say) => say('We have it. Somebody who had no part in the decision looks at it'),
});
