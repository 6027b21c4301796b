/** One bundle: how far it is, what is asked for and what stands for it, what was made, and what is to do before it goes. */
import { z } from 'zod';
import { mayChoose } from '../../complaint/bundle/choosing.js';
import { bundleKinds, goesAlong } from '../../complaint/bundle/kinds.js';
import { caseWorkers } from '../../complaint/roles.js';
import { lookedThrough } from '../../store/bundle-choices.js';
import { gatherPapers } from '../../store/bundle-gather.js';
import { askToMake, isUnderWay, type Made, madeOf } from '../../store/bundle-making.js';
import { askKinds, type Piece, piecesOf } from '../../store/bundles.js';
import type { Trx } from '../../store/database.js';
import { looksAt } from '../../store/file-scans.js';
import { type Handover, handoversOf } from '../../store/handovers.js';
import { evidenceRequestOf } from '../../store/ombudsman-cases.js';
import { DayText, Due, dueWords } from '../ui/dates.js';
import { choice, choices, ids, tick } from '../ui/fields.js';
import { type FormState, readForm, startForm, withErrors, withRefusals } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { audienceWords, papersIn, versionSeen } from './bundle-words.js';
import { Handovers } from './handed-over.js';
import { Files, State } from './how-far.js';
import { type OpenBundle, openBundle } from './open-bundle.js';
import { Checklist, Papers } from './papers.js';

const form = z.object({
  do: choice(['make', 'asked', 'looked'], 'Choose what to do'),
  asked: choices(bundleKinds),
  leaveOut: tick(),
  looked: ids(),
});

async function get(visit: Visit): Promise<Answer> {
  const found = await visit.db((trx) => read(trx, visit));
  return found === null ? notFound : view(visit, found, startForm(visit, { asked: found.open.bundle.asked }));
}

interface Found {
  readonly open: OpenBundle;
  readonly made: readonly Made[];
  readonly handovers: readonly Handover[];
  readonly evidence: Awaited<ReturnType<typeof evidenceRequestOf>>;
}

async function read(trx: Trx, visit: Visit): Promise<Found | null> {
  const open = await openBundle(trx, visit);
  if (open === null) return null;
  const { bundle } = open;
  return {
    open,
    made: await madeOf(trx, bundle.id, bundle.madeVersion ?? 0),
    handovers: await handoversOf(trx, bundle.id),
    evidence: bundle.caseId === null ? null : await evidenceRequestOf(trx, bundle.caseId),
  };
}

async function post(visit: Visit): Promise<Answer> {
  const { fields } = visit;
  const given = readForm(form, fields);
  const done = await visit.db(async (trx) => {
    const found = await read(trx, visit);
    const now = new Date(visit.now);
    if (found === null || !given.ok) return { found, words: null };
    const { bundle, pieces } = found.open;
    const again = given.value.do === 'make' && bundle.state === 'making' && !isUnderWay(bundle, now);
    if (!mayChoose(bundle) && !again) return { found, words: null };
    switch (given.value.do) {
      case 'asked':
        return {
          found,
          words: 'What is asked for is saved',
          refusals: await askKinds(
            trx,
            bundle.id,
            given.value.asked,
            given.value.leaveOut ? { by: visit.staff.id, now } : null,
          ),
        };
      case 'looked': {
        const known = new Set(pieces.map(({ id }) => id));
        const refusals = await lookedThrough(
          trx,
          bundle.id,
          versionSeen(fields),
          given.value.looked.filter((id) => known.has(id)),
          visit.staff.id,
          now,
        );
        return { found, words: 'Noted that you have looked through them', refusals };
      }
      case 'make': {
        await gatherPapers(trx, bundle);
        const waiting = await stillLookedAt(trx, await piecesOf(trx, bundle.id));
        if (waiting.length > 0) return { found, words: null, waiting };
        await askToMake(trx, bundle.id, now);
        return { found, words: 'The bundle is being made' };
      }
      default:
        return given.value.do satisfies never;
    }
  });
  if (done.found === null) return notFound;
  if (!given.ok) return view(visit, done.found, given.form);
  if (done.refusals !== undefined && done.refusals.length > 0)
    return view(visit, done.found, withRefusals(startForm(visit), done.refusals));
  if (done.waiting !== undefined) {
    const words = `${papersIn(done.waiting.length)} of this bundle ${done.waiting.length === 1 ? 'is' : 'are'} still being looked at: wait until that is done, or leave ${done.waiting.length === 1 ? 'it' : 'them'} out`;
    return view(visit, done.found, withErrors(given.form, [{ field: 'make', words }]));
  }
  return redirect(visit.path, done.words === null ? {} : { done: done.words });
}

/** Nothing that no scanner has seen yet leaves the house. */
async function stillLookedAt(trx: Trx, pieces: readonly Piece[]): Promise<readonly Piece[]> {
  const chosen = pieces.filter(({ standing, file }) => file !== null && goesAlong(standing));
  const looks = await looksAt(
    trx,
    chosen.flatMap(({ file }) => file ?? []),
  );
  return chosen.filter(({ file }) => file !== null && looks.get(file)?.state === 'waiting');
}

function view(visit: Visit, { open: { bundle, pieces }, made, evidence, handovers }: Found, state: FormState): Answer {
  const about =
    bundle.audience === 'ombudsman' ? (bundle.reference ?? '') : 'What we hold of one person, across every case';
  const back =
    bundle.audience === 'ombudsman'
      ? { href: `/cases/${bundle.reference}/bundle`, text: 'Bundles of this case' }
      : { href: `/subject-requests/${bundle.requestId}`, text: 'The request' };
  return page(
    visit,
    {
      title: `Bundle: ${audienceWords[bundle.audience]}`,
      caption: about,
      section: 'ombudsman',
      wide: true,
      back,
      form: state,
    },
    <>
      {evidence === null ? null : (
        <p class="govuk-body">
          Asked for on <DayText day={evidence.askedOn} />.{' '}
          <Due words={dueWords(evidence.dueOn, visit.today, visit.rules.calendar)} day={evidence.dueOn} />
        </p>
      )}
      <State visit={visit} bundle={bundle} pieces={pieces} made={made} />
      {made.length > 0 && bundle.state !== 'making' ? <Files bundle={bundle} made={made} /> : null}
      <Handovers visit={visit} bundle={bundle} handovers={handovers} />
      {bundle.audience === 'ombudsman' ? (
        <Checklist visit={visit} bundle={bundle} pieces={pieces} form={state} />
      ) : null}
      <Papers visit={visit} bundle={bundle} pieces={pieces} />
    </>,
  );
}

export const oneBundle = screen({ path: '/bundles/:id', access: caseWorkers, get, post });
