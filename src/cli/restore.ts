/** `putright restore FILE`: a backup into an empty installation. */
import { parseArgs } from 'node:util';
import { openDatabase } from '../store/database.js';
import { restoreFrom } from '../store/restore.js';
import { type Command, misused } from './command.js';
import { counted, print, printJson, withInstallation } from './opened.js';

export const restore: Command = {
  summary: 'a backup into an empty installation, and verified',
  help: `
putright restore FILE [--json]

Puts a backup into an empty installation of the same release or a newer one, whole or not at all, makes the tables again
from the history and verifies it. Nothing is sent to anyone. Everybody signs in again.

Exit code 1 when it was not restored, or when the history that it holds is broken.

  PUTRIGHT_DATA=/srv/putright putright restore /backups/putright-monday.tar.gz
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw misused('Say from where: putright restore FILE');
    const done = await withInstallation(async (app, installation) => {
      const owner = openDatabase(installation.urls.owner, 'owner', { connections: 1, statementTimeoutMs: 0 });
      try {
        return await restoreFrom(file, { owner, app, files: installation.files });
      } finally {
        await owner.close();
      }
    });
    const { cases, events, broken } = done.verified;
    if (values.json) printJson({ file, ...done });
    else {
      print(
        `Restored from the backup of ${done.madeAt}: ${counted(done.landlords, 'landlord')}, ${counted(done.rows, 'row')}, ${counted(done.files, 'file')}.`,
      );
      for (const { ref, seq, why } of broken) print(`${ref}${seq === null ? '' : `, entry ${seq}`}: ${why}`);
      print(
        `${broken.length === 0 ? 'The history holds' : 'The history is broken'}: ${counted(cases, 'case')} with ${counted(events, 'entry', 'entries')}.`,
      );
    }
    return broken.length === 0 ? 0 : 1;
  },
};
