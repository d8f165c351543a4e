import { expect, test } from 'vitest';
import { edit } from '../../src/yaml/edit.ts';
import { guard } from '../../src/yaml/guard.ts';
import { scan } from '../../src/yaml/scan.ts';
import type { Splice } from '../../src/yaml/splice.ts';
import { treeOf } from '../../src/yaml/tree.ts';
import { HARBOUR } from '../sandbox.ts';

const scanned = scan(HARBOUR);
const tree = treeOf(scanned);
const at = (splices: readonly Splice[]) => ({ splices, extents: [] });

test('text that was there must stay', () => {
  const splices = [{ start: HARBOUR.length, end: HARBOUR.length, text: 'x-a: 1\n' }];
  const after = `${HARBOUR.replace('ugly', 'nice')}x-a: 1\n`;
  expect(() => guard(HARBOUR, scanned, tree, after, at(splices), [])).toThrow('text that was there would change');
});

test('the result must be a sound ledger', () => {
  const twice = { kind: 'append', path: ['claims'], item: { id: 'ferries-sail', text: 'Again.' } } as const;
  expect(() => edit(HARBOUR, [twice])).toThrow('the result would not read (the claim id "ferries-sail" is taken');
});

test('the result must hold just the change, your own keys included', () => {
  const text = 'x-a: 1\n';
  const splices = [{ start: HARBOUR.length, end: HARBOUR.length, text }];
  expect(() => guard(HARBOUR, scanned, tree, HARBOUR + text, at(splices), [])).toThrow('would mean something else');
});

/** What is cut, with nothing named, from a text. */
const cut = (piece: string) => {
  const start = HARBOUR.indexOf(piece);
  return [{ start, end: start + piece.length, text: '' }];
};

test('only what was named is cut, with white space and one comma', () => {
  const [splice] = cut('    kind: promise\n');
  if (!splice) throw new Error('no such text');
  const after = HARBOUR.replace('    kind: promise\n', '');
  const changes = [{ kind: 'remove', path: ['claims', 0, 'kind'] }] as const;
  expect(() => guard(HARBOUR, scanned, tree, after, at([splice]), changes)).toThrow('text that was there would change');
  const extents = [{ start: splice.start + 4, end: splice.end - 1 }];
  expect(() => guard(HARBOUR, scanned, tree, after, { splices: [splice], extents }, changes)).not.toThrow();
});

test('two comments stay two', () => {
  const text = `${HARBOUR}# one\n# two\n`;
  const start = text.indexOf('\n# two');
  const [read, splices] = [scan(text), [{ start, end: start + 1, text: '' }]];
  const after = text.replace('\n# two', '# two');
  expect(() => guard(text, read, treeOf(read), after, at(splices), [])).toThrow('a comment would be lost');
});
