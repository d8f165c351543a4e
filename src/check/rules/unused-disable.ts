import { didYouMean } from '../../text/nearest.ts';
import { type CommentOutcome, canBeSilenced, type Outcome, type Rule } from '../rule.ts';

export const unusedDisable: Rule = {
  id: 'unused-disable',
  severity: 'warning',
  summary: 'a # factledger-disable-next-line RULE: reason that lacks a reason or silences nothing',
  explanation:
    'A comment that silences a finding must say why, so that the next reader can judge it, and must go when it is no longer needed.',
  neverSilenced: true,
  bad: {
    ledger: `# factledger-disable-next-line overdue: the minister resigned
claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
`,
  },
  good: {
    ledger: `claims:
  - id: harbour-reopens
    text: The harbour will reopen by 31 March.
    # factledger-disable-next-line overdue: the minister resigned
    due: 2024-03-31
`,
  },
  *findAfter(outcome) {
    for (const comment of outcome.comments) {
      const message = whyUnused(comment, outcome);
      if (message !== null) yield { offset: comment.offset, message };
    }
  },
};

function whyUnused({ rule: id, reason, silences, isBehind }: CommentOutcome, { rules, wanted }: Outcome) {
  if (id === '') return 'no rule is named here';
  const rule = rules.find((one) => one.id === id);
  if (!rule) {
    const ids = rules.map((one) => one.id);
    return `there is no rule "${id}"${didYouMean(id, ids)}`;
  }
  if (!canBeSilenced(rule)) return `${id} cannot be disabled by a comment`;
  if (reason === '') return `a reason is missing: # factledger-disable-next-line ${id}: why`;
  // Whether it would silence a rule that does not run, nobody can tell.
  if (silences || !wanted.has(id)) return null;
  if (isBehind) return 'the comment is about the next line: put it on a line of its own above this one';
  return `${id} finds nothing in the next line: remove this comment`;
}
