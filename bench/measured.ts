/** A landlord whose product runs: what every measuring file needs. */
import type { Client, Session } from './client.js';
import type { Product } from './product.js';

export interface Measured {
  readonly cases: number;
  readonly product: Product;
  /** What the product has used of the processor until now. */
  readonly processorMs: () => number | null;
  /** One officer, signed in, with a connection that is kept open. */
  readonly client: Client;
  /** A manager, signed in. */
  readonly manager: Client;
  readonly session: Session;
  /** References of cases of 20 events, in no order. */
  readonly references: readonly string[];
  /** References of cases of 200 events. */
  readonly long: readonly string[];
}
