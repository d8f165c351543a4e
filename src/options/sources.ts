import { Refusal } from '../model/refusal.ts';
import type { WrittenSource } from '../model/shape.ts';
import { many, one } from './option.ts';
import { address, text } from './values.ts';

/** The reports of an event. */
export const sourceOptions = {
  source: many('url', address, 'the address of a report of the event'),
  publisher: one('name', text, 'who published the report'),
};

/**
 * Sources from what was typed: one for each address, all with the same publisher.
 * @throws Refusal if a publisher has no address to go with
 */
export function sourcesOf(urls: readonly string[], publisher: string | null): WrittenSource[] {
  if (urls.length === 0 && publisher !== null) {
    throw new Refusal('--publisher needs a source to go with', 'Give its address with --source URL.');
  }
  return [...new Set(urls)].map((url) => ({ ...(publisher !== null && { publisher }), url }));
}
