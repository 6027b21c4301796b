/** The frame of every screen of one improvement, and who may do what to it. */
import type { ComponentChildren } from 'preact';
import { improvementReviewers } from '../../complaint/improvements.js';
import { caseReaders, caseWorkers } from '../../complaint/roles.js';
import { finishes } from '../../reports/improvement-rules.js';
import { findImprovement, type Improvement } from '../../store/improvements.js';
import { type PageOptions, page } from '../ui/frame.js';
import type { Page, Visit } from '../visit.js';
import { whoActs } from '../who-acts.js';
import { improvementHref } from './words.js';

/** An improvement tells of no person, so whoever sees complaints in figures sees it; its cases are looked at one by one. */
export const readers = caseReaders;
export const improvers = caseWorkers;
export const reviewers = improvementReviewers;

/** Who may say that it is done and show it: whoever works with cases, or sees to it. */
export function worksOn(visit: Visit, one: Pick<Improvement, 'owner'>): boolean {
  return finishes(one, whoActs(visit));
}

export function improvementAsked(visit: Visit): Promise<Improvement | null> {
  return visit.db((trx) => findImprovement(trx, visit.params.improvement ?? ''));
}

export function improvementPage(
  visit: Visit,
  one: Improvement,
  { title, ...options }: Pick<PageOptions, 'form' | 'wide' | 'heading' | 'status'> & { readonly title: string },
  body: ComponentChildren,
): Page {
  return page(
    visit,
    {
      title,
      section: 'learning',
      ...options,
      crumbs: [
        { text: 'Improvements', href: '/improvements' },
        ...(title === one.title ? [] : [{ text: one.title, href: improvementHref(one) }]),
      ],
    },
    body,
  );
}
