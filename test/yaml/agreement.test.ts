import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import { readScanned } from '../../src/yaml/careful.ts';
import { type Plain, plainOf } from '../../src/yaml/plain.ts';
import { scan } from '../../src/yaml/scan.ts';
import { treeOf } from '../../src/yaml/tree.ts';
import { runs, SOAK } from '../soak.ts';
import { slips, withSlips } from './slips.ts';
import { uglyLedger } from './ugly-ledger.ts';

/** The same values as the second library reads them: text as written, whatever type it would be. */
function otherPlain(node: unknown, document: Document): Plain {
  if (isAlias(node)) return otherPlain((node as Alias).resolve(document), document);
  if (isSeq(node)) return node.items.map((item) => otherPlain(item, document));
  if (isMap(node)) {
    return { pairs: node.items.map(({ key, value }) => [(key as Scalar).source ?? '', otherPlain(value, document)]) };
  }
  return isScalar(node) && node.value !== null ? (node.source ?? null) : null;
}

/**
 * Where the second library errs, and YAML 1.2 lets pass what it refuses: a document that ends twice (production 211),
 * tabs that part tokens and do not indent (section 6.1), comments after CRLF. It also counts a byte-order mark as a column.
 */
const MISTAKEN = /^Source contains multiple documents|^Tabs are not allowed as indentation|^Comments must be separated/;

function expectAgreement(text: string): void {
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { logLevel: 'error' });
  const errors = document.errors.filter(({ message }) => !MISTAKEN.test(message));
  expect(errors.map(({ message }) => message)).toEqual([]);
  expect(plainOf(treeOf(scan(text)))).toEqual(otherPlain(document.contents, document));
}

test('what reads without fault, the second library reads the same', () => {
  let read = 0;
  fc.assert(
    fc.property(uglyLedger, (text) => {
      fc.pre(readScanned(scan(text)).faults.length === 0);
      read++;
      expectAgreement(text);
    }),
    runs(300),
  );
  expect(read).toBeGreaterThan(180 * SOAK);
});

test('nor does any slip of the hand make them read it differently', () => {
  let read = 0;
  fc.assert(
    fc.property(uglyLedger, slips, (ledger, made) => {
      const text = withSlips(ledger, made);
      fc.pre(readScanned(scan(text)).faults.length === 0);
      read++;
      expectAgreement(text);
    }),
    runs(600),
  );
  expect(read).toBeGreaterThan(20 * SOAK);
});
