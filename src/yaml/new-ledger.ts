import { FORMAT } from '../model/shape.ts';
import { oneOrMore } from '../text/one-or-more.ts';
import { recordLines } from './compose.ts';

/** An article's record holds no lists when it is new. */
const NO_LISTS = () => ({ indent: 2, gap: 1, braces: null });

/** What is known of an article when its ledger is made; null is what is not. */
export interface NewArticle {
  readonly title: string;
  readonly author: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** The file with its text, relative to the ledger. */
  readonly text: string | null;
}

/** The text of a ledger for an article, without claims and events; lines end in LF. */
export function newLedger(article: NewArticle): string {
  const { title, publisher, published, url, language, text } = article;
  const author = oneOrMore(article.author);
  const lines = recordLines({ title, author, publisher, published, url, language, text }, NO_LISTS);
  const indented = lines.map((line) => (line === '' ? '' : `  ${line}`));
  // The lists are left without a value, so that what is added to them stands in lines of its own.
  return [`factledger: ${FORMAT}`, '', 'article:', ...indented, '', 'claims:', '', 'events:', ''].join('\n');
}
