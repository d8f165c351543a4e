import type { Fault } from '../model/fault.ts';
import type { Severity } from '../model/finding.ts';
import { didYouMean } from '../text/nearest.ts';
import type { Scan } from './scan.ts';
import { type MapNode, type Pair, type TreeNode, treeOf } from './tree.ts';

/** What `checks:` of a `.factledger.yaml` sets. */
export interface Checks {
  /** By rule; rules that are not named keep their default. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly staleDays: number | null;
  /** Globs of ledgers that are left out, relative to the file. */
  readonly exclude: readonly string[];
}

const SEVERITIES = ['error', 'warning', 'off'];

/**
 * Reads `checks:` from the scanned text of a configuration file.
 * @param ruleIds the rules there are
 * @returns what it sets, as far as it could be read, and what is wrong with it; the rest of the file is not judged
 */
export function readChecks(scanned: Scan, ruleIds: readonly string[]): { checks: Checks; faults: readonly Fault[] } {
  const reader = new Reader(ruleIds);
  if (scanned.faults.length === 0 && scanned.events.length > 0) {
    const { root } = treeOf(scanned);
    const checks = root.kind === 'map' ? root.pairs.find(({ key }) => key === 'checks')?.value : undefined;
    if (checks) reader.read(checks);
  }
  return { checks: reader, faults: reader.faults };
}

class Reader implements Checks {
  readonly severities = new Map<string, Severity | 'off'>();
  readonly exclude: string[] = [];
  readonly faults: Fault[] = [];
  staleDays: number | null = null;
  private readonly ruleIds: readonly string[];

  constructor(ruleIds: readonly string[]) {
    this.ruleIds = ruleIds;
  }

  read(node: TreeNode): void {
    if (isNothing(node)) return;
    if (node.kind !== 'map') {
      this.fault(node.start, 'expected rules and their severity under "checks"');
      return;
    }
    for (const pair of node.pairs) {
      if (pair.key === 'exclude') this.readExclude(pair.value);
      else if (this.ruleIds.includes(pair.key)) this.readRule(pair);
      else {
        const hint = didYouMean(pair.key, [...this.ruleIds, 'exclude']);
        this.fault(pair.start, `there is no rule ${JSON.stringify(pair.key)}${hint}`);
      }
    }
  }

  private readRule({ key: rule, value }: Pair): void {
    if (value.kind === 'map') this.readOptions(rule, value);
    else this.readSeverity(rule, value);
  }

  private readSeverity(rule: string, node: TreeNode): void {
    const severity = node.kind === 'scalar' ? node.value : undefined;
    if (severity === null) return;
    if (severity === undefined || !SEVERITIES.includes(severity)) {
      const found = severity === undefined ? 'something else' : JSON.stringify(severity);
      this.fault(node.start, `expected error, warning or off for ${rule}, found ${found}`);
      return;
    }
    this.severities.set(rule, severity as Severity | 'off');
  }

  private readOptions(rule: string, node: MapNode): void {
    const known = rule === 'stale' ? ['severity', 'days'] : ['severity'];
    for (const { key, start, value } of node.pairs) {
      if (key === 'severity') this.readSeverity(rule, value);
      else if (key === 'days' && rule === 'stale') this.readDays(value);
      else this.fault(start, `${rule} has no option ${JSON.stringify(key)}${didYouMean(key, known)}`);
    }
  }

  private readDays(node: TreeNode): void {
    const days = node.kind === 'scalar' && node.value !== null && /^\d{1,6}$/.test(node.value) ? Number(node.value) : 0;
    if (days < 1) {
      this.fault(node.start, 'expected a number of days from 1 up');
      return;
    }
    this.staleDays = days;
  }

  private readExclude(node: TreeNode): void {
    if (isNothing(node)) return;
    if (node.kind !== 'list') {
      this.fault(node.start, 'expected a list of globs under "exclude"');
      return;
    }
    for (const item of node.items) {
      if (item.kind === 'scalar' && item.value) this.exclude.push(item.value);
      else this.fault(item.start, 'expected a glob');
    }
  }

  private fault(offset: number, message: string): void {
    this.faults.push({ rule: 'schema', offset, message });
  }
}

const isNothing = (node: TreeNode) => node.kind === 'scalar' && node.value === null;
