/** What the process apart is told to do with papers, and what it says: plain data, since it crosses between processes. */
import type { Unseen } from '../../complaint/bundle/as-seen.js';

export interface PaintedBox {
  readonly page: number;
  /** Ten thousandths of the page as it is seen. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A word as it is seen on a page, in parts of the page's width and height from its top left. */
export interface WordSeen {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What the process that reads pages says of each. */
export interface PageWords {
  readonly n: number;
  readonly words: readonly WordSeen[];
}

export interface VolumePart {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  /** How many pages all of the paper has. */
  readonly of: number;
  /** The number that its first page bears in the bundle. */
  readonly first: number;
  readonly title: string;
  readonly confidence: boolean;
  /** Without notes that lie closed on its pages: whoever looks a paper through does not see them. */
  readonly withoutNotes: boolean;
}

export type Task =
  | { readonly do: 'count'; readonly files: readonly string[] }
  /** A photograph or scan as a page. */
  | { readonly do: 'picture'; readonly file: string; readonly type: string; readonly out: string }
  /** Every page as a picture, with boxes painted into its dots. */
  | {
      readonly do: 'hide';
      readonly file: string;
      readonly boxes: readonly PaintedBox[];
      readonly out: string;
    }
  /** Words over the pages of pictures, those of each page from the first on. */
  | {
      readonly do: 'words';
      readonly file: string;
      readonly words: readonly (readonly WordSeen[])[];
      readonly out: string;
    }
  /** One page as it is seen, with the boxes that it has. */
  | {
      readonly do: 'page';
      readonly file: string;
      readonly page: number;
      readonly boxes: readonly PaintedBox[];
      readonly corner: { readonly x: number; readonly y: number } | null;
      readonly out: string;
    }
  /** Where words stand again, in what was made, that are hidden on a paper; the words themselves stay in the process. */
  | {
      readonly do: 'again';
      readonly hidden: readonly {
        readonly paper: string;
        readonly file: string;
        readonly boxes: readonly PaintedBox[];
      }[];
      readonly made: readonly { readonly file: string; readonly first: number }[];
    }
  | { readonly do: 'volume'; readonly title: string; readonly parts: readonly VolumePart[]; readonly out: string };

export type NoPages = 'damaged' | 'locked' | 'empty' | 'too-large';

/** What is known of a PDF that could be opened. */
export interface Counted {
  readonly pages: number;
  readonly unseen: readonly Unseen[];
  /** Its structure is whole. */
  readonly sound: boolean;
}

export type TaskSays =
  | ({ readonly is: 'counted'; readonly n: number } & Counted)
  | { readonly is: 'no-pages'; readonly n: number; readonly why: NoPages }
  | { readonly is: 'written'; readonly pages: number }
  | { readonly is: 'again'; readonly paper: string; readonly pages: readonly number[] }
  /** A page as it is seen: its dots. */
  | { readonly is: 'drawn'; readonly width: number; readonly height: number };
