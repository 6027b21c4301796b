/** A hazard that we came to know of: its clock runs from then, complaint or none. An emergency rings whoever is on call. */
import { z } from 'zod';
import type { Case } from '../../../complaint/case.js';
import { isEmergency, kindsToChoose, possibleHazards } from '../../../complaint/hazards.js';
import { mayNoticeHazard } from '../../../complaint/may/notice-hazard.js';
import { hazardKindWords } from '../../../complaint/standing-words.js';
import { type HazardKind, hazardKinds, type PointId } from '../../../facts/happened.js';
import { londonDayOf, parseMinute } from '../../../facts/instants.js';
import { ratedHazards } from '../../../law/hazards.js';
import { raiseAlarmUnlessKnown } from '../../../store/alarms.js';
import { choice, ids, optionalText, tick } from '../../ui/fields.js';
import { CheckboxesField, RadiosField, TextareaField, TickField } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { dayItHappened, OnField, pointChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { clockTime, londonInstant, timeTyped } from './london-time.js';
import { AtField } from './which-hazard.js';

/** What the first words told of was known from their receipt on: to the minute where no person had to type it in. */
function startOf(c: Case, visit: Visit) {
  const [possible] = possibleHazards(c);
  const kind = possibleHazards(c).find((one) => one !== 'emergency') ?? possible ?? null;
  const point = c.points.find(({ id }) => id === visit.query.point);
  const emergency = possible !== undefined && possibleHazards(c).includes('emergency') ? 'yes' : null;
  if (possible === undefined)
    return { on: visit.today, kind, emergency, ...(point === undefined ? {} : { points: [point.id] }) };
  const first = c.history.find(({ what }) => what.type === 'Received');
  const minute = first === undefined || 'staff' in first.recordedBy ? null : parseMinute(first.recordedAt);
  const at = minute !== null && londonDayOf(minute) === c.receivedOn ? timeTyped(first?.recordedAt ?? '') : '';
  return { on: c.receivedOn, kind, emergency, at, ...(point === undefined ? {} : { points: [point.id] }) };
}

/** What it takes in, where its name alone does not say so. */
function standsFor(kind: HazardKind): { readonly hint?: string } {
  const rated = ratedHazards[kind];
  return rated.length > 1 || rated[0]?.startsWith('excess') ? { hint: `That is: ${rated.join(', ')}` } : {};
}

export const noticeHazard = actScreen({
  act: 'notice-hazard',
  title: 'Record a hazard',
  schema: (_shown, visit) =>
    z.object({
      kind: choice(hazardKinds, 'Choose what kind of hazard it is'),
      emergency: tick(),
      taken: tick(),
      points: ids().transform((list) => list as PointId[]),
      text: optionalText(20_000),
      on: dayItHappened(visit, 'the day we came to know of it'),
      at: clockTime(),
    }),
  start: (shown, visit) => startOf(shown.case, visit),
  fields: ({ form, shown }) => {
    const points = pointChoices(shown, 1);
    return (
      <>
        <RadiosField
          form={form}
          name="kind"
          legend="What is it?"
          hint="If somebody is in danger now, ring the emergency repairs line first"
          small
          items={kindsToChoose.map((value) => ({ value, text: hazardKindWords[value], ...standsFor(value) }))}
        />
        <TickField
          form={form}
          name="emergency"
          label="It is an emergency"
          hint="Somebody may come to harm at once. It is to be looked into and made safe within 24 hours, and whoever is on call is rung"
        />
        <TickField form={form} name="taken" label="Somebody on call has it already: don’t ring" />
        {points.length === 0 ? null : (
          <CheckboxesField
            form={form}
            name="points"
            legend="Which points tell of it? (optional)"
            small
            items={[...points]}
          />
        )}
        <TextareaField form={form} name="text" label="What is known of it (optional)" rows={3} />
        <OnField
          form={form}
          legend="When did we come to know of it?"
          hint="The day on which anybody of ours first knew, also a contractor; it may be before the complaint. For example, 27 3 2026"
        />
        <AtField form={form} label="At what time, if known? (optional)" />
      </>
    );
  },
  decide: ({ at, taken: _, ...value }, { file, context }) =>
    mayNoticeHazard(file.case, { ...value, awareAt: londonInstant(value.on, at) }, context),
  extras: ({ taken, ...told }, visit) => ({
    also: async (trx, done) => {
      if (isEmergency(told) && !taken) await raiseAlarmUnlessKnown(trx, done.caseId, new Date(visit.now));
    },
  }),
  names: { awareAt: 'at' },
  button: 'Record the hazard',
  done: 'The hazard is on record',
});
