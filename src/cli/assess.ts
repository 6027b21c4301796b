/** `putright assess …`: self-assessments. Each of its commands has a file of its own. */
import { type Command, misused } from './command.js';

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./assess-import.js')).assessImport,
  show: async () => (await import('./assess-show.js')).assessShow,
  compare: async () => (await import('./assess-compare.js')).assessCompare,
};

const help = `
putright assess COMMAND

  assess import    an older self-assessment, read from its document
  assess show      one self-assessment: its answers, what they add up to, what is not met
  assess compare   two of them: what became met, what fell back, what is new

putright assess COMMAND --help says how each is called.
`;

export const assess: Command = {
  summary: 'self-assessments against the Code: import, show, compare',
  help,
  async helpFor([name]) {
    const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
    return load === undefined ? null : (await load()).help;
  },
  async run([name, ...rest]) {
    const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw misused('Say what to do with self-assessments: putright assess --help lists it.');
    const command = await load();
    return command.run(rest);
  },
};
