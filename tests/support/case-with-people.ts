/** A case with a home, its resident, a member of a group and somebody who acts for the resident, for the doors' tests. */
import assert from 'node:assert/strict';
import { mayLog } from '../../src/complaint/may/log.js';
import { mayReceive } from '../../src/complaint/may/receive.js';
import { allow } from '../../src/complaint/refusals.js';
import type { Authority, CaseId, Happening, PersonId, StaffId } from '../../src/facts/happened.js';
import { act, openCase, type Who } from '../../src/store/act.js';
import { type Database, inLandlord, type LandlordId } from '../../src/store/database.js';
import { makeHome, makePerson, type NewWay } from '../../src/store/people.js';
import { londonDay } from '../../src/store/today.js';

export interface CaseWithPeople {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly resident: PersonId;
  readonly neighbour: PersonId;
  readonly daughter: PersonId;
  /** Records that something happened to the case. */
  happened(what: Happening): Promise<void>;
  authorise(authority: Authority, until?: string | null): Promise<void>;
  endAuthority(): Promise<void>;
}

export const postcode = 'LE6 7QP';
export const wordsOfTheCase = 'The ceiling of my bathroom has come down';

export async function caseWithPeople(
  db: Database,
  landlordId: LandlordId,
  staff: StaffId,
  ways: readonly NewWay[] = [{ kind: 'email', value: 'rosa@example.org' }],
): Promise<CaseWithPeople> {
  const who: Who = { landlordId, staff, roles: ['officer', 'manager'] };
  const people = await inLandlord(db, landlordId, async (trx) => ({
    resident: await makePerson(trx, { name: 'Rosa Whitby', ways }),
    neighbour: await makePerson(trx, { name: 'Noel Abbot' }),
    daughter: await makePerson(trx, { name: 'Dilys Whitby' }),
    home: await makeHome(trx, { address: '4 Orchard Row, Ashby', postcode }),
  }));
  const { resident, neighbour, daughter, home } = people;
  const opened = await openCase(db, who, { now: new Date() }, (context) =>
    mayReceive(
      {
        on: context.today,
        channel: 'phone',
        firstHeardBy: 'complaints-team',
        text: wordsOfTheCase,
        files: [],
        person: resident,
        home,
        tenure: 'LCRA',
        group: [neighbour],
        hazards: [],
        sender: null,
        earlier: null,
      },
      context,
    ),
  );
  assert.ok(opened.is === 'done');
  const logged = await act(
    db,
    who,
    { ref: opened.reference, expectedVersion: null, now: new Date() },
    (file, context) =>
      mayLog(
        file.case,
        {
          on: context.today,
          kind: 'complaint',
          area: null,
          category: null,
          hazards: [],
          triage: { complexity: 'simple', atRisk: false, earlyAnswer: false },
          voicesDissatisfaction: true,
          points: [],
        },
        context,
      ),
  );
  assert.equal(logged.is, 'done');
  const happened = async (what: Happening) => {
    const outcome = await act(db, who, { ref: opened.reference, expectedVersion: null, now: new Date() }, () =>
      allow([{ on: londonDay(new Date()), what }]),
    );
    assert.equal(outcome.is, 'done');
  };
  return {
    caseId: opened.caseId,
    reference: opened.reference,
    resident,
    neighbour,
    daughter,
    happened,
    authorise: (authority, until = null) =>
      happened({
        type: 'RepresentativeAuthorised',
        person: daughter,
        role: 'family-or-friend',
        authority,
        evidence: null,
        until: until as never,
        note: null,
      }),
    endAuthority: async () => {
      const outcome = await act(
        db,
        who,
        { ref: opened.reference, expectedVersion: null, now: new Date() },
        (_, context) =>
          allow([
            {
              on: context.today,
              what: { type: 'AuthorityEnded', person: daughter, reason: context.keep('She asked us to') },
            },
          ]),
      );
      assert.equal(outcome.is, 'done');
    },
  };
}
