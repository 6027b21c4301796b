/**
 * Which hazards a resident's own words may tell of: a list of plain rules, each with its reason. Only a suggestion, so
 * that nobody waits for triage with a gas leak; a person decides. It would rather ask once too often than miss one, but
 * 'no damp' and 'the leak was mended' are believed. Longer than 250 lines because it is one list of rules.
 */
import type { HazardKind } from '../facts/happened.js';

export interface HazardNoticed {
  readonly hazard: HazardKind;
  readonly because: string;
}

interface Rule {
  readonly hazard: HazardKind;
  readonly says: string;
  readonly when: RegExp;
  /** Unless the sentence is about something else. */
  readonly unless?: RegExp;
  readonly emergency?: boolean;
}

const rules: readonly Rule[] = [
  {
    hazard: 'damp-and-mould',
    says: 'mentions damp or mould',
    when: /\b(damp|mould|moulds|mouldy|mold|moldy|mildew|black spots?|condensation|fungus|fungi|mushrooms? growing|rising damp|spores?)\b/,
    unless: /\b(damp cloth|damp proof course certificate|moulding)\b/,
  },
  {
    hazard: 'damp-and-mould',
    says: 'mentions wet or dripping walls or ceilings',
    when: /\b(walls?|ceilings?|plaster)\b.{0,30}\b(wet|soaking|soaked|dripping|sodden|wringing)\b|\b(wet|soaking|soaked|sodden)\b.{0,20}\b(walls?|ceilings?|plaster)\b/,
  },
  {
    hazard: 'gas',
    says: 'mentions a smell or leak of gas',
    when: /\b(smell(s|ed|ing|t)?|stink(s|ing)?|leak(s|ing)?|whiff|escape)\b.{0,20}\bgas\b|\bgas\b.{0,15}\b(smell(s|ing)?|leak(s|ing|ed)?|escape|escaping)\b|\brotten eggs?\b/,
    emergency: true,
  },
  {
    hazard: 'gas',
    says: 'mentions carbon monoxide',
    when: /\b(carbon monoxide|co (alarm|detector)|co2? poisoning)\b/,
    emergency: true,
  },
  {
    hazard: 'gas',
    says: 'mentions an unsafe gas appliance',
    when: /\b(gas (cooker|fire|boiler|appliance|supply|pipe|meter)|boiler)\b.{0,40}\b(condemned|unsafe|dangerous|capped( off)?|at risk|immediately dangerous)\b|\b(condemned|capped off)\b.{0,20}\b(cooker|gas|boiler|fire)\b/,
  },
  {
    hazard: 'electrics',
    says: 'mentions sparks, shocks or burning electrics',
    when: /\b(spark(s|ed|ing)|electric(al)? shocks?|electrocut\w*|got a shock|shocks? (from|off)|(burning|burnt|scorched|scorching|melt(ed|ing)|smok(ing|e)|buzzing|hot)\b.{0,25}\b(socket|plug|fuse ?box|consumer unit|light switch|switch|wiring|wires?)|(socket|plug|fuse ?box|consumer unit|light switch|switch|wiring|wires?)\b.{0,25}\b(burning|burnt|scorched|melt(ed|ing)|smok(ing|e)|buzzing|hot))\b/,
    emergency: true,
  },
  {
    hazard: 'electrics',
    says: 'mentions bare or live wires',
    when: /\b(bare|exposed|live|dangling|hanging|loose)\b.{0,12}\b(wires?|wiring|cables?|electrics?)\b|\b(wires?|wiring|cables?)\b.{0,15}\b(exposed|bare|hanging (out|down|loose)|showing)\b/,
    emergency: true,
  },
  {
    hazard: 'electrics',
    says: 'mentions faulty electrics',
    when: /\b(electrics?|electricity|lights?|fuse(s| ?box)?|sockets?|rcd|trip switch|power)\b.{0,25}\b(trip(s|ped|ping)|keeps? (going|blowing|cutting)|faulty|dangerous|unsafe|not working|don'?t work|doesn'?t work|stopped working|gone off|cut out|cutting out|flicker(s|ing)?)\b|\bno (electric(s|ity)?|power|lights?)\b/,
  },
  {
    hazard: 'fire',
    says: 'mentions a fire or smoke',
    when: /\b(caught fire|on fire|(had|been|was|is) a fire\b(?! door| alarm| exit| escape| drill)|fire (started|broke out)|set (on )?fire|house fire|kitchen fire|fire brigade|smoke (coming|pouring|filling))\b/,
    unless: /\b(no fire brigade)\b/,
    emergency: true,
  },
  {
    hazard: 'fire',
    says: 'mentions fire safety',
    when: /\b(fire ?(doors?|alarms?|exits?|escapes?|extinguishers?|safety|risk|hazard|trap|panels?)|smoke (alarms?|detectors?)|cladding|e-?bikes?.{0,20}(hall|stair|corridor|landing)|(blocked|rubbish|sofa|mattress|bags?).{0,25}\b(fire exit|escape route|stairwell|communal (hall|corridor|landing)))\b/,
  },
  {
    hazard: 'heating',
    says: 'mentions no heating or hot water',
    when: /\b(no|without|haven'?t (got|had)( any)?|not (got|had)( any)?|lost( our| my| all)?)\b.{0,12}\b(heating|hot water|heat|boiler)\b|\b(heating|hot water|boilers?|radiators?|storage heaters?|immersion)\b.{0,40}\b(broken?|broke|not work(ing|s)?|isn'?t work\w*|won'?t (work|come|light|fire|start|turn)|doesn'?t (work|come)|don'?t (work|come)|stopped( working)?|packed (up|in)|gone( off)?|kaput|stone cold|freezing|cold|down|failed|faulty|leaking|losing pressure|lock(s|ed|ing) out)\b/,
  },
  {
    hazard: 'heating',
    says: 'mentions a freezing home',
    when: /\b(freezing|perishing|bitterly cold|ice inside|ice on the inside|see (our|my|your) breath)\b/,
    unless: /\b(freez(ing|er) (food|compartment))\b/,
  },
  {
    hazard: 'structure',
    says: 'mentions something that has fallen or may fall',
    when: /\b(ceiling|roof|wall|chimney|balcony|floor|floorboards?|stairs?|staircase|banisters?|porch|canopy|lintel|plaster|masonry|brick(s|work)?|gutter(ing|s)?)\b.{0,40}\b(collaps(ed|e|es|ing)|c(a|o)me (down|in|away|through)|coming (down|in|away|off|through)|fall(ing|en|s)?|fell|cav(ed|ing) in|giv(en|ing) way|gave way|sagging|bowing|bulging|rott(en|ing|ed)|loose|crumbling|unsafe)\b/,
  },
  {
    hazard: 'structure',
    says: 'mentions cracks, subsidence or falling masonry',
    when: /\b(subsidence|cracks? (in|across|down|along|getting|appear\w*|running)|(big|large|huge|wide|deep|structural|massive) cracks?|cracked (walls?|ceilings?|lintels?)|(falling|loose|fallen|missing) (slates?|tiles?|masonry|bricks?|render)|(slates?|tiles?|masonry|bricks?|render)\b.{0,15}\b(fell|falling|fallen|came off|coming (off|down|loose)))\b/,
  },
  {
    hazard: 'structure',
    says: 'mentions a rotten or broken floor or stair',
    when: /\b(rotten|rotting|broken|holes? in (the|my|our))( [a-z]+)? (floor(s|boards?)?|stairs?|staircase|steps?|joists?|banisters?|handrail)\b/,
  },
  {
    hazard: 'water',
    says: 'mentions a leak, a burst or a flood',
    when: /\b(leak(s|y|ing|ed|age)?|burst (pipe|tank|water)|pipe\b.{0,15}\bburst|flood(s|ed|ing)?|water\b.{0,25}\b(pouring|gushing|coming through|dripping|running down|pours|came through|comes through|everywhere)|drip(s|ping)? through|overflow(s|ed|ing)?)\b/,
    unless:
      /\b(leak(ed|ing|s)?\b.{0,20}\b(data|details|information|personal|story|press)|flood(ed|s)? (of|with) (e-?mails?|calls?|letters?|paperwork)|gas leak|leak(ing)? gas)\b/,
  },
  {
    hazard: 'water',
    says: 'mentions sewage or blocked drains',
    when: /\b(sewage|sewerage|raw waste|drains?\b.{0,25}\b(block(ed|ing)|back(ed|ing) up|overflow\w*|smell\w*)|blocked (drains?|toilet|loo|sewer|soil pipe)|toilet\b.{0,25}\b(block(ed)?|back(ed|ing) up|overflow\w*|won'?t flush|not flushing|doesn'?t flush|broken)|only toilet)\b/,
  },
  {
    hazard: 'water',
    says: 'mentions having no water',
    when: /\b(no|without|haven'?t (got|had)( any)?|lost( all)?)\b.{0,6}\b(running water|cold water|water( supply)?|drinking water)\b(?! bill| meter| hot)/,
    unless: /\bno (hot water|water (coming|leak|dripping|damage))\b/,
    emergency: true,
  },
  {
    hazard: 'falls',
    says: 'mentions that somebody slipped, tripped or fell',
    when: /\b(i|we|he|she|they|you|mum|dad|mother|father|nan|son|daughter|wife|husband|partner|child(ren)?|kids?|baby|toddler|neighbours?|somebody|someone|anybody|anyone|people|postman|visitors?)\b.{0,30}\b(slip(s|ped|ping)?\b.{0,30}\b(on|in|over|down)|trip(s|ped|ping)?( up)? (on|over|down)|fall(s|en|ing)? (on|over|down|off|out|through)|fell (on|over|down|off|out|through)|los(e|t|ing) (my|his|her|their) footing)\b/,
    unless:
      /\b(fell|fallen|falling|fall) (out (with|over|about)|on deaf ears|through the cracks|ill|asleep|behind|down on)\b/,
  },
  {
    hazard: 'falls',
    says: 'mentions a trip hazard, or a rail or step that is missing or loose',
    when: /\b(trip(ping)? hazards?|slip(ping)? hazards?|(missing|broken|loose|no|wobbly) (hand ?rails?|grab ?rails?|stair ?rails?|steps?|stair ?(carpet|nosing)s?|paving( slabs?| stones?)?)|(uneven|loose|icy|slippery) (paths?|pathways?|steps?|stairs?|paving|slabs?|floors?|floor tiles?|lino|carpet))\b/,
  },
  {
    hazard: 'hygiene',
    says: 'mentions pests, rubbish or nowhere to wash',
    when: /\b(infest(ed|ation|ations)|cockroach(es)?|bed ?bugs?|rats?|rodents?|mice|maggots|vermin|silverfish|pest control|(rubbish|waste|bins?)\b.{0,25}\b(piled|piling|overflow\w*|rotting|stinks?|not (been )?(emptied|collected))|(no|nowhere) (to wash|bath or shower|working (bath|shower|sink|kitchen|cooker)))\b/,
    unless: /\brat (race|run)\b/,
  },
  {
    hazard: 'excess-heat',
    says: 'mentions a home that is too hot',
    when: /\b((too|unbearably|stiflingly|boiling|swelter\w*|far too) hot\b.{0,30}\b(flat|home|house|room|bedroom|sleep|breathe)|(flat|home|house|room|bedroom)\b.{0,30}\b(too|unbearably|stiflingly|boiling|swelteringly?|far too) hot|overheat(s|ed|ing)? (flat|home|house|bedroom|building)|(flat|home|house|bedroom|building)( is| was|'s)? overheat(s|ed|ing)?|(can'?t|won'?t|doesn'?t) turn (off|down) the heating|heating (can'?t|won'?t|cannot) (be )?turn(ed)? (off|down))\b/,
  },
  {
    hazard: 'explosions',
    says: 'mentions an explosion',
    when: /\b(explo(ded|des|ding|sion|sions)|blew up|blown up|might blow|about to blow|going to blow( up)?)\b/,
    unless: /\b(explo(ded|ding|sion) (of|in|with) (anger|costs?|rent|prices?)|blown up (over|about|out of))\b/,
  },
  {
    hazard: 'security',
    says: 'mentions a door, window or lock that does not secure',
    when: /\b(doors?|windows?|locks?|entry ?phone|intercom|door entry|gate)\b.{0,40}\b(won'?t (lock|close|shut)|(doesn'?t|does not|don'?t|can'?t|cannot|will not|not) (be )?(lock(ed|ing)?|clos(e|ed|ing)|shut(ting)?|secure)|kicked in|smashed|broken|forced|insecure|off its hinges|hanging off)\b|\b(can'?t|cannot|unable to) (lock|close|shut|secure)\b|\b(broken|faulty|no|smashed)\b.{0,12}\b(locks?|front door|door entry|entry ?phone|intercom)\b/,
  },
  {
    hazard: 'security',
    says: 'mentions a break-in or someone getting in',
    when: /\b(burgl\w+|break-?ins?|broke(n)? in(to)?|intruders?|squatters?|anyone can (walk|get) in|strangers? (in|getting|sleeping))\b/,
  },
  {
    hazard: 'other',
    says: 'mentions asbestos or legionella',
    when: /\b(asbestos|artex\b.{0,30}\b(drill\w*|dust|broken|damaged|sand\w*)|legionell\w+|legionnaires?)\b/,
    unless: /\basbestos (survey|register|report)\b/,
  },
];

/** Beside what a rule calls an emergency by itself. */
const emergencies: readonly { says: string; when: RegExp; needs?: HazardKind }[] = [
  {
    says: 'speaks of danger to life',
    when: /\b(emergency|life.threatening|in danger|danger to life|going to die|could (have )?(die|died|been killed|kill)|999|hospital|a ?& ?e|ambulance)\b/,
    needs: 'other',
  },
  {
    says: 'has no heating or hot water with someone at risk in the home, or in the cold',
    when: /\b(baby|babies|newborn|toddler|pregnant|elderly|pensioner|disabled|asthma\w*|copd|oxygen|chemo\w*|cancer|dialysis|snow\w*|minus|freezing|([7-9]\d|1[01]\d)[- ]?year|aged? ([7-9]\d))\b/,
    needs: 'heating',
  },
  {
    says: 'tells of water pouring in, a burst or sewage',
    when: /\b(pouring|gushing|burst|sewage|flood(ed|ing)|near the (electrics?|sockets?|lights?)|through the (light|electrics?))\b/,
    needs: 'water',
  },
  {
    says: 'tells of a collapse',
    when: /\b(collaps(ed|ing)|caved in|came down|come down|fell (on|in)|gave way|given way)\b/,
    needs: 'structure',
  },
  {
    says: 'tells that the home can’t be secured',
    when: /\b(front door|back door|outside door)\b.{0,50}\b(won'?t (lock|close|shut)|can'?t|cannot|kicked in|off its hinges|not lock|smashed)\b|\bkicked in\b/,
    needs: 'security',
  },
];

const denied =
  /\b(no|not|isn'?t|wasn'?t|never|without|any sign of|no sign of|free (of|from)|no longer|don'?t have|doesn'?t have|haven'?t got|there'?s no|aren'?t any)\b[^,;.!?]{0,15}$/;
const mended =
  /\b(has been|have been|was|were|is now|are now|been|got|all|now|finally|you) (fixed|repaired|mended|sorted|resolved|treated|cured|replaced|cleared)\b|\b(fixed|repaired|mended|sorted|stopped|treated|cured|cleared) (it|the|my|our|this|that)\b|\b(fixed|gone) (now|at last)\b/;
const stillThere =
  /\b(back|again|still|return(ed|ing)?|but|worse|didn'?t|not|hasn'?t|haven'?t|wasn'?t|weren'?t|isn'?t|never|nobody|no one|needs?|wants?|needing|get|want|asked|promised|said|supposed|when|until)\b/;

/** The hazards that own words tell of, each once, with the rule that noticed it. */
export function suggestHazards(words: string): readonly HazardNoticed[] {
  const found = new Map<HazardKind, string>();
  const sentences = plainSentences(words);
  for (const sentence of sentences) {
    const isMended = mended.test(sentence) && !stillThere.test(sentence);
    if (isMended) continue;
    for (const rule of rules) {
      const hit = rule.when.exec(sentence);
      if (!hit || rule.unless?.test(sentence)) continue;
      const before = sentence.slice(Math.max(0, hit.index - 60), hit.index);
      // 'not working' and 'no heating' are the rule's own words; what stands before them denies only what it names.
      if (
        denied.test(before) &&
        !/\b(no|not|without)\b/.test(hit[0]) &&
        !/\b(not only|no matter|no one|nobody)\b/.test(before)
      )
        continue;
      if (!found.has(rule.hazard)) found.set(rule.hazard, rule.says);
      if (rule.emergency && !found.has('emergency')) found.set('emergency', rule.says);
    }
  }
  if (found.size > 0 && !found.has('emergency')) {
    for (const emergency of emergencies) {
      const fits = emergency.needs === 'other' || (emergency.needs !== undefined && found.has(emergency.needs));
      if (fits && sentences.some((sentence) => emergency.when.test(sentence) && !/\bnot an emergency\b/.test(sentence)))
        found.set('emergency', emergency.says);
    }
  }
  return [...found].map(([hazard, because]) => ({ hazard, because }));
}

/** Whether any of these is an emergency. */
export function tellsOfEmergency(suggested: readonly { readonly hazard: string }[]): boolean {
  return suggested.some(({ hazard }) => hazard === 'emergency');
}

/** Lower case, plain apostrophes, one sentence or clause to an entry, at most the first 60,000 characters. */
export function plainSentences(words: string): readonly string[] {
  return words
    .slice(0, 60_000)
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\n(?=[ \t]*\n)/g, '. ')
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?;])\s+|\s+[-–—]+\s+/)
    .map((sentence) => sentence.trim().slice(0, 2_000))
    .filter((sentence) => sentence !== '');
}
