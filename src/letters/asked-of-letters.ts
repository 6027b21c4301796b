/**
 * What each edition of the Code asks of each letter, as data. 'each-point' means every point that the letter has to
 * deal with; 'whole' means once in the letter.
 */
import type { LetterKind } from '../facts/happened.js';
import type { Edition } from '../law/words.js';
import type { Element } from './words.js';

export interface Asked {
  readonly element: Element;
  readonly of: 'whole' | 'each-point';
  /** Null: no provision names it, good sense does. */
  readonly provision: string | null;
}

const whole = (element: Element, provision: string | null): Asked => ({ element, of: 'whole', provision });
const each = (element: Element, provision: string | null): Asked => ({ element, of: 'each-point', provision });

/** Asked by the regulations on hazards, whatever the edition of the Code. */
const ofHazardSummary: readonly Asked[] = [
  whole('hazard-found', null),
  whole('hazard-finding', null),
  whole('safety-work', null),
  whole('further-work', null),
  whole('meanwhile', null),
  whole('how-to-reach-us', null),
];

/** Before the 2024 Code no provision of it asked an answer for this: whoever is to go elsewhere has to know where. */
const whoCanLook: readonly Asked[] = [each('whose', null), each('further-routes', null)];

/** What holds, and how to challenge it, unless it is lifted: must-say.ts. */
const ofOutcome = (provision: string | null): readonly Asked[] => [
  whole('reasons', provision),
  whole('how-restricted', provision),
  whole('review-date', provision),
  whole('new-issues', provision),
  whole('right-to-challenge', provision),
];

type ByKind = Readonly<Record<LetterKind, readonly Asked[]>>;

const code2024: ByKind = {
  acknowledgement: [
    each('definition', '5.6'),
    each('outcome-sought', '5.6'),
    each('whose', '5.7'),
    each('further-routes', '5.7'),
    whole('due-date', '6.3'),
    whole('ombudsman', '3.7'),
  ],
  'stage-2-acknowledgement': [
    each('definition', '5.6'),
    each('outcome-sought', '5.6'),
    each('whose', '5.7'),
    each('further-routes', '5.7'),
    whole('due-date', '6.14'),
    whole('ombudsman', '3.7'),
  ],
  clarification: [whole('question', '5.6')],
  update: [whole('progress', '5.9')],
  extension: [],
  refusal: [whole('reasons-for-refusal', '2.4'), whole('right-to-challenge', '2.4'), whole('ombudsman', '2.4')],
  'refusal-to-escalate': [
    whole('reasons-for-refusal', '5.11'),
    whole('right-to-challenge', '2.4'),
    whole('ombudsman', '2.4'),
  ],
  'stage-1-response': [
    whole('stage', '6.9'),
    each('definition', '6.9'),
    each('decision', '6.9'),
    each('reasons', '6.9'),
    each('relied-on', '6.7'),
    each('whose', '5.7'),
    each('further-routes', '5.7'),
    whole('what-went-wrong', '7.1'),
    whole('remedy', '6.9'),
    whole('actions', '6.9'),
    whole('escalation', '6.9'),
    whole('ombudsman', '3.7'),
  ],
  'final-response': [
    whole('stage', '6.19'),
    each('definition', '6.19'),
    each('decision', '6.19'),
    each('reasons', '6.19'),
    each('relied-on', '6.18'),
    each('whose', '5.7'),
    each('further-routes', '5.7'),
    whole('what-went-wrong', '7.1'),
    whole('remedy', '6.19'),
    whole('actions', '6.19'),
    whole('ombudsman', '6.19'),
  ],
  'promise-kept': [whole('promise', '6.6'), whole('how-it-was-kept', '6.6')],
  'behaviour-warning': [whole('behaviour', '5.14'), whole('new-issues', '5.14'), whole('equality', '5.15')],
  'contact-restriction': [
    whole('reasons', '5.14'),
    whole('how-restricted', '5.14'),
    whole('review-date', '5.14'),
    whole('equality', '5.15'),
    whole('new-issues', '5.14'),
    whole('right-to-challenge', '5.14'),
  ],
  'restriction-outcome': ofOutcome('5.14'),
  'hazard-summary': ofHazardSummary,
};

/** At stage 1 the 2022 Code lists six items: all but the definition, which it lists at stage 2 (5.16). */
const code2022: ByKind = {
  acknowledgement: [
    each('definition', '4.2'),
    each('outcome-sought', '4.2'),
    whole('due-date', '4.3'),
    whole('ombudsman', '2.8'),
  ],
  'stage-2-acknowledgement': [
    each('definition', '5.10'),
    each('outcome-sought', '5.10'),
    whole('due-date', '4.3'),
    whole('ombudsman', '2.8'),
  ],
  clarification: [whole('question', '4.2')],
  update: [whole('progress', '4.10')],
  extension: [],
  refusal: [whole('reasons-for-refusal', '1.9'), whole('right-to-challenge', '1.9'), whole('ombudsman', '2.7')],
  'refusal-to-escalate': [
    whole('reasons-for-refusal', '5.9'),
    whole('right-to-challenge', '5.9'),
    whole('ombudsman', '2.7'),
  ],
  'stage-1-response': [
    whole('stage', '5.8'),
    each('decision', '5.8'),
    each('reasons', '5.8'),
    each('relied-on', '5.6'),
    ...whoCanLook,
    whole('what-went-wrong', '6.1'),
    whole('remedy', '5.8'),
    whole('actions', '5.8'),
    whole('escalation', '5.8'),
    whole('ombudsman', '2.8'),
  ],
  'final-response': [
    whole('stage', '5.16'),
    each('definition', '5.16'),
    each('decision', '5.16'),
    each('reasons', '5.16'),
    each('relied-on', '5.6'),
    ...whoCanLook,
    whole('what-went-wrong', '6.1'),
    whole('remedy', '5.16'),
    whole('actions', '5.16'),
    whole('ombudsman', '5.16'),
  ],
  'promise-kept': [whole('promise', '5.5'), whole('how-it-was-kept', '5.5')],
  'behaviour-warning': [whole('behaviour', '4.18'), whole('new-issues', '4.18'), whole('equality', '4.19')],
  'contact-restriction': [
    whole('reasons', '4.18'),
    whole('how-restricted', '4.18'),
    whole('review-date', '4.18'),
    whole('equality', '4.19'),
    whole('new-issues', '4.18'),
    whole('right-to-challenge', '4.18'),
  ],
  'restriction-outcome': ofOutcome('4.18'),
  'hazard-summary': ofHazardSummary,
};

/** Its form asks far less of a letter; the numbers are those of the 2020 form's questions. */
const code2020: ByKind = {
  acknowledgement: [whole('due-date', '4.1')],
  'stage-2-acknowledgement': [whole('due-date', '4.1')],
  clarification: [whole('question', '4.1')],
  update: [whole('progress', '4.1')],
  extension: [],
  refusal: [whole('reasons-for-refusal', '6.4')],
  'refusal-to-escalate': [whole('reasons-for-refusal', '6.3')],
  'stage-1-response': [
    each('decision', '6.4'),
    each('reasons', '6.4'),
    ...whoCanLook,
    whole('what-went-wrong', '7.1'),
    whole('remedy', '7.1'),
    whole('actions', '7.1'),
    whole('escalation', '4.4'),
  ],
  'final-response': [
    each('decision', '6.4'),
    each('reasons', '6.4'),
    ...whoCanLook,
    whole('what-went-wrong', '7.1'),
    whole('remedy', '7.1'),
    whole('actions', '7.1'),
    whole('ombudsman', '3.6'),
  ],
  'promise-kept': [whole('promise', '7.1'), whole('how-it-was-kept', '7.1')],
  'behaviour-warning': [whole('behaviour', null), whole('new-issues', null), whole('equality', null)],
  'contact-restriction': [
    whole('reasons', null),
    whole('how-restricted', null),
    whole('review-date', null),
    whole('equality', null),
    whole('new-issues', null),
    whole('right-to-challenge', null),
  ],
  'restriction-outcome': ofOutcome(null),
  'hazard-summary': ofHazardSummary,
};

const extensions: Readonly<Record<Edition, Readonly<Record<1 | 2, readonly Asked[]>>>> = {
  '2024': {
    1: [whole('reason-for-delay', '6.4'), whole('new-date', '6.4'), whole('ombudsman', '6.5')],
    2: [whole('reason-for-delay', '6.15'), whole('new-date', '6.15'), whole('ombudsman', '6.16')],
  },
  '2022': {
    1: [whole('reason-for-delay', '5.1'), whole('new-date', '5.1'), whole('ombudsman', '5.3')],
    2: [whole('reason-for-delay', '5.13'), whole('new-date', '5.13'), whole('ombudsman', '5.15')],
  },
  '2020': {
    1: [whole('reason-for-delay', '4.8'), whole('new-date', '4.9'), whole('ombudsman', '4.9')],
    2: [whole('reason-for-delay', '4.8'), whole('new-date', '4.9'), whole('ombudsman', '4.9')],
  },
};

const editions: Readonly<Record<Edition, ByKind>> = { '2020': code2020, '2022': code2022, '2024': code2024 };

/** Before any edition the oldest list serves as good sense, under no provision. */
export function askedOf(kind: LetterKind, edition: Edition | null, stage: number | null): readonly Asked[] {
  const from = edition ?? '2020';
  const asked = kind === 'extension' ? extensions[from][stage === 2 ? 2 : 1] : editions[from][kind];
  return edition === null ? asked.map((a) => ({ ...a, provision: null })) : asked;
}
