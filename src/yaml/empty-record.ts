import type { Place } from '../model/place.ts';
import type { ListPlan, RecordPlan } from './plan.ts';

export type Values = Record<string, unknown>;

/** The keys that could not be read, where all could. */
export const NOTHING: readonly string[] = [];

const NOWHERE: Place = { start: 0, line: 1, index: 0, values: {}, faulty: NOTHING };

/** What is read where there is nothing that could be. */
export function emptyOf(plan: RecordPlan | ListPlan): unknown {
  return plan.type === 'list' ? [] : emptyRecord(plan, NOWHERE);
}

/** A record before its keys are read: lists empty, what must be there blank, all else null. */
export function emptyRecord(plan: RecordPlan, place: Place): Values {
  const record: Values = {};
  for (const [key, { plan: inner, required }] of plan.keys) {
    record[key] = inner.type === 'list' ? [] : null;
    if (required && inner.type === 'scalar') record[key] = '';
    if (required && inner.type === 'record') record[key] = emptyRecord(inner, { ...place, index: 0, values: {} });
  }
  record.place = place;
  return record;
}
