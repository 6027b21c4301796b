/** The one row of links that staff see at the top. A new section is one line here and its screens name it. */
import type { Role } from '../../complaint/refusals.js';
import { caseReaders, caseWorkers } from '../../complaint/roles.js';

export const sections = {
  home: { text: 'Home', href: '/', for: 'everyone' },
  cases: { text: 'Cases', href: '/cases', for: caseWorkers },
  arrivals: {
    text: 'From residents',
    href: '/arrivals',
    for: caseWorkers,
  },
  log: { text: 'Log a contact', href: '/log', for: caseWorkers },
  post: { text: 'Email', href: '/post', for: ['officer', 'manager'] },
  search: { text: 'Search', href: '/search', for: caseWorkers },
  puttingRight: {
    text: 'Putting right',
    href: '/promises',
    for: caseWorkers,
  },
  learning: {
    text: 'Learning',
    href: '/improvements',
    for: caseReaders,
  },
  ombudsman: { text: 'Ombudsman', href: '/ombudsman', for: caseWorkers },
  oversight: {
    text: 'Figures',
    href: '/figures',
    for: caseReaders,
  },
  assessment: { text: 'Self-assessment', href: '/self-assessment', for: 'everyone' },
  reports: { text: 'Reports', href: '/reports', for: ['manager', 'member-responsible'] },
  settings: { text: 'Settings', href: '/settings', for: ['administrator'] },
} as const satisfies Record<string, { text: string; href: string; for: 'everyone' | readonly Role[] }>;

export type Section = keyof typeof sections;

export function sectionsFor(roles: readonly Role[], current: Section | undefined) {
  return (Object.keys(sections) as Section[])
    .filter((name) => {
      const allowed: 'everyone' | readonly Role[] = sections[name].for;
      return allowed === 'everyone' || allowed.some((role) => roles.includes(role));
    })
    .map((name) => ({ text: sections[name].text, href: sections[name].href, active: name === current }));
}
