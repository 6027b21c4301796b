import type { Day } from '../../facts/days.js';
import type { Authority, File, PersonId, RepresentativeRole } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AuthoriseRequest {
  readonly on: Day;
  readonly person: PersonId;
  readonly role: RepresentativeRole;
  /** 'asked' while the resident has not answered: the complaint does not wait for it. */
  readonly authority: Authority;
  readonly evidence: File | null;
  readonly until: Day | null;
  readonly note: string | null;
}

/** 3.6: someone who acts for the resident. What they bring is received at once; their authority may be asked meanwhile. */
export function mayAuthorise(c: Case, request: AuthoriseRequest, context: Context): Decision {
  const { on, person, role, authority, evidence, until, note } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      person === c.person
        ? no('is-the-resident', 'This person is the resident, who needs no authority. Choose someone else.', {
            field: 'person',
          })
        : null,
      until !== null && until < on
        ? no('until-past', 'The authority would end before it begins. Check the day.', { field: 'until' })
        : null,
      authority === 'elected-member' && role !== 'mp' && role !== 'councillor'
        ? no(
            'not-a-member',
            'Only an MP or a councillor acts as an elected member. Choose another kind of authority.',
            {
              field: 'authority',
            },
          )
        : null,
      (authority === 'power-of-attorney' || authority === 'court-order' || authority === 'probate') &&
      evidence === null &&
      note === null
        ? no('evidence-missing', 'Add the document that shows this authority, or note where it was seen.', {
            field: 'evidence',
          })
        : null,
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'RepresentativeAuthorised',
              person,
              role,
              authority,
              evidence,
              until,
              note: kept(context, note),
            },
            on,
          },
        ],
        {
          warnings:
            authority === 'asked'
              ? [
                  'Go on with the complaint while you wait for the resident’s answer, and share nothing personal until then.',
                ]
              : [],
        },
      ),
  );
}
