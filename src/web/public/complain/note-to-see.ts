/** What of a form an officer has to see beside the case itself: who says that they act for somebody, ways that differ. */
import { adjustmentsToAgree, authoritySettledBy } from '../../../complaint/telling/suggested.js';
import type { Claim } from '../../../complaint/telling/told.js';
import type { Done } from '../../../store/act.js';
import { noteArrival } from '../../../store/arrivals.js';
import { askForAuthority, stoodBefore } from '../../../store/ask-authority.js';
import type { Draft } from '../../../store/complaint-drafts.js';
import type { Trx } from '../../../store/database.js';
import type { SiteVisit } from '../../visit.js';
import type { ToldPeople } from './send-told.js';

const claimed: Readonly<Record<Claim, string>> = {
  'signed-form': 'They say that the resident has signed a form. Look for it among the files.',
  'resident-told-us': 'They say that the resident can tell us so.',
  'power-of-attorney': 'They say that they have a power of attorney. Ask to see it.',
  'court-order': 'They say that they are the resident’s deputy by order of a court. Ask to see it.',
  probate: 'They say that the resident has died and that they deal with the estate. Ask to see the grant.',
  'not-yet': 'They say that the resident has not agreed yet.',
};

/** What the officer does about it. Whoever has died is never written to, and a paper is asked of whoever holds it. */
function settling(by: ReturnType<typeof authoritySettledBy>, asked: 'asked' | 'no-way'): string {
  if (by === 'grant')
    return 'Nobody has written to the resident, and nobody should: ask whoever wrote for the grant, and settle it before any letter goes.';
  const until = 'Until it is settled, letters go to the resident.';
  if (by === 'document')
    return `The resident has not been asked: ask whoever wrote for a copy of the document, and look at it. ${until}`;
  return asked === 'asked'
    ? `The resident was asked by a link to a way that we had on record. ${until}`
    : `The resident has not been asked: every way of reaching them came from the person who says so. Check one, then ask. ${until}`;
}

interface Sent {
  readonly draft: Draft;
  readonly done: Done;
  readonly people: ToldPeople;
}

/** Notes what waits for an officer's eye. */
export async function noteWhatToSee(trx: Trx, visit: SiteVisit, { draft, done, people }: Sent): Promise<void> {
  const { told } = draft;
  const at = {
    caseId: done.caseId,
    seq: null,
    channel: 'web-form' as const,
    arrivedOn: visit.today,
  };
  if (draft.emergencyCase !== null)
    await noteArrival(trx, {
      ...at,
      key: `form-rest:${draft.id}`,
      kind: 'message',
      person: people.by,
      note: 'The rest of what was told with the emergency has come. Read it with the case.',
    });
  if (told.teller === 'for-someone' && people.sender !== null) {
    const by = authoritySettledBy(told);
    const asked =
      by === 'resident' &&
      people.resident?.known === true &&
      // The emergency's own case brought them here.
      draft.emergencyCase === null &&
      (await stoodBefore(trx, people.resident.person, done.caseId))
        ? await askForAuthority(trx, {
            caseId: done.caseId,
            reference: done.reference,
            resident: people.resident.person,
            representative: people.sender.person,
            landlord: visit.landlord.name,
            now: new Date(visit.now),
          })
        : 'no-way';
    await noteArrival(trx, {
      ...at,
      key: `authority:${draft.id}`,
      kind: 'new-authority',
      person: people.sender.person,
      note: [claimed[told.claim ?? 'not-yet'], settling(by, asked)].join(' '),
    });
  }
  for (const who of [people.resident, people.sender])
    if (who?.differs)
      await noteArrival(trx, {
        ...at,
        key: `ways:${draft.id}:${who.person}`,
        kind: 'contact-change',
        person: who.person,
        note: 'The form gave other ways of reaching them than those on record, or marked one as unsafe. Nothing was changed: confirm it by a way on record first.',
      });
  const toAgree = adjustmentsToAgree(told);
  if (toAgree.length > 0 || told.adjustmentWords.trim() !== '' || told.language.trim() !== '')
    await noteArrival(trx, {
      ...at,
      key: `adjustments:${draft.id}`,
      kind: 'message',
      person: people.resident?.person ?? people.by,
      note: 'They asked for adjustments that a person has to agree and arrange. They stand on the case.',
    });
}
