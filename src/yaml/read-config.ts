import type { Fault } from '../model/fault.ts';
import { configShape } from '../model/shape.ts';
import { compileRecord } from './compiled-shape.ts';
import { nodesOf } from './event-scanner.ts';
import { type Scan, scan } from './scan.ts';
import { walk } from './walk.ts';

/** What a `.factledger.yaml` says, as far as it could be read; what stands under its other keys is read from the scan. */
interface ConfigText {
  readonly ledgers: readonly string[];
  readonly faults: readonly Fault[];
  readonly scanned: Scan;
}

/** Reads `.factledger.yaml`. */
export function readConfig(text: string): ConfigText {
  const scanned = scan(text);
  // A file of comments alone says as much as none.
  if (!/^\uFEFF?[ \t]*[^\s#]/m.test(text)) return { ledgers: [], faults: [], scanned };
  const { value, faults } = walk(nodesOf(scanned), compileRecord(configShape));
  const all = [...scanned.faults, ...faults].sort((a, b) => a.offset - b.offset);
  return { ledgers: (value as { ledgers: string[] }).ledgers, faults: all, scanned };
}
