/**
 * Writing a letter: the points on the left, the letter on the right; what the Code asks and is missing on top, each with
 * its provision. It is saved with every version, and can't leave a point out.
 */
import type { VNode } from 'preact';
import { approvalHolds } from '../../../complaint/answer-complete.js';
import { caseWorkers } from '../../../complaint/roles.js';
import { letterKindWords } from '../../../complaint/standing-words.js';
import { editsFrom } from '../../../letters/edits.js';
import { approvalIn } from '../../../store/landlord-settings.js';
import { saveDraft } from '../../../store/letters.js';
import { Button } from '../../ui/components.js';
import { Form, type FormError, Hidden, Submit } from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../../visit.js';
import { casePath, IdentityBar } from '../case-frame.js';
import type { CaseShown } from '../case-shown.js';
import { ForSender, Missing, Overtaken, PointsBeside } from './letter-beside.js';
import { LetterForm, typedPlaces } from './letter-form.js';
import { letterOfVisit, letterPath } from './letter-of-visit.js';
import type { LetterAtWork } from './letter-work.js';
import { sentLetter } from './sent-letter.js';

async function get(visit: Visit): Promise<Answer> {
  const found = await letterOfVisit(visit);
  if (found === null) return notFound;
  if (found.is === 'sent') return sentLetter(visit, found);
  const { shown, work } = found;
  const restored = visit.restored === null ? null : typedPlaces(visit.restored);
  return view(visit, shown, work, restored ?? {}, work.draft.version, []);
}

async function post(visit: Visit): Promise<Answer> {
  const found = await letterOfVisit(visit);
  if (found === null) return notFound;
  if (found.is === 'sent') return sentLetter(visit, found);
  const { shown, work } = found;
  const { draft, finished } = work;
  const texts = typedPlaces(visit.fields);
  const saved = await visit.db((trx) =>
    saveDraft(trx, {
      letter: draft.letter,
      expectedVersion: Number(visit.fields.version) || draft.version,
      edits: editsFrom(finished.composed, texts, draft.edits),
      by: visit.staff.id,
      now: new Date(visit.now),
    }),
  );
  if (!saved.ok) {
    const words =
      saved.why === 'sent'
        ? 'This letter has been sent and can’t be changed any more. Copy what you need into a new one'
        : `${saved.current?.savedByName ?? 'Somebody'} saved this letter while you were writing. Your words stand in the fields: compare them with theirs below, then save again`;
    return view(visit, shown, work, texts, draft.version, [{ field: null, words }]);
  }
  return redirect(letterPath(shown.case.reference, draft.letter), { done: 'Saved' });
}

function view(
  visit: Visit,
  shown: CaseShown,
  work: LetterAtWork,
  texts: Readonly<Record<string, string>>,
  version: number,
  errors: readonly FormError[],
): Answer {
  const { draft, finished } = work;
  const { reference } = shown.case;
  const title = letterKindWords[draft.kind];
  return page(
    visit,
    {
      title: `${title}: ${reference}`,
      heading: title,
      section: 'cases',
      wide: true,
      back: { href: casePath(reference, '/letters'), text: 'Back to the letters' },
      form: { values: visit.fields, errors },
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <>
      <p class="govuk-body">
        To {finished.letter.to.name}
        {finished.letter.to.actsFor === null ? '' : `, for ${finished.letter.to.actsFor}`}. Last saved by{' '}
        {draft.savedByName}, version {draft.version}.{' '}
        <a class="govuk-link" href={letterPath(reference, draft.letter, '/pdf')}>
          See it as it will be read (PDF)
        </a>{' '}
        or save it as{' '}
        <a class="govuk-link" href={letterPath(reference, draft.letter, '/html')}>
          a web page
        </a>{' '}
        or{' '}
        <a class="govuk-link" href={letterPath(reference, draft.letter, '/text')}>
          plain text
        </a>
        .
      </p>
      <Missing work={work} />
      <ForSender work={work} />
      <div class="app-two app-two--letter">
        <aside aria-label="The points">
          <h2 class="govuk-heading-m">Points</h2>
          <PointsBeside shown={shown} stage={draft.stage === 2 ? 2 : 1} />
          <h2 class="govuk-heading-m">How it reads</h2>
          <p class="govuk-body">{finished.readability.says}</p>
          {finished.readability.longSentences.length > 0 ? (
            <details class="govuk-details">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">Long sentences</span>
              </summary>
              <ul class="govuk-list govuk-list--bullet">
                {finished.readability.longSentences.slice(0, 8).map((sentence) => (
                  <li key={sentence.text}>
                    {sentence.words} words: {sentence.text}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          <Overtaken work={work} />
        </aside>
        <Form visit={visit}>
          <Hidden name="version" value={version} />
          <LetterForm letter={finished.letter} texts={texts} />
          <div class="govuk-button-group">
            <Submit secondary={finished.missing.length === 0}>Save and check</Submit>
            {finished.missing.length === 0 ? <Onward shown={shown} work={work} visit={visit} /> : null}
          </div>
        </Form>
      </div>
    </>,
  );
}

function Onward({
  shown,
  work,
  visit,
}: {
  readonly shown: CaseShown;
  readonly work: LetterAtWork;
  readonly visit: Visit;
}): VNode {
  const { draft } = work;
  const approval = approvalIn(visit.landlord.settings);
  const needed =
    (draft.kind === 'stage-1-response' && approval.stage1) || (draft.kind === 'final-response' && approval.stage2);
  const approved = draft.approvedAt !== null && approvalHolds(shown.case, draft.kind, draft.letter);
  return needed && !approved ? (
    <Button
      href={letterPath(shown.case.reference, draft.letter, '/approve')}
      text={draft.approvalAskedAt === null || draft.approvedAt !== null ? 'Ask for approval' : 'Waiting for approval'}
    />
  ) : (
    <Button href={letterPath(shown.case.reference, draft.letter, '/send')} text="Go on to send it" />
  );
}

export const writeLetter = screen({ path: '/cases/:reference/letters/:letter', access: caseWorkers, get, post });
