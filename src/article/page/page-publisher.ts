import { isThing, type LinkedData, owned, type Thing, textsOf } from './linked-data.ts';
import { plainWords } from './plain-words.ts';
import type { ScannedPage } from './scan-page.ts';
import { type Found, meta } from './told.ts';

/** Who published a page. */
export function publisherOf(page: ScannedPage, data: LinkedData, described: Thing): Found<string> | null {
  const names = [owned(described, 'publisher')]
    .flat()
    .map(data.resolve)
    .flatMap((one) =>
      isThing(one) ? [...textsOf(owned(one, 'name')), ...textsOf(owned(one, 'legalName'))] : textsOf(one),
    )
    .map((text) => ({ text: plainWords(text), from: 'JSON-LD publisher' }));
  const told = [
    ...names,
    ...meta(page, [
      'og:site_name',
      'publisher',
      'dc.publisher',
      'dcterms.publisher',
      'citation_publisher',
      'application-name',
    ]),
  ];
  const found = told.find(({ text }) => text !== '' && text.length <= 120 && !/:\/\/|[<>{}]|^@|^\d*$/.test(text));
  return found === undefined ? null : { value: found.text, from: found.from };
}

/** Names of the site that a page belongs to, none of which is a title. @param address absolute; null where it is not known */
export function siteNames(page: ScannedPage, address: string | null): string[] {
  const host = address === null ? '' : new URL(address).hostname.replace(/^(?:www|m|amp|mobile)\./, '');
  const names = meta(page, [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'al:ios:app_name',
    'publisher',
  ]);
  return [...names.map(({ text }) => text), host, host.replace(/\.[^.]+$/, '')];
}
