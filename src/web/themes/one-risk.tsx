/** One possible systemic risk, and the senior lead's answer to it. */
import { z } from 'zod';
import { caseWorkers } from '../../complaint/roles.js';
import { answersRisks } from '../../reports/themes/senior-lead.js';
import { answerRisk, findRisk, type Risk, riskAnswers, seniorLead } from '../../store/themes/risks.js';
import { InsetText } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { choice, requiredText } from '../ui/fields.js';
import {
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  withRefusals,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { whoActs } from '../who-acts.js';
import { answerWords, monthWords, RiskState, riskTheme, riskTitle } from './risks.js';
import { themePage, themeReaders } from './theme-frame.js';

const form = z.object({
  as: choice(riskAnswers, 'Choose what it is'),
  answer: requiredText('Say why, and what is done', 4000),
});

interface Asked {
  readonly risk: Risk;
  readonly mayAnswer: boolean;
}

async function asked(visit: Visit): Promise<Asked | null> {
  return visit.db(async (trx) => {
    const risk = await findRisk(trx, visit.params.id ?? '');
    if (risk === null) return null;
    return { risk, mayAnswer: answersRisks(await seniorLead(trx), whoActs(visit)) };
  });
}

async function get(visit: Visit) {
  const found = await asked(visit);
  return found === null ? notFound : view(visit, found, startForm(visit, { as: '', answer: '' }));
}

async function post(visit: Visit) {
  const found = await asked(visit);
  if (found === null || !found.mayAnswer) return notFound;
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, found, read.form);
  const { risk } = found;
  const refusal = await visit.db((trx) => answerRisk(trx, risk.id, read.value, whoActs(visit)));
  if (refusal !== null) return view(visit, found, withRefusals(read.form, [refusal]));
  return redirect(`/themes/risks/${risk.id}`, {
    done: 'Answered. The answer stands, and whoever reads themes sees it',
  });
}

function view(visit: Visit, { risk, mayAnswer }: Asked, state: FormState) {
  const href = riskTheme(risk);
  const leads = href !== null && (risk.theme !== 'words' || visit.may(...caseWorkers));
  return themePage(
    visit,
    {
      title: riskTitle(risk),
      at: '/themes/risks',
      form: state,
      back: { href: '/themes/risks', text: 'Possible systemic risks' },
    },
    <>
      <p class="govuk-body">
        <RiskState risk={risk} />
      </p>
      <p class="govuk-body">
        {risk.raisedBy === null ? 'Proposed by the rule' : `Raised by ${risk.raisedBy}`},{' '}
        <InstantText at={risk.raisedAt} />, about {monthWords(risk.month)}.
      </p>
      <p class="govuk-body app-quote">{risk.why}</p>
      {leads ? (
        <p class="govuk-body">
          <a class="govuk-link" href={href ?? ''}>
            The complaints behind it
          </a>
        </p>
      ) : null}
      {risk.answeredAs === null ? null : (
        <>
          <h2 class="govuk-heading-m">{answerWords[risk.answeredAs]}</h2>
          <p class="govuk-body app-quote">{risk.answer}</p>
          <p class="govuk-body-s">
            {risk.answeredBy}, <InstantText at={risk.answeredAt ?? risk.raisedAt} />
          </p>
        </>
      )}
      {risk.answeredAs !== null ? null : mayAnswer ? (
        <Form visit={visit}>
          <RadiosField
            form={state}
            name="as"
            legend="What is it?"
            items={riskAnswers.map((value) => ({ value, text: answerWords[value] }))}
          />
          <TextareaField form={state} name="answer" label="Why, and what is done" rows={6} most={4000} />
          <Submit>Answer</Submit>
        </Form>
      ) : (
        <InsetText text="The senior lead for complaints answers this." />
      )}
    </>,
  );
}

export const oneRisk = screen({ path: '/themes/risks/:id', access: themeReaders, get, post });
