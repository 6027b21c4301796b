/** Where an import stands, in words. */
import type { ImportRecord, ImportState } from '../../store/import-shapes.js';

export const stateWords: Readonly<Record<ImportState, string>> = {
  waiting: 'Waiting to begin',
  taking: 'Being taken',
  taken: 'Taken',
  refused: 'Nothing taken',
  'taking-back': 'Being taken back',
  'taken-back': 'Taken back',
};

/** Whether something is still going on. */
export function isUnderWay({ state }: Pick<ImportRecord, 'state'>): boolean {
  return state === 'waiting' || state === 'taking' || state === 'taking-back';
}
