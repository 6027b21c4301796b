/** Who can look at a point beside us: told in letters, and insisted on. A mixed point keeps every body that can. */
import type { Point } from '../complaint/case.js';
import { routesOf } from '../complaint/routes.js';
import { capital } from '../facts/capital.js';
import type { FurtherRoute, Words } from '../facts/happened.js';
import { dataProtectionDays, dataProtectionRule, hasDataProtectionRule } from '../law/data-protection.js';
import { paragraph, sentence } from './blocks.js';
import { bodyFor, contact, ico, type OutsideBody, outsideBodies } from './ombudsman.js';
import { holds } from './substance.js';
import type { LetterBlock } from './words.js';

/** Whose the point is, with the right body where it is not ours. */
export function whose(point: Point, say: (words: Words) => string | null): readonly LetterBlock[] {
  const words = point.notOursWords === null ? '' : sentence(say(point.notOursWords) ?? '');
  const body = bodyFor(point.whose);
  if (point.whose === 'ours') {
    return [
      paragraph('This is ours to put right, and we will look into it.', 'whose', point.id),
      ...furtherRoutesOf(point),
    ];
  }
  if (body === null) {
    return [paragraph(`This is not something that we are responsible for. ${words}`.trim(), 'whose', point.id)];
  }
  const why = point.whose === 'ico' ? 'how we use or share personal information' : null;
  return [
    paragraph(
      [
        why === null
          ? `This is not something that we can decide. ${capital(body.called)} can look at it.`
          : `This is about ${why}. We look into it under data protection law${confirmed(point)}, and you can also go to ${body.called}.`,
        words,
      ]
        .filter((t) => t !== '')
        .join(' '),
      'whose',
      point.id,
    ),
    contact(body, 'whose', point.id),
    ...furtherRoutesOf(point),
  ];
}

/** The bodies that can look at the point beyond the Housing Ombudsman, whom every letter names, and the one that it is for. */
function furtherRoutes(point: Point): readonly FurtherRoute[] {
  return routesOf(point).filter((route) => route !== point.whose && (route !== 'hos' || point.whose !== 'ours'));
}

/** Each of them in words, with how to reach it. */
export function furtherRoutesOf(point: Point): readonly LetterBlock[] {
  return furtherRoutes(point).flatMap((route) => [
    paragraph(alsoWords(route, point), 'further-routes', point.id),
    contact(outsideBodies[route], 'further-routes', point.id),
  ]);
}

function alsoWords(route: FurtherRoute, point: Point): string {
  switch (route) {
    case 'hos':
      return 'The Housing Ombudsman can look at what we did as the landlord.';
    case 'lgsco':
      return 'Part of this may be about what a council has to do. The Local Government and Social Care Ombudsman can look at that part.';
    case 'tribunal':
      return 'The First-tier Tribunal (Property Chamber) can decide how high a rent or service charge may be.';
    case 'ico':
      return `Part of this is about how we use or share personal information. We look into that under data protection law too${confirmed(point)}. You can also take it to the Information Commissioner's Office.`;
    default:
      return route satisfies never;
  }
}

/** What came before the rule was in force has only the Code's own days. */
function confirmed({ raisedOn }: Point): string {
  return hasDataProtectionRule(raisedOn) ? `, and confirm within ${dataProtectionDays} days that we have it` : '';
}

/** What the letter lacks of the body that a point which is not ours is for; null when it lacks nothing. */
export function lackOfOwnBody(called: string, point: Point, said: string): string | null {
  const body = bodyFor(point.whose);
  return body === null || names(said, body) ? null : lackOf(called, body);
}

/** The first further body of a point that the letter does not name; null when it names each. */
export function lackOfFurtherRoute(called: string, point: Point, said: string): string | null {
  const unnamed = furtherRoutes(point).find((route) => !names(said, outsideBodies[route]));
  return unnamed === undefined ? null : lackOf(called, outsideBodies[unnamed]);
}

/** With the address at which it is reached: a name alone takes nobody there. */
function names(said: string, body: OutsideBody): boolean {
  return holds(said, body.name) && holds(said, body.website);
}

function lackOf(called: string, body: OutsideBody): string {
  const law = body === ico ? ` (${dataProtectionRule})` : '';
  return `${called} doesn't say that ${body.called} can look at it${law}, and how to reach it: write the letter anew from the point.`;
}
