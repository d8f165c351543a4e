import { Refusal } from '../model/refusal.ts';
import { webAddress } from './address.ts';
import { entryOf } from './entry.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { feedDay } from './feed-day.ts';
import { anyWords, htmlWords } from './html-words.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON Feed, version 1 or 1.1 (jsonfeed.org).
 * @param name of the feed, as shown to people
 * @param address that it came from; null for a file
 * @throws Refusal if it is none
 */
export function readJsonFeed(text: string, name: string, address: string | null): Feed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(`${name}: no sound JSON: the feed is damaged, or only a part of it`, 'Fetch it again.');
  }
  if (!isObject(value) || !Array.isArray(value.items)) {
    throw new Refusal(`${name}: JSON, but no JSON Feed: it has no list of items`);
  }
  const bases = [address, stringOf(value.feed_url), stringOf(value.home_page_url)];
  return {
    title: wordsOf(value.title, anyWords),
    entries: value.items.filter(isObject).map((item) => entryOfItem(item, bases)),
  };
}

function entryOfItem(item: Fields, bases: readonly (string | null)[]): FeedEntry {
  const id = stringOf(item.id);
  const urls = [item.url, item.external_url].map((url) => webAddress(stringOf(url) ?? '', ...bases));
  const dates = [item.date_published, item.date_modified].map((date) => feedDay(stringOf(date) ?? ''));
  return entryOf({
    title: wordsOf(item.title, anyWords),
    text:
      wordsOf(item.summary, anyWords) ?? wordsOf(item.content_text, anyWords) ?? wordsOf(item.content_html, htmlWords),
    url: urls.find((url) => url !== null) ?? webAddress(id ?? ''),
    date: dates.find((date) => date !== null) ?? null,
    id,
  });
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, or a number as some write ids; null for what is none or blank. */
function stringOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /\S/.test(text) ? text.trim() : null;
}

const wordsOf = (value: unknown, read: (text: string) => string): string | null => read(stringOf(value) ?? '') || null;
