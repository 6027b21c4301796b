import type { Day } from '../../facts/days.js';
import type { FurtherRoute, PointId } from '../../facts/happened.js';
import { routeSubject } from '../../law/routes.js';
import type { Case } from '../case.js';
import { dayOfAct, no, notTakenBack, pointIs, unless } from '../objections.js';
import { pointOf } from '../points.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface FindRoutesRequest {
  readonly on: Day;
  readonly point: PointId;
  /** One of law/routes.ts. */
  readonly about: string;
  /** Bodies beyond those of the subject: a mixed case keeps both. */
  readonly also: readonly FurtherRoute[];
}

/** 5.7, 5.8: who can look at a point, by what it is about; jurisdiction is by point, and a mixed one keeps every route. */
export function mayFindRoutes(c: Case, request: FindRoutesRequest, context: Context): Decision {
  const { on, point, about, also } = request;
  const subject = routeSubject(about);
  const known = pointOf(c, point);
  return unless(
    [
      dayOfAct(c, on, context),
      notTakenBack(c),
      pointIs(c, point, 'standing'),
      subject === null
        ? no('about-missing', 'Choose what the point is about.', {
            field: 'about',
            provision: provisionFor(c.edition, 'whose-it-is'),
          })
        : null,
    ],
    () => {
      const routes = [...new Set([...(subject?.routes ?? []), ...also])];
      const answerer = subject?.whose ?? 'ours';
      return allow([{ what: { type: 'PointRoutesFound', point, about, routes }, on }], {
        warnings: [
          ...(answerer !== 'ours' && known?.whose === 'ours'
            ? ['By what it is about, it is not ours to answer: say so, and where the resident can take it']
            : []),
          ...(answerer === 'ours' && known !== null && known.whose !== 'ours'
            ? ['By what it is about, it is ours to answer: define it as ours']
            : []),
        ],
      });
    },
  );
}
