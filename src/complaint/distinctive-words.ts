/** Which words of a text tell it from others: what is asked of the search when nobody has typed anything. */

/** Words that stand in most complaints, so that they tell nothing. */
const everywhere = new Set(
  `about after again against already always another answer because before being called calling complain complaint
  contact contacted could council didn't doesn't during every everyone explain flat following given going happened
  have having home house however informed issue issues know landlord later letter like made many matter message month
  months more never nobody nothing number other people please problem problems promised property really reply reported
  reporting resident residents response right said says send sent service several should since some somebody someone
  something still tell tenant tenants that their them then there these they thing things think this though through told
  twice until very visit want wanted wants weeks were what when where which while whole will with without work would
  wrong year years your`.split(/\s+/),
);

/** At most so many, the longer ones first: a long word is rarer. In small letters, without names' marks or numbers. */
export function distinctiveWords(text: string, most = 8): readonly string[] {
  const words = [...text.toLowerCase().matchAll(/[a-z][a-z’'-]{3,}/g)]
    .map(([word]) => word.replace(/[’'].*$/, '').replace(/-+$/, ''))
    .filter((word) => word.length > 3 && !everywhere.has(word));
  return [...new Set(words)].sort((a, b) => b.length - a.length || a.localeCompare(b)).slice(0, most);
}
