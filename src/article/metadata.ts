import { owned, readLinkedData, type Thing } from './page/linked-data.ts';
import { addressOf } from './page/page-address.ts';
import { articleOf } from './page/page-article.ts';
import { authorsOf } from './page/page-authors.ts';
import { languageIn } from './page/page-language.ts';
import { publishedOf } from './page/page-published.ts';
import { publisherOf, siteNames } from './page/page-publisher.ts';
import { pageTitle } from './page/page-title.ts';
import { plainWords } from './page/plain-words.ts';
import { type ScannedPage, scanPage } from './page/scan-page.ts';
import { type Found, linked, meta, type Told } from './page/told.ts';

/** What is known of an article; null is what was not found. */
export interface Metadata {
  readonly title: Found<string> | null;
  readonly author: Found<readonly string[]> | null;
  readonly publisher: Found<string> | null;
  /** YYYY-MM-DD, as written in the page's own time zone. */
  readonly published: Found<string> | null;
  readonly url: Found<string> | null;
  readonly language: Found<string> | null;
  /** What else is worth telling of the page. */
  readonly remarks: readonly string[];
}

/**
 * What a page says of its article. Nothing in it is run or fetched, and what is not sure is left out.
 * @param address where the page is from; null where that is not known
 * @throws RangeError if elements are nested deeper than any page's
 */
export function pageMetadata(html: string, address: string | null): Metadata {
  const page = scanPage(html);
  const data = readLinkedData(page.linkedData);
  const url = addressOf(page, address);
  const article = articleOf(
    page,
    data,
    [url?.value, address].filter((one) => one != null),
  );
  const described = article ?? data.pages[0] ?? {};
  const publisher = publisherOf(page, data, described);
  const sites = [publisher?.value ?? '', ...siteNames(page, url?.value ?? address)];
  const title = pageTitle(titlesOf(page, described), page.headlines.map(plainWords), sites);
  const language = languageIn(page, described, title?.text ?? '');
  const remarks: string[] = [];
  if (data.broken > 0) remarks.push('some of the JSON-LD of the page is broken, and was left aside');
  if (/^(?:false|no)$/i.test(String(owned(described, 'isAccessibleForFree') ?? '')))
    remarks.push('the page says that it is not free to read: its text may be cut short');
  return {
    title: title && { value: title.text, from: title.from },
    author: authorsOf(page, data, described, sites),
    publisher,
    published: publishedOf(page, described, language?.value ?? 'en'),
    url,
    language,
    remarks,
  };
}

function titlesOf(page: ScannedPage, described: Thing): Told[] {
  return [
    ...linked(described, 'headline'),
    ...meta(page, ['og:title', 'twitter:title', 'headline', 'dc.title', 'citation_title']),
    { text: plainWords(page.title), from: '<title>' },
    ...linked(described, 'name'),
  ];
}
