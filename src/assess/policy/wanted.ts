/** What the Code wants in a complaints policy, edition by edition, and the words by which each part of it is known. */
import type { WantedRule } from './rule.js';

export const wantedRules: readonly WantedRule[] = [
  {
    rule: 'no-word-needed',
    title: 'Nobody has to use the word “complaint”',
    provisions: { '2024': ['1.3'], '2022': ['1.3'] },
    lookedFor: 'That dissatisfaction is enough, whatever word is used, and that the choice to complain is offered.',
    parts: [
      {
        name: 'the word is not needed',
        patterns: [
          /\b(?:not|n[’']t)\b[^.]{0,40}\b(?:use|say|have to use|need)\b[^.]{0,30}\bword\b[^.]{0,20}complain/i,
          /\bword\b[^.]{0,25}complain\w*[^.]{0,60}\bnot\b/i,
          /\bwhether or not\b[^.]{0,60}\bcomplaint\b/i,
        ],
      },
      {
        name: 'the choice to complain is offered',
        patterns: [
          /\b(?:offer|given?|choice|option|ask)\w*\b[^.]{0,60}\b(?:choice|make|raise|to complain|a complaint)\b/i,
        ],
      },
    ],
  },
  {
    rule: 'representatives',
    title: 'A representative may complain and come along',
    provisions: { '2024': ['1.3', '3.6'], '2022': ['4.5', '1.3'], '2020': ['6.1'] },
    lookedFor: 'That a friend, relative, advocate or other representative may act, and may come to meetings.',
    parts: [
      {
        name: 'a representative may act',
        patterns: [
          /\b(?:representative|advocate|third party|on (?:your|their|a resident[’']s|someone[’']s|another[’']s) behalf|friend|relative)\b/i,
        ],
      },
      {
        name: 'and may come to meetings',
        patterns: [
          /\b(?:accompan\w+|represented|come (?:along|with)|bring)\b[^.]{0,60}\bmeeting/i,
          /\bmeeting\w*\b[^.]{0,60}\b(?:accompan\w+|represented|bring|someone with)/i,
        ],
      },
    ],
    enough: 2,
  },
  {
    rule: 'service-request',
    title: 'A service request is another thing than a complaint',
    provisions: { '2024': ['1.4'], '2022': ['1.4'] },
    lookedFor: 'What a service request is, and that such requests are recorded, watched and reviewed.',
    parts: [
      { name: 'what a service request is', patterns: [/\bservice requests?\b/i] },
      {
        name: 'that they are recorded and reviewed',
        patterns: [
          /\b(?:record|log|monitor|review)\w*\b[^.]{0,60}\bservice requests?\b/i,
          /\bservice requests?\b[^.]{0,120}\b(?:record|log|monitor|review)\w*/i,
        ],
      },
    ],
  },
  {
    rule: 'request-becomes-complaint',
    title: 'Dissatisfaction with a service request becomes a complaint, and the work goes on',
    provisions: { '2024': ['1.5'], '2022': ['1.6'] },
    lookedFor:
      'That dissatisfaction with how a request was answered is a complaint, and that work on the request does not stop.',
    parts: [
      {
        name: 'it becomes a complaint',
        patterns: [
          /\b(?:dissatisf\w+|unhappy|not satisfied)\b[^.]{0,80}\b(?:service request|request|how we)\b[^.]{0,90}\bcomplaint\b/i,
          /\bservice request\b[^.]{0,160}\b(?:dissatisf\w+|unhappy|not satisfied)\b/i,
        ],
      },
      {
        name: 'the work goes on',
        patterns: [
          /\b(?:continue|carry on|not stop|go(?:es)? on|still|while)\b[^.]{0,90}\b(?:service request|request|work|repair)/i,
          /\b(?:service request|request|work|repair)\w*\b[^.]{0,90}\b(?:continue|carry on|carries on|not stop|goes on)/i,
        ],
      },
    ],
  },
  {
    rule: 'surveys',
    title: 'Dissatisfaction in a survey leads to how to complain',
    provisions: { '2024': ['1.6'], '2022': ['1.5'] },
    lookedFor: 'That people who answer a survey with dissatisfaction are told how to complain.',
    parts: [
      {
        name: 'surveys and how to complain',
        patterns: [/\bsurveys?\b[^.]{0,160}\bcomplain/i, /\bcomplain\w*\b[^.]{0,120}\bsurveys?\b/i],
      },
    ],
  },
  {
    rule: 'accepted-unless',
    title: 'Complaints are accepted unless there is a valid reason',
    provisions: { '2024': ['2.1'], '2022': ['1.7'] },
    lookedFor: 'That a complaint is taken unless a valid reason speaks against it, each on its merits.',
    parts: [
      {
        name: 'accepted unless',
        patterns: [/\baccept\w*\b[^.]{0,60}\bunless\b/i, /\bunless\b[^.]{0,40}\b(?:valid|good)\s+reason\b/i],
      },
    ],
  },
  {
    rule: 'exclusions',
    title: 'What is not considered is listed',
    provisions: { '2024': ['2.2'], '2022': ['1.8'], '2020': ['1.2'] },
    lookedFor: 'A list of circumstances in which a matter is not considered.',
    parts: [
      {
        name: 'the list',
        patterns: [
          /\b(?:will not|cannot|do not|may not|unable to)\s+(?:normally\s+)?(?:be\s+)?(?:consider|accept|investigat|deal|look|treat|take)\w*/i,
          /\bexclusions?\b/i,
          /\bnot be (?:considered|accepted|treated)\b/i,
        ],
      },
    ],
  },
  {
    rule: 'twelve-months',
    title: 'Twelve months to complain, and discretion beyond',
    provisions: { '2024': ['2.3'] },
    lookedFor:
      'Twelve months from the matter or from learning of it, and that later complaints are considered where there are good reasons.',
    parts: [
      {
        name: 'twelve months',
        patterns: [
          /\b(?:12|twelve)(?:\s*\(12\))?[\s-]*months?\b/i,
          /\b(?:one|a|1) year\b[^.]{0,60}\b(?:issue|matter|aware|occur|happen)/i,
        ],
      },
      { name: 'from learning of it', patterns: [/\b(?:aware|learn\w*|finding out|found out|know(?:ing|n)?)\b/i] },
      {
        name: 'discretion beyond it',
        patterns: [
          /\bdiscretion\b/i,
          /\b(?:good reason|exceptional|circumstances)\w*\b[^.]{0,80}\b(?:later|late|outside|older|beyond)\b/i,
          /\b(?:later|late|outside|older|beyond)\b[^.]{0,80}\b(?:good reason|exceptional|circumstances)\w*/i,
        ],
      },
    ],
  },
  {
    rule: 'refusal-explained',
    title: 'A refusal is explained, with the right to go to the Ombudsman',
    provisions: { '2024': ['2.4'], '2022': ['1.9'] },
    lookedFor: 'That whoever is refused is told why, and that the Ombudsman can look at it.',
    parts: [
      {
        name: 'told why',
        patterns: [
          /\b(?:not accept|refus\w+|declin\w+|do not (?:take|accept)|decide not to)\b[^.]{0,120}\b(?:explain|explanation|reasons?|why|write|tell)/i,
          /\b(?:explain|explanation|reasons?|why|write|tell)\b[^.]{0,100}\b(?:not accept\w*|refus\w+|declin\w+)/i,
        ],
      },
      {
        name: 'the Ombudsman can look at it',
        patterns: [
          /\b(?:not accept\w*|refus\w+|declin\w+|decision)\b[^.]{0,200}\bombudsman\b/i,
          /\bombudsman\b[^.]{0,120}\b(?:not accept\w*|refus\w+|declin\w+|that decision|our decision)/i,
        ],
      },
    ],
  },
  {
    rule: 'individual-circumstances',
    title: 'No blanket exclusion: each complaint by its own circumstances',
    provisions: { '2024': ['2.5'] },
    lookedFor: 'That individual circumstances are considered each time.',
    parts: [
      {
        name: 'individual circumstances',
        patterns: [
          /\bindividual (?:circumstances|merits?|basis)\b/i,
          /\bcase[- ]by[- ]case\b/i,
          /\bon (?:its|their) (?:own )?merits?\b/i,
          /\bblanket\b/i,
        ],
      },
    ],
  },
  {
    rule: 'channels',
    title: 'Several ways to complain',
    provisions: { '2024': ['3.1', '3.2'], '2022': ['2.1'], '2020': ['2.1'] },
    lookedFor:
      'At least three of: telephone, e-mail, letter, in person, website, social media; and that any member of staff takes a complaint.',
    parts: [
      { name: 'telephone', patterns: [/\b(?:tele)?phone\b|\bcall(?:ing)? us\b/i] },
      { name: 'e-mail', patterns: [/\be-?mail/i] },
      { name: 'letter', patterns: [/\b(?:letter|in writing|by post|write to us)\b/i] },
      { name: 'in person', patterns: [/\b(?:in person|face to face|visit|at our office)/i] },
      { name: 'website', patterns: [/\b(?:website|online|web form|app|portal)\b/i] },
      {
        name: 'any member of staff',
        patterns: [/\bany (?:member of (?:our )?staff|colleague|of our staff|employee)\b/i],
      },
    ],
    enough: 4,
  },
  {
    rule: 'social-media',
    title: 'Complaints on social media, and privacy there',
    provisions: { '2022': ['2.2'] },
    lookedFor: 'What happens with a complaint on social media, and how privacy is kept.',
    parts: [
      { name: 'social media', patterns: [/\bsocial media\b/i] },
      { name: 'privacy', patterns: [/\b(?:private|privacy|confidential\w*)\b/i] },
    ],
  },
  {
    rule: 'clear-formats',
    title: 'Available to everyone in a clear, accessible form',
    provisions: { '2024': ['3.4'], '2022': ['2.3'] },
    lookedFor: 'That the policy is to be had in other formats or languages.',
    parts: [
      {
        name: 'other formats',
        patterns: [
          /\b(?:large print|easy read|braille|audio|translat\w+|other languages?|alternative formats?|other formats?|accessible formats?|different formats?)\b/i,
        ],
      },
    ],
  },
  {
    rule: 'publicised',
    title: 'How the policy, the Code and the Ombudsman are made known',
    provisions: { '2024': ['3.5'], '2022': ['2.6'], '2020': ['2.4'] },
    lookedFor: 'Where the policy is published, and that the Code and the Ombudsman are told of there.',
    parts: [
      {
        name: 'where it is published',
        patterns: [
          /\b(?:publish|publicis|promot|advertis|displa)\w*\b[^.]{0,120}\b(?:website|newsletter|leaflet|poster|letters?|notice ?boards?|magazine|handbook|social media|correspondence)/i,
          /\b(?:website|newsletter|leaflet|poster|notice ?boards?|magazine)s?\b[^.]{0,100}\b(?:policy|complaints)\b/i,
        ],
      },
      { name: 'the Code', patterns: [/\bcomplaint handling code\b/i] },
      { name: 'the Ombudsman', patterns: [/\bombudsman\b/i] },
    ],
  },
  {
    rule: 'adjustments',
    title: 'Reasonable adjustments under the Equality Act',
    provisions: { '2024': ['5.10', '3.1'], '2022': ['2.5'], '2020': ['2.3'] },
    lookedFor: 'Reasonable adjustments and the Equality Act 2010; and that they are recorded and kept under review.',
    parts: [
      { name: 'reasonable adjustments', patterns: [/\breasonable adjustments?\b/i] },
      { name: 'the Equality Act', patterns: [/\bequality act\b/i] },
      {
        name: 'recorded and reviewed',
        patterns: [
          /\b(?:record|note|review|kept)\w*\b[^.]{0,100}\badjustments?\b/i,
          /\badjustments?\b[^.]{0,140}\b(?:record|review|keep|kept)\w*/i,
        ],
      },
    ],
  },
  {
    rule: 'ombudsman-any-time',
    title: 'The Ombudsman at any time',
    provisions: { '2024': ['3.7'], '2022': ['2.8'] },
    lookedFor: 'That residents can go to the Ombudsman for advice at any time, not only at the end.',
    parts: [
      {
        name: 'at any time',
        patterns: [
          /\b(?:at any (?:time|stage|point)|throughout|during (?:the|your|their) complaint|at every stage|from the start)\b[^.]{0,140}\bombudsman\b/i,
          /\bombudsman\b[^.]{0,160}\b(?:at any (?:time|stage|point)|throughout|at every stage|during)\b/i,
        ],
      },
    ],
  },
  {
    rule: 'ombudsman-details',
    title: 'How to reach the Ombudsman',
    provisions: { '2024': ['3.7'], '2022': ['2.7'], '2020': ['3.6'] },
    lookedFor: 'Its telephone number (0300 111 3000), its website, its address.',
    parts: [
      { name: 'telephone', patterns: [/\b0300\s?111\s?3000\b/] },
      { name: 'website', patterns: [/\bhousing-ombudsman\.org\.uk\b/i] },
      { name: 'address', patterns: [/\bPO Box 1484\b|\bPR2 0ET\b/i] },
    ],
    enough: 2,
  },
  {
    rule: 'complaints-officer',
    title: 'Who is responsible for complaints',
    provisions: { '2024': ['4.1'], '2022': ['3.1'], '2020': ['3.1'] },
    lookedFor: 'A person or team who handles complaints and reports on them.',
    parts: [
      {
        name: 'who',
        patterns: [
          /\bcomplaints? (?:officers?|team|manager|handlers?|lead|coordinator)\b/i,
          /\bcustomer (?:relations|resolution|feedback|experience) (?:team|manager|officer)\b/i,
        ],
      },
    ],
  },
  {
    rule: 'two-stages',
    title: 'Two stages',
    provisions: { '2024': ['5.3', '3.4'], '2022': ['5.17', '2.3'] },
    lookedFor: 'Stage 1 and stage 2, and what happens at each.',
    parts: [
      { name: 'stage 1', patterns: [/\bstage\s*(?:1|one)\b|\bfirst stage\b/i] },
      { name: 'stage 2', patterns: [/\bstage\s*(?:2|two)\b|\bsecond stage\b/i] },
    ],
  },
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
