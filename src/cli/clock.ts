/** `putright clock`: the facts of complaints in, the Code's clocks out. */

import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ClockRules, noTargets } from '../complaint/clocks.js';
import { type ClocksOfFacts, clocksOfFacts } from '../complaint/clocks-of-facts.js';
import { nameKeys, readFacts } from '../complaint/given-facts.js';
import { englandAndWales } from '../facts/calendar.js';
import { type Day, parseDay } from '../facts/days.js';
import { codeOf, Stop } from '../store/stop.js';
import { londonDay } from '../store/today.js';
import { inJson, inText } from './clock-answers.js';
import { type Command, misused } from './command.js';
import { type Form, jsonPieces } from './json-pieces.js';

const help = `
putright clock FILE|- [--json] [--as-it-fell] [--holiday DATE]...

Works out the clocks of the Complaint Handling Code from the facts of a complaint, and says why each date is what it is.

FILE (or - for standard input) holds one JSON object, a JSON array of them, or one object a line. Every key but
"received" may be absent or null when it has not happened; dates are written 2026-03-09:

  received              when anyone first heard of it
  acknowledged          acknowledged, defined and logged at stage 1
  defined, logged       if on another day than the acknowledgement; false if not yet
  extensions            a list of {"stage", "toldOn", "newDate", "reason", "goodReason", "agreed", "ombudsmanDetails",
                        "inWriting"}; goodReason is true, or the reason itself
  stage1Response        when the stage 1 answer was sent
  escalationRequested   when stage 2 was asked for
  stage2Acknowledged    acknowledged and defined at stage 2 (stage2Defined if on another day; false if not yet)
  stage2Response        when the final answer was sent
  refusedOn             when it was refused (overturnedOn if that was overturned later)
  withdrawnOn           when the resident withdrew it
  today                 the day to count to; London's today if absent
  code                  "2020", "2022" or "2024"; worked out from the day of receipt if absent
  ref, reference, id    what names the complaint in your list, a text or a number; given back with its answer

  --json            answers as JSON: an object for an object, an array for an array, a line for a line
  --as-it-fell      the stricter rule: a start on a day off is day zero as it fell, and does not roll to the next working day
  --holiday DATE    one more bank holiday, such as one proclaimed since this release

Facts that can't be counted with are answered by {"error": "..."} in their place (in text: a sentence on standard
error), and the exit code is then 1.

  echo '{"received":"2026-03-07","today":"2026-03-20"}' | node bin/putright.mjs clock -
`;

/** What the command has to do with the world, so that a test can be one. */
export interface ClockIo {
  readonly read: (file: string) => AsyncIterable<string>;
  readonly write: (text: string) => Promise<void>;
  readonly complain: (sentence: string) => void;
  readonly today: () => Day;
}

export const clock: Command = {
  summary: 'works out the dates of the Code from the facts of a complaint, and says why',
  help,
  run: (args) => runClock(args, processIo),
};

export async function runClock(args: readonly string[], io: ClockIo): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      'as-it-fell': { type: 'boolean', default: false },
      holiday: { type: 'string', multiple: true, default: [] },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined) throw misused('Which file? Name one, or - for standard input: putright clock --help.');
  if (more.length > 0) throw misused('One file at a time: putright clock --help says how it is called.');
  const holidays = values.holiday.map(
    (text) => parseDay(text) ?? stop(`--holiday wants a date like 2026-03-09, and ${JSON.stringify(text)} is none.`),
  );
  const rules: ClockRules = {
    calendar: holidays.length === 0 ? englandAndWales : englandAndWales.with(holidays),
    startOnDayOff: values['as-it-fell'] ? 'as-it-fell' : 'rolls',
    targets: noTargets,
  };
  return values.json ? answerInJson(file, rules, io) : answerInText(file, rules, io);
}

function stop(sentence: string): never {
  throw misused(sentence);
}

/** Gathers small texts into writes of a fair size, and waits while the other end is slow. */
function gather(io: ClockIo): { add(text: string): Promise<void> | undefined; flush(): Promise<void> } {
  let held = '';
  const flush = async (): Promise<void> => {
    const text = held;
    held = '';
    if (text !== '') await io.write(text);
  };
  return {
    add(text) {
      held += text;
      return held.length > 65_536 ? flush() : undefined;
    },
    flush,
  };
}

interface Answer {
  readonly form: Form;
  /** Null for a list with nothing in it. */
  readonly of: ClocksOfFacts | null;
  /** How the one who asks calls it. */
  readonly names: object;
}

/** What has been answered goes out before more is asked for, so that whoever feeds us line by line is not kept waiting. */
async function* answeringBetween(chunks: AsyncIterable<string>, flush: () => Promise<void>): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    yield chunk;
    await flush();
  }
}

async function* answers(
  file: string,
  rules: ClockRules,
  io: ClockIo,
  flush: () => Promise<void>,
): AsyncGenerator<Answer> {
  const today = io.today();
  for await (const piece of jsonPieces(answeringBetween(io.read(file), flush))) {
    const { form } = piece;
    if ('empty' in piece) yield { form, of: null, names: {} };
    else if ('fault' in piece) yield { form, of: { ok: false, words: piece.fault }, names: {} };
    else {
      const facts = readFacts(piece.value, today);
      yield { form, of: facts.ok ? clocksOfFacts(facts.facts, rules) : facts, names: namesIn(piece.value) };
    }
  }
}

function namesIn(value: unknown): object {
  if (typeof value !== 'object' || value === null) return {};
  const given = Object.entries(value).filter(([key]) => nameKeys.some((name) => name === key));
  return Object.fromEntries(given.filter(([, name]) => typeof name === 'string' || typeof name === 'number'));
}

async function answerInJson(file: string, rules: ClockRules, io: ClockIo): Promise<0 | 1> {
  const out = gather(io);
  let wrong = false;
  let count = 0;
  let array = false;
  for await (const { form, of, names } of answers(file, rules, io, out.flush)) {
    array = form === 'array';
    const opening = array ? (count === 0 ? '[' : ',') : '';
    const text =
      of === null
        ? opening
        : `${opening}${array ? '\n' : ''}${JSON.stringify({ ...names, ...inJson(of) })}${array ? '' : '\n'}`;
    const full = out.add(text);
    if (full !== undefined) await full;
    count += 1;
    wrong ||= of !== null && !of.ok;
  }
  if (array) await out.add('\n]\n');
  await out.flush();
  return wrong || (count === 0 && nothingIn(file, io)) ? 1 : 0;
}

async function answerInText(file: string, rules: ClockRules, io: ClockIo): Promise<0 | 1> {
  const out = gather(io);
  let wrong = false;
  let count = 0;
  const say = async ({ of }: Answer, alone: boolean): Promise<void> => {
    if (of === null) return;
    if (of.ok) {
      await out.add(`${alone ? '' : `${count === 1 ? '' : '\n'}Complaint ${count}\n\n`}${inText(of)}`);
      return;
    }
    wrong = true;
    await out.flush();
    io.complain(alone ? of.words : `Complaint ${count}: ${of.words}`);
  };
  // The first waits for a second, so that a complaint which is the only one bears no number.
  let first: Answer | null = null;
  for await (const answer of answers(file, rules, io, out.flush)) {
    count += 1;
    if (count === 1) {
      first = answer;
      continue;
    }
    if (first !== null) {
      count = 1;
      await say(first, false);
      count = 2;
      first = null;
    }
    await say(answer, false);
  }
  if (first !== null) await say(first, true);
  await out.flush();
  return wrong || (count === 0 && nothingIn(file, io)) ? 1 : 0;
}

function nothingIn(file: string, io: ClockIo): true {
  io.complain(`There are no facts in ${file === '-' ? 'standard input' : file}.`);
  return true;
}

const processIo: ClockIo = {
  today: () => londonDay(new Date()),
  complain: (sentence) => {
    process.stderr.write(`${sentence}\n`);
  },
  async write(text) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  read: readText,
};

async function* readText(file: string): AsyncGenerator<string> {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  stream.setEncoding('utf8');
  try {
    for await (const chunk of stream) yield String(chunk);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') throw misused(`There is no file ${file}.`);
    if (code === 'EISDIR') throw misused(`${file} is a folder, not a file.`);
    if (code === 'EACCES') throw new Stop(`The file ${file} may not be read.`, 1);
    throw error;
  }
}
