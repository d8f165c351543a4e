import type { LeftOut } from '../article/article.ts';
import { coverWithoutText } from '../article/cover-without-text.ts';
import { type Coverage, coverArticle, isAccountedFor, isCounted, type Share, shareOf } from '../article/coverage.ts';
import type { Context } from '../flow/context.ts';
import { findLedgers, readLedgers } from '../flow/read-ledgers.ts';
import { Refusal } from '../model/refusal.ts';
import { flag, one } from '../options/option.ts';
import { percent, text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { claimRows } from '../query/rows.ts';
import { openArticle } from '../store/article-file.ts';
import { shown, TEXT_FORMATS } from '../view/found.ts';
import { coveragePage, leftOutPage } from '../view/pages/coverage.ts';

export const coverage = verb({
  operands: {},
  manual: [
    'Prints the article sentence by sentence, each with the claims that are anchored in it and their status, and the share accounted for: sentences with a claim, and those that the ledger skips because they make none. Headings do not count, but for those that hold an anchor; it says how many it does not count. Of a page in HTML, it says how many lines around the article were left out, such as menus and captions; --left-out lists them, each with the reason.',
    'The sign before a sentence says how it stands: ? for one that nothing accounts for, - for one that is skipped, else the first letter of its claims’ status, o for opinions, * where they differ.',
    'The text is plain (a paragraph a line), Markdown or HTML, by its extension: the one given with --article, or the one that the ledger names as article.text. Without it, only what the anchors themselves tell is shown.',
    'With --min, it exits with 1 if the share is below that; the share is not rounded for this.',
  ],
  examples: [
    { command: 'coverage --article article.txt', what: 'the article, accounted for' },
    { command: 'coverage --article article.txt --uncovered', what: 'what nobody has looked at' },
    { command: 'coverage --article page.html --left-out', what: 'what was not taken for the article' },
    { command: 'coverage --min 100', what: 'in CI, where the ledger names the text' },
  ],
  options: {
    article: one('file', text, "the article's text"),
    uncovered: flag('only the sentences that nothing accounts for'),
    leftOut: flag('only the lines of a page that are left out, with the reason'),
    min: one('percent', percent, 'exit with 1 below this share'),
  },
  formats: TEXT_FORMATS,
  async run(context: Context, _operands, { article: typed, uncovered, leftOut: onlyLeftOut, min }) {
    if (uncovered && onlyLeftOut) throw new Refusal('--uncovered and --left-out are two lists', 'Leave one out.');
    const found = await findLedgers(context);
    const [target, ...others] = found;
    if (!target || others.length > 0) {
      throw new Refusal('coverage is of one article, and there are several ledgers', 'Choose one with -f PATH.');
    }
    const ledgers = await readLedgers(context, found);
    const [read] = ledgers;
    if (!read) throw new Error('a ledger was found and not read');
    const article = await openArticle(context.world, target, read.ledger.article, typed);
    const rows = [...claimRows(ledgers, context.vantage)];
    const statuses = new Map(rows.map(({ id, status }) => [id, status]));
    const ledger = { ...read.ledger, claims: read.ledger.claims.filter(({ id }) => statuses.has(id)) };
    const covered = article === null ? coverWithoutText(ledger) : coverArticle(ledger, article);
    const share = shareOf(covered);
    const statusOf = (id: string) => statuses.get(id) ?? null;
    const leftOut = article?.leftOut ?? [];
    const summary = forPrograms(covered, share, leftOut, uncovered);
    return {
      found: onlyLeftOut
        ? shown({ ...summary, left: leftOut }, () => leftOutPage(covered, share, leftOut))
        : shown(summary, () => coveragePage(covered, share, leftOut, statusOf, uncovered)),
      notes: article === null ? [NO_TEXT] : [],
      isNo: min !== null && (share === null || share.exact < min),
    };
  },
});

const NO_TEXT = 'The article’s text is not there (--article FILE, or article.text): this is what anchors alone tell.';

function forPrograms(
  { sentences, anchors, total, covered, skipped, headings }: Coverage,
  share: Share | null,
  leftOut: readonly LeftOut[],
  onlyUncovered: boolean,
) {
  const body = sentences.filter((one) => isCounted(one) && !(onlyUncovered && isAccountedFor(one)));
  return {
    sentences: body,
    total,
    covered,
    skipped,
    percent: share?.shown ?? null,
    headings,
    left_out: leftOut.length,
    anchors,
  };
}
