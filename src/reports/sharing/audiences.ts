/** For whom what was learned is written, and how each is spoken to. */

export const audiences = ['residents', 'panel', 'staff', 'handlers', 'board'] as const;
export type Audience = (typeof audiences)[number];

export interface AudienceWords {
  readonly name: string;
  /** What stands over each half of an item. */
  readonly said: string;
  readonly did: string;
  /** How the text begins until a person writes it otherwise. */
  readonly opening: string;
  readonly title: string;
}

export const audienceWords: Readonly<Record<Audience, AudienceWords>> = {
  residents: {
    name: 'Residents',
    said: 'You said',
    did: 'We did',
    title: 'You said, we did',
    opening:
      'Complaints tell us what to put right, for more homes than one. This is what we heard, and what has changed.',
  },
  panel: {
    name: 'Residents’ panel',
    said: 'Residents said',
    did: 'We did',
    title: 'What complaints taught us',
    opening:
      'For the panel: what residents complained about, what we changed, and whether it worked. Tell us what we missed.',
  },
  staff: {
    name: 'Staff',
    said: 'What went wrong',
    did: 'What we do now',
    title: 'Learning from complaints',
    opening: 'Behind each of these was somebody who had to complain to be heard. This is what we do differently.',
  },
  handlers: {
    name: 'Complaint handlers’ group',
    said: 'What cases showed',
    did: 'How we handle it now',
    title: 'Learning for complaint handlers',
    opening:
      'From answers of the last months: what held us up, what residents told us about our handling, what we change.',
  },
  board: {
    name: 'Board',
    said: 'What complaints showed',
    did: 'What was done, and did it work',
    title: 'Learning from complaints, for the board',
    opening:
      'What complaints showed about our services, what was changed, and how many complaints came before and after.',
  },
};

export const ways = ['site', 'newsletter', 'email', 'meeting', 'noticeboard', 'social-media', 'other'] as const;
export type Way = (typeof ways)[number];

export const wayWords: Readonly<Record<Way, string>> = {
  site: 'Our residents’ site',
  newsletter: 'Newsletter',
  email: 'E-mail',
  meeting: 'Meeting',
  noticeboard: 'Noticeboard',
  'social-media': 'Social media',
  other: 'Another way',
};

/** Whom the history of a case says that it was told. */
export function sharedWith(
  audience: Audience,
  way: Way,
): 'residents' | 'staff' | 'panel' | 'governing-body' | 'public' {
  switch (audience) {
    case 'residents':
      return way === 'site' || way === 'social-media' ? 'public' : 'residents';
    case 'panel':
      return 'panel';
    case 'staff':
    case 'handlers':
      return 'staff';
    case 'board':
      return 'governing-body';
    default:
      return audience satisfies never;
  }
}
