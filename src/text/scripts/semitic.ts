const ARABIC =
  'اa أa إi آa ٱa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عa غgh فf قq كk لl مm نn هh ةa ىa ؤ ئ ء پp چch ژzh گg کk ہh ےe ٹt ڈd ڑr ںn';
const HEBREW = 'אa בb גg דd הh זz חh טt כk ךk לl מm םm נn ןn סs עa פp ףf צts ץts קk רr שsh תt';
const LATIN = new Map(`${ARABIC} ${HEBREW}`.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));
/** Letters that are a consonant beside a vowel, and a vowel elsewhere. */
const EITHER: Readonly<Record<string, readonly [consonant: string, vowel: string]>> = {
  و: ['w', 'u'],
  ي: ['y', 'i'],
  ی: ['y', 'i'],
  ו: ['v', 'o'],
  י: ['y', 'i'],
};

/** Vowels of prayer books and school books, and what stretches a word. */
const MARKS = /[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;

/** Arabic and Hebrew in Latin letters: short vowels are not written, and an a stands where one is needed to say the word. All else is left as it is. */
export function semiticInLatin(text: string): string {
  return text.replace(/[\u0591-\u05f4\u0610-\u06ff]+/g, (run) => {
    const letters = Array.from(run.replace(MARKS, '').replace(/^[اإ][يی]/, 'i'));
    const sounds: string[] = [];
    for (const [index, letter] of letters.entries()) {
      const either = EITHER[letter];
      const isLast = index === letters.length - 1;
      const isConsonant =
        sounds.length === 0 || (isLast ? /[au]$/ : /[aeiou]$/).test(sounds.at(-1) ?? '') || isVowel(letters[index + 1]);
      if (letter === 'ה' && isLast && index > 0) sounds.push('a');
      else if (either) sounds.push(either[isConsonant ? 0 : 1]);
      else sounds.push(LATIN.get(letter) ?? digitOf(letter) ?? letter);
    }
    return sayable(sounds.filter(Boolean)).replace(/a{2,}/g, 'a');
  });
}

/** A word of these sounds, with an a after each consonant that would be said together with those on both sides, or open a word with another. */
function sayable(sounds: readonly string[]): string {
  let said = '';
  for (const [index, sound] of sounds.entries()) {
    const isAlone = /[^aeiou0-9]/.test(sound) && /[^aeiou0-9]/.test(sounds[index + 1] ?? 'a') && !/[aeiou]$/.test(said);
    said += isAlone ? `${sound}a` : sound;
  }
  return said;
}

const isVowel = (letter: string | undefined) => letter !== undefined && /[اأآةى]/.test(letter);

/** Digits of Arabic and of Persian. */
function digitOf(letter: string): string | null {
  const code = letter.charCodeAt(0);
  return (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9) ? String(code & 15) : null;
}
