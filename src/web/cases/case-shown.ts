/** A case as screens need it: its file, its clocks today, and the names behind its ids. Opening one is recorded. */
import type { Case } from '../../complaint/case.js';
import { type Clock, clocks } from '../../complaint/clocks.js';
import { type HazardClock, hazardClocks } from '../../complaint/hazard-clocks.js';
import type { Role } from '../../complaint/refusals.js';
import { caseWorkers } from '../../complaint/roles.js';
import { partiesOf } from '../../complaint/who.js';
import type { CaseId, Entry, HappeningOf, PersonId, RecordedBy, StaffId, TeamId, Words } from '../../facts/happened.js';
import { type Arrival, waitingArrivals } from '../../store/arrivals.js';
import { type RestrictionRow, restrictionsOn } from '../../store/behaviour.js';
import { type CaseFile, readCase } from '../../store/case-file.js';
import { grantedAmong } from '../../store/case-grants.js';
import { type CaseHold, holdOf } from '../../store/case-holds.js';
import { type Trx, together } from '../../store/database.js';
import { type Home, type Person, readHome, readPeople } from '../../store/people.js';
import { recordReading } from '../../store/reads.js';
import { markedAmong } from '../../store/safety-markers.js';
import { staffNames } from '../../store/staff.js';
import { hiddenAmong, type Viewer } from '../../store/staff-concerned.js';
import { listTeams, type Team } from '../../store/teams.js';
import { maySeeMarkers } from '../behaviour/may-see-markers.js';
import type { Visit } from '../visit.js';

export interface CaseShown {
  readonly file: CaseFile;
  readonly case: Case;
  readonly clocks: readonly Clock[];
  /** The statutory limits that run for its hazards, as of this minute. */
  readonly hazardClocks: readonly HazardClock[];
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly home: Home | null;
  readonly staff: ReadonlyMap<StaffId, string>;
  readonly teams: readonly Team[];
  /** What arrived and nobody has seen yet. */
  readonly arrivals: readonly Arrival[];
  /** What holds for anybody of the case, from whichever case it was decided on. */
  readonly restricted: readonly RestrictionRow[];
  /** Those of the case with a safety marker, for who may read it. */
  readonly marked: readonly PersonId[];
  /** While lawyers advise: nothing leaves by itself. */
  readonly hold: CaseHold | null;
}

/** Who looks: for what only few may see. */
export function viewerOf(visit: Visit): Viewer {
  return { staff: visit.staff.id, manager: visit.may('manager'), today: visit.today };
}

/** The same for rows that name nobody: the member responsible sees those of every case, save one about themselves. */
export function viewerOfRows(visit: Visit): Viewer {
  return { ...viewerOf(visit), manager: visit.may('manager', 'member-responsible') };
}

/** The one rule of who sees a whole case: of these cases, those. `alsoFor` names roles that may do the act for which they are opened. */
export async function casesOpenTo(
  trx: Trx,
  visit: Visit,
  cases: readonly CaseId[],
  alsoFor: readonly Role[] = [],
): Promise<ReadonlySet<CaseId>> {
  if (cases.length === 0) return new Set();
  const open = visit.may(...caseWorkers, ...alsoFor)
    ? cases
    : visit.may('member-responsible')
      ? await grantedAmong(trx, cases, visit.staff.id, visit.today)
      : [];
  const hidden = new Set(open.length === 0 ? [] : await hiddenAmong(trx, open, viewerOf(visit)));
  return new Set(open.filter((id) => !hidden.has(id)));
}

/** Of these rows, those of cases that this person may open; and how many there are besides. */
export async function onlyOpen<T extends { readonly caseId: CaseId }>(
  trx: Trx,
  visit: Visit,
  rows: readonly T[],
): Promise<{ readonly open: readonly T[]; readonly others: number }> {
  const ids = rows.map(({ caseId }) => caseId);
  const may = await casesOpenTo(trx, visit, ids);
  const open = rows.filter(({ caseId }) => may.has(caseId));
  return { open, others: rows.length - open.length };
}

/** The same rule of one case. */
export async function maySeeCase(
  trx: Trx,
  visit: Visit,
  caseId: CaseId,
  alsoFor: readonly Role[] = [],
): Promise<boolean> {
  return (await casesOpenTo(trx, visit, [caseId], alsoFor)).has(caseId);
}

/**
 * Reads a case with everything its screens name, and records that this person opened it. Null when there is none, or
 * none that this person may see: the two look the same.
 */
export async function showCase(visit: Visit, alsoFor: readonly Role[] = []): Promise<CaseShown | null> {
  return (await showCaseWith(visit, async () => null, alsoFor))?.shown ?? null;
}

/** The same with whatever else a screen reads of the case, in one go. */
export async function showCaseWith<T>(
  visit: Visit,
  read: (trx: Trx, c: Case) => Promise<T>,
  alsoFor: readonly Role[] = [],
): Promise<{ readonly shown: CaseShown; readonly more: T } | null> {
  const reference = visit.params.reference ?? '';
  return visit.db(async (trx) => {
    const file = await readCase(trx, reference);
    if (file === null || !(await maySeeCase(trx, visit, file.case.id, alsoFor))) return null;
    const [shown, more] = await together(
      shownFrom(trx, file, visit),
      read(trx, file.case),
      recordReading(trx, { staff: visit.staff.id, what: 'case', caseId: file.case.id }),
    );
    return { shown, more };
  });
}

export async function shownFrom(trx: Trx, file: CaseFile, visit: Visit): Promise<CaseShown> {
  const c = file.case;
  const [people, home, staff, teams, arrivals, hold, restricted, marked] = await together(
    readPeople(trx, peopleOf(file)),
    c.home === null ? null : readHome(trx, c.home),
    staffNames(trx),
    listTeams(trx, 'all'),
    waitingArrivals(trx, { caseId: c.id }),
    holdOf(trx, c.id),
    restrictionsOn(trx, partiesOf(c), visit.today),
    markersSeen(trx, c, visit),
  );
  const now = clocks(c, visit.rules, visit.today);
  const hazards = hazardClocks(c, visit.rules, { today: visit.today, now: visit.now });
  return {
    file,
    case: c,
    clocks: now,
    hazardClocks: hazards,
    people,
    home,
    staff,
    teams,
    arrivals,
    hold,
    restricted,
    marked,
  };
}

/** Nothing for whoever may not read them: that there is one is part of what it says. */
async function markersSeen(trx: Trx, c: Case, visit: Visit): Promise<readonly PersonId[]> {
  return maySeeMarkers(visit) ? markedAmong(trx, partiesOf(c)) : [];
}

/** Everybody outside the landlord whom the case names. */
function peopleOf({ case: c, entries }: CaseFile): PersonId[] {
  const ids = new Set<PersonId>();
  if (c.person !== null) ids.add(c.person);
  for (const id of c.group) ids.add(id);
  for (const { person } of c.representatives) ids.add(person);
  for (const { what } of entries) {
    if (what.type === 'LetterSent' || what.type === 'MessageSent') for (const id of what.to) ids.add(id);
    if (what.type === 'MessageReceived' && what.from !== null) ids.add(what.from);
  }
  return [...ids];
}

/** The words behind a digest, or that they were erased, or that the register it came from holds none. */
export function said(shown: CaseShown, words: Words | null): string {
  if (words === null) return '';
  if (String(words) === '') return '[The register does not say]';
  return shown.file.say(words) ?? '[These words have been erased]';
}

export function personName(shown: CaseShown, id: PersonId | null): string {
  if (id === null) return 'Name not known yet';
  return shown.people.get(id)?.name ?? 'Name not known yet';
}

export function staffName(shown: CaseShown, id: StaffId | null): string {
  return id === null ? 'Nobody yet' : (shown.staff.get(id) ?? 'Somebody who has left');
}

export function teamName(shown: CaseShown, id: TeamId | null): string {
  return id === null ? 'No team yet' : (shown.teams.find((team) => team.id === id)?.name ?? 'A team that was closed');
}

export function recordedByName(shown: CaseShown, by: RecordedBy): string {
  if ('staff' in by) return staffName(shown, by.staff);
  if ('person' in by) return personName(shown, by.person);
  switch (by.system) {
    case 'mail':
      return 'E-mail';
    case 'import':
      return 'Import';
    case 'demonstration':
      return 'Demonstration';
    case 'schedule':
      return 'Putright';
    case 'source':
      return 'Web chat, app or another program';
    default:
      return by.system satisfies never;
  }
}

/** The entries of one type, in the order recorded. */
export function entriesOf<T extends Entry['what']['type']>(
  shown: CaseShown,
  type: T,
): readonly Entry<HappeningOf<T>>[] {
  return shown.case.history.filter((entry): entry is Entry<HappeningOf<T>> => entry.what.type === type);
}
