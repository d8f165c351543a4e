import type { Claim } from '../../model/ledger.ts';
import { type Cause, type Course, changesBefore } from '../changed-days.ts';
import { hiddenVerdict } from '../hidden-verdict.ts';
import { valueAt } from '../places.ts';
import type { Problem, Rule } from '../rule.ts';

export const backdated: Rule = {
  id: 'backdated',
  page: () => import('./backdated.md'),
  severity: 'warning',
  *compare({ day, judged, replacing }) {
    const isHidden = new Set(judged.filter(hiddenVerdict).map(({ is }) => is));
    const replaced = replacing.map((one): Course => ({ ...one, lost: [], added: one.is.verdicts, kept: new Map() }));
    for (const course of [...judged, ...replaced]) {
      for (const cause of changesBefore(day, course)) {
        // A verdict that is hidden is told of as rewritten.
        if (cause.type === 'hidden' && isHidden.has(course.is)) continue;
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
        message: `${is.id} was added on ${was?.added}, and counts before now: it did not on ${day} until now`,
      };
  }
}
