/** Letters with a stroke or a ligature, which Unicode does not take apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};

/** Small letters with a stroke, and ligatures, as the plain letters that a reader takes them for. */
export const plainLetters = (text: string): string =>
  text.replace(/[łøđðħŧıæœßþ]/g, (letter) => PLAIN[letter] ?? letter);
