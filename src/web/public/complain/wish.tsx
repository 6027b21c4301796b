/** Where the form begins: what somebody came for. Whatever they choose is a suggestion and shuts no door. */
import { z } from 'zod';
import { nextAfter } from '../../../complaint/telling/questions.js';
import { nothingTold, type Wish, wishes } from '../../../complaint/telling/told.js';
import { saveTold } from '../../../store/complaint-drafts.js';
import { choice } from '../../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm, withErrors } from '../../ui/forms.js';
import { redirect, type SiteVisit, screen } from '../../visit.js';
import { sitePage } from '../site/site-page.js';
import { tooMany } from './asking.js';
import { begin, draftOf, pathTo } from './draft.js';
import { InDanger } from './in-danger.js';

/** How the site's first page leads here. */
const asked: Readonly<Record<string, Wish>> = { service: 'ask', thanks: 'thank' };

async function get(visit: SiteVisit) {
  const draft = await draftOf(visit);
  const about = typeof visit.query.about === 'string' ? asked[visit.query.about] : undefined;
  const going = draft !== null && draft.sentCase === null ? draft.told.wish : null;
  return view(visit, startForm(visit, { wish: about ?? going ?? '' }), going !== null);
}

async function post(visit: SiteVisit) {
  const { say } = visit;
  const schema = z.object({ wish: choice(wishes, say('Choose what you want to tell us')) });
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { wish } = read.value;
  const draft = await draftOf(visit);
  if (draft !== null && draft.sentCase === null) {
    const told = { ...draft.told, wish };
    await visit.db((trx) => saveTold(trx, draft.id, told));
    return redirect(pathTo(visit, nextAfter(told, 'wish')));
  }
  const told = { ...nothingTold, wish };
  const begun = await begin(visit, told);
  if (!begun.ok) return view(visit, withErrors(read.form, [{ field: null, words: tooMany(say, begun.wait) }]));
  return redirect(pathTo(visit, nextAfter(told, 'wish')), { resident: begun.resident });
}

/** `begun`: this browser holds what somebody began and has not sent. */
function view(visit: SiteVisit, form: FormState, begun = false) {
  const { say, base } = visit;
  return sitePage(
    visit,
    { title: say('What do you want to tell us?'), heading: null, form, back: { href: base } },
    <>
      {begun ? (
        <div class="govuk-inset-text">
          <p class="govuk-body">{say('Somebody began to tell us something in this browser and has not sent it.')}</p>
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={pathTo(visit, 'continue')}>
                {say('Go on with it')}
              </a>
            </li>
            <li>
              <a class="govuk-link" href={pathTo(visit, 'save')}>
                {say('Save it for later, or erase it')}
              </a>
            </li>
          </ul>
        </div>
      ) : null}
      <Form visit={visit} action={`${base}/complain`}>
        <RadiosField
          form={form}
          name="wish"
          legend={say('What do you want to tell us?')}
          isHeading
          hint={say('Choose what comes nearest. You can’t choose wrong: a person reads it and decides with you.')}
          items={[
            {
              value: 'wrong',
              text: say('Something is wrong, or went wrong'),
              hint: say('What we did or did not do, how you were treated, something that was never put right'),
            },
            {
              value: 'ask',
              text: say('Ask us to do something'),
              hint: say('Report a repair, or ask for another service'),
            },
            { value: 'thank', text: say('Say thank you') },
          ]}
        />
        <Submit>{say('Continue')}</Submit>
      </Form>
      <InDanger visit={visit} link />
      <p class="govuk-body">
        {say('It takes about ten minutes. You need no account, and you can stop and come back.')}
      </p>
    </>,
  );
}

export const complainStart = screen({
  path: '/residents/:slug/complain',
  access: 'site',
  purposes: ['draft'],
  get,
  post,
});
