import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NamedLedger } from '../../src/model/ledger.ts';
import { allClaimRows, eventRows } from '../../src/query/rows.ts';
import { decodeArticle, decodeClaims, decodeEvents, encode } from '../../src/store/ledger-codec.ts';
import { readScanned } from '../../src/yaml/careful.ts';
import { scan } from '../../src/yaml/scan.ts';
import { runs, SOAK } from '../soak.ts';
import { ordinaryLedger } from '../yaml/ordinary-ledger.ts';
import { uglyLedger } from '../yaml/ugly-ledger.ts';

/** Everything that can be asked of a ledger, today and on a day on which some of it counts no more. */
function told(ledger: Pick<NamedLedger, 'article' | 'claims' | 'events'>): string {
  const named = { name: 'l', file: 'l.yaml', ...ledger };
  const days = ['2020-01-31', '2020-02-01', '2024-01-02', '2026-01-01'].map((day) => ({ day, hidesLater: true }));
  const rows = days.map((vantage) => [[...allClaimRows([named], vantage)], [...eventRows([named], vantage)]]);
  const { title, author, publisher, published, url, language, text } = named.article;
  return JSON.stringify([[title, author ?? [], publisher, published, url, language, text], rows]);
}

test('what is kept of a ledger tells all that the ledger does', () => {
  let kept = 0;
  fc.assert(
    fc.property(fc.oneof(ordinaryLedger, uglyLedger), (text) => {
      const { ledger, faults } = readScanned(scan(text));
      fc.pre(faults.length === 0);
      const { article, claims, events } = encode(ledger);
      const decoded = {
        article: decodeArticle(article),
        claims: () => Array.from(claims).flatMap(decodeClaims),
        events: () => Array.from(events).flatMap(decodeEvents),
      };
      const [allClaims, allEvents] = [decoded.claims(), decoded.events()];
      const again = { article: decoded.article, claims: () => allClaims, events: () => allEvents };
      const own = { article: ledger.article, claims: () => ledger.claims, events: () => ledger.events };
      expect(told(again)).toBe(told(own));
      if (/"withdrawn":\{.*"instead"/.test(told(own))) kept++;
    }),
    runs(300),
  );
  expect(kept).toBeGreaterThan(20 * SOAK);
});
