/** How improvements are called on screens, and where they are. */
import type { VNode } from 'preact';
import { type Day, inShortWords } from '../../facts/days.js';
import type { Aimed } from '../../store/improvement-effect.js';
import type { Improvement, ImprovementKind } from '../../store/improvements.js';
import { Tag } from '../ui/components.js';

export const kindWords: Readonly<Record<ImprovementKind, string>> = {
  corrective: 'Corrective: what went wrong is mended for everybody',
  preventive: 'Preventive: it shall not happen elsewhere or again',
};

export const shortKindWords: Readonly<Record<ImprovementKind, string>> = {
  corrective: 'Corrective',
  preventive: 'Preventive',
};

export function improvementHref({ id }: { readonly id: string }, below = ''): `/${string}` {
  return `/improvements/${id}${below}`;
}

/** Which complaints it is to stop, in a few words. */
export function aimedWords({ cause, category, area, block }: Aimed): string {
  const parts = [
    ...(cause === null ? [] : [`cause ‘${cause}’`]),
    ...(category === null ? [] : [`category ${category}`]),
    ...(area === null ? [] : [`area ${area}`]),
    ...(block === null ? [] : [`block ${block}`]),
  ];
  return parts.length === 0 ? 'all complaints' : parts.join(', ');
}

/** Its state in a tag, with what is late said in words. */
export function StateOf({ one, today }: { readonly one: Improvement; readonly today: Day }): VNode {
  switch (one.state) {
    case 'open':
      return one.dueOn < today ? <Tag colour="red">Late</Tag> : <Tag colour="blue">Open</Tag>;
    case 'done':
      return one.reviewOn !== null && one.reviewOn <= today ? (
        <Tag colour="yellow">To review</Tag>
      ) : (
        <Tag colour="teal">Done</Tag>
      );
    case 'tested':
      return (
        <Tag colour={one.worked ? 'green' : 'orange'}>{one.worked ? 'Tested: it worked' : 'Tested: it did not'}</Tag>
      );
    case 'closed':
      return <Tag colour="grey">{one.worked ? 'Closed: it worked' : 'Closed'}</Tag>;
    default:
      return one.state satisfies never;
  }
}

/** What comes next and when. */
export function nextWords(one: Improvement): string {
  switch (one.state) {
    case 'open':
      return `To be done by ${inShortWords(one.dueOn)}`;
    case 'done':
      return one.reviewOn === null ? 'To be reviewed' : `To be reviewed on ${inShortWords(one.reviewOn)}`;
    case 'tested':
      return 'To be closed';
    case 'closed':
      return one.closedOn === null ? 'Closed' : `Closed on ${inShortWords(one.closedOn)}`;
    default:
      return one.state satisfies never;
  }
}
