import { expect } from 'vitest';
import { parse } from 'yaml';
import type { Ran, Sandbox } from '../sandbox.ts';
import { FakeTerminal } from './fake-terminal.ts';

export const KEYS = {
  esc: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  tab: '\t',
  enter: '\r',
  ctrlC: '\u0003',
};

/** Somebody who answers at a terminal. */
export class Seat {
  readonly box: Sandbox;
  readonly terminal = new FakeTerminal();
  private readonly ran: Promise<Ran>;

  constructor(box: Sandbox, argv: readonly string[], now?: string) {
    this.box = box;
    this.ran = box.run(argv, { seat: this.terminal, ...(now !== undefined && { now }) });
  }

  /** Types once the screen shows something. */
  async type(after: string | RegExp, ...chunks: readonly string[]): Promise<void> {
    await this.sees(after);
    await this.terminal.type(...chunks);
  }

  async sees(what: string | RegExp): Promise<void> {
    await expect.poll(() => this.terminal.text, { timeout: 10_000 }).toMatch(what);
  }

  get ledger() {
    return parse(this.box.read('ledger.yaml'));
  }

  async leave(key = 'q'): Promise<Ran> {
    await this.terminal.type(key);
    return this.ran;
  }
}
