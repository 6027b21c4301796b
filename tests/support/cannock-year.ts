/**
 * Cannock Chase's year 2023-24 as a register, made from the counts that its report of June 2024 gives and from nothing
 * else: no row of it is a real contact. What the report does not say (days, the areas of some enquiries) is filled in
 * here, always the same way, so that every published figure comes out of it.
 */
import type { RegisterMap, RowForm } from '../../src/complaint/register/fields.js';
import { englandAndWales } from '../../src/facts/calendar.js';
import { type Day, day } from '../../src/facts/days.js';

/** The areas as the report names them. */
export const cannockAreas = {
  repairs: 'Repairs / Maintenance',
  property: 'Housing Property Services (HPS)',
  allocations: 'Allocations',
  neighbourhoods: 'Neighbourhoods',
  tenancy: 'Tenancy Services',
} as const;

/** Not among the five of stage 1: only enquiries, and one request for stage 2. */
const others = { options: 'Housing Options', private: 'Private Sector Housing', several: 'Several areas' } as const;

const { repairs, property, allocations, neighbourhoods, tenancy } = cannockAreas;

/** What the report publishes. */
export const cannockPublished = {
  year: { name: '2023-24', from: day('2023-04-01'), until: day('2024-03-31') },
  contacts: 259,
  stage1: 36,
  stage2: 7,
  mpEnquiries: 113,
  serviceRequests: 103,
  stage1Areas: { [repairs]: 14, [property]: 10, [allocations]: 5, [neighbourhoods]: 5, [tenancy]: 2 },
  /** By where the request for stage 2 went; the one of several areas is a complaint about property services. */
  stage2Areas: { [allocations]: 3, [repairs]: 2, [property]: 1, [others.several]: 1 },
  /** The same seven by the area of their complaint. */
  stage2AreasOfComplaint: { [allocations]: 3, [repairs]: 2, [property]: 2 },
  mpEnquiriesForAllocations: 62,
  serviceRequestsForRepairs: 40,
  serviceRequestsForNeighbourhoods: 27,
  stage1Outcomes: { upheld: 19, 'partly-upheld': 7, 'not-upheld': 10 },
  stage2Outcomes: { upheld: 2, 'partly-upheld': 2, 'not-upheld': 3 },
  /** In time without extensions, and with them. */
  stage1InTime: { base: 30, withExtensions: 33 },
  stage2InTime: { base: 6, withExtensions: 7 },
  homesLcra: 5_035,
  /** As printed. */
  percentages: { escalated: '19%', stage1: ['83%', '92%'], stage2: ['86%', '100%'] },
  perThousand: { stage1: '7.15', stage2: '1.39' },
  lastYearStage1: 29,
} as const;

/** The report does not split these further: only their sum is published (113 less 62, 103 less 67). */
const mpAreas: readonly (readonly [string, number])[] = [
  [allocations, 62],
  [repairs, 24],
  [neighbourhoods, 12],
  [property, 6],
  [tenancy, 3],
  [others.options, 4],
  [others.private, 2],
];
const requestAreas: readonly (readonly [string, number])[] = [
  [repairs, 40],
  [neighbourhoods, 27],
  [property, 14],
  [allocations, 13],
  [tenancy, 9],
];

const after = (from: Day, workingDays: number): Day => englandAndWales.addWorkingDays(from, workingDays);
const spread = <T>(parts: readonly (readonly [T, number])[]): T[] =>
  parts.flatMap(([what, n]) => Array<T>(n).fill(what));

interface StageTold {
  readonly reference: string;
  readonly receivedOn: Day;
  readonly acknowledgedOn: Day;
  readonly extended: { readonly toldOn: Day; readonly to: Day } | null;
  readonly respondedOn: Day;
  readonly outcome: string;
  readonly area: string;
}

interface Complaint {
  readonly stage1: StageTold;
  readonly stage2: StageTold | null;
  readonly summary: string;
  readonly channel: string;
}

const outcomes = { upheld: 'Upheld', partly: 'Partially Upheld', not: 'Not upheld' } as const;
const stage1Outcomes = spread([
  [outcomes.upheld, 19],
  [outcomes.partly, 7],
  [outcomes.not, 10],
]);
const stage2Outcomes = spread([
  [outcomes.upheld, 2],
  [outcomes.partly, 2],
  [outcomes.not, 3],
]);
const channels = ['Email', 'Phone', 'Web form', 'Letter'];

/** Which of the 36 (from 0) were extended in time, which were simply late, and which went to stage 2. */
const extended = [4, 17, 27];
const late = [9, 20, 30];
const escalated = [24, 25, 26, 2, 6, 15, 18];

function complaints(): Complaint[] {
  const areas = spread<string>([
    [repairs, 14],
    [property, 10],
    [allocations, 5],
    [neighbourhoods, 5],
    [tenancy, 2],
  ]);
  const summaries: Readonly<Record<string, string>> = {
    [repairs]: 'A repair was not finished when it was promised',
    [property]: 'The contractor’s works took too long and were poorly done',
    [allocations]: 'The decision on an application was not made clear',
    [neighbourhoods]: 'How a neighbour’s behaviour was dealt with',
    [tenancy]: 'The charge for a year of 53 weeks',
  };
  return areas.map((area, i) => {
    const receivedOn = after(day('2023-04-03'), ((i * 11) % 36) * 5);
    const acknowledgedOn = after(receivedOn, 1 + (i % 4));
    const isExtended = extended.includes(i);
    const extension = isExtended
      ? { toldOn: after(acknowledgedOn, 8), to: after(acknowledgedOn, 10 + 5 + (i % 3)) }
      : null;
    const respondedOn = after(acknowledgedOn, isExtended ? 14 : late.includes(i) ? 13 : 4 + (i % 7));
    // 7 and 36 have no common part, so this goes through all outcomes once.
    const outcome = stage1Outcomes[(i * 7) % 36] ?? outcomes.not;
    const reference = `S1-23-${String(i + 1).padStart(3, '0')}`;
    const stage1 = { reference, receivedOn, acknowledgedOn, extended: extension, respondedOn, outcome, area };
    return {
      stage1,
      stage2: escalated.includes(i) ? stage2Of(stage1, escalated.indexOf(i)) : null,
      summary: summaries[area] ?? '',
      channel: channels[i % channels.length] ?? '',
    };
  });
}

function stage2Of(first: StageTold, n: number): StageTold {
  const receivedOn = after(first.respondedOn, 5);
  const isExtended = n === 6;
  return {
    reference: `S2-23-${String(n + 1).padStart(3, '0')}`,
    receivedOn,
    acknowledgedOn: after(receivedOn, 2),
    extended: isExtended ? { toldOn: after(receivedOn, 18), to: after(receivedOn, 28) } : null,
    respondedOn: after(receivedOn, isExtended ? 27 : 14 + n),
    outcome: stage2Outcomes[n] ?? outcomes.not,
    area: isExtended ? others.several : first.area,
  };
}

interface Other {
  readonly reference: string;
  readonly kind: 'MP Enquiry' | 'Service Request';
  readonly receivedOn: Day;
  readonly respondedOn: Day;
  readonly area: string;
  readonly channel: string;
}

function othersThan(): Other[] {
  const make = (kind: Other['kind'], prefix: string, areas: readonly string[]): Other[] =>
    areas.map((area, i) => {
      const receivedOn = after(day('2023-04-03'), (i * 37) % 240);
      return {
        reference: `${prefix}-23-${String(i + 1).padStart(3, '0')}`,
        kind,
        receivedOn,
        respondedOn: after(receivedOn, 3 + (i % 9)),
        area,
        channel: channels[i % 2] ?? '',
      };
    });
  return [...make('MP Enquiry', 'MP', spread(mpAreas)), ...make('Service Request', 'SR', spread(requestAreas))];
}

const british = (on: Day | null | undefined): string =>
  on == null ? '' : `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;

const stageHeadings = {
  reference: 'Ref',
  kind: 'Type of contact',
  receivedOn: 'Date Rec’d',
  channel: 'How received',
  area: 'Service Area',
  summary: 'Details',
  acknowledgedOn: 'Date acknowledged',
  extensionToldOn: 'Extension letter sent',
  extendedTo: 'Extended to',
  respondedOn: 'Date of response',
  outcome: 'Outcome (Upheld/Not/Partial)',
  previousReference: 'Stage 1 ref',
} as const;

const caseHeadings = {
  reference: 'Ref',
  kind: 'Type of contact',
  receivedOn: 'Date Rec’d',
  channel: 'How received',
  area: 'Service Area',
  summary: 'Details',
  acknowledgedOn: 'Date acknowledged',
  stage1ExtensionToldOn: 'S1 extension letter sent',
  stage1ExtendedTo: 'S1 extended to',
  stage1RespondedOn: 'S1 response sent',
  stage1Outcome: 'S1 outcome',
  escalationRequestedOn: 'S2 requested',
  stage2AcknowledgedOn: 'S2 acknowledged',
  stage2ExtensionToldOn: 'S2 extension letter sent',
  stage2ExtendedTo: 'S2 extended to',
  stage2RespondedOn: 'S2 response sent',
  stage2Outcome: 'S2 outcome',
} as const;

type Cells = Readonly<Record<string, string>>;

function stageRow(kind: 'Stage 1' | 'Stage 2', told: StageTold, about: Complaint, previous = ''): Cells {
  return {
    reference: told.reference,
    kind,
    receivedOn: british(told.receivedOn),
    channel: about.channel,
    area: told.area,
    summary: about.summary,
    acknowledgedOn: british(told.acknowledgedOn),
    extensionToldOn: british(told.extended?.toldOn),
    extendedTo: british(told.extended?.to),
    respondedOn: british(told.respondedOn),
    outcome: told.outcome,
    previousReference: previous,
  };
}

function caseRow(about: Complaint): Cells {
  const { stage1, stage2 } = about;
  return {
    reference: stage1.reference,
    kind: 'Complaint',
    receivedOn: british(stage1.receivedOn),
    channel: about.channel,
    area: stage1.area,
    summary: about.summary,
    acknowledgedOn: british(stage1.acknowledgedOn),
    stage1ExtensionToldOn: british(stage1.extended?.toldOn),
    stage1ExtendedTo: british(stage1.extended?.to),
    stage1RespondedOn: british(stage1.respondedOn),
    stage1Outcome: stage1.outcome,
    escalationRequestedOn: british(stage2?.receivedOn),
    stage2AcknowledgedOn: british(stage2?.acknowledgedOn),
    stage2ExtensionToldOn: british(stage2?.extended?.toldOn),
    stage2ExtendedTo: british(stage2?.extended?.to),
    stage2RespondedOn: british(stage2?.respondedOn),
    stage2Outcome: stage2?.outcome ?? '',
  };
}

function otherRow(form: RowForm, told: Other): Cells {
  return {
    reference: told.reference,
    kind: told.kind,
    receivedOn: british(told.receivedOn),
    channel: told.channel,
    area: told.area,
    summary: told.kind === 'MP Enquiry' ? 'An enquiry for a constituent' : 'A service was asked for',
    [form === 'stage' ? 'respondedOn' : 'stage1RespondedOn']: british(told.respondedOn),
  };
}

export interface CannockRegister {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** With a title above the headings and a total below the rows, as registers are. */
  readonly csv: string;
  readonly map: RegisterMap;
}

/** 259 rows when each tells a stage; 252 when each tells a case. */
export function cannockYear(form: RowForm): CannockRegister {
  const headings: Readonly<Record<string, string>> = form === 'stage' ? stageHeadings : caseHeadings;
  const told = complaints();
  const cells: Cells[] =
    form === 'case'
      ? told.map(caseRow)
      : told.flatMap((one) => [
          stageRow('Stage 1', one.stage1, one),
          ...(one.stage2 === null ? [] : [stageRow('Stage 2', one.stage2, one, one.stage1.reference)]),
        ]);
  const rows = [...cells, ...othersThan().map((one) => otherRow(form, one))].map((row) =>
    Object.keys(headings).map((field) => row[field] ?? ''),
  );
  const names = Object.values(headings);
  const lines = [
    ['Housing Services: formal enquiries 2023/24'],
    [],
    names,
    ...rows,
    ['TOTAL', String(rows.length)],
  ].map((line) => names.map((_, i) => quoted(line[i] ?? '')).join(','));
  return {
    headings: names,
    rows,
    csv: `${lines.join('\r\n')}\r\n`,
    map: { columns: headings, values: {}, dates: 'dmy', rows: form },
  };
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
