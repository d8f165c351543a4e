import { ASCII, byScript } from '../../text/by-script.ts';
import { evidenceIn } from '../evidence.ts';
import { isWhole, valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

/** Words that stand where an address is still to come; nothing but them, or first with what is to be done. */
const WORDS =
  /^(?:(?:todo|tbd|tba|fixme|xxx+)(?:[\s:].*)?|to be added|n\.?\/?a\.?|none|null|unknown|missing|link|url|source|https?:(?:\/\/)?)$/isu;
const marksIn = byScript(ASCII, /^[\s!-/:-@[-`{-~]*$/, () => /^[\s\p{P}\p{S}]*$/u);

function isPlaceholder(typed: string): boolean {
  const address = typed.trim().replace(/^<?(?:https?:\/\/)?|>$/gi, '');
  return WORDS.test(address) || marksIn(address).test(address);
}

export const unsourcedEvent: Rule = {
  id: 'unsourced-event',
  page: () => import('./unsourced-event.md'),
  severity: 'error',
  *find({ ledger }) {
    const evidence = evidenceIn(ledger);
    for (const event of ledger.events) {
      if (!evidence.has(event.id) || !isWhole(event, 'sources')) continue;
      if (event.sources.length === 0) {
        yield { offset: valueAt(event, 'id'), message: `${event.id} is evidence and has no source`, event };
      }
      for (const source of event.sources) {
        const addresses = [source.url, source.file].filter((address) => address !== null);
        if (addresses.some((address) => !isPlaceholder(address))) continue;
        const key = source.url === null ? 'file' : 'url';
        const message = `a source of ${event.id} is only a placeholder: ${JSON.stringify(addresses[0] ?? '')}`;
        yield { offset: valueAt(source, key), message, event };
      }
    }
  },
};
