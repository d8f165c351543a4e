import { FORMAT, type WrittenArticle } from '../model/shape.ts';
import { blockLines } from './compose.ts';

/** The text of a ledger for an article, without claims and events; lines end in LF. */
export function newLedger(article: WrittenArticle): string {
  const { title, author, publisher, published, url, language } = article;
  const lines = blockLines({ title, author, publisher, published, url, language }, { step: 2, flushLists: false });
  const indented = lines.map((line) => (line === '' ? '' : `  ${line}`));
  // The lists are left without a value, so that what is added to them stands in lines of its own.
  return [`factledger: ${FORMAT}`, '', 'article:', ...indented, '', 'claims:', '', 'events:', ''].join('\n');
}
