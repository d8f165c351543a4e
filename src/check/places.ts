import type { Place } from '../model/place.ts';

/** Where the value of a key stands; the record's start where the key is missing. */
export function valueAt({ place }: { readonly place: Place }, key: string, item = 0): number {
  const at = place.values[key];
  return (typeof at === 'number' ? at : at?.[item]) ?? place.start;
}

/** Whether a key's value could be read whole; of one that could not, what is missing from it may be there. */
export const isWhole = ({ place }: { readonly place: Place }, key: string): boolean => !place.faulty.includes(key);
