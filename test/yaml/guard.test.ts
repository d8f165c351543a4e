import { expect, test } from 'vitest';
import { edit } from '../../src/yaml/edit.ts';
import { guard } from '../../src/yaml/guard.ts';
import { scan } from '../../src/yaml/scan.ts';
import type { Splice } from '../../src/yaml/splice.ts';
import { treeOf } from '../../src/yaml/tree.ts';
import { HARBOUR } from '../sandbox.ts';

/** A text taken apart. */
const parsed = (text: string) => {
  const scanned = scan(text);
  return { text, scanned, tree: treeOf(scanned) };
};
const before = parsed(HARBOUR);
const at = (splices: readonly Splice[]) => ({ splices, extents: [] });

test('splices that stand in each other, or out of order, are no edit', () => {
  const [one, other] = [HARBOUR.length - 10, HARBOUR.length].map((end) => ({ start: end, end, text: '# x\n' }));
  if (!one || !other) throw new Error('no splices');
  expect(() => guard(before, at([other, one]), [])).toThrow('text that was there would change');
});

test('the result must be a sound ledger', () => {
  const twice = { kind: 'append', path: ['claims'], item: { id: 'ferries-sail', text: 'Again.' } } as const;
  expect(() => edit(HARBOUR, [twice])).toThrow('the result would not read (the claim id "ferries-sail" is taken');
});

test('the result must hold just the change, your own keys included', () => {
  const text = 'x-a: 1\n';
  const splices = [{ start: HARBOUR.length, end: HARBOUR.length, text }];
  expect(() => guard(before, at(splices), [])).toThrow('would mean something else');
});

/** What is cut, with nothing named, from a text. */
const cut = (piece: string) => {
  const start = HARBOUR.indexOf(piece);
  return [{ start, end: start + piece.length, text: '' }];
};

test('only what was named is cut, with white space and one comma', () => {
  const [splice] = cut('    kind: promise\n');
  if (!splice) throw new Error('no such text');
  const changes = [{ kind: 'remove', path: ['claims', 0, 'kind'] }] as const;
  expect(() => guard(before, at([splice]), changes)).toThrow('text that was there would change');
  const extents = [{ start: splice.start + 4, end: splice.end - 1 }];
  expect(() => guard(before, { splices: [splice], extents }, changes)).not.toThrow();
});

test('two comments stay two', () => {
  const text = `${HARBOUR}# one\n# two\n`;
  const start = text.indexOf('\n# two');
  expect(() => guard(parsed(text), at([{ start, end: start + 1, text: '' }]), [])).toThrow('a comment would be lost');
});
