/** The one row of links that staff see at the top. A new section is one line here and its screens name it. */
import type { Role } from '../../complaint/refusals.js';

export const sections = {
  home: { text: 'Home', href: '/', for: 'everyone' },
  cases: { text: 'Cases', href: '/cases', for: ['officer', 'investigator', 'reviewer', 'manager'] },
  arrivals: {
    text: 'From residents',
    href: '/arrivals',
    for: ['officer', 'investigator', 'reviewer', 'manager'],
  },
  log: { text: 'Log a contact', href: '/log', for: ['officer', 'investigator', 'reviewer', 'manager'] },
  post: { text: 'Email', href: '/post', for: ['officer', 'manager'] },
  search: { text: 'Search', href: '/search', for: ['officer', 'investigator', 'reviewer', 'manager'] },
  puttingRight: {
    text: 'Putting right',
    href: '/promises',
    for: ['officer', 'investigator', 'reviewer', 'manager'],
  },
  learning: {
    text: 'Learning',
    href: '/improvements',
    for: ['officer', 'investigator', 'reviewer', 'manager', 'member-responsible'],
  },
  ombudsman: { text: 'Ombudsman', href: '/ombudsman', for: ['officer', 'investigator', 'reviewer', 'manager'] },
  oversight: {
    text: 'Figures',
    href: '/figures',
    for: ['officer', 'investigator', 'reviewer', 'manager', 'member-responsible'],
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
