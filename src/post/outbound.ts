/** Letters by e-mail: the same text in the message, and the letter itself as a PDF beside it. */
import { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';

export interface Outgoing {
  readonly from: string;
  readonly replyTo: string | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** With its angle brackets: answers find their case by it. */
  readonly messageId: string;
  readonly pdf: { readonly name: string; readonly bytes: Buffer } | null;
  /** For what they can quote back to us; no words. '' for a message about no case. */
  readonly reference: string;
  /**
   * Written by the product itself (RFC 3834), so that robots do not answer it. One that answers a message has an empty
   * return path: nothing that can't be delivered comes back, and no loop begins.
   */
  readonly automatic?: 'replied' | 'generated';
  /** What it is called where it is carried, the same for each try; no words. Its Message-ID when it is left out. */
  readonly key?: string;
  /** It was tried before: who carries it may know of it already. */
  readonly again?: boolean;
}

export type Delivery =
  /** Accepted: from here on somebody else carries it. `id` is theirs. */
  | { readonly is: 'sent'; readonly id?: string }
  /** It lies where a supplier fetches it; they say when it is in the post. */
  | { readonly is: 'handed-over' }
  /** It has certainly not left, or can be asked for before it is sent again; another try may do. */
  | { readonly is: 'not-now'; readonly why: string; readonly until?: 'tomorrow' }
  /** It will not be delivered to this address. */
  | { readonly is: 'refused'; readonly why: string }
  /** The line broke after the letter was given and before the answer: it may have left. */
  | { readonly is: 'unsure'; readonly why: string };

export interface MailDoor {
  deliver(letter: Outgoing): Promise<Delivery>;
  /** What became of one that was leaving when its process ended; null or missing: nobody can say. */
  find?(key: string): Promise<Delivery | null>;
  close(): void;
}

/** A mail server. One connection a letter: a letter is rare and a stale connection is a lost one. */
export function mailDoor(server: string | SMTPTransport.Options): MailDoor {
  const transport = createTransport(server as string);
  return {
    deliver: (letter) => deliver(transport, letter),
    close: () => transport.close(),
  };
}

async function deliver(transport: Transporter, letter: Outgoing): Promise<Delivery> {
  const message = new MailComposer({
    from: letter.from,
    ...(letter.replyTo === null ? {} : { replyTo: letter.replyTo }),
    to: { name: oneLine(letter.to.name), address: letter.to.address },
    subject: oneLine(letter.subject),
    text: letter.text,
    textEncoding: 'quoted-printable',
    messageId: letter.messageId,
    attachments:
      letter.pdf === null
        ? []
        : [{ filename: letter.pdf.name, content: letter.pdf.bytes, contentType: 'application/pdf' }],
    headers: {
      ...(letter.reference === '' ? {} : { 'X-Putright-Reference': letter.reference }),
      ...(letter.automatic === undefined
        ? {}
        : { 'Auto-Submitted': `auto-${letter.automatic}`, 'X-Auto-Response-Suppress': 'All' }),
    },
    // Nothing in a letter may fetch a file or an address of its own.
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const envelope = { ...message.getEnvelope(), ...(letter.automatic === 'replied' ? { from: '' } : {}) };
  const bytes = await message.build();
  // The mail library reports a line that broke in the same way before and after the letter was given. Whether any of it
  // was asked for is what tells them apart.
  let given = false;
  const raw = Readable.from(
    (function* () {
      given = true;
      yield bytes;
    })(),
  );
  try {
    const info = (await transport.sendMail({ envelope, raw })) as { accepted?: readonly unknown[] };
    return (info.accepted?.length ?? 0) > 0
      ? { is: 'sent' }
      : { is: 'refused', why: 'The mail server accepted nobody.' };
  } catch (error) {
    return trouble(error as SmtpTrouble, given);
  }
}

interface SmtpTrouble {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** RFC 4954: to be signed in, more strongly, or again. */
const signInAnswers: ReadonlySet<number> = new Set([530, 534, 535, 538]);

/** What went wrong, in words without the address: they stand in lists and logs. */
function trouble({ code, responseCode, command }: SmtpTrouble, given: boolean): Delivery {
  const answer = responseCode === undefined ? '' : ` (answer ${responseCode})`;
  // Its own settings are wrong, or its account is closed: no fault of the address, which is tried again.
  if (code === 'EAUTH' || signInAnswers.has(responseCode ?? 0))
    return { is: 'not-now', why: `The mail server did not let us sign in${answer}.` };
  if (responseCode !== undefined && responseCode >= 500) {
    return {
      is: 'refused',
      why: `The mail server refused ${command === 'RCPT TO' || code === 'EENVELOPE' ? 'this address' : 'the letter'}${answer}.`,
    };
  }
  if (responseCode !== undefined)
    return { is: 'not-now', why: `The mail server asked us to try again later${answer}.` };
  return given
    ? { is: 'unsure', why: 'The line to the mail server broke while the letter was leaving.' }
    : { is: 'not-now', why: 'The mail server could not be reached.' };
}

/** What would end a header and begin another is a space. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** The domain of our Message-IDs: the sender's. */
export function domainOf(from: string): string {
  return /@([a-z0-9.-]+)/i.exec(from)?.[1]?.toLowerCase() ?? 'putright.invalid';
}
