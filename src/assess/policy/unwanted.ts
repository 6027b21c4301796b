/** What must not be in a complaints policy, edition by edition, and the words by which it is known. */
import type { UnwantedRule } from './rule.js';

export const unwantedRules: readonly UnwantedRule[] = [
  {
    rule: 'stage-zero',
    title: 'A stage before the first (“stage 0”, “pre-complaint stage”)',
    provisions: { '2024': ['5.2'], '2022': ['4.1'] },
    lookedFor: '“Stage 0”, “stage zero”, “pre-complaint”, “informal stage”, “early resolution stage”.',
    patterns: [
      /\bstage\s*(?:0|zero)\b/i,
      /\bpre[- ]?complaints?\b/i,
      /\b(?:informal|early resolution|initial|local resolution)\s+stage\b/i,
      /\bstage\s*(?:0|zero)?\s*[:–-]?\s*informal\b/i,
    ],
    unless: [],
    means:
      'The Code knows no named stage before stage 1: concerns are settled early inside stage 1, or are service requests.',
  },
  {
    rule: 'informal',
    title: '“Informal complaints”',
    provisions: { '2024': ['5.2'], '2022': ['4.1'] },
    lookedFor:
      '“Informal complaint”, “informal resolution”, “informally resolve your complaint”, “formal complaint” as the other kind.',
    patterns: [
      /\binformal(?:ly)?\s+(?:\w+\s+){0,2}(?:complaints?|resolutions?|concerns?)\b/i,
      /\bcomplaints?\b[^.]{0,40}\binformal(?:ly)?\b/i,
      /\b(?:resolve|deal|dealt|settle|handled?)\b[^.]{0,30}\binformally\b/i,
    ],
    unless: [],
    means:
      'A complaint is a complaint: there is no informal one. What is not yet a complaint is a service request, and is recorded as one.',
  },
  {
    rule: 'third-stage',
    title: 'A third stage or a panel after stage 2',
    provisions: { '2024': ['5.3'] },
    lookedFor: '“Stage 3”, “third stage”, “appeal panel”, “complaints panel” that hears complaints after stage 2.',
    patterns: [
      /\bstage\s*(?:3|three|iii)\b/i,
      /\bthird stage\b/i,
      /\b(?:appeals?|complaints?|review|tenant|resident)s?[’']?\s+panel\b[^.]{0,80}\b(?:hear|consider|review|decide|appeal)/i,
      /\b(?:hear|heard|considered|reviewed|appeal)\b[^.]{0,60}\bpanel\b/i,
    ],
    unless: [],
    means: 'There are exactly two stages.',
  },
  {
    rule: 'third-stage-2022',
    title: 'A third stage',
    provisions: { '2022': ['5.17'], '2020': ['3.4'] },
    lookedFor: '“Stage 3”, “third stage”.',
    patterns: [/\bstage\s*(?:3|three|iii)\b/i, /\bthird stage\b/i],
    unless: [],
    means: 'A third stage is allowed only for reasons that the self-assessment sets out.',
    look: true,
  },
  {
    rule: 'reason-for-stage-2',
    title: 'A reason demanded before stage 2',
    provisions: { '2024': ['6.12'] },
    lookedFor:
      'That residents must say why they are dissatisfied, bring new evidence or show grounds before their complaint goes to stage 2.',
    patterns: [
      /\b(?:must|need to|should|have to|required to|asked to)\b[^.]{0,40}\b(?:explain|state|say|give|set out|tell us|provide|show|demonstrate)\b[^.]{0,60}\b(?:why|reasons?|grounds|evidence|what outcome)\b[^.]{0,120}\b(?:stage\s*(?:2|two)|escalat|review|appeal|not satisfied|dissatisfied|unhappy)/i,
      /\b(?:stage\s*(?:2|two)|escalat\w+|review|appeal)\b[^.]{0,120}\b(?:must|need to|should|have to|required to|only if|only where|provided that|unless)\b[^.]{0,80}\b(?:explain|state|reasons?|grounds|new evidence|evidence|why|new information)\b/i,
    ],
    unless: [
      /\b(?:do not|don[’']t|does not|not|never)\s+(?:need|have|required|be required|be asked)\b/i,
      /\bwithout\b[^.]{0,30}\b(?:reason|explain)/i,
      /\bno\s+(?:reason|explanation)s?\b/i,
      /\bwe (?:will|must|should|may)\b[^.]{0,60}\b(?:explain|reasons)/i,
    ],
    means:
      'Residents need give no reason for asking for stage 2; the landlord makes reasonable efforts to understand why they remain unhappy.',
  },
  {
    rule: 'window-for-stage-2',
    title: 'A time limit for asking for stage 2',
    provisions: { '2024': ['5.11'] },
    lookedFor: 'A number of days, weeks or months within which stage 2 must be asked for.',
    patterns: [
      /\b(?:request|ask|escalat\w+|appeal|contact us|tell us|let us know)\b[^.]{0,90}\bwithin\s+(?:\w+\s+){0,2}(?:\d{1,3}|ten|twenty|fourteen|fifteen|twenty-eight|one|two|three|six|twelve)\s*(?:working |calendar )?(?:days?|weeks?|months?)\b[^.]{0,60}\b(?:of|from|after)\b[^.]{0,30}\b(?:stage\s*(?:1|one)|response|decision|letter|outcome)/i,
      /\bwithin\s+(?:\d{1,3}|ten|twenty|fourteen|fifteen|twenty-eight|one|two|three|six|twelve)\s*(?:working |calendar )?(?:days?|weeks?|months?)\b[^.]{0,80}\b(?:to|you (?:can|may|must)|ask|request)\b[^.]{0,40}\b(?:stage\s*(?:2|two)|escalat|review|appeal)/i,
    ],
    unless: [
      /\bwe (?:will|aim to)\b[^.]{0,30}\b(?:acknowledge|respond|reply|answer)/i,
      /\bthere is no (?:time )?limit\b/i,
    ],
    means: 'The Code of 2024 sets no such limit. A refusal for that alone must still meet its rules on exclusions.',
    look: true,
  },
  {
    rule: 'designated-person',
    title: 'The “designated person”',
    provisions: { '2024': ['3.7'], '2022': ['2.8'] },
    lookedFor: '“Designated person”, or an MP or councillor to whom a resident must go before the Ombudsman.',
    patterns: [
      /\bdesignated (?:persons?|tenant panel|complaints panel)\b/i,
      /\b(?:MP|councillor|tenant panel)\b[^.]{0,80}\b(?:refer|referral)\b[^.]{0,60}\bombudsman\b/i,
    ],
    unless: [],
    means: 'It was abolished on 1 October 2022: a resident goes to the Ombudsman directly.',
  },
  {
    rule: 'eight-weeks',
    title: 'Eight weeks to wait before the Ombudsman',
    provisions: { '2024': ['3.7'], '2022': ['2.8'] },
    lookedFor: '“Eight weeks” or “8 weeks” near the Ombudsman.',
    patterns: [
      /\b(?:8|eight)[\s-]+weeks?\b[^.]{0,160}\bombudsman\b/i,
      /\bombudsman\b[^.]{0,160}\b(?:8|eight)[\s-]+weeks?\b/i,
    ],
    unless: [],
    means: 'It was abolished on 1 October 2022: there is no wait after the final answer.',
  },
  {
    rule: 'ombudsman-only-at-end',
    title: 'The Ombudsman only when the procedure is exhausted',
    provisions: { '2024': ['3.7'], '2022': ['2.8'] },
    lookedFor: 'That a resident can contact the Ombudsman only after both stages.',
    patterns: [
      /\b(?:only|not until)\b[^.]{0,60}\b(?:contact|approach|go to|complain to|refer\w*|access)\b[^.]{0,60}\bombudsman\b/i,
      /\bombudsman\b[^.]{0,120}\b(?:only (?:after|once|when)|will not (?:speak|help)|cannot help (?:you )?(?:until|before)|until (?:you have|our|the))\b/i,
      /\bmust (?:first )?(?:complete|exhaust)\b[^.]{0,80}\bbefore\b[^.]{0,60}\bombudsman\b/i,
    ],
    unless: [
      /\bnot only (?:at|when|after|once)\b/i,
      /\bat any (?:time|stage|point)\b/i,
      /\bthroughout\b/i,
      /\b(?:formally )?investigat/i,
    ],
    means:
      'Residents may go to the Ombudsman for advice at any time; that it investigates only later is another matter.',
  },
  {
    rule: 'blanket-exclusion',
    title: 'Matters excluded wholesale',
    provisions: { '2024': ['2.5', '2.2'], '2022': ['1.8'] },
    lookedFor:
      'Antisocial behaviour, neighbours, insurance, rent, staff, compensation or contractors excluded as such.',
    patterns: [
      /\b(?:not|cannot|never|exclude[sd]?|outside|exclusions?|falls? outside)\b[^.]{0,140}\b(?:anti-?social behaviour|ASB|neighbour\w*|insurance|level of (?:rent|service charge)|staff conduct|contractors?|policy decisions?|allocations?|lettings?|leaseholders?)\b/i,
    ],
    unless: [
      /\bhow we (?:have )?(?:handled|dealt|responded|managed)\b/i,
      /\b(?:will not|do not|never|not)\s+(?:\w+\s+){0,3}(?:exclude|refuse)\b/i,
      /\bunless\b|\bindividual (?:circumstances|merits)\b|\bblanket\b/i,
      /\bdifferent person\b|\bnot (?:be )?involved\b/i,
    ],
    means:
      'Each complaint is judged by itself. How the landlord handled such a matter can be complained about, and whatever is excluded must be a fair and reasonable exclusion.',
    look: true,
  },
  {
    rule: 'shorter-than-12-months',
    title: 'Less than twelve months to complain',
    provisions: { '2024': ['2.3'] },
    lookedFor: 'Three, six or nine months after which a complaint is not taken.',
    patterns: [/\b(?:more than|over|older than|within|after)\s+(?:3|three|6|six|9|nine)\s*\(?\d?\)?\s*months?\b/i],
    unless: [/\b(?:review|update|compensation|probation|tenanc|survey|warranty|restriction)\w*/i],
    means: 'Complaints are taken for twelve months from the matter, or from when the resident learned of it.',
  },
  {
    rule: 'in-writing-only',
    title: 'Complaints only in writing, or only on a form',
    provisions: { '2024': ['3.2', '3.1'], '2022': ['2.1'], '2020': ['2.1'] },
    lookedFor: 'That a complaint must be written, or made on a form, to be taken.',
    patterns: [
      /\bcomplaints?\b[^.]{0,50}\b(?:must|can only|may only|should only)\b[^.]{0,30}\b(?:in writing|written|on (?:the|our|a) (?:complaints? )?form)\b/i,
      /\b(?:must|need to|have to|required to)\b[^.]{0,40}\b(?:complete|fill in|use)\b[^.]{0,20}\bcomplaints? form\b/i,
      /\bput (?:your complaint|it) in writing (?:before|or we)\b/i,
    ],
    unless: [/\b(?:do not|don[’']t|does not|not|never)\s+(?:need|have)\b/i, /\bombudsman\b/i],
    means: 'A complaint may be made in any way, to any member of staff.',
  },
  {
    rule: 'fails-when-not-answered',
    title: 'A complaint closed because the resident did not reply',
    provisions: { '2024': ['5.11', '2.1'] },
    lookedFor: 'That a complaint is closed or taken as withdrawn when the resident does not answer in so many days.',
    patterns: [
      /\b(?:close[sd]?|treat(?:ed)? as withdrawn|consider\w* (?:it )?(?:closed|resolved|withdrawn))\b[^.]{0,120}\b(?:not|no)\s+(?:\w+\s+){0,3}(?:repl|respon|hear|contact|answer)/i,
      /\b(?:not|no)\s+(?:\w+\s+){0,3}(?:repl|respon|hear|contact|answer)\w*[^.]{0,100}\b(?:close|closed|withdrawn|resolved)\b/i,
    ],
    unless: [],
    means: 'Silence is no withdrawal: the complaint is answered with what is known.',
    look: true,
  },
];
