/** Cases like the one that is being written about, beside the form: only those that this person may open. */
import type { VNode } from 'preact';
import { noFailing, notOnTheList } from '../../../complaint/cause-list.js';
import { distinctiveWords } from '../../../complaint/distinctive-words.js';
import { findingWords } from '../../../complaint/standing-words.js';
import { inShortWords } from '../../../facts/days.js';
import type { Trx } from '../../../store/database.js';
import { type SimilarCase, similarCases } from '../../../store/similar-cases.js';
import { Button } from '../../ui/components.js';
import type { Visit } from '../../visit.js';
import { lookUp } from '../act-screen.js';
import { type CaseShown, onlyOpen, said } from '../case-shown.js';

const shownAtMost = 6;

/** What was typed to look for; else the words that tell this complaint from others. */
export async function readSimilar(trx: Trx, shown: CaseShown, visit: Visit): Promise<readonly SimilarCase[]> {
  const field = (name: string) => (typeof visit.fields[name] === 'string' ? String(visit.fields[name]).trim() : '');
  const typed = field('like').slice(0, 200);
  const { case: c } = shown;
  const own = c.points.map((p) => said(shown, p.definition?.understanding ?? p.words)).join(' ');
  const found = ([1, 2] as const).flatMap((stage) => c.stages[stage]?.causes.map(({ cause }) => cause) ?? []);
  const alike = await similarCases(trx, {
    caseId: c.id,
    words: typed === '' ? distinctiveWords(own).join(' or ') : typed,
    // That nothing failed, or what is on no list, makes no two cases alike.
    causes: [...new Set([...found, field('cause')])].filter((one) => !['', noFailing, notOnTheList].includes(one)),
    today: visit.today,
    most: 4 * shownAtMost,
  });
  const { open } = await onlyOpen(trx, visit, alike);
  return open.slice(0, shownAtMost);
}

export function Similar({ cases, like }: { readonly cases: readonly SimilarCase[]; readonly like: string }): VNode {
  return (
    <section aria-labelledby="similar">
      <h2 class="govuk-heading-m" id="similar">
        Similar cases
      </h2>
      {cases.length === 0 ? (
        <p class="govuk-body">None was found{like === '' ? '' : ' with these words'}.</p>
      ) : (
        <ul class="app-list">
          {cases.map((one) => (
            <li key={one.caseId} class="app-list__item">
              <p class="govuk-body govuk-!-margin-bottom-1">
                <a class="govuk-link" href={`/cases/${one.reference}`}>
                  {one.reference}
                </a>
                , {inShortWords(one.receivedOn)}
                {one.outcome === null ? '' : `, ${findingWords[one.outcome].toLowerCase()}`}
              </p>
              <p class="govuk-body-s govuk-!-margin-bottom-1">{alike(one)}</p>
              {one.causes.length === 0 ? null : (
                <p class="govuk-body-s govuk-!-margin-bottom-0">What lay behind it: {one.causes.join(', ')}</p>
              )}
              {one.lessons.length === 0 ? null : (
                <p class="govuk-body-s govuk-!-margin-bottom-0">Learning about: {one.lessons.join(', ')}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      <LookFor like={like} />
    </section>
  );
}

/** Beside the form, and a part of it: nothing typed there is lost by looking. */
function LookFor({ like }: { readonly like: string }): VNode {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for="like">
        Look for others by their words
      </label>
      <div class="govuk-hint" id="like-hint">
        What you have typed in the form stays
      </div>
      <input class="govuk-input" id="like" name="like" form="form" value={like} aria-describedby="like-hint" />
      <p class="govuk-!-margin-top-2">
        <Button
          classes="govuk-button--secondary govuk-!-margin-bottom-0"
          name="do"
          value={lookUp}
          attributes={{ form: 'form' }}
        >
          Look
        </Button>
      </p>
    </div>
  );
}

function alike(one: SimilarCase): string {
  const same = [
    ...(one.sameBlock ? ['block'] : []),
    ...(one.sameCause ? ['cause'] : []),
    ...(one.sameCategory ? [one.category === null ? 'category' : `category (${one.category})`] : []),
    ...(one.sameArea ? ['area'] : []),
    ...(one.sameWords ? ['words'] : []),
  ];
  const last = same.pop() ?? 'words';
  return `The same ${same.length === 0 ? last : `${same.join(', ')} and ${last}`}`;
}
