/** The ways by which a person can be reached, with their words. */
export const wayKinds = ['email', 'phone', 'text-message', 'post', 'other'] as const;
export type WayKind = (typeof wayKinds)[number];

export const wayKindWords: Readonly<Record<WayKind, string>> = {
  email: 'Email',
  phone: 'Phone',
  'text-message': 'Text message',
  post: 'Post',
  other: 'Another way',
};
