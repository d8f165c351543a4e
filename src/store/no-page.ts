import { Refusal } from '../model/refusal.ts';

/** What to do where a page cannot be fetched. */
export const SAVED = 'Open it in a browser, save it, and give the file: --article page.html';

/** The types of what is read as an article. */
export const KINDS: ReadonlyMap<string, 'html' | 'markdown' | 'plain'> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/markdown', 'markdown'],
  ['text/x-markdown', 'markdown'],
  ['text/plain', 'plain'],
]);

/** @param what it is instead */
export const notAPage = (href: string, what: string) =>
  new Refusal(`${href} is ${what}, no page`, 'Save the article as text, Markdown or HTML, and give the file.');

/** @param most in bytes */
export const tooLarge = (href: string, most: number) =>
  new Refusal(`${href}: larger than ${most / 2 ** 20} MB, which no article's page is`, SAVED);
