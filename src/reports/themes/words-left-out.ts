/** Words that tell nothing of what a complaint is about: they join others, are polite, or count time. */
export const commonWords: ReadonlySet<string> = new Set(
  `a able about above across actually after afternoon again against ago all almost along already also although always am
  among an and another answer any anybody anymore anyone anything anyway are around as ask asked asking at away back bad be
  became because been before began behind being below best better between big bit both but by call called calling calls
  came can cannot cant come comes coming complain complained complaining complaint complaints could couldn couldnt day
  days dear did didn didnt do does doesn doesnt doing don done dont down due during each either else email emailed end
  enough especially etc evening ever every everybody everyone everything explain explained family far feel feeling felt
  few finally find first five for forward found four friend from front full further get gets getting give given gives
  giving go goes going gone good got grateful great had hadn half happen happened happening happy has hasn hasnt have
  haven havent having he hear heard hello help her here hers herself hi him himself his hope hour hours how however hundred
  husband i if ill im in inside instead into is isn isnt issue issues it its itself ive just keep keeps kept kind kindly
  knew know known large last late later least leave left less let letter letters like little live lived lives living long
  longer look looked looking lot made make makes making many matter may maybe me mean means message messages met might
  mine minute minutes moment month months more morning most much must my myself name near nearly need needed needs
  neither never new next nice night nights no nobody nor not nothing now number of off office often ok okay old on once
  one ones only onto open or other others our ours ourselves out outside over own part past people perhaps person phone
  phoned place please plus point possible problem problems put quite rang rather read really reason receive received
  recently regarding regards reply resident residents response right ring said same saw say saying says second see seem
  seems seen send sent several shall she should shouldn showed since sincerely sir situation six small so some somebody
  someone something sometimes somewhere soon sorry speak spoke spoken staff start started still stop stopped such sure
  take taken takes taking talk team tell telling ten tenant tenants than thank thanks that thats the their theirs them
  themselves then there theres these they theyre thing things think third this those though thought three through time
  times tired to today together told tomorrow too took top toward towards tried true try trying turn turned twelve twice
  two under understand unfortunately until up upon us use used using usually very via visit visited visits wait waited
  waiting want wanted wants was wasn wasnt way we week weekend weeks well went were weren weve what whatever when
  whenever where whether which while who whole whom whose why wife will wish with within without won wont would wouldn
  write writing wrote year years yes yesterday yet you youre your yours yourself yourselves`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Parts of buildings and streets that addresses are made of: such a word names nobody's home. */
export const ordinaryInAddresses: ReadonlySet<string> = new Set(
  `flat house floor ground first upper lower basement room block court building tower estate garden gardens park road
  street close avenue lane drive way place square crescent terrace grove green hill gate bridge station school shop
  garage door entrance stair stairs lift bungalow maisonette studio front rear back side top end north south east west
  new old high long mill church market rose well water spring wood field`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
