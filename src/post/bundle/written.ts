/** What the product writes into a bundle itself, from the record as it stands: chronologies, entries' words, policies. */
import { chronologyOf } from '../../complaint/bundle/chronology.js';
import { type Labelled, wordsIn } from '../../complaint/bundle/papers.js';
import { headInWords } from '../../complaint/compensation.js';
import { channelWords, sendingWords } from '../../complaint/standing-words.js';
import { wayKindWords } from '../../complaint/ways-to-reach.js';
import { type Day, inWords } from '../../facts/days.js';
import type { CaseId, Entry, PersonId, RecordedBy, StaffId } from '../../facts/happened.js';
import { pounds } from '../../facts/money.js';
import { chronologyDocument, policyDocument, recordDocument, wordsDocument } from '../../reports/bundle/documents.js';
import type { Document } from '../../reports/document.js';
import { answerInWords } from '../../reports/measures/equality.js';
import { partsOf, policyVersion } from '../../store/bundle-gather.js';
import type { Bundle, Piece } from '../../store/bundles.js';
import { type CaseFile, openFiles, readHistories } from '../../store/case-file.js';
import type { Trx } from '../../store/database.js';
import { equalityAnswersOf } from '../../store/equality-answers.js';
import { type Person, readPeople } from '../../store/people.js';
import { staffNames } from '../../store/staff.js';
import { londonDay } from '../../store/today.js';

/** The cases of a bundle with the names in them: read once for all of its papers. */
export interface Material {
  readonly landlord: string;
  readonly today: Day;
  readonly audience: Bundle['audience'];
  readonly cases: ReadonlyMap<CaseId, CaseFile>;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly staff: ReadonlyMap<StaffId, string>;
}

export async function readMaterial(
  trx: Trx,
  about: {
    readonly landlord: string;
    readonly today: Day;
    readonly audience: Bundle['audience'];
    readonly pieces: readonly Piece[];
  },
): Promise<Material> {
  const ids = [...new Set(about.pieces.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])))];
  const files = await openFiles(trx, await readHistories(trx, ids));
  const cases = new Map<CaseId, CaseFile>(files.map((file) => [file.case.id, file]));
  const people = new Set<PersonId>();
  for (const { entries } of cases.values())
    for (const { what, recordedBy } of entries) {
      if ('person' in recordedBy) people.add(recordedBy.person);
      if ('person' in what && typeof what.person === 'string') people.add(what.person);
      if (what.type === 'MessageReceived' && what.from !== null) people.add(what.from);
      if (what.type === 'MessageSent' || what.type === 'LetterSent') for (const one of what.to) people.add(one);
    }
  return {
    landlord: about.landlord,
    today: about.today,
    audience: about.audience,
    cases,
    people: await readPeople(trx, [...people]),
    staff: await staffNames(trx),
  };
}

/** The document of a paper that the product writes; null for a file, or where what it would say is gone. */
export async function writtenPaper(
  trx: Trx,
  piece: Piece,
  material: Material,
  hidden: ReadonlySet<number>,
): Promise<Document | null> {
  const file = piece.caseId === null ? undefined : material.cases.get(piece.caseId);
  const about = { landlord: material.landlord, reference: file?.case.reference ?? null };
  switch (piece.source) {
    case 'file':
      return null;
    case 'chronology': {
      if (file === undefined) return null;
      const lines = chronologyOf(file.case, { say: file.say, hidden });
      return chronologyDocument(
        about,
        lines.map((line) => ({ ...line, who: material.audience === 'ombudsman' ? named(line.by, material) : null })),
        londonDay(new Date(file.entries.at(-1)?.recordedAt ?? 0)),
      );
    }
    case 'words': {
      const entry = file?.case.history.find(({ seq }) => seq === piece.seq);
      if (file === undefined || entry === undefined) return null;
      const said = wordsIn(entry.what).flatMap(({ label, words }: Labelled) => {
        const text = file.say(words)?.trim() ?? '';
        return text === '' ? [] : [{ label, text }];
      });
      return said.length === 0
        ? null
        : wordsDocument(about, {
            title: piece.title,
            on: entry.happenedOn,
            facts: factsOf(entry, material),
            said,
          });
    }
    case 'policy':
      return policy(trx, piece, about);
    case 'record':
      return record(trx, piece, material);
    default:
      return piece.source satisfies never;
  }
}

function named(by: RecordedBy, { staff, people }: Material): string {
  if ('staff' in by) return staff.get(by.staff) ?? 'Somebody who has left';
  if ('person' in by) return people.get(by.person)?.name ?? 'A resident';
  return by.system === 'mail' ? 'By email' : 'By the system';
}

function factsOf(
  { what, recordedBy }: Entry,
  material: Material,
): readonly { readonly label: string; readonly value: string }[] {
  const facts: { label: string; value: string }[] = [];
  const put = (label: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') facts.push({ label, value });
  };
  const name = (id: PersonId | null): string | null => (id === null ? null : (material.people.get(id)?.name ?? null));
  if (what.type === 'Received') put('From', name(what.person));
  if (what.type === 'MessageReceived' || what.type === 'EscalationRequested') put('From', name(what.from));
  if (what.type === 'MessageSent' || what.type === 'LetterSent')
    put('To', what.to.flatMap((one) => name(one) ?? []).join(', '));
  if ('channel' in what) put('By', channelWords[what.channel]);
  if ('how' in what && typeof what.how === 'string' && what.how in sendingWords)
    put('How', sendingWords[what.how as keyof typeof sendingWords]);
  if ('pence' in what && typeof what.pence === 'number') put('Amount', pounds(what.pence));
  if (what.type === 'CompensationWorkedOut') {
    for (const { head, pence } of what.heads) put(headInWords(head), pounds(pence));
    put('Together', pounds(what.totalPence));
  }
  if ('dueOn' in what && what.dueOn !== null) put('Due', inWords(what.dueOn));
  if (material.audience === 'ombudsman') put('Recorded by', named(recordedBy, material));
  return facts;
}

async function policy(
  trx: Trx,
  piece: Piece,
  about: { readonly landlord: string; readonly reference: string | null },
): Promise<Document | null> {
  const [, page = '', version = ''] = piece.key.split(':');
  const found = await policyVersion(trx, page, Number(version));
  return found === null ? null : policyDocument({ ...about, reference: null }, found);
}

const partWords: Readonly<Record<string, string>> = {
  resident: 'The resident',
  group: 'One of a group',
  representative: 'Somebody’s representative',
};

async function record(trx: Trx, piece: Piece, { landlord }: Material): Promise<Document | null> {
  const id = piece.key.split(':')[1] as PersonId;
  const person = (await readPeople(trx, [id])).get(id);
  if (person === undefined) return null;
  return recordDocument(
    { landlord, reference: null },
    {
      rows: [
        { label: 'Name', value: person.name ?? 'Not known' },
        { label: 'Language', value: person.language ?? 'Not said' },
        ...person.ways.map(({ kind, value, standing, preferred }) => ({
          label: wayKindWords[kind],
          value: `${value}${preferred ? ' (preferred)' : ''}${standing === 'ordinary' ? '' : ` (marked ${standing})`}`,
        })),
        ...(await equalityAnswersOf(trx, id)).map(({ characteristic, answer, givenOn }) => {
          const said = answerInWords(characteristic, answer);
          return {
            label: `For equality monitoring: ${said.asked}`,
            value: `${said.answer}, given on ${inWords(givenOn)}`,
          };
        }),
      ],
      cases: (await partsOf(trx, id)).map((row) => ({ ...row, part: partWords[row.part] ?? row.part })),
    },
  );
}
