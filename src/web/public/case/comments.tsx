/** What they say of findings that were shared with them before the answer (5.8). */
import { z } from 'zod';
import { mayTakeComments } from '../../../complaint/may/take-comments.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { residentScreen } from './resident-screen.js';

export const caseComments = residentScreen({
  path: '/comments',
  title: ({ say }) => say('Comment on what we found so far'),
  shows: ({ findings }) => findings,
  notNow: ({ say, ways }) =>
    ways.comments ? null : say('There are no findings to comment on now. You can send us a message instead.'),
  above: ({ say, file }) =>
    file.seen.findings
      .filter((one) => one.mayComment)
      .map(({ on, words, commentsBy, comments }) => (
        <>
          <p class="govuk-body">
            {commentsBy === null
              ? say('On {day} we shared this with you:', { day: say.day(on) })
              : say('On {day} we shared this with you, for your comments by {by}:', {
                  day: say.day(on),
                  by: say.day(commentsBy),
                })}
          </p>
          <div class="app-words">{file.text(words) ?? say('[these words were erased]')}</div>
          {comments.map((one) => (
            <p key={one.words} class="govuk-body">
              {say('On {day} you said:', { day: say.day(one.on) })} {file.text(one.words)}
            </p>
          ))}
        </>
      )),
  schema: ({ say }) => z.object({ text: requiredText(say('Write your comments'), 20_000) }),
  fields: ({ form, say }) => (
    <TextareaField
      form={form}
      name="text"
      label={say('Your comments')}
      hint={say('What is right, what is wrong, what is missing. We look at them before we decide.')}
      rows={8}
    />
  ),
  inViewOf: 'nothing',
  decide: ({ text }, { file, context, person, before }) =>
    mayTakeComments(
      file.case,
      {
        on: context.today,
        stage: before.file.seen.findings.findLast((one) => one.mayComment)?.stage ?? 1,
        from: { person },
        text,
      },
      context,
    ),
  arrives: ({ text }) => ({ kind: 'comments', note: text }),
  button: (say) => say('Send your comments'),
  done: (say) => say('We have your comments'),
});
