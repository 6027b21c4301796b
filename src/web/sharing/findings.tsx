/** What in a text might tell who somebody is, each with the way to let it stand, where it may. */
import type { VNode } from 'preact';
import { caseWorkers } from '../../complaint/roles.js';
import type { Checked } from '../../store/sharing/check.js';
import { InsetText, WarningText } from '../ui/components.js';
import type { Visit } from '../visit.js';
import { type Text, textHref } from './sharing-frame.js';

export function FindingsShown({
  visit,
  text,
  findings,
}: {
  readonly visit: Visit;
  readonly text: Text;
  readonly findings: readonly Checked[];
}): VNode {
  const open = findings.filter(({ stands }) => stands === null).length;
  return (
    <>
      <h2 class="govuk-heading-m">What might tell who somebody is</h2>
      {findings.length === 0 ? (
        <InsetText text="The check finds nothing. It knows names, addresses, references and small numbers; only a person can tell whether the whole lets somebody be known." />
      ) : open === 0 ? (
        <p class="govuk-body">A person has looked at each of these.</p>
      ) : (
        <WarningText
          iconFallbackText="Warning"
          text={open === 1 ? 'One thing might tell who somebody is' : `${open} things might tell who somebody is`}
        />
      )}
      <ul class={findings.length === 0 ? 'govuk-list' : 'app-list'}>
        {findings.map((one) => (
          <li key={one.digest + one.where} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              {one.where}: <strong>‘{one.what}’</strong>, {one.why}.
            </p>
            <p class="govuk-body-s govuk-!-margin-bottom-0">
              {one.stands !== null ? (
                `${one.stands.by} lets it stand: ${one.stands.reason}`
              ) : !one.mayStand ? (
                'It has to go.'
              ) : visit.may(...caseWorkers) ? (
                <a class="govuk-link" href={textHref(text, `/let-stand/${one.digest}`)}>
                  Let it stand, with a reason<span class="govuk-visually-hidden">: {one.what}</span>
                </a>
              ) : (
                'Somebody has to look at it.'
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
