import { ledgerShape } from '../model/shape.ts';
import { compileShape, type RecordShape } from './compiled-shape.ts';

/** The shape of a ledger as both readers follow it. */
export const compiledLedgerShape = compileShape(ledgerShape) as RecordShape;
