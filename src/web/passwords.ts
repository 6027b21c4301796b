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

const common = new Set([
  'password',
  'complaints',
  'letmein',
  'welcome',
  'qwertyuiop',
  'administrator',
  'housing',
  'putright',
]);

/** Why a new password will not do, in words, or null. Length counts; rules about kinds of characters do not. */
export function weakness(password: string, about: readonly string[]): string | null {
  if (password.length < shortestPassword)
    return `Use at least ${shortestPassword} characters. Three random words are easy to remember`;
  const plain = password.toLowerCase().replace(/[^a-z]/g, '');
  if (
    common.has(plain) ||
    /^(.)\1+$/.test(password) ||
    '01234567890123456789abcdefghijklmnopqrstuvwxyz'.includes(password.toLowerCase())
  ) {
    return 'That password is easily guessed. Try three random words';
  }
  if (about.some((word) => word.length > 3 && plain.includes(word.toLowerCase()))) {
    return 'Choose a password without your name or email address in it';
  }
  return null;
}
