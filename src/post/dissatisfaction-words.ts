/**
 * How residents say that they are dissatisfied, as plain word rules with what each stands for. The Code needs no word
 * 'complaint' (1.2, 1.3). Sentences come in lower case with plain apostrophes.
 */
export interface Rule {
  readonly says: string;
  readonly when: RegExp;
  readonly weight: number;
}

export const dissatisfaction: readonly Rule[] = [
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
