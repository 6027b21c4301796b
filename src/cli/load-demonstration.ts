/** The one place where the demonstration's data enter the product. */
import type { Loading } from './demonstration.js';

export async function loadDemonstration(_loading: Loading): Promise<void> {}
