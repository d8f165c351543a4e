import type { WrittenRecord } from '../change/change.ts';
import type { Hand } from './hand.ts';
import { scalarText } from './scalar-text.ts';

/** The keys of a record with their values; absent ones are not written. */
export function entries(item: object): [key: string, value: unknown][] {
  return Object.entries(item).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
}

/** Whether the items of a list are records, not texts. */
export const isRecords = (list: readonly unknown[]): list is readonly WrittenRecord[] => list.every(isRecord);

export const isRecord = (value: unknown): value is WrittenRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text as its writer's hand has it. */
export const ownText = (key: string, value: unknown, hand: Hand, inFlow: boolean) =>
  scalarText(key, value, hand.quoting(key, typeof value === 'string' && value.includes('\n')), inFlow);

export const quotedKey = (key: string, { keyQuote }: Hand) => keyQuote + key + keyQuote;
