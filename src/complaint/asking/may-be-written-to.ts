/**
 * Whether the product may write to somebody about a case by itself. Nothing is ever written by itself about the past: an
 * imported case is silent until a person has done something on it here.
 */
import type { Case } from '../case.js';

/** False of what was imported and not taken up, of what was withdrawn and of an import that was taken back. */
export function mayBeWrittenTo(c: Case): boolean {
  if (c.importTakenBack || c.withdrawal !== null) return false;
  return !c.imported || c.entries.some(({ recordedBy }) => 'staff' in recordedBy);
}
