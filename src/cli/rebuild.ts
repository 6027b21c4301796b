/** `putright rebuild`: the tables that lists and figures read, made again from the history. */
import { parseArgs } from 'node:util';
import { allLandlords } from '../store/landlords.js';
import { rebuild as rebuildOne } from '../store/rebuild.js';
import type { Command } from './command.js';
import { counted, landlordCalled, print, printJson, withInstallation } from './opened.js';

export const rebuild: Command = {
  summary: 'the tables against the history, and put right',
  help: `
putright rebuild [--compare] [--tables] [--json] [--landlord NAME]

Works out from the history what the tables should say, says where they say otherwise, and puts it right. Nothing is
sent to anyone. People can go on working.

  --compare        says only, changes nothing; exit code 1 when anything differs, or can't be read
  --tables         leaves alone what search finds, which takes longest
  --json           for machines
  --landlord NAME  only this one
`,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        compare: { type: 'boolean' },
        tables: { type: 'boolean' },
        json: { type: 'boolean' },
        landlord: { type: 'string' },
      },
    });
    const total = {
      cases: 0,
      differences: 0,
      different: [] as unknown[],
      unreadable: [] as string[],
      fixed: values.compare !== true,
    };
    await withInstallation(async (db) => {
      const which =
        values.landlord === undefined ? await allLandlords(db) : [await landlordCalled(db, values.landlord)];
      for (const landlord of which) {
        const found = await rebuildOne(db, landlord.id, {
          compareOnly: values.compare === true,
          search: values.tables !== true,
        });
        total.cases += found.cases;
        total.differences += found.differences;
        total.different.push(...found.different);
        total.unreadable.push(...found.unreadable);
        if (!values.json) for (const { ref, table, why } of found.different) print(`${ref}, ${table}: ${why}`);
      }
    });
    if (values.json) printJson(total);
    else {
      const of = `${counted(total.cases, 'case')} compared with the history`;
      if (total.differences === 0) print(`${of}: the tables say the same.`);
      else
        print(
          `${of}: ${counted(total.differences, 'difference')}, ${total.fixed ? `${(total.differences - total.unreadable.length).toLocaleString('en-GB')} put right` : 'left as they are'}.`,
        );
    }
    return total.unreadable.length > 0 || (values.compare === true && total.differences > 0) ? 1 : 0;
  },
};
