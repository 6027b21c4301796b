/** Who outside can look at a point, on the resident's own page: each body, how to reach it, and data protection law's limit. */
import type { VNode } from 'preact';
import type { Clock } from '../../../complaint/clocks.js';
import type { SeenPoint } from '../../../complaint/following/seen-by-resident.js';
import { furtherRoutes } from '../../../facts/happened.js';
import { bodyName, OutsideBodies } from '../site/outside-bodies.js';
import type { Say } from '../site/say.js';
import type { Part } from './case-link.js';
import { Because } from './tracker.js';

/** Whose the point is and who outside can look at it, once they have been told. */
export function WhoCanLook({ point: { state, routes }, before }: { readonly point: SeenPoint } & Part): VNode | null {
  const { say, file } = before;
  if (routes === null || (state !== 'looked-at' && state !== 'not-ours')) return null;
  const bodies = routes.map((route) => bodyName(route, say)).join(', ');
  const line = (words: string) => <p class="govuk-body govuk-!-margin-bottom-1">{words}</p>;
  return (
    <>
      {state === 'not-ours' ? line(say('This is not ours to answer. Our letter says who can help you.')) : null}
      {routes.length === 0
        ? null
        : line(
            state === 'not-ours'
              ? say('Who can look at this: {bodies}', { bodies })
              : say('Who can look at this besides us: {bodies}', { bodies }),
          )}
      {routes.includes('ico') && file.seen.dataProtection !== null ? (
        <DataProtection clock={file.seen.dataProtection} say={say} />
      ) : null}
    </>
  );
}

/** The law's own limit for a point about personal information, beside the Code's. */
function DataProtection({ clock, say }: { readonly clock: Clock; readonly say: Say }): VNode {
  const { doneOn, due, state } = clock;
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {doneOn !== null
          ? say.legal(
              'This is about personal information, so data protection law counts too. We confirmed on {day} that we have it. The law gives until {due}.',
              { day: say.day(doneOn), due: say.day(due) },
            )
          : state === 'overdue'
            ? say.legal(
                'This is about personal information, so data protection law counts too. We had to confirm by {due} that we have it, and are late.',
                { due: say.day(due) },
              )
            : say.legal(
                'This is about personal information, so data protection law counts too. We confirm by {due} that we have it.',
                { due: say.day(due) },
              )}
      </p>
      <Because because={clock.because} say={say} />
    </>
  );
}

/** How to reach whoever can look at one of the points; the Housing Ombudsman at any time, whatever the points are about. */
export function Outside({ before: { say, file } }: Part): VNode | null {
  const told = file.seen.points.flatMap(({ routes }) => routes ?? []);
  if (told.length === 0 && file.seen.points.every(({ routes }) => routes === null)) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{say('Who else can look at it, and how to reach them')}</h2>
      <OutsideBodies routes={furtherRoutes.filter((route) => route === 'hos' || told.includes(route))} say={say} />
    </>
  );
}
