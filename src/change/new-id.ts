/**
 * A short id for a new record.
 * @param slug what it is made of (`slugOf`)
 * @param taken ids that are in use
 * @param fallback what to count up where there is no slug: `claim` gives `claim-1`
 */
export function newId(slug: string, taken: ReadonlySet<string>, fallback: string): string {
  if (slug === '') {
    for (let n = 1; ; n++) if (!taken.has(`${fallback}-${n}`)) return `${fallback}-${n}`;
  }
  if (!taken.has(slug)) return slug;
  for (let n = 2; ; n++) if (!taken.has(`${slug}-${n}`)) return `${slug}-${n}`;
}
