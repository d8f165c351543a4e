import { FORMAT, type WrittenArticle } from '../model/shape.ts';
import { recordLines } from './compose.ts';

/** An article's record holds no lists when it is new. */
const NO_LISTS = () => ({ indent: 2, gap: 1, braces: null });

/** The text of a ledger for an article, without claims and events; lines end in LF. */
export function newLedger(article: WrittenArticle): string {
  const { title, author, publisher, published, url, language } = article;
  const lines = recordLines({ title, author, publisher, published, url, language }, NO_LISTS);
  const indented = lines.map((line) => (line === '' ? '' : `  ${line}`));
  // The lists are left without a value, so that what is added to them stands in lines of its own.
  return [`factledger: ${FORMAT}`, '', 'article:', ...indented, '', 'claims:', '', 'events:', ''].join('\n');
}
