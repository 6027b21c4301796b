/** What shows what happened: documents, what teams and contractors were asked, and each side's account. */
import type { VNode } from 'preact';
import { mentionedFiles } from '../../../complaint/mentioned.js';
import { numbersOf } from '../../../complaint/points.js';
import { caseReaders, caseWorkers } from '../../../complaint/roles.js';
import { type Serving, serveables } from '../../../store/file-scans.js';
import { sizeWords } from '../../files/file-screens.js';
import { altOf, pagesWords, StateTag, stateWords, TakenAt } from '../../files/file-state.js';
import { InsetText, Table, Tag } from '../../ui/components.js';
import { DayText, Due, dueWords } from '../../ui/dates.js';
import { Scroll } from '../../ui/scroll.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import { casePage, casePath } from '../case-frame.js';
import { type CaseShown, said, showCaseWith, teamName } from '../case-shown.js';

const fromWords = {
  resident: 'The resident',
  staff: 'Staff',
  contractor: 'A contractor',
  other: 'Somebody else',
} as const;

async function get(visit: Visit) {
  const found = await showCaseWith(visit, (trx, c) => {
    const files = mentionedFiles(c.history).map(({ file }) => file);
    return serveables(trx, files, 'staff');
  });
  if (found === null) return notFound;
  const { shown, more: servings } = found;
  return casePage(
    visit,
    shown,
    { tab: 'evidence' },
    <>
      <h2 class="govuk-heading-m">Documents</h2>
      {mayBegin(shown, visit, 'add-document') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={actPath(shown.case.reference, 'add-document')}>
            Add a document
          </a>
        </p>
      ) : null}
      <Documents shown={shown} servings={servings} />
      {visit.may(...caseWorkers) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={casePath(shown.case.reference, '/bundle')}>
            Bundle for the Ombudsman
          </a>
        </p>
      ) : null}
      <h2 class="govuk-heading-m">Asked of teams and contractors</h2>
      {mayBegin(shown, visit, 'ask-information') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={actPath(shown.case.reference, 'ask-information')}>
            Ask a team or contractor
          </a>
        </p>
      ) : null}
      <Requests shown={shown} visit={visit} />
      <h2 class="govuk-heading-m">Each side’s account</h2>
      <Accounts shown={shown} />
    </>,
  );
}

/** Every file that the case names, wherever it came with: a contact, a message, an answer, a document added by itself. */
function Documents({
  shown,
  servings,
}: {
  readonly shown: CaseShown;
  readonly servings: ReadonlyMap<string, Serving>;
}): VNode {
  const files = mentionedFiles(shown.case.history).filter(({ file }) => shown.file.documents.has(file));
  if (files.length === 0) return <InsetText text="No documents yet." />;
  return (
    <Scroll label="Documents">
      <Table
        caption="Documents"
        captionClasses="govuk-visually-hidden"
        head={[{ text: 'Document' }, { text: 'Virus scan' }, { text: 'From' }, { text: 'Points' }, { text: 'On' }]}
        rows={files.map(({ file, entry }) => {
          const document = shown.file.documents.get(file);
          const { what } = entry;
          const titled = what.type === 'DocumentAdded';
          const title = titled ? said(shown, what.title) : (document?.name ?? 'A file');
          return [
            { html: <Named shown={shown} file={file} title={title} serving={servings.get(file)} /> },
            { html: <Looked serving={servings.get(file)} /> },
            {
              text: titled
                ? fromWords[what.from]
                : what.type === 'Received' || what.type === 'MessageReceived'
                  ? fromWords.resident
                  : fromWords.staff,
            },
            {
              text:
                titled && what.points.length > 0
                  ? numbersOf(shown.case.points.filter((point) => what.points.includes(point.id)))
                  : '',
            },
            { html: <DayText day={entry.happenedOn} short /> },
          ];
        })}
      />
    </Scroll>
  );
}

interface OneDocument {
  readonly shown: CaseShown;
  readonly file: string;
  readonly title: string;
  readonly serving: Serving | undefined;
}

/** Its first picture, when one may be shown, its title and what it is. */
function Named({ shown, file, title, serving }: OneDocument): VNode {
  const path = `/cases/${shown.case.reference}/documents/${file}`;
  const look = serving?.look;
  return (
    <>
      {look === undefined || serving?.pictures === 0 ? null : (
        <img class="app-preview__small" src={`${path}/pictures/1`} alt={altOf(look, 1, title)} loading="lazy" />
      )}
      <a class="govuk-link" href={path}>
        {title}
      </a>
      <br />
      <span class="govuk-!-font-size-16">
        {look === undefined || title === look.name ? '' : `${look.name}, `}
        {sizeWords(look?.size ?? 0)}
        {look === undefined || look.pages === null ? '' : `, ${pagesWords(look.pages)}`}
        {look === undefined || look.takenAt === null ? null : (
          <>
            , taken on <TakenAt look={look} />
          </>
        )}
      </span>
    </>
  );
}

/** What the scan says; of what is sealed or can't be scanned, why, where the file would be. */
function Looked({ serving }: { readonly serving: Serving | undefined }): VNode | null {
  if (serving === undefined) return null;
  const { look } = serving;
  const tells = look.state === 'infected' || look.state === 'cannot' || look.because === 'scanner-down';
  return (
    <>
      <StateTag look={look} />
      {tells ? <p class="govuk-body-s govuk-!-margin-bottom-0">{stateWords(look).words}</p> : null}
    </>
  );
}

function Requests({ shown, visit }: { readonly shown: CaseShown; readonly visit: Visit }): VNode {
  const { requests, reference } = shown.case;
  if (requests.length === 0) return <InsetText text="Nothing has been asked yet." />;
  return (
    <ol class="app-list">
      {requests.map((request) => (
        <li key={request.id} class="app-list__item">
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>{teamName(shown, request.of)}</strong>
            {request.contractor ? ' (contractor)' : ''}, asked on <DayText day={request.askedOn} short />{' '}
            {request.receivedOn ? (
              <Tag colour="green">Answered</Tag>
            ) : (
              <Due words={dueWords(request.dueOn, visit.today, visit.rules.calendar)} day={request.dueOn} />
            )}
          </p>
          <p class="govuk-body app-quote">{said(shown, request.words)}</p>
          {request.chasedOn.length > 0 ? (
            <p class="govuk-body">
              Chased {request.chasedOn.length === 1 ? 'once' : `${request.chasedOn.length} times`}.
            </p>
          ) : null}
          {request.answer ? <div class="app-words">{said(shown, request.answer)}</div> : null}
          {request.receivedOn === null ? (
            <ul class="govuk-list">
              {(['receive-information', 'chase-information'] as const)
                .filter((act) => mayBegin(shown, visit, act))
                .map((act) => (
                  <li key={act}>
                    <a class="govuk-link" href={actPath(reference, act, `?request=${request.id}`)}>
                      {act === 'receive-information' ? 'Record their answer' : 'Chase'}
                    </a>
                  </li>
                ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Accounts({ shown }: { readonly shown: CaseShown }): VNode {
  const stages = ([1, 2] as const).flatMap((n) => shown.case.stages[n] ?? []);
  const lines = stages.flatMap((stage) => [
    ...stage.positions.map((one) => ({
      ...one,
      who: 'staff' in one.from ? 'Staff: their side' : 'The resident: their side',
      stage: stage.stage,
    })),
    ...stage.findingsShared.map((one) => ({
      ...one,
      who: 'staff' in one.with ? 'Findings shared with staff' : 'Findings shared with the resident',
      stage: stage.stage,
    })),
    ...stage.comments.map((one) => ({
      ...one,
      who: 'staff' in one.from ? 'Staff: comments' : 'The resident: comments',
      stage: stage.stage,
    })),
  ]);
  if (lines.length === 0) return <InsetText text="Nobody has been heard yet." />;
  return (
    <ol class="app-list">
      {lines.map((line) => (
        <li key={`${line.words}-${line.who}`} class="app-list__item">
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>{line.who}</strong> at stage {line.stage}, <DayText day={line.on} short />
          </p>
          <p class="govuk-body app-quote govuk-!-margin-bottom-0">{said(shown, line.words)}</p>
        </li>
      ))}
    </ol>
  );
}

export const caseEvidence = screen({ path: '/cases/:reference/evidence', access: caseReaders, get });
