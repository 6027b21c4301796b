/** The one row of links that staff see at the top. A new section is one line here and its screens name it. */
import type { Role } from '../../complaint/refusals.js';

export const sections = {
  home: { text: 'Home', href: '/', for: 'everyone' },
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
