/** The letters of a case: those being written, and those sent, exactly as they went out. */
import { letterKindWords } from '../../../complaint/standing-words.js';
import { draftsOf } from '../../../store/letters.js';
import { InsetText, Table, Tag } from '../../ui/components.js';
import { DayText } from '../../ui/dates.js';
import { Scroll } from '../../ui/scroll.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import { casePage, casePath } from '../case-frame.js';
import { caseReaders, entriesOf, personName, showCase } from '../case-shown.js';

async function get(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const { reference } = shown.case;
  const drafts = (await visit.db((trx) => draftsOf(trx, shown.case.id))).filter(
    (draft) => !shown.case.letters.some((letter) => letter.id === draft.letter && letter.sentOn !== null),
  );
  const sent = entriesOf(shown, 'LetterSent').toReversed();
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
            head={[{ text: 'Letter' }, { text: 'To' }, { text: 'Sent' }, { text: 'State' }]}
            rows={sent.map(({ what, happenedOn }) => {
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
                { html: failed ? <Tag colour="red">Not delivered</Tag> : <Tag colour="green">Sent</Tag> },
              ];
            })}
          />
        </Scroll>
      )}
    </>,
  );
}

export const caseLetters = screen({
  path: '/cases/:reference/letters',
  access: caseReaders,
  get,
});
