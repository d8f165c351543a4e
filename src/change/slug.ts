import slugify from '@sindresorhus/slugify';

const LONGEST = 40;

/**
 * What a new id is made of: a text's words transliterated to ASCII, joined by hyphens, cut between words. Empty where
 * no letter is left.
 */
export function slugOf(text: string): string {
  const slug = slugify(text, { decamelize: false });
  if (slug.length <= LONGEST) return slug;
  const cut = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, cut > 0 ? cut : LONGEST);
}
