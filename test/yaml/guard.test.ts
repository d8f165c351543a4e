import { expect, test } from 'vitest';
import { edit } from '../../src/yaml/edit.ts';
import { guard } from '../../src/yaml/guard.ts';
import { scan } from '../../src/yaml/scan.ts';
import { treeOf } from '../../src/yaml/tree.ts';
import { HARBOUR } from '../sandbox.ts';

const tree = treeOf(scan(HARBOUR));

test('text that was there must stay', () => {
  const splices = [{ start: HARBOUR.length, end: HARBOUR.length, text: 'x-a: 1\n' }];
  const after = `${HARBOUR.replace('ugly', 'nice')}x-a: 1\n`;
  expect(() => guard(HARBOUR, tree, after, splices, [])).toThrow('text that was there would change');
});

test('the result must be a sound ledger', () => {
  const twice = { kind: 'append', path: ['claims'], item: { id: 'ferries-sail', text: 'Again.' } } as const;
  expect(() => edit(HARBOUR, [twice])).toThrow('the result would not read (the claim id "ferries-sail" is taken');
});

test('the result must hold just the change, your own keys included', () => {
  const text = 'x-a: 1\n';
  const splices = [{ start: HARBOUR.length, end: HARBOUR.length, text }];
  expect(() => guard(HARBOUR, tree, HARBOUR + text, splices, [])).toThrow('would mean something else');
});
