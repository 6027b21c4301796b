/** Whose a message is: a colleague's, a web form's, or a resident's own. */
import { domainOf, type Mailbox, mailboxes } from './headers.js';
import type { Parts } from './parts.js';

const publicProviders =
  /^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|btinternet|btopenworld|sky|virginmedia|talktalk|ntlworld|blueyonder|tiscali|plusnet|proton|protonmail|pm|gmx|mail|zoho|fastmail|hey|tutanota|orange|o2|ee|vodafone|mail2world)\.(com|co\.uk|net|org|uk|me|fr|de|ie|ch|email)$/;

/** A domain at which anybody can have an address, so that it names nobody as a colleague. */
export function isPublicProvider(domain: string): boolean {
  return publicProviders.test(domain);
}

/** The landlord's own domains as it gave them: an address there is a colleague's. What a message says of itself adds none. */
export function ownDomains(given: readonly string[]): readonly string[] {
  return [
    ...new Set(given.map((domain) => domain.trim().toLowerCase().replace(/^@/, '')).filter((domain) => domain !== '')),
  ];
}

/** The domains of the addresses by which a mailbox is signed in to and answered. */
export function domainsOfMailbox(box: {
  readonly userName?: string;
  readonly replyAddress: string | null;
}): readonly string[] {
  return [box.userName ?? '', box.replyAddress ?? '']
    .filter((address) => address.includes('@'))
    .map((address) => domainOf(address.trim().toLowerCase()))
    .filter(namesALandlord);
}

/** Where a message says that it was sent: its sender wrote that, so it proves nobody. */
export function addressedDomains(parts: Parts): readonly string[] {
  return ['delivered-to', 'x-original-to', 'to']
    .flatMap((name) => mailboxes(parts.headers, name).slice(0, 1))
    .slice(0, 1)
    .map((box) => domainOf(box.address))
    .filter(namesALandlord);
}

function namesALandlord(domain: string): boolean {
  return !isPublicProvider(domain) && /\.[a-z]{2,}$/.test(domain);
}

export function isOurs(address: string, domains: readonly string[]): boolean {
  const domain = domainOf(address);
  return domains.some(
    (own) =>
      domain === own || domain.endsWith(`.${own}`) || (own.endsWith(`.${domain}`) && domain.split('.').length > 2),
  );
}

const formNames = /^(no-?reply|donotreply|web-?forms?|forms?|website|web)\b/;

/** An address in whose name a web form writes, by its looks. */
export function looksLikeAForm(address: string): boolean {
  return formNames.test(address);
}

/** A web form writes in its own name; who filled it in stands in Reply-To or in a line 'Email: …'. */
export function formWriter(parts: Parts, ours: readonly string[]): Mailbox | null {
  const lines =
    /^[ \t*]*(?:your |contact )?e-?mail(?: address)?[ \t]*:[ \t]*([^\s@<>]{1,100}@[^\s@<>]{1,150})[ \t]*$/im.exec(
      parts.text,
    );
  const name = /^[ \t*]*(?:your |full )?name[ \t]*:[ \t]*([^\n]{1,100})$/im.exec(parts.text)?.[1]?.trim() ?? '';
  const found =
    mailboxes(parts.headers, 'reply-to')[0] ?? (lines?.[1] ? { name, address: lines[1].toLowerCase() } : null);
  if (found === null || found.address === parts.from?.address || isOurs(found.address, ours)) return null;
  return { name: found.name || name, address: found.address };
}
