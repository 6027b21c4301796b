/** What a piece of evidence says: a file, an address or a text. Exactly one of them. */
import type { VNode } from 'preact';
import type { Trx } from '../../store/database.js';
import type { Stored } from '../../store/documents.js';
import type { Says } from '../../store/evidence-library.js';
import { keepFiles, receiveFiles } from '../cases/files.js';
import { optionalText } from '../ui/fields.js';
import { FileField, type FormError, type FormState, TextareaField, TextField } from '../ui/forms.js';
import type { Visit } from '../visit.js';

export const versionFields = { link: optionalText(2_000), text: optionalText(50_000), note: optionalText(1_000) };

type Read = { readonly link: string | null; readonly text: string | null };
type Chosen =
  | { readonly ok: true; readonly says: (trx: Trx) => Promise<Says> }
  | { readonly ok: false; readonly errors: readonly FormError[] };

/** Which of the three was given. `needed`: one of them must be. */
export async function chosen(visit: Visit, { link, text }: Read): Promise<Chosen> {
  const arrived = await receiveFiles(visit);
  if (!arrived.ok) return { ok: false, errors: arrived.errors };
  const [file] = arrived.stored;
  const given = [file, link, text].filter((one) => one !== undefined && one !== null);
  if (given.length === 0)
    return { ok: false, errors: [{ field: 'file', words: 'Choose a file, enter an address, or write the text' }] };
  if (given.length > 1 || arrived.stored.length > 1)
    return { ok: false, errors: [{ field: 'file', words: 'Give one of the three: a file, an address or a text' }] };
  if (link !== null && !/^https?:\/\/[^\s]+$/i.test(link))
    return { ok: false, errors: [{ field: 'link', words: 'Enter an address that begins with https://' }] };
  return {
    ok: true,
    says: async (trx) => {
      if (file !== undefined) return fileSaid(trx, visit, file);
      return link === null ? { text: text ?? '' } : { link };
    },
  };
}

async function fileSaid(trx: Trx, visit: Visit, stored: Stored): Promise<Says> {
  const [kept] = await keepFiles(trx, visit, [stored]);
  if (kept === undefined) throw new Error('a stored file has a row');
  return { file: kept, content: stored.content };
}

export function VersionFields({ form }: { readonly form: FormState }): VNode {
  return (
    <>
      <p class="govuk-body">Give one of the three: a file, an address, or the text itself.</p>
      <FileField form={form} name="file" label="File" />
      <TextField
        form={form}
        name="link"
        label="Address on the web"
        hint="For example, https://www.example.org/complaints-policy"
        spellcheck={false}
      />
      <TextareaField form={form} name="text" label="Text" rows={4} />
      <TextField form={form} name="note" label="What is new in it? (optional)" />
    </>
  );
}
