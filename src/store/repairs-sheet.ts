/** How the landlord's repairs system writes its sheets, as somebody mapped it the last time: remembered for the next. */
import { type JobColumn, type JobMeaning, jobMeanings } from '../complaint/job-rows.js';
import type { DateOrder } from '../complaint/register/fields.js';
import type { Trx } from './database.js';
import { readSetting, writeSetting } from './rules.js';

export interface RepairsSheet {
  /** The heading of each column. */
  readonly columns: Partial<Record<JobColumn, string>>;
  /** What its words for a job's state mean, in small letters. */
  readonly meanings: Readonly<Record<string, JobMeaning>>;
  readonly order: DateOrder;
}

const setting = 'repairs-sheet';
const mostMeanings = 200;

export async function readRepairsSheet(trx: Trx): Promise<RepairsSheet> {
  return (await readSetting<RepairsSheet>(trx, setting)) ?? { columns: {}, meanings: {}, order: 'dmy' };
}

/** Words that are mapped now stand before those of earlier sheets, which are kept. */
export async function rememberRepairsSheet(trx: Trx, sheet: RepairsSheet): Promise<void> {
  const before = await readRepairsSheet(trx);
  const meanings = Object.entries({ ...before.meanings, ...sheet.meanings }).filter(([, meaning]) =>
    jobMeanings.includes(meaning),
  );
  await writeSetting(trx, setting, { ...sheet, meanings: Object.fromEntries(meanings.slice(-mostMeanings)) });
}
