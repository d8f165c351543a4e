import type { WrittenAnchor } from '../model/shape.ts';

type Named = { readonly [K in 'paragraph' | 'sentence' | 'quote' | 'digest']?: WrittenAnchor[K] | null } & {
  readonly digests?: readonly string[];
};

/** An anchor as people call it: by its hint and its words, else by its digest. */
export function anchorName({ paragraph = null, sentence = null, quote = null, digest = null, digests }: Named): string {
  const hint = paragraph === null ? '' : sentence === null ? `${paragraph}` : `${paragraph}.${sentence}`;
  const count = digests?.length ?? 0;
  const run = count > 1 ? `(${count} sentences)` : '';
  const words = quote === null ? (hint === '' ? (digest ?? digests?.[0] ?? '') : '') : `“${quote}”`;
  return [hint, words, run].filter(Boolean).join(' ');
}
