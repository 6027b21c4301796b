/** What the Ombudsmen found and ordered, by the day of the determination. */
import { findingKinds } from '../../law/ombudsman-words.js';
import { entry, type LibraryMeasure } from './shape.js';

/** The eight that the Housing Ombudsman uses today; an older label is shown where a decision has it. */
const ombudsmanFindings: readonly string[] = findingKinds
  .filter((kind) => kind.ombudsman === 'HOS' && kind.until === null)
  .map((kind) => kind.id);

const lgscoFindings: readonly string[] = findingKinds
  .filter((kind) => kind.ombudsman === 'LGSCO' && kind.until === null)
  .map((kind) => kind.id);

const findingWords: Readonly<Record<string, string>> = Object.fromEntries(
  findingKinds.map((kind) => [kind.id, kind.words]),
);

export const ombudsman: readonly LibraryMeasure[] = [
  entry({
    id: 'ombudsman.findings',
    words: 'Findings of the Ombudsman',
    definition:
      'The Housing Ombudsman’s findings determined in the period, issue by issue: one determination often has several, and one that a review changed counts as it stands since, on the day of the new one. They are not comparable with how many complaints were upheld by the landlord.',
    source: 'Code 2024, 8.1(c)',
    unit: 'count',
    numerator: 'Issues with that finding',
    parts: 'the finding',
    fixedParts: ombudsmanFindings,
    partWords: findingWords,
  }),
  entry({
    id: 'ombudsman.lgsco-findings',
    words: 'Findings of the Local Government and Social Care Ombudsman',
    definition:
      'Its findings decided in the period, issue by issue, in its own words. They are in no rate, and are not comparable with the Housing Ombudsman’s.',
    unit: 'count',
    numerator: 'Issues with that finding',
    parts: 'the finding',
    fixedParts: lgscoFindings,
    partWords: findingWords,
  }),
  entry({
    id: 'ombudsman.maladministration-rate',
    words: 'Maladministration rate',
    definition:
      'The Housing Ombudsman’s findings of severe maladministration, maladministration or service failure, over all its findings determined in the period save those outside jurisdiction or withdrawn: as it works it out. A determination that a review changed counts as it stands since, on the day of the new one. Findings of another Ombudsman are not in it.',
    source: 'Housing Ombudsman, landlord performance report',
    unit: 'proportion',
    numerator: 'Issues with maladministration of any kind',
    denominator: 'Issues considered',
  }),
  entry({
    id: 'ombudsman.orders',
    words: 'Orders of the Ombudsman complied with in time',
    definition:
      'Binding orders made in the period: the share complied with by the date set. Recommendations are no orders.',
    unit: 'proportion',
    numerator: 'Orders complied with by their date',
    denominator: 'Orders complied with or past their date',
  }),
  entry({
    id: 'ombudsman.failure-notices',
    words: 'Complaint handling failure notices',
    definition: 'Notices and orders for failures in complaint handling that came from the Ombudsman in the period.',
    source: 'Code 2024, 8.1(c)',
    unit: 'count',
    numerator: 'Notices received in the period',
  }),
];
