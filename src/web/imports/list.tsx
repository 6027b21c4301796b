/** Registers that were brought in, and those that were sent and wait for somebody to say how they are meant. */
import type { VNode } from 'preact';
import type { ImportRecord } from '../../store/import-shapes.js';
import { listImports } from '../../store/imports.js';
import { listRegistersSent, type RegisterWaiting } from '../../store/registers-sent.js';
import { Button, InsetText, Table, Tag } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, screen, type Visit } from '../visit.js';
import { counted, importers } from './import-frame.js';
import { isUnderWay, stateWords } from './import-words.js';

async function get(visit: Visit): Promise<Answer> {
  const { imports, waiting } = await visit.db(async (trx) => ({
    imports: await listImports(trx),
    waiting: await listRegistersSent(trx),
  }));
  return page(
    visit,
    {
      title: 'Registers',
      section: visit.may('administrator') ? 'settings' : 'oversight',
      wide: true,
    },
    <>
      <p class="govuk-body">
        Spreadsheets of past complaints and contacts, brought in as cases so that figures and reports can be made from
        them.
      </p>
      <Button href="/imports/new">Bring in a register</Button>
      {waiting.length === 0 ? null : <Waiting waiting={waiting} />}
      <h2 class="govuk-heading-m">Brought in</h2>
      {imports.length === 0 ? <InsetText text="None yet." /> : <Imports imports={imports} />}
    </>,
  );
}

function Waiting({ waiting }: { readonly waiting: readonly RegisterWaiting[] }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">Sent, and not taken yet</h2>
      <ul class="govuk-list">
        {waiting.map(({ id, fileName, source, by, at }) => (
          <li key={id}>
            <a class="govuk-link" href={`/imports/sent/${id}`}>
              {source}: {fileName}
            </a>
            , sent by {by ?? 'somebody'}, <InstantText at={at} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Imports({ imports }: { readonly imports: readonly ImportRecord[] }): VNode {
  const numeric = (n: number) => ({ text: counted(n), format: 'numeric' });
  return (
    <Scroll label="Registers that were brought in">
      <Table
        caption="Registers that were brought in"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          { text: 'Register' },
          { text: 'State' },
          { text: 'Cases', format: 'numeric' },
          { text: 'Rows taken', format: 'numeric' },
          { text: 'Not taken', format: 'numeric' },
          { text: 'Begun' },
        ]}
        rows={imports.map((one) => [
          {
            html: (
              <a class="govuk-link" href={`/imports/${one.id}`}>
                {one.source}: {one.fileName}
              </a>
            ),
          },
          { html: isUnderWay(one) ? <Tag>{stateWords[one.state]}</Tag> : stateWords[one.state] },
          numeric(one.cases),
          numeric(one.taken + one.changed),
          numeric(one.refused),
          {
            html: (
              <>
                {one.by ?? 'The command line'}, <InstantText at={one.begunAt} />
              </>
            ),
          },
        ])}
      />
    </Scroll>
  );
}

export const imports = screen({ path: '/imports', access: importers, get });
