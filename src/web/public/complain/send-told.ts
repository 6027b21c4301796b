/**
 * Sending what was told: the case it opens, or the emergency's case that it joins; what an officer has to see; the
 * receipt. One transaction, once for a draft, however often the button is pressed.
 */

import { usualAdjustmentReview } from '../../../complaint/adjustment-review.js';
import { canBeSent } from '../../../complaint/telling/questions.js';
import {
  mayReceiveEmergency,
  mayReceiveRest,
  mayReceiveTold,
  type ReceiveToldRequest,
} from '../../../complaint/telling/receive-told.js';
import { saysToActFor } from '../../../complaint/telling/suggested.js';
import { canBeReached, nothingTold, type Told } from '../../../complaint/telling/told.js';
import type { CaseId, PersonId } from '../../../facts/happened.js';
import { actWithin, type Done, openWithin, type Who } from '../../../store/act.js';
import { raiseAlarm } from '../../../store/alarms.js';
import { noteArrival } from '../../../store/arrivals.js';
import { type Draft, findDraft, noteEmergency, noteSent } from '../../../store/complaint-drafts.js';
import type { Trx } from '../../../store/database.js';
import { keepFormTold } from '../../../store/form-told.js';
import { useForm } from '../../../store/form-use.js';
import { makePerson } from '../../../store/people.js';
import { whichHome } from '../../staff/who-and-where.js';
import type { SiteVisit } from '../../visit.js';
import { noteWhatToSee } from './note-to-see.js';
import { queueReceipt } from './receipt.js';
import { toldMore, type WhoTold, whoTold } from './who-told.js';

export type SentTold =
  | { readonly is: 'sent'; readonly caseId: CaseId }
  | { readonly is: 'nothing' }
  | { readonly is: 'gone' }
  | { readonly is: 'wait'; readonly wait: number };

/** The people of a telling: whom it is about, who wrote it, and who else is named. */
export interface ToldPeople {
  readonly resident: WhoTold | null;
  readonly sender: WhoTold | null;
  readonly group: readonly PersonId[];
  /** Whose hand it is: there is always one, if only a number. */
  readonly by: PersonId;
}

export async function sendDraft(visit: SiteVisit, id: string): Promise<SentTold> {
  return visit.db(async (trx) => {
    const draft = await findDraft(trx, id, { hold: true });
    if (draft === null) return { is: 'gone' };
    if (draft.sentCase !== null) return { is: 'sent', caseId: draft.sentCase };
    if (!canBeSent(draft.told)) return { is: 'nothing' };
    const { wait } = await useForm(trx, { what: 'sent', by: visit.network });
    if (wait > 0) return { is: 'wait', wait };
    const people = await peopleOf(trx, draft);
    const done = await record(trx, visit, draft, people);
    await keepFormTold(trx, done.caseId, draft.told, { knownPerson: people.resident?.known ?? false });
    // Whoever said it on the way, and never came by the page for it, is in no less danger.
    if (draft.told.risk === 'now' && draft.emergencyCase === null) await wakeSomebody(trx, visit, done.caseId, people);
    await noteWhatToSee(trx, visit, { draft, done, people });
    await queueReceipt(trx, visit, draft.told, done);
    const session = visit.resident?.id ?? null;
    await noteSent(trx, draft.id, { caseId: done.caseId, session, now: new Date(visit.now) });
    return { is: 'sent', caseId: done.caseId };
  });
}

async function record(trx: Trx, visit: SiteVisit, draft: Draft, people: ToldPeople): Promise<Done> {
  const now = new Date(visit.now);
  const who = whoTells(visit, people);
  const request = await requestOf(trx, visit, draft, people);
  const outcome =
    draft.emergencyCase === null
      ? await openWithin(trx, who, { now }, (context) => mayReceiveTold(request, context))
      : await actWithin(trx, who, { ref: draft.emergencyCase, expectedVersion: null, now }, ({ case: c }, context) =>
          mayReceiveRest(c, request, context),
        );
  // The form has asked for all that a decision needs.
  if (outcome.is !== 'done') throw new Error(`what the form told could not be recorded: ${outcome.is}`);
  return outcome;
}

export type EmergencyTold =
  | { readonly is: 'recorded'; readonly caseId: CaseId }
  /** There is nobody to come to: only what to ring helps. */
  | { readonly is: 'no-way' }
  | { readonly is: 'wait'; readonly wait: number };

/** Records an emergency the moment there is a way of reaching anybody, and wakes whoever is on call. Once for a draft. */
export async function tellEmergency(trx: Trx, visit: SiteVisit, id: string): Promise<EmergencyTold> {
  const draft = await findDraft(trx, id, { hold: true });
  if (draft === null || draft.sentCase !== null) return { is: 'no-way' };
  if (draft.emergencyCase !== null) return { is: 'recorded', caseId: draft.emergencyCase };
  if (!canBeReached(draft.told) && draft.told.home.address.trim() === '') return { is: 'no-way' };
  const { wait } = await useForm(trx, { what: 'emergency', by: visit.network });
  if (wait > 0) return { is: 'wait', wait };
  const people = await peopleOf(trx, draft);
  const request = await requestOf(trx, visit, draft, people);
  const now = new Date(visit.now);
  const done = await openWithin(trx, whoTells(visit, people), { now }, (context) =>
    mayReceiveEmergency(request, context),
  );
  if (done.is !== 'done') throw new Error('an emergency could not be recorded');
  await keepFormTold(trx, done.caseId, draft.told, { knownPerson: people.resident?.known ?? false });
  const fresh = ![people.sender, people.resident].some((who) => who?.person === people.by && who.known);
  await noteEmergency(trx, draft.id, { caseId: done.caseId, person: fresh ? people.by : null });
  await wakeSomebody(trx, visit, done.caseId, people);
  return { is: 'recorded', caseId: done.caseId };
}

async function wakeSomebody(trx: Trx, visit: SiteVisit, caseId: CaseId, { resident }: ToldPeople): Promise<void> {
  await raiseAlarm(trx, caseId, new Date(visit.now));
  await noteArrival(trx, {
    key: `emergency:${caseId}`,
    kind: 'emergency',
    caseId,
    seq: 1,
    person: resident?.person ?? null,
    channel: 'web-form',
    arrivedOn: visit.today,
    note: 'The form was told that somebody is in danger now.',
  });
}

function whoTells({ landlord }: SiteVisit, { by }: ToldPeople): Who {
  return { landlordId: landlord.id, staff: null, roles: [], recordedBy: { person: by } };
}

async function peopleOf(trx: Trx, { told, person, emergencyCase }: Draft): Promise<ToldPeople> {
  const acting = saysToActFor(told) !== null;
  // Whoever told an emergency is the same when the rest comes.
  const again = emergencyCase === null ? null : person;
  const home = acting ? '' : [told.home.address, told.home.postcode].filter((part) => part.trim() !== '').join(', ');
  const you = again === null ? await whoTold(trx, told.you, home) : await toldMore(trx, again, told.you, home);
  const resident = acting ? await whoTold(trx, told.resident) : you;
  const sender = acting ? (you ?? (await nobody(trx))) : null;
  const group: PersonId[] = [];
  if (told.teller === 'group')
    for (const { name, reach } of told.others) {
      const other = await whoTold(trx, reachOf(name, reach));
      if (other !== null) group.push(other.person);
    }
  const by = (sender ?? resident)?.person ?? (await makePerson(trx, { name: null }));
  return { resident, sender, group, by };
}

async function nobody(trx: Trx): Promise<WhoTold> {
  return { person: await makePerson(trx, { name: null }), known: false, differs: false };
}

function reachOf(name: string, reach: string): Told['you'] {
  const none = nothingTold.you;
  if (reach.includes('@')) return { ...none, name, email: reach };
  return reach.replaceAll(/\D/g, '').length >= 6 ? { ...none, name, phone: reach } : { ...none, name };
}

async function requestOf(trx: Trx, visit: SiteVisit, draft: Draft, people: ToldPeople): Promise<ReceiveToldRequest> {
  const { told } = draft;
  const { home, tenure } = await whichHome(trx, {
    name: null,
    email: null,
    phone: null,
    address: told.home.address.trim() || null,
    postcode: told.home.postcode.trim() || null,
  });
  return {
    on: visit.today,
    told,
    files: draft.files.map(({ file }) => file),
    person: people.resident?.person ?? null,
    sender: people.sender?.person ?? null,
    home,
    tenure,
    group: people.group,
    reviewOn: usualAdjustmentReview(visit.today),
  };
}
