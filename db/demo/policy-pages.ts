/** The policy pages of the demonstration's site, with what only a landlord knows filled in. */
import { policyPageFacts, policyPages } from '../../src/assess/policy/pages.js';
import { startingText } from '../../src/assess/policy/starting-text.js';
import { addDays } from '../../src/facts/days.js';
import type { Trx } from '../../src/store/database.js';
import { publishPolicyPage } from '../../src/store/policy-pages.js';
import { staff } from './landlord.js';
import type { World } from './world.js';

const known: readonly (readonly [string, string])[] = [
  ['[and in our newsletter]', 'and in our newsletter'],
  ['[name]', staff.margaret.name],
  ['[who]', 'our director of housing, who took no part in the decision'],
  ['[Say whom to ask for.]', 'Ask for the complaints team.'],
];

/** Published some months ago by the manager of the complaints team. */
export async function publishPolicy(trx: Trx, world: World): Promise<void> {
  for (const page of policyPages) {
    const body = known.reduce((text, [asked, said]) => text.replaceAll(asked, said), startingText[page]);
    if (body === '') continue;
    await publishPolicyPage(trx, {
      page,
      title: policyPageFacts[page].title,
      body,
      because: null,
      on: addDays(world.loadedOn, -120),
      by: world.staff('ruth'),
    });
  }
}
