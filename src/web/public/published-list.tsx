/** What a landlord has published: every document, every version, what was taken down and why. For anybody. */
import { listPublications, type PublicationKind, type Published, publicationKinds } from '../../store/publications.js';
import { DayText } from '../ui/dates.js';
import { notFound, type PublicVisit, screen } from '../visit.js';
import { addressOf, houseAt, kindTitles, publicPage } from './published-page.js';

async function get(visit: PublicVisit) {
  const house = await houseAt(visit);
  if (house === null) return notFound;
  const all = await house.db((trx) => listPublications(trx));
  if (all.length === 0) return notFound;
  return publicPage(
    visit,
    house,
    { title: 'What we publish about complaints' },
    publicationKinds.map((kind) => (
      <Kind key={kind} kind={kind} slug={house.slug} all={all.filter((one) => one.kind === kind)} />
    )),
  );
}

function Kind({
  kind,
  slug,
  all,
}: {
  readonly kind: PublicationKind;
  readonly slug: string;
  readonly all: readonly Published[];
}) {
  if (all.length === 0) return null;
  return (
    <section aria-labelledby={kind}>
      <h2 class="govuk-heading-m" id={kind}>
        {kindTitles[kind]}
      </h2>
      <ul class="app-list govuk-!-margin-bottom-6">
        {all.map((one) => (
          <li key={one.id} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              <a class="govuk-link" href={addressOf(slug, one)}>
                {one.title}
                {one.version > 1 || one.supersededBy !== null ? `, version ${one.version}` : ''}
              </a>
            </p>
            <p class="govuk-body-s govuk-!-margin-bottom-0">
              Published on <DayText day={one.publishedOn} />
              {one.takenDownOn !== null ? (
                <>
                  . Taken down on <DayText day={one.takenDownOn} />
                </>
              ) : one.supersededBy !== null ? (
                `. Version ${one.supersededBy} has taken its place`
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const publishedList = screen({ path: '/published/:slug', access: 'public', get });
