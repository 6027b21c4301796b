/**
 * What the demonstration landlord tells of its learning, and what it puts to its senior lead: a text on the residents' site
 * and in the newsletter, one for the panel, one for staff that still has to be looked at; risks answered and waiting.
 */
import { addDays } from '../../src/facts/days.js';
import type { Audience, Way } from '../../src/reports/sharing/audiences.js';
import { lastMonth } from '../../src/reports/themes/months.js';
import type { Trx } from '../../src/store/database.js';
import { shareText } from '../../src/store/sharing/share.js';
import { improvementsFor } from '../../src/store/sharing/sources.js';
import { findText, makeText, saveItem } from '../../src/store/sharing/texts.js';
import { answerRisk, nameSeniorLead, raiseRisk } from '../../src/store/themes/risks.js';
import { dayAtWork } from './days.js';
import { type StaffKey, staff } from './landlord.js';
import type { World } from './world.js';

interface Item {
  readonly area: string;
  readonly said: string;
  readonly did: string;
  /** The improvement it is written from, by its title's beginning. */
  readonly of?: string;
}

interface Text {
  readonly audience: Audience;
  readonly title: string;
  readonly opening: string;
  readonly by: StaffKey;
  readonly items: readonly Item[];
  /** Where it was told, and how many days before the loading. */
  readonly told: readonly { readonly way: Way; readonly place: string; readonly ago: number }[];
}

const texts: readonly Text[] = [
  {
    audience: 'residents',
    title: 'You said, we did: this autumn',
    opening:
      'Complaints tell us what to put right, for more homes than one. This is what we heard, and what has changed.',
    by: 'ruth',
    items: [
      {
        area: 'Appointments',
        said: 'You told us that engineers were moved to another day and nobody said so.',
        did: 'When a visit is moved you now get a text with the new slot. Since then hardly anybody has had to complain about it.',
        of: 'A text when an engineer',
      },
      {
        area: 'Answering you',
        said: 'You told us that e-mails waited for weeks when people were on leave.',
        did: 'Somebody looks after the mailbox every working day, and somebody else stands in. It was not enough at first, so leave is now planned around it.',
        of: 'Two people cover',
      },
    ],
    told: [
      { way: 'site', place: '', ago: 20 },
      { way: 'newsletter', place: 'Autumn issue', ago: 12 },
    ],
  },
  {
    audience: 'panel',
    title: 'What complaints taught us, for the panel',
    opening: 'What residents complained about, what we changed, and whether it worked. Tell us what we missed.',
    by: 'ruth',
    items: [
      {
        area: 'Damp and bathrooms',
        said: 'Residents said that jobs were closed before the work was right.',
        did: 'A supervisor sees each bathroom and damp job before it is closed. Whether it works is looked at next.',
        of: 'A supervisor sees',
      },
    ],
    told: [{ way: 'meeting', place: 'Residents’ panel', ago: 33 }],
  },
  {
    audience: 'staff',
    title: 'Learning from complaints: handing over',
    opening: 'Behind each of these was somebody who had to complain to be heard. This is what we do differently.',
    by: 'kelly',
    items: [
      {
        area: 'When somebody leaves',
        said: 'One family told the same story to three of us after a colleague left on 14 August.',
        did: 'Each open case is handed over in a call, with the resident on the line.',
      },
    ],
    told: [],
  },
];

/** How many entries it added to histories. */
export async function writeShared(trx: Trx, world: World): Promise<number> {
  let entries = 0;
  await nameSeniorLead(trx, world.staff('ruth'));
  await putRisks(trx, world);
  for (const text of texts) {
    const { audience, title, opening, by } = text;
    const id = await makeText(trx, { audience, title, opening, by: world.staff(by) });
    const known = await improvementsFor(trx, id, { since: addDays(world.loadedOn, -700) });
    for (const [i, { area, said, did, of }] of text.items.entries()) {
      const improvement = of === undefined ? null : (known.find((one) => one.title.startsWith(of))?.id ?? null);
      const source = { caseId: null, seq: null, improvement };
      await saveItem(trx, { id, version: i + 1 }, null, { area, said, did, source });
    }
    const whole = await findText(trx, id);
    if (whole === null) throw new Error('a text was not kept');
    for (const { way, place, ago } of text.told) {
      const on = dayAtWork(world, -ago);
      const who = { landlordId: trx.landlordId, staff: world.staff(by), roles: staff[by].roles };
      const telling = { text: id, seen: whole.version, way, place, on, now: new Date(`${on}T10:05:00.000Z`) };
      const told = await shareText(trx, who, telling);
      if (told.is === 'refused') throw new Error(told.refusals.map(({ words }) => words).join(' '));
      entries += told.cases;
    }
  }
  return entries;
}

async function putRisks(trx: Trx, world: World): Promise<void> {
  const { month } = lastMonth(world.loadedOn);
  const own = { theme: 'other' as const, key: null, month, cases: null };
  const answered = await raiseRisk(
    trx,
    {
      ...own,
      called: 'Missed gas checks',
      why: 'Three complaints in a quarter where a visit for the gas check was moved and the home stood unchecked past its day.',
    },
    world.staff('tom'),
  );
  const said = {
    as: 'systemic',
    answer: 'It is. The contractor’s list is held against ours each Monday, and the board sees the number each month.',
  } as const;
  const refused = await answerRisk(trx, answered, said, { staff: world.staff('ruth'), roles: staff.ruth.roles });
  if (refused !== null) throw new Error(refused.words);
  await raiseRisk(
    trx,
    {
      ...own,
      called: 'Extractor fans that were never connected',
      why: 'Damp cases of this year in homes refitted by the same contractor: fans turn and lead nowhere. There may be a hundred such homes.',
    },
    world.staff('kelly'),
  );
}
