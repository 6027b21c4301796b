/** The hazards of a case on its first page: what is known of each, who has it, what is due, and what can be recorded. */
import type { VNode } from 'preact';
import type { Case, Hazard } from '../../../complaint/case.js';
import {
  fitsHazard,
  type HazardAct,
  hazardActs,
  hazardWords,
  isUnsafe,
  limitsApply,
  possibleHazards,
  waitsForHandOver,
} from '../../../complaint/hazards.js';
import { accommodationAnswerWords, foundWords, hazardKindWords } from '../../../complaint/standing-words.js';
import { inWords } from '../../../facts/days.js';
import { londonTimeOf, minuteOf } from '../../../facts/instants.js';
import type { Trx } from '../../../store/database.js';
import { stillHazardous } from '../../../store/hazard-duties.js';
import { SummaryList, Tag, WarningText } from '../../ui/components.js';
import type { Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import { casePath } from '../case-frame.js';
import { type CaseShown, casesOpenTo, said, teamName } from '../case-shown.js';
import { HazardDue } from './hazard-due.js';

/** Of the requests behind a complaint, those that its viewer may open and whose hazards are not seen to yet. */
export async function hazardousBehind(trx: Trx, visit: Visit, c: Case): Promise<readonly string[]> {
  const behind = c.links.filter(({ relation }) => relation === 'request-behind-this-complaint').map(({ to }) => to);
  return stillHazardous(trx, [...(await casesOpenTo(trx, visit, behind))]);
}

export function HazardsPart({
  shown,
  behind,
  visit,
}: {
  readonly shown: CaseShown;
  /** References of the requests behind it whose hazards are not seen to yet. */
  readonly behind: readonly string[];
  readonly visit: Visit;
}): VNode | null {
  const { hazards } = shown.case;
  const possible = possibleHazards(shown.case);
  if (hazards.length === 0 && possible.length === 0 && behind.length === 0) return null;
  return (
    <section id="hazards" aria-labelledby="hazards-heading">
      <h2 class="govuk-heading-m" id="hazards-heading">
        Hazards
      </h2>
      {possible.length === 0 ? null : (
        <WarningText iconFallbackText="Warning">
          It may tell of a hazard: {possible.map((kind) => hazardKindWords[kind].toLowerCase()).join(', ')}. If it is
          one, we have known of it since {inWords(shown.case.receivedOn)}, and the law’s time runs from then. Record it,
          or say why it is none.
        </WarningText>
      )}
      {behind.map((reference) => (
        <p key={reference} class="govuk-body">
          The request behind this complaint has a hazard that is not seen to yet:{' '}
          <a class="govuk-link" href={`${casePath(reference)}#hazards`}>
            hazards of {reference}
          </a>
        </p>
      ))}
      {hazards.map((hazard) => (
        <OneHazard key={hazard.id} hazard={hazard} shown={shown} visit={visit} />
      ))}
    </section>
  );
}

function OneHazard({
  hazard,
  shown,
  visit,
}: {
  readonly hazard: Hazard;
  readonly shown: CaseShown;
  readonly visit: Visit;
}): VNode {
  const clocks = shown.hazardClocks.filter((clock) => clock.hazard === hazard.id);
  const otherwise = clocks.find((clock) => clock.otherwise !== null)?.otherwise ?? null;
  const row = (key: string, text: string | null) => (text === null ? [] : [{ key: { text: key }, value: { text } }]);
  return (
    <section class="app-point">
      <h3 class="govuk-heading-s">
        {hazardWords(hazard)} <Tag colour={isUnsafe(hazard) ? 'orange' : 'green'}>{standing(hazard)}</Tag>
      </h3>
      {waitsForHandOver(hazard) ? (
        <WarningText text="Nobody who deals with hazards has it yet. Hand it over now." iconFallbackText="Warning" />
      ) : null}
      {otherwise === null ? null : <WarningText text={`${otherwise}.`} iconFallbackText="Warning" />}
      {clocks.length === 0 ? (
        limitsApply(hazard, shown.case.tenure, visit.rules).because.map((sentence) => (
          <p key={sentence} class="govuk-body">
            {sentence}
          </p>
        ))
      ) : (
        <ul class="govuk-list">
          {clocks.map((clock) => (
            <li key={clock.duty}>
              {clock.what}
              <br />
              <HazardDue clock={clock} visit={visit} />
            </li>
          ))}
        </ul>
      )}
      <SummaryList
        rows={[
          ...row('We have known since', dayAndTime(hazard.noticedOn, hazard.awareAt)),
          ...row('What is known', hazard.words === null ? null : said(shown, hazard.words)),
          ...row('Told in', pointsOf(hazard, shown)),
          ...hazard.handOvers.flatMap((one) =>
            row(
              'Handed over',
              [
                `${teamName(shown, one.to)}, ${dayAndTime(one.on, one.at)}`,
                one.job === null ? null : `Job ${said(shown, one.job)}`,
                one.words === null ? null : said(shown, one.words),
              ]
                .filter((part) => part !== null)
                .join('. '),
            ),
          ),
          ...hazard.investigations.flatMap((one) =>
            row(
              'Investigated',
              `${dayAndTime(one.on, one.at)}: ${foundWords(one).toLowerCase()}. ${said(shown, one.words)}`,
            ),
          ),
          ...row('Summary given', hazard.summary === null ? null : inWords(hazard.summary.on)),
          ...row('Made safe', hazard.madeSafeOn === null ? null : dayAndTime(hazard.madeSafeOn, hazard.madeSafeAt)),
          ...row(
            'Further work waits',
            hazard.workPutOff === null || hazard.workBegunOn !== null ? null : said(shown, hazard.workPutOff.reason),
          ),
          ...row('Further work begun', hazard.workBegunOn === null ? null : inWords(hazard.workBegunOn)),
          ...hazard.accommodation.flatMap((one) =>
            row(
              'Other accommodation',
              `${inWords(one.on)}: ${accommodationAnswerWords[one.answer].toLowerCase()}. ${said(shown, one.words)}`,
            ),
          ),
        ]}
      />
      <Links hazard={hazard} shown={shown} visit={visit} />
    </section>
  );
}

const linkWords: Readonly<Record<HazardAct, string>> = {
  'hand-over-hazard': 'Hand it over',
  'investigate-hazard': 'Record the investigation',
  'summarise-hazard': 'Give the written summary',
  'make-hazard-safe': 'Record that it is made safe',
  'begin-hazard-work': 'Record that further work has begun',
  'put-off-hazard-work': 'Record why further work can’t begin yet',
  'offer-accommodation': 'Offer other accommodation',
};

function Links(props: { readonly hazard: Hazard; readonly shown: CaseShown; readonly visit: Visit }): VNode | null {
  const { hazard, shown, visit } = props;
  const possible = hazardActs.filter((act) => fitsHazard(act, hazard) && mayBegin(shown, visit, act));
  if (possible.length === 0) return null;
  return (
    <ul class="govuk-list">
      {possible.map((act) => (
        <li key={act}>
          <a class="govuk-link" href={actPath(shown.case.reference, act, `?hazard=${hazard.id}`)}>
            {linkWords[act]}
            <span class="govuk-visually-hidden"> ({hazardWords(hazard)})</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function standing(hazard: Hazard): string {
  if (hazard.madeSafeOn !== null) return 'Made safe';
  return isUnsafe(hazard) ? 'Not safe yet' : 'Found to be no significant hazard';
}

function dayAndTime(on: Parameters<typeof inWords>[0], at: string | null): string {
  return at === null ? inWords(on) : `${inWords(on)} at ${londonTimeOf(minuteOf(at))}`;
}

function pointsOf(hazard: Hazard, shown: CaseShown): string | null {
  const numbers = shown.case.points.filter(({ id }) => hazard.points.includes(id)).map(({ number }) => number);
  return numbers.length === 0 ? null : numbers.map((number) => `Point ${number}`).join(', ');
}
