/**
 * The questions that go to residents by themselves: whether what was promised happened, and, once a complaint has closed,
 * how it was handled. Each goes by a way agreed with them and holds no words of anybody's; silence means nothing.
 */
import { promisesToAskAbout, type ToAsk } from '../complaint/asking/did-it-happen.js';
import { surveyIsDue } from '../complaint/asking/when-closed.js';
import { peopleToAsk } from '../complaint/asking/whom.js';
import type { Case } from '../complaint/case.js';
import { inTurn } from '../complaint/in-turn.js';
import { mayAskIfDone } from '../complaint/may/ask-if-done.js';
import type { Day } from '../facts/days.js';
import { inWords } from '../facts/days.js';
import type { CaseId, PersonId, Sending } from '../facts/happened.js';
import { actWithin } from '../store/act.js';
import { noteArrival } from '../store/arrivals.js';
import { readCase } from '../store/case-file.js';
import { casesToSurvey, casesWithPromisesToAsk } from '../store/cases-to-ask.js';
import { type Database, inLandlord, type LandlordId, type Trx } from '../store/database.js';
import { readLetterhead } from '../store/landlord-settings.js';
import { queueMessage, readMessage } from '../store/outbox.js';
import { hasStoppedSurveys, noteSurveyAsked } from '../store/resident-surveys.js';
import { readRules } from '../store/rules.js';

/** How long the links in the questions work. */
const promiseLinkDays = 30;
const surveyLinkDays = 60;

export interface Asked {
  readonly promises: number;
  readonly surveys: number;
}

/** Asks whoever is to be asked on a day. Each case is a transaction of its own; asking twice on a day asks once. */
export async function askResidents(db: Database, landlordId: LandlordId, today: Day, now: Date): Promise<Asked> {
  const { promised, closed } = await inLandlord(db, landlordId, async (trx) => ({
    promised: await casesWithPromisesToAsk(trx, today),
    closed: await casesToSurvey(trx, today),
  }));
  const faults: unknown[] = [];
  // One case that can't be read, or that somebody is writing to, keeps nobody else from being asked.
  const each = async (cases: readonly CaseId[], ask: typeof askHowItWas): Promise<number> => {
    let asked = 0;
    for (const id of cases)
      asked += await inLandlord(db, landlordId, (trx) => ask(trx, id, today, now)).catch((fault: unknown) => {
        faults.push(fault);
        return 0;
      });
    return asked;
  };
  const promises = await each(promised, askIfItHappened);
  const surveys = await each(closed, askHowItWas);
  // The job is tried again, and asks whom it has not asked yet.
  if (faults.length > 0) throw faults[0];
  return { promises, surveys };
}

/** How many promises of the case were asked about. */
export async function askIfItHappened(trx: Trx, caseId: CaseId, today: Day, now: Date): Promise<number> {
  const file = await readCase(trx, caseId);
  if (file === null) return 0;
  const { calendar } = await readRules(trx);
  const asked: { ask: ToAsk; how: Sending }[] = [];
  for (const ask of promisesToAskAbout(file.case, today, calendar)) {
    const how = await sendQuestion(trx, file.case, ask, today, now);
    if (how !== null) asked.push({ ask, how });
  }
  if (asked.length === 0) return 0;
  const who = { landlordId: trx.landlordId, staff: null, roles: [], recordedBy: { system: 'schedule' } } as const;
  const request = { ref: caseId, expectedVersion: file.case.version, now };
  const outcome = await actWithin(trx, who, request, (held, context) =>
    inTurn(
      held.case,
      context,
      asked.map(
        ({ ask: { promise }, how }) =>
          (c) =>
            mayAskIfDone(c, { on: today, promise, how, letter: null }, context),
      ),
    ),
  );
  // Somebody wrote to the case meanwhile: everything is taken back, and asked at the next time.
  if (outcome.is !== 'done') throw new Error(`asking about a promise came to ${outcome.is}`);
  return asked.length;
}

/** By which way it went to the first whom it reaches; null when nothing of ours may reach anybody. */
async function sendQuestion(trx: Trx, c: Case, ask: ToAsk, today: Day, now: Date): Promise<Sending | null> {
  const { promise, time, about } = ask;
  const { name, team } = await readLetterhead(trx);
  const people = peopleToAsk(c, today);
  let how: Sending | null = null;
  for (const person of people) {
    const queued = await queueMessage(trx, {
      key: `promise-asked ${promise} ${about} ${time} ${person}`,
      purpose: 'promise-asked',
      caseId: c.id,
      to: { person },
      subject: `Did it happen? Your complaint ${c.reference}`,
      body: [
        time === 1
          ? `In answer to your complaint ${c.reference} we promised to do something by ${inWords(about)}.`
          : `We asked you last week about something that we promised to do by ${inWords(about)}, in answer to your complaint ${c.reference}. This is the last time we ask.`,
        'Please tell us whether it happened. It takes a minute, and you need no password:',
        '{link}',
        'If it has not happened, say so there: we open it again, and a manager is told. If we do not hear from you we do not take that as a yes.',
        signature(name, team),
      ].join('\n\n'),
      link: { purpose: 'promise', person, about: promise, forDays: promiseLinkDays },
      now,
    });
    if (queued.is === 'queued') how ??= (await readMessage(trx, queued.id))?.kind === 'email' ? 'email' : 'phone';
  }
  // Whom a message may not reach is noted where it was to be sent.
  if (people.length === 0)
    await noteArrival(trx, {
      key: `promise-not-asked ${promise} ${about} ${time}`,
      kind: 'no-way',
      caseId: c.id,
      seq: null,
      person: c.person,
      channel: null,
      arrivedOn: today,
      note: `Nobody is named in this case. To be asked: whether what was promised for ${inWords(about)} happened.`,
    });
  return how;
}

/** How many people of the case were sent the survey. */
export async function askHowItWas(trx: Trx, caseId: CaseId, today: Day, now: Date): Promise<number> {
  const file = await readCase(trx, caseId);
  if (file === null) return 0;
  const { calendar } = await readRules(trx);
  if (!surveyIsDue(file.case, today, calendar)) return 0;
  const people = peopleToAsk(file.case, today);
  if (people.length === 0)
    await noteSurveyAsked(trx, { caseId, person: null, on: today, became: 'no-way', message: null });
  let sent = 0;
  for (const person of people) {
    const became = await sendSurvey(trx, file.case, person, now);
    await noteSurveyAsked(trx, { caseId, person, on: today, ...became });
    if (became.became === 'asked') sent += 1;
  }
  return sent;
}

async function sendSurvey(trx: Trx, c: Case, person: PersonId, now: Date) {
  if (await hasStoppedSurveys(trx, person)) return { became: 'stopped', message: null } as const;
  const { name, team } = await readLetterhead(trx);
  const queued = await queueMessage(trx, {
    key: `survey-asked ${c.id} ${person}`,
    purpose: 'survey-asked',
    caseId: c.id,
    to: { person },
    subject: `How did we handle your complaint ${c.reference}?`,
    body: [
      `Your complaint ${c.reference} has come to its end. Please tell us how we handled it: five questions, about two minutes, and you need no password.`,
      '{link}',
      'You can leave any question out. Nothing you say changes what you may still ask for, and you can tell us there if you are not satisfied. We ask once.',
      'If you want no more such questions from us, say so here:',
      '{stop}',
      signature(name, team),
    ].join('\n\n'),
    link: { purpose: 'survey', person, about: c.id, forDays: surveyLinkDays },
    now,
  });
  return queued.is === 'queued'
    ? ({ became: 'asked', message: queued.id } as const)
    : ({ became: 'no-way', message: null } as const);
}

function signature(name: string, team: string): string {
  return team === '' || team === name ? name : `${team}, ${name}`;
}
