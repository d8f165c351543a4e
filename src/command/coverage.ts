import { type Coverage, coverArticle, coverWithoutText, isAccountedFor, percentOf } from '../article/coverage.ts';
import { type Format, formatOption } from '../flow/formats.ts';
import { findLedgers, readLedgers } from '../flow/read-ledgers.ts';
import { verb } from '../flow/verb.ts';
import { Refusal } from '../model/refusal.ts';
import { percent, text } from '../options/values.ts';
import { claimRows } from '../query/rows.ts';
import { openArticle } from '../store/article-file.ts';
import { renderCoverage } from '../view/coverage.ts';
import { json } from '../view/json.ts';

interface Options {
  readonly article?: string;
  readonly uncovered?: boolean;
  readonly min?: number;
  readonly format?: Format;
}

export const coverage = verb<Options>({
  name: 'coverage',
  operands: '',
  summary: 'show which sentences of the article the claims account for',
  manual: [
    'Prints the article sentence by sentence, each with the claims that are anchored in it and how they stand, and the share accounted for: sentences with a claim, and those that the ledger skips because they make none. Headings do not count.',
    'The sign before a sentence says how it stands: ? for one that nothing accounts for, - for one that is skipped, else the first letter of its claims’ status, o for opinions, * where they differ.',
    'The text is plain (a paragraph a line), Markdown or HTML, by its extension: the one given with --article, or the one that the ledger names as article.text. Without it, only what the anchors themselves tell is shown.',
    'With --min, it exits with 1 if the share is below that; the share is not rounded for this.',
  ],
  examples: [
    { command: 'coverage --article article.txt', what: 'the article, accounted for' },
    { command: 'coverage --article article.txt --uncovered', what: 'what nobody has looked at' },
    { command: 'coverage --min 100', what: 'in CI, where the ledger names the text' },
  ],
  options: [
    { flags: '--article <file>', what: "the article's text", parse: text },
    { flags: '--uncovered', what: 'only the sentences that nothing accounts for' },
    { flags: '--min <percent>', what: 'exit with 1 below this share', parse: percent },
    formatOption,
  ],
  async run(context, _operands, options) {
    const found = await findLedgers(context);
    const [target, ...others] = found;
    if (!target || others.length > 0) {
      throw new Refusal('coverage is of one article, and there are several ledgers', 'Choose one with -f PATH.');
    }
    const ledgers = await readLedgers(context, found);
    const [read] = ledgers;
    if (!read) throw new Error('a ledger was found and not read');
    const article = await openArticle(context.world, target, read.ledger.article, options.article ?? null);
    const rows = [...claimRows(ledgers, context.vantage)];
    const shown = new Set(rows.map(({ id }) => id));
    const ledger = { ...read.ledger, claims: read.ledger.claims.filter(({ id }) => shown.has(id)) };
    const covered = article === null ? coverWithoutText(ledger) : coverArticle(ledger, article);
    const share = percentOf(covered);
    if (options.format === 'json') await context.print(json(answer(covered, share, options.uncovered ?? false)));
    else {
      const statusOf = new Map(rows.map(({ id, status }) => [id, status]));
      const { width, colors } = context;
      await context.print(
        await renderCoverage(
          covered,
          share,
          (id) => statusOf.get(id) ?? null,
          options.uncovered ?? false,
          width,
          colors,
        ),
      );
    }
    if (article === null) {
      await context.note(
        'The article’s text is not at hand (--article FILE, or article.text): this is what anchors alone tell.',
      );
    }
    return options.min !== undefined && (share === null || share < options.min) ? 'no' : undefined;
  },
});

function answer(
  { sentences, anchors, total, covered, skipped }: Coverage,
  share: number | null,
  onlyUncovered: boolean,
) {
  const body = sentences
    .filter(({ paragraph, text: words }) => paragraph !== null || words === null)
    .filter((one) => !onlyUncovered || !isAccountedFor(one));
  return {
    sentences: body,
    total,
    covered,
    skipped,
    percent: share === null ? null : Math.floor(share * 10) / 10,
    anchors,
  };
}
