import { dirname } from 'node:path';
import type { Fault } from '../model/fault.ts';
import { Refusal } from '../model/refusal.ts';
import type { Settable } from '../model/rule-option.ts';
import { faultLines } from '../text/fault-lines.ts';
import type { Checks } from '../yaml/read-checks.ts';
import type { readConfig } from '../yaml/read-config.ts';
import { type Files, upwards } from './files.ts';
import { shown } from './found-ledger.ts';
import { matcher } from './globs.ts';
import { openBytes } from './open.ts';

export const CONFIG = '.factledger.yaml';

/** The globs that choose the ledgers. */
export interface ConfiguredGlobs {
  /** The configuration file, as shown to people. */
  readonly file: string;
  /** The folder that they are relative to. */
  readonly folder: string;
  readonly globs: readonly string[];
}

/** What is set for `check`. */
export interface ConfiguredChecks {
  readonly checks: Checks;
  /** Whether a ledger, by its absolute path, is left out. */
  readonly isExcluded: (path: string) => boolean;
  /** The configuration file, as shown to people, and its text; null where there is none. */
  readonly file: string | null;
  readonly text: string;
}

/** A configuration file, opened and scanned. */
interface Opened extends ReturnType<typeof readConfig> {
  readonly path: string;
  /** As shown to people. */
  readonly file: string;
  readonly text: string;
}

/**
 * The nearest `.factledger.yaml` upwards. It is looked for and read when something is first asked of it, and once. Each
 * of its keys is read for those who ask; what is wrong with the file is told to all.
 */
export class Config {
  private readonly files: Files;
  private readonly cwd: string;
  private opened: Promise<Opened | null> | null = null;

  /**
   * @param cwd the folder from which it is looked for
   */
  constructor(files: Files, cwd: string) {
    this.files = files;
    this.cwd = cwd;
  }

  /** Null where there is no file, or no `ledgers` in it. @throws Refusal with every error of the file's keys */
  async ledgers(): Promise<ConfiguredGlobs | null> {
    const opened = await this.open();
    if (opened === null) return null;
    this.judge(opened, opened.faults);
    const { file, path, ledgers } = opened;
    return ledgers.length > 0 ? { file, folder: dirname(path), globs: ledgers } : null;
  }

  /** @param rules the rules there are. @throws Refusal with every error, of the file's keys and of its `checks` */
  async checks(rules: readonly Settable[]): Promise<ConfiguredChecks> {
    const opened = await this.open();
    if (opened === null) return { checks: NO_CHECKS, isExcluded: () => false, file: null, text: '' };
    const { readChecks } = await import('../yaml/read-checks.ts');
    const { checks, faults } = readChecks(opened.scanned, rules);
    this.judge(opened, [...opened.faults, ...faults]);
    const { file, text } = opened;
    return { checks, isExcluded: await matcher(dirname(opened.path), checks.exclude), file, text };
  }

  /** Where it is; null where there is none. @throws Refusal if what is there cannot be looked at */
  path(): string | null {
    return upwards(this.files, this.cwd, CONFIG);
  }

  private open(): Promise<Opened | null> {
    this.opened ??= this.read();
    return this.opened;
  }

  private async read(): Promise<Opened | null> {
    const path = this.path();
    if (path === null) return null;
    const file = shown({ cwd: this.cwd }, path);
    const opened = openBytes(() => this.files.bytes(path));
    if ('fault' in opened) throw new Refusal(`${file}:${opened.line}:${opened.column}: ${opened.fault}`);
    const { text } = opened;
    const { readConfig: read } = await import('../yaml/read-config.ts');
    return { path, file, text, ...read(text) };
  }

  private judge({ file, text }: Opened, faults: readonly Fault[]): void {
    const inOrder = [...faults].sort((a, b) => a.offset - b.offset);
    const [first, ...rest] = faultLines(file, text, inOrder);
    if (first !== undefined) throw new Refusal(first, ...rest);
  }
}

const NO_CHECKS: Checks = { severities: new Map(), places: new Map(), options: new Map(), exclude: [] };
