/** The years before the stories: the old register comes in as any landlord's would, by the product's own way. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegisterMap } from '../../../src/complaint/register/fields.js';
import type { Day } from '../../../src/facts/days.js';
import { type Database, inLandlord, type LandlordId } from '../../../src/store/database.js';
import { beginImport, takeImport } from '../../../src/store/imports.js';
import { makePacksDue } from '../../../src/store/make-packs.js';
import { allHomes } from '../homes.js';
import { writeAssessments } from './assessment.js';
import { writeGiven } from './given.js';
import { pastRegisterFile } from './register.js';
import { type Writers, writeReport } from './report.js';

const map: RegisterMap = {
  columns: {
    reference: 'Ref',
    kind: 'Type',
    receivedOn: 'Date received',
    channel: 'How',
    uprn: 'UPRN',
    tenure: 'Tenure',
    area: 'Area',
    category: 'Category',
    summary: 'Details',
    acknowledgedOn: 'Acknowledged',
    stage1ExtensionToldOn: 'S1 told of extension',
    stage1ExtendedTo: 'S1 extended to',
    stage1RespondedOn: 'S1 answered',
    stage1Outcome: 'S1 outcome',
    escalationRequestedOn: 'S2 asked for',
    stage2AcknowledgedOn: 'S2 acknowledged',
    stage2RespondedOn: 'S2 answered',
    stage2Outcome: 'S2 outcome',
    refusedOn: 'Refused on',
    refusedGround: 'Why refused',
    withdrawnOn: 'Withdrawn',
    compensationPence: 'Compensation',
    learning: 'Learning',
  },
  values: {
    kind: {
      Complaint: 'complaint',
      'Service request': 'service-request',
      'MP enquiry': 'mp-enquiry',
      Compliment: 'compliment',
    },
    channel: {
      'E-mail': 'email',
      Telephone: 'phone',
      'Web form': 'web-form',
      Letter: 'letter',
      'In person': 'in-person',
    },
    tenure: { Tenant: 'LCRA', 'Shared owner': 'LCHO', Leaseholder: 'leasehold' },
    stage1Outcome: { Upheld: 'upheld', 'Partly upheld': 'partly-upheld', 'Not upheld': 'not-upheld' },
    stage2Outcome: { Upheld: 'upheld', 'Partly upheld': 'partly-upheld', 'Not upheld': 'not-upheld' },
    refusedGround: {
      'Over 12 months': 'over-twelve-months',
      'Legal proceedings': 'legal-proceedings',
      'Already considered': 'already-considered',
    },
  },
  dates: 'dmy',
  rows: 'case',
};

/** How many cases came in. */
export async function bringInThePast(
  app: Database,
  landlordId: LandlordId,
  about: { readonly loadedOn: Day; readonly now: Date; readonly by: Writers },
): Promise<number> {
  await inLandlord(app, landlordId, (trx) => writeGiven(trx, about.loadedOn, about.by.manager.id));
  const folder = await mkdtemp(join(tmpdir(), 'putright-register-'));
  const file = { path: join(folder, 'register.csv'), name: 'Complaints and enquiries register.csv' };
  try {
    await writeFile(file.path, `\uFEFF${pastRegisterFile(about.loadedOn, allHomes())}`);
    const begun = await beginImport(app, landlordId, {
      file,
      map,
      source: 'Complaints and enquiries register',
      mode: 'good-rows',
      by: about.by.manager.id,
      now: about.now,
    });
    if (!begun.ok) throw new Error(`the demonstration’s register: ${begun.why}`);
    const taken = await takeImport(app, landlordId, { importId: begun.importId, file, now: about.now });
    if (!taken.ok) throw new Error(`the demonstration’s register: ${taken.why}`);
    if (taken.refused > 0) throw new Error(`${taken.refused} rows of the demonstration’s register were refused`);
    await inLandlord(app, landlordId, async (trx) => {
      await writeAssessments(trx, about.loadedOn, about.by.manager);
      await writeReport(trx, about.loadedOn, about.by);
      await makePacksDue(trx, about.loadedOn);
    });
    return taken.cases;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
