/** What happened, who recorded it and when: the case's own history, as it is chained. No long text; the words are on the other tabs. */
import { happeningWords } from '../../../complaint/happening-words.js';
import { roleMay } from '../../../complaint/permitted.js';
import { caseReaders } from '../../../complaint/roles.js';
import { InsetText, Table } from '../../ui/components.js';
import { DayText, InstantText } from '../../ui/dates.js';
import { Scroll } from '../../ui/scroll.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { actPath } from '../acts.js';
import { casePage, casePath } from '../case-frame.js';
import { recordedByName, showCase } from '../case-shown.js';

const shownAtOnce = 250;

async function get(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const all = shown.file.entries;
  const whole = visit.query.all === 'yes' || all.length <= shownAtOnce;
  const entries = (whole ? all : all.slice(-shownAtOnce)).toReversed();
  const corrected = new Set(all.flatMap(({ what }) => (what.type === 'EntryCorrected' ? [what.seq] : [])));
  const mayCorrect = roleMay(visit.staff.roles, 'correct');
  return casePage(
    visit,
    shown,
    { tab: 'history' },
    <>
      <p class="govuk-body">
        Each entry is chained to the one before it. Nothing is edited: a mistake is corrected by a further entry, and
        both stay.
      </p>
      {whole ? null : (
        <InsetText>
          The last {shownAtOnce} of {all.length} entries are shown.{' '}
          <a class="govuk-link" href="?all=yes">
            Show all
          </a>
        </InsetText>
      )}
      <Scroll label="History">
        <Table
          caption="History, the latest first"
          captionClasses="govuk-visually-hidden"
          head={[{ text: 'Entry' }, { text: 'What happened' }, { text: 'On' }, { text: 'Recorded' }]}
          rows={entries.map((entry) => [
            { text: String(entry.seq) },
            {
              html: (
                <>
                  {happeningWords(entry.what)}
                  {corrected.has(entry.seq) ? <em> (corrected later)</em> : null}
                  {mayCorrect && entry.what.type !== 'EntryCorrected' && !corrected.has(entry.seq) ? (
                    <>
                      {' '}
                      <a
                        class="govuk-link govuk-!-font-size-16"
                        href={actPath(shown.case.reference, 'correct', `?entry=${entry.seq}`)}
                      >
                        Correct<span class="govuk-visually-hidden"> entry {entry.seq}</span>
                      </a>
                    </>
                  ) : null}
                </>
              ),
            },
            { html: <DayText day={entry.happenedOn} short /> },
            {
              html: (
                <>
                  {recordedByName(shown, entry.recordedBy)}
                  <br />
                  <InstantText at={entry.recordedAt} />
                </>
              ),
            },
          ])}
        />
      </Scroll>
      {visit.may('officer', 'manager') ? (
        <ul class="govuk-list">
          {visit.may('manager') ? (
            <li>
              <a class="govuk-link" href={casePath(shown.case.reference, '/readings')}>
                Who has read this case
              </a>
            </li>
          ) : null}
          <li>
            <a class="govuk-link" href={casePath(shown.case.reference, '/grants')}>
              Open this case to the member responsible for complaints
            </a>
          </li>
        </ul>
      ) : null}
    </>,
  );
}

export const caseHistory = screen({ path: '/cases/:reference/history', access: caseReaders, get });
