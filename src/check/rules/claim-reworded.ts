import type { Article, Claim } from '../../model/ledger.ts';
import { kindOf, saidOn, speakersOf } from '../../model/status.ts';
import { isSameWording, tellingChanges, wordingOf } from '../../text/wording.ts';
import { valueAt } from '../places.ts';
import type { Rule } from '../rule.ts';

/** What a verdict judges, defaults written out. */
const judgedIn = (claim: Claim, article: Article) => ({
  text: [claim.text],
  speaker: speakersOf(claim, article),
  via: listOf(claim.via),
  kind: [kindOf(claim)],
  said: listOf(saidOn(claim, article)),
  due: listOf(claim.due),
});

const listOf = (value: string | null) => (wordingOf(value) === '' ? [] : [value ?? '']);

const isSameList = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((value, at) => isSameWording(value, other[at] ?? null));

const show = (values: readonly string[]) => {
  if (values.length === 0) return 'not given';
  return values.map((value) => JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value)).join(' and ');
};

const KEYS = ['text', 'speaker', 'via', 'kind', 'said', 'due'] as const;
const articleIn = ({ title, author, publisher, published, url }: Article) => ({
  title: [title],
  author: author ?? [],
  publisher: listOf(publisher),
  published: listOf(published),
  url: listOf(url),
});

const ARTICLE_KEYS = ['title', 'author', 'publisher', 'published', 'url'] as const;

export const claimReworded: Rule = {
  id: 'claim-reworded',
  page: () => import('./claim-reworded.md'),
  severity: 'warning',
  *compare({ article, judged }, now) {
    for (const { was, wasIn, is, isIn } of judged) {
      const before = judgedIn(was, wasIn);
      const after = judgedIn(is, isIn);
      for (const key of KEYS) {
        if (isSameList(before[key], after[key])) continue;
        const telling = key === 'text' ? tellingChanges(was.text, is.text).map((kind) => `; a ${kind} changed`) : [];
        const message = `the ${key} of ${is.id} was ${show(before[key])} when it was judged, and is ${show(after[key])} now`;
        const cure = key === 'text' ? `; if it is another claim, replace it (factledger add --replaces ${is.id})` : '';
        yield { offset: valueAt(is, key), message: message + telling.join('') + cure, claim: is };
      }
    }
    if (article === null || now === null) return;
    const before = articleIn(article);
    const after = articleIn(now.article);
    for (const key of ARTICLE_KEYS) {
      if (isSameList(before[key], after[key])) continue;
      const message = `the ${key} of the article was ${show(before[key])} when its claims were judged, and is ${show(after[key])} now`;
      yield { offset: valueAt(now.article, key), message };
    }
  },
};
