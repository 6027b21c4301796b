/** The points that a contact brought with it, on the screen that says what it is. */
import { type CaseShown, said } from '../case-shown.js';

/** Points that came with the contact stay as they were told; what is written here comes beside them. */
export function PointsTold({ shown }: { readonly shown: CaseShown }) {
  const { points } = shown.case;
  if (points.length === 0) return null;
  return (
    <>
      <p class="govuk-body">
        {points.length === 1 ? 'One point was told already.' : `${points.length} points were told already.`} They stay
        as they are: write here only what is missing.
      </p>
      <ol class="govuk-list govuk-list--number">
        {points.map((point) => (
          <li key={point.id} class="app-words">
            {said(shown, point.words)}
          </li>
        ))}
      </ol>
    </>
  );
}
