/** A register that was sent: leads to the step that comes next, or says that it is being read, or why it can't be. */
import { sweepFiles } from '../../store/documents.js';
import { forgetRegister, readRegisterSent } from '../../store/registers-sent.js';
import { Button, WarningText } from '../ui/components.js';
import { Form } from '../ui/forms.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { importers, importPage } from './import-frame.js';

async function get(visit: Visit): Promise<Answer> {
  const sent = await visit.db((trx) => readRegisterSent(trx, visit.params.id ?? ''));
  if (sent === null) return notFound;
  const { id, reading, fault, fileName, source } = sent;
  if (reading === null && fault === null) {
    const then = visit.query.then;
    if (then === 'values') return redirect(`/imports/sent/${id}/values`);
    return redirect(`/imports/sent/${id}/${sent.preview !== null ? 'preview' : 'columns'}`);
  }
  if (fault !== null)
    return importPage(
      visit,
      { title: 'This register can’t be read', caption: source },
      <>
        <WarningText text={fault} iconFallbackText="Warning" />
        {sent.proposal === null ? null : (
          <p class="govuk-body">
            <a class="govuk-link" href={`/imports/sent/${id}/sheet`}>
              Choose another sheet or heading row
            </a>
          </p>
        )}
        <RemoveRegister visit={visit} id={id} fileName={fileName} />
      </>,
    );
  return importPage(
    visit,
    { title: 'The register is being read', caption: source },
    <>
      <div data-live="yes">
        <p class="govuk-body">
          {fileName} is large, so reading it takes a while. You can leave this page and come back to it from the list of
          registers.
        </p>
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={here(visit)}>
          See whether it has been read
        </a>
      </p>
      <RemoveRegister visit={visit} id={id} fileName={fileName} />
    </>,
  );
}

function here(visit: Visit): string {
  return visit.query.then === 'values' ? `${visit.path}?then=values` : visit.path;
}

export function RemoveRegister(props: { readonly visit: Visit; readonly id: string; readonly fileName: string }) {
  return (
    <Form visit={props.visit} action={`/imports/sent/${props.id}/remove`} id={`remove-${props.id}`}>
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Throw this file away<span class="govuk-visually-hidden">: {props.fileName}</span>
      </Button>
    </Form>
  );
}

async function remove(visit: Visit): Promise<Answer> {
  const gone = await visit.db((trx) => forgetRegister(trx, visit.params.id ?? '', 'too'));
  if (!gone) return notFound;
  await sweepFiles(visit.house.db, visit.house.files, visit.landlord.id);
  return redirect('/imports', { done: 'The file was thrown away. Nothing was taken from it' });
}

export const sentRegister = screen({ path: '/imports/sent/:id', access: importers, get });
export const sentRemove = screen({ path: '/imports/sent/:id/remove', access: importers, post: remove });
