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
