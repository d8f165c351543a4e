import { plainLetters } from '../text/plain-letters.ts';

/** Cyrillic and Greek letters without their accents, by the Latin ones that newspapers write for them. */
const LATIN: ReadonlyMap<string, string> = new Map(
  `а a  б b  в v  г g  ґ g  д d  ђ dj  е e  є ie  ж zh  з z  и i  і i  ј j  к k  л l  љ lj  м m  н n  њ nj  о o  п p  р r
   с s  т t  ћ c  у u  ф f  х kh  ц ts  ч ch  џ dz  ш sh  щ shch  ъ  ы y  ь  э e  ю yu  я ya
   α a  β v  γ g  δ d  ε e  ζ z  η i  θ th  ι i  κ k  λ l  μ m  ν n  ξ x  ο o  π p  ρ r  σ s  ς s  τ t  υ y  φ f  χ ch
   ψ ps  ω o`
    .split(/\s{2,}/)
    .map((pair) => pair.split(' '))
    .map(([letter = '', latin = '']) => [letter, latin]),
);

/**
 * A word as the ranking compares it, so that another case, accent or alphabet makes no other word: small letters, Latin
 * in place of Cyrillic and Greek. Marks that are vowels, as in Thai and the scripts of India, stay.
 */
export function foldForRanking(word: string): string {
  const small = word.toLowerCase();
  if (/^[\x00-\x7f]*$/.test(small)) return small;
  const bare = small
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  return plainLetters(bare).replace(/[\u0370-\u045f\u0490\u0491]/g, (letter) => LATIN.get(letter) ?? letter);
}
