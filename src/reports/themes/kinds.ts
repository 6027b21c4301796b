/** By what complaints are laid together to see what many of them have in common. */

export const groupings = ['area', 'category', 'cause', 'cause-group', 'contractor', 'block', 'ward'] as const;
export type Grouping = (typeof groupings)[number];

export const groupingWords: Readonly<
  Record<Grouping, { readonly tab: string; readonly one: string; readonly many: string; readonly counted: string }>
> = {
  area: {
    tab: 'Areas',
    one: 'service area',
    many: 'service areas',
    counted:
      'A complaint counts in the month in which it was received, once for each area that it or one of its points is of.',
  },
  category: {
    tab: 'Categories',
    one: 'category',
    many: 'categories',
    counted:
      'A complaint counts in the month in which it was received, once for each category that it or one of its points is of.',
  },
  cause: {
    tab: 'Causes',
    one: 'cause',
    many: 'causes',
    counted: 'A complaint counts in the month in which its cause was found, once for each cause.',
  },
  'cause-group': {
    tab: 'Groups of causes',
    one: 'group of causes',
    many: 'groups of causes',
    counted:
      'A complaint counts in the month in which its first cause of the group was found, once for each group, however many of its causes are of it.',
  },
  contractor: {
    tab: 'Contractors',
    one: 'contractor',
    many: 'contractors',
    counted:
      'A complaint counts once for each contractor: in the month in which it was first asked about it, owed a promise, was handed a hazard or had to bear compensation.',
  },
  block: {
    tab: 'Blocks',
    one: 'block',
    many: 'blocks',
    counted: 'A complaint counts in the month in which it was received, for the block of its home.',
  },
  ward: {
    tab: 'Wards',
    one: 'ward',
    many: 'wards',
    counted: 'A complaint counts in the month in which it was received, for the ward of its home.',
  },
};

export function isGrouping(text: string): text is Grouping {
  return (groupings as readonly string[]).includes(text);
}
