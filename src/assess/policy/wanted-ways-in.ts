/** What the Code wants a policy to say of how to complain, of the Ombudsman and of the stages, and the words by which it is known. */
import type { WantedRule } from './rule.js';

export const waysIn: readonly WantedRule[] = [
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
];
