import { owned, type Thing, textsOf } from './linked-data.ts';
import { plainWords } from './plain-words.ts';
import type { ScannedPage } from './scan-page.ts';

/** A text that a page says of itself, and where, as people know the place. */
export interface Told {
  readonly text: string;
  readonly from: string;
}

/** A value made of such a text. */
export interface Found<T> {
  readonly value: T;
  readonly from: string;
}

/** What meta elements say, by their names. */
export const meta = (page: ScannedPage, names: readonly string[]): Told[] =>
  names.flatMap((name) =>
    (page.metas.get(name) ?? []).map((text) => ({
      text: plainWords(text),
      from: /^og:/.test(name) ? name : `meta ${name}`,
    })),
  );

/** What a thing of JSON-LD says under a key. */
export const linked = (thing: Thing, key: string): Told[] =>
  textsOf(owned(thing, key)).map((text) => ({ text: plainWords(text), from: `JSON-LD ${key}` }));

/** What the first item that makes something makes; null where none does. */
export const first = <T, U>(items: readonly T[], of: (item: T) => U | null): U | null => {
  for (const item of items) {
    const made = of(item);
    if (made !== null) return made;
  }
  return null;
};
