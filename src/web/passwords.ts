/** Passwords as argon2id keeps them. Nothing here logs or returns one. */
import { hash, verify } from '@node-rs/argon2';

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The algorithm is the package's default, argon2id.
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const shortestPassword = 10;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), strength);
}

let nobodys: Promise<string> | undefined;

/** Takes as long for an account that is not there as for one that is. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password');
  const right = await verify(stored ?? (await nobodys), password.normalize('NFKC'));
  return stored !== null && right;
}

/** What people choose when they are made to choose: looked for without its digits and marks, so 'Summer2026!' is one. */
const common = new Set(
  `password passw pass passphrase complaint complaints letmein welcome qwerty qwertyuiop qwertyui asdfgh asdfghjkl zxcvbnm
  administrator admin housing landlord ombudsman putright changeme default secret temporary monkey dragon football
  liverpool arsenal chelsea everton sunshine princess iloveyou superman batman master shadow charlie summer winter spring
  autumn january february march april june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday london england britain abc abcd abcdef test testing guest login hello manager officer
  council repairs maintenance`.split(/\s+/),
);

/** Letters that people write as marks, and think nobody else does. */
const marks: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
};

/** Why a new password will not do, in words, or null. Length counts; rules about kinds of characters do not. */
export function weakness(password: string, about: readonly string[]): string | null {
  if (password.length < shortestPassword)
    return `Use at least ${shortestPassword} characters. Three random words are easy to remember`;
  const lower = password.toLowerCase();
  const plain = lower.replace(/[^a-z]/g, '');
  const spelt = lower.replace(/[@$013457]/g, (mark) => marks[mark] ?? '').replace(/[^a-z]/g, '');
  if (
    common.has(plain) ||
    common.has(spelt) ||
    /^(.{1,4})\1+.?$/.test(password) ||
    '012345678901234567890123456789abcdefghijklmnopqrstuvwxyz'.includes(lower)
  ) {
    return 'That password is easily guessed. Try three random words';
  }
  if (about.some((word) => word.length > 3 && plain.includes(word.toLowerCase()))) {
    return 'Choose a password without your name or email address in it';
  }
  return null;
}
