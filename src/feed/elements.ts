import { anyWords, htmlWords, INLINE, plainWords } from './html-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { XmlElement } from './xml.ts';

/** What a part of a feed says, by the names of its elements. */
export class Elements {
  readonly of: XmlElement;
  /** By vocabulary and name. */
  private readonly byName = new Map<string, XmlElement[]>();

  /** @param own the vocabulary of names without a prefix, where their namespace is not known */
  constructor(of: XmlElement, own: Vocabulary) {
    this.of = of;
    for (const child of of.content) {
      if (typeof child === 'string') continue;
      const key = `${child.vocabulary ?? own}:${child.name}`;
      const known = this.byName.get(key);
      if (known) known.push(child);
      else this.byName.set(key, [child]);
    }
  }

  /** The elements of these names, the first name's first; each such as `dc:date`. */
  all(...names: readonly string[]): XmlElement[] {
    return names.flatMap((name) => this.byName.get(name) ?? []);
  }

  /** What the first of the elements gives; null where none gives anything. */
  first<T>(names: readonly string[], read: (element: XmlElement) => T | null): T | null {
    for (const element of this.all(...names)) {
      const found = read(element);
      if (found !== null) return found;
    }
    return null;
  }
}

/** The text of an element as it is written, without that of elements in it. */
export const written = ({ content }: XmlElement): string =>
  content
    .filter((one) => typeof one === 'string')
    .join('')
    .trim();

/** The words of an element of RSS, which hold HTML or not without saying so; null for none. */
export function wordsOf(element: XmlElement): string | null {
  const text = content(element);
  return htmlWords(text) || null;
}

/** The words of a text construct of Atom (RFC 4287, 3.1; Atom 0.3, 3.1); null for none. */
export function constructWords(element: XmlElement): string | null {
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? 'text';
  if (element.attributes.get('mode') === 'base64' || element.attributes.has('src')) return null;
  const text = content(element);
  // What has elements in it has its markup there, and needs none in its text.
  if (type === 'xhtml' || element.content.some((one) => typeof one !== 'string')) return plainWords(text) || null;
  if (type === 'html' || type === 'text/html') return htmlWords(text) || null;
  return type === 'text' || type === 'text/plain' ? anyWords(text) || null : null;
}

/** All text of an element, that of the elements in it as well. */
function content(element: XmlElement): string {
  return element.content
    .map((one) => (typeof one === 'string' ? one : INLINE.test(one.name) ? content(one) : ` ${content(one)} `))
    .join('');
}
