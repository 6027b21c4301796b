/** The letters of a case: those being written, and those sent, exactly as they went out. */
import { caseReaders, caseWorkers } from '../../../complaint/roles.js';
import { adjustmentKindWords, letterKindWords, sendingWords } from '../../../complaint/standing-words.js';
import { tasksOfCase } from '../../../store/adjustment-tasks.js';
import { holdOf } from '../../../store/case-holds.js';
import { notLeft, sendingsOf } from '../../../store/letter-sendings.js';
import { draftsOf } from '../../../store/letters.js';
import { InsetText, Table, Tag } from '../../ui/components.js';
import { DayText } from '../../ui/dates.js';
import { Scroll } from '../../ui/scroll.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import { casePage, casePath } from '../case-frame.js';
import { personName, showCase } from '../case-shown.js';
import { SendingState, wayWords } from '../letters/sending-words.js';
import { mayTellOf } from '../letters/what-became.js';

async function get(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const { reference } = shown.case;
  const { all, sendings, tasks, hold } = await visit.db(async (trx) => ({
    all: await draftsOf(trx, shown.case.id),
    sendings: new Map((await sendingsOf(trx, shown.case.id)).map((one) => [one.seq, one])),
    tasks: (await tasksOfCase(trx, shown.case.id)).filter(({ state }) => state === 'open'),
    hold: await holdOf(trx, shown.case.id),
  }));
  const under = new Set([...sendings.values()].filter(({ state }) => notLeft.includes(state)).map((one) => one.letter));
  const drafts = all.filter(
    (draft) =>
      !under.has(draft.letter) &&
      !shown.case.letters.some((letter) => letter.id === draft.letter && letter.sentOn !== null),
  );
  // Each sending as it was recorded, also one that was taken back: what became of it stands beside it.
  const sent = shown.case.entries
    .flatMap((entry) => (entry.what.type === 'LetterSent' ? [{ ...entry, what: entry.what }] : []))
    .toReversed();
  const handles = visit.may(...caseWorkers);
  return casePage(
    visit,
    shown,
    { tab: 'letters' },
    <>
      {mayBegin(shown, visit, 'draft-letter') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={actPath(reference, 'draft-letter')}>
            Write a letter
          </a>
        </p>
      ) : null}
      {hold === null ? (
        visit.may('manager') ? (
          <p class="govuk-body">
            <a class="govuk-link" href={casePath(reference, '/hold')}>
              Hold this case while lawyers advise
            </a>
          </p>
        ) : null
      ) : (
        <InsetText>
          <p class="govuk-body govuk-!-margin-bottom-0">
            Held while lawyers advise: nothing leaves by itself. {hold.namedName} decides. Looked at again on{' '}
            <DayText day={hold.reviewOn} />.{' '}
            {visit.may('manager') ? (
              <a class="govuk-link" href={casePath(reference, '/hold')}>
                Change or end the hold
              </a>
            ) : null}
          </p>
        </InsetText>
      )}
      {tasks.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">To be made for the resident first</h2>
          <ul class="govuk-list">
            {tasks.map(({ id, kind, dueOn }) => (
              <li key={id}>
                <a class="govuk-link" href={casePath(reference, `/to-make/${id}`)}>
                  {adjustmentKindWords[kind]}
                </a>
                , by <DayText day={dueOn} short />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">Being written</h2>
      {drafts.length === 0 ? (
        <InsetText text="No letter is being written." />
      ) : (
        <ul class="govuk-list">
          {drafts.map((draft) => (
            <li key={draft.letter}>
              <a class="govuk-link" href={casePath(reference, `/letters/${draft.letter}`)}>
                {letterKindWords[draft.kind]}
              </a>{' '}
              <Tag colour="blue">Draft</Tag>
            </li>
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-m">Sent</h2>
      {sent.length === 0 ? (
        <InsetText text="No letter has been sent yet." />
      ) : (
        <Scroll label="Letters sent">
          <Table
            caption="Letters sent"
            captionClasses="govuk-visually-hidden"
            head={[{ text: 'Letter' }, { text: 'To' }, { text: 'Let go' }, { text: 'Way' }, { text: 'State' }]}
            rows={sent.map(({ seq, what, happenedOn }) => {
              const sending = sendings.get(seq);
              const failed = shown.case.letters.find((letter) => letter.id === what.letter)?.failed ?? false;
              return [
                {
                  html: (
                    <>
                      <a class="govuk-link" href={casePath(reference, `/letters/${what.letter}`)}>
                        {letterKindWords[what.kind]}
                      </a>
                      {what.bytes === null ? null : (
                        <>
                          <br />
                          <a
                            class="govuk-link govuk-!-font-size-16"
                            href={casePath(reference, `/documents/${what.bytes}`)}
                          >
                            As it was sent
                            <span class="govuk-visually-hidden">: {letterKindWords[what.kind]}</span>
                          </a>
                        </>
                      )}
                    </>
                  ),
                },
                { text: what.to.map((id) => personName(shown, id)).join(', ') },
                { html: <DayText day={happenedOn} short /> },
                { text: sending?.way ? wayWords[sending.way] : sendingWords[what.how] },
                {
                  html:
                    sending === undefined ? (
                      <Tag colour={failed ? 'red' : 'green'}>{failed ? 'Not delivered' : 'Sent'}</Tag>
                    ) : (
                      <>
                        <SendingState sending={sending} />
                        {handles && mayTellOf(sending.state) ? (
                          <a
                            class="govuk-link app-caption"
                            href={casePath(reference, `/letters/${what.letter}/what-became`)}
                          >
                            Say what became of it
                            <span class="govuk-visually-hidden">: {letterKindWords[what.kind]}</span>
                          </a>
                        ) : null}
                      </>
                    ),
                },
              ];
            })}
          />
        </Scroll>
      )}
    </>,
  );
}

export const caseLetters = screen({ path: '/cases/:reference/letters', access: caseReaders, get });
