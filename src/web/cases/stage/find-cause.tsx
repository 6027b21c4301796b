/** What lay behind it, looked at beyond the single case (9.1, 9.2). */
import { z } from 'zod';
import { mayFindCause } from '../../../complaint/may/find-cause.js';
import { readCauses } from '../../../store/causes.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { stageOf } from '../points/this-point.js';
import { CauseFields, causeShape, causeTyped } from './cause-fields.js';

export const findCause = actScreen({
  act: 'find-cause',
  title: 'Record a cause',
  asks: ['learning'],
  reads: readCauses,
  schema: (_shown, visit, list) => z.object({ ...causeShape(list), on: dayItHappened(visit, 'the day it was found') }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form, shown, more }) => (
    <>
      <CauseFields form={form} list={more} shown={shown} />
      <OnField form={form} legend="When was it found?" />
    </>
  ),
  decide: (value, { file, context, shown }) =>
    mayFindCause(
      file.case,
      { on: value.on, stage: stageOf(shown), ...(causeTyped(value) ?? { cause: '', points: [], text: null }) },
      context,
    ),
  button: 'Record the cause',
  done: 'The cause is on record',
});
