/**
 * How a member of staff is heard on a complaint about them (5.8): what they were told that it is about, what was shared with
 * them, how they see it, and what they say of the findings. Nothing else of the case is on this page.
 */
import type { VNode } from 'preact';
import { z } from 'zod';
import { mayHearPosition } from '../../complaint/may/hear-position.js';
import { mayTakeComments } from '../../complaint/may/take-comments.js';
import { runningStage } from '../../complaint/permitted.js';
import { staffConcerned } from '../../complaint/staff-concerned.js';
import type { Day } from '../../facts/days.js';
import type { Words } from '../../facts/happened.js';
import { type CaseFile, readCase } from '../../store/case-file.js';
import { recordReading } from '../../store/reads.js';
import { formAfter } from '../outcome.js';
import { InsetText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { choice, requiredText } from '../ui/fields.js';
import { Form, type FormState, Hidden, RadiosField, readForm, Submit, startForm, TextareaField } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';

const schema = z.object({
  what: choice(['position', 'comments'], 'Choose what it is'),
  text: requiredText('Write down what you want to say', 50_000),
});

/** Only the one whom it is about: for everybody else it is not there. */
async function read(visit: Visit): Promise<CaseFile | null> {
  return visit.db(async (trx) => {
    const file = await readCase(trx, visit.params.reference ?? '');
    if (file === null || !staffConcerned(file.case).includes(visit.staff.id)) return null;
    await recordReading(trx, { staff: visit.staff.id, what: 'case', caseId: file.case.id, about: 'own-account' });
    return file;
  });
}

async function get(visit: Visit) {
  const file = await read(visit);
  return file === null ? notFound : view(visit, file, startForm(visit, { what: 'position' }));
}

async function post(visit: Visit) {
  const file = await read(visit);
  if (file === null) return notFound;
  const typed = readForm(schema, visit.fields);
  if (!typed.ok) return view(visit, file, typed.form);
  const { what, text } = typed.value;
  const outcome = await visit.act(file.case.id, null, (now, context) => {
    const stage = runningStage(now.case) ?? 1;
    const said = { on: context.today, stage, from: { staff: visit.staff.id }, text };
    return what === 'comments' && sharedWithYou(now, visit).length > 0
      ? mayTakeComments(now.case, said, context)
      : mayHearPosition(now.case, said, context);
  });
  if (outcome.is === 'no-such-case') return notFound;
  if (outcome.is !== 'done') return view(visit, file, formAfter(typed.form, outcome));
  return redirect(`/about-you/${file.case.reference}`, { done: 'It is on record, and whoever looks into it reads it' });
}

interface Line {
  readonly seq: number;
  readonly on: Day;
  readonly words: Words | null;
}

const entries = (file: CaseFile, pick: (what: CaseFile['case']['history'][number]['what']) => Words | null | false) =>
  file.case.history.flatMap(({ seq, what, happenedOn }): Line[] => {
    const words = pick(what);
    return words === false ? [] : [{ seq, on: happenedOn, words }];
  });

function sharedWithYou(file: CaseFile, visit: Visit): readonly Line[] {
  return entries(
    file,
    (what) =>
      what.type === 'FindingsShared' && 'staff' in what.with && what.with.staff === visit.staff.id && what.words,
  );
}

function view(visit: Visit, file: CaseFile, form: FormState) {
  const me = visit.staff.id;
  const told = entries(file, (what) => what.type === 'StaffMemberNamed' && what.staff === me && what.words);
  const shared = sharedWithYou(file, visit);
  const support = entries(file, (what) => what.type === 'SupportOffered' && what.staff === me && what.words);
  const yours = entries(
    file,
    (what) =>
      (what.type === 'PositionHeard' || what.type === 'CommentsMade') &&
      'staff' in what.from &&
      what.from.staff === me &&
      what.words,
  );
  const running = runningStage(file.case) !== null;
  return page(
    visit,
    {
      title: `A complaint about you: ${file.case.reference}`,
      heading: 'A complaint about you',
      section: 'home',
      form,
      back: { href: '/about-you', text: 'Complaints about you' },
    },
    <>
      <Lines title="What it is about" lines={told} file={file} none="You have not been told yet." />
      <Lines
        title="Support that you were offered"
        lines={support}
        file={file}
        none="None is on record yet. Ask for it."
      />
      <Lines title="What was shared with you" lines={shared} file={file} none="Nothing has been shared with you yet." />
      <Lines title="What you have said" lines={yours} file={file} none="You have said nothing yet." />
      {running ? (
        <>
          <h2 class="govuk-heading-m">How do you see it?</h2>
          <Form visit={visit}>
            {shared.length === 0 ? (
              <Hidden name="what" value="position" />
            ) : (
              <RadiosField
                form={form}
                name="what"
                legend="What do you write?"
                items={[
                  { value: 'position', text: 'How I see what happened' },
                  { value: 'comments', text: 'What I say of what was shared with me' },
                ]}
              />
            )}
            <TextareaField form={form} name="text" label="In your own words" rows={8} />
            <Submit>Put it on record</Submit>
          </Form>
        </>
      ) : (
        <InsetText text="Nobody looks into it now, so nothing can be added." />
      )}
    </>,
  );
}

function Lines({
  title,
  lines,
  file,
  none,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly file: CaseFile;
  readonly none: string;
}): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      {lines.length === 0 ? <p class="govuk-body">{none}</p> : null}
      {lines.map((line) => (
        <div key={line.seq}>
          <p class="govuk-body app-quote">
            {line.words === null ? '' : (file.say(line.words) ?? '[These words have been erased]')}
          </p>
          <p class="govuk-body-s">
            <DayText day={line.on} />
          </p>
        </div>
      ))}
    </>
  );
}

export const yourAccount = screen({ path: '/about-you/:reference', access: 'signed-in', get, post });
