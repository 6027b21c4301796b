/** Logs a public post about us: by its address and a copy of its words, without naming anybody. */
import { z } from 'zod';
import { mayReceive } from '../../complaint/may/receive.js';
import { postLink } from '../../complaint/public-words.js';
import { caseWorkers } from '../../complaint/roles.js';
import { hazardKindWords } from '../../complaint/standing-words.js';
import { hazardKinds } from '../../facts/happened.js';
import { suggestHazards } from '../../post/suggest-hazards.js';
import { caseOfPost, keepPost } from '../../store/public-posts.js';
import { keepFiles, receiveFiles } from '../cases/files.js';
import { Details, InsetText } from '../ui/components.js';
import { choice, choices, optionalText, requiredDay, requiredText } from '../ui/fields.js';
import {
  CheckboxesField,
  DateField,
  FileField,
  Form,
  type FormState,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
  withRefusals,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { redirect, screen, type Visit } from '../visit.js';

const networks = ['Facebook', 'X', 'Instagram', 'TikTok', 'Nextdoor', 'Google reviews', 'YouTube', 'Another'] as const;

const schema = (visit: Visit) =>
  z.object({
    network: choice(networks, 'Choose where it stands'),
    link: requiredText('Paste the address of the post', 2_000),
    text: requiredText('Copy what they wrote', 200_000),
    author: optionalText(200),
    on: requiredDay('the day on which anybody here first saw it', { notAfter: visit.today }),
    hazards: choices(hazardKinds),
  });

async function get(visit: Visit) {
  return view(visit, startForm(visit, { on: visit.today }));
}

async function post(visit: Visit) {
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { network, text, author, on, hazards } = read.value;
  const link = postLink(read.value.link);
  if (link === null) {
    const words = 'Paste the address of the post as the browser shows it, beginning with https://';
    return view(visit, withErrors(read.form, [{ field: 'link', words }]));
  }
  const before = await visit.db((trx) => caseOfPost(trx, link));
  if (before !== null) {
    const words = `This post was logged as ${before}. Record a further message there instead`;
    return view(visit, withErrors(read.form, [{ field: 'link', words }]));
  }
  const arrived = await receiveFiles(visit);
  if (!arrived.ok) return view(visit, withErrors(read.form, arrived.errors));
  const outcome = await visit.open(
    async (context, trx) =>
      mayReceive(
        {
          on,
          channel: 'social-media',
          firstHeardBy: 'other-staff',
          text,
          files: await keepFiles(trx, visit, arrived.stored),
          person: null,
          home: null,
          tenure: 'unknown',
          group: [],
          hazards: [...new Set([...hazards, ...suggestHazards(text).map((each) => each.hazard)])],
          sender: null,
          earlier: null,
        },
        context,
      ),
    {
      also: (trx, done) =>
        keepPost(trx, { caseId: done.caseId, network, link, author, seenOn: on, by: visit.staff.id }),
    },
  );
  if (outcome.is === 'refused') return view(visit, withRefusals(read.form, outcome.refusals));
  return redirect(`/cases/${outcome.reference}/public-post`, {
    done: `Logged as ${outcome.reference}. Say nothing in public before you have read this page`,
  });
}

function view(visit: Visit, form: FormState) {
  return page(
    visit,
    { title: 'Log a public post', section: 'log', form, back: { href: '/log', text: 'Log another contact' } },
    <>
      <InsetText text="Nobody is taken for anybody: the case names no resident until they come to us by a private way. A private message is logged as an ordinary contact." />
      <Form visit={visit} files>
        <SelectField
          form={form}
          name="network"
          label="Where does it stand?"
          none="Choose"
          items={networks.map((value) => ({ value, text: value }))}
        />
        <TextField form={form} name="link" label="The address of the post" spellcheck={false} autocomplete="off" />
        <TextareaField
          form={form}
          name="text"
          label="What they wrote, copied word for word"
          hint="Only their post, not what others answered"
          rows={6}
        />
        <FileField
          form={form}
          name="files"
          label="A picture of the post (optional)"
          hint="A post can be changed or taken down. Cut other people out of the picture"
          multiple
        />
        <TextField form={form} name="author" label="The name that it is shown under (optional)" width="two-thirds" />
        <DateField form={form} name="on" legend="When did anybody here first see it?" hint="The days count from then" />
        <Details summaryText="It names a hazard">
          <CheckboxesField
            form={form}
            name="hazards"
            legend="Which?"
            small
            items={hazardKinds.map((value) => ({ value, text: hazardKindWords[value] }))}
          />
        </Details>
        <Submit>Log it</Submit>
      </Form>
    </>,
  );
}

export const logPublicPost = screen({ path: '/log/public-post', access: caseWorkers, get, post });
