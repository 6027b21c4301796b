/** The check before a bundle goes out: what is held back and hidden, and one person's word that nothing else may not go. */
import { z } from 'zod';
import { goesAsPictures, holdsUnseenWords } from '../../complaint/bundle/as-seen.js';
import { goAsTheyAre, objectionsToCheck, objectionToUnmade, seemSaidAgain } from '../../complaint/bundle/going-out.js';
import { goesAlong } from '../../complaint/bundle/kinds.js';
import { caseWorkers } from '../../complaint/roles.js';
import { checkBundle } from '../../store/bundle-choices.js';
import type { Piece } from '../../store/bundles.js';
import { InsetText, SummaryList, WarningText } from '../ui/components.js';
import { mustTick, tick } from '../ui/fields.js';
import { Form, type FormState, Hidden, readForm, Submit, startForm, TickField, withRefusals } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { againWords, audienceWords, pagesIn, papersIn, versionSeen } from './bundle-words.js';
import { type OpenBundle, openBundle } from './open-bundle.js';

const form = z.object({
  others: mustTick('Tick this once you have looked for what is about other people'),
  privilege: mustTick('Tick this once you have looked for legal advice'),
  files: tick(),
  again: tick(),
});

async function read(visit: Visit): Promise<OpenBundle | null> {
  return visit.db((trx) => openBundle(trx, visit));
}

async function get(visit: Visit): Promise<Answer> {
  const open = await read(visit);
  return open === null ? notFound : view(visit, open, startForm(visit));
}

async function post(visit: Visit): Promise<Answer> {
  const open = await read(visit);
  if (open === null) return notFound;
  const given = readForm(form, visit.fields);
  // What stands in its way whatever is ticked is said first.
  const { bundle, pieces } = open;
  const seen = versionSeen(visit.fields);
  if (!given.ok) {
    const refusals = objectionsToCheck(bundle, pieces, { seen, files: true, again: true });
    return view(visit, open, refusals.length > 0 ? withRefusals(startForm(visit), refusals) : given.form);
  }
  const said = {
    seen,
    files: given.value.files,
    again: given.value.again,
    by: visit.staff.id,
    now: new Date(visit.now),
  };
  const refusals = await visit.db((trx) => checkBundle(trx, bundle.id, said));
  if (refusals.length > 0) {
    const now = await read(visit);
    return now === null ? notFound : view(visit, now, withRefusals(given.form, refusals));
  }
  return redirect(`/bundles/${bundle.id}`, { done: 'Checked. It can be handed over' });
}

function view(visit: Visit, { bundle, pieces }: OpenBundle, state: FormState): Answer {
  const unmade = objectionToUnmade(bundle);
  const count = (standing: Piece['standing']) => pieces.filter((piece) => piece.standing === standing).length;
  const hidden = pieces.reduce((sum, { boxes }) => sum + boxes, 0);
  const whole = goAsTheyAre(bundle, pieces);
  const again = seemSaidAgain(pieces);
  const more = pieces.filter((piece) => goesAlong(piece.standing) && !goesAsPictures(piece) && holdsUnseenWords(piece));
  const held = pieces.filter(({ standing }) => standing === 'privileged');
  return page(
    visit,
    {
      title: 'Check before it goes out',
      caption: `Bundle: ${audienceWords[bundle.audience]}`,
      section: 'ombudsman',
      back: { href: `/bundles/${bundle.id}`, text: 'The bundle' },
      form: state,
    },
    <>
      <SummaryList
        rows={[
          { key: { text: 'Pages' }, value: { text: bundle.pages === null ? 'Not made yet' : pagesIn(bundle.pages) } },
          { key: { text: 'Goes in' }, value: { text: papersIn(count('in') + count('confidence')) } },
          ...(bundle.audience === 'ombudsman'
            ? [{ key: { text: 'Of these in confidence' }, value: { text: papersIn(count('confidence')) } }]
            : []),
          { key: { text: 'Places hidden' }, value: { text: String(hidden) } },
          { key: { text: 'Left out' }, value: { text: papersIn(count('out')) } },
        ]}
      />
      {held.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Held back as legal advice</h2>
          <ul class="govuk-list govuk-list--bullet">
            {held.map(({ id, title, reason, markedBy }) => (
              <li key={id}>
                {title}: {reason} ({markedBy})
              </li>
            ))}
          </ul>
        </>
      )}
      {whole.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Goes as the file it is</h2>
          <p class="govuk-body">These could not be made into pages, so nothing in them can be hidden.</p>
          <ul class="govuk-list govuk-list--bullet">
            {whole.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </>
      )}
      {more.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Holds words that are not seen</h2>
          <p class="govuk-body">
            A scanner laid words under these pages. If they say more than the page, give the paper as pictures.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {more.map(({ id, title }) => (
              <li key={id}>
                <a class="govuk-link" href={`/bundles/${bundle.id}/pieces/${id}`}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {again.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Hidden, and perhaps said again</h2>
          <p class="govuk-body">
            What is hidden on these papers seems to stand elsewhere too, or could not be looked for. Look at each page:
            not every way of saying a thing again can be found.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {again.map(({ id, title, saidAgain }) => (
              <li key={id}>
                <a class="govuk-link" href={`/bundles/${bundle.id}/pieces/${id}`}>
                  {title}
                </a>
                : {againWords(saidAgain)}
              </li>
            ))}
          </ul>
        </>
      )}
      <InsetText>
        {bundle.audience === 'ombudsman'
          ? 'The Ombudsman gets papers whole. What the resident should not see is marked in confidence on its page, not hidden.'
          : 'The person gets what is about them. What is about others is hidden, also where it stands in somebody’s words.'}
      </InsetText>
      {unmade === null ? (
        <Form visit={visit}>
          <Hidden name="version" value={bundle.version} />
          <TickField
            form={state}
            name="others"
            label={
              bundle.audience === 'ombudsman'
                ? 'I have looked through it for what other people told us, and marked it'
                : 'I have looked through it for what is about other people, and hidden it'
            }
          />
          <TickField
            form={state}
            name="privilege"
            label="I have looked through it for legal advice, and held it back or know that it may go"
          />
          {whole.length === 0 ? null : (
            <TickField
              form={state}
              name="files"
              label="I have opened each file that goes as it is, and all that is in it may go"
            />
          )}
          {again.length === 0 ? null : (
            <TickField
              form={state}
              name="again"
              label="I have looked wherever hidden words seem or may stand again, and all that is left there may go"
            />
          )}
          <Submit>It may go out</Submit>
        </Form>
      ) : (
        <WarningText iconFallbackText="Warning" text={unmade.words} />
      )}
    </>,
  );
}

export const bundleCheck = screen({ path: '/bundles/:id/check', access: caseWorkers, get, post });
