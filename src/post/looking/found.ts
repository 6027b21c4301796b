/** What the child that opens a file says of it: pieces as they come, then what it is. */
import type { NoPreviewBecause } from '../../store/file-scans.js';

export type Piece =
  | { readonly is: 'picture'; readonly bytes: Uint8Array }
  | { readonly is: 'copy'; readonly type: 'image/jpeg' | 'image/png'; readonly bytes: Uint8Array }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'told'; readonly told: Told };

export interface Told {
  /** Why nothing, or not all of it, is shown. */
  readonly because?: NoPreviewBecause;
  /** Why no scanner can have looked through it. */
  readonly sealed?: 'encrypted' | 'over-limit' | 'closed-kind';
  readonly width?: number;
  readonly height?: number;
  readonly pages?: number;
  readonly takenAt?: string;
  readonly located?: boolean;
}

export type Say = (piece: Piece) => void;
