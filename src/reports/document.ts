/**
 * A document as data: one text that becomes a web page, a PDF/UA-1 and a DOCX without being written three times. Annual
 * report, packs, the return's publication and the self-assessment are all made of these.
 */
import type { Chart } from './chart.js';

export interface Document {
  readonly title: string;
  /** Under the title: 'Annual complaints performance and service improvement report 2025-26'. */
  readonly subtitle: string | null;
  readonly landlord: string;
  /** BCP 47. */
  readonly language: string;
  /** 'Draft of 3 May 2026', 'Approved by the Cabinet on 12 June 2026'. */
  readonly status: string;
  readonly blocks: readonly Block[];
  /** Printed small at the end: what it was made from, so that it can be made again ('History head …'). */
  readonly provenance: readonly string[];
}

/** Text in pieces; a link is an address on the web or a screen of the product ('/figures/…'), left out on paper. */
export type Inline = string | { readonly text: string; readonly href: string } | { readonly strong: string };

export interface Cell {
  readonly text: readonly Inline[];
  readonly number?: boolean;
}

export type Block =
  | { readonly block: 'heading'; readonly level: 2 | 3 | 4; readonly text: string; readonly id: string }
  | { readonly block: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly block: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly block: 'table';
      readonly caption: string;
      readonly head: readonly Cell[];
      readonly rows: readonly (readonly Cell[])[];
      /** The first cell of each row names the row. */
      readonly rowHeads: boolean;
      readonly foot: readonly Cell[] | null;
    }
  /** With its table, unless that stands right before it with the same numbers. */
  | { readonly block: 'chart'; readonly chart: Chart; readonly tabled?: boolean }
  /** Names with values, as a summary list. */
  | { readonly block: 'facts'; readonly rows: readonly { readonly label: string; readonly value: readonly Inline[] }[] }
  /** What somebody wrote, with their name, office and day: commentary, the governing body's response. */
  | {
      readonly block: 'said';
      readonly text: string;
      readonly by: string;
      readonly on: string;
    }
  /** A place where something is still missing; a draft shows it, a frozen document has none. */
  | { readonly block: 'missing'; readonly text: string };
