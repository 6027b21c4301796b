/** Somebody of a case at the residents' site, let in as by a link. */
import assert from 'node:assert/strict';
import type { CaseId, PersonId } from '../../src/facts/happened.js';
import { inLandlord } from '../../src/store/database.js';
import { publicSlug } from '../../src/store/publications.js';
import { openResidentSession } from '../../src/store/resident-sessions.js';
import { type TestWeb, Visitor } from './web.js';

export interface ResidentIn {
  readonly visitor: Visitor;
  /** '/residents/meadow-homes/case' */
  readonly casePath: string;
  readonly base: string;
  readonly cookie: { readonly name: string; readonly value: string; readonly url: string };
}

/** Lets a person of a case in, as if by a link or their code. */
export async function residentIn(web: TestWeb, caseId: CaseId, person: PersonId | null): Promise<ResidentIn> {
  assert.ok(person !== null, 'the case names nobody');
  const { base, secret } = await inLandlord(web.db, web.landlordId, async (trx) => ({
    base: `/residents/${await publicSlug(trx)}`,
    secret: await openResidentSession(trx, { purpose: 'follow', caseId, person, about: null, way: 'link' }, new Date()),
  }));
  const visitor = new Visitor(web.url);
  const cookie = { name: 'putright-resident-follow', value: `${web.landlordId}.${secret}`, url: web.url };
  visitor.cookies.set(cookie.name, cookie.value);
  return { visitor, base, casePath: `${base}/case`, cookie };
}
