/** A sum of compensation as it was worked out: each head with its arithmetic, what it is for, who bears it, what became of it. */
import type { VNode } from 'preact';
import type { Worksheet } from '../../../complaint/case.js';
import { headInWords, paymentWords, sumInWords } from '../../../complaint/compensation.js';
import type { Payment, TeamId } from '../../../facts/happened.js';
import { pounds } from '../../../facts/money.js';
import { InsetText, SummaryList, Table } from '../../ui/components.js';
import { DayText } from '../../ui/dates.js';
import { Scroll } from '../../ui/scroll.js';
import { type CaseShown, said, staffName, teamName } from '../case-shown.js';

export const worksheetStates: Readonly<Record<Worksheet['state'], string>> = {
  waiting: 'Waiting for approval',
  'sent-back': 'Sent back',
  approved: 'Approved, not paid yet',
  paid: 'Paid',
};

function borneByWords(shown: CaseShown, borneBy: string | null): string {
  if (borneBy === null) return 'Not said';
  return borneBy === 'landlord' ? 'Us' : `${teamName(shown, borneBy as TeamId)}, to be recharged`;
}

export function WorksheetView({
  shown,
  worksheet,
}: {
  readonly shown: CaseShown;
  readonly worksheet: Worksheet;
}): VNode {
  const { offer, setOff, approved, sentBack, paid } = worksheet;
  const fact = (key: string, value: VNode | string) => ({
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  });
  return (
    <>
      <Scroll label="How the sum was worked out">
        <Table
          caption="How the sum was worked out"
          captionClasses="govuk-table__caption--s"
          head={[{ text: 'For' }, { text: 'Amount', format: 'numeric' }, { text: 'How' }]}
          rows={[
            ...worksheet.heads.map((head) => [
              { text: headInWords(head.head) },
              { text: pounds(head.pence), format: 'numeric' },
              {
                html: (
                  <>
                    {head.working === null ? '' : sumInWords(head.working)}
                    {head.words === null ? null : <div class="app-quote">{said(shown, head.words)}</div>}
                  </>
                ),
              },
            ]),
            [
              { html: <strong>Together</strong> },
              { html: <strong>{pounds(worksheet.totalPence)}</strong>, format: 'numeric' },
              { text: '' },
            ],
          ]}
        />
      </Scroll>
      <SummaryList
        classes="govuk-summary-list--no-border"
        rows={[
          ...(offer === null ? [] : [fact('What it meant for the resident', said(shown, offer.words))]),
          fact('Who bears it', borneByWords(shown, worksheet.borneBy)),
          ...(setOff === null
            ? []
            : [
                fact('Against what the resident owes', pounds(setOff.pence)),
                fact('Why', said(shown, setOff.reason)),
                fact('What that means for them', said(shown, setOff.impact)),
                fact('Their consent', said(shown, setOff.consent)),
              ]),
          fact(
            'Worked out',
            <>
              <DayText day={worksheet.workedOutOn} short /> by {staffName(shown, worksheet.workedOutBy.at(-1) ?? null)}
            </>,
          ),
          ...(approved === null
            ? []
            : [
                fact(
                  'Approved',
                  <>
                    <DayText day={approved.on} short /> by {staffName(shown, approved.by)}
                  </>,
                ),
              ]),
          ...(offer?.dueOn && paid === null ? [fact('To be paid by', <DayText day={offer.dueOn} short />)] : []),
          ...(paid === null
            ? []
            : [
                fact(
                  'Paid',
                  <>
                    {pounds(paid.pence)} on <DayText day={paid.on} short />,{' '}
                    {paymentWords[paid.how as Payment]?.toLowerCase() ?? paid.how}
                    {paid.proof === null ? null : <>, reference {said(shown, paid.proof)}</>}
                  </>,
                ),
              ]),
        ]}
      />
      {sentBack === null ? null : (
        <InsetText
          text={`${approved === null ? 'Sent back' : 'A later version was sent back, so this one stands'}: ${said(shown, sentBack.reason)}`}
        />
      )}
    </>
  );
}
