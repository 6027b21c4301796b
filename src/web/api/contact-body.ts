/** What a program may say of a contact: the shape of the body, with one sentence for each thing that can be wrong in it. */
import { z } from 'zod';
import { hazardKinds, representativeRoles } from '../../facts/happened.js';
import { asTyped } from '../sent.js';

/** Files of one contact: how many, and how large all of them may be together. */
export const mostFiles = 10;
export const mostFileBytes = 10 * 1_048_576;
/** What the body of one contact may hold: the files as base64 take a third more than they are. */
export const largestBody = 15 * 1_048_576;

function text(most: number, name: string) {
  return z
    .string({ error: `${name} is text.` })
    .max(most, `${name} has more than ${most.toLocaleString('en-GB')} characters: send the rest as a file.`)
    .transform((value) => asTyped(value).trim())
    .transform((value) => (value === '' ? null : value))
    .nullable()
    .default(null);
}

/** One line: a name with a line break in it would be a header in a message. */
function line(most: number, name: string) {
  return text(most, name).transform((value) => value?.replace(/\s+/g, ' ') ?? null);
}

function email(name: string) {
  return line(254, name).refine((value) => value === null || z.email().safeParse(value).success, {
    error: `${name} is no e-mail address: leave it out, or put it into words.`,
  });
}

function instant(name: string) {
  const words = `${name} is an instant like 2026-11-22T09:14:00Z.`;
  return z.iso.datetime({ offset: true, error: words });
}

function object<T extends z.ZodRawShape>(name: string, shape: T) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `${name} has a field that is not known here: see the documentation for the list.`
        : `${name} is an object.`,
  });
}

const who = object('who', {
  name: line(200, 'who.name'),
  email: email('who.email'),
  phone: line(60, 'who.phone'),
  address: line(300, 'who.address'),
  postcode: line(12, 'who.postcode'),
});

const speaksFor = object('speaker', {
  name: line(200, 'speaker.name'),
  email: email('speaker.email'),
  phone: line(60, 'speaker.phone'),
  role: z.enum(representativeRoles, { error: `speaker.role is one of ${representativeRoles.join(', ')}.` }),
});

const transcriptLine = object('A line of transcript', {
  from: z.enum(['resident', 'staff', 'robot'], {
    error: 'The from of a line of transcript is resident, staff or robot.',
  }),
  at: instant('The at of a line of transcript').nullable().default(null),
  words: text(10_000, 'The words of a line of transcript'),
});

const file = object('A file', {
  name: text(200, 'The name of a file'),
  content: z
    .string({ error: 'The content of a file is its bytes in base64.' })
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, { error: 'The content of a file is its bytes in base64.', abort: true }),
});

const hazardWords = `hazards is a list of ${hazardKinds.join(', ')}.`;

export const contactBody = object('The body', {
  words: text(100_000, 'words'),
  saidAt: instant('saidAt').nullable().default(null),
  who: who.nullable().default(null),
  speaker: speaksFor.nullable().default(null),
  hazards: z
    .array(z.enum(hazardKinds, { error: hazardWords }), { error: hazardWords })
    .max(hazardKinds.length, 'hazards names one of them twice.')
    .default([]),
  atRisk: text(2_000, 'atRisk'),
  adjustments: text(2_000, 'adjustments'),
  reachSafely: text(2_000, 'reachSafely'),
  about: text(40, 'about'),
  transcript: z
    .array(transcriptLine, { error: 'transcript is a list of lines.' })
    .max(1_000, 'transcript has more than 1,000 lines: send it as a file.')
    .default([]),
  files: z
    .array(file, { error: 'files is a list of files.' })
    .max(mostFiles, `files has more than ${mostFiles}: send the rest as a further contact.`)
    .default([]),
});
export type ContactBody = z.output<typeof contactBody>;

/** The transcript as a document that anybody can read. */
export function transcriptText(lines: ContactBody['transcript']): string {
  const speaker = { resident: 'Resident', staff: 'Staff', robot: 'Automatic' };
  return lines.map((each) => `${each.at ?? ''} ${speaker[each.from]}: ${each.words ?? ''}`.trim()).join('\n');
}

/** What the resident said: as told apart, else their lines of the transcript. */
export function ownWords(body: ContactBody): string {
  if (body.words !== null) return body.words;
  return body.transcript.flatMap((each) => (each.from === 'resident' && each.words ? [each.words] : [])).join('\n');
}
