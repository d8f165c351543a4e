import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../sandbox.ts';

/** A piece of news with the claim that it bears on. */
export interface Case {
  readonly language: string;
  readonly news: string;
  readonly claim: string;
}

/** The cases of the page, and all claims of it. */
export function readCases(): { readonly cases: readonly Case[]; readonly claims: readonly string[] } {
  const cases: Case[] = [];
  const claims: string[] = [];
  let language = '';
  let news = '';
  for (const line of readFileSync(join(ROOT, 'test/rank/cases.md'), 'utf8').split('\n')) {
    const [, heading, headline, mark, claim] = /^(?:## (.*)|> (.*)|- \[([x ])\] (.*))$/.exec(line) ?? [];
    language = heading ?? language;
    news = headline ?? news;
    if (claim === undefined) continue;
    claims.push(claim);
    if (mark === 'x') cases.push({ language, news, claim });
  }
  return { cases, claims };
}
