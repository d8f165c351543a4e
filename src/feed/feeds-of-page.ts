import { Parser } from 'htmlparser2';

const TYPE = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)\s*(?:;|$)/i;

/**
 * The addresses of the feeds that a page of HTML names (`<link rel=alternate>`), each once.
 * @param address of the page, to make them absolute; null where it is not known, and they stay as they are
 */
export function feedsOfPage(html: string, address: string | null): string[] {
  const found = new Set<string>();
  let base = address;
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href = '' }) {
      if (name === 'base') base = absolute(href, address);
      else if (
        name === 'link' &&
        /(?:^|\s)alternate(?:\s|$)/i.test(rel) &&
        TYPE.test(type.trim()) &&
        href.trim() !== ''
      )
        found.add(absolute(href.trim(), base));
    },
  });
  parser.end(html);
  return [...found];
}

function absolute(href: string, base: string | null): string {
  try {
    return new URL(href, base ?? undefined).href;
  } catch {
    return href;
  }
}
