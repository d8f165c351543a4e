/** Words that deny, in the languages whose function words are known, too. */
export const NEGATION =
  /(?<![\p{L}\p{N}])(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|\p{L}+n't|nie|bez|nigdy|nikt|nic|nicht|keine?[mnrs]?|nie|ohne|non?|ne|pas|jamais|aucune?|sans|nunca|sin|ningún|ninguna?|не|нет|ни|без|никогда|немає|ніколи)(?![\p{L}\p{N}])/giu;

/** Words of other languages that deny, and those that say who or what is opposed. */
const OTHERS = new Set(
  'against gegen contre contra contro tegen przeciw przeciwko proti против проти não sem senza niet geen zonder inte utan ikke uden nem δεν μη χωρίς لا لم لن ليس دون לא אין ללא नहीं không tidak tanpa 안 못 不 不会 不會 没有 沒有 没 沒 未 ない なく ไม่ ไม่มี'.split(
    ' ',
  ),
);

/** Whether a word denies or opposes what follows it, so that without it a text would say the contrary. */
export const isNegation = (word: string): boolean =>
  word.replace(NEGATION, '') === '' || OTHERS.has(word.toLowerCase());
