import type { Rule } from './rule.ts';
import { anchor } from './rules/anchor.ts';
import { backdated } from './rules/backdated.ts';
import { checkWeakened } from './rules/check-weakened.ts';
import { claimReworded } from './rules/claim-reworded.ts';
import { cutShort } from './rules/cut-short.ts';
import { duplicateArticle } from './rules/duplicate-article.ts';
import { duplicateClaim } from './rules/duplicate-claim.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { evidenceAltered } from './rules/evidence-altered.ts';
import { futureDate } from './rules/future-date.ts';
import { historyRewritten } from './rules/history-rewritten.ts';
import { opinionWithVerdict } from './rules/opinion-with-verdict.ts';
import { overdue } from './rules/overdue.ts';
import { reversalWithoutNote } from './rules/reversal-without-note.ts';
import { schema } from './rules/schema.ts';
import { speakerVariant } from './rules/speaker-variant.ts';
import { stale } from './rules/stale.ts';
import { syntax } from './rules/syntax.ts';
import { uncitedVerdict } from './rules/uncited-verdict.ts';
import { unknownEvidence } from './rules/unknown-evidence.ts';
import { unsourcedEvent } from './rules/unsourced-event.ts';
import { unusedDisable } from './rules/unused-disable.ts';
import { unusedEvent } from './rules/unused-event.ts';
import { verdictAfterWithdrawal } from './rules/verdict-after-withdrawal.ts';
import { verdictBeforeClaim } from './rules/verdict-before-claim.ts';
import { verdictBeforeEvent } from './rules/verdict-before-event.ts';
import { verdictOrder } from './rules/verdict-order.ts';

/** All rules, in the order of docs/checking.md. */
export const rules: readonly Rule[] = [
  syntax,
  schema,
  duplicateId,
  unknownEvidence,
  uncitedVerdict,
  unsourcedEvent,
  verdictBeforeEvent,
  verdictBeforeClaim,
  futureDate,
  opinionWithVerdict,
  historyRewritten,
  claimReworded,
  evidenceAltered,
  backdated,
  checkWeakened,
  overdue,
  stale,
  reversalWithoutNote,
  verdictOrder,
  verdictAfterWithdrawal,
  unusedEvent,
  duplicateClaim,
  duplicateArticle,
  speakerVariant,
  cutShort,
  unusedDisable,
  anchor,
];
