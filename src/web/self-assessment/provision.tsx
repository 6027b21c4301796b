/**
 * One provision: what it asks, what was said last year, what the cases show, the evidence, and a person's answer. Nothing
 * is chosen beforehand.
 */
import { answersFor, provisionsOf } from '../../assess/answers.js';
import { saidBefore } from '../../assess/comparison.js';
import { leadBetween } from '../../assess/leading.js';
import { codes } from '../../law/in-force.js';
import { pairsBetween } from '../../law/mapping/mapping.js';
import type { Pair } from '../../law/mapping/words.js';
import { financialYear } from '../../reports/period.js';
import { listActions } from '../../store/assessment-actions.js';
import { type AnswerRow, answersOf, answerTo, saveAnswer, versionsOf } from '../../store/assessment-answers.js';
import { findAssessment, type SelfAssessment } from '../../store/assessments.js';
import type { Trx } from '../../store/database.js';
import { linkEvidence, linkedEvidence, listPieces } from '../../store/evidence-library.js';
import { wordingOf } from '../../store/official-wording.js';
import { provisionStates } from '../../store/provision-states.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOfRows } from '../cases/case-shown.js';
import { type FormState, readForm, startForm, withErrors } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { assessmentAsked, assessmentPage, writers } from './assessment-frame.js';
import { LiveEvidence, type LiveEvidenceShown, readLiveEvidence } from './live-evidence.js';
import { ProvisionAnswer, ProvisionForm } from './provision-answer.js';
import { faultsOf, provisionForm, startingFrom, writtenFrom } from './provision-form.js';
import { AboutProvision, LastYear, Neighbours, ProvisionActions, Versions } from './provision-sides.js';
import { assessmentHref } from './words.js';

/** Everything that the screen of one provision shows. */
export interface ProvisionShown {
  readonly assessment: SelfAssessment;
  readonly number: string;
  readonly provision: ReturnType<typeof provisionsOf>[number]['provision'];
  readonly sectionTitle: string;
  readonly officialText: string;
  readonly wording: string | null;
  readonly row: AnswerRow | null;
  readonly linked: readonly string[];
  readonly carried: readonly string[];
  readonly pieces: Awaited<ReturnType<typeof listPieces>>;
  readonly lastYear: readonly AnswerRow[];
  readonly lastYearOf: SelfAssessment | null;
  /** The edition before has nothing like it. */
  readonly isNew: boolean;
  /** It asks more than the edition before: how it will be met is asked. */
  readonly asksMore: boolean;
  readonly pairs: readonly Pair[];
  readonly actions: Awaited<ReturnType<typeof listActions>>;
  readonly versions: Awaited<ReturnType<typeof versionsOf>>;
  readonly state: ReturnType<Awaited<ReturnType<typeof provisionStates>>['get']>;
  /** What the cases of its year show. */
  readonly cases: LiveEvidenceShown;
  readonly next: string | null;
  readonly before: string | null;
}

async function shown(trx: Trx, visit: Visit): Promise<ProvisionShown | null> {
  const assessment = await assessmentAsked(trx, visit);
  if (assessment === null) return null;
  const all = provisionsOf(assessment.edition);
  const at = all.findIndex(({ number }) => number === visit.params.provision);
  const found = all[at];
  if (found === undefined) return null;
  const { number } = found;
  const lastYearOf = assessment.carriedFrom === null ? null : await findAssessment(trx, assessment.carriedFrom);
  const lead = lastYearOf === null ? null : leadBetween(lastYearOf.edition, assessment.edition);
  const links = (await linkedEvidence(trx, assessment.id)).filter((one) => one.provision === number);
  return {
    assessment,
    number,
    provision: found.provision,
    sectionTitle: `${found.section} ${found.sectionTitle}`,
    officialText: codes[assessment.edition].officialText,
    wording: (await wordingOf(trx, assessment.edition)).get(number) ?? null,
    row: await answerTo(trx, assessment.id, number),
    linked: links.map(({ pieceId }) => pieceId),
    carried: links.filter(({ carried }) => carried).map(({ pieceId }) => pieceId),
    pieces: await listPieces(trx),
    lastYear: lastYearOf === null || lead === null ? [] : saidBefore(number, await answersOf(trx, lastYearOf.id), lead),
    lastYearOf,
    ...led(lastYearOf, assessment, number),
    actions: (await listActions(trx, { assessment: assessment.id })).filter((one) => one.provisions.includes(number)),
    versions: await versionsOf(trx, assessment.id, number),
    cases: await readLiveEvidence(trx, {
      edition: assessment.edition,
      provision: number,
      period: financialYear(assessment.year),
      today: visit.today,
      seed: null,
      page: 1,
      each: 5,
      hidden: await hiddenCases(trx, viewerOfRows(visit)),
    }),
    state: (await provisionStates(trx, assessment, visit.today)).get(number),
    next: all[at + 1]?.number ?? null,
    before: all[at - 1]?.number ?? null,
  };
}

/** What became of last year's provisions in this one, where the editions differ. */
function led(lastYearOf: SelfAssessment | null, { edition }: SelfAssessment, number: string) {
  const before = lastYearOf?.edition ?? edition;
  if (before === edition) return { isNew: false, asksMore: false, pairs: [] };
  const pairs = pairsBetween(before, edition).filter(({ later }) => later === number);
  return { isNew: pairs.length === 0, asksMore: pairs.some(({ is }) => is === 'stricter'), pairs };
}

function mayWrite(visit: Visit, { state }: SelfAssessment): boolean {
  return state === 'draft' && visit.may(...writers);
}

async function get(visit: Visit) {
  const found = await visit.db((trx) => shown(trx, visit));
  if (found === null) return notFound;
  const started = startingFrom(found.row, found.linked);
  // Last year's words, never its answer, come into the boxes when they are asked for.
  const words =
    visit.query.words === 'last-year' && started.evidence === '' && started.commentary === ''
      ? {
          evidence: found.lastYear.map(({ evidence }) => evidence).join('\n\n'),
          commentary: found.lastYear.map(({ commentary }) => commentary).join('\n\n'),
        }
      : {};
  return view(visit, found, startForm(visit, { ...started, ...words }));
}

async function post(visit: Visit) {
  const found = await visit.db((trx) => shown(trx, visit));
  if (found === null) return notFound;
  const { assessment, number } = found;
  const read = readForm(provisionForm, visit.fields);
  if (!read.ok) return view(visit, found, read.form);
  const faults = faultsOf(assessment.edition, number, read.value);
  if (faults.length > 0) return view(visit, found, withErrors(read.form, faults));
  const saved = await visit.db(async (trx) => {
    const done = await saveAnswer(
      trx,
      {
        assessment: assessment.id,
        provision: number,
        expected: read.value.version,
        by: visit.staff,
        today: visit.today,
      },
      writtenFrom(read.value),
      read.value.pieces,
    );
    if (done.is === 'saved')
      await linkEvidence(
        trx,
        { assessment: assessment.id, provision: number },
        read.value.pieces,
        visit.staff.id,
        read.value.had,
      );
    return done;
  });
  if (saved.is === 'closed') {
    const words = 'This self-assessment is no draft any more, so its answers stand. What you typed is kept here';
    return view(visit, found, withErrors(read.form, [{ field: null, words }]));
  }
  if (saved.is === 'conflict') {
    const words = `${saved.now.answeredBy ?? 'Somebody else'} wrote to this provision while you were writing. What they wrote is shown first; what you typed is kept below. Bring them together, then save again`;
    const again = await visit.db((trx) => shown(trx, visit));
    return view(
      visit,
      again ?? found,
      withErrors({ values: { ...read.form.values, version: String(saved.now.version) }, errors: [] }, [
        { field: null, words },
      ]),
      saved.now,
    );
  }
  const onward = visit.fields.onward === 'next';
  const to = onward ? (found.next === null ? '/check' : `/provisions/${found.next}`) : `/provisions/${number}`;
  return redirect(assessmentHref(assessment, to), { done: `${number} saved` });
}

function view(visit: Visit, found: ProvisionShown, form: FormState, theirs: AnswerRow | null = null) {
  const { assessment, number } = found;
  const writes = mayWrite(visit, assessment);
  return assessmentPage(
    visit,
    assessment,
    {
      title: `${number} ${found.sectionTitle.replace(/^\d+ /, '')}`,
      heading: `Provision ${number}`,
      tab: '',
      form,
      wide: true,
    },
    <>
      <AboutProvision found={found} />
      {writes ? (
        <p class="govuk-body app-only-narrow">
          <a class="govuk-link" href="#form">
            Go on to the answer
          </a>
        </p>
      ) : null}
      <div class="app-two">
        <div>
          <LastYear found={found} offerWords={writes && found.row === null} />
          <LiveEvidence visit={visit} shown={found.cases} />
          <ProvisionActions found={found} mayAdd={visit.may(...writers)} visit={visit} />
          <Versions found={found} />
        </div>
        <div>
          {theirs === null ? null : (
            <section class="app-point" aria-label="What somebody else wrote meanwhile">
              <h2 class="govuk-heading-m">What somebody else wrote meanwhile</h2>
              <ProvisionAnswer row={theirs} />
            </section>
          )}
          {writes ? (
            <ProvisionForm visit={visit} form={form} found={found} choices={answersFor(assessment.edition, number)} />
          ) : (
            <section>
              <h2 class="govuk-heading-m">Answer</h2>
              <ProvisionAnswer row={found.row} />
            </section>
          )}
          <Neighbours found={found} />
        </div>
      </div>
    </>,
  );
}

export const provision = [
  ...screen({ path: '/self-assessment/:assessment/provisions/:provision', access: 'signed-in', get }),
  ...screen({ path: '/self-assessment/:assessment/provisions/:provision', access: writers, post }),
];
