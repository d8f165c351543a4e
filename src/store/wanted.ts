import { Refusal } from '../model/refusal.ts';

/** What is fetched: which types of files are it, and how it is spoken of. */
export interface Wanted {
  readonly noun: 'page' | 'feed';
  /** As servers are told (RFC 9110, 12.5.1). */
  readonly accept: string;
  /** Whether it may come as a file of that type, in small letters and without parameters. */
  readonly mayBe: (type: string) => boolean;
  /** What to do where something else is there. */
  readonly otherwise: string;
}

/** The types of what is read as an article. */
export const KINDS: ReadonlyMap<string, 'html' | 'markdown' | 'plain'> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/markdown', 'markdown'],
  ['text/x-markdown', 'markdown'],
  ['text/plain', 'plain'],
]);

export const PAGE: Wanted = {
  noun: 'page',
  accept: 'text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.8, */*;q=0.1',
  mayBe: (type) => KINDS.has(type),
  otherwise: 'Save the article as text, Markdown or HTML, and give the file.',
};

export const FEED: Wanted = {
  noun: 'feed',
  accept:
    'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1',
  // Servers send feeds as many things; a page in their place can tell where they are.
  mayBe: (type) => /^(?:text\/.*|application\/(?:.*[+-])?(?:xml|json))$/.test(type),
  otherwise: 'A feed is RSS, Atom or JSON Feed.',
};

/** What to do where it cannot be fetched. */
export const SAVED = 'Open it in a browser, save it, and give the file.';

/** @param what it is instead */
export const somethingElse = ({ noun, otherwise }: Wanted, href: string, what: string) =>
  new Refusal(`${href} is ${what}, no ${noun}`, otherwise);

/** @param most in bytes */
export const tooLarge = ({ noun }: Wanted, href: string, most: number) =>
  new Refusal(
    `${href}: larger than ${most / 2 ** 20} MB, which no ${noun === 'page' ? "article's page" : noun} is`,
    SAVED,
  );
