/** What the head of a table says of its columns, and so what kind of table it is. */
import { oneLine } from './plain.js';

export type Column =
  | 'provision'
  | 'requirement'
  | 'yes'
  | 'no'
  | 'answer'
  | 'evidence'
  | 'reason'
  | 'proposal'
  | 'how-met'
  | 'action'
  | 'lead'
  | 'target'
  | 'progress'
  | 'mandatory';

export interface Header {
  readonly kind: 'form' | 'list' | 'unmet' | 'new' | 'actions' | 'summary';
  readonly columns: readonly (Column | null)[];
  /** The section that a row of the form of 2020 names beside its heads. */
  readonly section: number | null;
}

const heads: readonly (readonly [RegExp, Column])[] = [
  [/^yes$/i, 'yes'],
  [/^no$/i, 'no'],
  [/reasons? (?:why )?(?:it is |they are )?not|why not met|reason for non/i, 'reason'],
  [/how (?:it|this|we|they).{0,12}\bmet\b|how .{0,20}\bmeet/i, 'how-met'],
  [/proposal|plan to address|how .{0,20}address/i, 'proposal'],
  [/^compl(?:y|ies|iant|iance)\b|^do we comply|^met\b|yes\s*\/\s*no|^answer$|^status$/i, 'answer'],
  [/^actions?\b|^improvement$|^what we will do/i, 'action'],
  [/^lead\b|^owner|^responsib|^lead officer|^who\b|^officer/i, 'lead'],
  [/target|^(?:due )?dates?\b|^deadline|^by when|^when\b|^timescale/i, 'target'],
  [/progress|^update|^status/i, 'progress'],
  [/^mandatory\??$|^must\??$/i, 'mandatory'],
  [/evidence|commentary|explanation|^comments?$|^notes?$/i, 'evidence'],
  [
    /^(?:code )?(?:section|provision|para(?:graph)?|ref(?:erence)?|no|number|code|#)\b\.?|^question(?: no\.?| number)?$|^code (?:ref|reference)/i,
    'provision',
  ],
  [/requirement|^question|^description|^what the code|^code text|^wording/i, 'requirement'],
];

function columnOf(cell: string): Column | null {
  const text = oneLine(cell);
  if (text === '' || text.length > 70) return null;
  return heads.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The head of a table over two lines as one: 'Code', 'Comply:' above 'provision', 'Yes/No'. */
export function headerOverTwo(above: readonly string[], below: readonly string[]): Header | null {
  if (above.length !== below.length || below.some((cell) => cell.length > 40 || /\d/.test(cell))) return null;
  const joined = above.map((cell, at) => `${cell} ${below[at] ?? ''}`.trim());
  const [one, both] = [headerOf(above), headerOf(joined)];
  const named = (header: Header | null) => header?.columns.filter((column) => column !== null).length ?? 0;
  return both !== null && named(both) >= named(one) ? both : null;
}

/** The header that a row is, or null when it is a row like others. */
export function headerOf(cells: readonly string[]): Header | null {
  const texts = cells.map(oneLine);
  if (/^section$/i.test(texts[0] ?? '') && texts.some((text) => /criteria|outcome/i.test(text)))
    return { kind: 'summary', columns: [], section: null };
  const columns = texts.map(columnOf);
  const has = (column: Column) => columns.includes(column);
  // '4.1 … Yes No' is an answer given twice; '4 Communication Yes No' heads a section.
  if (has('yes') && has('no')) {
    const first = texts[0] ?? '';
    if (/^\d+\s*[.,]\s*\d/.test(first) || columns.indexOf('yes') > columns.indexOf('no')) return null;
    const own = columns.map((column, at) =>
      column === 'yes' || column === 'no'
        ? column
        : at === 0 && columns.indexOf('yes') > 1
          ? 'provision'
          : at < columns.indexOf('yes')
            ? 'requirement'
            : (column ?? 'evidence'),
    );
    return { kind: 'form', columns: own, section: /^\d$/.test(first) ? Number(first) : null };
  }
  // 'Question' names the number in a plan of actions and the words in a form.
  if (has('action') && (has('lead') || has('target'))) return { kind: 'actions', columns, section: null };
  if (has('reason') && (has('provision') || has('requirement'))) return { kind: 'unmet', columns, section: null };
  if (has('how-met')) return { kind: 'new', columns: withRequirement(columns), section: null };
  if (has('answer') && (has('provision') || has('requirement')))
    return { kind: 'form', columns: withRequirement(columns), section: null };
  if (has('provision') && has('evidence')) return { kind: 'list', columns: withRequirement(columns), section: null };
  return null;
}

/** In 'Code section, Code requirement' both begin with Code: the second is the requirement's. */
function withRequirement(columns: readonly (Column | null)[]): (Column | null)[] {
  if (columns.includes('requirement')) return [...columns];
  const second = columns.findIndex(
    (column, at) => at > columns.indexOf('provision') && (column === null || column === 'provision'),
  );
  return columns.map((column, at) => (at === second ? 'requirement' : column));
}
