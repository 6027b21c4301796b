/** The plain rows of the demonstration, each kind written in one statement. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CaseId } from '../../src/facts/happened.js';
import { plainText } from '../../src/letters/plain-text.js';
import type { Trx } from '../../src/store/database.js';
import { fileDigest, type Stored } from '../../src/store/documents.js';
import type { Played } from './play.js';
import type { PlacedHome, PlacedPerson } from './world.js';

export async function writeHomes(trx: Trx, homes: readonly PlacedHome[]): Promise<void> {
  const rows = homes.map(({ id, address, postcode, uprn, tenure, area, ward, block }) => ({
    id,
    address,
    postcode,
    uprn,
    tenure,
    area,
    ward,
    block,
  }));
  await sql`
    insert into home (landlord_id, id, address, postcode, uprn, tenure, area, ward, block)
    select ${trx.landlordId}, r.id, r.address, r.postcode, r.uprn, r.tenure, r.area, r.ward, r.block
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, address text, postcode text, uprn text,
      tenure text, area text, ward text, block text)`.execute(trx);
}

export async function writePeople(trx: Trx, people: readonly PlacedPerson[]): Promise<void> {
  const rows = people.map(({ id, name, language }) => ({ id, name, language: language ?? null }));
  await sql`
    insert into person (landlord_id, id, name, language)
    select ${trx.landlordId}, r.id, r.name, r.language
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, name text, language text)`.execute(trx);
  const ways = people.flatMap((person) =>
    waysOf(person).map((way) => ({ ...way, id: randomUUID(), person_id: person.id })),
  );
  await sql`
    insert into person_way (landlord_id, person_id, id, kind, value, standing, preferred)
    select ${trx.landlordId}, r.person_id, r.id, r.kind, r.value, r.standing, r.preferred
    from json_to_recordset(${JSON.stringify(ways)}::json) as r (person_id uuid, id uuid, kind text, value text,
      standing text, preferred boolean)`.execute(trx);
}

function waysOf(person: PlacedPerson) {
  const { email, phone, mobile, prefers, place, safeAddress } = person;
  const ordinary = 'ordinary' as const;
  const way = (kind: string, value: string, standing: 'ordinary' | 'safe' | 'unsafe' = ordinary) => ({
    kind,
    value,
    standing,
    preferred: kind === prefers && standing !== 'unsafe',
  });
  const home = place === null ? null : `${place.address}, ${place.postcode}`;
  return [
    ...(email === undefined ? [] : [way('email', email)]),
    ...(phone === undefined ? [] : [way('phone', `01632 960${phone}`)]),
    ...(mobile === undefined ? [] : [way('phone', `07700 900${mobile}`), way('text-message', `07700 900${mobile}`)]),
    ...(safeAddress === undefined ? [] : [way('post', safeAddress, 'safe')]),
    ...(home === null ? [] : [way('post', home, safeAddress === undefined ? 'ordinary' : 'unsafe')]),
  ];
}

export interface KeptFile {
  readonly salt: Buffer;
  readonly stored: Stored;
}

/** Before the histories that name them: what names a file gives it its case. */
export async function writeFiles(trx: Trx, files: readonly KeptFile[]): Promise<void> {
  const rows = files.map(({ salt, stored }) => ({
    digest: fileDigest(salt, stored),
    salt: salt.toString('hex'),
    content: stored.content,
    size: stored.size,
    type: stored.type,
    name: stored.name,
  }));
  await sql`
    insert into file (landlord_id, digest, salt, content, size, type, name)
    select ${trx.landlordId}, decode(r.digest, 'hex'), decode(r.salt, 'hex'), decode(r.content, 'hex'), r.size, r.type,
      r.name
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (digest text, salt text, content text, size bigint,
      type text, name text)`.execute(trx);
  await sql`
    insert into file_made (landlord_id, digest, by_whom)
    select ${trx.landlordId}, decode(r.digest, 'hex'), 'demonstration'
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (digest text)`.execute(trx);
}

/** What became of the letters: a demonstration never sends, so they are marked as never sent. */
export async function writeSendings(trx: Trx, played: readonly Played[]): Promise<void> {
  const rows = played.flatMap((one) =>
    one.sendings.map(({ letter, how, as, file, at }) => ({
      case_id: one.case.id,
      seq: seqOf(one, letter),
      letter_id: letter,
      how,
      address: null,
      recipient: as.to.name,
      subject: `${as.title} (${as.reference})`,
      body: plainText(as),
      file,
      changed_at: at,
    })),
  );
  await sql`
    insert into letter_sending (landlord_id, case_id, seq, letter_id, how, address, recipient, subject, body, file,
      state, changed_at)
    select ${trx.landlordId}, r.case_id, r.seq, r.letter_id, r.how, r.address, r.recipient, r.subject, r.body,
      decode(r.file, 'hex'), 'never', r.changed_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (case_id uuid, seq integer, letter_id uuid, how text,
      address text, recipient text, subject text, body text, file text, changed_at timestamptz)`.execute(trx);
}

function seqOf(
  { case: c, key }: { readonly case: { readonly id: CaseId } & Played['case']; readonly key: string },
  letter: string,
): number {
  const entry = c.history.find(({ what }) => what.type === 'LetterSent' && what.letter === letter);
  if (entry === undefined) throw new Error(`a letter of ${key} was never sent`);
  return entry.seq;
}
