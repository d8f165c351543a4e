import type { Fault } from '../model/fault.ts';
import { configShape } from '../model/shape.ts';
import { compileRecord } from './compiled-shape.ts';
import { nodesOf } from './event-scanner.ts';
import { scan } from './scan.ts';
import { walk } from './walk.ts';

/** Reads `.factledger.yaml`. */
export function readConfig(text: string): { ledgers: readonly string[]; faults: readonly Fault[] } {
  // A file of comments alone says as much as none.
  if (!/^\uFEFF?[ \t]*[^\s#]/m.test(text)) return { ledgers: [], faults: [] };
  const scanned = scan(text);
  const { value, faults } = walk(nodesOf(scanned), compileRecord(configShape));
  const all = [...scanned.faults, ...faults].sort((a, b) => a.offset - b.offset);
  return { ledgers: (value as { ledgers: string[] }).ledgers, faults: all };
}
