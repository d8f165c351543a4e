import type { Change } from '../change/change.ts';
import type { KeyChange } from '../change/correction.ts';
import type { ReadLedger } from '../flow/read-ledgers.ts';
import { type Options, readOptions, type Values } from '../options/option.ts';
import type { Answer, AnswerForm, Grammar } from './answer.ts';

/** What an answer did, to be told. */
export interface Told {
  /** Where: a place in the article, or a claim. */
  readonly place: string;
  /** In words that follow the place: `added harbour-reopens`. */
  readonly words: string;
  /** The claim that it is about; null where it is about none. */
  readonly id: string | null;
  /** What is different in the ledger; nothing where it was so already. */
  readonly changes: readonly KeyChange[];
}

/** The same, with the name of the ledger that it is about. */
export interface Given extends Told {
  readonly ledger: string;
}

/** What an answer is to do to the ledger as it is at that moment. */
export interface Planned {
  readonly changes: readonly Change[];
  readonly told: Told;
}

/** Something is written. */
export interface Write<S> {
  /** Asked again where the ledger was changed by somebody else. @throws Refusal where it cannot be done */
  readonly plan: (state: S) => Planned;
  /** What is at hand afterwards. */
  readonly after: (state: S) => S;
}

/** Another item is at hand. */
export interface Move<S> {
  readonly to: S;
  readonly told: Told;
}

/** What becomes of an answer. */
export type Act<S> = Write<S> | Move<S> | 'undo' | 'help' | 'leave';

/** A verb of a table of answers. */
export interface AnswerVerb<S> extends AnswerForm {
  /** What it does, for the help. */
  readonly what: string;
  /** @param today YYYY-MM-DD, which typed dates count from. @throws Refusal if the answer makes no sense */
  readonly act: (state: S, answer: Answer, today: string) => Promise<Act<S>>;
}

/** An answer whose fields were read as declared. */
interface Typed<O extends Options> extends Omit<Answer, 'fields'> {
  readonly fields: Values<O>;
}

/** Declares a verb of a table of answers: its fields are said once, and typed from that. */
export function answerVerb<S, O extends Options>(
  operand: string | null,
  fields: O,
  what: string,
  act: (state: S, given: Typed<O>) => Act<S> | Promise<Act<S>>,
): AnswerVerb<S> {
  return {
    operand,
    fields,
    what,
    act: async (state, answer, today) => act(state, { ...answer, fields: readOptions(fields, answer.fields, today) }),
  };
}

/** What a run goes through, seen from one item of it. */
export interface Stand {
  /** The ledger of that item, as it was last read. */
  readonly target: ReadLedger;
  /** The index of the item at hand. */
  readonly at: number;
}

/** What answers are given to: the sentences of an article, or claims. */
export interface Subject<S extends Stand> extends Grammar {
  readonly verbs: Readonly<Record<string, AnswerVerb<S>>>;
  /** The same, seen from another item. */
  readonly seenFrom: (state: S, at: number) => S;
  /**
   * The same, seen from what an answer is about, where that may be in another ledger.
   * @param about as typed
   * @throws Refusal if there is none
   */
  readonly turnedTo: (state: S, about: string) => S;
  /** All ledgers that it may change. */
  readonly ledgersOf: (state: S) => readonly ReadLedger[];
  /** The same where the ledger is another one now. */
  readonly renewed: (state: S, target: ReadLedger) => S;
  /**
   * The item that an answer is about, as people name it, and its words.
   * @param about as typed; null for the one at hand
   * @throws Refusal if there is none
   */
  readonly itemOf: (state: S, about: string | null) => { readonly place: string; readonly text: string };
  /** How far the work is. */
  readonly summary: (state: S) => string;
}
