/**
 * Real parts for the tests from Debian's own packages: a mail server, a virus scanner. As root on Debian a whole run of the
 * tests installs what is missing, once and quietly; where that can't be, the tests that need a part say that they were
 * skipped, and why.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface Part {
  readonly package: string;
  /** It is there when this file is. */
  readonly program: string;
  /** What cannot be tried without it. */
  readonly for: string;
}

export const dovecot: Part = {
  package: 'dovecot-imapd',
  program: '/usr/sbin/dovecot',
  for: 'reading mailboxes by IMAP',
};

export const clamav: Part = {
  package: 'clamav-daemon',
  program: '/usr/sbin/clamd',
  for: 'scanning files for viruses',
};

/** Everything that a run of all tests would like to have. Add yours here. */
export const parts: readonly Part[] = [dovecot, clamav];

/** Whether a part is there, for `test(…, { skip: missing(dovecot) }, …)`: false, or the sentence that says why not. */
export function missing(part: Part): false | string {
  return existsSync(part.program)
    ? false
    : `${part.for} was not tried: ${part.package} is not installed (as root on Debian: apt-get install ${part.package})`;
}

/** Installs what is missing, if this is Debian and we are root. Without a network it gives up, and says so. */
export function installParts(say: (line: string) => void): void {
  const wanted = parts.filter((part) => missing(part) !== false);
  if (wanted.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const names = wanted.map((part) => part.package);
  say(`Installing ${names.join(' and ')} for the tests`);
  const apt = (...words: string[]): boolean =>
    spawnSync('apt-get', ['-qq', '-o', 'Acquire::http::Timeout=20', '-o', 'DPkg::Lock::Timeout=60', ...words], {
      stdio: 'ignore',
      timeout: 240_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    }).status === 0;
  const install = (): boolean => apt('install', '-y', '--no-install-recommends', ...names);
  if (!install() && !(apt('update') && install()))
    say(`${names.join(' and ')} could not be installed: the tests that need them are skipped.`);
}
