import { Parser } from 'htmlparser2';

/** A piece of a page that may tell who wrote the article or when. */
interface Mark {
  /** What kind of mark makes it one: that of microdata, a link's or element's own, or only a class. */
  readonly by: 'itemprop' | 'rel' | 'class' | 'time';
  readonly text: string;
  /** How many characters of text stand between the headline and it; null before any headline. */
  readonly afterHeadline: number | null;
}

/** What a page says of itself, as it says it. */
export interface ScannedPage {
  /** The contents of meta elements by name, property or itemprop, in lower case. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly title: string;
  readonly headlines: readonly string[];
  readonly language: string | null;
  readonly canonical: string | null;
  readonly base: string | null;
  readonly authors: readonly Mark[];
  readonly times: readonly Mark[];
  /** JSON-LD, not parsed yet. */
  readonly linkedData: readonly string[];
}

/** How much of one text, and how many of one thing, are worth keeping. */
const LONGEST = 2_000;
const MOST = 100;
/** In all, in UTF-16 units. */
const MOST_LINKED_DATA = 4_000_000;
/** Elements around the article, by name and by class. */
const BESIDE = /^(?:aside|footer|nav|template|noscript|form|dialog)$/;
const BESIDE_CLASS =
  /(?:^|[\s_-])(?:comments?|disqus|related|recommend\w*|sidebar|teasers?|footer|newsletter|most-?read|popular|trending|more-?from|read-?(?:more|next)|cookie\w*|widget|promo|updated|modified)(?:$|[\s_-])/i;
/** How deep elements may be nested; pages seldom reach fifty. */
const DEEPEST = 1_000;
const WHOLE = /^(?:html|body|main|article)$/;
const BYLINE_CLASS =
  /(?:^|[\s_-]|__)(?:byline|authors?|autor(?:en|es)?|auteurs?|autore)(?:[_-]{0,2}names?)?(?:$|[\s_-])/i;
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|datum|fecha|pubdate|published|publish(?:ed)?-?(?:date|on)|(?:article|entry|post|meta)-?date)(?:$|[\s_-])/i;
const UPDATED = /updat|modif|edited|aktualis|actuali|aggiorn/i;
const WORDLESS = /^(?:script|style|template|svg|noscript)$/;

interface Open {
  readonly name: string;
  readonly isBeside: boolean;
  /** What becomes of the text that it holds; null where nothing does. */
  readonly take: ((text: string) => void) | null;
  text: string;
}

/**
 * Reads a page once, from its start to its end. Nothing in it is run or fetched.
 * @throws RangeError if elements are nested deeper than any page's
 */
export function scanPage(html: string): ScannedPage {
  const metas = new Map<string, string[]>();
  const headlines: string[] = [];
  const authors: Mark[] = [];
  const times: Mark[] = [];
  const linkedData: string[] = [];
  let title = '';
  let language: string | null = null;
  let canonical: string | null = null;
  let base: string | null = null;
  let linkedLength = 0;
  let afterHeadline: number | null = null;
  let beside = 0;
  let wordless = 0;
  let closedLast = false;
  const open: Open[] = [];
  // Those whose text is collected: few at a time.
  const taking: Open[] = [];

  const addMeta = (attributes: Record<string, string>) => {
    const content = attributes.content?.trim() ?? '';
    if (content === '' || content.length > LONGEST) return;
    for (const names of [attributes.property, attributes.name, attributes.itemprop, attributes['http-equiv']]) {
      for (const name of (names ?? '').toLowerCase().split(/\s+/)) {
        if (name === '') continue;
        const known = metas.get(name);
        if (known === undefined) metas.set(name, [content]);
        else if (known.length < MOST && !known.includes(content)) known.push(content);
      }
    }
  };
  const mark = (marks: Mark[], by: Mark['by']) => (text: string) => {
    if (marks.length < MOST && text !== '') marks.push({ by, text, afterHeadline });
  };
  const takerOf = (name: string, a: Record<string, string>): Open['take'] => {
    if (name === 'title' && title === '' && !open.some((one) => one.name === 'svg'))
      return (text) => {
        title = text;
      };
    if (name === 'script' && /\bld\+json\b/i.test(a.type ?? '')) {
      return (text) => {
        linkedLength += text.length;
        if (linkedLength <= MOST_LINKED_DATA) linkedData.push(text);
      };
    }
    if (wordless > 0 || WORDLESS.test(name)) return null;
    if (name === 'h1' && headlines.length < MOST) {
      return (text) => {
        if (text === '') return;
        headlines.push(text);
        afterHeadline ??= 0;
      };
    }
    if (beside > 0) return null;
    const itemprop = a.itemprop?.split(/\s+/) ?? [];
    const isPublished = itemprop.includes('datePublished') || (name === 'time' && 'pubdate' in a);
    if (name === 'time' || isPublished || DATE_CLASS.test(a.class ?? '')) {
      const by = isPublished ? 'itemprop' : name === 'time' ? 'time' : 'class';
      if (itemprop.includes('dateModified') || UPDATED.test(`${a.class} ${a.id}`)) return null;
      const written = a.datetime ?? a.content;
      return written === undefined ? mark(times, by) : () => mark(times, by)(written.trim());
    }
    if (itemprop.includes('author') && name !== 'meta') return mark(authors, 'itemprop');
    if (a.rel?.split(/\s+/).includes('author') && name === 'a') return mark(authors, 'rel');
    if (BYLINE_CLASS.test(a.class ?? '') && !WHOLE.test(name)) return mark(authors, 'class');
    return null;
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'meta') addMeta(attributes);
        else if (name === 'html') language ??= attributes.lang || attributes['xml:lang'] || null;
        else if (name === 'base') base ??= attributes.href ?? null;
        else if (name === 'link' && attributes.rel?.toLowerCase().split(/\s+/).includes('canonical'))
          canonical ??= attributes.href ?? null;
        const classes = `${attributes.class ?? ''} ${attributes.id ?? ''}`;
        const isBeside = BESIDE.test(name) || (BESIDE_CLASS.test(classes) && !WHOLE.test(name));
        // Two elements side by side are two words, where a letter in another type is none.
        if (closedLast && /^(?:span|div|p|small|strong|a|br|li)$/.test(name)) for (const one of taking) one.text += ' ';
        if (name === 'br') for (const one of taking) one.text += ' ';
        const one: Open = { name, isBeside, take: takerOf(name, attributes), text: '' };
        if (open.push(one) > DEEPEST) throw new RangeError('nested too deeply');
        if (one.take !== null) taking.push(one);
        if (isBeside) beside++;
        if (WORDLESS.test(name)) wordless++;
        closedLast = false;
      },
      ontext(text) {
        for (const one of taking) {
          const most = one.name === 'script' ? MOST_LINKED_DATA : LONGEST;
          if (one.text.length < most) one.text += text;
        }
        if (afterHeadline !== null && wordless === 0) afterHeadline += text.trim().length;
        if (text.trim() !== '') closedLast = false;
      },
      onclosetag(name) {
        const one = open.pop();
        if (!one) return;
        if (one.isBeside) beside--;
        if (WORDLESS.test(one.name)) wordless--;
        if (one.take !== null) {
          taking.pop();
          one.take(one.name === 'script' ? one.text : one.text.replace(/\s+/g, ' ').trim());
        }
        closedLast = name !== 'br';
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return { metas, title, headlines, language, canonical, base, authors, times, linkedData };
}
