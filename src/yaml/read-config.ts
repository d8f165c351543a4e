import type { Fault } from '../model/fault.ts';
import { configShape } from '../model/shape.ts';
import { compileRecord } from './compiled-shape.ts';
import { walk } from './read.ts';
import { scan } from './scan.ts';

/** Reads `.factledger.yaml`. */
export function readConfig(text: string): { ledgers: readonly string[]; faults: readonly Fault[] } {
  // A file of comments alone says as much as none.
  if (!/^\uFEFF?[ \t]*[^\s#]/m.test(text)) return { ledgers: [], faults: [] };
  const { value, faults } = walk(scan(text), compileRecord(configShape));
  return { ledgers: (value as { ledgers: string[] }).ledgers, faults };
}
