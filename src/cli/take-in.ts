/** `putright take-in FILE…`: e-mail messages as if they had arrived. */
import { parseArgs } from 'node:util';
import { inWords } from '../facts/days.js';
import type { TakenIn } from '../post/into-a-case.js';
import { messageFile, type Place } from '../post/message-files.js';
import { takeIn } from '../post/take-in.js';
import { readConfig } from '../store/config.js';
import { openDatabase } from '../store/database.js';
import { openInstallation } from '../store/installation.js';
import { allLandlords, chooseLandlord } from '../store/landlords.js';
import { codeOf, Stop } from '../store/stop.js';
import { backUpBeforeMigrating } from './backup-before-migrating.js';
import { type Command, misused } from './command.js';
import { demonstrate } from './demonstration.js';

export const takeInCommand: Command = {
  summary: 'e-mail messages (.eml files) as if they had arrived',
  help: `
putright take-in FILE… [--json] [--landlord NAME]

Takes each message in: it opens a case, joins the case that it answers, is known already, or is set aside because a
machine wrote it. What can't be read becomes a contact that a person looks at. Nothing is lost, and taking the same
file again changes nothing. Works beside a running Putright or without one.

  --json           one list with an answer for each file, in their order
  --landlord NAME  which landlord, where there are several

Exit code 1 when a file could not be read or taken; 2 when called wrongly.

  putright take-in inbox/*.eml
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, landlord: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw misused('Say which files: putright take-in FILE…');
    const answers = await takeAll(positionals, values.landlord);
    if (values.json) process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`);
    else for (const answer of answers) if (!('error' in answer)) process.stdout.write(`${told(answer)}\n`);
    const failed = answers.filter((answer) => 'error' in answer);
    for (const answer of failed) process.stderr.write(`${answer.error}\n`);
    return failed.length > 0 ? 1 : 0;
  },
};

type Answer = ({ readonly file: string } & TakenIn) | { readonly file: string; readonly error: string };

async function takeAll(files: readonly string[], landlordName: string | undefined): Promise<Answer[]> {
  const config = readConfig();
  const installation = await openInstallation(config, { beforeMigrating: backUpBeforeMigrating });
  const db = openDatabase(installation.urls.app, 'app', { connections: 2 });
  try {
    // A first run by this command is a first run: the demonstration is there to take messages in.
    if (installation.embedded && (await allLandlords(db)).length === 0) {
      const wish = { asked: false, fresh: false, empty: false, embedded: true };
      await demonstrate(config, installation.urls, wish, (line) => process.stderr.write(`${line}\n`));
    }
    const chosen = await chooseLandlord(db, landlordName);
    if (!chosen.ok) throw new Stop(chosen.why);
    const place: Place = { db, files: installation.files, landlordId: chosen.landlord.id };
    const answers: Answer[] = [];
    for (const file of files) answers.push(await takeOne(place, file));
    return answers;
  } finally {
    await db.close();
    await installation.close();
  }
}

async function takeOne(place: Place, file: string): Promise<Answer> {
  try {
    const taken = await takeIn(place, await messageFile(file, file), new Date());
    const { outcome, ref, receivedOn, reason, suggestedKind, hazards, attachments, ...more } = taken;
    return { file, outcome, ref, receivedOn, reason, suggestedKind, hazards, attachments, ...more };
  } catch (error) {
    return { file, error: whyNot(file, error) };
  }
}

function whyNot(file: string, error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return `There is no file ${file}.`;
    case 'EACCES':
    case 'EPERM':
      return `The file ${file} may not be read by this user.`;
    case 'EISDIR':
      return `${file} is a folder: name the messages in it.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full: ${file} was not taken in.`;
    default:
      return `The file ${file} was not taken in: ${error instanceof Error ? error.message : 'the reason is unknown'}.`;
  }
}

const kindWords = {
  complaint: 'a complaint',
  'service-request': 'a service request',
  enquiry: 'an enquiry by an MP or councillor',
  compliment: 'a compliment',
  comment: 'a comment',
  unknown: null,
} as const;

function told({ file, ...taken }: { file: string } & TakenIn): string {
  const what = {
    'new-case': `new case ${taken.ref}`,
    'added-to-case': `added to ${taken.ref}`,
    duplicate: taken.ref ? `known already, in ${taken.ref}` : 'known already',
    'set-aside': 'set aside',
    'needs-a-look': `new case ${taken.ref}, which a person must look at`,
  }[taken.outcome];
  const lines = [`${file}: ${what}. Received on ${inWords(taken.receivedOn)}.`, `  ${taken.reason}`];
  const kind = kindWords[taken.suggestedKind];
  if (kind && taken.outcome !== 'duplicate') lines.push(`  It may be ${kind}: ${taken.because.join('; ')}.`);
  if (taken.hazards.length > 0 && taken.outcome !== 'duplicate')
    lines.push(`  It may tell of a hazard: ${taken.hazards.map((each) => each.replaceAll('-', ' ')).join(', ')}.`);
  return lines.join('\n');
}
