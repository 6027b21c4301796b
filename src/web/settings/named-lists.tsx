/** Areas and categories: lists of names. A name stands in cases for ever, so it is closed, never changed. */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import { addName, closeName, listNames, type NamedList } from '../../store/teams.js';
import { Button } from '../ui/components.js';
import { requiredText } from '../ui/fields.js';
import { Form, type FormState, Hidden, readForm, startForm, TextField, withErrors } from '../ui/forms.js';
import { type Route, redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

interface Words {
  readonly list: NamedList;
  readonly path: `/${string}`;
  readonly title: string;
  readonly one: string;
  readonly about: string;
}

const form = z.object({ name: requiredText('Enter a name', 80) });

function namedList(words: Words): readonly Route[] {
  const get = (visit: Visit) => view(visit, words, startForm(visit));

  const post = async (visit: Visit) => {
    const read = readForm(form, visit.fields);
    if (!read.ok) return view(visit, words, read.form);
    const { name } = read.value;
    const closing = visit.fields.what === 'close';
    const done = await visit.db(async (trx) => {
      const changed = closing ? await closeName(trx, words.list, name) : await addName(trx, words.list, name);
      const sentence = closing ? `Closed the ${words.one} ${name}` : `Added the ${words.one} ${name}`;
      if (changed) await recordChange(trx, { about: words.list, words: sentence, by: visit.staff.id });
      return changed;
    });
    if (!done && !closing)
      return view(visit, words, withErrors(read.form, [{ field: 'name', words: 'That name is there already' }]));
    return redirect(words.path, { done: closing ? `${name} closed` : `${name} added` });
  };

  return screen({ path: words.path, access: ['administrator'], get, post });
}

async function view(visit: Visit, { list, path, title, one, about }: Words, state: FormState) {
  const names = await visit.db((trx) => listNames(trx, list, 'all'));
  const open = names.filter((name) => !name.closed);
  const closed = names.filter((name) => name.closed);
  return settingsPage(
    visit,
    { title, form: state, about: [list] },
    <>
      <p class="govuk-body">{about}</p>
      {open.length === 0 ? <p class="govuk-body">There is none yet.</p> : null}
      <ul class="app-list">
        {open.map(({ name }) => (
          <li key={name} class="app-list__item">
            <Form visit={visit} action={path} id={`close-${encodeURIComponent(name)}`} class="app-line">
              <span class="govuk-body govuk-!-margin-bottom-0">{name}</span>
              <Hidden name="name" value={name} />
              <Button
                classes="govuk-button--secondary govuk-!-margin-bottom-0"
                name="what"
                value="close"
                preventDoubleClick
              >
                Close <span class="govuk-visually-hidden">{name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form visit={visit} action={path}>
        <TextField
          form={state}
          name="name"
          label={`Add ${one === 'area' ? 'an area' : `a ${one}`}`}
          autocomplete="off"
        />
        <Button preventDoubleClick name="what" value="add">
          Add
        </Button>
      </Form>
      {closed.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">Closed</h2>
          <p class="govuk-body">{closed.map(({ name }) => name).join(', ')}. Add the same name to open it again.</p>
        </>
      ) : null}
    </>,
  );
}

export const areas = namedList({
  list: 'area',
  path: '/settings/areas',
  title: 'Areas',
  one: 'area',
  about: 'The parts of your stock by which cases are listed and counted.',
});

export const categories = namedList({
  list: 'category',
  path: '/settings/categories',
  title: 'Categories',
  one: 'category',
  about: 'What complaints are about. Few and plain ones give figures that people can learn from.',
});
