/** What the pages of the policy say without a word of the landlord's: our own words, and the Code's one definition. */
import type { VNode } from 'preact';
import { definitions } from '../../../../assess/policy/definition.js';
import { furtherRoutes } from '../../../../facts/happened.js';
import { dataProtectionDays } from '../../../../law/data-protection.js';
import { letterheadIn } from '../../../../store/landlord-settings.js';
import type { SiteVisit } from '../../../visit.js';
import { OutsideBodies } from '../outside-bodies.js';
import { sentence } from '../say.js';

/** The Code's own words: English on every page, since they are to be used as they are. */
export function Definition({ visit: { say } }: { readonly visit: SiteVisit }): VNode {
  return (
    <>
      <p class="govuk-body">{say('A complaint is:')}</p>
      <blockquote class="app-quote" lang="en" dir="ltr">
        {definitions['2024']}
      </blockquote>
      <p class="govuk-body">
        {say.legal('You do not have to call it a complaint. Somebody else can complain for you.')}
      </p>
    </>
  );
}

const ways = [
  sentence('Large print, a coloured background, or plain text by email'),
  sentence('Easy read, Braille, a recording, or British Sign Language'),
  sentence('Another language, or an interpreter'),
  sentence('A telephone call or a visit in place of letters, or letters in place of calls'),
  sentence('More time, or somebody with you'),
];

export function Adjustments({ visit }: { readonly visit: SiteVisit }): VNode {
  const { say, base } = visit;
  const { phone, email } = letterheadIn(visit.landlord.settings);
  return (
    <>
      <p class="govuk-body">
        {say.legal(
          'If something makes it hard for you to complain or to read what we send, tell us. We look at what you need under the Equality Act 2010, agree it with you, keep it on record, and ask you now and then whether it still helps.',
        )}
      </p>
      <p class="govuk-body">{say('For example:')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {ways.map((way) => (
          <li key={way}>{say(way)}</li>
        ))}
      </ul>
      <p class="govuk-body">
        {say('You can tell us while you make a complaint, or at any time.')}{' '}
        {phone === '' ? null : say('Phone: {phone}', { phone })}{' '}
        {email === '' ? null : say('Email: {email}', { email })}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/complain`}>
          {say('Make a complaint')}
        </a>
      </p>
    </>
  );
}

export function Ombudsman({ visit: { say } }: { readonly visit: SiteVisit }): VNode {
  return (
    <>
      <p class="govuk-body">
        {say.legal(
          'The Housing Ombudsman Service looks at complaints about landlords like us. It is free, and it is independent of us.',
        )}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          {say.legal('You can ask it for advice at any time, also before you complain and while we deal with it.')}
        </li>
        <li>
          {say.legal(
            'When we have given our final answer at stage 2 you can ask it to look into your complaint, within twelve months.',
          )}
        </li>
        <li>{say.legal('If we do not answer in time, or refuse to take your complaint, it can step in.')}</li>
      </ul>
      <h2 class="govuk-heading-m">{say('How to reach it')}</h2>
      <OutsideBodies routes={['hos']} say={say} />
      <h2 class="govuk-heading-m">{say('Some things are for somebody else')}</h2>
      <p class="govuk-body">
        {say(
          'A complaint can be about several things. Our letters say for each of them who can look at it besides us, and it can be more than one.',
        )}
      </p>
      <OutsideBodies routes={furtherRoutes.filter((route) => route !== 'hos')} say={say} />
      <p class="govuk-body">
        {say.legal(
          'If your complaint is about how we use, keep or share personal information, we confirm within {days} days that we have it. What else you complain about goes on beside it, with its own dates.',
          { days: dataProtectionDays },
        )}
      </p>
    </>
  );
}

export function TheCode({ visit, published }: { readonly visit: SiteVisit; readonly published: boolean }): VNode {
  const { say } = visit;
  return (
    <>
      <p class="govuk-body">
        {say.legal(
          'The Complaint Handling Code of the Housing Ombudsman says how landlords have to deal with complaints: what counts as one, how it can be made, the two stages and their times, how things are put right, and what is learnt. It has been law since 1 April 2024, and every landlord that belongs to the Ombudsman’s scheme has to follow it.',
        )}
      </p>
      <Definition visit={visit} />
      <p class="govuk-body">
        {say.legal('Each year we hold ourselves against the Code, line by line, and publish the result.')}{' '}
        {published ? (
          <a class="govuk-link" href={`/published/${visit.slug}`}>
            {say('Our reports and self-assessments')}
          </a>
        ) : null}
      </p>
      <p class="govuk-body">
        <a
          class="govuk-link"
          href="https://www.housing-ombudsman.org.uk/landlords-info/complaint-handling-code/"
          rel="noreferrer"
        >
          {say('Read the Code on the Ombudsman’s website')}
        </a>
      </p>
    </>
  );
}
