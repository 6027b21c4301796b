/** A paper of a bundle as the rules see it: what becomes of it, what is hidden on it, and what is known of its file. */
import type { CaseId } from '../../facts/happened.js';
import type { PieceStanding } from './kinds.js';

export interface PaperSeen {
  readonly id: string;
  readonly source: 'file' | 'words' | 'chronology' | 'policy' | 'record';
  readonly caseId: CaseId | null;
  readonly seq: number | null;
  readonly standing: PieceStanding;
  /** How many places on it are hidden. */
  readonly boxes: number;
  /** Where they lie, as one text: the same for two papers on which the same places are hidden. */
  readonly places: string;
  /** Null where it is no file; 'gone' where the file is there no more. */
  readonly file: FileSeen | 'gone' | null;
}

export interface FileSeen {
  /** What its bytes are: the same for two copies. */
  readonly content: string;
  readonly type: string;
  /** 'waiting' until it was looked at for the first time; what was looked at and may be passed on is 'seen'. */
  readonly scan: 'waiting' | 'infected' | 'seen';
}
