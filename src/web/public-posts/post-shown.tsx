/** A public post as staff see it: where it stands, who it is not known to be, what was answered, what to keep in mind. */
import type { VNode } from 'preact';
import type { PublicPost, privateWays } from '../../store/public-posts.js';
import { SummaryList } from '../ui/components.js';
import { DayText } from '../ui/dates.js';

export const wayWords: Record<(typeof privateWays)[number], string> = {
  email: 'By e-mail',
  phone: 'By phone',
  'in-person': 'In person',
  letter: 'By letter',
  'web-form': 'By the form on our site',
  'private-message': 'By a private message in which they said who they are',
};

export function AboutPost({ post: it }: { readonly post: PublicPost }): VNode {
  const row = (key: string, html: VNode | string) => ({ key: { text: key }, value: { html } });
  return (
    <SummaryList
      rows={[
        row('Where', it.network),
        row('Address, as text', <code class="app-quote">{it.link}</code>),
        ...(it.author === null ? [] : [row('Shown under the name', it.author)]),
        row('First seen', <DayText day={it.seenOn} />),
        row(
          'Who it is',
          it.cameOn === null || it.cameBy === null ? (
            'Not known. A name on a network proves nobody'
          ) : (
            <>
              {wayWords[it.cameBy]}, on <DayText day={it.cameOn} />
            </>
          ),
        ),
      ]}
    />
  );
}

export function BeforeAnything(): VNode {
  return (
    <section class="app-code" aria-labelledby="confidential">
      <h3 class="govuk-heading-s" id="confidential">
        Before anything is said in public
      </h3>
      <ul class="govuk-list govuk-list--bullet">
        <li>Not who they are, and not that they are, or are not, a resident of ours.</li>
        <li>No address, reference, repair, case, sum or date, and nothing about anybody’s health.</li>
        <li>No arguing and no correcting: thank them, and ask them to come by a private way.</li>
      </ul>
    </section>
  );
}

export function Answers(props: {
  readonly answers: PublicPost['answers'];
  readonly kind: 'public' | 'private-invitation';
}) {
  const answers = props.answers.filter(({ kind }) => kind === props.kind);
  if (answers.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{props.kind === 'public' ? 'What we said in public' : 'What we sent in private'}</h3>
      {answers.map((one) => (
        <div key={one.id} class="app-words">
          {one.words}
          <p class="app-caption">
            {one.by}, <DayText day={one.on} short />
          </p>
        </div>
      ))}
    </>
  );
}
