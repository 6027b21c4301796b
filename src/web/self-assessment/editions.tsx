/** The editions of the Code held against each other, provision by provision, and what is new in one. */
import type { VNode } from 'preact';
import { codes } from '../../law/in-force.js';
import { lgsco } from '../../law/lgsco.js';
import { from2024toLgsco } from '../../law/mapping/from-2024-to-lgsco.js';
import { dutyOf, mappings, newIn, provisionNumbers } from '../../law/mapping/mapping.js';
import { type Mapping, relationWords } from '../../law/mapping/words.js';
import type { Edition } from '../../law/words.js';
import { Table } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';

interface Step {
  readonly key: string;
  readonly title: string;
  readonly from: Edition;
  readonly to: Edition | null;
  readonly mapping: Mapping;
}

const steps: readonly Step[] = [
  { key: '2022-2024', title: 'From 2022 to 2024', from: '2022', to: '2024', mapping: mappings['2022'].mapping },
  { key: '2020-2022', title: 'From 2020 to 2022', from: '2020', to: '2022', mapping: mappings['2020'].mapping },
  { key: '2024-councils', title: 'From 2024 to the councils’ Code', from: '2024', to: null, mapping: from2024toLgsco },
];

async function get(visit: Visit) {
  const step = steps.find((one) => one.key === visit.query.step) ?? steps[0];
  if (step === undefined) throw new Error('there are editions');
  const { from, to, mapping } = step;
  return page(
    visit,
    {
      title: step.title,
      caption: 'Editions of the Complaint Handling Code',
      section: 'assessment',
      wide: true,
      crumbs: [{ text: 'Self-assessments', href: '/self-assessment' }],
    },
    <>
      <nav aria-label="Editions">
        <ul class="govuk-list">
          {steps.map(({ key, title }) => (
            <li key={key}>
              {key === step.key ? (
                <strong>{title}</strong>
              ) : (
                <a class="govuk-link" href={`/self-assessment/editions?step=${key}`}>
                  {title}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <p class="govuk-body">
        By this, last year’s answers are shown beside a new edition’s provisions. The sentences are our own;{' '}
        <a class="govuk-link" href={to === null ? lgsco.officialText : codes[to].officialText}>
          the official text
        </a>{' '}
        is the Ombudsman’s.
      </p>
      <Changes from={from} to={to} mapping={mapping} />
      {to === null ? null : <New edition={to} since={from} />}
      {mapping.gone.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Gone</h2>
          <Scroll label="Gone">
            <Table
              caption="Gone"
              captionClasses="govuk-visually-hidden"
              head={[{ text: 'Was' }, { text: 'What it asked' }, { text: 'What became of it' }]}
              rows={mapping.gone.map(({ provision, words }) => [
                { text: provision },
                { text: dutyOf(from, provision) },
                { text: words },
              ])}
            />
          </Scroll>
        </>
      )}
    </>,
  );
}

function Changes({ from, to, mapping }: Pick<Step, 'from' | 'to' | 'mapping'>): VNode {
  const count = (is: string) => mapping.pairs.filter((pair) => pair.is === is).length;
  const order = new Map(provisionNumbers(from).map((provision, i) => [provision, i]));
  const pairs = mapping.pairs.toSorted((a, b) => (order.get(a.earlier) ?? 0) - (order.get(b.earlier) ?? 0));
  return (
    <>
      <h2 class="govuk-heading-m">Provision by provision</h2>
      <p class="govuk-body">
        {[
          `${count('same')} ask the same`,
          `${count('stricter')} ask more`,
          `${count('eased')} ask less`,
          `${count('part-of')} are taken up in part`,
          `${mapping.arrived.length} are new`,
          `${mapping.gone.length} are gone`,
        ].join(' · ')}
        .
      </p>
      <Scroll label="Provision by provision">
        <Table
          caption="Provision by provision"
          captionClasses="govuk-visually-hidden"
          head={[
            { text: 'Was' },
            { text: 'What it asked' },
            { text: 'Is now' },
            { text: 'Change' },
            { text: 'What changed' },
          ]}
          rows={pairs.map(({ earlier, later, is, changed }) => [
            { text: earlier },
            { text: dutyOf(from, earlier) },
            { text: to === null ? `Section ${later}` : later },
            { text: relationWords[is] },
            { text: changed },
          ])}
        />
      </Scroll>
    </>
  );
}

function New({ edition, since }: { readonly edition: Edition; readonly since: Edition }): VNode {
  const found = newIn(edition, since);
  return (
    <>
      <h2 class="govuk-heading-m">What is new in {edition}, or asks more</h2>
      <p class="govuk-body">In a self-assessment against this edition, each of these asks how you will meet it.</p>
      <Scroll label={`What is new in ${edition}`}>
        <Table
          caption={`What is new in ${edition}, or asks more`}
          captionClasses="govuk-visually-hidden"
          head={[{ text: 'Provision' }, { text: 'What it asks' }, { text: 'Change' }, { text: 'What is new' }]}
          rows={found.map(({ provision, duty, is, words }) => [
            { text: provision },
            { text: duty },
            { text: relationWords[is] },
            { text: words },
          ])}
        />
      </Scroll>
    </>
  );
}

export const editionsPage = screen({ path: '/self-assessment/editions', access: 'signed-in', get });
