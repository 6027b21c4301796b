/** What came in, by the day on which it was received. */
import { channelWords, kindWords } from '../../complaint/standing-words.js';
import { channels } from '../../facts/happened.js';
import { entry, type LibraryMeasure, notRecorded } from './shape.js';

export const contacts: readonly LibraryMeasure[] = [
  entry({
    id: 'contacts',
    words: 'Contacts',
    definition:
      'Everything that came in during the period, by its kind. A complaint is counted as stage 1, refused ones too, by the day it was received; each request for stage 2 is a contact of its own, by the day it was made.',
    unit: 'count',
    numerator: 'Contacts received and requests for stage 2 made in the period',
    parts: 'the kind',
    fixedParts: [
      'stage-1',
      'stage-2',
      'service-request',
      'mp-enquiry',
      'councillor-enquiry',
      'compliment',
      'comment',
      'undecided',
    ],
    partWords: {
      ...kindWords,
      'stage-1': 'Complaints (stage 1)',
      'stage-2': 'Requests for stage 2',
      undecided: 'Not decided yet',
    },
  }),
  entry({
    id: 'contacts.channel',
    words: 'Contacts by channel',
    definition: 'Everything that was received in the period, requests for stage 2 left out, by how it reached us.',
    unit: 'count',
    numerator: 'Contacts received in the period',
    parts: 'the channel',
    fixedParts: channels,
    partWords: { ...channelWords, [notRecorded]: 'Not recorded' },
  }),
  entry({
    id: 'contacts.area',
    words: 'Contacts by area',
    definition: 'Everything that was received in the period, requests for stage 2 left out, by service area.',
    unit: 'count',
    numerator: 'Contacts received in the period',
    parts: 'the area',
    partWords: { [notRecorded]: 'No area recorded' },
  }),
  entry({
    id: 'contacts.category',
    words: 'Contacts by category',
    definition: 'Everything that was received in the period, requests for stage 2 left out, by what it is about.',
    unit: 'count',
    numerator: 'Contacts received in the period',
    parts: 'the category',
    partWords: { [notRecorded]: 'No category recorded' },
  }),
];
