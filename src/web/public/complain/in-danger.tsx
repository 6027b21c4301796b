/** What to ring when somebody is in danger: the landlord's own line, and the numbers that are the same everywhere. */
import type { VNode } from 'preact';
import type { SiteVisit } from '../../visit.js';
import { pathTo } from './draft.js';

export function InDanger({ visit, link = false }: { readonly visit: SiteVisit; readonly link?: boolean }): VNode {
  const { say, site } = visit;
  const { phone, hours } = site.emergency;
  return (
    <div class="govuk-inset-text" data-danger="yes">
      <p class="govuk-body govuk-!-font-weight-bold">{say('Is somebody in danger now? Ring, do not wait for us')}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          {say('Fire, or a life in danger:')}{' '}
          <a class="govuk-link" href="tel:999">
            999
          </a>
        </li>
        <li>
          {say('You smell gas, or a carbon monoxide alarm sounds:')}{' '}
          <a class="govuk-link" href="tel:0800111999">
            0800 111 999
          </a>
        </li>
        <li>
          {say('No electricity, or a power line is down:')}{' '}
          <a class="govuk-link" href="tel:105">
            105
          </a>
        </li>
        {phone === '' ? null : (
          <li>
            {say('Anything else that can’t wait:')}{' '}
            <a class="govuk-link" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
              {phone}
            </a>
            {hours === '' ? null : ` (${hours})`}
          </li>
        )}
      </ul>
      {link ? (
        <p class="govuk-body">
          <a class="govuk-link" href={pathTo(visit, 'emergency')}>
            {say('Tell us about it as well, so that we come')}
          </a>
        </p>
      ) : null}
    </div>
  );
}
