/** Fills a message's {link} and {code} as it leaves, in the transaction that claims it: the secrets stand in no row. */
import { addDays } from '../facts/days.js';
import type { Trx } from '../store/database.js';
import { mintPapersLink } from '../store/handovers.js';
import { mintOneTimeCode } from '../store/one-time-codes.js';
import type { OutgoingMessage } from '../store/outbox.js';
import { type LinkPurpose, mintLink } from '../store/resident-links.js';
import { siteAddress } from '../store/site-settings.js';
import { londonDay } from '../store/today.js';

/** A second link, by which somebody says that they want no more such questions. */
async function withStop(trx: Trx, { link }: OutgoingMessage, text: string, house: string, now: Date): Promise<string> {
  const stop = await mintLink(trx, {
    purpose: 'survey-stop',
    caseId: null,
    person: link?.person ?? null,
    about: null,
    until: addDays(londonDay(now), link?.forDays ?? 0),
  });
  const address = `${await siteAddress(trx, house)}/link/${stop}`;
  return text.replaceAll('{stop}', () => address);
}

/** The message's text as it leaves. `house`: the address of this installation. */
export async function fillMessage(trx: Trx, message: OutgoingMessage, house: string, now: Date): Promise<string> {
  const { link, code, caseId } = message;
  let text = message.body;
  if (link?.purpose === 'papers' && link.about !== null) {
    const secret = await mintPapersLink(trx, link.about);
    text = text.replaceAll('{link}', () => `${house}/papers/${trx.landlordId}/${secret}`);
  } else if (link !== null) {
    const secret = await mintLink(trx, {
      purpose: link.purpose as LinkPurpose,
      caseId,
      person: link.person,
      about: link.about,
      until: addDays(londonDay(now), link.forDays),
    });
    const address = `${await siteAddress(trx, house)}/link/${secret}`;
    text = text.replaceAll('{link}', () => address);
    if (text.includes('{stop}')) text = await withStop(trx, message, text, house, now);
  }
  if (code !== null) {
    const digits = await mintOneTimeCode(trx, { request: code.request }, now);
    text = text.replaceAll('{code}', () => digits);
  }
  return text;
}
