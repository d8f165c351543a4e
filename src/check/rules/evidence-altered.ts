import type { Source } from '../../model/ledger.ts';
import { isSameWording } from '../../text/wording.ts';
import { changedKeys, changedSources } from '../match-sources.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

const addressOf = ({ url, file }: Source) => url ?? file ?? '';

export const evidenceAltered: Rule = {
  id: 'evidence-altered',
  page: () => import('./evidence-altered.md'),
  severity: 'warning',
  *compare({ evidence, appeared }) {
    for (const event of appeared) {
      const message = `a verdict named ${event.id} before there was an event of that name`;
      yield { offset: valueAt(event, 'id'), message, event };
    }
    for (const { was, is: event } of evidence) {
      if (!event) continue;
      for (const key of ['date', 'title'] as const) {
        if (isSameWording(event[key], was[key])) continue;
        const message = `the ${key} of ${event.id}, which is evidence, was ${JSON.stringify(was[key])}: put it back (factledger edit ${event.id}), or record another event`;
        yield { offset: valueAt(event, key), message, event };
      }
      for (const [source, now] of changedSources(was.sources, event.sources)) {
        const what = now
          ? `had another ${changedKeys(now, source).join(' and ')} in its source ${addressOf(source)}`
          : `has lost a source: ${addressOf(source)}`;
        const message = `${event.id}, which is evidence, ${what}; put it back, and add another source (factledger cite, with --moved-from where the address moved)`;
        yield { offset: valueAt(event, 'id'), message, event };
      }
    }
  },
};
