import type { Claim } from '../../model/ledger.ts';
import { type Cause, type Course, changesBefore } from '../changed-days.ts';
import { hiddenVerdict } from '../hidden-verdict.ts';
import { neverCounted, newWithdrawals } from '../new-withdrawals.ts';
import { valueAt } from '../places.ts';
import type { Problem, Rule } from '../rule.ts';

export const backdated: Rule = {
  id: 'backdated',
  page: () => import('./backdated.md'),
  severity: 'warning',
  *compare({ day, judged, replacing }) {
    const replaced = replacing.map((one): Course => ({ ...one, lost: [], added: one.is.verdicts, kept: new Map() }));
    // What hides a verdict, or withdraws it as if it never had counted, is told of as rewritten.
    const rewritten = new Set<unknown>();
    for (const pair of judged) {
      if (hiddenVerdict(pair)) rewritten.add(pair.is);
      for (const one of newWithdrawals(pair)) if (neverCounted(one, day)) rewritten.add(one.withdrawn);
    }
    for (const course of [...judged, ...replaced]) {
      for (const cause of changesBefore(day, course)) {
        if (rewritten.has(cause.type === 'hidden' ? course.is : 'withdrawn' in cause ? cause.withdrawn : null))
          continue;
        yield { ...toldOf(cause, course.is, course.was), claim: course.is };
      }
    }
  },
};

function toldOf(cause: Cause, is: Claim, was: Claim | null): Problem {
  const { day, stood } = cause;
  const until = `${is.id} stood as ${stood} on ${day} until now`;
  switch (cause.type) {
    case 'verdict': {
      const { verdict } = cause;
      const message = `a new verdict, ${verdict.status}, of ${verdict.date}: ${is.id} stood as ${stood} on that day until now`;
      return { offset: valueAt(verdict, 'date'), message };
    }
    case 'verdict withdrawn': {
      const { verdict, withdrawn } = cause;
      const message = `the verdict of ${verdict.date} is withdrawn on ${withdrawn.date}, a past day: ${until}`;
      return { offset: valueAt(withdrawn, 'date'), message };
    }
    case 'claim withdrawn': {
      const { withdrawn } = cause;
      return {
        offset: valueAt(withdrawn, 'date'),
        message: `${is.id} is withdrawn on ${withdrawn.date}, a past day: ${until}`,
      };
    }
    case 'hidden':
      return {
        offset: valueAt(is, 'added'),
        message: `${is.id} is added on ${is.added}, and so left out before: ${until}`,
      };
    case 'shown':
      return {
        offset: valueAt(is, 'added'),
        message: `${is.id} was added on ${was?.added}, and is there before that now: it was not on ${day} until now`,
      };
  }
}
