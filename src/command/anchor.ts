import { namesPlace } from '../article/anchors.ts';
import type { ArticleText } from '../article/article.ts';
import { anchorClaim, skipSentence } from '../change/add-anchor.ts';
import { anchorFor, near, ofSentence, type PlaceOptions, placeOptions } from '../flow/anchor-place.ts';
import { ledgerFor, refuseUnwritable, write } from '../flow/change-ledger.ts';
import { SentenceChooser } from '../flow/choose-sentence.ts';
import type { Context } from '../flow/context.ts';
import { type Format, formatOption } from '../flow/formats.ts';
import { findLedgers, inFull, lookUpToWrite, needed, type ReadLedger } from '../flow/read-ledgers.ts';
import { verb } from '../flow/verb.ts';
import type { Claim, NamedLedger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { WrittenAnchor } from '../model/shape.ts';
import { text } from '../options/values.ts';
import { fullName, resolveClaim } from '../query/names.ts';
import { openArticle } from '../store/article-file.ts';
import { json } from '../view/json.ts';

interface Options extends PlaceOptions {
  readonly skip?: string;
  readonly all?: boolean;
  readonly ledger?: string;
  readonly format?: Format;
}

export const anchor = verb<Options>({
  name: 'anchor',
  operands: '[claim]',
  summary: 'tie a claim to its place in the article',
  manual: [
    'Adds an anchor to a claim, behind the others: a sentence, named by paragraph and sentence, by its digest; or words of the article, by quote. Without a place, a terminal shows the sentences most like the claim to choose from.',
    'With --all, it asks for each claim that has no anchor, or a hint only, which sentence makes it, and writes each answer at once. Where a claim has the hint of a paragraph, its sentences are shown.',
    'With --skip and a reason, and no claim, it notes that a sentence was read and makes no claim.',
    'The text is the file given with --article, or the one that the ledger names as article.text. Without it, what is given is written as it is: a quote, or a hint for the reader.',
  ],
  examples: [
    { command: 'anchor --all --article article.txt', what: 'all claims, by question and answer' },
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
    ...placeOptions,
    { flags: '--skip <reason>', what: 'skip the sentence, for it makes no claim', parse: text },
    { flags: '--all', what: 'ask for every claim that is not anchored yet' },
    { flags: '--ledger <name>', what: 'for --skip and --all: which ledger, where there are several', parse: text },
    formatOption,
  ],
  async run(context, [name], options) {
    if ([name !== undefined, options.skip !== undefined, options.all === true].filter(Boolean).length !== 1) {
      throw new Refusal(
        'anchor takes a claim, or --skip with a reason, or --all',
        'Write: factledger anchor CLAIM --paragraph 3 --sentence 1',
        'or:    factledger anchor --skip REASON --paragraph 3 --sentence 1',
      );
    }
    const places = [options.paragraph, options.sentence, options.quote];
    if (options.all && places.some((one) => one !== undefined)) {
      throw new Refusal('--all asks for the place of each claim', 'Leave out --paragraph, --sentence and --quote.');
    }
    const found = await findLedgers(context);
    const meant = name === undefined ? [ledgerFor(found, options.ledger)] : needed(found, [name as string]);
    const ledgers = await lookUpToWrite(context, meant);
    const claim = name === undefined ? null : resolveClaim(name as string, ledgers);
    const [only] = ledgers;
    const target = await inFull(context, claim?.ledger ?? (only as NamedLedger), found);
    refuseUnwritable(context, [target.found]);
    const article = await openArticle(context.world, target.found, target.ledger.article, options.article ?? null);
    const isOnly = found.length === 1;
    if (options.all) return anchorAll(context, target, article, options, isOnly);
    const typed = anchorFor(options, article);
    const isVague = typed === null || (article !== null && typed.digest === undefined && typed.quote === undefined);
    const place = isVague
      ? await askFor(
          context,
          target.ledger.claims.find(({ id }) => id === claim?.record.id) ?? null,
          article && within(article, options.paragraph),
        )
      : typed;
    if (place === null) return undefined;
    const id = claim?.record.id ?? null;
    const changed = await addAnchor(context, target, id, place, options.skip ?? '');
    if (options.format === 'json') await context.print(json({ ledger: target.name, id, changed }));
    else await context.print(`${id === null ? 'skipped' : fullName(target.name, id, isOnly)}\n`);
    if (!changed) await context.note('That is anchored already: nothing changed.');
    else if (article === null) {
      const what = place.quote === undefined ? 'this is a hint for the reader only' : 'the quote was not looked up';
      await context.note(`Without the article’s text (--article FILE), ${what}.`);
    }
    return undefined;
  },
});

/** @param claim null for a skip, with its reason */
function addAnchor(
  context: Context,
  { found }: ReadLedger,
  claim: string | null,
  place: WrittenAnchor,
  reason: string,
) {
  return write(context, found, (ledger) => {
    const changes = claim === null ? skipSentence(ledger, place, reason) : anchorClaim(ledger, claim, place);
    return { changes, outcome: changes.length > 0 };
  });
}

/** The text of one paragraph, if one was typed. @throws Refusal if there is none of that number */
function within(article: ArticleText, paragraph: number | undefined): ArticleText {
  if (paragraph === undefined) return article;
  const sentences = article.sentences.filter((one) => one.paragraph === paragraph);
  if (sentences.length === 0)
    throw new Refusal(`the article has no paragraph ${paragraph}`, 'See factledger coverage.');
  return { sentences };
}

/** Lets the user choose a sentence in a terminal; null if none was chosen. @throws Refusal where nobody can be asked */
async function askFor(
  context: Context,
  claim: Claim | null,
  article: ArticleText | null,
): Promise<WrittenAnchor | null> {
  if (claim === null || article === null || !context.world.stdout.isTerminal) {
    const advice = near(claim?.text ?? null, article);
    throw new Refusal('where does the article say it? Give --paragraph and --sentence, or --quote', ...advice);
  }
  const chooser = new SentenceChooser(context);
  const choice = await chooser.ask(claim, article);
  await chooser.close();
  return choice === 'none' || choice === 'stop' ? null : ofSentence(choice);
}

/** Asks for each claim without an anchor; each answer is written at once, so that stopping loses none. */
async function anchorAll(
  context: Context,
  target: ReadLedger,
  article: ArticleText | null,
  { format }: Options,
  isOnly: boolean,
): Promise<undefined> {
  if (article === null) throw new Refusal('--all needs the article’s text', 'Give it with --article FILE.');
  const open = target.ledger.claims.filter(({ anchors }) => !anchors.some(namesPlace));
  const answers: { ledger: string; id: string; changed: boolean }[] = [];
  const chooser = new SentenceChooser(context);
  for (const claim of open) {
    const choice = await chooser.ask(claim, article);
    if (choice === 'stop') break;
    if (choice === 'none') continue;
    const changed = await addAnchor(context, target, claim.id, ofSentence(choice), '');
    answers.push({ ledger: target.name, id: claim.id, changed });
    if (format !== 'json') await context.print(`${fullName(target.name, claim.id, isOnly)}\n`);
  }
  await chooser.close();
  if (format === 'json') await context.print(json(answers));
  await context.note(`${answers.length} of ${open.length} anchored`);
  return undefined;
}
