const INITIALS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ').map((one) => (one === '-' ? '' : one));
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
/** Finals before a consonant or at an end, and before a vowel. */
const CLOSED = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');
const OPEN = '- g kk ks n nj n d r lg lm lb ls lt lp r m b ps s ss ng j ch k t p -'.split(' ');
const FIRST = 0xac00;
const NO_INITIAL = 11;

/** Finals and initials that change each other, as Revised Romanization writes them. */
const ASSIMILATED: readonly (readonly [RegExp, string])[] = [
  [/k-(?=[nm])/g, 'ng-'],
  [/t-(?=[nm])/g, 'n-'],
  [/p-(?=[nm])/g, 'm-'],
  [/(?:n-r|l-n|l-r)/g, 'l-l'],
  [/(?<=m|ng)-r/g, '-n'],
  [/k-r/g, 'ng-n'],
  [/p-r/g, 'm-n'],
];

/** Hangul in the Revised Romanization of Korean, syllable by syllable; all else is left as it is. */
export function hangulInLatin(text: string): string {
  const syllables = text.replace(/[가-힣]+/g, (run) => {
    const codes = Array.from(run, (syllable) => (syllable.codePointAt(0) ?? 0) - FIRST);
    const parts = codes.map((code, index) => {
      const next = codes[index + 1];
      const isBeforeVowel = next !== undefined && Math.floor(next / 588) === NO_INITIAL;
      const final = (isBeforeVowel ? OPEN : CLOSED)[code % 28] ?? '';
      return `${INITIALS[Math.floor(code / 588)]}${VOWELS[Math.floor((code % 588) / 28)]}${final === '-' ? '' : final}`;
    });
    const joined = parts.join('-');
    return ASSIMILATED.reduce((word, [pair, heard]) => word.replace(pair, heard), joined).replaceAll('-', '');
  });
  return syllables;
}
