/** What the Code wants a policy to say of how complaints are handled, put right and learnt from, and the words by which it is known. */
import type { WantedRule } from './rule.js';

export const handling: readonly WantedRule[] = [
  {
    rule: 'third-parties',
    title: 'Contractors and other third parties are within the two stages',
    provisions: { '2024': ['5.4', '5.5'] },
    lookedFor: 'That a contractor’s or other third party’s handling counts within the two stages and follows the Code.',
    parts: [
      {
        name: 'third parties',
        patterns: [
          /\b(?:contractors?|third part(?:y|ies)|managing agents?|partners?)\b[^.]{0,160}\b(?:two stages?|same (?:policy|process|procedure)|this (?:policy|procedure)|the code|our complaints)/i,
          /\b(?:two stages?|this (?:policy|procedure)|the code|our complaints)\b[^.]{0,120}\b(?:contractors?|managing agents?|third part(?:y|ies))/i,
        ],
      },
    ],
  },
  {
    rule: 'definition-set-out',
    title: 'What is understood of the complaint, and the outcomes sought, are set out',
    provisions: { '2024': ['5.6'], '2022': ['4.2'] },
    lookedFor:
      'That the acknowledgement sets out the complaint as understood and the outcomes sought, and asks where it is unclear.',
    parts: [
      {
        name: 'as understood',
        patterns: [
          /\bunderstanding\b[^.]{0,60}\b(?:complaint|issues?)\b/i,
          /\b(?:set out|confirm|summar\w+)\b[^.]{0,40}\b(?:your|the|their) (?:complaint|issues?)\b/i,
          /\bcomplaint definition\b/i,
        ],
      },
      {
        name: 'the outcomes sought',
        patterns: [/\boutcomes?\b|\bwhat (?:you|they|the resident) (?:want|would like|are seeking|is seeking)/i],
      },
    ],
  },
  {
    rule: 'updates-when-late',
    title: 'Updates at an agreed interval where an answer runs late',
    provisions: { '2024': ['5.9'], '2022': ['4.10'], '2020': ['4.1'] },
    lookedFor: 'That residents are updated, at intervals agreed with them.',
    parts: [
      {
        name: 'updates',
        patterns: [/\b(?:update|keep (?:you|them|the resident|residents) informed|keep in touch)\w*\b/i],
      },
    ],
  },
  {
    rule: 'extension-told',
    title: 'An extension is told with reasons and the Ombudsman’s details',
    provisions: { '2024': ['6.4', '6.5'], '2022': ['5.1', '5.3'] },
    lookedFor:
      'That the resident is told why more time is needed, by when the answer comes, and how to reach the Ombudsman.',
    parts: [
      {
        name: 'told why and until when',
        patterns: [
          /\b(?:exten\w+|more time|longer|delay)\b[^.]{0,160}\b(?:explain|reasons?|tell|inform|let (?:you|them) know|write)/i,
          /\b(?:explain|reasons?|tell|inform|let (?:you|them) know|write)\b[^.]{0,120}\b(?:exten\w+|more time|longer|delay)/i,
        ],
      },
      {
        name: 'with the Ombudsman’s details',
        patterns: [
          /\b(?:exten\w+|more time|longer|delay)\b[^.]{0,260}\bombudsman\b/i,
          /\bombudsman\b[^.]{0,120}\b(?:exten\w+|more time|longer|delay)/i,
        ],
      },
    ],
  },
  {
    rule: 'answer-holds',
    title: 'What each answer holds',
    provisions: { '2024': ['6.9', '6.19'], '2022': ['5.8', '5.16'] },
    lookedFor:
      'The stage, the complaint as defined, the decision, the reasons, any remedy, what is still to be done, and how to go on.',
    parts: [
      { name: 'the stage', patterns: [/\bthe (?:complaint )?stage\b/i] },
      {
        name: 'the decision',
        patterns: [/\b(?:the|our) decision\b|\bwhether (?:it|the complaint|your complaint) (?:is|was) upheld\b/i],
      },
      { name: 'the reasons', patterns: [/\breasons? for\b|\bour reasons\b/i] },
      { name: 'any remedy', patterns: [/\bremed(?:y|ies)\b|\bput (?:things|it) right\b/i] },
      {
        name: 'what is still to be done',
        patterns: [/\boutstanding (?:actions?|work)\b|\bstill (?:to be done|outstanding)\b/i],
      },
      { name: 'how to go on', patterns: [/\bhow to (?:escalate|ask|take|go|request|refer)\b/i] },
    ],
    enough: 5,
  },
  {
    rule: 'no-reason-for-stage-2',
    title: 'Stage 2 without giving a reason',
    provisions: { '2024': ['6.12'] },
    lookedFor: 'That residents need give no reason for asking for stage 2.',
    parts: [
      {
        name: 'no reason needed',
        patterns: [
          /\b(?:do not|don[’']t|does not|not|never)\b[^.]{0,40}\b(?:need|have|required|ask\w*)\b[^.]{0,40}\b(?:reasons?|explain|why)\b/i,
          /\bwithout\b[^.]{0,30}\b(?:giving|a)\b[^.]{0,20}\breasons?\b/i,
          /\bno (?:reason|explanation)\b[^.]{0,40}\b(?:needed|required|asked)/i,
        ],
      },
    ],
  },
  {
    rule: 'other-person',
    title: 'Somebody else considers stage 2',
    provisions: { '2024': ['6.13'], '2022': ['5.12'] },
    lookedFor: 'That stage 2 is considered by a person who did not consider stage 1.',
    parts: [
      {
        name: 'somebody else',
        patterns: [
          /\b(?:different|another|other|someone|somebody|not (?:been )?(?:previously )?involved|independent|more senior|senior manager|not the same)\b[^.]{0,120}\b(?:stage\s*(?:2|two|1|one)|review|escalat)/i,
          /\bstage\s*(?:2|two)\b[^.]{0,160}\b(?:different|another (?:person|manager|member)|someone (?:who|else)|somebody (?:who|else)|not (?:been )?(?:previously )?involved|not the same)\b/i,
        ],
      },
    ],
  },
  {
    rule: 'remedies',
    title: 'How things are put right',
    provisions: { '2024': ['7.1'], '2022': ['6.1'], '2020': ['7.1'] },
    lookedFor: 'At least two of: apology, explanation, action, a changed decision, compensation, a changed practice.',
    parts: [
      { name: 'apology', patterns: [/\bapolog(?:y|ise|ising|ies)\b/i] },
      { name: 'explanation', patterns: [/\bexplanation\b|\backnowledg\w+ (?:what|where|that)/i] },
      { name: 'action', patterns: [/\btak(?:e|ing) action\b|\bcarry(?:ing)? out\b/i] },
      {
        name: 'a changed decision or record',
        patterns: [/\b(?:reconsider|chang|amend)\w*\b[^.]{0,40}\b(?:decision|record)/i],
      },
      { name: 'compensation', patterns: [/\bcompensation\b|\bfinancial remedy\b|\bgoodwill\b/i] },
      { name: 'a changed practice', patterns: [/\bchang\w*\b[^.]{0,40}\b(?:polic|procedure|practice)/i] },
    ],
    enough: 3,
  },
  {
    rule: 'behaviour',
    title: 'Unacceptable behaviour: reasons, reviews, the Equality Act',
    provisions: { '2024': ['5.14', '5.15'], '2022': ['4.18', '4.19'] },
    lookedFor: 'How unacceptable behaviour is dealt with, and that restrictions are proportionate and reviewed.',
    parts: [
      {
        name: 'unacceptable behaviour',
        patterns: [
          /\b(?:unacceptable|unreasonable|abusive|vexatious|persistent)\b[^.]{0,40}\b(?:behaviour|conduct|actions?|complain\w*|contact)/i,
        ],
      },
      {
        name: 'restrictions proportionate or reviewed',
        patterns: [
          /\brestrict\w*\b[^.]{0,160}\b(?:proportion\w+|review\w*|appropriate|equality)/i,
          /\b(?:proportion\w+|review\w*)\b[^.]{0,80}\brestrict\w*/i,
        ],
      },
    ],
  },
  {
    rule: 'self-assessment',
    title: 'The yearly self-assessment and report are published',
    provisions: { '2024': ['8.1', '8.2'], '2022': ['8.1', '8.3'] },
    lookedFor: 'A self-assessment against the Code each year, reported to the governing body and published.',
    parts: [
      { name: 'a self-assessment', patterns: [/\bself[- ]assess\w*/i] },
      {
        name: 'published',
        patterns: [
          /\bself[- ]assess\w*[^.]{0,200}\b(?:publish\w*|website)\b/i,
          /\b(?:publish\w*|website)\b[^.]{0,120}\bself[- ]assess\w*/i,
        ],
      },
    ],
  },
  {
    rule: 'member-responsible',
    title: 'The member responsible for complaints',
    provisions: { '2024': ['9.5'], '2022': ['7.3'] },
    lookedFor: 'A member of the governing body with lead responsibility for complaints.',
    parts: [
      {
        name: 'the member',
        patterns: [
          /\bmember responsible for complaints\b|\bMRC\b/i,
          /\b(?:board|governing body|cabinet) member\b[^.]{0,80}\b(?:complaints?|responsib)/i,
        ],
      },
    ],
  },
  {
    rule: 'learning',
    title: 'Learning from complaints is reported',
    provisions: { '2024': ['9.3', '9.2'], '2022': ['7.2'], '2020': ['8.2'] },
    lookedFor: 'That what complaints teach is used and reported to residents, staff and the governing body.',
    parts: [
      {
        name: 'learning',
        patterns: [
          /\b(?:learn\w*|lessons?|improve\w*)\b[^.]{0,100}\bcomplain/i,
          /\bcomplain\w*\b[^.]{0,120}\b(?:learn\w*|lessons?|improve\w*)/i,
        ],
      },
      {
        name: 'reported',
        patterns: [
          /\b(?:report|publish|shar|tell)\w*\b[^.]{0,120}\b(?:learn\w*|lessons?|improve\w*|trends?|themes?)/i,
          /\b(?:learn\w*|lessons?|improve\w*|trends?|themes?)\b[^.]{0,140}\b(?:report|publish|shar)\w*/i,
        ],
      },
    ],
  },
];
