/** The shapes in which a register comes in: what is proposed, what taking it would do, how far it is, what became of each row. */
import type { Field, RegisterMap, RowForm, ValueField } from '../complaint/register/fields.js';
import type { Day } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';

/** A register that lies on this machine. `name` is what its owner calls it. */
export interface RegisterFile {
  readonly path: string;
  readonly name: string;
}

/** One plain sentence that says what is wrong with the file or the map, and what to do. */
export interface Unreadable {
  readonly ok: false;
  readonly why: string;
}

export interface ProposedColumn {
  readonly heading: string;
  /** Null: nothing that is known, so it is left out. */
  readonly field: Field | null;
  /** False: a person should look at it. */
  readonly sure: boolean;
  /** Up to four of its texts. */
  readonly samples: readonly string[];
  readonly blank: number;
}

export interface ProposedValue {
  readonly field: ValueField;
  /** As the register writes it. */
  readonly text: string;
  readonly rows: number;
  /** What it is taken for; null: not known, a person must say, else the fact stays unknown. */
  readonly value: string | null;
  readonly sure: boolean;
}

export interface Proposal {
  readonly ok: true;
  readonly file: { readonly name: string; readonly digest: string; readonly size: number };
  readonly sheets: readonly string[];
  /** Complete as it stands: what `preview` and `begin` take. */
  readonly map: RegisterMap;
  /** Whether the landlord has confirmed a map for these headings before. */
  readonly remembered: boolean;
  readonly columns: readonly ProposedColumn[];
  readonly values: readonly ProposedValue[];
  /** Rows below the headings that are not blank and no total. */
  readonly rows: number;
  /** Plain sentences: what was noticed (title rows, a total row, macros that are not run, a date order that was guessed). */
  readonly notes: readonly string[];
}

export interface ProposeRequest {
  readonly file: RegisterFile;
  readonly today: Day;
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
  readonly rows?: RowForm | undefined;
  /** As far as a person has said: its columns, and its values where it has any, stand in the proposal's place, and `columns` and `values` are those of this map. */
  readonly map?: RegisterMap | undefined;
}

/** What is wrong with a row, with its line in the file, the heading of the column, and how to mend it. */
export interface RowProblem {
  readonly line: number;
  /** Null: the row as a whole. */
  readonly column: string | null;
  readonly reason: string;
}

export interface Counts {
  readonly rows: number;
  /** Taken as new, whether as a case of their own or as a stage of one. */
  readonly taken: number;
  readonly already: number;
  readonly changed: number;
  readonly refused: number;
  readonly warned: number;
}

export interface Preview extends Counts {
  readonly ok: true;
  readonly refusals: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
  readonly notes: readonly string[];
  /** How many rows are of each kind: 'stage-1', 'stage-2', 'mp-enquiry'… */
  readonly kinds: Readonly<Record<string, number>>;
  /** How many rows were received in each month, '2023-04'; '' where the day is not known. */
  readonly months: Readonly<Record<string, number>>;
}

export interface PreviewRequest {
  readonly file: RegisterFile;
  readonly map: RegisterMap;
  readonly source: string;
  readonly today: Day;
  /** Problems beyond this number are counted and not listed. */
  readonly most?: number | undefined;
  readonly told?: ((rows: number) => void) | undefined;
}

/** What to do when a row must be refused: take the others, or nothing at all. */
export type ImportMode = 'good-rows' | 'all-or-none';

export type ImportState =
  /** Begun, and nothing taken yet. */
  | 'waiting'
  | 'taking'
  | 'taken'
  /** All-or-none with a row that must be refused: nothing was taken. */
  | 'refused'
  | 'taking-back'
  /** Every case taken back, or all but those that people have worked on. */
  | 'taken-back';

export interface BeginRequest {
  readonly file: RegisterFile;
  readonly map: RegisterMap;
  /** Which register it is: a row is known again by its register. */
  readonly source: string;
  readonly mode: ImportMode;
  /** Null when the command line does it. */
  readonly by: StaffId | null;
  readonly now: Date;
  /** Where an upload is kept until it is taken (a document's digest); null when the file is taken from where it lies. */
  readonly keptFile?: string | null | undefined;
}

export interface ImportRecord extends Counts {
  readonly id: string;
  readonly source: string;
  readonly fileName: string;
  readonly fileDigest: string;
  readonly keptFile: string | null;
  readonly map: RegisterMap;
  readonly mode: ImportMode;
  readonly state: ImportState;
  /** The last line that is dealt with: what a progress bar shows beside `rowsInFile`. */
  readonly line: number;
  readonly rowsInFile: number | null;
  readonly cases: number;
  readonly takenBack: number;
  /** Cases that were not taken back since people have worked on them. */
  readonly keptCases: number;
  readonly by: string | null;
  readonly begunAt: string;
  readonly endedAt: string | null;
  readonly notes: readonly string[];
}

export interface TakeRequest {
  readonly importId: string;
  readonly file: RegisterFile;
  readonly now: Date;
  readonly told?: ((record: { readonly rows: number; readonly taken: number }) => void) | undefined;
}

export type Taken = (ImportRecord & { readonly ok: true }) | Unreadable;

export type RowBecame = 'taken' | 'already' | 'changed' | 'refused';

export interface ImportedRow {
  readonly line: number;
  readonly reference: string | null;
  readonly became: RowBecame;
  readonly caseId: CaseId | null;
  readonly caseReference: string | null;
  readonly problems: readonly { readonly column: string | null; readonly reason: string }[];
}

export interface RowsRequest {
  readonly importId: string;
  /** 'warned': with a problem, but not refused. */
  readonly which: 'all' | RowBecame | 'warned';
  readonly afterLine?: number | undefined;
  readonly most?: number | undefined;
  /** Cases whose rows this viewer may not see: store/staff-concerned.ts. */
  readonly hidden?: readonly CaseId[];
}

export interface UndoRequest {
  readonly importId: string;
  readonly by: StaffId | null;
  readonly now: Date;
  readonly reason: string;
  readonly told?: ((takenBack: number) => void) | undefined;
}

export interface Undone {
  readonly ok: true;
  readonly takenBack: number;
  /** References of cases that stay, since people have worked on them. */
  readonly kept: readonly string[];
}
