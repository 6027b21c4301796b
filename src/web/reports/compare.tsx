/** A frozen report beside today: which figures would now be others, and which entries made them so. */
import { compareFrozen, readFrozen } from '../../store/report-frozen.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOfRows } from '../cases/case-shown.js';
import { InsetText, Table, WarningText } from '../ui/components.js';
import { DayText, InstantText } from '../ui/dates.js';
import { Scroll } from '../ui/scroll.js';
import { notFound, screen, type Visit } from '../visit.js';
import { readers, reportAsked, reportHref, reportPage } from './report-frame.js';

async function get(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    const frozen = report === null ? null : await readFrozen(trx, report.id);
    return report === null || frozen === null
      ? null
      : {
          report,
          frozen,
          compared: await compareFrozen(trx, report.year, frozen, await hiddenCases(trx, viewerOfRows(visit))),
        };
  });
  if (found === null) return notFound;
  const { report, frozen, compared } = found;
  const { whole, unmoved, changes, because, becauseAll } = compared;
  return reportPage(
    visit,
    report,
    { title: 'What the figures would be now', tab: '/published' },
    <>
      <p class="govuk-body">
        Frozen on <DayText day={frozen.frozenOn} /> from {frozen.head.entries.toLocaleString('en-GB')} entries of{' '}
        {frozen.head.cases.toLocaleString('en-GB')} cases. Worked out again as seen on that day, so that only what was
        recorded since can make a difference.
      </p>
      {whole ? null : (
        <WarningText iconFallbackText="Warning" text="What is kept is not what was frozen: its digest differs." />
      )}
      {changes.length === 0 ? (
        <InsetText
          text={
            unmoved
              ? 'Nothing has been recorded since. Every figure is the same.'
              : 'Things have been recorded since, and every figure is still the same.'
          }
        />
      ) : (
        <Scroll label="Figures that would be others now">
          <Table
            caption="Figures that would be others now"
            captionClasses="govuk-table__caption--m"
            firstCellIsHeader
            head={['Figure', 'As frozen', 'Now'].map((text) => ({ text }))}
            rows={changes.map((one) => [{ text: one.words }, { text: one.was }, { text: one.now }])}
          />
        </Scroll>
      )}
      {because.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Because of entries recorded since</h2>
          <ul class="govuk-list">
            {because.map((one) => (
              <li key={one.reference}>
                {visit.may('manager') ? (
                  <a class="govuk-link" href={`/cases/${one.reference}`}>
                    {one.reference}
                  </a>
                ) : (
                  one.reference
                )}
                : {one.entries === 1 ? 'one entry' : `${one.entries} entries`}, the last at{' '}
                <InstantText at={one.last} />
              </li>
            ))}
          </ul>
          {becauseAll > because.length ? <p class="govuk-body">And {becauseAll - because.length} more cases.</p> : null}
        </>
      )}
      <p class="govuk-body-s app-document__provenance">
        Digest of the report: {frozen.digest}. Where the history stood: {frozen.head.digest}.{' '}
        <a class="govuk-link" href={reportHref(report, '/draft')}>
          The report as frozen
        </a>
      </p>
    </>,
  );
}

export const compareReport = screen({ path: '/reports/annual/:id/compare', access: readers, get });
