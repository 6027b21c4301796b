/** What a pack is made from: the figures of its period and of the one before, what is open, the Ombudsman, the last questions. */
import type { Day } from '../../facts/days.js';
import type { TrendChart } from '../chart.js';
import type { Measured, Period } from '../measured.js';
import type { PackKind } from './calendar.js';
import type { OpenNow } from './questions.js';

export interface Determination {
  readonly on: Day;
  readonly reference: string;
  /** As the Ombudsman calls them, one an issue. */
  readonly findings: readonly string[];
}

export interface OrderOpen {
  readonly reference: string;
  readonly dueOn: Day | null;
  /** Of a finding of severe maladministration (9.7c). */
  readonly severe: boolean;
  readonly late: boolean;
}

export interface Challenge {
  readonly question: string;
  readonly by: string;
  readonly on: Day;
  readonly answer: { readonly text: string; readonly by: string; readonly on: Day } | null;
}

export interface PackData {
  readonly kind: PackKind;
  readonly landlord: string;
  readonly period: Period;
  readonly before: Period;
  readonly madeOn: Day;
  readonly now: readonly Measured[];
  readonly earlier: readonly Measured[];
  readonly open: OpenNow;
  /** A figure over the months, drawn where there is one. */
  readonly trends: readonly TrendChart[];
  readonly determinations: readonly Determination[];
  readonly orders: readonly OrderOpen[];
  readonly annualReport: { readonly year: string; readonly state: string } | null;
  /** Of the pack before, in the same meeting. */
  readonly lastTime: readonly Challenge[];
  readonly provenance: readonly string[];
}
