/** What stands at a scanner's cursor. */
export type NodeKind = typeof SCALAR | typeof NULL | typeof LIST | typeof MAP | typeof END | typeof ALIAS;

export const SCALAR = 0;
/** YAML's null, written or left out. */
export const NULL = 1;
/** The start of a list: its items follow, then an end. */
export const LIST = 2;
/** The start of a mapping: its keys and values follow in turn, then an end. */
export const MAP = 3;
export const END = 4;
export const ALIAS = 5;

/** A node of a text, or the end of the collection that holds it. */
export interface Node {
  readonly kind: NodeKind;
  /** Where it begins, in UTF-16 units; -1 for one without text of its own, and for an end. */
  readonly start: number;
  /** The line on which a mapping begins, from 1. */
  readonly line: number;
  /** A scalar's decoded text. */
  readonly value: string;
  /** Whether a scalar is written without quotes, and is no block text. */
  readonly isPlain: boolean;
}

/**
 * Goes through a text's nodes in their order, with a cursor on one of them, the outermost first. There are two: one of
 * our own for texts in ordinary style, which is many times faster, and one over the events of a whole parser.
 */
export interface Scanner {
  readonly text: string;
  /** How many nodes aliases may stand for in all: keeps a few lines from unfolding into gigabytes. */
  readonly budget: number;
  /** Scans a node of the present collection again; null where what stands around it would have to be known. */
  readonly rescan: Rescan | null;
  /** The node at the cursor, until the cursor moves. */
  readonly node: Node;
  next(): void;
  /** Moves from an alias to what it stands for, or after it where that is nowhere: null then. @returns the way back */
  enter(): number | null;
  /** Moves back after the alias. @returns how many nodes were passed since */
  leave(back: number): number;
}

/** A scanner of the mapping that begins at an offset, and of nothing after it. */
export type Rescan = (start: number) => Scanner;
