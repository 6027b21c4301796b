/** After an upgrade: what this release works out from the history is worked out for every case before anybody reads it. */
import { type Database, inLandlord } from './database.js';
import { allLandlords } from './landlords.js';
import { rebuild } from './rebuild.js';
import { noteRegisterShape, registerShape, shapeNoted } from './register-shape.js';

/** Makes the register of each landlord again that an earlier release made; how many cases that were. Can be cut short and begun again. */
export async function bringRegistersUpToDate(db: Database, say: (line: string) => void): Promise<number> {
  let cases = 0;
  for (const { id, name } of await allLandlords(db)) {
    const shape = await inLandlord(db, id, (trx) => shapeNoted(trx));
    if (shape === registerShape) continue;
    say(`Working out from its history what this release shows of ${name}…`);
    cases += (await rebuild(db, id, { search: false })).cases;
    await inLandlord(db, id, noteRegisterShape);
  }
  return cases;
}
