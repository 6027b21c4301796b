/** `putright verify`: whether the history holds. */
import { parseArgs } from 'node:util';
import { verify as verifyAll } from '../store/verify.js';
import type { Command } from './command.js';
import { counted, landlordCalled, print, printJson, withInstallation } from './opened.js';

export const verify: Command = {
  summary: 'every chain, head, anchor, word and file checked',
  help: `
putright verify [--json] [--landlord NAME]

Checks the history of every case of every landlord: each entry against the one before it, each chain against its head,
heads against the daily anchors, words and files against their digests. It shows alteration; it does not prevent it. The
end of a history that was removed together with its head before a day's anchor was taken cannot be seen.

  --json           {"cases","events","broken":[{"ref","seq","why"}]}
  --landlord NAME  only this one

Exit code 1 when anything is broken.
`,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, landlord: { type: 'string' } },
    });
    const found = await withInstallation(async (db, { files }) => {
      const only = values.landlord === undefined ? {} : { landlordId: (await landlordCalled(db, values.landlord)).id };
      return verifyAll(db, { files, ...only });
    });
    if (values.json) printJson(found);
    else {
      for (const { ref, seq, why } of found.broken) print(`${ref}${seq === null ? '' : `, entry ${seq}`}: ${why}`);
      const size = `${counted(found.cases, 'case')} with ${counted(found.events, 'entry', 'entries')}`;
      print(
        found.broken.length === 0
          ? `The history holds: ${size}.`
          : `Broken: ${counted(found.broken.length, 'thing')} in ${size}.`,
      );
    }
    return found.broken.length === 0 ? 0 : 1;
  },
};
