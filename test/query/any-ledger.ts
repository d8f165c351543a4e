import fc from 'fast-check';
import { expect } from 'vitest';
import { stringify } from 'yaml';
import type { NamedLedger } from '../../src/model/ledger.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';

/** A ledger as its YAML has it. */
export interface Doc {
  readonly article: { readonly published: string };
  readonly claims: readonly Claim[];
}
export interface Claim {
  readonly id: string;
  readonly kind?: string;
  readonly said?: string;
  readonly due?: string;
  readonly added?: string;
  readonly verdicts?: readonly Verdict[];
  withdrawn?: { readonly date: string; readonly instead: readonly string[] };
}
interface Verdict {
  readonly date: string;
  readonly status: string;
  readonly withdrawn?: { readonly date: string };
}

const FIRST = '2024-02-20';
/** The days on which anything happens. */
export const DAYS = Array.from({ length: 16 }, (_, at) =>
  new Date(Date.parse(FIRST) + at * 86_400_000).toISOString().slice(0, 10),
);

/** Writes ledgers whose claims are judged, reversed, withdrawn and replaced; a tape of numbers makes every choice. */
class Writer {
  private readonly claims: Claim[] = [];
  private readonly tape: readonly number[];
  private at = 0;

  constructor(tape: readonly number[]) {
    this.tape = tape;
  }

  ledger(): string {
    for (let left = 1 + this.below(3); left > 0; left--) this.claim(FIRST, {}, 2);
    return stringify({ factledger: 1, article: { title: 'T', published: this.from(FIRST) }, claims: this.claims });
  }

  /** @returns its id */
  private claim(first: string, given: object, depth: number): string {
    const id = `c${this.claims.length}`;
    const made: Claim = {
      id,
      ...{ text: `Claim ${id}.`, ...given },
      ...this.maybe(() => ({ kind: this.pick(['fact', 'promise', 'opinion']) })),
      ...this.maybe(() => ({ said: this.pick(DAYS.filter((day) => day <= first)) })),
      ...this.maybe(() => ({ due: this.from(FIRST) })),
      // Not every verdict was entered in the order of its date.
      verdicts: Array.from({ length: this.below(5) }, () => this.verdict(first)),
    };
    this.claims.push(made);
    if (this.below(2) === 0) return id;
    const date = this.from(first);
    // Of a claim that was split, each part joins on that day.
    const parts = depth === 0 ? 0 : this.below(3);
    const instead = Array.from({ length: parts }, () => this.claim(date, { said: made.said, added: date }, depth - 1));
    made.withdrawn = { date, ...{ reason: 'Two claims.' }, instead };
    return id;
  }

  private verdict(first: string): Verdict {
    const date = this.from(first);
    const withdrawn = this.maybe(() => ({ withdrawn: { date: this.from(date), reason: 'Wrong.' } }));
    return { date, status: this.pick(['confirmed', 'pending', 'refuted']), ...withdrawn };
  }

  private from = (first: string) => this.pick(DAYS.filter((day) => day >= first));
  private maybe = (make: () => object) => (this.below(2) === 0 ? {} : make());
  private pick = <T>(choices: readonly T[]) => choices[this.below(choices.length)] as T;
  private below = (number: number) => (this.tape[this.at++] ?? 0) % number;
}

/** Texts of such ledgers. */
export const ledgers = fc
  .array(fc.nat({ max: 9999 }), { maxLength: 120, size: 'max' })
  .map((tape) => new Writer(tape).ledger());

export async function read(text: string): Promise<NamedLedger> {
  const { ledger, faults } = await readLedger(text);
  expect(faults).toEqual([]);
  const { article, claims, events } = ledger;
  return { name: 'ledger', file: 'ledger.yaml', article, claims: () => claims, events: () => events };
}
