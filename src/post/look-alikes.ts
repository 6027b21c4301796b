/**
 * Addresses that look like another: letters of other alphabets, a 1 for an l. Two addresses with the same looks are still
 * two addresses; a person is told.
 */

/** The Latin letter that each of these is taken for. Cyrillic, Greek and Armenian, and some of Latin's own. */
const alike: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ѕ: 's',
  і: 'l',
  ї: 'l',
  ј: 'j',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  һ: 'h',
  ӏ: 'l',
  г: 'r',
  п: 'n',
  ь: 'b',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'l',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  τ: 't',
  υ: 'u',
  χ: 'x',
  γ: 'y',
  ω: 'w',
  օ: 'o',
  ո: 'n',
  ս: 'u',
  հ: 'h',
  ց: 'g',
  ɡ: 'g',
  ɑ: 'a',
  ı: 'l',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'b',
  '0': 'o',
  '1': 'l',
  '|': 'l',
  i: 'l',
};

/** What an address looks like: the same for all that the eye takes for it. */
export function looksOf(address: string): string {
  return [...address.normalize('NFKD').toLowerCase()]
    .filter((sign) => !/[\p{M}\p{Cf}]/u.test(sign))
    .map((sign) => alike[sign] ?? sign)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

/** Whether it is another address that looks the same. */
export function looksLike(address: string, known: string): boolean {
  return address.toLowerCase() !== known.toLowerCase() && looksOf(address) === looksOf(known);
}

/** Letters of more than one alphabet in one name, which no honest address has. */
export function mixesAlphabets(address: string): boolean {
  return address
    .split(/[@.]/)
    .some(
      (part) =>
        /\p{Script=Latin}/u.test(part) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(part),
    );
}
