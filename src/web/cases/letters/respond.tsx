/** Answering: stage 1 and the final response, begun when every point has its answer (6.3 to 6.9, 6.14 to 6.20). */
import { z } from 'zod';
import { mayRespond } from '../../../complaint/may/respond.js';
import { mayRespondFinally } from '../../../complaint/may/respond-finally.js';
import type { Act } from '../../../complaint/permitted.js';
import { decisionAt, ownPoints } from '../../../complaint/points.js';
import type { Rule } from '../../../complaint/provisions.js';
import { findingWords } from '../../../complaint/standing-words.js';
import type { Matter } from '../../../letters/words.js';
import { SummaryList } from '../../ui/components.js';
import { beginning } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { actPath } from '../acts.js';
import { type CaseShown, said } from '../case-shown.js';
import { draftToo, mayBeginLetter, toField, toTheLetter } from './begin.js';
import { ToField } from './to-field.js';

const finalRules: readonly Rule[] = [
  'answer-2',
  'every-point-2',
  'in-writing-2',
  'final-response',
  'remedy-kinds',
  'promise',
];
const firstRules: readonly Rule[] = [
  'answer-1',
  'every-point-1',
  'in-writing-1',
  'on-to-stage-2',
  'remedy-kinds',
  'promise',
];

function answering(act: Extract<Act, 'respond' | 'respond-finally'>, stage: 1 | 2) {
  const matter: Matter = { kind: stage === 1 ? 'stage-1-response' : 'final-response' };
  return actScreen({
    act,
    title: stage === 1 ? 'Answer stage 1' : 'Write the final response',
    asks: stage === 1 ? firstRules : finalRules,
    schema: (shown, visit) => z.object({ to: toField(shown, visit) }),
    fields: ({ form, shown, visit }) => (
      <>
        <WhatGoesIn shown={shown} stage={stage} />
        <ToField form={form} shown={shown} visit={visit} />
      </>
    ),
    decide: (_value, { file, context }) => {
      const request = {
        on: context.today,
        how: 'post' as const,
        letter: null,
        involved: [context.by.staff],
        approvalNeeded: false,
      };
      const wouldBe =
        stage === 1 ? mayRespond(file.case, request, context) : mayRespondFinally(file.case, request, context);
      return mayBeginLetter(file.case, matter, wouldBe, context);
    },
    extras: (value, visit, shown) => draftToo(matter, value.to, visit, shown),
    button: 'Write the letter',
    done: 'The letter is made from the points. Read it, change what you want, then send it',
    next: (_value, outcome) => toTheLetter(outcome),
  });
}

/** The points with their findings, the remedies and the promises: what the letter is made from. */
function WhatGoesIn({ shown, stage }: { readonly shown: CaseShown; readonly stage: 1 | 2 }) {
  const { reference, remedies, promises } = shown.case;
  const rows = ownPoints(shown.case, stage).map((point) => {
    const decision = decisionAt(point, stage);
    return {
      key: { text: `Point ${point.number}` },
      value: {
        text: `${beginning(said(shown, point.definition?.understanding ?? point.words), 160)} ${decision === null ? 'Not decided yet.' : `${findingWords[decision.finding]}.`}`,
      },
      actions: {
        items: [
          {
            href: actPath(reference, 'decide-point', `?point=${point.id}`),
            text: decision === null ? 'Decide' : 'Change',
            visuallyHiddenText: `point ${point.number}`,
          },
        ],
      },
    };
  });
  const ofStage = remedies.filter((remedy) => remedy.stage === stage).length;
  const promised = promises.filter((promise) => promise.stage === stage).length;
  return (
    <>
      <h2 class="govuk-heading-m">What goes into it</h2>
      <SummaryList rows={rows} />
      <ul class="govuk-list">
        <li>
          {ofStage} {ofStage === 1 ? 'remedy' : 'remedies'}.{' '}
          <a class="govuk-link" href={actPath(reference, 'offer-remedy')}>
            Offer a remedy
          </a>
        </li>
        <li>
          {promised} promised {promised === 1 ? 'action' : 'actions'}.{' '}
          <a class="govuk-link" href={actPath(reference, 'promise-action')}>
            Promise an action
          </a>
        </li>
        <li>
          {shown.case.stages[stage]?.learning === null
            ? 'The cause and what we learnt are not recorded yet.'
            : 'The cause and what we learnt are recorded.'}{' '}
          <a class="govuk-link" href={actPath(reference, 'record-learning')}>
            Record the cause and what we learnt
          </a>
        </li>
      </ul>
    </>
  );
}

export const respond = answering('respond', 1);
export const respondFinally = answering('respond-finally', 2);
