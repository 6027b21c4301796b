/**
 * What stops a command with one plain sentence: a taken port, a full disk, a folder without rights.
 *
 * It is thrown, because it comes up through layers that can do nothing about it; src/cli/main.ts prints its sentence and
 * ends with its code. What a person may not do to a case is never a Stop but a refusal, which is a value.
 */
export class Stop extends Error {
  readonly exitCode: 1 | 2;

  constructor(sentence: string, exitCode: 1 | 2 = 1) {
    super(sentence);
    this.name = 'Stop';
    this.exitCode = exitCode;
  }
}

/** The code of an error from the operating system or the database, if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export interface Fault {
  readonly name: string | undefined;
  readonly code: string | undefined;
  readonly where: readonly string[];
}

/** An error as a log may hold it: its words may repeat what somebody wrote, so its name, its code and its place alone. */
export function faultOf(error: unknown): Fault {
  // The words stand on top of the stack, and a line of theirs may look like a place.
  const stack = error instanceof Error ? (error.stack ?? '').replace(error.message, () => '') : '';
  const where = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error instanceof Error ? error.name : undefined,
    code: codeOf(error),
    where: where.slice(0, 12).map((line) => line.trim()),
  };
}
