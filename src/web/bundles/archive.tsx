/** A closed archive of what was handed over. Its password stands on this page alone, and is nowhere kept. */
import { handsOver } from '../../complaint/bundle/going-out.js';
import { closedArchive, newPassword } from '../../post/bundle/closed-archive.js';
import { type Made, madeOf } from '../../store/bundle-making.js';
import type { Bundle } from '../../store/bundles.js';
import { pathOf } from '../../store/documents.js';
import { type Handover, noteDownload, readHandover } from '../../store/handovers.js';
import { recordReading } from '../../store/reads.js';
import { InsetText } from '../ui/components.js';
import { Form, Hidden, Submit } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, download, notFound, screen, type Visit } from '../visit.js';
import { openBundle } from './open-bundle.js';

interface Found {
  readonly bundle: Bundle;
  readonly handover: Handover;
  readonly made: readonly Made[];
}

async function read(visit: Visit): Promise<Found | null> {
  return visit.db(async (trx) => {
    const open = await openBundle(trx, visit);
    const handover = open === null ? null : await readHandover(trx, visit.params.handover ?? '');
    if (
      open === null ||
      handover?.bundleId !== open.bundle.id ||
      handover.how !== 'archive' ||
      handover.endedAt !== null
    )
      return null;
    return { bundle: open.bundle, handover, made: await madeOf(trx, open.bundle.id, handover.version) };
  });
}

async function get(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  if (found === null) return notFound;
  const password = newPassword();
  return page(
    visit,
    {
      title: 'Closed archive',
      caption: `For ${found.handover.toName}`,
      section: 'ombudsman',
      back: { href: `/bundles/${found.bundle.id}`, text: 'The bundle' },
    },
    <>
      <p class="govuk-body">The password of the archive that you download now:</p>
      <InsetText>
        <strong>{password}</strong>
      </InsetText>
      <p class="govuk-body">
        Write it down before you leave this page: it is kept nowhere, and the next archive has another. Tell it to{' '}
        {found.handover.toName} by another way than the archive goes, for example by telephone.
      </p>
      <p class="govuk-body">
        It is closed with AES-256. Windows’ own unzip can’t open it: 7-Zip, WinZip and The Unarchiver can.
      </p>
      <Form visit={visit}>
        <Hidden name="password" value={password} />
        <Submit>Download the archive</Submit>
      </Form>
    </>,
  );
}

async function post(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  const { password } = visit.fields;
  if (found === null || typeof password !== 'string' || !/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/.test(password))
    return notFound;
  const { handover, made, bundle } = found;
  const name = `${bundle.reference ?? 'papers'}.zip`;
  await visit.db(async (trx) => {
    await noteDownload(trx, handover, { name, content: null }, new Date(visit.now));
    await recordReading(trx, {
      staff: visit.staff.id,
      what: 'export',
      caseId: bundle.caseId,
      about: `bundle ${bundle.id} archive ${handover.id}`,
    });
  });
  const body = closedArchive({
    password,
    files: made.map((one) => ({ path: pathOf(visit.house.files, visit.landlord.id, one.content), name: one.name })),
  });
  return download(name, 'application/zip', body);
}

export const bundleArchive = screen({
  path: '/bundles/:id/archive/:handover',
  access: handsOver,
  get,
  post,
});
