/** When the demonstration landlord is loaded, and when not: never beside a landlord of the customer's own. */

import type { Config } from '../store/config.js';
import { openDatabase } from '../store/database.js';
import { allLandlords, removeDemonstration } from '../store/landlords.js';
import type { DatabaseUrls } from '../store/own-postgres.js';
import { Stop } from '../store/stop.js';
import { environmentOfChildren, runToTheEnd } from './keep.js';

export interface DemonstrationWish {
  /** `--demo`: also into a database of the customer's own. */
  readonly asked: boolean;
  /** `--fresh-demo`: again, dated from today. */
  readonly fresh: boolean;
  /** `--empty`: not at all. */
  readonly empty: boolean;
  readonly embedded: boolean;
}

/** Whether a demonstration was loaded now. */
export async function demonstrate(
  config: Config,
  urls: DatabaseUrls,
  wish: DemonstrationWish,
  say: (line: string) => void,
): Promise<boolean> {
  if (wish.empty) return false;
  const app = openDatabase(urls.app, 'app', { connections: 1 });
  try {
    const landlords = await allLandlords(app);
    const there = landlords.filter((landlord) => landlord.demonstration);
    const wanted = wish.fresh || (there.length === 0 && (wish.asked || (wish.embedded && landlords.length === 0)));
    if (!wanted) return false;
    if (landlords.length > there.length) {
      throw new Stop('The demonstration is loaded only into an empty database, and this one has a landlord.');
    }
    if (there.length > 0) {
      const owner = openDatabase(urls.owner, 'owner', { connections: 1, statementTimeoutMs: 0 });
      try {
        for (const landlord of there) await removeDemonstration(owner, landlord.id);
      } finally {
        await owner.close();
      }
    }
    say('Loading the demonstration landlord.');
    const loaded = await runToTheEnd('cli/load-demonstration.js', environmentOfChildren(config, urls));
    if (!loaded) throw new Stop('The demonstration could not be loaded; what went wrong is above.');
    return true;
  } finally {
    await app.close();
  }
}
