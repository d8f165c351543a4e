import type { Fault } from '../model/fault.ts';
import type { Ledger, Reading } from '../model/ledger.ts';
import { configShape, ledgerShape } from '../model/shape.ts';
import { lineIndex } from '../text/line-index.ts';
import { EVENT_ID } from 'js-yaml';
import { type Piece, readOrdinary } from './ordinary.ts';
import { type ListPlan, planOf, type RecordPlan } from './plan.ts';
import { walk } from './read.ts';
import { type Scan, scan } from './scan.ts';

const ledgerPlan = planOf(ledgerShape) as RecordPlan;

/**
 * Reads a ledger from its text. Never throws: what is wrong comes as faults, in the order of the text.
 * @param text decoded UTF-8; a byte-order mark may be there
 * @returns the reading, and whether `diagnose` may find more syntax errors than the first
 */
export function readLedger(text: string): Reading & { readonly broken: boolean } {
  const ordinary = readOrdinary(text, ledgerPlan, readPiece);
  if (ordinary !== null && ordinary !== 'needsParser') {
    const ledger = ordinary.value as Ledger;
    if (hasUniqueIds(ledger.claims) && hasUniqueIds(ledger.events)) return { ledger, faults: [], broken: false };
  }
  return readScanned(scan(text));
}

const hasUniqueIds = (records: readonly { readonly id: string }[]) =>
  new Set(records.map(({ id }) => id)).size === records.length;

function readPiece(text: string, { start, end, line, index }: Piece, plan: ListPlan | RecordPlan): unknown {
  const scanned = scan(text.slice(start, end));
  const isApart = scanned.events.every((event) => event.type !== EVENT_ID.ALIAS && !('anchorStart' in event && event.anchorStart !== -1));
  const { value, faults } = walk(scanned, plan, { offset: start, lines: line - 1, items: index });
  return isApart && faults.length === 0 ? value : null;
}

/** Reads a ledger from a text that is scanned already. */
export function readScanned(scanned: Scan): Reading & { readonly broken: boolean } {
  const walked = walk(scanned, ledgerPlan);
  const ledger = walked.value as Ledger;
  const faults = [...walked.faults, ...(walked.alone ? [] : duplicateIds(scanned.text, ledger))];
  return { ledger, faults: faults.sort((a, b) => a.offset - b.offset), broken: scanned.broken };
}

/** Reads `.factledger.yaml`. */
export function readConfig(text: string): { ledgers: readonly string[]; faults: readonly Fault[] } {
  // A file of comments alone says as much as none.
  if (!/^\uFEFF?[ \t]*[^\s#]/m.test(text)) return { ledgers: [], faults: [] };
  const { value, faults } = walk(scan(text), planOf(configShape) as RecordPlan);
  return { ledgers: (value as { ledgers: string[] }).ledgers, faults };
}

function duplicateIds(text: string, ledger: Ledger): Fault[] {
  const faults: Fault[] = [];
  const placeOf = lineIndex(text);
  for (const [what, records] of [
    ['claim', ledger.claims],
    ['event', ledger.events],
  ] as const) {
    const first = new Map<string, number>();
    for (const { id, place } of records) {
      const offset = (place.values.id as number | undefined) ?? place.start;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, offset);
      else if (id !== '') {
        const message = `the ${what} id "${id}" is taken: line ${placeOf(earlier).line} has it`;
        faults.push({ rule: 'duplicate-id', offset, message });
      }
    }
  }
  return faults;
}
