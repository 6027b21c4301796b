/** What the Ombudsman found and ordered, by the day of the determination. */
import { entry, type LibraryMeasure } from './shape.js';

export const ombudsmanFindings = [
  'severe-maladministration',
  'maladministration',
  'service-failure',
  'mediation',
  'redress',
  'no-maladministration',
  'outside-jurisdiction',
  'withdrawn',
] as const;

export const ombudsman: readonly LibraryMeasure[] = [
  entry({
    id: 'ombudsman.findings',
    words: 'Findings of the Ombudsman',
    definition:
      'Findings determined in the period, issue by issue: one determination often has several. They are not comparable with how many complaints were upheld by the landlord.',
    source: 'Code 2024, 8.1(c)',
    unit: 'count',
    numerator: 'Issues with that finding',
    parts: 'the finding',
    fixedParts: ombudsmanFindings,
    partWords: {
      'severe-maladministration': 'Severe maladministration',
      maladministration: 'Maladministration',
      'service-failure': 'Service failure',
      mediation: 'Mediation',
      redress: 'Reasonable redress',
      'no-maladministration': 'No maladministration',
      'outside-jurisdiction': 'Outside jurisdiction',
      withdrawn: 'Withdrawn',
    },
  }),
  entry({
    id: 'ombudsman.maladministration-rate',
    words: 'Maladministration rate',
    definition:
      'Findings of severe maladministration, maladministration or service failure, over all findings determined in the period save those outside jurisdiction or withdrawn: as the Ombudsman works it out.',
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
