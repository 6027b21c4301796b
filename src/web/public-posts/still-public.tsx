/** A case that came from a public post names nobody until they come by a private way: what acts and the summary say of it. */
import type { VNode } from 'preact';
import { type Decision, refuse } from '../../complaint/refusals.js';
import type { CaseId } from '../../facts/happened.js';
import type { Trx } from '../../store/database.js';
import { isStillPublic, type PublicPost } from '../../store/public-posts.js';
import { InsetText } from '../ui/components.js';

/** For every act that would put a name or a home to the case: the reason why not yet, or null. */
export async function notYetPrivate(trx: Trx, caseId: CaseId): Promise<Decision | null> {
  if (!(await isStillPublic(trx, caseId))) return null;
  return refuse(
    'not-by-a-private-way',
    'This came from a public post, and a name on a network proves nobody. Record first how they came by a private way.',
  );
}

export function FromPublicPost(props: { readonly post: PublicPost | null; readonly reference: string }): VNode | null {
  if (props.post === null) return null;
  return (
    <InsetText>
      These words stand in public on {props.post.network}.{' '}
      {props.post.cameOn === null ? 'Nobody is taken for their writer. ' : ''}
      <a class="govuk-link" href={`/cases/${props.reference}/public-post`}>
        What may be said, and what was said
      </a>
    </InsetText>
  );
}
