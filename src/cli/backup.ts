/** `putright backup FILE`: everything into one archive. */
import { parseArgs } from 'node:util';
import { backupTo } from '../store/backup.js';
import { openDatabase } from '../store/database.js';
import { type Command, misused } from './command.js';
import { counted, print, printJson, withInstallation } from './opened.js';

export const backup: Command = {
  summary: 'tables and files into one archive',
  help: `
putright backup FILE [--json]

Writes all landlords' tables, as they stand at one moment, and their files into one archive (a gzipped tar) with
checksums. People can go on working. Sessions, one-time links and waiting jobs are left out. The archive holds
everything that residents wrote: keep it as safe as the database.

  putright backup /backups/putright-monday.tar.gz
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw misused('Say where to: putright backup FILE');
    const done = await withInstallation(async (_, installation) => {
      const owner = openDatabase(installation.urls.owner, 'owner', { connections: 1, statementTimeoutMs: 0 });
      try {
        return await backupTo(file, owner, installation.files, new Date());
      } finally {
        await owner.close();
      }
    });
    if (values.json) printJson({ file, ...done });
    else {
      print(
        `${file}: ${counted(done.landlords, 'landlord')}, ${counted(done.rows, 'row')}, ${counted(done.files, 'file')}.`,
      );
      if (done.missing.length > 0)
        print(`${counted(done.missing.length, 'file')} of them were not on the disk: see putright verify.`);
    }
    return done.missing.length > 0 ? 1 : 0;
  },
};
