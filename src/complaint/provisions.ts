/** Where each edition of the Code asks for what a decision rests on: refusals name the provision of the case's own Code. */
import type { Edition } from '../law/words.js';

const places = {
  choice: { 2024: '1.3', 2022: '1.3', 2020: null },
  survey: { 2024: '1.6', 2022: '1.5', 2020: null },
  'request-runs-on': { 2024: '1.5', 2022: null, 2020: null },
  'valid-reason': { 2024: '2.1', 2022: '1.7', 2020: null },
  grounds: { 2024: '2.2', 2022: '1.8', 2020: null },
  'twelve-months': { 2024: '2.3', 2022: null, 2020: null },
  'refusal-explained': { 2024: '2.4', 2022: '1.9', 2020: '6.4' },
  circumstances: { 2024: '2.5', 2022: null, 2020: null },
  representative: { 2024: '3.6', 2022: '4.5', 2020: '6.1' },
  definition: { 2024: '5.6', 2022: '4.2', 2020: null },
  'whose-it-is': { 2024: '5.7', 2022: '4.2', 2020: null },
  'both-sides': { 2024: '5.8', 2022: '4.12', 2020: '4.2' },
  conflict: { 2024: '5.8', 2022: '3.2', 2020: null },
  'update-interval': { 2024: '5.9', 2022: '4.11', 2020: '4.9' },
  adjustments: { 2024: '5.10', 2022: '2.5', 2020: '2.3' },
  'refusal-to-escalate': { 2024: '5.11', 2022: '4.14', 2020: '6.3' },
  behaviour: { 2024: '5.14', 2022: '4.18', 2020: null },
  equality: { 2024: '5.15', 2022: '4.19', 2020: null },
  record: { 2024: '5.12', 2022: '4.15', 2020: '3.7' },
  triage: { 2024: '6.1', 2022: '4.4', 2020: null },
  'acknowledge-1': { 2024: '6.2', 2022: '4.1', 2020: '4.3' },
  'acknowledge-2': { 2024: '6.11', 2022: '5.10', 2020: null },
  'answer-1': { 2024: '6.3', 2022: '5.1', 2020: '4.7' },
  'answer-2': { 2024: '6.14', 2022: '5.13', 2020: '4.7' },
  'extend-1': { 2024: '6.4', 2022: '5.1', 2020: '4.8' },
  'extend-2': { 2024: '6.15', 2022: '5.13', 2020: '4.8' },
  'extend-agreed-1': { 2024: '6.4', 2022: '5.2', 2020: '4.8' },
  'extend-agreed-2': { 2024: '6.15', 2022: '5.14', 2020: '4.8' },
  'extend-ombudsman-1': { 2024: '6.5', 2022: '5.3', 2020: null },
  'extend-ombudsman-2': { 2024: '6.16', 2022: '5.15', 2020: null },
  'every-point-1': { 2024: '6.7', 2022: '5.6', 2020: '6.4' },
  'every-point-2': { 2024: '6.18', 2022: '5.6', 2020: '6.4' },
  'further-points': { 2024: '6.8', 2022: '5.7', 2020: null },
  'in-writing-1': { 2024: '6.9', 2022: '5.8', 2020: '6.4' },
  'in-writing-2': { 2024: '6.19', 2022: '5.16', 2020: '6.4' },
  'on-to-stage-2': { 2024: '6.10', 2022: '5.9', 2020: '4.4' },
  'after-stage-1': { 2024: null, 2022: '5.11', 2020: null },
  'no-reason-needed': { 2024: '6.12', 2022: null, 2020: null },
  'different-person': { 2024: '6.13', 2022: '5.12', 2020: null },
  'final-response': { 2024: '6.20', 2022: '5.17', 2020: '3.6' },
  'remedy-kinds': { 2024: '7.1', 2022: '6.1', 2020: '7.1' },
  promise: { 2024: '7.3', 2022: '6.5', 2020: '7.1' },
  learning: { 2024: '9.1', 2022: '6.3', 2020: '8.1' },
} as const satisfies Record<string, Record<Edition, string | null>>;

export type Rule = keyof typeof places;

/** The provision's number in an edition; what was received before any Code is held to nothing, so null. */
export function provisionFor(edition: Edition | null, rule: Rule): string | null {
  return edition === null ? null : places[rule][edition];
}

/** ' (6.7)', to stand before a sentence's full stop; nothing where the case's own Code does not ask for it. */
export function inBrackets(edition: Edition | null, rule: Rule): string {
  const provision = provisionFor(edition, rule);
  return provision === null ? '' : ` (${provision})`;
}

/** Every number that refusals may name, so that a test can hold them against the Code as data. */
export function provisionsNamed(edition: Edition): readonly string[] {
  return Object.values(places).flatMap((place) => place[edition] ?? []);
}
