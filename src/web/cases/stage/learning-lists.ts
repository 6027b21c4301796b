/** Names for causes and for what is learnt that most landlords need; anybody may write another in words. */
export const causesUnlessSet: readonly string[] = [
  'Appointment missed',
  'Condition or damage not recognised',
  'Delay by a contractor',
  'Delay by us',
  'Poor record keeping',
  'Poor quality of work',
  'Policy not followed',
  'Policy unfair or unclear',
  'Promise not kept',
  'Resident not kept informed',
  'Staff conduct',
  'Teams did not work together',
  'Vulnerability not taken into account',
  'Wrong decision',
  'No failing found',
];

/**
 * What the history says of a cause or a theme that somebody wrote themselves. The history stands for ever, so their own
 * words are kept beside it, where they can be erased.
 */
export const notOnTheList = 'Something else';

/** The causes that this landlord chooses from. */
export function causesIn(settings: Readonly<Record<string, unknown>>): readonly string[] {
  const { causes } = settings;
  const set = Array.isArray(causes) ? causes.filter((one): one is string => typeof one === 'string') : [];
  return set.length === 0 ? causesUnlessSet : set;
}

export const themes = [
  'Communication',
  'Contractors',
  'Information and records',
  'People and training',
  'Policy and procedure',
  'Repairs and homes',
  'Systems',
] as const;
