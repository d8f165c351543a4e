import { ledgerShape } from '../model/shape.ts';
import { compileRecord } from './compiled-shape.ts';

/** The shape of a ledger as both readers follow it. */
export const compiledLedgerShape = compileRecord(ledgerShape);
