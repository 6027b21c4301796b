/**
 * What the process says that opens a stranger's file. Whoever broke into it could say anything: it is believed only in the
 * shape that we wrote, and only so much of it.
 */
import { z } from 'zod';
import { lookLimits } from './limits.js';

const bytes = z.instanceof(Uint8Array).refine((one) => one.length > 0);
const count = z.number().int().min(0).max(1_000_000);
const told = z.object({
  because: z.enum(['damaged', 'locked', 'too-large', 'too-long', 'too-many', 'no-kind', 'unsafe-kind']).optional(),
  sealed: z.enum(['encrypted', 'over-limit', 'closed-kind']).optional(),
  width: count.optional(),
  height: count.optional(),
  pages: count.optional(),
  takenAt: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d)?$/)
    .optional(),
  located: z.boolean().optional(),
});
const answer = z.discriminatedUnion('is', [
  z.object({ is: z.literal('picture'), bytes }),
  z.object({ is: z.literal('copy'), type: z.enum(['image/jpeg', 'image/png']), bytes }),
  z.object({ is: z.literal('text'), text: z.string().max(lookLimits.text) }),
  z.object({ is: z.literal('told'), told }),
]);
export type Answer = z.infer<typeof answer>;
export type AnswerTold = z.infer<typeof told>;

/** Hears the answers about one file in turn; null for what is none, or more than there can be. */
export function answersHeard(): (message: unknown) => Answer | null {
  const seen = { picture: 0, copy: 0, text: 0, told: 0 };
  const most = { picture: lookLimits.pages, copy: 1, text: 1, told: 1 };
  let size = 0;
  return (message) => {
    const read = answer.safeParse(message);
    if (!read.success) return null;
    const one = read.data;
    seen[one.is] += 1;
    if ('bytes' in one) size += one.bytes.length;
    return seen[one.is] > most[one.is] || size > lookLimits.answerBytes ? null : one;
  };
}
