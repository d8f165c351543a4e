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
  private readonly isLenient: boolean;
  private opened: Promise<Opened | null> | null = null;

  /**
   * @param cwd the folder from which it is looked for
   * @param isLenient whether it is taken as far as it can be read, whatever is wrong with it
   */
  constructor(files: Files, cwd: string, isLenient = false) {
    this.files = files;
    this.cwd = cwd;
    this.isLenient = isLenient;
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
    if (opened === null) return { checks: NO_CHECKS, isExcluded: () => false };
    const { readChecks } = await import('../yaml/read-checks.ts');
    const { checks, faults } = readChecks(opened.scanned, rules);
    this.judge(opened, [...opened.faults, ...faults]);
    return { checks, isExcluded: await matcher(dirname(opened.path), checks.exclude) };
  }

  /** Where it is; null where there is none. */
  async path(): Promise<string | null> {
    return (await this.open())?.path ?? null;
  }

  private open(): Promise<Opened | null> {
    this.opened ??= this.read();
    return this.opened;
  }

  private async read(): Promise<Opened | null> {
    const path = upwards(this.files, this.cwd, CONFIG);
    if (path === null) return null;
    const file = shown({ cwd: this.cwd }, path);
    const opened = openBytes(() => this.files.bytes(path));
    if ('fault' in opened && !this.isLenient)
      throw new Refusal(`${file}:${opened.line}:${opened.column}: ${opened.fault}`);
    const text = 'text' in opened ? opened.text : '';
    const { readConfig: read } = await import('../yaml/read-config.ts');
    return { path, file, text, ...read(text) };
  }

  private judge({ file, text }: Opened, faults: readonly Fault[]): void {
    if (this.isLenient) return;
    const inOrder = [...faults].sort((a, b) => a.offset - b.offset);
    const [first, ...rest] = faultLines(file, text, inOrder);
    if (first !== undefined) throw new Refusal(first, ...rest);
  }
}

const NO_CHECKS: Checks = { severities: new Map(), options: new Map(), exclude: [] };
