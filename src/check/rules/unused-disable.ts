import { didYouMean } from '../../text/nearest.ts';
import { type CommentOutcome, canBeSilenced, type Outcome, type Rule } from '../rule.ts';

export const unusedDisable: Rule = {
  id: 'unused-disable',
  page: () => import('./unused-disable.md'),
  severity: 'warning',
  neverSilenced: true,
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
