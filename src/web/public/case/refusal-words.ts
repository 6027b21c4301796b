/** What a decision refused, as a resident reads it: what it means for them and what they can do. */
import type { Refusal } from '../../../complaint/refusals.js';
import { type Say, sentence } from '../site/say.js';

const known: Readonly<Record<string, string>> = {
  'no-access': sentence('You can no longer see or change this case.'),
  'import-taken-back': sentence('This case came here by mistake, so nothing can be added to it. Ring us.'),
  withdrawn: sentence('This was withdrawn. If it troubles you again, send us a message: we open it anew.'),
  'already-withdrawn': sentence('This has been withdrawn already.'),
  refused: sentence('We refused this complaint. You can ask the Housing Ombudsman to look at that.'),
  'already-refused': sentence('We refused this already, so there is nothing left to withdraw.'),
  'already-answered': sentence('We have answered this already, so there is nothing left to withdraw.'),
  'not-logged': sentence('We have not decided yet what this is. We tell you as soon as we have.'),
  'not-a-complaint': sentence('This is not logged as a complaint. If you think that this is wrong, tell us so.'),
  'stage-1-answered': sentence('We have answered stage 1. If you are not satisfied, ask us to look at it again.'),
  'stage-2-answered': sentence('We have sent you our final answer. You can go to the Housing Ombudsman now.'),
  'already-escalated': sentence('You have asked us to look at it again already.'),
  'already-a-complaint': sentence('This is a complaint already.'),
  'already-chosen': sentence('You have told us this already, and your complaint has a reference of its own.'),
  'already-done': sentence('This has been done already.'),
  'no-such-remedy': sentence('We do not find that offer in your case. Go back to your case and choose it again.'),
  'no-such-promise': sentence('We do not find that promise in your case. Go back to your case and choose it again.'),
  'no-such-point': sentence('We do not find that point in your case. Go back to your case and choose it again.'),
  'point-gone': sentence('One of the points you chose is no longer looked at by itself. Choose again.'),
  'points-missing': sentence('Choose the points you want us to look at again.'),
  'nothing-shared': sentence('There are no findings to comment on now. Send us a message instead.'),
  'not-in-force': sentence('No limit on how you contact us holds here any more.'),
  'appealed-already': sentence(
    'You have told us already that you think this is wrong. Send us a message if there is more to say.',
  ),
  'already-added': sentence('We have this file already.'),
};

/** One refusal in a resident's words; what has none of its own says where to turn. */
export function sayRefusal(say: Say, { code }: Refusal): string {
  const words = known[code];
  return words === undefined
    ? say('This could not be done, and nothing was changed. Send us a message about it, or ring us.')
    : say(words);
}
