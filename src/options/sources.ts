import { Refusal } from '../model/refusal.ts';
import type { WrittenSource } from '../model/shape.ts';

/**
 * Sources from what was typed: one for each address, all with the same publisher.
 * @throws Refusal if a publisher has no address to go with
 */
export function sourcesOf(urls: readonly string[], publisher: string | undefined): WrittenSource[] {
  if (urls.length === 0 && publisher !== undefined) {
    throw new Refusal('--publisher needs a source to go with', 'Give its address with --source URL.');
  }
  return [...new Set(urls)].map((url) => ({ ...(publisher !== undefined && { publisher }), url }));
}
