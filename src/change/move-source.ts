import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { type Correction, eventOf, NOTHING } from './correction.ts';

/**
 * What puts a new address in place of an old one; the old one is kept under the source's `formerly`.
 * @throws Refusal if the event does not cite the old address, or cites the new one beside it
 */
export function moveSource(ledger: Ledger, eventId: string, from: string, to: string): Correction {
  const event = eventOf(ledger, eventId);
  const source = event.sources.find(({ url }) => url === from);
  const known = event.sources.find(({ url }) => url === to);
  if (!source && known?.formerly.includes(from)) return NOTHING;
  if (!source) {
    const addresses = event.sources.flatMap(({ url }) => url ?? []);
    throw new Refusal(
      `${eventId} does not cite ${from}`,
      ...(addresses.length > 0 ? ['It cites:', ...addresses.map((one) => `  ${one}`)] : ['It cites no address.']),
    );
  }
  if (from === to) return NOTHING;
  if (known) throw new Refusal(`${eventId} cites ${to} already, beside ${from}`, 'Both stay.');
  const path = ['events', event.place.index, 'sources', source.place.index] as const;
  return {
    changes: [
      { kind: 'set', path: [...path, 'url'], value: to },
      ...(source.formerly.includes(from)
        ? []
        : [{ kind: 'append' as const, path: [...path, 'formerly'] as const, item: from }]),
    ],
    keys: [{ key: 'url', from, to }],
  };
}
