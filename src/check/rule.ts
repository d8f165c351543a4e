import type { ArticleText } from '../article/article.ts';
import type { Disable } from '../model/disable.ts';
import type { Fault } from '../model/fault.ts';
import type { Severity } from '../model/finding.ts';
import type { Claim, Ledger, LedgerEvent } from '../model/ledger.ts';
import type { OptionsSet, Settable } from '../model/rule-option.ts';
import type { Past } from './past.ts';

/** A rule of `check`: what it finds, how much that weighs, and what it needs for it. */
export interface Rule extends Settable {
  /** Loads the page that explains it, beside the rule: few commands want it. */
  readonly page: () => Promise<{ readonly default: string }>;
  readonly severity: Severity;
  /** Whether a ledger in which it finds anything is invalid: without it nothing else holds, and no comment silences it. */
  readonly invalidates?: true;
  /** Whether no comment can silence it, for it is about the comments. */
  readonly neverSilenced?: true;
  /**
   * What verdicts whose date or status could not be read mean to it: they silence it on their claim, which it judges
   * by all its verdicts, or they count like the others. Without a word, it does not get to see them.
   */
  readonly unreadVerdicts?: 'silence' | 'count';
  /** Whether it looks at what is withdrawn like at the rest. Without a word, it does not get to see it. */
  readonly withdrawn?: 'count';
  /** Whether it looks into the article's text, which is opened for such rules only. */
  readonly looksIntoArticle?: true;
  /** @param set what is set of its options */
  readonly find?: (subject: Subject, set: OptionsSet) => Iterable<Problem>;
  /** What it says of a ledger that cannot be read; without it, nothing. */
  readonly findUnread?: (subject: Unread) => Iterable<Problem>;
  /**
   * What it finds against a revision. A rule that compares finds nothing else, and no comment can silence it.
   * @param now the ledger; null where it cannot be read or is gone
   * @param faults what is wrong with it
   * @param latestDay the last day that has begun anywhere on earth, or `--as-of`
   */
  readonly compare?: (past: Past, now: Ledger | null, faults: readonly Fault[], latestDay: string) => Iterable<Problem>;
  /** Finds what depends on the findings of all other rules. */
  readonly findAfter?: (outcome: Outcome) => Iterable<Problem>;
}

/** Whether a comment in the ledger may silence a rule. */
export const canBeSilenced = ({ neverSilenced, invalidates, compare }: Rule): boolean =>
  !neverSilenced && !invalidates && !compare;

/** What a rule looks at. */
export interface Subject {
  /** The ledger as far as it could be read: where something required is missing or at fault, it is the empty text. */
  readonly ledger: Ledger;
  readonly faults: readonly Fault[];
  /** The day from which deadlines are judged, YYYY-MM-DD. */
  readonly today: string;
  /** The last day that has begun anywhere on earth, or `--as-of`. */
  readonly latestDay: string;
  /** Whether that is today's. */
  readonly isToday: boolean;
  /** Words that are there and not read, as where a comment cuts a text short. */
  readonly cutShort: readonly {
    readonly offset: number;
    readonly words: string;
    readonly by: 'comment' | 'ampersand';
  }[];
  /** The files of other ledgers that are of an article of the same address. */
  readonly alike: readonly string[];
  /** The article's text, or why it cannot be read; null where it is not available. */
  readonly article: ArticleText | { readonly fault: string } | null;
}

/** A ledger that is not there to be looked at: its file is gone, is no text, or is not sound YAML. */
export interface Unread {
  readonly faults: readonly Fault[];
}

/** What stood at a revision, and the rules that compare with it. */
export interface Comparing {
  readonly past: Past;
  readonly rules: Wanted;
}

/** Which rules are to run: their ids, each with what is set for it. */
export type Wanted = ReadonlyMap<string, { readonly severity: Severity; readonly options: OptionsSet }>;

/** What became of the comments that silence rules, once the rules have run. */
export interface Outcome {
  /** All rules there are. */
  readonly rules: readonly Rule[];
  /** Those that were to run, by their ids. */
  readonly wanted: Wanted;
  readonly comments: readonly CommentOutcome[];
}

/** A comment, and what it did. */
export interface CommentOutcome extends Disable {
  /** Whether it silenced a finding. */
  readonly silences: boolean;
  /** Whether its rule finds something in the very line that it stands in. */
  readonly isBehind: boolean;
}

/** What a rule found: where, and about which claim or event. */
export interface Problem {
  /** In UTF-16 units from the start of the ledger's text. */
  readonly offset: number;
  readonly message: string;
  readonly claim?: Claim;
  readonly event?: LedgerEvent;
}

/** A problem with the rule that found it, and how much that weighs. */
export interface RuleProblem extends Problem {
  readonly rule: Rule;
  readonly severity: Severity;
}
