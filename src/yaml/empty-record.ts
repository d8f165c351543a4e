import type { Place } from '../model/place.ts';
import type { ListShape, RecordShape } from './compiled-shape.ts';

/** A record while it is read: its keys are filled in one by one. */
export type DraftRecord = Record<string, unknown>;

/** The keys that could not be read, where all could. */
export const NOTHING: readonly string[] = [];

const NOWHERE: Place = { start: 0, line: 1, index: 0, values: {}, faulty: NOTHING };

/** What is read where there is nothing that could be. */
export function emptyOf(shape: RecordShape | ListShape): unknown {
  return shape.type === 'list' ? [] : emptyRecord(shape, NOWHERE);
}

/** A record before its keys are read: lists empty, what must be there blank, all else null. */
export function emptyRecord(shape: RecordShape, place: Place): DraftRecord {
  const record: DraftRecord = {};
  for (const [key, { shape: inner, required }] of shape.keys) {
    record[key] = inner.type === 'list' ? [] : null;
    if (required && inner.type === 'scalar') record[key] = '';
    if (required && inner.type === 'record') record[key] = emptyRecord(inner, { ...place, index: 0, values: {} });
  }
  record.place = place;
  return record;
}
