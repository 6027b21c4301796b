/** What the Code wants on the site and in the policy, and is missing: each with its provision. */
import type { VNode } from 'preact';
import { type Finding, isOpen } from '../../assess/policy/findings.js';
import type { SiteChecked, SiteFinding } from '../../assess/policy/site-check.js';
import { verdictTags } from '../self-assessment/policy-check/policy-words.js';
import { Tag } from '../ui/components.js';

export function CheckShown({ checked }: { readonly checked: SiteChecked }): VNode {
  const missing = checked.site.filter(({ there }) => !there);
  const open = (checked.policy ?? []).filter(isOpen);
  return (
    <>
      <h3 class="govuk-heading-s">On the site</h3>
      {missing.length === 0 ? (
        <p class="govuk-body">Everything that the Code wants on the site is there.</p>
      ) : (
        <ul class="app-list">
          {missing.map((finding) => (
            <Missing key={finding.title} finding={finding} />
          ))}
        </ul>
      )}
      <h3 class="govuk-heading-s">In the policy’s own words</h3>
      {checked.policy === null ? (
        <p class="govuk-body">No text of yours is published yet.</p>
      ) : open.length === 0 ? (
        <p class="govuk-body">
          Everything that the Code wants in a policy was found, and nothing that must not be there.
        </p>
      ) : (
        <ul class="app-list">
          {open.map((finding) => (
            <Open key={finding.rule} finding={finding} />
          ))}
        </ul>
      )}
    </>
  );
}

function Missing({ finding: { title, provisions, because } }: { readonly finding: SiteFinding }): VNode {
  return (
    <li class="app-list__item">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <Tag colour="red">Missing</Tag> {title} (the Code, {provisions.join(', ')})
      </p>
      <p class="govuk-body-s govuk-!-margin-bottom-0">{because}</p>
    </li>
  );
}

function Open({ finding: { title, provisions, verdict, lookedFor, because } }: { readonly finding: Finding }): VNode {
  const { words, colour } = verdictTags[verdict];
  return (
    <li class="app-list__item">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <Tag colour={colour}>{words}</Tag> {title} (the Code, {provisions.join(', ')})
      </p>
      <p class="govuk-body-s govuk-!-margin-bottom-0">
        {lookedFor} {because.join(' ')}
      </p>
    </li>
  );
}
