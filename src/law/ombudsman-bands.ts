/**
 * The Housing Ombudsman's ranges for distress, inconvenience, time and trouble, in our own words: what to hold a sum
 * against, never an answer. Its guidance changes and weighs every case by itself, so the page itself is named beside it.
 */

export interface GuidanceBand {
  /** In pence; null: no upper end. */
  readonly from: number;
  readonly to: number | null;
  /** Our words for when it uses the range. */
  readonly when: string;
}

/**
 * The second range stands in a published decision, read on 22 November 2026. The others are as public accounts give them and
 * were not read in the guidance itself, which is why its page is named beside them.
 */
export const ombudsmanBands: readonly GuidanceBand[] = [
  { from: 5_000, to: 10_000, when: 'A failing that lasted a short while and left little behind' },
  { from: 10_000, to: 60_000, when: 'A failing that affected the resident, without lasting harm' },
  { from: 60_000, to: 100_000, when: 'A failing with a serious effect on the resident' },
  { from: 100_000, to: null, when: 'A severe failing, or one with lasting effect' },
];

export const ombudsmanRemediesPage =
  'https://www.housing-ombudsman.org.uk/landlords-info/guidance-notes/ombudsmans-policy-and-guidance-on-remedies/';
