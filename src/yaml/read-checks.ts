import type { Fault } from '../model/fault.ts';
import type { Severity } from '../model/finding.ts';
import type { OptionsSet, RuleOption, Settable } from '../model/rule-option.ts';
import { didYouMean } from '../text/nearest.ts';
import type { Scan } from './scan.ts';
import { type MapNode, type TreeNode, treeOf } from './tree.ts';

/** What `checks:` of a `.factledger.yaml` sets. */
export interface Checks {
  /** By rule; rules that are not named keep their default. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** By rule, where its severity stands, in UTF-16 units from the start of the file's text. */
  readonly places: ReadonlyMap<string, number>;
  /** By rule, what is set of its options. */
  readonly options: ReadonlyMap<string, OptionsSet>;
  /** Globs of ledgers that are left out, relative to the file. */
  readonly exclude: readonly string[];
}

const SEVERITIES = ['error', 'warning', 'off'] as const;

/**
/**
 * Reads `checks:` from the scanned text of a configuration file.
 * @param rules the rules there are
 * @returns what it sets, as far as it could be read, and what is wrong with it; the rest of the file is not judged
 */
export function readChecks(scanned: Scan, rules: readonly Settable[]): { checks: Checks; faults: readonly Fault[] } {
  const reader = new Reader(rules);
  if (scanned.faults.length === 0 && scanned.events.length > 0) {
    const { root } = treeOf(scanned);
    const checks = root.kind === 'map' ? root.pairs.find(({ key }) => key === 'checks')?.value : undefined;
    if (checks) reader.read(checks);
  }
  return { checks: reader, faults: reader.faults };
}

class Reader implements Checks {
  readonly severities = new Map<string, Severity | 'off'>();
  readonly places = new Map<string, number>();
  readonly exclude: string[] = [];
  readonly faults: Fault[] = [];
  readonly options = new Map<string, Map<string, string>>();
  private readonly rules: ReadonlyMap<string, Settable>;

  constructor(rules: readonly Settable[]) {
    this.rules = new Map(rules.map((rule) => [rule.id, rule]));
  }

  read(node: TreeNode): void {
    if (isNothing(node)) return;
    if (node.kind !== 'map') {
      this.fault(node.start, 'expected rules and their severity under "checks"');
      return;
    }
    for (const pair of node.pairs) {
      const rule = this.rules.get(pair.key);
      if (pair.key === 'exclude') this.readExclude(pair.value);
      else if (rule) this.readRule(rule, pair.value);
      else {
        const hint = didYouMean(pair.key, [...this.rules.keys(), 'exclude']);
        this.fault(pair.start, `there is no rule ${JSON.stringify(pair.key)}${hint}`);
      }
    }
  }

  private readRule(rule: Settable, value: TreeNode): void {
    if (value.kind === 'map') this.readOptions(rule, value);
    else this.readSeverity(rule.id, value);
  }

  private readSeverity(rule: string, node: TreeNode): void {
    const written = node.kind === 'scalar' ? node.value : undefined;
    if (written === null) return;
    const severity = SEVERITIES.find((one) => one === written);
    if (severity !== undefined) {
      this.severities.set(rule, severity);
      this.places.set(rule, node.start);
    } else {
      const found = written === undefined ? 'something else' : JSON.stringify(written);
      this.fault(node.start, `expected error, warning or off for ${rule}, found ${found}`);
    }
  }

  private readOptions({ id, options = [] }: Settable, node: MapNode): void {
    const set = new Map<string, string>();
    this.options.set(id, set);
    for (const { key, start, value } of node.pairs) {
      const option = options.find(({ name }) => name === key);
      if (key === 'severity') this.readSeverity(id, value);
      else if (option) this.readOption(option, value, set);
      else {
        const known = ['severity', ...options.map(({ name }) => name)];
        this.fault(start, `${id} has no option ${JSON.stringify(key)}${didYouMean(key, known)}`);
      }
    }
  }

  private readOption({ name, expected, read }: RuleOption<unknown>, node: TreeNode, set: Map<string, string>): void {
    const written = node.kind === 'scalar' ? node.value : null;
    if (written === null || read(written) === null) this.fault(node.start, `expected ${expected}`);
    else set.set(name, written);
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
