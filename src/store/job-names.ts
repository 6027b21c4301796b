/**
 * Every job by its name, with what it is told. Ids, days and digests alone: a job holds no resident's words, name or
 * health. Each name has a handler in src/jobs; the compiler sees to it.
 */
import type { CaseId, LetterId } from '../facts/happened.js';

export interface Jobs {
  /** Sends a letter by e-mail; the entry is its LetterSent. */
  'send-letter': { readonly letter: LetterId };
  /** Tries a letter again, after a pause or when what held it is over. */
  'send-letter-again': { readonly case: CaseId; readonly seq: number };
  /** What has become of letters: a supplier's answers, what stayed in the house, what lost its job. */
  'see-to-letters': { readonly at: string };
  /** Sends a message that the product writes: a receipt, a code, a question, an alert. */
  'send-message': { readonly message: string };
  /** Looks whom a request for a code is of, and sends it if it is one's own. */
  'answer-code-request': { readonly request: string };
  /** Chains a landlord's heads of that day to the anchor before. */
  'take-anchor': { readonly day: string };
  /** Tells whoever was asked for words of a report that they are wanted. */
  'remind-report-asks': { readonly day: string };
  /** Tells whoever looks after a piece of evidence that it expires, or is to be reviewed. */
  'remind-evidence': { readonly day: string };
  /** Tells whoever sees to an improvement, or reviews it, that it is due. */
  'remind-improvements': { readonly day: string };
  /** Tells whoever sees to a promise that it is due or late, and managers of what has been late for a week. */
  'remind-promises': { readonly day: string };
  /** Tells whoever sees to it of what an Ombudsman waits for, by its date. */
  'remind-ombudsman': { readonly day: string };
  /** Tells whoever sees to a restriction or a safety marker that its review is due or late. */
  'remind-behaviour': { readonly day: string };
  /** Makes the packs whose day has come. */
  'make-packs': { readonly day: string };
  /** Puts papers together for somebody outside, from where it was. */
  'make-bundle': { readonly bundle: string };
  /** Reads a register that was sent: what its columns seem to mean, or what taking it would do. */
  'read-register': { readonly sent: string };
  /** Takes a register's rows as cases, from where it was. */
  'take-register': { readonly import: string };
  /** Throws away registers that were sent and not taken up for a month. */
  'forget-registers': { readonly day: string };
  /** Takes an import's cases back, from where it was. */
  'take-register-back': { readonly import: string };
  /** Sums up what cases show, so that a year of it is read at once. */
  'fold-shown': { readonly day: string };
  /** Asks residents whether what was promised happened, and how a complaint was handled that has closed. */
  'ask-residents': { readonly day: string };
  /** Reads the words of new complaints for themes. */
  'read-themes': { readonly day: string };
  /** Rings whoever is on call for an emergency. `ring` tells one ring from the next. */
  'ring-on-call': { readonly alarm: string; readonly ring: number | string };
  /** Erases what was begun and not sent for thirty days. */
  'forget-drafts': { readonly day: string };
  /** Reads scanned post that came: its pages, its barcodes, its words. All that waits. */
  'read-scans': Readonly<Record<string, never>>;
  /** Looks at files that were sent: the virus scan, then pictures and words of them. All that wait. */
  'look-at-files': Readonly<Record<string, never>>;
}

export type JobName = keyof Jobs;
