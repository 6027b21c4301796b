/** What every letter has: its title, whom it is to, how it begins, and what its sender has to see to. */

import { actingFor } from '../complaint/who.js';
import { stageOfLetter } from '../complaint/with-letter.js';
import { inWords } from '../facts/days.js';
import type { AdjustmentKind } from '../facts/happened.js';
import { languageName } from '../facts/language-names.js';
import { paragraph } from './blocks.js';
import { followOnline } from './online.js';
import type { Letter, LetterBlock, LetterInput, Recipient } from './words.js';

/** The letter around its body. */
export function letter(input: LetterInput, title: string, body: readonly LetterBlock[]): Letter {
  return {
    kind: input.matter.kind,
    matter: input.matter,
    stage: stageOfLetter(input.matter),
    edition: input.case.edition,
    language: 'en-GB',
    title,
    reference: input.case.reference,
    on: input.today,
    from: input.letterhead,
    to: input.to,
    signedBy: input.signedBy,
    largePrint: input.to.adjustments.includes('large-print'),
    colouredPaper: input.to.adjustments.includes('coloured-background'),
    body: [...addressed(input), ...body, ...followOnline(input)],
    forSender: forSender(input),
  };
}

/** Who 'you' is, where that is not plain. */
function addressed({ to, case: c, matter }: LetterInput): readonly LetterBlock[] {
  // These are about the reader, whoever's complaint it is.
  if (matter.kind === 'behaviour-warning' || matter.kind === 'contact-restriction') return [];
  if (matter.kind === 'restriction-outcome') return [];
  switch (to.as) {
    case 'resident':
      return [];
    case 'group-member':
      return [
        paragraph(
          'You made this complaint together with other residents. Each of you gets a letter of your own. Each of you can ask us to look at it again, or leave the complaint, without the others.',
        ),
      ];
    case 'representative': {
      const name = to.actsFor ?? 'the resident';
      return [
        paragraph(
          `You are acting for ${name} in this complaint, which we got on ${inWords(c.receivedOn)}. Where this letter says 'you' or 'your', it means ${name} and what you told us for them.`,
        ),
      ];
    }
    default:
      return to.as satisfies never;
  }
}

export const adjustmentWords: Readonly<Record<AdjustmentKind, string>> = {
  'large-print': 'letters in large print',
  'easy-read': 'letters in easy read',
  audio: 'letters as a recording',
  braille: 'letters in Braille',
  translation: 'letters in your language',
  interpreter: 'an interpreter when we talk',
  'phone-not-letter': 'a phone call as well as a letter',
  'no-phone': 'no phone calls',
  'extra-time': 'more time to answer us',
  'visit-in-person': 'a visit in person',
  'someone-with-me': 'someone with you when we meet',
  other: 'what we agreed with you',
  'coloured-background': 'letters on coloured paper',
  'plain-text': 'plain text by e-mail',
  bsl: 'British Sign Language',
};

function forSender({ to, case: c }: LetterInput): readonly string[] {
  const name = to.name;
  const toDo: Partial<Record<AdjustmentKind, string>> = {
    'easy-read': `${name} has an agreed adjustment for easy read. Send an easy read version with this letter.`,
    audio: `${name} has an agreed adjustment for audio. Send a recording of this letter.`,
    braille: `${name} has an agreed adjustment for Braille. Send this letter in Braille too.`,
    translation: `${name} has an agreed adjustment for translation. Have this letter translated before you send it.`,
    bsl: `${name} has an agreed adjustment for British Sign Language. Have this letter signed for them.`,
    interpreter: `${name} has an agreed adjustment for an interpreter. Have someone go through this letter with them in their language.`,
    'phone-not-letter': `${name} prefers the phone to letters. Ring and go through this letter; send it as well, since the Code asks for it in writing.`,
  };
  const notes = to.adjustments.flatMap((kind) => toDo[kind] ?? []);
  if (!to.language.startsWith('en') && !to.adjustments.includes('translation')) {
    notes.push(`${name} reads ${languageName(to.language)}. This letter is in English: have it translated.`);
  }
  if (to.address.length === 0) notes.push(`There is no postal address for ${name} on record.`);
  if (to.as !== 'representative') {
    const asked = c.representatives.filter((r) => r.authority === 'asked' && r.endedOn === null);
    if (asked.length > 0) {
      notes.push(
        "Someone has asked to act for this resident, but we don't have the resident's word for it yet. Write to the resident.",
      );
    }
  }
  return notes;
}

/** Whom the letters of a case go to, with how each is written to. While authority is only asked for: the resident. */
export function whoIsWrittenTo(
  c: LetterInput['case'],
  today: LetterInput['today'],
): readonly {
  person: NonNullable<Recipient['person']>;
  as: Recipient['as'];
  adjustments: readonly AdjustmentKind[];
}[] {
  const agreed = c.adjustments.filter((a) => a.endedOn === null).map((a) => a.kind);
  const acting = actingFor(c, today);
  const members = c.group.filter((p) => p !== c.person);
  const residents = c.person === null ? [] : [{ person: c.person, as: 'resident' as const, adjustments: agreed }];
  return [
    // The representative's own needs are on their own record, the resident's stay with the resident.
    ...(acting.length > 0
      ? acting.map((r) => ({ person: r.person, as: 'representative' as const, adjustments: [] }))
      : residents),
    ...members.map((person) => ({ person, as: 'group-member' as const, adjustments: [] })),
  ];
}

/** 'Dear Ms Shaw': as the person wishes to be written to, else by their name. */
export function salutation(to: Recipient): string {
  return `Dear ${to.salutation ?? to.name}`;
}
