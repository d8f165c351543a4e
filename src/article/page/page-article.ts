import { isThing, type LinkedData, owned, type Thing, textsOf } from './linked-data.ts';
import { plainWords } from './plain-words.ts';
import type { ScannedPage } from './scan-page.ts';
import { linked } from './told.ts';

/** The article that a page is about; null where it knows several, and none by its address or headline. */
export function articleOf(page: ScannedPage, { articles }: LinkedData, addresses: readonly string[]): Thing | null {
  const [only, ...others] = articles;
  if (only === undefined || others.length === 0) return only ?? null;
  const own = new Set(addresses.map(withoutQuery));
  const isHere = (thing: Thing) =>
    ['url', '@id', 'mainEntityOfPage'].some((key) => {
      const value = owned(thing, key);
      const texts = isThing(value) ? textsOf(owned(value, '@id')) : textsOf(value);
      return texts.some((text) => own.has(withoutQuery(text.replace(/#.*$/, ''))));
    });
  const headings = [...page.headlines, ...(page.metas.get('og:title') ?? []), page.title].map(plainWords);
  const isShown = (thing: Thing) =>
    linked(thing, 'headline').some(({ text }) => text !== '' && headings.some((one) => one.includes(text)));
  const byAddress = articles.filter(isHere);
  const here = byAddress.length > 0 ? byAddress : articles;
  return here.find(isShown) ?? byAddress[0] ?? null;
}

const withoutQuery = (address: string) => address.replace(/[?#].*$/, '').replace(/\/$/, '');
