/** The command line: which command, its help, its exit code. Each command is loaded only when it is called. */
import { codeOf, Stop } from '../store/stop.js';
import type { Command } from './command.js';

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  assess: async () => (await import('./assess.js')).assess,
  clock: async () => (await import('./clock.js')).clock,
  start: async () => (await import('./start.js')).start,
  'take-in': async () => (await import('./take-in.js')).takeInCommand,
  import: async () => (await import('./import.js')).importCommand,
  backup: async () => (await import('./backup.js')).backup,
  explain: async () => (await import('./explain.js')).explain,
  measures: async () => (await import('./measures.js')).measures,
  rebuild: async () => (await import('./rebuild.js')).rebuild,
  report: async () => (await import('./report.js')).report,
  bundle: async () => (await import('./bundle.js')).bundle,
  restore: async () => (await import('./restore.js')).restore,
  verify: async () => (await import('./verify.js')).verify,
  test: async () => (await import('./test.js')).test,
};

/** Called by package.json for those who build Putright; the help lists only what people who run it need. */
const unlisted: typeof commands = {
  bench: async () => (await import('./bench.js')).bench,
};

export async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  // `node bin/putright.mjs clock - | head` closes our output early, which is not a fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      const asked = name === 'help' && rest[0] !== undefined ? commands[rest[0]] : undefined;
      process.stdout.write(asked === undefined ? await overview() : `${(await asked()).help.trim()}\n`);
      return name === undefined ? 2 : 0;
    }
    const load = Object.hasOwn(commands, name)
      ? commands[name]
      : Object.hasOwn(unlisted, name)
        ? unlisted[name]
        : undefined;
    if (load === undefined) {
      return complain(`There is no command "${name}": putright --help lists them.`, 2);
    }
    const command = await load();
    if (rest.includes('--help') || rest.includes('-h')) {
      const help = (await command.helpFor?.(rest)) ?? command.help;
      process.stdout.write(`${help.trim()}\n`);
      return 0;
    }
    return await command.run(rest);
  } catch (error) {
    if (error instanceof Stop) return complain(error.message, error.exitCode);
    // parseArgs of node:util says what it did not understand.
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return complain(`${error.message.split(/\.\s/)[0]}: putright ${name} --help says how it is called.`, 2);
    }
    // The last is PostgreSQL's own word for it.
    if (['ENOSPC', 'EDQUOT', '53100'].includes(codeOf(error) ?? '')) return complain('The disk is full.', 1);
    throw error;
  }
}

function complain(sentence: string, code: 1 | 2): 1 | 2 {
  process.stderr.write(`${sentence}\n`);
  return code;
}

async function overview(): Promise<string> {
  const lines: string[] = [];
  const width = Math.max(...Object.keys(commands).map((name) => name.length)) + 2;
  for (const [name, load] of Object.entries(commands)) lines.push(`  ${name.padEnd(width)}${(await load()).summary}`);
  return `Putright: complaint handling for social landlords

  node bin/putright.mjs COMMAND [--help]

${lines.join('\n')}

Where it helps a machine, --json prints JSON. Exit codes: 0 done, 1 refused or found wrong, 2 misused.
Settings come from the environment; docs/operations.md lists them.
`;
}
