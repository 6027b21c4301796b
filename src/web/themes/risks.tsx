/** Possible systemic risks: what waits for the senior lead's answer, and what was answered. */
import type { VNode } from 'preact';
import { capital } from '../../facts/capital.js';
import { inWords } from '../../facts/days.js';
import { groupingWords, isGrouping } from '../../reports/themes/kinds.js';
import { staffNames } from '../../store/staff.js';
import { listRisks, type Risk, type RiskAnswer, seniorLead } from '../../store/themes/risks.js';
import { InsetText, Tag } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { screen, type Visit } from '../visit.js';
import { themePage, themeReaders } from './theme-frame.js';

export const answerWords: Readonly<Record<RiskAnswer, string>> = {
  systemic: 'It is systemic, and this is what we do',
  watched: 'Not yet clear: it is watched',
  'not-systemic': 'It is not systemic',
};

const answerTags: Readonly<Record<RiskAnswer, { readonly text: string; readonly colour: 'red' | 'yellow' | 'green' }>> =
  {
    systemic: { text: 'Systemic', colour: 'red' },
    watched: { text: 'Watched', colour: 'yellow' },
    'not-systemic': { text: 'Not systemic', colour: 'green' },
  };

/** What a risk is about, in words; a word of residents is named on its own page alone, while it may be. */
export function riskTitle({ theme, called }: Pick<Risk, 'theme' | 'called'>): string {
  if (theme === 'words') return 'A word that rises';
  if (isGrouping(theme) && called !== null) {
    const { one } = groupingWords[theme];
    return `${capital(one)}: ${called}`;
  }
  return called ?? 'Something else';
}

/** Where the complaints behind it are seen. */
export function riskTheme({ theme, key, month }: Pick<Risk, 'theme' | 'key' | 'month'>): string | null {
  if (key === null) return null;
  const path = theme === 'words' ? `/themes/words/${key}` : isGrouping(theme) ? `/themes/by/${theme}/${key}` : null;
  return path === null ? null : `${path}?month=${month.slice(0, 7)}`;
}

export function RiskState({ risk }: { readonly risk: Risk }): VNode {
  if (risk.answeredAs === null) return <Tag colour="orange">Waits for an answer</Tag>;
  const { text, colour } = answerTags[risk.answeredAs];
  return <Tag colour={colour}>{text}</Tag>;
}

async function get(visit: Visit) {
  const { risks, lead } = await visit.db(async (trx) => {
    const id = await seniorLead(trx);
    return { risks: await listRisks(trx), lead: id === null ? null : ((await staffNames(trx)).get(id) ?? null) };
  });
  return themePage(
    visit,
    { title: 'Possible systemic risks', at: '/themes/risks' },
    <>
      <p class="govuk-body">
        What may be wrong in more than one home, put to the senior lead for complaints by a person, or by a rule when a
        month brings more than chance does. Each is answered, and the answer stands.
      </p>
      <p class="govuk-body">
        Senior lead: <strong>{lead ?? 'nobody is named yet'}</strong>.{' '}
        {visit.may('manager') ? (
          <a class="govuk-link" href="/themes/risks/lead">
            {lead === null ? 'Name the senior lead' : 'Name somebody else'}
          </a>
        ) : null}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/themes/risks/new">
          Put something to the senior lead
        </a>
      </p>
      {risks.length === 0 ? <InsetText text="Nothing has been put to the senior lead yet." /> : null}
      <ul class={risks.length === 0 ? 'govuk-list' : 'app-list'}>
        {risks.map((risk) => (
          <li key={risk.id} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              <a class="govuk-link" href={`/themes/risks/${risk.id}`}>
                {riskTitle(risk)}
              </a>{' '}
              <RiskState risk={risk} />
            </p>
            <p class="govuk-body-s govuk-!-margin-bottom-0">
              {risk.raisedBy === null ? 'Proposed by the rule' : `Raised by ${risk.raisedBy}`},{' '}
              <InstantText at={risk.raisedAt} />. {risk.why}
            </p>
            {risk.answer === null ? null : (
              <p class="govuk-body-s govuk-!-margin-bottom-0">
                {risk.answeredBy}: {risk.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>,
  );
}

export const risks = screen({ path: '/themes/risks', access: themeReaders, get });

/** The first day of a month in words: 'October 2026'. */
export function monthWords(month: Risk['month']): string {
  return inWords(month).split(' ').slice(-2).join(' ');
}
