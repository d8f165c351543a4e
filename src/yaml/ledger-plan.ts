import { ledgerShape } from '../model/shape.ts';
import { planOf, type RecordPlan } from './plan.ts';

/** The shape of a ledger as both readers walk it. */
export const ledgerPlan = planOf(ledgerShape) as RecordPlan;
