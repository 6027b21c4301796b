/** The pages of a section that has several: one row of links under the section's own. A new page is one line here. */
import type { VNode } from 'preact';
import type { Role } from '../../complaint/refusals.js';
import { caseReaders, caseWorkers } from '../../complaint/roles.js';
import type { Visit } from '../visit.js';
import { SubNavigation } from './components.js';

interface Part {
  readonly text: string;
  readonly href: `/${string}`;
  readonly for: readonly Role[];
}

/** In the order of the work. */
const parts = {
  'putting-right': [
    { text: 'Promises', href: '/promises', for: caseWorkers },
    { text: 'Compensation', href: '/compensation', for: caseWorkers },
    { text: 'Hazards', href: '/hazards', for: caseWorkers },
  ],
  learning: [
    {
      text: 'Improvements',
      href: '/improvements',
      for: caseReaders,
    },
    {
      text: 'Themes',
      href: '/themes',
      for: caseReaders,
    },
    {
      text: 'What we shared',
      href: '/sharing',
      for: caseReaders,
    },
  ],
  ombudsman: [
    { text: 'Cases', href: '/ombudsman', for: caseWorkers },
    { text: 'Orders', href: '/ombudsman/orders', for: caseWorkers },
    {
      text: 'Published about us',
      href: '/ombudsman/published',
      for: caseWorkers,
    },
    { text: 'Bundles', href: '/bundles', for: caseWorkers },
    { text: 'Subject access', href: '/subject-requests', for: ['officer', 'manager'] },
  ],
} as const satisfies Record<string, readonly Part[]>;

export type Parts = keyof typeof parts;

const names: Readonly<Record<Parts, string>> = {
  'putting-right': 'Putting right',
  learning: 'Learning',
  ombudsman: 'The Ombudsman',
};

/** The row of a section, with the page that is shown marked; nothing where a person may see one page alone. */
export function PartsOf({
  section,
  at,
  visit,
}: {
  readonly section: Parts;
  readonly at: string;
  readonly visit: Visit;
}): VNode | null {
  const all: readonly Part[] = parts[section];
  const seen = all.filter((part) => part.for.some((role) => visit.may(role)));
  if (seen.length < 2) return null;
  return (
    <SubNavigation label={names[section]} items={seen.map(({ text, href }) => ({ text, href, active: href === at }))} />
  );
}
