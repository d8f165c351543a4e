import { type AnchorPlace, anchorFinder } from '../article/anchors.ts';
import type { ArticleText, Sentence } from '../article/article.ts';
import { describeNear, nearestSentences } from '../article/nearest-sentences.ts';
import { anchorAddition, skipAddition } from '../change/add-anchor.ts';
import { Refusal } from '../model/refusal.ts';
import type { WrittenAnchor } from '../model/shape.ts';
import { fullName, resolveClaim } from '../query/names.ts';
import { openArticle } from '../store/article-file.ts';
import { ledgerFor, refuseUnwritable, write } from '../street/change-ledger.ts';
import { type Format, formatOption } from '../street/formats.ts';
import { findLedgers, needed, readLedgers } from '../street/read-ledgers.ts';
import { ordinal, text } from '../street/values.ts';
import { verb } from '../street/verb.ts';
import { json } from '../view/json.ts';

interface Options {
  readonly paragraph?: number;
  readonly sentence?: number;
  readonly quote?: string;
  readonly skip?: string;
  readonly article?: string;
  readonly ledger?: string;
  readonly format?: Format;
}

/** How many sentences are shown to choose from. */
const CHOICES = 5;

export const anchor = verb<Options>({
  name: 'anchor',
  operands: '[claim]',
  summary: 'tie a claim to its place in the article',
  manual: [
    'Adds an anchor to a claim, behind the others: a sentence, named by paragraph and sentence, by its digest; or words of the article, by quote. Without a place, it names the sentences most like the claim and writes nothing.',
    'With --skip and a reason, and no claim, it notes that a sentence was read and makes no claim.',
    'The text is the file given with --article, or the one that the ledger names as article.text. Without it, what is given is written as it is: a quote, or a hint for the reader.',
  ],
  examples: [
    {
      command: 'anchor two-ferries --paragraph 3 --sentence 1 --article article.txt',
      what: 'a sentence, by its digest',
    },
    { command: 'anchor two-ferries --quote "two ferries" --article article.txt', what: 'words of the article' },
    {
      command: 'anchor --skip "Describes the weather." --paragraph 1 --sentence 2',
      what: 'a sentence without a claim',
    },
  ],
  options: [
    { flags: '--paragraph <n>', what: 'the paragraph of the article, headings not counted', parse: ordinal },
    { flags: '--sentence <n>', what: 'the sentence in that paragraph', parse: ordinal },
    { flags: '--quote <words>', what: "the article's own words", parse: text },
    { flags: '--skip <reason>', what: 'skip the sentence, for it makes no claim', parse: text },
    { flags: '--article <file>', what: "the article's text", parse: text },
    { flags: '--ledger <name>', what: 'for --skip: which ledger, where there are several', parse: text },
    formatOption,
  ],
  async run(context, [name], options) {
    if ((name === undefined) === (options.skip === undefined)) {
      throw new Refusal(
        'anchor takes a claim, or --skip with a reason',
        'Write: factledger anchor CLAIM --paragraph 3 --sentence 1',
        'or:    factledger anchor --skip REASON --paragraph 3 --sentence 1',
      );
    }
    const found = await findLedgers(context);
    const meant = name === undefined ? [ledgerFor(found, options.ledger)] : needed(found, [name as string]);
    const ledgers = await readLedgers(context, meant);
    const claim = name === undefined ? null : resolveClaim(name as string, ledgers);
    const target = claim === null ? ledgers[0] : ledgers.find((ledger) => ledger === claim.ledger);
    if (!target) throw new Error('a ledger was found and not read');
    refuseUnwritable(context, [target.found]);
    const article = await openArticle(context.world, target.found, target.ledger.article, options.article ?? null);
    const place = placeFor(options, article, claim?.record.text ?? null);
    const id = claim?.record.id ?? null;
    const changed = await write(context, target.found, (ledger) => {
      const additions =
        id === null ? skipAddition(ledger, place, options.skip ?? '') : anchorAddition(ledger, id, place);
      return { additions, outcome: additions.length > 0 };
    });
    if (options.format === 'json') await context.print(json({ ledger: target.name, id, changed }));
    else await context.print(`${id === null ? 'skipped' : fullName(target.name, id, found.length === 1)}\n`);
    if (!changed) await context.note('That is anchored already: nothing changed.');
    else if (place.digest === undefined && place.quote === undefined) {
      await context.note('Without the article’s text (--article FILE), this is a hint for the reader only.');
    }
    return undefined;
  },
});

/** The anchor to write: proven to be found in the text at one place, where the text is at hand. */
function placeFor(
  { paragraph, sentence, quote }: Options,
  article: ArticleText | null,
  claim: string | null,
): WrittenAnchor {
  const hint = { ...(paragraph !== undefined && { paragraph }), ...(sentence !== undefined && { sentence }) };
  if (quote === undefined && (article === null || sentence === undefined)) {
    if (article === null && paragraph !== undefined) return hint;
    throw new Refusal(
      'where does the article say it? Give --paragraph and --sentence, or --quote',
      ...near(claim, article),
    );
  }
  if (article === null) return { ...hint, ...(quote !== undefined && { quote }) };
  if (quote === undefined) {
    const one = article.sentences.find((each) => each.paragraph === paragraph && each.sentence === sentence);
    if (!one) throw new Refusal(`the article has no ${placeName(paragraph, sentence)}`, extent(article));
    return { ...hint, digest: one.digest };
  }
  const wanted: AnchorPlace = {
    paragraph: paragraph ?? null,
    sentence: sentence ?? null,
    quote,
    digest: null,
    prefix: null,
    suffix: null,
  };
  const { state, span } = anchorFinder(article)(wanted);
  if (state === 'missing') throw new Refusal('the article does not have these words', ...near(quote, article));
  if (state === 'ambiguous') {
    throw new Refusal(
      'the article has these words in several places',
      'Give more of them, or --paragraph and --sentence.',
    );
  }
  const first = article.sentences[span?.first ?? 0] as Sentence;
  if (state === 'moved') {
    throw new Refusal(`these words are not there, but in ${placeName(first.paragraph ?? undefined, first.sentence)}`);
  }
  return { ...(first.paragraph !== null && { paragraph: first.paragraph, sentence: first.sentence }), quote };
}

const placeName = (paragraph: number | undefined, sentence: number | undefined) =>
  paragraph === undefined ? `heading with a sentence ${sentence}` : `paragraph ${paragraph}, sentence ${sentence}`;

const extent = ({ sentences }: ArticleText) =>
  `It has ${Math.max(0, ...sentences.map(({ paragraph }) => paragraph ?? 0))} paragraphs: see factledger coverage.`;

/** The sentences most like a text, for the user to choose from. */
function near(wanted: string | null, article: ArticleText | null): string[] {
  if (wanted === null || article === null) return [];
  const lines = nearestSentences(wanted, article, CHOICES).map((one) => `  ${describeNear(one)}: ${one.sentence.text}`);
  return lines.length > 0 ? ['Most like it are:', ...lines] : [];
}
