import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { ledgerSchema } from '../src/model/shape.ts';
import { readLedger } from '../src/yaml/read-ledger.ts';
import { HARBOUR, ROOT, sandbox } from './sandbox.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(ledgerSchema());

describe('the JSON Schema', () => {
  test('is published as the program prints it', async () => {
    const { out } = await sandbox().run(['schema']);
    expect(readFileSync(join(ROOT, 'data/ledger.schema.json'), 'utf8')).toBe(out);
  });

  test('takes the sample ledger', () => {
    expect(validate(parse(readFileSync(join(ROOT, 'data/lukashenko-sochi-2020.yaml'), 'utf8')))).toBe(true);
  });

  const broken: readonly (readonly [string, (ledger: Ledger) => void])[] = [
    ['a missing format', (ledger) => delete ledger.factledger],
    ['another format', (ledger) => set(ledger, 'factledger', 2)],
    ['a missing title', (ledger) => delete ledger.article.title],
    ['a blank title', (ledger) => set(ledger.article, 'title', ' ')],
    ['an unknown key', (ledger) => set(ledger.claims[0], 'speeker', 'X')],
    ['an unknown status', (ledger) => set(ledger.claims[0].verdicts[0], 'status', 'Pending')],
    ['an unknown kind', (ledger) => set(ledger.claims[0], 'kind', 'rumour')],
    ['an id with a blank', (ledger) => set(ledger.claims[0], 'id', 'a b')],
    ['a partial date of a verdict', (ledger) => set(ledger.claims[0].verdicts[0], 'date', '2024-03')],
    ['a date in another form', (ledger) => set(ledger.claims[0], 'said', '9 January 2024')],
    ['tags that are no list', (ledger) => set(ledger.claims[0], 'tags', 'transport')],
    ['a source without an address', (ledger) => set(ledger.events[0], 'sources', [{ publisher: 'X' }])],
    ['a paragraph 0', (ledger) => set(ledger.claims[0], 'anchors', [{ paragraph: 0 }])],
    ['a digest in capitals', (ledger) => set(ledger.claims[0], 'anchors', [{ digest: 'sha256-ABCDEF0123456789' }])],
    ['digests that are one', (ledger) => set(ledger.claims[0], 'anchors', [{ digests: `sha256-${'0'.repeat(16)}` }])],
    ['a digest that is none', (ledger) => set(ledger.claims[0], 'anchors', [{ digests: ['sha256-0'] }])],
  ];
  test.each(broken)('refuses %s, as the reader does', async (_, damage) => {
    const ledger = parse(HARBOUR) as Ledger;
    damage(ledger);
    expect(validate(ledger)).toBe(false);
    expect((await readLedger(stringify(ledger))).faults).not.toEqual([]);
  });

  test('takes what the reader takes: nulls, lists or single speakers, keys of your own', async () => {
    const odd = fc.record({
      speaker: fc.constantFrom(null, 'A', ['A', 'B'], [], [null]),
      due: fc.constantFrom(null, '2024', '2024-02', '2024-02-29', 2024),
      tags: fc.constantFrom(null, [], ['a'], [7], [true]),
      verdicts: fc.constantFrom(null, [], [null]),
      kind: fc.constantFrom(null, 'fact', 'opinion'),
      'x-own': fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(odd, async (claim) => {
        const ledger = parse(HARBOUR) as Ledger;
        ledger.claims.push({ id: 'odd', text: 'Odd.', ...claim });
        const { faults } = await readLedger(stringify(ledger, { aliasDuplicateObjects: false }));
        expect({ valid: validate(ledger), faults }).toEqual({ valid: true, faults: [] });
      }),
    );
  });
});

// The tests damage ledgers on purpose, in ways that no type allows.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Ledger = any;

function set(record: Record<string, unknown>, key: string, value: unknown): void {
  record[key] = value;
}
