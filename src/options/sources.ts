import { Refusal } from '../model/refusal.ts';
import type { WrittenSource } from '../model/shape.ts';
import { many, one, type Values } from './option.ts';
import { address, text } from './values.ts';

/** The reports of an event. */
export const sourceOptions = {
  source: many('url', address, 'the address of a report of the event'),
  publisher: one('name', text, 'who published the report'),
  archived: one('url', address, 'the address of an archived copy of the report'),
};

/**
 * Sources from what was typed: one for each address, all with the same publisher.
 * @throws Refusal if a publisher or a copy has no address to go with, or the copy several
 */
export function sourcesOf({ source, publisher, archived }: Values<typeof sourceOptions>): WrittenSource[] {
  const urls = [...new Set(source)];
  const stray = publisher !== null ? '--publisher' : archived !== null ? '--archived' : null;
  if (urls.length === 0 && stray !== null) {
    throw new Refusal(`${stray} needs a source to go with`, 'Give its address with --source URL.');
  }
  if (urls.length > 1 && archived !== null) {
    throw new Refusal(
      '--archived is the copy of one report',
      'Add the others with: factledger cite EVENT --source URL',
    );
  }
  return urls.map((url) => ({
    ...(publisher !== null && { publisher }),
    url,
    ...(archived !== null && { archived }),
  }));
}
