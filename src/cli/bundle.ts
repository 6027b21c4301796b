/** `putright bundle REF`: the evidence of a case as volumes, index and digests, in a folder. */
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleKinds } from '../complaint/bundle/kinds.js';
import { troubleWords } from '../complaint/bundle/trouble-words.js';
import { makeBundle } from '../post/bundle/make-bundle.js';
import { gatherPapers } from '../store/bundle-gather.js';
import { beginMaking, isUnderWay, type Made, madeOf, stopMaking } from '../store/bundle-making.js';
import { type Bundle, beginBundle, listBundles, piecesOf, readBundle } from '../store/bundles.js';
import { type History, readHistory, tidyReference } from '../store/case-file.js';
import { readConfig } from '../store/config.js';
import { type Database, inLandlord, type LandlordId } from '../store/database.js';
import { pathOf } from '../store/documents.js';
import { codeOf, Stop } from '../store/stop.js';
import { type Command, misused } from './command.js';
import { counted, landlordCalled, print, printJson, withInstallation } from './opened.js';

export const bundle: Command = {
  summary: 'the evidence of a case for the Ombudsman, as volumes with an index and digests',
  help: `
putright bundle REF [--out FOLDER] [--json] [--landlord NAME]

Puts together everything that the record of a case holds: numbered volumes of at most 250 pages or 100 MB, an index, the
files that have no pages, and manifest.txt with the SHA-256 digest of each. What was marked, hidden or held back in the
case's last bundle stays so. Nothing is sent, and it stays a draft until somebody has checked it on its page.

  --out FOLDER     where to, evidence-REF here unless said; it must be empty, or not be there yet
  --json           for machines
  --landlord NAME  which landlord, where there are several

  putright bundle CMP-26-00123 --out evidence
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, json: { type: 'boolean' }, landlord: { type: 'string' } },
      allowPositionals: true,
    });
    const [ref, ...more] = positionals;
    if (ref === undefined || more.length > 0) throw misused('Say which case: putright bundle REF');
    const out = resolve(values.out ?? `evidence-${tidyReference(ref)}`);
    await withInstallation(async (db) => {
      const landlord = await landlordCalled(db, values.landlord);
      const { files } = readConfig();
      const known = await inLandlord(db, landlord.id, (trx) => readHistory(trx, ref));
      if (known === null) throw new Stop(`${landlord.name} has no case ${ref}.`);
      await emptyFolder(out);
      const made = await makeOf(db, files, landlord.id, known);
      for (const one of made.all) await copyFile(pathOf(files, landlord.id, one.content), join(out, one.name));
      if (values.json) printJson(asJson(made));
      else print(asText(made, out));
    });
    return 0;
  },
};

interface Whole {
  readonly bundle: Bundle;
  readonly all: readonly Made[];
}

async function makeOf(db: Database, files: string, landlordId: LandlordId, history: History): Promise<Whole> {
  const now = new Date();
  const id = await inLandlord(db, landlordId, async (trx) => {
    const [last] = (await listBundles(trx, { caseId: history.id })).filter(({ state }) => state !== 'put-aside');
    if (last !== undefined && isUnderWay(last, now))
      throw new Stop(`A bundle of ${history.reference} is being made: wait until it is done.`);
    const one = last?.id ?? (await beginBundle(trx, { of: { caseId: history.id }, asked: bundleKinds, by: null, now }));
    await gatherPapers(trx, { id: one, audience: 'ombudsman', caseId: history.id, person: null });
    if (!(await beginMaking(trx, one, now)))
      throw new Stop(`A bundle of ${history.reference} is being made: wait until it is done.`);
    return one;
  });
  try {
    await makeBundle({ db, files, landlordId }, id);
  } catch (error) {
    await inLandlord(db, landlordId, (trx) => stopMaking(trx, id, 'failed', new Date()));
    throw error;
  }
  const {
    bundle: done,
    papers,
    all,
  } = await inLandlord(db, landlordId, async (trx) => {
    const found = await readBundle(trx, id);
    return { bundle: found, papers: await piecesOf(trx, id), all: await madeOf(trx, id, found?.madeVersion ?? 0) };
  });
  if (done === null || done.state !== 'made') {
    const failed = papers.flatMap(({ trouble }, i) => (trouble === 'failed' ? [i + 1] : []));
    throw new Stop(troubleWords(done?.trouble ?? null, failed));
  }
  return { bundle: done, all };
}

async function emptyFolder(out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true });
    if ((await readdir(out)).length > 0) throw new Stop(`The folder ${out} is not empty: choose another one.`);
  } catch (error) {
    if (error instanceof Stop) throw error;
    if (['EEXIST', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? ''))
      throw new Stop(`The folder ${out} can’t be made or written: choose another one.`);
    throw error;
  }
}

function asJson({ bundle: { reference, version, pages, checkedAt }, all }: Whole) {
  return {
    reference,
    version,
    checked: checkedAt !== null,
    pages,
    files: all.map(({ what, name, content, size, firstPage, lastPage }) => ({
      what,
      name,
      sha256: content,
      bytes: size,
      pages: firstPage === null ? null : [firstPage, lastPage],
    })),
  };
}

function asText({ bundle: { reference, pages, checkedAt }, all }: Whole, out: string): string {
  const volumes = all.filter(({ what }) => what === 'volume').length;
  return [
    `${reference}: ${counted(pages ?? 0, 'page')} in ${counted(volumes, 'volume')}, in ${out}`,
    ...all.map(
      ({ name, firstPage, lastPage }) => `  ${name}${firstPage === null ? '' : `, pages ${firstPage} to ${lastPage}`}`,
    ),
    checkedAt === null
      ? 'A draft: nobody has checked it yet for what may not go out.'
      : 'This version was checked before it goes out.',
  ].join('\n');
}
