/**
 * What a message to a case may mean beyond its words, by plain word rules: it may ask for stage 2, withdraw, accept an
 * offer, name somebody to act, give new ways to be reached. Only ever a suggestion: nothing is done before an officer has
 * read it, and a message that means none of these is read as well.
 */
import { plainSentences } from './suggest-hazards.js';

export type Meaning = 'stage-2' | 'withdrawal' | 'remedy-answer' | 'new-authority' | 'contact-change' | 'complaint';

interface Rule {
  readonly means: Meaning;
  readonly when: RegExp;
  /** Not when it is denied: 'I do not want to escalate'. */
  readonly unlessDenied: boolean;
}

const rules: readonly Rule[] = [
  {
    means: 'stage-2',
    unlessDenied: true,
    when: /\b(stage[- ]?(2|two|ii)|second stage|next stage|escalat(e|ed|ing|ion)|(take|taking) (this|it|my complaint|the matter) (any )?(further|higher|up)|(review|reconsider|look again at) (of )?(the |your |my )?(decision|response|answer|findings|complaint)|appeal(ing)?\b)/,
  },
  {
    means: 'withdrawal',
    unlessDenied: true,
    when: /\b(withdraw(ing|n)?\b.{0,30}\b(complaint|case|it|this|point)|(drop|cancel|close|forget about|stop) (this|the|my|our)( \w+)? ?(complaint|case)|(want|wish) (this|the|my) (complaint|case) (withdrawn|closed|dropped|cancelled)|(don't|do not|no longer) (want|wish|need) (to )?(continue|pursue|proceed|go on|carry on)( with)?)\b/,
  },
  {
    means: 'remedy-answer',
    unlessDenied: false,
    when: /\b(accept(ed|ing)?|agree(d)?( to| with)?|declin(e|ed|ing)|refus(e|ed|ing)|reject(ed|ing)?|turn(ed|ing)? down|happy with|not enough)\b.{0,60}(\b(offer|compensation|payment|remedy|redress|apology|goodwill|amount|sum)\b|£)|(\b(offer|compensation|payment|remedy|redress|amount)\b|£\s?\d).{0,40}\b(accept(ed|able)?|declin(e|ed)|refus(e|ed)|reject(ed)?|not enough|too little|isn't enough)\b/,
  },
  {
    means: 'new-authority',
    unlessDenied: true,
    when: /\b((act|speak|speaking|acting|deal|dealing|write|writing) (for|on behalf of) (me|us|him|her|them|my)|on (my|our|her|his|their) behalf|authoris(e|es|ed|ing|ation)\b.{0,40}\b(you|to|my|her|him|them|act|speak)|power of attorney|lasting power|i('?m| am) (now )?(her|his|their|my \w+'s) (attorney|deputy|executor|representative|advocate|carer|support worker)|(talk|speak) to my (son|daughter|wife|husband|partner|mother|mum|father|dad|sister|brother|solicitor|carer|advocate|support worker|friend|neighbour) (instead|about|from now))\b/,
  },
  {
    means: 'contact-change',
    unlessDenied: true,
    when: /\b((new|changed( my)?|change of|another|different) (e-?mail|phone|telephone|mobile|contact|address|number)|(e-?mail|phone|telephone|mobile|number|address)( address| number)? (has changed|is now|will be|changed)|(i|we)('ve| have)? (moved|changed)( house| home| to| my)|no longer (use|have|live)|(don't|do not|please stop) (use|using|ring|ringing|call|calling|write|writing|send|sending)\b.{0,40}\b(number|address|e-?mail|phone|mobile)|(please )?(use|ring|call|reach|contact|write to) (me|us) (on|at|by) (this|the|my) (new|other))\b/,
  },
  {
    means: 'complaint',
    unlessDenied: true,
    when: /\b((this|it|that) (is|was)( definitely| really)? (a|my)( formal| proper| official)? complaint|(make|made|making|raise|raised|raising|log|register|lodge|treat (this|it) as|want (this|it) (to be )?(a|treated as)) (a|an|it|this|my)?( formal| proper| official)? ?(complaint|as a complaint))\b|\b(not|n't|isn't|wasn't|never)( just| only| simply)?( been)? a (service )?request\b|\b(wrongly|incorrectly) (logged|recorded|treated|filed)\b/,
  },
];

const denied = /\b(not|never|n't|no need|without|no longer)\b[^,;]{0,40}$/;

/** Everything that it may mean, most pressing first. */
export function suggestMeaning(subject: string, own: string): readonly Meaning[] {
  const isReply = /^\s*(re|fw|fwd|aw)\s*:/i.test(subject);
  const sentences = plainSentences(isReply ? own.slice(0, 60_000) : `${subject}\n\n${own.slice(0, 60_000)}`);
  return rules
    .filter(({ when, unlessDenied }) =>
      sentences.some((sentence) => {
        const hit = when.exec(sentence);
        return hit !== null && !(unlessDenied && denied.test(sentence.slice(Math.max(0, hit.index - 50), hit.index)));
      }),
    )
    .map(({ means }) => means);
}
