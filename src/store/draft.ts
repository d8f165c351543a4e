import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import { openText } from './open.ts';

/** A copy of a ledger's text for its owner to change, in a folder that nobody else can read. */
export class Draft {
  readonly path: string;
  private readonly folder: string;

  /** @param file the ledger's, whose name the copy has, for editors to know what it is */
  constructor(file: string, text: string) {
    this.folder = mkdtempSync(join(tmpdir(), 'factledger-'));
    this.path = join(this.folder, basename(file));
    writeFileSync(this.path, text, { mode: 0o600 });
  }

  /** The text as it is now. @throws Refusal if it cannot be read */
  read(): string {
    const opened = openText(this.path);
    if ('fault' in opened) throw new Refusal(`${this.path}:${opened.line}:${opened.column}: ${opened.fault}`);
    return opened.text;
  }

  /** Whether there is something else in it than that text; a copy that is gone holds nothing. */
  holdsOtherThan(text: string): boolean {
    if (!existsSync(this.path)) return false;
    const opened = openText(this.path);
    return 'fault' in opened || opened.text !== text;
  }

  discard(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
