/** To whom a bundle was handed over, until when, and what they fetched. */
import type { ComponentChildren, VNode } from 'preact';
import { handsOver } from '../../complaint/bundle/going-out.js';
import type { Bundle } from '../../store/bundles.js';
import { endHandover, type Handover, readHandover } from '../../store/handovers.js';
import { SummaryList } from '../ui/components.js';
import { DayText, InstantText } from '../ui/dates.js';
import { Form, Hidden, Submit } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { openBundle } from './open-bundle.js';

export function Handovers(props: {
  readonly visit: Visit;
  readonly bundle: Bundle;
  readonly handovers: readonly Handover[];
}): VNode | null {
  const { visit, bundle, handovers } = props;
  if (handovers.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Handed over</h2>
      {handovers.map((one) => (
        <SummaryList
          key={one.id}
          rows={[
            {
              key: { text: 'To' },
              value: { text: one.toEmail === null ? one.toName : `${one.toName}, ${one.toEmail}` },
            },
            {
              key: { text: 'When' },
              value: {
                html: (
                  <>
                    <InstantText at={one.madeAt} />, by {one.madeBy}
                  </>
                ),
              },
            },
            { key: { text: 'How' }, value: { html: <How one={one} visit={visit} bundle={bundle} /> } },
            {
              key: { text: 'Fetched' },
              value: {
                html:
                  one.downloads.length === 0 ? (
                    'Nothing yet'
                  ) : (
                    <ul class="govuk-list">
                      {one.downloads.map(({ name, at }) => (
                        <li key={at}>
                          {name}, <InstantText at={at} />
                        </li>
                      ))}
                    </ul>
                  ),
              },
            },
          ]}
        />
      ))}
    </>
  );
}

function How({ one, visit, bundle }: { one: Handover; visit: Visit; bundle: Bundle }): VNode {
  if (one.until === null && one.endedAt !== null)
    return (
      <>
        Closed archive, fetched here until <InstantText at={one.endedAt} />
      </>
    );
  if (one.until === null)
    return (
      <>
        <a class="govuk-link" href={`/bundles/${bundle.id}/archive/${one.id}`}>
          Closed archive
        </a>
        <Close visit={visit} bundle={bundle} one={one}>
          Make no more archives of it
        </Close>
      </>
    );
  const over = one.endedAt !== null || one.until < visit.today;
  return (
    <>
      By a link, {one.endedAt !== null ? 'closed' : over ? 'over since' : 'until'}{' '}
      {one.endedAt !== null ? <InstantText at={one.endedAt} /> : <DayText day={one.until} />}
      {over ? null : (
        <Close visit={visit} bundle={bundle} one={one}>
          Close the link now
        </Close>
      )}
    </>
  );
}

function Close(props: { one: Handover; visit: Visit; bundle: Bundle; children: ComponentChildren }): VNode {
  const { one, visit, bundle, children } = props;
  return (
    <Form visit={visit} id={`close-${one.id}`} action={`/bundles/${bundle.id}/hand-over/remove`}>
      <Hidden name="handover" value={one.id} />
      <Submit secondary>{children}</Submit>
    </Form>
  );
}

async function post(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const open = await openBundle(trx, visit);
    const handover = open === null ? null : await readHandover(trx, String(visit.fields.handover ?? ''));
    if (open === null || handover === null || handover.bundleId !== open.bundle.id) return null;
    await endHandover(trx, handover.id, new Date(visit.now));
    return open.bundle;
  });
  return found === null ? notFound : redirect(`/bundles/${found.id}`, { done: 'It is closed' });
}

export const closeHandover = screen({ path: '/bundles/:id/hand-over/remove', access: handsOver, post });
