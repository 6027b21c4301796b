/** The bodies outside that can look at something: what each looks at, and how to reach it. */
import type { VNode } from 'preact';
import type { FurtherRoute } from '../../../facts/happened.js';
import { outsideBodies } from '../../../letters/ombudsman.js';
import { inEnglishOn } from './catalogue.js';
import type { Say } from './say.js';

export function OutsideBodies({ routes, say }: { readonly routes: readonly FurtherRoute[]; readonly say: Say }): VNode {
  return (
    <>
      {routes.map((route) => (
        <OutsideBody key={route} route={route} say={say} />
      ))}
    </>
  );
}

function OutsideBody({ route, say }: { readonly route: FurtherRoute; readonly say: Say }): VNode {
  const { phone, website, address } = outsideBodies[route];
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{bodyName(route, say)}</h3>
      <p class="govuk-body govuk-!-margin-bottom-1">{looksAt(route, say)}</p>
      <ul class="govuk-list">
        {phone === null ? null : <li>{say('Phone: {phone}', { phone })}</li>}
        <li>
          {say('Website:')}{' '}
          <a class="govuk-link" href={`https://${website}`} rel="noreferrer">
            {website}
          </a>
        </li>
        {address.length === 0 ? null : <li>{say('Post: {address}', { address: address.join(', ') })}</li>}
        <li>{howToBegin(route, say)}</li>
      </ul>
    </>
  );
}

/** A body is called by its name in every language. */
export function bodyName(route: FurtherRoute, say: Say): string {
  return inEnglishOn(say, outsideBodies[route].name);
}

function looksAt(route: FurtherRoute, say: Say): string {
  switch (route) {
    case 'hos':
      return say.legal(
        'It looks at what we do as your landlord. It is free and independent. You can ask it for advice at any time, also while we deal with your complaint.',
      );
    case 'lgsco':
      return say.legal(
        'It looks at what a council does as a council: homelessness, the housing register and who is offered a home from it, and moves that a council has to give priority to.',
      );
    case 'tribunal':
      return say.legal('It decides how high a rent or a service charge may be.');
    case 'ico':
      return say.legal('It looks at how personal information is used, kept and shared.');
    default:
      return route satisfies never;
  }
}

function howToBegin(route: FurtherRoute, say: Say): string {
  switch (route) {
    case 'hos':
      return say('Use the form on its website, ring it or write to it. It does not take new complaints by email.');
    case 'lgsco':
      return say('Complain to the council first. If that does not settle it, use the form on its website or ring it.');
    case 'tribunal':
      return say('Its website says how to apply, what it costs and where the nearest office is.');
    case 'ico':
      return say('Use the form on its website or ring it.');
    default:
      return route satisfies never;
  }
}
