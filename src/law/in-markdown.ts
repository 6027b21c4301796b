/** The Codes as the product knows them, written out for a policy officer: docs/the-code.md is made of this. */
import { inShortWords } from '../facts/days.js';
import { codes } from './in-force.js';
import { lgsco } from './lgsco.js';
import { type Code, editions, type Moment, type Provision, type TimeLimit } from './words.js';

export function codesInMarkdown(): string {
  return `${[
    introduction,
    ...[...editions].reverse().flatMap((edition) => codeInMarkdown(codes[edition])),
    ...lgscoInMarkdown(),
  ].join('\n\n')}\n`;
}

const introduction = `# The Code, as Putright knows it

This page is made from the product's own data: what stands here is what it counts by. It is not the official text, which
is linked under each edition; the summaries are in our own words. A complaint is handled under the edition in force on
the day of its receipt, for its whole life.

In the tables, the last column says how the product knows whether a provision was met:

- **Counted**: the product works out the date and says whether it was kept.
- **Shown by the cases**: what was recorded on cases shows it or contradicts it; the words beside it say what to look at.
- **A person judges**: the product never pretends to. The words beside it say what evidence to look at.

Working days are Monday to Friday less the bank holidays of England and Wales. The day of the start is day zero; a start
on a day off takes the next working day as its day zero, unless the landlord has set the stricter rule. A date that
depends on an acknowledgement is provisional until it is acknowledged, as if that happened on the last permitted day.

To change a provision, change its file in \`src/law\`, name the provision in the change, and make this page again with
\`npm run the-code\`. A test holds it current.`;

function moment(m: Moment): string {
  switch (m.event) {
    case 'Received':
      return 'the complaint is first heard, by anyone';
    case 'Acknowledged':
      return m.stage === 2 ? 'stage 2 is acknowledged' : 'it is acknowledged';
    case 'DefinitionSetOut':
      return 'its definition is set out';
    case 'Logged':
      return 'it is logged';
    case 'EscalationRequested':
      return 'stage 2 is asked for';
    case 'ResponseSent':
      return m.stage === 2 ? 'the final answer is sent' : 'the answer is sent';
    default:
      throw new Error(`no words for ${m.event}`);
  }
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function timesTable(times: readonly (readonly [number: string, limit: TimeLimit])[]): string {
  const rows = times.map(([number, limit]) => {
    const { from, until, workingDays, longestExtension, reading } = limit;
    const extension = longestExtension === undefined ? 'none' : `${longestExtension} more`;
    return `| ${number} | ${moment(from)} | ${list(until.map(moment))} | ${workingDays} | ${extension} | ${reading ?? ''} |`;
  });
  return [
    '| Provision | From when | Until | Working days | Longest extension | How it is read |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function limitsOf(code: Code): (readonly [string, TimeLimit])[] {
  return code.sections.flatMap((s) =>
    Object.entries(s.provisions).flatMap(([number, p]) =>
      p.judgedBy === 'clock' ? [p, ...(p.also ?? [])].map((limit) => [number, limit] as const) : [],
    ),
  );
}

function judged(p: Provision): string {
  switch (p.judgedBy) {
    case 'clock':
      return `**Counted**: ${p.workingDays} working days`;
    case 'cases':
      return `**Shown by the cases**: ${p.evidence}`;
    case 'person':
      return `**A person judges**: ${p.evidence}`;
    default: {
      const never: never = p;
      return never;
    }
  }
}

function codeInMarkdown(code: Code): string[] {
  const all = code.sections.flatMap((s) => Object.values(s.provisions));
  const of = (strength: Provision['strength']): number => all.filter((p) => p.strength === strength).length;
  const strengths = (['must', 'should', 'may'] as const).filter((s) => of(s) > 0).map((s) => `${of(s)} ${s}`);
  const until = code.until === null ? 'and still in force' : `until ${inShortWords(code.until)}`;
  const status = code.status === 'statutory' ? 'statutory' : "guidance under the Ombudsman's Scheme";
  return [
    `## ${code.title}`,
    `In force from ${inShortWords(code.from)} ${until}; ${status}. ${all.length} provisions: ${list(strengths)}. [Official text](${code.officialText}).`,
    '### The times that are counted',
    timesTable(limitsOf(code)),
    ...code.sections.flatMap((s) => [
      `### ${s.number} ${s.title}`,
      [
        '| Provision | What it asks | Strength | How the product knows |',
        '|---|---|---|---|',
        ...Object.entries(s.provisions).map(
          ([number, p]) => `| ${number} | ${p.duty} | ${p.strength} | ${judged(p)} |`,
        ),
      ].join('\n'),
    ]),
  ];
}

function lgscoInMarkdown(): string[] {
  return [
    `## ${lgsco.title}`,
    `For council services that are not those of a landlord. Published on ${inShortWords(lgsco.published)} and applied by the Local Government and Social Care Ombudsman in its decisions from ${inShortWords(lgsco.appliedFrom)}. It is advice: "should" throughout. [Official text](${lgsco.officialText}).`,
    `Services: ${lgsco.services.map((s) => `${s.charAt(0).toLowerCase()}${s.slice(1)}`).join('; ')}.`,
    '### The times',
    timesTable(Object.entries(lgsco.times)),
    '### What its form asks',
    'As councils publish it: one question of each section, two of section 6. A person answers them; the cases kept here are those of a landlord and show nothing of it.',
    [
      '| Section | Question | What it asks | What to look at |',
      '|---|---|---|---|',
      ...lgsco.sections.flatMap(({ number, title, provisions }) =>
        Object.entries(provisions).map(([key, p]) => `| ${number} ${title} | ${key} | ${p.duty} | ${p.evidence} |`),
      ),
    ].join('\n'),
    "### Where it differs from the landlords' Code of 2024",
    [
      '| Provision | Landlords | Councils |',
      '|---|---|---|',
      ...lgsco.differences.map((d) => `| ${d.provision} | ${d.landlords} | ${d.councils} |`),
    ].join('\n'),
  ];
}
