/** Tries a mailbox as it is set up, for the person who set it up: signs in, opens the folder, reads no message. */
import { type Database, inLandlord, type LandlordId } from '../store/database.js';
import { keepSecret } from '../store/landlord-secrets.js';
import { type Mailbox, secretOf, secretsOf } from '../store/mailboxes.js';
import { type OpenRules, openMailbox } from './mailbox-connection.js';

export interface Tried {
  readonly ok: boolean;
  /** One sentence. */
  readonly words: string;
}

/** Says whether it can be read, and if not why not. */
export async function tryMailbox(
  place: { readonly db: Database; readonly landlordId: LandlordId },
  box: Mailbox,
  rules: OpenRules,
): Promise<Tried> {
  const secrets = await inLandlord(place.db, place.landlordId, (trx) => secretsOf(trx, box.id));
  const opened = await openMailbox(box, secrets, rules);
  if (!opened.ok) return { ok: false, words: opened.why };
  const { exists } = opened.folder;
  opened.client.close();
  const { refreshToken } = opened;
  if (refreshToken !== null)
    await inLandlord(place.db, place.landlordId, (trx) =>
      keepSecret(trx, secretOf(box.id, 'refresh token'), refreshToken),
    );
  const lies = exists === 1 ? 'one message lies' : `${exists.toLocaleString('en-GB')} messages lie`;
  return { ok: true, words: `It works: the folder can be read, and ${lies} in it.` };
}
