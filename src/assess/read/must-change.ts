/** A yes whose own evidence says that something has yet to change: found by its words, quoted, and left to a person. */

const signs: readonly RegExp[] = [
  /\bwill (?:also |now |then )?(?:add|write|introduce|develop|review|update|amend|revise|need|begin|start|commission|consider|look|account|strengthen|improve|implement|address|rectify)\w*/i,
  /\b(?:will|to) be (?:added|introduced|developed|reviewed|updated|amended|revised|included|implemented|rolled out|published|commissioned|put in place|agreed|confirmed|strengthened|improved|a follow.?up)\b/i,
  /\bneeds? (?:to|further|more|improvement|updating|amending|reviewing)\b|\bneeding\b/i,
  /\b(?:scope|room) (?:for|to) improve\w*/i,
  /\bfurther (?:development|work|improvement|training|changes?)\b/i,
  /\b(?:does|do|did) not (?:always|currently|yet|manage|consistently|fully|meet|comply)\b/i,
  /\bnot (?:yet|always|currently|fully|consistently|identical)\b/i,
  /\bat times\b|\bon occasions?\b|\binconsisten\w+/i,
  /\b(?:is|are) (?:currently |now )?(?:being|under) (?:considered|developed|reviewed|updated|amended|drafted|consideration|development|review|explored)\b/i,
  /\bconsideration is being given\b/i,
  /\b(?:plan|intend|aim|looking|hope)(?:s|ned)? to (?:add|write|introduce|develop|review|update|amend|improve|publish|train|implement|commission)\b/i,
  /\b(?:work|this) is (?:underway|under way|in progress|ongoing)\b|\bin progress\b|\bunder development\b/i,
  /\bproposed policy\b|\bdraft policy\b|\bonce (?:established|approved|implemented|in place)\b/i,
  /\b(?:improvements?|changes?|amendments?) (?:is|are|will be) (?:needed|required|necessary|planned|straightforward)\b/i,
];

const oldStages = /\bstage (?:0|zero)\b|\binformal (?:stage|complaint|resolution)|\bpre-complaint\b/i;

/** The words of the evidence that say that something must change, with what stands around them; null when none do. */
export function saysMustChange(evidence: string): string | null {
  for (const sign of signs) {
    const found = sign.exec(evidence);
    if (found !== null) return around(evidence, found.index, found[0].length);
  }
  return null;
}

/** Where the evidence leans on a stage before the first, which the Codes of 2022 and 2024 know none of. */
export function namesEarlierStage(evidence: string): string | null {
  const found = oldStages.exec(evidence);
  return found === null ? null : around(evidence, found.index, found[0].length);
}

function around(text: string, at: number, length: number): string {
  const from = Math.max(text.lastIndexOf('.', at) + 1, text.lastIndexOf('\n', at) + 1, at - 120, 0);
  const ends = [text.indexOf('.', at + length), text.indexOf('\n', at + length)].filter((end) => end >= 0);
  const to = Math.min(...ends, at + length + 120, text.length);
  const words = text.slice(from, to).trim();
  return to < text.length && !ends.includes(to) ? `${words.replace(/\s+\S*$/, '')} …` : words;
}
