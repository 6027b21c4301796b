/** What a lesson is about: few and plain ones, so that lessons can be counted. */
export const themes = [
  'Communication',
  'Contractors',
  'Information and records',
  'People and training',
  'Policy and procedure',
  'Repairs and homes',
  'Systems',
] as const;
