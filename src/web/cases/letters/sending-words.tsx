/** What staff read of a letter or a message on its way: the way, how far it is, and what troubles it, in plain words. */
import type { VNode } from 'preact';
import { inShortWords } from '../../../facts/days.js';
import type { LetterSending, LetterWay } from '../../../store/letter-sendings.js';
import type { MessagePurpose, OutgoingMessage } from '../../../store/outbox.js';
import { Tag } from '../../ui/components.js';

export const wayWords: Readonly<Record<LetterWay, string>> = {
  smtp: 'E-mail',
  'notify-email': 'E-mail by GOV.UK Notify',
  'notify-letter': 'Post by GOV.UK Notify',
  supplier: 'Post by the mailing supplier',
  print: 'Post, printed here',
  posted: 'Post',
  'by-hand': 'By hand',
};

type Shown = Pick<LetterSending, 'state' | 'tries' | 'trouble' | 'acceptedOn'>;

interface Words {
  readonly text: string;
  readonly colour: 'green' | 'blue' | 'yellow' | 'red' | 'grey';
}

const states: Readonly<Record<LetterSending['state'], Words>> = {
  held: { text: 'Held', colour: 'yellow' },
  waiting: { text: 'Waiting to leave', colour: 'yellow' },
  sending: { text: 'Leaving now', colour: 'blue' },
  'with-supplier': { text: 'With the supplier', colour: 'blue' },
  'to-print': { text: 'To be printed', colour: 'yellow' },
  sent: { text: 'Sent', colour: 'green' },
  posted: { text: 'Posted', colour: 'green' },
  delivered: { text: 'Delivered', colour: 'green' },
  returned: { text: 'Came back', colour: 'red' },
  failed: { text: 'Not delivered', colour: 'red' },
  unsure: { text: 'May not have left', colour: 'red' },
  stopped: { text: 'Stopped', colour: 'red' },
  never: { text: 'Not sent: demonstration', colour: 'grey' },
};

/** How far a letter is: a tag, the day it left, how often it was tried, what is in its way. */
export function SendingState({ sending }: { readonly sending: Shown }): VNode {
  return <State words={states[sending.state]} shown={sending} left={sending.acceptedOn} />;
}

/** The same for a message that the product wrote. */
export function MessageState({ message }: { readonly message: OutgoingMessage }): VNode {
  return <State words={states[message.state]} shown={message} left={null} />;
}

function State({
  words,
  shown,
  left,
}: {
  readonly words: Words;
  readonly shown: Pick<Shown, 'tries' | 'trouble'>;
  readonly left: Shown['acceptedOn'];
}): VNode {
  const tried = shown.tries > 1 ? `Tried ${shown.tries} times. ` : '';
  const more = `${left === null ? '' : `It left on ${inShortWords(left)}. `}${tried}${shown.trouble ?? ''}`.trim();
  return (
    <>
      <Tag colour={words.colour}>{words.text}</Tag>
      {more === '' ? null : <span class="app-caption">{more}</span>}
    </>
  );
}

export const purposeWords: Readonly<Record<MessagePurpose, string>> = {
  receipt: 'Receipt',
  'one-time-code': 'Code to come in',
  'draft-link': 'Link to what was begun',
  'confirm-change': 'Asking to confirm a change',
  'authority-asked': 'Asking who may act',
  'promise-asked': 'Asking whether a promise was kept',
  'survey-asked': 'Asking how it was handled',
  update: 'News of the case',
  'on-call': 'Call to whoever is on call',
  'staff-alert': 'Alert to staff',
  'read-back': 'What was understood, read back',
  papers: 'Papers to fetch',
};
