/** What cases show of section 9 of the 2024 Code: what was learnt, who was told, and whether orders were complied with. */
import { noFailing } from '../../../complaint/cause-list.js';
import { exception, isComplaint, lacking, met, type Rule, type Rules, type Seen, worst } from '../words.js';
import { upheldOn } from './7-putting-right.js';

export const learning: Rule = {
  among: 'complaints that were answered',
  did: 'have on record what was learnt, or why nothing was',
  showsOnly:
    'Shows that the question was asked of each complaint. Whether the service is better for it is for a person.',
  by: 'answer',
  whys: ['no-learning'],
  late: [],
  of: (t) =>
    isComplaint(t)
      ? worst(
          ...([1, 2] as const).map((stage): Seen => {
            const record = t.c.stages[stage];
            if (record === null || record.respondedOn === null) return null;
            return record.learning === null ? lacking(t, record.respondedOn, 'no-learning') : met(record.respondedOn);
          }),
        )
      : null,
};

export const causes: Rule = {
  among: 'complaints upheld in full or in part',
  did: 'have a cause on record, or an improvement opened',
  showsOnly: 'Shows causes and improvements. Whether they were used to change anything is for a person.',
  by: 'answer',
  whys: ['no-cause'],
  late: [],
  of: (t) => {
    const on = upheldOn(t);
    if (!isComplaint(t) || on === null) return null;
    const found = ([1, 2] as const).some((stage) => t.c.stages[stage]?.causes.some(({ cause }) => cause !== noFailing));
    return found || t.happened('ImprovementOpened').length > 0 ? met(on) : lacking(t, on, 'no-cause');
  },
};

export const learningShared: Rule = {
  among: 'cases whose learning was told to others',
  did: 'have on record whom it was told and where',
  showsOnly: 'Shows learning shared from a case. What reaches panels, staff and committees otherwise is for a person.',
  by: 'that-day',
  whys: [],
  late: [],
  of: (t) => {
    const shared = t.happened('LearningShared')[0];
    return shared === undefined ? null : met(shared.happenedOn);
  },
};

export const orders: Rule = {
  among: 'cases with an order of the Ombudsman that was complied with',
  did: 'complied by its date',
  showsOnly:
    'Shows how orders were complied with, which is one of the four parts. That the governing body receives all four is for a person.',
  by: 'that-day',
  whys: ['order-late'],
  late: ['order'],
  of: (t) => {
    const dueOn = new Map<string, string | null>(t.happened('OrderMade').map((e) => [e.what.order, e.what.dueOn]));
    return worst(
      ...t.happened('OrderCompliedWith').map((e) => {
        const due = dueOn.get(e.what.order) ?? null;
        return due !== null && e.happenedOn > due ? exception(e.happenedOn, 'order-late') : met(e.happenedOn);
      }),
    );
  },
};

export const section9: Rules = { '9.1': learning, '9.2': causes, '9.3': learningShared, '9.7': orders };
