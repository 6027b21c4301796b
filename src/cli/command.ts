/** What a command of the command line is: one file each, named in src/cli/main.ts. */
import { Stop } from '../store/stop.js';

export interface Command {
  /** One line for the list that `--help` prints. */
  readonly summary: string;
  /** The whole help: how it is called, its options, an example. */
  readonly help: string;
  /** Of a command that has commands of its own: the help of the one that is asked about; null for its own. */
  helpFor?(args: readonly string[]): Promise<string | null>;
  /** 0 done, 1 refused or found wrong, 2 misused. Faults are a Stop with one plain sentence. */
  run(args: readonly string[]): Promise<0 | 1 | 2>;
}

/** Thrown when a command is called in a way that it does not understand. */
export function misused(sentence: string): Stop {
  return new Stop(sentence, 2);
}
