/**
 * What a message may be, by a list of plain word rules with their reasons. The Code needs no word 'complaint': any
 * expression of dissatisfaction will do (1.2, 1.3), so dissatisfaction outweighs thanks and requests. Only ever a
 * suggestion: a person decides and asks the resident.
 */
import type { Kind } from '../facts/happened.js';
import type { Mailbox } from './headers.js';
import { plainSentences } from './suggest-hazards.js';

export const suggestedKinds = ['complaint', 'service-request', 'enquiry', 'compliment', 'comment', 'unknown'] as const;
export type SuggestedKind = (typeof suggestedKinds)[number];

export interface KindSuggestion {
  readonly kind: SuggestedKind;
  /** Which of the house's kinds triage may start from; null when nothing is suggested. */
  readonly mayBe: Kind | null;
  readonly because: readonly string[];
  /** The words voice dissatisfaction, whatever the kind: after a stage 1 response that asks for stage 2. */
  readonly dissatisfied: boolean;
}

interface Rule {
  readonly says: string;
  readonly when: RegExp;
  readonly weight: number;
}

const denial =
  /\b(no|not|isn'?t|never|without|wasn'?t|aren'?t|can'?t|cannot|nothing to|hardly|don'?t|do not|didn'?t|rather than|instead of)\b[^,;]{0,25}$/;
const notAComplaint =
  /\b((this|it) (is|was)( definitely| really)?( not|n'?t) a( formal| proper)? (complaint|moan|grumble)|(this|it) isn'?t a( formal)? complaint|no complaints?|(i'?m|i am|we'?re|we are) not (complaining|moaning)|not (a|making a) complaint|can'?t complain|never (had (any|a) )?(cause|reason) to complain|don'?t (want|wish) to complain|do not (want|wish) to complain|without complaint|nothing to complain about)\b/;

const dissatisfaction: readonly Rule[] = [
  { weight: 3, says: 'says that it is a complaint', when: /\b(complain(t|ts|ed|ing|s)?|grievance)\b/ },
  {
    weight: 3,
    says: 'says that the writer is unhappy',
    when: /\b(unhappy|dis?satisfied|dissatisfaction|displeased|disgust(ed|ing)|appall(ed|ing)|disgrace(ful)?|furious|angry|livid|outraged|fed up|sick (and tired|to death|of (this|it|being|waiting))|let down|disappoint(ed|ing)|had enough|at (my|our) wits?'? end|end of my tether|distress(ed|ing)|upset|frustrat(ed|ing|ion)|fuming)\b/,
  },
  {
    weight: 3,
    says: 'says that the writer is not happy or content',
    when: /\b(not|isn'?t|aren'?t|far from|never|n't|hardly) (at all |very |really |too |been |feel(ing)? )?(happy|satisfied|pleased|content|impressed|good enough|acceptable|right that|fair|on is it)\b/,
  },
  {
    weight: 3,
    says: 'calls the service unacceptable or poor',
    when: /\b(unacceptable|inexcusable|shocking|shambles|a (complete |total |absolute )?joke|pathetic|useless|incompetent|hopeless|terrible|awful|horrendous|atrocious|poor (service|standard|quality|workmanship|communication)|shoddy|botched|bodged?|worst|unprofessional|negligen(t|ce)|neglect(ed)?|waste of (time|space)|ridiculous|outrageous|diabolical|dreadful|disrespectful|sub-?standard)\b/,
  },
  {
    weight: 3,
    says: 'names the Ombudsman, a solicitor, the press or compensation',
    when: /\b(ombudsman|compensation|solicitors?|legal action|take (you|this) to court|disrepair claim|refund|goodwill payment|escalate|next stage|stage (2|two|1|one))\b/,
  },
  {
    weight: 3,
    says: 'says that someone was rude or did not listen',
    when: /\b(rude(ly)?|abrupt|ignor(ed|ing|es|e) (me|us|my|our|it)|(been|being|feel|felt|am|are|was|were) ([a-z]+ )?ignored|(nobody|no one|no-one|never|not|n't) (ever )?(listen(s|ed|ing)?|cares?|cared|bothers?|wants to know|takes? (me|us|it) seriously|interested|knows? what)|making (me|us|him|her) ill|fobbed off|talked down|hung up on|put the phone down|dismissive|arrogant|patronising|condescending|rude to|shouted at|passed from pillar|pillar to post|given the run ?around|brushed off|lied|liar|lying to)\b/,
  },
  {
    weight: 3,
    says: 'says that someone did not come, call or answer',
    when: /\b(no ?(one|body)|never|not(?! (in|at home|home|here|sure|working)\b)|hasn'?t|haven'?t|didn'?t|failed to|without|nobody has|no-one)\b[^,;:]{0,30}\b(turn(ed)? up|shown? up|showed up|came|come( out| back| round)?|call(ed)?( me)? back|ring (me )?back|rung( me)?( back)?|got(ten)? back|get back|repl(y|ied)|answer(ed)?( my)?|respond(ed)?|return(ed)? my|bothered|contacted (me|us)|been in touch|heard (back|anything|a (word|thing)|from (you|anyone|anybody|the|them)))\b/,
  },
  {
    weight: 3,
    says: 'says that an appointment was missed or work was done badly',
    when: /\b(missed appointments?|appointments?\b.{0,20}\b(missed|cancelled|no.?show)|no.?show|didn'?t (finish|fix|do)|not (been )?(fixed|finished|done|completed) properly|left (it |the (job|place|work) )?(half|unfinished|worse|in a (state|mess)|a mess|filthy)|made it worse|still not (been )?(fixed|done|repaired|sorted|resolved|finished|working)|still (broken|leaking|waiting)|never (been )?(fixed|done|repaired|sorted|finished)|fail(ed|ure|ing)( to)?|same problem|bad job|poor job|wasn'?t fixed)\b/,
  },
  {
    weight: 2,
    says: 'tells of waiting, chasing or telling more than once',
    when: /\b(still (not|no|have|haven'?t|nothing)|(second|third|fourth|fifth|sixth|umpteenth|2nd|3rd|4th|5th|\d+th) time|how many (more )?times|how (much )?longer|time and time|again and again|over and over|numerous (times|calls|occasions)|several (times|calls|occasions)|(many|countless|multiple) (times|calls|e-?mails|occasions)|(two|three|four|five|six|seven|eight|nine|ten|\d+) (times|phone calls|calls|e-?mails)|chas(ed|ing)|keep(s)? (being|getting|ringing|calling|asking|telling)|kept waiting|been waiting|waited|ages ago|nothing (has )?(been done|happen(ed|s)|done)|no (reply|response|answer|update|progress)|(days|weeks|months|years?|month) (ago|later|now|on|and)\b.{0,25}\b(still|nothing|no|not|nobody)|promised|(take|taking|taken|took) (a|the|another)? ?(whole |half )?(day|morning|afternoon) off|day off work|why (has|have|is|does|do|did|should|am) (it|no|nobody|i|you|we|this|the))\b/,
  },
  {
    weight: 1,
    says: 'says that something keeps happening',
    when: /\b(again|keeps?|for (weeks|months|years|ages)|every (day|week|night))\b/,
  },
  {
    weight: 3,
    says: 'calls it unfair, wrong or damaging',
    when: /\b(unfair(ly)?|unjust|dispute|discriminat\w+|harass(ed|ment|ing)|bull(ied|ying)|messed (up|about|me about|us about)|(looks?|is|left) (like )?(in )?(a|such a) (mess|tip|state)|(damaged|ruined|broke|flooded) (my|our|the)|(expect|want) (it|this|that|things) (to be )?put right|speak to (a|the|your|someone|somebody) ?(senior|manager|supervisor|in charge)|(taken|took|takes|taking|far) too long|overcharged|wrongly|should (never|not) have|should have (been|had|come)|(was|were) supposed to)\b/,
  },
  {
    weight: 2,
    says: 'says how long it has gone on, or that it was promised',
    when: /\b((like (this|that)|going on|gone on|been (off|out|broken|without)|without)( now)? (for|since)\b.{0,30}\b(weeks|months|years?|days|january|february|march|april|may|june|july|august|september|october|november|december|summer|christmas|easter)|(said|told|promised)\b.{0,40}\b(would|was going to) (be|come|call|ring|send|fix|do))\b/,
  },
  {
    weight: 1,
    says: 'says that something has not been done',
    when: /\b(has|have|had)(n't| not) been [a-z]+(ed|t|n)\b/,
  },
  {
    weight: 3,
    says: 'does not accept an answer',
    when: /\b((don't|do not|can't|cannot|won't|will not|refuse to|couldn't) (accept|agree)|disagree|reject (this|your|the)|challenge (this|your|the)|appeal (against )?(this|your|the)|take (it|this|things|the matter) (any )?further|look(ed)? (at|into) (it|this|my (case|complaint)) again|(review|reconsider)(ed)? (this|it|your|the|my)|(isn't|not|hasn't been) (resolved|settled|sorted)|doesn't answer|(haven't|not) answered my|misses the point)\b/,
  },
  {
    weight: 3,
    says: 'says that someone behaved badly or left a mess',
    when: /\b((swore|swear(s|ing)|cursed|sworn) at|spoke(n)? to (me|us|him|her) (like|as if)|left (mud|mess|rubbish|dust|paint|rubble|a hole)|(right|real|proper|complete) (mess|pig'?s ear|hash|botch)|walked off|insult(ed|ing)|laughed at|mocked|humiliat(ed|ing)|degrading|belittled|(on hold for|cut me off)|cancelled on (me|us)|cancelled (it |my |our |the )?(\w+ )?again)\b/,
  },
  {
    weight: 3,
    says: 'says that nothing is being done',
    when: /\b(nothing (has )?changed|take(s|n)? (any )?responsibility|(done|doing|do|does|did) (absolutely |sod all|bugger all|nothing)|nothing is (being )?done|(you|they|he|she|landlord|council|association|officer)( all| just)? (don't|do not|didn't|did not|won't|have not|haven't) (ever )?(do (anything|a thing)|care|act|listen|reply|answer|respond|return|done (anything|a thing))|(no ?(one|body)|no-one) (has |have |had |'s )?(ever |yet )?been\b|never (answers?|replies|returns|rings?|calls?|picks? up|turns? up|shows? up|comes?|gets? (it )?(done|cleaned|cut|sorted|fixed)|(been )?cleaned|swept|emptied|mended))\b/,
  },
  {
    weight: 3,
    says: 'objects, or asks for an apology',
    when: /\b(i|we) (strongly |wish to |want to |would like to |must )?object(ed)? to\b|\bobjecting to\b|\b(want|expect|demand|owed?|deserve|least) an? (full |written |proper )?(apology|explanation)|\bexplain why (i|we|you|my|our|it|nothing|no ?one|nobody)\b/,
  },
  {
    weight: 2,
    says: 'says that it was told before',
    when: /\bbeen (asking|trying|ringing|calling|reporting|telling|living|putting up)\b|\b(weeks|months|years) (with no|without|of)\b|\breported\b.{0,20}\bin (january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(reported|told (you|them)|rang|called|phoned|e-?mailed|wrote|written|asked)\b.{0,60}\b(again on|last (winter|summer|spring|autumn|year|month)|(months?|years?) ago|in (january|february|march|april|may|june|july|august|september|october|november|december)\b.{0,60}\b(and again|it'?s( now)?|it is( now)?|still))\b/,
  },
  {
    weight: 2,
    says: 'says that people keep doing something, or that it is left undone',
    when: /\b(contractors?|workmen|builders|operatives?|they|staff|(?<!can |could |will |would |do )you|your (men|lads|people))( just)? keeps? (on )?[a-z]{3,}ing\b|\bstill (living|without|unfinished|unresolved|outstanding)\b|\b(works?|job|repairs?)\b.{0,15}(\bnot|n't) (been )?(finished|complete|completed)\b|\bunfinished\b/,
  },
  {
    weight: 2,
    says: 'says that something was not put right',
    when: /((\b(has|is|are|have)|'s) (come |came )?back( again)?\b|\b(didn't (even )?(last|work|help|hold)|(has|have)(n't| not) (worked|helped|lasted|held)|getting worse|no better|made no difference|same (problem|leak|fault|thing)|nothing (was|is|has been) done|heard nothing|charged (me|us))\b)/,
  },
];

const praise: readonly Rule[] = [
  {
    weight: 2,
    says: 'thanks or praises someone',
    when: /\b(thank (you|u)\b.{0,40}\b(for|to|so much|very much)|thanks (so much|very much|a million|to|for)|(big|huge|massive) thank|many thanks (for|to)|grateful|appreciat(e|ed)|well done|brilliant|fantastic|excellent|superb|amazing|wonderful|outstanding|lovely|marvellous|first.class|top.notch|kudos|hats off|praise|compliment(s|ing)?|credit to (you|him|her|them|the|your)|went (above and beyond|out of (his|her|their) way|the extra mile)|delighted|over the moon|(really|very|so) (pleased|helpful|kind|polite|impressed|happy)|great (job|work|service|team|bloke|lad|lady)|good job|star|couldn'?t (have been|be|fault)|(was|were) (all )?(so |very |really )?(polite|friendly|courteous|helpful|kind|lovely|professional)|(done|fixed|repaired|sorted|finished) (so |very |really )?(quickly|promptly|well|beautifully)|a real help|made my day)\b/,
  },
];
/** Manners, not praise. */
const manners =
  /\b(thank(s| you)? in advance|(many )?thank(s| you)( you)? for (your|the)? ?(time|reading|e-?mail|letter|message|reply|response|attention|quick reply|getting back|looking into|your help (with this|in this)|any help)|thanks for nothing|(would|i'?d|we'?d) (be )?(really |very |so )?(grateful|appreciate)|appreciate (it )?if|(would be|be) (lovely|great|brilliant|fantastic|wonderful|grateful)( if)?)\b/;

const asking: readonly Rule[] = [
  {
    weight: 2,
    says: 'reports something to be repaired',
    when: /(?:(?<![a-z])|(?='s))((?:'s|is|are|has|have|isn'?t|aren'?t|doesn'?t|won'?t|don'?t|not|stopped|gone|been|was) ?(broken|broke|leak(ing)?|work(ing)?|block(ed)?|fault(y)?|loose|crack(ed)?|jammed|stuck|overflowing|open|close|flush|dripping|come off|fallen off|blown)|(need(s|ed|ing)?|want(s|ed)?|require(s)?) (a |to be |some )?(repair(s|ed|ing)?|fix(ed|ing)?|replac(e|ed|ing)|mend(ed|ing)?|look(ed|ing) at|cut(ting)? back|clear(ed|ing)|collect(ed|ing)|plumber|electrician|new)|report(ing)? (a |an |that |the )?|leak(ing|s)? (under|from|in|through)|no (heating|hot water|water|power|electric)|blocked (sink|drain|toilet|gutter)|light(s)? (is |are )?out|bulbs? (is |are |has |have )?(gone|out|blown)|out of order|infestation|mice|rats|cockroaches|bed ?bugs|fly.?tipp\w+|graffiti|damp|mou?ld)\b/,
  },
  {
    weight: 2,
    says: 'asks for something to be done or told',
    when: /\b((please|pls)\b.{0,40}\b(can|could|would|will|send|arrange|let|book|tell|advise|come|fix|repair|look|help|confirm|update|call|ring|get|change|move|add|remove)|(can|could|would|will) (you|someone|somebody|anyone|i|we|the council)\b|how (do|can|would) (i|we)|when (will|can|is|are|does|do)|(know|tell me|find out) (when|if|whether|how|what|who|where)|what (is|are|time|do)|who (do|should)|do (you|i) (have|need)|(i|we)('?d| would)( also)? like (to|an?|some|my|permission|help|someone)|(i|we)( just| only| also)? (want|wish|need) (to|an?|some|you)|request(ing)?|needs? (an?|to|some)\b|(can|could|may) (my|our|it|this|one|he|she|they)\b|apply(ing)? (for|to)|application for|book (a|an)|is it possible|may i|enquir(y|e|ing)|inquir(y|e)|any (news|update))\b/,
  },
];

const commenting: readonly Rule[] = [
  {
    weight: 2,
    says: 'offers a suggestion or an opinion',
    when: /\b(suggest(ion|ions|ing|ed)?|feed ?back|(my|an|one|good) idea|have you (thought|considered)|(you|the council|we) (should|could) (consider|think about|perhaps|maybe|have|put|add|make|try)|(would|might) be (nice|good|better|helpful|useful|lovely|great|an idea) (if|to)|why not|just (a|to) (comment|say|let you know|mention|note)|for (your|future) (information|reference)|fyi|in my (opinion|view)|comments? (on|about)|i (think|feel) (it|that|the|you)|consultation|survey)\b/,
  },
];

const memberAddress = /@([a-z0-9-]+\.)*parliament\.uk$/i;
const councillorAddress = /^(cllr|councillor)[._-]?[a-z]/i;
const councillorName = /^\s*(cllr|councillor|cllrs|alderman)\b\.?\s+\S/i;
const mpName = /\b(mp|m\.p\.)\s*$|^(office of\b.{0,60}\bmp\b|\S.{0,60}\bmp\b\s*(office|casework|\(|-|,|'s office))/i;

/** An MP or councillor, by the sender's address or name, or by how the letter is signed. */
export function memberWriting(from: Mailbox | null, words: string): 'mp' | 'councillor' | null {
  if (from && (memberAddress.test(from.address) || mpName.test(from.name.trim()))) return 'mp';
  if (from && (councillorAddress.test(from.address) || councillorName.test(from.name) || /\bcllr\b/i.test(from.name)))
    return 'councillor';
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const signature = lines.slice(-8);
  if (
    signature.some(
      (line) =>
        /^[A-Z][\p{L}'.-]+( [A-Z][\p{L}'.-]+){0,3},? MP\b/u.test(line) || /^member of parliament (for|,)/i.test(line),
    )
  )
    return 'mp';
  if (
    signature.some(
      (line) =>
        /^(cllr|councillor)\.? [A-Z]?\S/i.test(line) ||
        (/\b(ward|county|district|borough|city|parish) councillor\b/i.test(line) && line.length < 80),
    )
  )
    return 'councillor';
  if (/\bmy constituents?\b/i.test(words)) return 'mp';
  return null;
}

/** What own words may be. `from` is who wrote them, which for a message that staff forwarded is not who sent it. */
export function suggestKind(subject: string, words: string, from: Mailbox | null): KindSuggestion {
  const isReply = /^\s*re\s*:/i.test(subject);
  const bare = subject.replace(/^(\s*(re|fw|fwd)\s*:)+/i, '');
  const sentences = plainSentences(isReply ? words : `${bare}\n\n${words}`);
  const saysNoComplaint = sentences.some((sentence) => notAComplaint.test(sentence));

  const against = weigh(dissatisfaction, sentences, (sentence, hit) => {
    if (/^(complain|grievance)/.test(hit[0]))
      return (
        !notAComplaint.test(sentence) && !denial.test(sentence.slice(0, hit.index)) && !aboutProcess.test(sentence)
      );
    if (/^(ombudsman|compensation|solicitor|refund|stage)/.test(hit[0])) return true;
    return (
      !denial.test(sentence.slice(Math.max(0, hit.index - 30), hit.index)) ||
      /\b(not|never|n't|no|nobody)\b/.test(hit[0])
    );
  });
  const thanks = weigh(praise, sentences, (sentence, hit) => {
    const polite = manners.exec(sentence);
    if (polite && hit.index >= polite.index - 8 && hit.index < polite.index + polite[0].length) return false;
    return !/\b(not|never|isn'?t|wasn'?t|hardly|far from|would be|it'?d be)\b[^,;]{0,15}$/.test(
      sentence.slice(0, hit.index),
    );
  });
  const asks = weigh(asking, sentences, () => true);
  const comments = weigh(commenting, sentences, () => true);

  const dissatisfied = against.weight >= 3 || (against.weight === 2 && thanks.weight < 4);
  const voiced =
    dissatisfied && !(saysNoComplaint && against.weight < 3) && !(thanks.weight >= 4 && against.weight < 3);

  const member = memberWriting(from, words);
  if (member)
    return {
      kind: 'enquiry',
      mayBe: member === 'mp' ? 'mp-enquiry' : 'councillor-enquiry',
      because: [
        member === 'mp' ? 'it is from a Member of Parliament or their office' : 'it is from a councillor',
        ...(voiced ? ['it voices dissatisfaction: the choice to complain is to be offered'] : []),
      ],
      dissatisfied: voiced,
    };
  if (voiced) return { kind: 'complaint', mayBe: 'complaint', because: against.says, dissatisfied: true };
  const best = [
    { kind: 'compliment' as const, ...thanks, weight: thanks.weight + (saysNoComplaint && thanks.weight > 0 ? 2 : 0) },
    { kind: 'service-request' as const, ...asks },
    { kind: 'comment' as const, ...comments, weight: comments.weight + (comments.weight > 0 ? 0.5 : 0) },
  ].sort((a, b) => b.weight - a.weight)[0];
  if (!best || best.weight < 1) return { kind: 'unknown', mayBe: null, because: [], dissatisfied: false };
  return { kind: best.kind, mayBe: best.kind, because: best.says, dissatisfied: false };
}

/** 'Your complaints team', 'a copy of your complaints policy': about complaining, but no dissatisfaction by itself. */
const aboutProcess =
  /\b(complaints? (team|department|officer|handler|manager)|dear complaints|copy of (the|your) complaints? (policy|procedure)|(sort(ed|ing)?( out)?|resolv(ed|ing)|deal(t|ing) with|settl(ed|ing)) my complaint|complaints? (policy|procedure|process|code)|complaints (leaflet|form))\b/;

function weigh(
  rules: readonly Rule[],
  sentences: readonly string[],
  counts: (sentence: string, hit: RegExpExecArray) => boolean,
): { weight: number; says: readonly string[] } {
  const says = new Set<string>();
  let weight = 0;
  for (const rule of rules) {
    let hits = 0;
    for (const sentence of sentences) {
      const hit = rule.when.exec(sentence);
      if (hit && counts(sentence, hit)) hits++;
    }
    if (hits > 0) {
      says.add(rule.says);
      weight += rule.weight + Math.min(hits - 1, 2) * (rule.weight > 1 ? 1 : 0);
    }
  }
  return { weight, says: [...says] };
}
