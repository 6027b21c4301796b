/** What was said to and by whom: the resident's thread, and apart from it what only staff see. */
import { Fragment, type VNode } from 'preact';
import { caseReaders } from '../../../complaint/roles.js';
import { channelWords, sendingWords } from '../../../complaint/standing-words.js';
import type { Entry } from '../../../facts/happened.js';
import { messagesOf, type OutgoingMessage } from '../../../store/outbox.js';
import { InsetText, Table } from '../../ui/components.js';
import { DayText, InstantText } from '../../ui/dates.js';
import { Scroll } from '../../ui/scroll.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import { casePage } from '../case-frame.js';
import { type CaseShown, personName, recordedByName, said, showCase, staffName, teamName } from '../case-shown.js';
import { MessageState, purposeWords } from '../letters/sending-words.js';

interface Line {
  readonly entry: Entry;
  readonly sender: string;
  readonly type: 'sent' | 'received';
  readonly text: string;
}

function thread(shown: CaseShown): readonly Line[] {
  return shown.case.history.flatMap((entry): Line[] => {
    const { what } = entry;
    const us = (text: string, how: string): Line[] => [
      { entry, sender: `${recordedByName(shown, entry.recordedBy)} ${how}`, type: 'sent', text },
    ];
    const them = (who: string, how: string, text: string): Line[] => [
      { entry, sender: `${who}, ${how}`, type: 'received', text },
    ];
    switch (what.type) {
      case 'Received':
        return them(personName(shown, what.person), channelWords[what.channel].toLowerCase(), said(shown, what.words));
      case 'MessageReceived':
        return them(personName(shown, what.from), channelWords[what.channel].toLowerCase(), said(shown, what.words));
      case 'EscalationRequested':
        return what.words === null
          ? []
          : them(personName(shown, what.from), channelWords[what.channel].toLowerCase(), said(shown, what.words));
      case 'UpdateGiven':
        return us(said(shown, what.words), sendingWords[what.how].toLowerCase());
      case 'ClarificationAsked':
        return us(said(shown, what.words), sendingWords[what.how].toLowerCase());
      case 'ServiceRequestAnswered':
        return us(said(shown, what.words), sendingWords[what.how].toLowerCase());
      case 'MessageSent':
        return us(
          said(shown, what.words),
          `to ${what.to.map((id) => personName(shown, id)).join(', ')}, ${sendingWords[what.how].toLowerCase()}`,
        );
      case 'Acknowledged':
        return what.note === null ? [] : us(said(shown, what.note), sendingWords[what.how].toLowerCase());
      case 'CommentsMade':
      case 'PositionHeard':
        return 'staff' in what.from
          ? []
          : them('The resident', what.type === 'PositionHeard' ? 'their side' : 'comments', said(shown, what.words));
      default:
        return [];
    }
  });
}

async function get(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  // Late recording is normal: the order is that of the days on which things were said.
  const lines = thread(shown).toSorted((a, b) => a.entry.happenedOn.localeCompare(b.entry.happenedOn));
  const written = await visit.db((trx) => messagesOf(trx, shown.case.id));
  return casePage(
    visit,
    shown,
    { tab: 'messages' },
    <>
      <div class="app-two">
        <section aria-labelledby="with-the-resident">
          <h2 class="govuk-heading-m" id="with-the-resident">
            With the resident
          </h2>
          {mayBegin(shown, visit, 'receive-message') ? (
            <p class="govuk-body">
              <a class="govuk-link" href={actPath(shown.case.reference, 'receive-message')}>
                Record a message from the resident
              </a>
              <br />
              <a class="govuk-link" href={actPath(shown.case.reference, 'write-to-resident')}>
                Write to the resident
              </a>
            </p>
          ) : null}
          {lines.length === 0 ? <InsetText text="Nothing yet." /> : <Thread lines={lines} />}
        </section>
        <section aria-labelledby="among-staff">
          <h2 class="govuk-heading-m" id="among-staff">
            Among staff only
          </h2>
          {mayBegin(shown, visit, 'note') ? (
            <p class="govuk-body">
              <a class="govuk-link" href={actPath(shown.case.reference, 'note')}>
                Add a note
              </a>
            </p>
          ) : null}
          <StaffNotes shown={shown} />
        </section>
      </div>
      <ByItself messages={written} />
    </>,
  );
}

/** What the product wrote by itself, without its words: which way it went, how far it is, and what troubles it. */
function ByItself({ messages }: { readonly messages: readonly OutgoingMessage[] }): VNode | null {
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="by-itself">
      <h2 class="govuk-heading-m govuk-!-margin-top-6" id="by-itself">
        Sent by Putright itself
      </h2>
      <Scroll label="Sent by Putright itself">
        <Table
          caption="Sent by Putright itself"
          captionClasses="govuk-visually-hidden"
          head={[{ text: 'What' }, { text: 'When' }, { text: 'Way' }, { text: 'State' }]}
          rows={messages.map((message) => [
            { text: purposeWords[message.purpose] },
            { html: <InstantText at={message.queuedAt} /> },
            { text: message.kind === 'email' ? 'E-mail' : 'Text' },
            { html: <MessageState message={message} /> },
          ])}
        />
      </Scroll>
    </section>
  );
}

/** In MOJ's look, not by its macro: that gives each message the hour at which it was recorded, and it was not said then. */
function Thread({ lines }: { readonly lines: readonly Line[] }): VNode {
  return (
    <div class="moj-messages-container">
      <div class="moj-message-list">
        {lines.map(({ entry, sender, type, text }, index) => (
          <Fragment key={entry.seq}>
            {lines[index - 1]?.entry.happenedOn === entry.happenedOn ? null : (
              <DayText day={entry.happenedOn} class="moj-message-list__date" />
            )}
            <div id={`entry-${entry.seq}`} class={`moj-message-item moj-message-item--${type}`}>
              <p class={`moj-message-item__text moj-message-item__text--${type} app-quote`}>{text}</p>
              <div class="moj-message-item__meta">
                <span class="moj-message-item__meta--sender">{sender}</span>
              </div>
            </div>
          </Fragment>
        ))}
      </div>
    </div>
  );
}

function StaffNotes({ shown }: { readonly shown: CaseShown }): VNode {
  const notes = shown.case.history.flatMap((entry) => {
    const { what } = entry;
    switch (what.type) {
      case 'NoteMade':
        return [{ entry, who: 'Note', text: said(shown, what.words) }];
      case 'InformationAsked':
        return [{ entry, who: `Asked of ${teamName(shown, what.of)}`, text: said(shown, what.words) }];
      case 'InformationChased':
        return [{ entry, who: 'Chased', text: said(shown, what.words) }];
      case 'InformationReceived':
        return [{ entry, who: 'Their answer', text: said(shown, what.words) }];
      case 'PositionHeard':
        return 'staff' in what.from
          ? [{ entry, who: `${staffName(shown, what.from.staff)}’s side`, text: said(shown, what.words) }]
          : [];
      case 'CommentsMade':
        return 'staff' in what.from
          ? [{ entry, who: `${staffName(shown, what.from.staff)}’s comments`, text: said(shown, what.words) }]
          : [];
      default:
        return [];
    }
  });
  if (notes.length === 0) return <InsetText text="No notes yet." />;
  return (
    <ol class="app-list">
      {notes.map(({ entry, who, text }) => (
        <li key={entry.seq} class="app-list__item">
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>{who}</strong>, {recordedByName(shown, entry.recordedBy)}, <DayText day={entry.happenedOn} short />
          </p>
          <p class="govuk-body app-quote govuk-!-margin-bottom-0">{text}</p>
        </li>
      ))}
    </ol>
  );
}

export const caseMessages = screen({ path: '/cases/:reference/messages', access: caseReaders, get });
