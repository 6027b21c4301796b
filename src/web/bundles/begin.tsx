/** A bundle for the Ombudsman about one case: everything that the record holds, made by one button. */
import { bundleKinds, bundleKindWords } from '../../complaint/bundle/kinds.js';
import { papersOf } from '../../complaint/bundle/papers.js';
import { caseWorkers } from '../../complaint/roles.js';
import { beginAndMake } from '../../store/bundle-begin.js';
import { listBundles } from '../../store/bundles.js';
import { readCase } from '../../store/case-file.js';
import { evidenceRequestOf } from '../../store/ombudsman-cases.js';
import { maySeeCase } from '../cases/case-shown.js';
import { Button, InsetText, Tag } from '../ui/components.js';
import { DayText, Due, dueWords, InstantText } from '../ui/dates.js';
import { Form } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { begunWords, papersIn, stateOf } from './bundle-words.js';

async function read(visit: Visit) {
  return visit.db(async (trx) => {
    const file = await readCase(trx, visit.params.reference ?? '');
    if (file === null || !(await maySeeCase(trx, visit, file.case.id))) return null;
    const { say, documents } = file;
    const papers = papersOf(file.case, { say, nameOf: (one) => documents.get(one)?.name ?? null });
    return {
      case: file.case,
      papers: papers.length + 1,
      bundles: await listBundles(trx, { caseId: file.case.id }),
      asked: await evidenceRequestOf(trx, file.case.id),
    };
  });
}

async function get(visit: Visit) {
  const found = await read(visit);
  if (found === null) return notFound;
  const { case: c, papers, bundles, asked } = found;
  return page(
    visit,
    {
      title: 'Bundle for the Ombudsman',
      caption: c.reference,
      section: 'ombudsman',
      back: { href: `/cases/${c.reference}`, text: 'The case' },
    },
    <>
      {asked === null ? null : (
        <InsetText>
          <p class="govuk-body">
            The Ombudsman asked for evidence on <DayText day={asked.askedOn} />.
          </p>
          <Due words={dueWords(asked.dueOn, visit.today, visit.rules.calendar)} day={asked.dueOn} />
        </InsetText>
      )}
      <p class="govuk-body">
        The record holds {papersIn(papers)} of this case. All of them go in, with a chronology, the policy as it was
        then, an index and a list of digests. It is a draft: nothing goes out before somebody has checked it.
      </p>
      <Form visit={visit}>
        <Button preventDoubleClick>Make a draft with everything</Button>
      </Form>
      <p class="govuk-body">
        Tenancy, repair history or recordings that are not in the case yet:{' '}
        <a class="govuk-link" href={`/cases/${c.reference}/add-document`}>
          add them as documents
        </a>
        . They join when the bundle is made again.
      </p>
      {bundles.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Bundles of this case</h2>
          <ul class="govuk-list">
            {bundles.map((one) => (
              <li key={one.id}>
                <a class="govuk-link" href={`/bundles/${one.id}`}>
                  Begun <InstantText at={one.madeAt} />
                </a>{' '}
                <Tag colour={stateOf(one).colour}>{stateOf(one).text}</Tag>
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
  );
}

async function post(visit: Visit) {
  const made = await visit.db(async (trx) => {
    const file = await readCase(trx, visit.params.reference ?? '');
    if (file === null || !(await maySeeCase(trx, visit, file.case.id))) return null;
    const of = { caseId: file.case.id };
    return beginAndMake(trx, { of, asked: bundleKinds, by: visit.staff.id, now: new Date(visit.now) });
  });
  return made === null ? notFound : redirect(`/bundles/${made.id}`, { done: begunWords(made) });
}

export const kindChoices = bundleKinds.map((kind) => ({ value: kind, text: bundleKindWords[kind] }));

export const beginBundleOfCase = screen({ path: '/cases/:reference/bundle', access: caseWorkers, get, post });
