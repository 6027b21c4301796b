/** What whoever writes, rings or visits has to know first: contact that is restricted, and that there is a safety marker. */
import type { VNode } from 'preact';
import { inWords } from '../../facts/days.js';
import type { PersonId } from '../../facts/happened.js';
import type { RestrictionRow } from '../../store/behaviour.js';
import type { CaseShown } from '../cases/case-shown.js';
import { whatHolds } from './behaviour-words.js';

export function BeforeContact({ shown }: { readonly shown: CaseShown }): VNode | null {
  const name = (id: PersonId | null) => {
    const person = id === null ? undefined : shown.people.get(id);
    return person?.name ?? 'this person';
  };
  if (shown.restricted.length + shown.marked.length === 0) return null;
  return (
    <div class="app-before-contact">
      {shown.marked.map((person) => (
        <MarkerLine key={person} person={person} name={name(person)} />
      ))}
      {shown.restricted.map((one) => (
        <RestrictionLine key={one.id} restriction={one} name={name(one.person)} />
      ))}
    </div>
  );
}

/** That there is a safety marker, and the way to it; nothing that it says. */
export function MarkerLine({ person, name }: { readonly person: PersonId; readonly name: string }): VNode {
  return (
    <p>
      <strong>Safety marker.</strong>{' '}
      <a class="govuk-link" href={`/behaviour/people/${person}/markers`}>
        Read it before you visit or ring {name}
      </a>
    </p>
  );
}

/** One restriction before contact: who, what holds, until when, and that something new is always taken. */
export function RestrictionLine({
  restriction: r,
  name,
  link = true,
}: {
  readonly restriction: RestrictionRow;
  readonly name: string;
  /** To what led there; not where that stands. */
  readonly link?: boolean;
}): VNode {
  return (
    <p>
      <strong>
        Contact with {name} is restricted{r.until === null ? '' : ` until ${inWords(r.until)}`}.
      </strong>{' '}
      {whatHolds(r).join(' ')} {r.how === null ? '' : `“${r.how}” `}Whatever is new is taken as from anyone.{' '}
      {r.person === null || !link ? null : (
        <a class="govuk-link" href={`/behaviour/people/${r.person}`}>
          More<span class="govuk-visually-hidden"> about what holds for {name}</span>
        </a>
      )}
    </p>
  );
}
