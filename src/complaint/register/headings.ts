/** Which field a heading names, in the words that landlords write: 'Date Rec'd', 'S1 due', 'Complaint Ref'. */

import { looksLikeDate } from './dates.js';
import { dateFields, type Field, plain, type RowForm, stageFields } from './fields.js';

export interface Heading {
  readonly text: string;
  /** Some of the cells below it. */
  readonly samples: readonly string[];
}

export interface Proposed {
  readonly field: Field | null;
  readonly sure: boolean;
}

type Pattern = readonly [field: Field, words: RegExp];

/** Tried from the top: what says a stage goes before what does not. Dates that are due, and years, are no fact. */
const ignored =
  /\b(due|target|deadline|days|working days|month|quarter|year|financial|sla|within|in time|on time|late|overdue|count|no of|number of|score|age)\b/;

const stage1 = '(?:stage (?:1|one)|s ?1|st ?1|1st stage|first stage)';
const stage2 = String.raw`(?:stage (?:2|two)|s ?2|st ?2|2nd stage|second stage|review|escalat\w*|appeal)`;
const answered = String.raw`(?:respon\w*|repl\w*|answer\w*|closed|closure|complet\w*|issued|sent|resolved|final|resp)`;
const acknowledged = String.raw`(?:ack\w*)`;
const upheld = '(?:outcome|upheld|decision|finding|result)';
const told = String.raw`(?:exten\w* (?:letter|told|sent|agreed|date told|notified|advised|given)|date exten\w* (?:letter|told|sent|agreed)|told of exten\w*|holding (?:letter|response))`;
const extendedTo = String.raw`(?:exten\w* (?:to|until|due|date|deadline)|new (?:due|response|target)? ?date|revised (?:due|response|target)? ?date|exten\w* till)`;

const patterns: readonly Pattern[] = [
  [
    'previousReference',
    new RegExp(
      String.raw`^(?:previous|earlier|original|linked|related|parent) .*(?:ref\w*|no|number|id|case)|^${stage1} (?:ref\w*|number|no|id|case ref\w*)$|previous ?reference|escalated from`,
    ),
  ],
  ['uprn', /\buprn\b|unique property/],
  ['stage2ExtensionToldOn', new RegExp(`${stage2} ${told}`)],
  ['stage2ExtendedTo', new RegExp(`${stage2} ${extendedTo}`)],
  ['stage1ExtensionToldOn', new RegExp(`${stage1} ${told}`)],
  ['stage1ExtendedTo', new RegExp(`${stage1} ${extendedTo}`)],
  ['extensionToldOn', new RegExp(`^(?:date )?${told}(?: (?:sent|on|date|letter|to resident|to customer))*$`)],
  ['extendedTo', new RegExp(`^(?:date )?${extendedTo}$`)],
  ['stage2Outcome', new RegExp(`${stage2}.*${upheld}|${upheld}.*${stage2}`)],
  ['stage1Outcome', new RegExp(`${stage1}.*${upheld}|${upheld}.*${stage1}`)],
  [
    'outcomeSought',
    /(outcome|resolution|remedy).*(sought|wanted|desired|requested|required)|(desired|wanted|sought) (outcome|resolution)|what (?:the )?(?:resident|tenant|customer) wants/,
  ],
  ['stage2AcknowledgedOn', new RegExp(`${stage2}.*${acknowledged}|${acknowledged}.*${stage2}`)],
  ['stage2RespondedOn', new RegExp(`${stage2}.*${answered}|${answered}.*${stage2}`)],
  [
    'escalationRequestedOn',
    new RegExp(
      `^(?:date )?(?:of )?${stage2}(?: (?:request\\w*|rec\\w*|date|requested on|received on|date rec\\w*|opened|logged|asked for|start\\w*|on|to stage 2))*$|escalat\\w* (?:to|request|date|on)|date escalat\\w*`,
    ),
  ],
  ['stage1RespondedOn', new RegExp(`${stage1}.*${answered}|${answered}.*${stage1}`)],
  ['acknowledgedOn', new RegExp(`^(?:date )?(?:of )?(?:${stage1} )?${acknowledged}`)],
  ['refusedGround', /(reason|ground|why).*(refus|reject|declin|exclu)|(refus|reject|declin|exclu)\w* (reason|ground)/],
  ['refusedOn', /^(?:date )?(refus|reject|declin|exclu)\w*(?: on| date)?$|date .*(refus|reject)/],
  ['withdrawnOn', /withdr[ae]wn?|withdrawal/],
  ['compensationPence', /compensation|redress|goodwill|£|amount paid|award/],
  ['learning', /learn\w*|lessons?|service improvement/],
  ['firstHeardOn', /first (heard|reported|raised|contact)|date (?:first )?reported|made aware/],
  [
    'reference',
    /^(?:complaint|case|enquiry|contact|our|your|crm|unique|service request|feedback)? ?(?:ref\w*|id|no|number|case number|case no|case ref\w*|ref no|ref number|reference number|reference no)$|^case$|complaint (?:ref|no|number|id)\b/,
  ],
  [
    'receivedOn',
    new RegExp(
      String.raw`^(?:date )?(?:complaint |enquiry |contact |${stage1} )?(?:received|rec'?d|recd|rcvd|logged|opened|raised|made|created|open)(?: (?:on|date))?$|^date (?:of )?(?:complaint|enquiry|contact|receipt)$|^date$|^(?:${stage1} )?date (?:rec\w*|in|logged|opened|raised|created)|received`,
    ),
  ],
  [
    'kind',
    /^(?:complaint |case |contact |enquiry |feedback )?(?:type|kind|stage|level|nature of contact)(?: of (?:contact|complaint|enquiry|case|feedback))?$|^type\b|contact type|complaint stage|^(?:complaint|enquiry) or /,
  ],
  [
    'respondedOn',
    new RegExp(
      `^(?:date )?(?:of )?(?:final )?(?:full )?${answered}(?: (?:date|on|sent|issued|letter|letter sent|out))*$|date (?:of )?${answered}|^closed`,
    ),
  ],
  ['outcome', new RegExp(`^(?:complaint )?${upheld}`)],
  [
    'channel',
    /channel|method|how (received|made|contacted|reported)|^via$|received (via|by)|source|medium|contact method/,
  ],
  ['tenure', /tenure|tenancy type|resident type|customer type|property type|lcra|lcho|stock type/],
  [
    'area',
    /service ?area|^area$|department|dept|directorate|^service$|^team$|service team|responsible team|team responsible|business area|section|division/,
  ],
  [
    'category',
    /categor|subject|theme|complaint about|topic|reason for (complaint|contact)|^issue$|^reason$|issue type|classification/,
  ],
  [
    'person',
    /^(?:full )?name$|(complainant|tenant|resident|customer|applicant|constituent|person|contact)(?:'?s)? ?(?:full )?(name)?$|name of (complainant|tenant|resident|customer)/,
  ],
  ['address', /address|^property$|^home$|post ?code/],
  [
    'handler',
    /handler|officer|investigat|assigned|owner|case ?worker|dealt with by|^manager$|responding manager|allocated/,
  ],
  ['status', /^(?:case |complaint )?status$|open\/closed|open or closed|^state$/],
  ['summary', /summary|description|detail|nature|outline|synopsis|about|issues raised|^complaint$/],
  ['notes', /notes?|comment|remarks|further information|action taken|actions?/],
];

/** A heading as its words are compared. */
function words(heading: string): string {
  return plain(
    heading
      .replace(/[’`´]/g, "'")
      .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
      .replace(/[_\-.:()?/\\#*\n]+/g, ' '),
  );
}

/** What each column seems to be, each field once; the first heading that fits has it. */
export function proposeColumns(headings: readonly Heading[], rows: RowForm): Proposed[] {
  const taken = new Set<Field>();
  const proposed: Proposed[] = headings.map(() => ({ field: null, sure: true }));
  // Our own names first: a file that says them means them.
  headings.forEach(({ text }, i) => {
    const own = ownName(text, rows);
    if (own === null || taken.has(own)) return;
    taken.add(own);
    proposed[i] = { field: own, sure: true };
  });
  for (const [field, pattern] of patterns) {
    if (taken.has(field) || (rows === 'case' && stageFields.has(field))) continue;
    const at = headings.findIndex(({ text }, i) => {
      if (proposed[i]?.field !== null) return false;
      const tidy = words(text);
      return pattern.test(tidy) && !(dateFields.has(field) && ignored.test(tidy) && !/exten|revised|new/.test(tidy));
    });
    const heading = headings[at];
    if (heading === undefined) continue;
    // A column of dates holds dates, and one of names holds none.
    const dates = heading.samples.filter(looksLikeDate).length;
    if (dateFields.has(field) && heading.samples.length > 0 && dates === 0) continue;
    if (!dateFields.has(field) && heading.samples.length > 1 && dates === heading.samples.length) continue;
    taken.add(field);
    proposed[at] = { field, sure: !dateFields.has(field) || dates * 2 >= heading.samples.length };
  }
  return proposed;
}

function ownName(heading: string, rows: RowForm): Field | null {
  const bare = heading
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  for (const [field] of patterns) {
    if (field.toLowerCase() === bare && !(rows === 'case' && stageFields.has(field))) return field;
  }
  return null;
}

/** A row for each stage, or for each case: by whether columns of both stages stand side by side. */
export function formOf(headings: readonly Heading[]): RowForm {
  const asCase = proposeColumns(headings, 'case').map(({ field }) => field);
  const both = asCase.filter((field) => field !== null && /^(?:stage[12]|escalation)/.test(field)).length;
  if (both > 0) return 'case';
  const asStage = proposeColumns(headings, 'stage').map(({ field }) => field);
  const kinds = headings[asStage.indexOf('kind')]?.samples ?? [];
  const saysStage = kinds.some((text) => /stage|^s ?[12]$|^[12]$/i.test(text.trim()));
  return saysStage || asStage.includes('previousReference') || asStage.includes('respondedOn') ? 'stage' : 'case';
}

/** How many headings a row would make: the row with the most is the row of headings. */
export function headingsIn(cells: readonly string[]): number {
  const texts = cells.map((text) => ({ text, samples: [] }));
  const found = (rows: RowForm): number => proposeColumns(texts, rows).filter(({ field }) => field !== null).length;
  return Math.max(found('case'), found('stage'));
}
