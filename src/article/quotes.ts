import { foldTypesetting } from '../text/fold.ts';
import { lastAtOrBefore } from '../text/last-at-or-before.ts';
import type { Sentence, Span } from './article.ts';

/**
 * Finds quotes in a text (W3C Web Annotation, TextQuoteSelector): the exact words, with what must stand right before
 * and after them. A quote may go over several sentences.
 * @param sentences in order
 */
export function quoteFinder(sentences: readonly Sentence[]): (quote: string, prefix: string, suffix: string) => Span[] {
  const starts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  // No quote goes beyond a block: folded, it has no line break.
  for (const { text: words, gap } of sentences) {
    const folded = foldTypesetting(words);
    starts.push(length + gap.length);
    pieces.push(gap, folded);
    length += gap.length + folded.length;
  }
  const text = pieces.join('');
  // Each word's places, so that a quote is looked for only where its rarest word stands.
  const places = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(/[^ \n]+/g)) {
    const known = places.get(word);
    if (known) known.push(index);
    else places.set(word, [index]);
  }
  const sentenceAt = (offset: number) => lastAtOrBefore(starts, offset);
  return (quote, prefix, suffix) => {
    if (quote === '') return [];
    const spans = new Map<string, Span>();
    for (const at of occurrences(text, quote, places)) {
      const end = at + quote.length;
      const before = text.slice(Math.max(0, at - prefix.length - 1), at).trimEnd();
      const after = text.slice(end, end + suffix.length + 1).trimStart();
      if (!before.endsWith(prefix) || !after.startsWith(suffix)) continue;
      const span = { first: sentenceAt(at), last: sentenceAt(end - 1) };
      spans.set(`${span.first} ${span.last}`, span);
    }
    return [...spans.values()];
  };
}

function occurrences(text: string, quote: string, places: ReadonlyMap<string, readonly number[]>): number[] {
  // The first and the last word of a quote may be parts of longer ones; those between are whole.
  const inner = Array.from(quote.matchAll(/(?<= )[^ ]+(?= )/g), ({ 0: word, index }) => ({
    at: index,
    places: places.get(word) ?? [],
  }));
  const rarest = inner.reduce<(typeof inner)[number] | null>(
    (best, one) => (best === null || one.places.length < best.places.length ? one : best),
    null,
  );
  if (rarest)
    return rarest.places.map((place) => place - rarest.at).filter((at) => at >= 0 && text.startsWith(quote, at));
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}
