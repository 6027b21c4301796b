/** What a way of reaching somebody may hold: as typed, with one kind check where a slip would lose the answer. */
import { z } from 'zod';
import type { Say } from '../site/say.js';

/** Empty, or one address. Nothing that begins another header ever gets through: it is one line with one @. */
export function emailOrNothing(say: Say) {
  return z
    .string()
    .overwrite((text) => text.trim())
    .max(254, say('Enter an email address of 254 characters or fewer'))
    .default('')
    .refine((text) => text === '' || z.email().safeParse(text).success, {
      error: say('Enter an email address like name@example.org, or leave it empty'),
    })
    .transform((text) => (text === '' ? null : text));
}

/** Empty, or something with enough digits to be rung. */
export function phoneOrNothing(say: Say) {
  return z
    .string()
    .overwrite((text) => text.replaceAll(/\s+/g, ' ').trim())
    .max(40, say('Enter a phone number of 40 characters or fewer'))
    .default('')
    .refine((text) => text === '' || text.replaceAll(/\D/g, '').length >= 6, {
      error: say('Enter a phone number like 07700 900123, or leave it empty'),
    })
    .transform((text) => (text === '' ? null : text));
}
