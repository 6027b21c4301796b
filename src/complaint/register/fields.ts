/**
 * What a column of a landlord's register can mean, and how a landlord says so: the map from its headings to these
 * fields. The names are a contract (the command line's `--columns map.json` holds them), and so are the letters: the
 * record of a row that was taken names by them which of its cells were filled. New fields come last.
 */

/** A row tells a whole case, or one stage of it. */
export type RowForm = 'case' | 'stage';

export const rowForms = ['case', 'stage'] as const;

/** In which order the numbers of a date stand where they could be read in two ways: 03/04/2023. */
export const dateOrders = ['dmy', 'mdy', 'iso'] as const;
export type DateOrder = (typeof dateOrders)[number];

export const fields = [
  'reference',
  'kind',
  'channel',
  'receivedOn',
  'firstHeardOn',
  'acknowledgedOn',
  'stage1ExtensionToldOn',
  'stage1ExtendedTo',
  'stage1RespondedOn',
  'stage1Outcome',
  'escalationRequestedOn',
  'stage2AcknowledgedOn',
  'stage2ExtensionToldOn',
  'stage2ExtendedTo',
  'stage2RespondedOn',
  'stage2Outcome',
  'refusedOn',
  'refusedGround',
  'withdrawnOn',
  'person',
  'address',
  'uprn',
  'tenure',
  'area',
  'category',
  'summary',
  'outcomeSought',
  'compensationPence',
  'learning',
  'previousReference',
  'respondedOn',
  'outcome',
  'extensionToldOn',
  'extendedTo',
  'handler',
  'notes',
  'status',
] as const;
export type Field = (typeof fields)[number];

/** Only in a register with a row for each stage. */
export const stageFields: ReadonlySet<Field> = new Set([
  'previousReference',
  'respondedOn',
  'outcome',
  'extensionToldOn',
  'extendedTo',
]);

export const dateFields: ReadonlySet<Field> = new Set<Field>([
  'receivedOn',
  'firstHeardOn',
  'acknowledgedOn',
  'stage1ExtensionToldOn',
  'stage1ExtendedTo',
  'stage1RespondedOn',
  'escalationRequestedOn',
  'stage2AcknowledgedOn',
  'stage2ExtensionToldOn',
  'stage2ExtendedTo',
  'stage2RespondedOn',
  'refusedOn',
  'withdrawnOn',
  'respondedOn',
  'extensionToldOn',
  'extendedTo',
]);

/** Fields whose texts mean one of a list: ours, or the landlord's own (areas, categories). */
export const valueFields = [
  'kind',
  'channel',
  'stage1Outcome',
  'stage2Outcome',
  'outcome',
  'refusedGround',
  'tenure',
  'area',
  'category',
  'status',
] as const satisfies readonly Field[];
export type ValueField = (typeof valueFields)[number];

const valued: ReadonlySet<Field> = new Set(valueFields);

/** Whether the texts of a field mean one of a list. */
export function isValueField(field: Field): field is ValueField {
  return valued.has(field);
}

export const fieldWords: Readonly<Record<Field, string>> = {
  reference: 'The register’s own reference',
  kind: 'What it is (stage 1, stage 2, enquiry, service request…)',
  channel: 'How it came',
  receivedOn: 'Received on',
  firstHeardOn: 'First heard on',
  acknowledgedOn: 'Acknowledged on',
  stage1ExtensionToldOn: 'Stage 1: told of an extension on',
  stage1ExtendedTo: 'Stage 1: extended to',
  stage1RespondedOn: 'Stage 1: answered on',
  stage1Outcome: 'Stage 1: outcome',
  escalationRequestedOn: 'Stage 2 asked for on',
  stage2AcknowledgedOn: 'Stage 2: acknowledged on',
  stage2ExtensionToldOn: 'Stage 2: told of an extension on',
  stage2ExtendedTo: 'Stage 2: extended to',
  stage2RespondedOn: 'Stage 2: answered on',
  stage2Outcome: 'Stage 2: outcome',
  refusedOn: 'Refused on',
  refusedGround: 'Why it was refused',
  withdrawnOn: 'Withdrawn on',
  person: 'The resident’s name',
  address: 'Address',
  uprn: 'UPRN',
  tenure: 'Tenure',
  area: 'Service area or team',
  category: 'Category',
  summary: 'What it is about',
  outcomeSought: 'What the resident wants',
  compensationPence: 'Compensation',
  learning: 'Learning',
  previousReference: 'The reference of the stage before',
  respondedOn: 'Answered on',
  outcome: 'Outcome',
  extensionToldOn: 'Told of an extension on',
  extendedTo: 'Extended to',
  handler: 'Who dealt with it',
  notes: 'Notes',
  status: 'Open or closed',
};

/** How a register is read: the landlord confirms it once, and it is remembered by the headings. */
export interface RegisterMap {
  /** The heading in the file, by field. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** Our value by the text in the file, for the fields of a list; compared without regard to case and spaces. */
  readonly values: Readonly<Partial<Record<Field, Readonly<Record<string, string>>>>>;
  readonly dates: DateOrder;
  readonly rows: RowForm;
  /** The line of the headings, from 1; found when absent. */
  readonly headerRow?: number | undefined;
  /** The first with headings when absent. */
  readonly sheet?: string | undefined;
  /** In what a bare number of compensation is written; pence unless said. An amount with £ or a point is always pounds. */
  readonly money?: 'pence' | 'pounds' | undefined;
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The letter that stands for a field in the record of a row. */
export const letterOf: Readonly<Record<Field, string>> = Object.fromEntries(
  fields.map((field, i) => [field, letters.charAt(i)]),
) as Record<Field, string>;

const byLetter = new Map(fields.map((field) => [letterOf[field], field]));

/** The fields that these letters stand for. */
export function fieldsOf(filled: string): Field[] {
  return [...filled].flatMap((letter) => byLetter.get(letter) ?? []);
}

/** A text of a register as it is compared: outer and doubled spaces, and case, say nothing. */
export function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
