/** What stands in a draft's row, read back: an answer that an earlier release kept in another shape is as if not given. */
import { z } from 'zod';
import {
  choicesToComplain,
  claims,
  nothingTold,
  reachKinds,
  risks,
  type Told,
  tellers,
  wishes,
} from '../complaint/telling/told.js';
import { parseDay } from '../facts/days.js';
import { adjustmentKinds, hazardKinds, representativeRoles } from '../facts/happened.js';

const text = z.string().catch('');
const list = <T extends z.ZodType>(one: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) =>
      all.flatMap((each) => {
        const read = one.safeParse(each);
        return read.success ? [read.data] : [];
      }),
    );
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).nullable().catch(null);
const day = z
  .string()
  .nullable()
  .catch(null)
  .transform((value) => (value === null ? null : parseDay(value)));

const reach = z
  .object({
    name: text,
    email: text,
    phone: text,
    texts: z.boolean().catch(false),
    post: text,
    best: oneOf(reachKinds),
    unsafe: list(z.enum(reachKinds)),
    when: text,
    none: z.boolean().catch(false),
  })
  .catch(nothingTold.you as never);

const shape = z.object({
  wish: oneOf(wishes),
  teller: oneOf(tellers),
  answered: list(z.string()),
  points: list(z.object({ what: text, right: text, since: day, sinceWords: text })),
  risk: oneOf(risks),
  riskWords: text,
  hazards: list(z.enum(hazardKinds)),
  home: z.object({ address: text, postcode: text }).catch(nothingTold.home),
  you: reach,
  resident: reach,
  role: oneOf(representativeRoles),
  claim: oneOf(claims),
  others: list(z.object({ name: text, reach: text })),
  adjustments: list(z.enum(adjustmentKinds)),
  adjustmentWords: text,
  language: text,
  toldBefore: z.boolean().nullable().catch(null),
  choice: oneOf(choicesToComplain),
});

/** The answers of a draft's row. */
export function readToldRow(row: unknown): Told {
  return shape.parse(typeof row === 'object' && row !== null ? row : {}) satisfies Told;
}
