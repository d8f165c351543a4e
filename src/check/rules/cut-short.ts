import type { Rule } from '../rule.ts';

const WHY = {
  comment: 'starts a comment: put the text in quotes, or a space after # if a comment is meant',
  ampersand: 'is no part of the text: put the text in quotes',
} as const;

export const cutShort: Rule = {
  id: 'cut-short',
  page: () => import('./cut-short.md'),
  severity: 'warning',
  *find({ cutShort: found }) {
    for (const { offset, words, by } of found) {
      yield { offset, message: `${JSON.stringify(words)} ${WHY[by]}` };
    }
  },
};
