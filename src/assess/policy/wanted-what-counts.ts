/** What the Code wants a policy to say of what a complaint is and which are taken, and the words by which it is known. */
import type { WantedRule } from './rule.js';

export const whatCounts: readonly WantedRule[] = [
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
];
