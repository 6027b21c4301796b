/**
 * What a message may be, by a list of plain word rules with their reasons. The Code needs no word 'complaint': any
 * expression of dissatisfaction will do (1.2, 1.3), so dissatisfaction outweighs thanks and requests. Only ever a
 * suggestion: a person decides and asks the resident.
 */
import type { Kind } from '../facts/happened.js';
import { dissatisfaction, type Rule } from './dissatisfaction-words.js';
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

const denial =
  /\b(no|not|isn'?t|never|without|wasn'?t|aren'?t|can'?t|cannot|nothing to|hardly|don'?t|do not|didn'?t|rather than|instead of)\b[^,;]{0,25}$/;
const notAComplaint =
  /\b((this|it) (is|was)( definitely| really)?( not|n'?t) a( formal| proper)? (complaint|moan|grumble)|(this|it) isn'?t a( formal)? complaint|no complaints?|(i'?m|i am|we'?re|we are) not (complaining|moaning)|not (a|making a) complaint|can'?t complain|never (had (any|a) )?(cause|reason) to complain|don'?t (want|wish) to complain|do not (want|wish) to complain|without complaint|nothing to complain about)\b/;

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
