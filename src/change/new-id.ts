import slugify from '@sindresorhus/slugify';

const LONGEST = 40;

/**
 * A short id made from a text: its words transliterated to ASCII, joined by hyphens, cut between words.
 * @param taken ids that are in use
 * @param fallback what to count up where no letter is left: `claim` gives `claim-1`
 */
export function newId(text: string, taken: ReadonlySet<string>, fallback: string): string {
  const slug = shorten(slugify(text, { decamelize: false }));
  if (slug === '') {
    for (let n = 1; ; n++) if (!taken.has(`${fallback}-${n}`)) return `${fallback}-${n}`;
  }
  if (!taken.has(slug)) return slug;
  for (let n = 2; ; n++) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`;
}

function shorten(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const cut = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, cut > 0 ? cut : LONGEST);
}
