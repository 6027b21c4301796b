/** A letter that went out stands as it went, whatever the case would say today. */
import { caseWorkers } from '../../../complaint/roles.js';
import { letterKindWords } from '../../../complaint/standing-words.js';
import { notLeft, readSending } from '../../../store/letter-sendings.js';
import { DayText } from '../../ui/dates.js';
import { page } from '../../ui/frame.js';
import type { Page, Visit } from '../../visit.js';
import { casePath, IdentityBar } from '../case-frame.js';
import { personName, said } from '../case-shown.js';
import { letterPath, type SentLetter } from './letter-of-visit.js';
import { SendingState, wayWords } from './sending-words.js';
import { mayTellOf } from './what-became.js';

export async function sentLetter(visit: Visit, { shown, entry }: SentLetter): Promise<Page> {
  const { reference } = shown.case;
  const { kind, to, bytes, letter, words } = entry.what;
  const sending = await visit.db((trx) => readSending(trx, shown.case.id, entry.seq));
  const left = sending === null || !notLeft.includes(sending.state);
  return page(
    visit,
    {
      title: `${letterKindWords[kind]}: ${reference}`,
      heading: letterKindWords[kind],
      section: 'cases',
      back: { href: casePath(reference, '/letters'), text: 'Back to the letters' },
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <>
      <p class="govuk-body">
        {left ? 'Sent on ' : 'Let go on '}
        <DayText day={entry.happenedOn} />
        {to.length === 0 ? '' : ` to ${to.map((id) => personName(shown, id)).join(', ')}`}.
      </p>
      {sending === null ? null : (
        <p class="govuk-body">
          {sending.way === null ? '' : `${wayWords[sending.way]}: `}
          <SendingState sending={sending} />
        </p>
      )}
      {sending !== null && mayTellOf(sending.state) && visit.may(...caseWorkers) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={letterPath(reference, letter, '/what-became')}>
            Say what became of it
          </a>
        </p>
      ) : null}
      <p class="govuk-body">
        {bytes === null ? null : (
          <>
            <a class="govuk-link" href={casePath(reference, `/documents/${bytes}`)}>
              As it was sent (PDF)
            </a>{' '}
            or{' '}
          </>
        )}
        <a class="govuk-link" href={letterPath(reference, letter, '/text')}>
          {bytes === null ? 'Save as plain text' : 'plain text'}
        </a>
      </p>
      <div class="app-words">{said(shown, words)}</div>
    </>,
  );
}
