/** One check of the policy: what is to be mended first, each with its provision, its place and why; then what is in order. */
import type { VNode } from 'preact';
import { changedSince } from '../../../assess/policy/check.js';
import { type Finding, isOpen, type WordDifference } from '../../../assess/policy/findings.js';
import { inShortWords } from '../../../facts/days.js';
import { provisionWords } from '../../../law/in-force.js';
import type { Edition } from '../../../law/words.js';
import { findPolicyCheck, type PolicyCheck } from '../../../store/policy-checks.js';
import { InsetText, Tag } from '../../ui/components.js';
import { page } from '../../ui/frame.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { readersOfPolicy, summedUp, verdictTags } from './policy-words.js';

async function get(visit: Visit) {
  const found = await visit.db((trx) => findPolicyCheck(trx, visit.params.check ?? ''));
  if (found === null) return notFound;
  const { check, before } = found;
  const { findings } = check.checked;
  const open = findings.filter(isOpen);
  const wanted = open.filter(({ kind }) => kind === 'wanted');
  const unwanted = open.filter(({ kind }) => kind === 'unwanted');
  return page(
    visit,
    {
      title: check.title,
      section: 'assessment',
      caption: `Held against the Code of ${check.edition} on ${inShortWords(check.checkedOn)}${check.madeBy === null ? '' : ` by ${check.madeBy}`}`,
      back: { href: '/self-assessment/policy-check', text: 'Check the complaints policy' },
    },
    <>
      <p class="govuk-body-l">{summedUp(findings)}.</p>
      {open.length === 0 ? (
        <InsetText text="Everything that was looked for is there, and nothing that must not be. A person still has to read it." />
      ) : null}
      {before === null ? null : <Since check={check} before={before} />}
      <Group heading="What must go, or be judged" findings={unwanted} edition={check.edition} />
      <Group heading="What is missing, or not quite as the Code has it" findings={wanted} edition={check.edition} />
      <Group heading="What is in order" findings={findings.filter((one) => !isOpen(one))} edition={check.edition} />
      <p class="govuk-hint">
        Rules number {check.rules}
        {check.source === null ? '; the text was pasted' : `; read from ${check.source}`}. The same text always gives
        the same answer.
      </p>
    </>,
  );
}

function Since({ check, before }: { readonly check: PolicyCheck; readonly before: PolicyCheck }): VNode {
  const changes = changedSince(before.checked.findings, check.checked.findings);
  return (
    <section>
      <h2 class="govuk-heading-m">
        Since {before.title}, checked on {inShortWords(before.checkedOn)}
      </h2>
      {before.rules === check.rules ? null : (
        <p class="govuk-body">The rules have been bettered since: some of what changed may be theirs.</p>
      )}
      {changes.length === 0 ? (
        <p class="govuk-body">Nothing has changed.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {changes.map(({ rule, title, before: then, now, better }) => (
            <li key={rule}>
              <strong>{better ? 'Better' : 'Worse'}:</strong> {title}. {verdictTags[then].words}, now{' '}
              {verdictTags[now].words.toLowerCase()}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Group({
  heading,
  findings,
  edition,
}: {
  readonly heading: string;
  readonly findings: readonly Finding[];
  readonly edition: Edition;
}): VNode | null {
  if (findings.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">
        {heading} ({findings.length})
      </h2>
      {findings.map((finding) => (
        <One key={finding.rule} finding={finding} edition={edition} />
      ))}
    </section>
  );
}

function One({ finding, edition }: { readonly finding: Finding; readonly edition: Edition }): VNode {
  const { title, provisions, verdict, because, lookedFor, excerpts, differences } = finding;
  const tag = verdictTags[verdict];
  return (
    <article class="app-code">
      <h3 class="govuk-heading-s">
        {title} <Tag colour={tag.colour}>{tag.words}</Tag>
      </h3>
      {because.map((words) => (
        <p key={words} class="govuk-body">
          {words}
        </p>
      ))}
      {differences === undefined ? null : <Differences differences={differences} />}
      {excerpts.map(({ heading, paragraph, quote }) => (
        <figure key={`${paragraph} ${quote}`} class="govuk-!-margin-left-0">
          <blockquote class="govuk-body app-quote govuk-!-margin-left-0">“{quote}”</blockquote>
          <figcaption class="govuk-hint">
            {heading === '' ? '' : `Under “${heading}”, `}paragraph {paragraph}
          </figcaption>
        </figure>
      ))}
      {provisions.map((provision) => (
        <p key={provision} class="govuk-hint">
          {provision}: {provisionWords(edition, provision)}
        </p>
      ))}
      <p class="govuk-hint">Looked for: {lookedFor}</p>
    </article>
  );
}

/** The policy's definition with the Code's words that it leaves out, and its own that the Code has not. */
function Differences({ differences }: { readonly differences: readonly WordDifference[] }): VNode {
  return (
    <p class="govuk-body">
      {differences.map(({ is, words }, at) => {
        const key = `${at} ${words}`;
        if (is === 'same') return <span key={key}>{words} </span>;
        return is === 'added' ? (
          <span key={key}>
            <span class="govuk-visually-hidden">added: </span>
            <ins>{words}</ins>{' '}
          </span>
        ) : (
          <span key={key}>
            <span class="govuk-visually-hidden">left out: </span>
            <del>{words}</del>{' '}
          </span>
        );
      })}
    </p>
  );
}

export const oneCheck = screen({ path: '/self-assessment/policy-check/:check', access: readersOfPolicy, get });
