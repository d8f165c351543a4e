import type { Source } from '../../model/ledger.ts';
import { evidenceIn } from '../evidence.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

const addressOf = ({ url, file }: Source) => url ?? file ?? '';

export const evidenceAltered: Rule = {
  id: 'evidence-altered',
  page: () => import('./evidence-altered.md'),
  severity: 'warning',
  againstRevision: true,
  *find({ ledger, before }) {
    if (!before) return;
    const evidence = evidenceIn(before);
    const events = new Map(ledger.events.map((event) => [event.id, event]));
    for (const old of before.events) {
      const event = events.get(old.id);
      if (!evidence.has(old.id)) continue;
      if (!event) {
        yield { offset: 0, message: `the event ${old.id}, which was evidence, is gone`, event: old };
        continue;
      }
      for (const key of ['date', 'title'] as const) {
        if (event[key] === old[key]) continue;
        const message = `the ${key} of ${event.id}, which is evidence, was ${JSON.stringify(old[key])}`;
        yield { offset: valueAt(event, key), message, event };
      }
      const kept = new Set(event.sources.map(addressOf));
      for (const source of old.sources) {
        if (kept.has(addressOf(source))) continue;
        const message = `${event.id}, which is evidence, has lost a source: ${addressOf(source)}`;
        yield { offset: valueAt(event, 'id'), message, event };
      }
    }
  },
};
