import { type Day, inWords } from '../../facts/days.js';
import type {
  Authority,
  CaseId,
  Channel,
  File,
  Happened,
  HazardKind,
  Hearer,
  HomeId,
  PersonId,
  RepresentativeRole,
  Tenure,
} from '../../facts/happened.js';
import { no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface ReceiveRequest {
  /** When the landlord first heard, through anyone: the day from which the Code counts. */
  readonly on: Day;
  readonly channel: Channel;
  readonly firstHeardBy: Hearer;
  readonly text: string;
  readonly files: readonly File[];
  readonly person: PersonId | null;
  readonly home: HomeId | null;
  readonly tenure: Tenure;
  readonly group: readonly PersonId[];
  readonly hazards: readonly HazardKind[];
  /** When someone writes for the resident: an MP, a daughter, a support worker (1.3, 3.6). */
  readonly sender: {
    readonly person: PersonId;
    readonly role: RepresentativeRole;
    readonly authority: Authority;
  } | null;
  /** A case that this one goes back to. */
  readonly earlier: CaseId | null;
}

/**
 * 3.2: a contact is received in any way, by anyone, on any day up to today. It waits for neither a name nor an address:
 * its words, or a file that holds them, are enough.
 */
export function mayReceive(request: ReceiveRequest, context: Context): Decision {
  const { on, channel, firstHeardBy, text, files, person, home, tenure, group, hazards, sender, earlier } = request;
  return unless(
    [
      on > context.today
        ? no(
            'in-the-future',
            `Nothing can be received after today, ${inWords(context.today)}. Enter the day it was first heard.`,
            {
              field: 'on',
            },
          )
        : null,
      text.trim() === '' && files.length === 0
        ? no('text-missing', 'Write down what the resident said or wrote, or add the file that holds it.', {
            field: 'text',
          })
        : null,
      sender !== null && sender.person === person
        ? no('sender-is-resident', 'The sender and the resident are the same person. Leave the sender out.', {
            field: 'sender',
          })
        : null,
    ],
    () => {
      const happened: Happened[] = [
        {
          what: {
            type: 'Received',
            channel,
            firstHeardBy,
            words: context.keep(text),
            files,
            person,
            home,
            tenure,
            group: [...new Set(group)].filter((member) => member !== person),
            hazards,
          },
          on,
        },
      ];
      if (sender !== null)
        happened.push({
          what: { type: 'RepresentativeAuthorised', ...sender, evidence: null, until: null, note: null },
          on,
        });
      if (earlier !== null)
        happened.push({ what: { type: 'CaseLinked', to: earlier, relation: 'earlier-case', reason: null }, on });
      return allow(happened);
    },
  );
}
