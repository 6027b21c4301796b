/** Where a bundle stands: how far its making is, what is to be done next, and what was made. */
import type { VNode } from 'preact';
import { goesAlong } from '../../complaint/bundle/kinds.js';
import { troubleWords } from '../../complaint/bundle/trouble-words.js';
import { isUnderWay, type Made } from '../../store/bundle-making.js';
import type { Bundle, Piece } from '../../store/bundles.js';
import { sizeWords } from '../files/file-screens.js';
import { Button, SummaryList, Tag, WarningText } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { Form, Hidden, Submit } from '../ui/forms.js';
import type { Visit } from '../visit.js';
import { failedIn, pagesIn, papersIn, stateOf } from './bundle-words.js';

export function State(props: {
  readonly visit: Visit;
  readonly bundle: Bundle;
  readonly pieces: readonly Piece[];
  readonly made: readonly Made[];
}): VNode {
  const { visit, bundle, pieces, made } = props;
  const { text, colour } = stateOf(bundle);
  if (bundle.state === 'making') return <UnderWay visit={visit} bundle={bundle} pieces={pieces} />;
  const current = bundle.state === 'made' && bundle.madeVersion === bundle.version;
  const volumes = made.filter(({ what }) => what === 'volume').length;
  return (
    <>
      <p class="govuk-body">
        <Tag colour={colour}>{text}</Tag>{' '}
        {bundle.pages === null || bundle.state !== 'made'
          ? ''
          : `${pagesIn(bundle.pages)} in ${volumes === 1 ? '1 volume' : `${volumes} volumes`}`}
      </p>
      {bundle.state === 'stopped' ? (
        <WarningText iconFallbackText="Warning" text={troubleWords(bundle.trouble, failedIn(pieces))} />
      ) : null}
      {bundle.checkedAt === null ? null : (
        <p class="govuk-body">
          {bundle.checkedBy} checked this version <InstantText at={bundle.checkedAt} />.
        </p>
      )}
      <div class="govuk-button-group">
        {current ? null : (
          <Make visit={visit} words={bundle.madeVersion === null ? 'Make the bundle' : 'Make it again'} />
        )}
        {current && bundle.checkedAt === null ? (
          <Button href={`/bundles/${bundle.id}/check`} text="Check it before it goes out" />
        ) : null}
        {current && bundle.checkedAt !== null ? (
          <Button href={`/bundles/${bundle.id}/hand-over`} text="Hand it over" />
        ) : null}
        {current ? <Make visit={visit} words="Bring in what has come since" secondary /> : null}
      </div>
    </>
  );
}

function Make({ visit, words, secondary = false }: { visit: Visit; words: string; secondary?: boolean }): VNode {
  return (
    <Form visit={visit} id="make">
      <Hidden name="do" value="make" />
      <Submit secondary={secondary}>{words}</Submit>
    </Form>
  );
}

function UnderWay({ visit, bundle, pieces }: { visit: Visit; bundle: Bundle; pieces: readonly Piece[] }): VNode {
  const chosen = pieces.filter(({ standing }) => goesAlong(standing));
  const ready = chosen.filter(({ madeFrom }) => madeFrom !== null).length;
  const words =
    bundle.step === 'papers'
      ? `${ready} of ${papersIn(chosen.length)} made ready`
      : bundle.step === 'hiding'
        ? `${bundle.stepDone ?? 0} of ${pagesIn(bundle.stepOf ?? 0)} painted and read`
        : bundle.step === 'volumes'
          ? `Binding ${bundle.volumesPlanned === 1 ? '1 volume' : `${bundle.volumesPlanned ?? ''} volumes`}`
          : bundle.step === 'again'
            ? 'Looking where hidden words stand again'
            : 'Writing the index';
  return (
    <>
      <div data-live="yes">
        <p class="govuk-body">
          <label for="far">{words}</label>
        </p>
        <p class="govuk-body">
          {bundle.step === 'hiding' ? (
            <progress
              class="app-progress"
              id="far"
              max={Math.max(1, bundle.stepOf ?? 1)}
              value={bundle.stepDone ?? 0}
            />
          ) : bundle.step === 'papers' ? (
            <progress class="app-progress" id="far" max={Math.max(1, chosen.length)} value={ready} />
          ) : (
            <progress class="app-progress" id="far" />
          )}
        </p>
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={visit.path}>
          See how far it is now
        </a>
      </p>
      <p class="govuk-body">You can leave this page: it goes on by itself, and what is finished stays finished.</p>
      {isUnderWay(bundle, new Date(visit.now)) ? null : (
        <>
          <p class="govuk-body">If nothing has moved for some minutes:</p>
          <Make visit={visit} words="Begin again where it was" secondary />
        </>
      )}
    </>
  );
}

const whatWords: Readonly<Record<Made['what'], string>> = {
  index: 'Index',
  volume: 'Volume',
  enclosure: 'File without pages',
  manifest: 'Digests (SHA-256)',
};

export function Files({ bundle, made }: { readonly bundle: Bundle; readonly made: readonly Made[] }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">What was made</h2>
      <SummaryList
        rows={made.map((one) => ({
          key: {
            text:
              one.what === 'volume' || one.what === 'enclosure'
                ? `${whatWords[one.what]} ${one.n}`
                : whatWords[one.what],
          },
          value: {
            html: (
              <>
                <a class="govuk-link" href={`/bundles/${bundle.id}/files/${one.name}`}>
                  {one.name}
                </a>
                , {sizeWords(one.size)}
                {one.firstPage === null ? '' : `, pages ${one.firstPage} to ${one.lastPage}`}
              </>
            ),
          },
        }))}
      />
    </>
  );
}
