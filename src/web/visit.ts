/**
 * What a handler gets and what it may answer. A handler is `(visit) => Promise<Answer>`: it never sees the web framework,
 * so a screen is short, typed and can be tested by calling it.
 *
 * It is longer than 250 lines because every kind of visit, and every answer to one, is told in one place.
 */
import type { Readable } from 'node:stream';
import type { ClockRules } from '../complaint/clocks.js';
import type { Context, Decision, Role } from '../complaint/refusals.js';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Decide, Extras, OpenOutcome, Outcome } from '../store/act.js';
import type { Database, LandlordId, Trx } from '../store/database.js';
import type { LinkPurpose, ResidentSession } from '../store/resident-sessions.js';
import type { Site } from '../store/site-settings.js';
import type { Say } from './public/site/say.js';

/** Fields as the browser sent them; a name that came twice is a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface SignedIn {
  readonly id: StaffId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

export interface LandlordShown {
  readonly id: LandlordId;
  readonly name: string;
  readonly demonstration: boolean;
  /** Six hex digits after #. */
  readonly brandColour: string;
  /** Every setting as stored, for the few screens that need more. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A file that was sent with a form; it lies in a temporary place until the handler has answered. */
export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly path: string;
}

interface Common {
  readonly method: 'GET' | 'POST';
  /** Without its query. */
  readonly path: string;
  /** The values in the path: '/cases/:reference' gives `reference`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Fields;
  /** What was posted; empty on GET. */
  readonly fields: Fields;
  readonly files: readonly SentFile[];
  /** The token that each posted form carries; `<Form>` writes it. */
  readonly csrf: string;
  /** What had been typed when a session was lost; `startForm` puts it back. */
  readonly restored: Fields | null;
  /** What the last act did, to be shown once. */
  readonly done: string | null;
  /** London's day. */
  readonly today: Day;
  /** ISO 8601 in UTC with milliseconds. */
  readonly now: string;
  /** Where this installation is reached, for links that leave it; without a slash at the end. */
  readonly address: string;
  readonly house: House;
}

/** What belongs to the installation and not to the visit. */
export interface House {
  readonly db: Database;
  /** The folder of the landlords' documents. */
  readonly files: string;
  /** Names of assets to names with their digest. */
  readonly assets: Readonly<Record<string, string>>;
  readonly secure: boolean;
  /** Whether letters leave by e-mail here (SMTP_URL); else they are downloaded and posted. */
  readonly sendsMail: boolean;
  readonly address: string;
}

/** A visit to a screen that only staff see. */
export interface Visit extends Common {
  readonly staff: SignedIn;
  readonly landlord: LandlordShown;
  /** How this landlord's clocks count: calendar with its own holidays, targets, counting rule. */
  readonly rules: ClockRules;
  /** One transaction in which this landlord's rows are the only ones. Commits when the work returns. */
  readonly db: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;
  readonly may: (...roles: readonly Role[]) => boolean;
  /** Does something to a case: `decide` says whether it may be done and what happened. See store/act.ts. */
  readonly act: (ref: string, expectedVersion: number | null, decide: Decide, extras?: Extras) => Promise<Outcome>;
  /** Opens a case. */
  readonly open: (decide: DecideToOpen, extras?: Extras) => Promise<OpenOutcome>;
}

export type DecideToOpen = (context: Context, trx: Trx) => Decision | Promise<Decision>;

/** A visit to a page that anybody may see. */
export interface PublicVisit extends Common {
  readonly staff: SignedIn | null;
  readonly landlord: LandlordShown | null;
  /** The address it came from, as far as is known; for slowing down guesses and nothing else. */
  readonly network: string;
  /** What the session cookie held, whether or not that session is still open. */
  readonly session: { readonly landlordId: LandlordId; readonly secret: string } | null;
}

/** A visit to the residents' site of a landlord, which anybody may pay. The path has its `:slug`. */
export interface SiteVisit extends PublicVisit {
  readonly staff: null;
  /** As the site names and colours it. */
  readonly landlord: LandlordShown;
  readonly slug: string;
  readonly site: Site;
  /** '/residents/meadow-homes' */
  readonly base: string;
  /** Every sentence of the page, in the visitor's language. */
  readonly say: Say;
  /** The languages to choose from, by their tags; none where there is only English. */
  readonly languages: readonly string[];
  /** One transaction in which this landlord's rows are the only ones. */
  readonly db: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;
  /** Who this browser was let in as, if it was. */
  readonly resident: ResidentSession | null;
}

/** A visit of somebody who came in by a link or a code: what they may see is in `resident`, and nothing in the address. */
export interface ResidentVisit extends SiteVisit {
  readonly resident: ResidentSession;
  readonly rules: ClockRules;
  /** Does something to the session's own case, recorded as done by its person. */
  readonly act: (expectedVersion: number | null, decide: Decide, extras?: Extras) => Promise<Outcome>;
}

export type AnyVisit = Visit | PublicVisit;

export interface Page {
  readonly kind: 'page';
  readonly status: number;
  readonly html: string;
  /** Seconds for which anybody on the way may keep it: only for a page that is the same for everybody. */
  readonly keptFor?: number;
}

export interface Redirect {
  readonly kind: 'redirect';
  readonly to: string;
  /** Shown once on the next page: 'Team added'. */
  readonly done: string | null;
  /** Set by signing in and out. */
  readonly session?: { readonly landlordId: LandlordId; readonly secret: string } | 'end';
  /** Set by letting a resident's browser in, for one purpose, and by letting it out, of one or of all. */
  readonly resident?: ResidentCookie | { readonly end: LinkPurpose | 'all' };
  /** Set by choosing one on a site. */
  readonly language?: string;
}

/** What a resident's browser keeps. */
export interface ResidentCookie {
  readonly purpose: LinkPurpose;
  readonly landlordId: LandlordId;
  readonly secret: string;
}

export interface Download {
  readonly kind: 'download';
  readonly name: string;
  readonly type: string;
  readonly body: Buffer | Readable | string;
  /** Shown in the browser when it can be, not saved. */
  readonly inline: boolean;
  /** Only for what never changes under its address. */
  readonly lasting: boolean;
}

export interface Problem {
  readonly kind: 'problem';
  readonly status: 403 | 404;
}

export type Answer = Page | Redirect | Download | Problem;

/** To a path of this installation, after a form was taken (303). */
export function redirect(
  to: string,
  more: {
    readonly done?: string;
    readonly session?: Redirect['session'];
    readonly resident?: Redirect['resident'];
    readonly language?: string;
  } = {},
): Redirect {
  return {
    kind: 'redirect',
    to,
    done: more.done ?? null,
    ...(more.session === undefined ? {} : { session: more.session }),
    ...(more.resident === undefined ? {} : { resident: more.resident }),
    ...(more.language === undefined ? {} : { language: more.language }),
  };
}

export function download(
  name: string,
  type: string,
  body: Download['body'],
  more: { readonly inline?: boolean; readonly lasting?: boolean } = {},
): Download {
  return { kind: 'download', name, type, body, inline: more.inline ?? false, lasting: more.lasting ?? false };
}

export const notFound: Problem = { kind: 'problem', status: 404 };

/** 'site' is for anybody at a landlord's site; 'resident' for whoever came in there by a link or a code. */
export type Access = 'public' | 'site' | 'resident' | 'signed-in' | readonly [Role, ...Role[]];

export type Handler<V extends AnyVisit> = (visit: V) => Promise<Answer>;

interface RouteBase {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
}

export type Route =
  | (RouteBase & { readonly access: 'public'; readonly handler: Handler<PublicVisit> })
  | SiteRoute
  | (RouteBase & {
      readonly access: Exclude<Access, 'public' | 'site' | 'resident'>;
      readonly handler: Handler<Visit>;
    });

/** A route of a residents' site: see web/serve-site.ts for how it is served. */
export type SiteRoute =
  | (RouteBase & {
      readonly access: 'site';
      /** Whose session the page knows, if this browser holds one: following the case, unless told otherwise. */
      readonly purposes?: readonly LinkPurpose[];
      readonly handler: Handler<SiteVisit>;
    })
  | (RouteBase & {
      readonly access: 'resident';
      /** What whoever comes here was let in for; the first that this browser holds. */
      readonly purposes: readonly LinkPurpose[];
      readonly handler: Handler<ResidentVisit>;
    });

/** Which programs may call: one that sends contacts, or a message service that says what became of a message. */
export type MachineKind = 'source' | 'notify';

/** What is known of a program's call before a byte of its body is read. */
export interface MachineKnock {
  readonly house: House;
  readonly params: Readonly<Record<string, string>>;
  /** The token after 'Bearer'. */
  readonly bearer: string;
  readonly now: string;
}

/** A call that was let in, with what `admit` found out about the caller. No cookie is read and none is set. */
export interface MachineVisit<T> extends Omit<MachineKnock, 'bearer'> {
  readonly admitted: T;
  /** The body as JSON: parsed, and not yet looked at. */
  readonly body: unknown;
  /** The header Idempotency-Key. */
  readonly key: string | null;
  readonly today: Day;
  readonly address: string;
}

export interface MachineAnswer {
  readonly kind: 'json';
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface MachineRoute<T = unknown> extends RouteBase {
  readonly method: 'POST';
  readonly access: { readonly machine: MachineKind };
  /** The most bytes that a body may have. */
  readonly largest: number;
  /** Whom the token lets in; null is refused before the body is read. */
  readonly admit: (knock: MachineKnock) => Promise<T | null>;
  readonly handler: (visit: MachineVisit<T>) => Promise<MachineAnswer>;
}

/** What may stand in the list of routes. */
export type AnyRoute = Route | MachineRoute;

/** The route of a program: see web/machine.ts for how it is served. */
export function machineRoute<T>(
  path: `/${string}`,
  machine: MachineKind,
  parts: Pick<MachineRoute<T>, 'largest' | 'admit' | 'handler'>,
): readonly MachineRoute[] {
  return [{ method: 'POST', path, access: { machine }, ...parts } as unknown as MachineRoute];
}

/** Whether a route belongs to a residents' site. */
export function isSiteRoute(route: Route): route is SiteRoute {
  return route.access === 'site' || route.access === 'resident';
}

type VisitOf<A extends Access> = A extends 'public'
  ? PublicVisit
  : A extends 'site'
    ? SiteVisit
    : A extends 'resident'
      ? ResidentVisit
      : Visit;

interface ScreenParts<A extends Access> {
  readonly path: `/${string}`;
  readonly access: A;
  /** At a residents' site: what they were let in for. Following the case, unless told otherwise. */
  readonly purposes?: A extends 'resident' | 'site' ? readonly [LinkPurpose, ...LinkPurpose[]] : never;
  readonly get?: Handler<VisitOf<A>>;
  readonly post?: Handler<VisitOf<A>>;
}

/** The routes of one screen: the same path and the same access for its GET and its POST. */
export function screen<const A extends Access>({
  path,
  access,
  purposes,
  get,
  post,
}: ScreenParts<A>): readonly Route[] {
  const who =
    access === 'resident'
      ? { access, purposes: purposes ?? ['follow'] }
      : purposes === undefined
        ? { access }
        : { access, purposes };
  return [
    ...(get ? [{ method: 'GET', path, ...who, handler: get } as unknown as Route] : []),
    ...(post ? [{ method: 'POST', path, ...who, handler: post } as unknown as Route] : []),
  ];
}
