/**
 * The regulator's 22 tenant satisfaction measures in the order of its requirements, as a landlord returns them once a year.
 * Complaint handling gives CH01 and CH02 by itself and TP09 from the landlord's perception survey; the others come from
 * other records and stand here only so that one sheet holds the whole return.
 */

export const stockTypes = ['LCRA', 'LCHO'] as const;
export type StockType = (typeof stockTypes)[number];

export interface Tsm {
  /** 'CH01 (1)'. */
  readonly code: string;
  readonly words: string;
  readonly theme: string;
  /** Where its figure comes from. */
  readonly from: 'cases' | 'perception-survey' | 'other-records';
  /** The measure of our library that gives it; null: nothing of ours does. */
  readonly measure: 'ch01.1' | 'ch01.2' | 'ch02.1' | 'ch02.2' | 'tp09' | null;
  readonly value: 'percentage' | 'per-1,000-homes';
  /** Low cost home ownership is asked too; else low cost rented accommodation alone. */
  readonly ofLcho: boolean;
}

const survey = (code: string, words: string, theme: string, ofLcho: boolean): Tsm => ({
  code,
  words,
  theme,
  from: 'perception-survey',
  measure: code === 'TP09' ? 'tp09' : null,
  value: 'percentage',
  ofLcho,
});
const record = (
  code: string,
  words: string,
  theme: string,
  value: Tsm['value'] = 'percentage',
  ofLcho = false,
): Tsm => ({
  code,
  words,
  theme,
  from: 'other-records',
  measure: null,
  value,
  ofLcho,
});
const counted = (code: string, words: string, measure: NonNullable<Tsm['measure']>, value: Tsm['value']): Tsm => ({
  code,
  words,
  theme: 'Effective handling of complaints',
  from: 'cases',
  measure,
  value,
  ofLcho: true,
});

const repair = 'Keeping properties in good repair';
const safety = 'Maintaining building safety';
const respect = 'Respectful and helpful engagement';
const complaints = 'Effective handling of complaints';
const neighbourhood = 'Responsible neighbourhood management';

/** Themes in the requirements' order; inside a theme, records first and then what tenants say. */
export const tsmList: readonly Tsm[] = [
  survey('TP01', 'Overall satisfaction', 'Overall satisfaction', true),
  record('RP01', 'Homes that do not meet the Decent Homes Standard', repair),
  record('RP02 (1)', 'Non-emergency repairs completed within target', repair),
  record('RP02 (2)', 'Emergency repairs completed within target', repair),
  survey('TP02', 'Satisfaction with repairs', repair, false),
  survey('TP03', 'Satisfaction with the time taken to complete the most recent repair', repair, false),
  survey('TP04', 'Satisfaction that the home is well maintained', repair, false),
  record('BS01', 'Gas safety checks', safety, 'percentage', true),
  record('BS02', 'Fire safety checks', safety, 'percentage', true),
  record('BS03', 'Asbestos safety checks', safety, 'percentage', true),
  record('BS04', 'Water safety checks', safety, 'percentage', true),
  record('BS05', 'Lift safety checks', safety, 'percentage', true),
  survey('TP05', 'Satisfaction that the home is safe', safety, true),
  survey('TP06', 'Satisfaction that the landlord listens and acts', respect, true),
  survey('TP07', 'Satisfaction that the landlord keeps tenants informed', respect, true),
  survey('TP08', 'Agreement that the landlord treats tenants fairly and with respect', respect, true),
  counted('CH01 (1)', 'Stage 1 complaints for each 1,000 homes', 'ch01.1', 'per-1,000-homes'),
  counted('CH01 (2)', 'Stage 2 complaints for each 1,000 homes', 'ch01.2', 'per-1,000-homes'),
  counted('CH02 (1)', 'Stage 1 complaints answered within the Code’s times', 'ch02.1', 'percentage'),
  counted('CH02 (2)', 'Stage 2 complaints answered within the Code’s times', 'ch02.2', 'percentage'),
  survey('TP09', 'Satisfaction with the approach to handling complaints', complaints, true),
  record('NM01 (1)', 'Antisocial behaviour cases for each 1,000 homes', neighbourhood, 'per-1,000-homes', true),
  record(
    'NM01 (2)',
    'Antisocial behaviour cases that involve hate incidents, for each 1,000 homes',
    neighbourhood,
    'per-1,000-homes',
    true,
  ),
  survey('TP10', 'Satisfaction that communal areas are kept clean and well maintained', neighbourhood, true),
  survey('TP11', 'Satisfaction that the landlord makes a positive contribution to neighbourhoods', neighbourhood, true),
  survey('TP12', 'Satisfaction with the approach to handling antisocial behaviour', neighbourhood, true),
];
