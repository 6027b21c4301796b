/** What letters about behaviour share: what stays open whatever is restricted, how to challenge it, what holds. */
import { workingDays } from '../complaint/clock-words.js';
import { channelWords } from '../complaint/standing-words.js';
import { inWords } from '../facts/days.js';
import { heading, list, paragraph, together } from './blocks.js';
import { contact, housingOmbudsman } from './ombudsman.js';
import type { LetterBlock, LetterInput, RestrictionTermsTold } from './words.js';

/** 5.14: no warning and no restriction keeps a new matter out. */
export function alwaysHeard(input: LetterInput): readonly LetterBlock[] {
  const { phone } = input.letterhead;
  return [
    heading('You can always tell us about something new'),
    paragraph(
      `This letter does not stop you from reporting a repair or making a new complaint. We will take it and look into it as we would for anyone. ${phone === '' ? 'If it is an emergency, ring our emergency line at any time.' : `If it is an emergency, ring us at any time on ${phone}.`} Your complaint goes on as before.`,
      'new-issues',
    ),
  ];
}

/** 5.15: what we thought about, and how to tell us of what we did not know. */
export function yourNeeds(weighed: string | null): readonly LetterBlock[] {
  return [
    heading('Your needs'),
    ...(weighed === null ? [] : [paragraph(weighed, 'equality')]),
    paragraph(
      'Please tell us if you have a disability or a health condition. Tell us too if anything makes it hard for you to deal with us in this way. We will change how we do things so that it works for you.',
      'equality',
    ),
  ];
}

/** What may be done by whom, when and by which way, and until when. */
export function termsOf(terms: RestrictionTermsTold): readonly LetterBlock[] {
  const { kinds, contactName, channels, how, until } = terms;
  return [
    paragraph(how, 'how-restricted'),
    list(
      [
        ...(kinds.includes('single-contact') && contactName !== null
          ? [`One person will deal with you: ${contactName}.`]
          : []),
        ...(kinds.includes('channels') && channels.length > 0
          ? [`You can reach us in these ways: ${together(channels.map((one) => channelWords[one].toLowerCase()))}.`]
          : []),
        ...(until === null ? [] : [`This lasts until ${inWords(until)} at the latest.`]),
      ],
      'how-restricted',
    ),
  ];
}

/** How to challenge it: here first, by somebody else, and at the Ombudsman. */
export function howToChallenge(appealDays: number | null): readonly LetterBlock[] {
  const within = appealDays === null ? '' : ` within ${workingDays(appealDays)}`;
  return [
    heading('If you think we are wrong'),
    paragraph(
      `You can ask us to look at this decision again. Tell us in whatever way is easiest for you. Someone who had no part in it will look at it and write to you${within}. You can also take it to the Housing Ombudsman. It is free, and it is independent of us.`,
      'right-to-challenge',
    ),
    contact(housingOmbudsman, 'ombudsman'),
  ];
}
