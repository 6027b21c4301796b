/** The entry of the web process: reads its settings, listens, says where, and ends cleanly when told to. */
import { readConfig } from '../store/config.js';
import { openDatabase } from '../store/database.js';
import { codeOf, Stop } from '../store/stop.js';
import { buildApp } from './app.js';

async function main(): Promise<void> {
  const config = readConfig();
  const url = config.appUrl ?? config.databaseUrl;
  if (url === undefined)
    throw new Stop('The web process needs a database: start it by "putright start", or set DATABASE_URL.');
  const db = openDatabase(url, 'app');
  const app = await buildApp({
    db,
    address: config.address,
    files: config.files,
    sendsMail: config.smtpUrl !== undefined,
    logger: { level: config.logLevel },
    // A proxy says who the visitor is. Nobody else is believed, or guesses could be made under a new address each time.
    trustProxy: [...config.trustedProxies],
  });

  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    // Answers that are on their way still arrive; then the connections to the database are given back.
    await app.close();
    await db.close();
    process.exit(0);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // Whoever started this process may have died: then nobody is left who would stop it.
  process.on('disconnect', end);

  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') throw new Stop(`Port ${config.port} is taken: set PORT to another.`);
    if (codeOf(error) === 'EACCES')
      throw new Stop(`Port ${config.port} needs more rights: set PORT to one above 1023.`);
    throw error;
  }
  process.send?.({ ready: config.address });
}

main().catch((error: unknown) => {
  if (error instanceof Stop) {
    process.stderr.write(`${error.message}\n`);
    process.exit(error.exitCode);
  }
  process.stderr.write(`The web process could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
