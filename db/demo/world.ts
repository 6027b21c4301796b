/** What the stories are told in: the day of loading, the landlord's rules, and the ids of everyone and everything. */
import type { ClockRules } from '../../src/complaint/clocks.js';
import type { Context } from '../../src/complaint/refusals.js';
import type { Day } from '../../src/facts/days.js';
import type { CaseId, File, HomeId, PersonId, StaffId, TeamId } from '../../src/facts/happened.js';
import type { Letter, Letterhead } from '../../src/letters/words.js';
import { allHomes, type DemoHome } from './homes.js';
import { landlord, type StaffKey, staff, type TeamKey, teams } from './landlord.js';
import { type DemoPerson, type PersonKey, people } from './people.js';

export interface PlacedPerson extends DemoPerson {
  readonly id: PersonId;
  readonly place: PlacedHome | null;
}

export interface PlacedHome extends DemoHome {
  readonly id: HomeId;
}

export interface World {
  readonly loadedOn: Day;
  /** The instant of loading, in milliseconds: nothing is recorded after it. */
  readonly now: number;
  readonly rules: ClockRules;
  readonly newId: Context['newId'];
  readonly letterhead: Letterhead;
  readonly staff: (key: StaffKey) => StaffId;
  readonly team: (key: TeamKey) => TeamId;
  readonly person: (key: PersonKey) => PlacedPerson;
  readonly people: readonly PlacedPerson[];
  readonly homes: readonly PlacedHome[];
  /** The case of a story that begins with a receipt. */
  readonly caseId: (story: string) => CaseId;
  readonly reference: (story: string) => string;
  /** Makes the document of a letter and answers with its salted digest; null where no documents are wanted. */
  readonly layDown: (letter: Letter) => File | null;
}

export const letterhead: Letterhead = {
  name: landlord.name,
  team: 'Complaints team',
  address: landlord.address,
  phone: landlord.phone,
  email: landlord.email,
  website: landlord.website,
  colour: landlord.brandColour,
};

export function makeWorld(
  given: Pick<World, 'loadedOn' | 'now' | 'rules' | 'reference' | 'layDown'> & { readonly newId: () => string },
): World {
  const newId = given.newId as Context['newId'];
  const homes = allHomes().map((home): PlacedHome => ({ ...home, id: newId<HomeId & string>() }));
  const homeOf = new Map(homes.map((home) => [home.key, home]));
  const placed = new Map(
    Object.entries<DemoPerson>(people).map(([key, person]) => [
      key,
      { ...person, id: newId<PersonId & string>(), place: homeCalled(person.home, homeOf) },
    ]),
  );
  const staffIds = idsFor(Object.keys(staff), newId);
  const teamIds = idsFor(Object.keys(teams), newId);
  const cases = new Map<string, CaseId>();
  return {
    loadedOn: given.loadedOn,
    now: given.now,
    rules: given.rules,
    reference: given.reference,
    layDown: given.layDown,
    newId,
    letterhead,
    staff: (key) => staffIds.get(key) as StaffId,
    team: (key) => teamIds.get(key) as TeamId,
    person: (key) => placed.get(key) as PlacedPerson,
    people: [...placed.values()],
    homes,
    caseId: (story) => {
      const id = cases.get(story) ?? newId<CaseId>();
      cases.set(story, id);
      return id;
    },
  };
}

function homeCalled(key: string | undefined, homes: ReadonlyMap<string, PlacedHome>): PlacedHome | null {
  if (key === undefined) return null;
  const found = homes.get(key);
  if (found === undefined) throw new Error(`no home is called ${key}`);
  return found;
}

function idsFor(keys: readonly string[], newId: Context['newId']): ReadonlyMap<string, string> {
  return new Map(keys.map((key) => [key, newId<string>()]));
}
