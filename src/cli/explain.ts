/** `putright explain REF`: every clock of a case, and why its dates are what they are. */
import { parseArgs } from 'node:util';
import { restrictionClocks } from '../complaint/behaviour/restriction-clocks.js';
import type { BesideClock } from '../complaint/beside-clock.js';
import { subjectRequestClock } from '../complaint/bundle/subject-request-clock.js';
import type { Case } from '../complaint/case.js';
import { type Clock, type ClocksOrWhyNot, clocksOrWhyNot } from '../complaint/clocks.js';
import { byWhatTime, type HazardClocksOrWhyNot, hazardClocksOrWhyNot } from '../complaint/hazard-clocks.js';
import { ombudsmanClocks } from '../complaint/ombudsman-clocks.js';
import { restsOn } from '../complaint/rests-on.js';
import { standingWords } from '../complaint/standing-words.js';
import { partiesOf } from '../complaint/who.js';
import { inWords } from '../facts/days.js';
import { readBehaviourSetting } from '../store/behaviour.js';
import { readCase } from '../store/case-file.js';
import { inLandlord } from '../store/database.js';
import { readRules } from '../store/rules.js';
import { Stop } from '../store/stop.js';
import { requestsOf } from '../store/subject-requests.js';
import { londonDay } from '../store/today.js';
import { type Command, misused } from './command.js';
import { landlordCalled, print, printJson, withInstallation } from './opened.js';

export const explain: Command = {
  summary: 'the clocks of a case, with the reasons for their dates',
  help: `
putright explain REF [--json] [--landlord NAME]

Prints where a case stands and each of its clocks: from when, until when, done or not, and why.

  --json           for machines
  --landlord NAME  which landlord, where there are several

  putright explain CMP-26-00123
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, landlord: { type: 'string' } },
      allowPositionals: true,
    });
    const [ref, ...more] = positionals;
    if (ref === undefined || more.length > 0) throw misused('Say which case: putright explain REF');
    await withInstallation(async (db) => {
      const landlord = await landlordCalled(db, values.landlord);
      const today = londonDay(new Date());
      const { file, rules, appealDays, asked } = await inLandlord(db, landlord.id, async (trx) => {
        const found = await readCase(trx, ref);
        return {
          file: found,
          rules: await readRules(trx),
          appealDays: (await readBehaviourSetting(trx)).appealDays,
          asked: found === null ? [] : await requestsOf(trx, partiesOf(found.case)),
        };
      });
      if (file === null) throw new Stop(`${landlord.name} has no case ${ref}.`);
      const answer = clocksOrWhyNot(file.case, rules, today);
      const hazards = hazardClocksOrWhyNot(file.case, rules, { today, now: new Date().toISOString() });
      const ombudsman = ombudsmanClocks(file.case, rules, today);
      const restrictions = restrictionClocks(file.case, { ...rules, appealDays }, today);
      const requests = asked.map((one) => subjectRequestClock(one, rules, today));
      if (values.json)
        printJson({
          ...asJson(file.case, answer),
          hazards: hazards.ok ? hazards.clocks : [],
          ombudsman,
          restrictions,
          requests,
        });
      else
        print(
          [
            asText(file.case, answer),
            ...hazardTexts(hazards),
            ...[...ombudsman, ...restrictions, ...requests].map(besideText),
          ].join('\n'),
        );
    });
    return 0;
  },
};

function asJson(c: Case, answer: ClocksOrWhyNot) {
  return {
    reference: c.reference,
    kind: c.kind,
    standing: c.standing.is,
    stage: c.stages[2] !== null ? 2 : c.stages[1] !== null ? 1 : null,
    receivedOn: c.receivedOn,
    code: c.edition,
    ...(answer.ok ? { clocks: answer.clocks } : { clocks: [], error: answer.words }),
  };
}

function asText(c: Case, answer: ClocksOrWhyNot): string {
  const head = [
    `${c.reference}: ${standingWords(c.standing)}`,
    `Received on ${inWords(c.receivedOn)}. ${
      c.edition === null
        ? 'No edition of the Code was in force that day, so it has no clocks.'
        : `The Code of ${c.edition} applies, for the life of the case.`
    }`,
  ];
  if (!answer.ok) return [...head, '', answer.words].join('\n');
  if (answer.clocks.length === 0) return [...head, '', 'No clock runs, and none has run.'].join('\n');
  return [...head, ...answer.clocks.flatMap((clock) => ['', ...clockText(clock)])].join('\n');
}

/** The statutory limits of its hazards, which are no clocks of the Code. */
function hazardTexts(answer: HazardClocksOrWhyNot): string[] {
  if (!answer.ok) return ['', answer.words];
  return answer.clocks.flatMap((clock) => [
    '',
    `Hazard: ${clock.what} (${clock.regulation}): ${stateWords[clock.state]}`,
    `  from ${inWords(clock.from)}; due ${inWords(clock.due)}${clock.dueAt === null ? '' : ` ${byWhatTime(clock)}`}`,
    ...clock.because.map((sentence) => `  - ${sentence}`),
  ]);
}

/** What an Ombudsman or a restriction sets beside the Code. */
function besideText(clock: BesideClock): string {
  return [
    '',
    `${clock.what}${clock.rests === null ? '' : ` (${clock.rests})`}: ${stateWords[clock.state]}`,
    `  from ${inWords(clock.from)}; due ${inWords(clock.due)}${clock.doneOn === null ? '' : `; done ${inWords(clock.doneOn)}`}`,
    ...clock.because.map((sentence) => `  - ${sentence}`),
  ].join('\n');
}

const stateWords: Record<Clock['state'], string> = {
  running: 'running',
  met: 'done in time',
  late: 'done late',
  overdue: 'overdue',
  ended: 'ended',
};

function clockText(clock: Clock): string[] {
  const rests = restsOn(clock);
  const dates = [
    clock.from === null ? 'not started' : `from ${inWords(clock.from)}`,
    `due ${inWords(clock.due)}${clock.provisional ? ', provisionally' : ''}`,
    ...(clock.doneOn === null ? [] : [`done ${inWords(clock.doneOn)}`]),
  ];
  return [
    `Stage ${clock.stage}: ${clock.what}${rests === null ? '' : ` (${rests})`}: ${stateWords[clock.state]}`,
    `  ${dates.join('; ')}`,
    ...clock.because.map((sentence) => `  - ${sentence}`),
  ];
}
