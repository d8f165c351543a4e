/** Who defines what a name means in a feed; `other` is not looked at. */
export type Vocabulary = 'rss' | 'atom' | 'dc' | 'content' | 'rdf' | 'xhtml' | 'other';

/** By namespace, without scheme, `www.` and what stands at the end: feeds write them in many ways. */
const BY_NAMESPACE: ReadonlyMap<string, Vocabulary> = new Map([
  ['purl.org/rss/1.0', 'rss'],
  ['purl.org/net/rss1.1', 'rss'],
  ['my.netscape.com/rdf/simple/0.9', 'rss'],
  ['channel.netscape.com/rdf/simple/0.9', 'rss'],
  ['backend.userland.com/rss', 'rss'],
  ['backend.userland.com/rss2', 'rss'],
  ['backend.userland.com/rss091', 'rss'],
  ['backend.userland.com/rss092', 'rss'],
  ['blogs.law.harvard.edu/tech/rss', 'rss'],
  ['cyber.law.harvard.edu/rss', 'rss'],
  ['rssboard.org/rss-specification', 'rss'],
  ['w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dc'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['w3.org/1999/xhtml', 'xhtml'],
]);

/** What a prefix mostly stands for, where a feed forgets to declare it. */
const BY_PREFIX: ReadonlyMap<string, Vocabulary> = new Map([
  ['rss', 'rss'],
  ['atom', 'atom'],
  ['dc', 'dc'],
  ['dcterms', 'dc'],
  ['content', 'content'],
  ['rdf', 'rdf'],
  ['xhtml', 'xhtml'],
]);

/** @param namespace null where the feed declares none for the prefix */
export function vocabularyOf(namespace: string | null, prefix: string): Vocabulary | null {
  if (namespace === null) return prefix === '' ? null : (BY_PREFIX.get(prefix.toLowerCase()) ?? 'other');
  const bare = namespace
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[#/]+$/, '');
  return BY_NAMESPACE.get(bare) ?? (prefix === '' ? null : 'other');
}
