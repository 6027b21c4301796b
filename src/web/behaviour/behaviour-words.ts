/** What holds for somebody, in sentences for whoever is about to ring, write or visit. */
import { channelWords } from '../../complaint/standing-words.js';
import type { RestrictionRow, StepRow } from '../../store/behaviour.js';

/** Each kind in a sentence; what the words say in full stands beside it. */
export function whatHolds(r: Pick<RestrictionRow, 'kinds' | 'contact' | 'channels'>): readonly string[] {
  return r.kinds.map((kind) => {
    switch (kind) {
      case 'single-contact':
        return `They speak to ${r.contact ?? 'one person'} alone.`;
      case 'channels':
        return `They reach us only by: ${r.channels.map((one) => channelWords[one].toLowerCase()).join(', ')}.`;
      case 'times':
        return 'They ring only at certain times.';
      default:
        return kind satisfies never;
    }
  });
}

export const stepWords: Readonly<Record<StepRow['what'], string>> = {
  incident: 'Incident recorded',
  warned: 'Warned in writing',
  proposed: 'Restriction proposed',
  agreed: 'Restriction agreed',
  'not-agreed': 'Restriction not agreed',
  restricted: 'Told of the restriction: it holds',
  appealed: 'Appealed',
  reviewed: 'Reviewed',
  lifted: 'Lifted',
};
