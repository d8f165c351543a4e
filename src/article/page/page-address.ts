import type { ScannedPage } from './scan-page.ts';
import { type Found, first } from './told.ts';

/** Where the article is, by the page's own word; else where the page is from. */
export function addressOf(page: ScannedPage, address: string | null): Found<string> | null {
  const base = resolved(page.base ?? '', address) ?? address;
  const own = [
    { text: page.canonical ?? '', from: 'canonical link' },
    ...(page.metas.get('og:url') ?? []).map((text) => ({ text, from: 'og:url' })),
  ];
  const found = first(own, ({ text, from }) => {
    const value = text.trim() === '' ? null : resolved(text, base);
    return value !== null && isPublic(value) && !isFront(value) ? { value, from } : null;
  });
  return found ?? (address === null ? null : { value: address.replace(/#.*$/, ''), from: 'its address' });
}

function resolved(text: string, base: string | null): string | null {
  try {
    const url = base === null ? new URL(text) : new URL(text, base);
    if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
    url.hash = '';
    return url.href;
  } catch {
    return null;
  }
}

/** What a canonical link leads to by mistake: the machine that the page was made on, the front page. */
const isPublic = (address: string) => /\.\D/.test(new URL(address).hostname);

const isFront = (address: string) => /^\/?$/.test(new URL(address).pathname) && new URL(address).search === '';
