/** How what arrived stands in a list: what it is, whose case, since when, what it may mean, and what to do about it. */
import type { VNode } from 'preact';
import { whatFollows } from '../../complaint/arrival-follows.js';
import { actsAnswering, arrivalWords } from '../../complaint/arriving.js';
import type { Case } from '../../complaint/case.js';
import { acts, actsPossible } from '../../complaint/permitted.js';
import { channelWords } from '../../complaint/standing-words.js';
import type { CaseId } from '../../facts/happened.js';
import type { Arrival } from '../../store/arrivals.js';
import { caseOf, readHistories } from '../../store/case-file.js';
import type { Trx } from '../../store/database.js';
import { KnowFirst, type KnownOfCases } from '../behaviour/know-first.js';
import { readingContext } from '../cases/acts.js';
import { actOnArrival } from '../cases/from-arrival.js';
import { Tag } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import type { Visit } from '../visit.js';

const urgent: ReadonlySet<string> = new Set(['emergency', 'possible-stage-2', 'response-unsent', 'promise-not-done']);

/** The cases that these belong to, as their histories tell them. */
export async function casesOf(trx: Trx, arrivals: readonly Arrival[]): Promise<ReadonlyMap<CaseId, Case>> {
  const ids = [...new Set(arrivals.flatMap(({ caseId }) => caseId ?? []))];
  return new Map((await readHistories(trx, ids)).map((history) => [history.id, caseOf(history)]));
}

export function ArrivalTag({ arrival }: { readonly arrival: Arrival }): VNode {
  return <Tag colour={urgent.has(arrival.kind) ? 'orange' : 'blue'}>{arrivalWords[arrival.kind]}</Tag>;
}

/** What it means in law if it is what it seems, with the date. */
export function Follows({
  arrival,
  cases,
  visit,
}: {
  readonly arrival: Arrival;
  readonly cases: ReadonlyMap<CaseId, Case>;
  readonly visit: Visit;
}): VNode | null {
  const c = arrival.caseId === null ? null : (cases.get(arrival.caseId) ?? null);
  const words = whatFollows(arrival.kind, c, arrival.arrivedOn, visit.rules, arrival.seq);
  return words === null ? null : <p class="govuk-body govuk-!-margin-bottom-1">{words}</p>;
}

export function ArrivalList({
  arrivals,
  cases,
  known,
  visit,
}: {
  readonly arrivals: readonly Arrival[];
  readonly cases: ReadonlyMap<CaseId, Case>;
  /** What is to be known before anybody answers. */
  readonly known: KnownOfCases;
  readonly visit: Visit;
}): VNode | null {
  if (arrivals.length === 0) return null;
  return (
    <ul class="app-list">
      {arrivals.map((one) => (
        <li key={one.id} class="app-list__item">
          <p class="govuk-body govuk-!-margin-bottom-1">
            <ArrivalTag arrival={one} />{' '}
            <a class="govuk-link govuk-!-font-weight-bold" href={`/arrivals/${one.id}`}>
              {one.reference ?? 'No case yet'}
              <span class="govuk-visually-hidden">: {arrivalWords[one.kind]}</span>
            </a>
            {one.personName === null ? null : `, ${one.personName}`}
          </p>
          <p class="govuk-body govuk-!-margin-bottom-1">
            Received <DayText day={one.arrivedOn} short />
            {one.channel === null ? null : `, ${lower(channelWords[one.channel])}`}
          </p>
          <KnowFirst known={known} caseId={one.caseId} />
          {one.note === null ? null : <p class="govuk-body govuk-!-margin-bottom-1">“{shortened(one.note)}”</p>}
          <Follows arrival={one} cases={cases} visit={visit} />
        </li>
      ))}
    </ul>
  );
}

/** Kinds that are answered outside the case's acts: whoever did it says so. */
export const saidWhenDone: ReadonlySet<string> = new Set(['contact-change']);

export interface WhatToDo {
  readonly href: string;
  readonly words: string;
}

/** Links to the acts that answer it and that may be done now; the e-mail that it came by, for whoever sees to those. */
export function actLinks(arrival: Arrival, cases: ReadonlyMap<CaseId, Case>, visit: Visit): readonly WhatToDo[] {
  const c = arrival.caseId === null ? undefined : cases.get(arrival.caseId);
  const [, mail] = /^mail ([0-9a-f-]{36}) /.exec(arrival.key) ?? [];
  const email: WhatToDo[] =
    mail === undefined || !visit.may('officer', 'manager') ? [] : [{ href: `/post/${mail}`, words: 'See the email' }];
  if (c === undefined) return email;
  if (arrival.kind === 'contact-change') {
    const whose = arrival.person === null ? '' : `?person=${arrival.person}`;
    return [{ href: `/cases/${c.reference}/person${whose}`, words: 'Change what is on record' }, ...email];
  }
  if (arrival.kind === 'call-back') {
    return [{ href: `/cases/${c.reference}/call-back`, words: 'Promise a call' }, ...email];
  }
  const possible = new Set(actsPossible(c, readingContext(visit)).map(({ act }) => act));
  const answer = actsAnswering(arrival.kind, c, arrival.seq)
    .filter((act) => possible.has(act))
    .map((act) => ({ href: actOnArrival({ ...arrival, reference: c.reference }, act), words: acts[act].words }));
  return [...answer, ...email];
}

export function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function shortened(text: string, most = 220): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= most ? plain : `${plain.slice(0, most).trimEnd()}…`;
}
