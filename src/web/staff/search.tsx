/** Search: a reference, a name, an address, words that somebody wrote, or the name of a document. Searching is recorded. */
import { caseWorkers } from '../../complaint/roles.js';
import { together } from '../../store/database.js';
import { recordReading } from '../../store/reads.js';
import { type FoundBy, search as searchCases } from '../../store/search.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { InsetText } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { type Fields, redirect, screen, type Visit } from '../visit.js';
import { CaseTable } from './case-list.js';
import { readNames } from './names.js';

const foundBy: Readonly<Record<FoundBy, string>> = {
  reference: 'Its reference',
  person: 'Found by name',
  home: 'Found by address',
  document: 'Found by a document',
  words: 'Found in what was written',
};

/** Searches are posted, so that no resident's name ends up in an address, a history or a log. */
async function show(visit: Visit, asked: string) {
  const text = asked.trim().slice(0, 200);
  if (text === '') return view(visit, text, null);
  const [answer, names] = await visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    return together(
      searchCases(trx, text, 25, hidden),
      readNames(trx),
      recordReading(trx, { staff: visit.staff.id, what: 'search' }),
    );
  });
  const [only] = answer.found;
  if (answer.found.length === 1 && only?.by === 'reference') return redirect(`/cases/${only.row.reference}`);
  return view(visit, text, { answer, names });
}

type Answered = {
  readonly answer: Awaited<ReturnType<typeof searchCases>>;
  readonly names: Awaited<ReturnType<typeof readNames>>;
};

function view(visit: Visit, text: string, answered: Answered | null) {
  const by = new Map(
    answered?.answer.found.map((one) => [
      one.row.caseId,
      one.name ? `${foundBy[one.by]}: ${one.name}` : foundBy[one.by],
    ]),
  );
  return page(
    visit,
    { title: 'Search', section: 'search', wide: true },
    <>
      <form method="post" action="/search" class="app-search">
        <input type="hidden" name="_csrf" value={visit.csrf} />
        <label class="govuk-label govuk-label--s" for="text">
          Reference, name, address, words or the name of a document
        </label>
        <div class="app-search__row">
          <input class="govuk-input" id="text" name="text" type="search" value={text} autocomplete="off" />
          <button type="submit" class="govuk-button" data-module="govuk-button">
            Search
          </button>
        </div>
      </form>
      {answered === null ? null : answered.answer.found.length === 0 ? (
        <InsetText text="Nothing was found. Try fewer words, part of a name or the postcode." />
      ) : (
        <>
          <p class="govuk-body" role="status">
            {answered.answer.more ? 'The first ' : ''}
            {answered.answer.found.length} {answered.answer.found.length === 1 ? 'case' : 'cases'} found.
            {answered.answer.more ? ' There are more: add a word to narrow it down.' : ''}
          </p>
          <Scroll label="Cases found">
            <CaseTable
              rows={answered.answer.found.map((one) => one.row)}
              names={answered.names}
              visit={visit}
              caption="Cases found"
              found={(row) => by.get(row.caseId) ?? null}
            />
          </Scroll>
        </>
      )}
    </>,
  );
}

function typed(fields: Fields): string {
  return typeof fields.text === 'string' ? fields.text : '';
}

export const search = screen({
  path: '/search',
  access: caseWorkers,
  get: (visit) => show(visit, ''),
  post: (visit) => show(visit, typed(visit.fields)),
});
