/** One published document as a page, with its files; a version that was superseded or taken down says so first. */
import { chartSvg } from '../../post/charts.js';
import { readFileBytes } from '../../store/documents.js';
import {
  type PublishedWhole,
  placesOf,
  publicationKinds,
  publishedFile,
  readPublication,
} from '../../store/publications.js';
import { InsetText, WarningText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { DocumentShown } from '../ui/document.js';
import { download, notFound, type PublicVisit, screen } from '../visit.js';
import { addressOf, formatWords, houseAt, type PublicHouse, publicPage } from './published-page.js';

async function get(visit: PublicVisit) {
  const house = await houseAt(visit);
  const which = asked(visit);
  if (house === null || which === null) return notFound;
  const found = await house.db(async (trx) => {
    const one = await readPublication(trx, which);
    return one === null ? null : { one, places: one.takenDownOn === null ? await placesOf(trx, one.id) : [] };
  });
  if (found === null) return notFound;
  const { one, places } = found;
  const crumbs = [{ text: 'What we publish about complaints', href: `/published/${house.slug}` }, { text: one.title }];
  if (one.takenDownOn !== null) {
    return publicPage(
      visit,
      house,
      { title: one.title, crumbs, status: 410 },
      <>
        <p class="govuk-body">
          This was published on <DayText day={one.publishedOn} /> and taken down on <DayText day={one.takenDownOn} />.
        </p>
        <InsetText text={`Why: ${one.takenDownBecause ?? ''}`} />
      </>,
    );
  }
  return publicPage(
    visit,
    house,
    { title: one.title, crumbs },
    <>
      <Superseded one={one} house={house} />
      <Files one={one} house={house} />
      <DocumentShown document={one.document} draw={(chart) => chartSvg(chart)} />
      {places.length === 0 ? null : (
        <section aria-labelledby="elsewhere">
          <h2 class="govuk-heading-m" id="elsewhere">
            Where else it is published
          </h2>
          <ul class="govuk-list">
            {places.map((place) => (
              <li key={place.address}>
                {/^https?:\/\//.test(place.address) ? (
                  <a class="govuk-link" href={place.address}>
                    {place.address}
                  </a>
                ) : (
                  place.address
                )}
                , <DayText day={place.publishedOn} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

function asked(visit: PublicVisit) {
  const { kind = '', period = '', version } = visit.params;
  if (!(publicationKinds as readonly string[]).includes(kind)) return null;
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(period)) return null;
  if (version === undefined) return { kind, period, version: 'holds' as const };
  return /^[1-9]\d{0,3}$/.test(version) ? { kind, period, version: Number(version) } : null;
}

function Superseded({ one, house }: { readonly one: PublishedWhole; readonly house: PublicHouse }) {
  if (one.supersededBy === null) {
    return one.because === null ? null : (
      <InsetText text={`Version ${one.version}, published again because: ${one.because}`} />
    );
  }
  const href = addressOf(house.slug, { ...one, version: one.supersededBy });
  return (
    <>
      <WarningText iconFallbackText="Warning" text={`A newer version has taken the place of this one.`} />
      <p class="govuk-body">
        <a class="govuk-link" href={href}>
          Read version {one.supersededBy}
        </a>
      </p>
    </>
  );
}

function Files({ one, house }: { readonly one: PublishedWhole; readonly house: PublicHouse }) {
  if (one.files.length === 0) return null;
  return (
    <ul class="govuk-list app-document__files">
      {one.files.map(({ format }) => (
        <li key={format}>
          <a class="govuk-link" href={`${addressOf(house.slug, one)}/${format}`}>
            Download as {formatWords[format]}
          </a>
        </li>
      ))}
    </ul>
  );
}

async function getFile(visit: PublicVisit) {
  const house = await houseAt(visit);
  const which = asked(visit);
  if (house === null || which === null || which.version === 'holds') return notFound;
  const { kind, period, version } = which;
  const found = await house.db((trx) =>
    publishedFile(trx, { kind, period, version, format: visit.params.format ?? '' }),
  );
  if (found === null) return notFound;
  return download(found.publishedName, found.type, readFileBytes(visit.house.files, house.landlord.id, found.content));
}

export const publishedDocument = [
  ...screen({ path: '/published/:slug/:kind/:period', access: 'public', get }),
  ...screen({ path: '/published/:slug/:kind/:period/:version', access: 'public', get }),
  ...screen({ path: '/published/:slug/:kind/:period/:version/:format', access: 'public', get: getFile }),
];
