import { namesPlace } from '../article/anchors.ts';
import type { ArticleText } from '../article/article.ts';
import { anchorClaim, skipSentence } from '../change/add-anchor.ts';
import { anchorFor, near, ofSentence } from '../flow/anchor-place.ts';
import { changed, changeOne, type Made } from '../flow/change.ts';
import { SentenceChooser } from '../flow/choose-sentence.ts';
import type { Context } from '../flow/context.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import { type ReadLedger, readAgain } from '../flow/read-ledgers.ts';
import { removeAnchorsOf } from '../flow/remove-anchors.ts';
import type { Claim } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { WrittenAnchor } from '../model/shape.ts';
import { isTyped } from '../model/typed-place.ts';
import { maybeWord } from '../options/operand.ts';
import { flag, maybeValue, one, type Values } from '../options/option.ts';
import { placeOptions, placeOrAll } from '../options/place.ts';
import { text } from '../options/values.ts';
import { type Answer, verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { resolveClaim } from '../query/names.ts';
import { openArticle } from '../store/article-file.ts';
import { TEXT_FORMATS } from '../view/found.ts';

type Answered = Answer<(typeof TEXT_FORMATS)[number]>;

const options = {
  ...placeOptions,
  skip: one('reason', text, 'skip the sentence, for it makes no claim'),
  all: flag('ask for every claim that is not anchored yet'),
  remove: maybeValue('place', placeOrAll, 'take away the anchor there (3, 2.1), all, or the only one'),
  ...writingOptions,
};

export const anchor = verb({
  operands: { claim: maybeWord(String) },
  manual: [
    'Adds an anchor to a claim, after those it has: a sentence, named by paragraph and sentence, by its digest; or words of the article, by quote. Without a place, a terminal shows the sentences most like the claim to choose from.',
    'With --all, it asks for each claim that has no anchor, or a hint only, which sentence makes it, and writes each answer at once. Where a claim has the hint of a paragraph, its sentences are shown.',
    'With --remove, it takes an anchor away: the one at a place such as 2.1, all, or the only one where no place is given.',
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
    { command: 'anchor two-ferries --remove 3.1', what: 'take away an anchor at the wrong sentence' },
    {
      command: 'anchor --skip "Describes the weather." --paragraph 1 --sentence 2',
      what: 'a sentence without a claim',
    },
  ],
  options,
  formats: TEXT_FORMATS,
  async run(context: Context, { claim: name }, given) {
    if ([name !== null, given.skip !== null, given.all].filter(Boolean).length !== 1) {
      throw new Refusal(
        'anchor takes a claim, or --skip with a reason, or --all',
        'Write: factledger anchor CLAIM --paragraph 3 --sentence 1',
        'or:    factledger anchor --skip REASON --paragraph 3 --sentence 1',
      );
    }
    if (given.all && isTyped(given)) {
      throw new Refusal('--all asks for the place of each claim', 'Leave out --paragraph, --sentence and --quote.');
    }
    if (given.remove !== null && (name === null || isTyped(given))) {
      throw new Refusal('--remove takes anchors of one claim away', 'Write: factledger anchor CLAIM --remove 2.1');
    }
    const ledgers = await LedgersToWrite.find(context, given);
    const named = name === null ? null : resolveClaim(name, await ledgers.among([name]));
    const target = await (named === null ? ledgers.one() : ledgers.inFull(named.ledger));
    const article = await openArticle(context.world, target.found, target.ledger.article, given.article);
    if (given.all) return anchorAll(context, ledgers, target, article, given.dryRun);
    if (named !== null && given.remove !== null) {
      const { id } = named.record;
      const removal = { id, name: ledgers.nameOf(target, id), where: given.remove, article, isDryRun: given.dryRun };
      return removeAnchorsOf(context, target, removal);
    }
    const claim = target.ledger.claims.find(({ id }) => id === named?.record.id) ?? null;
    const place = placeIn(article, given) ?? (await askFor(context, claim, article, given.paragraph));
    if (place === null) return { found: null };
    const made = await addAnchor(context, target, claim, place, given);
    return {
      ...(await changed([made], {
        isDryRun: given.dryRun,
        data: { ledger: target.name, id: claim?.id ?? null, changed: made.outcome },
        lines: [claim === null ? 'skipped' : ledgers.nameOf(target, claim.id)],
        notes: made.outcome ? unverified(article, place) : ['That is anchored already: nothing changed.'],
      })),
    };
  },
});

/** The place as typed; null where it has to be asked for, since none was typed, or a paragraph of a text that is available. */
function placeIn(article: ArticleText | null, given: Values<typeof options>): WrittenAnchor | null {
  const typed = anchorFor(given, article);
  const isVague = article !== null && typed?.digest === undefined && typed?.quote === undefined;
  return isVague ? null : typed;
}

/** What an anchor is worth that nobody looked up. */
function unverified(article: ArticleText | null, { quote }: WrittenAnchor): string[] {
  if (article !== null) return [];
  const what = quote === undefined ? 'this is a hint for the reader only' : 'the quote was not looked up';
  return [`Without the article’s text (--article FILE), ${what}.`];
}

/** @param claim null for a skip, with its reason */
function addAnchor(
  context: Context,
  target: ReadLedger,
  claim: Claim | null,
  place: WrittenAnchor,
  { skip, dryRun }: { readonly skip: string | null; readonly dryRun: boolean },
): Promise<Made<boolean>> {
  return changeOne(context, target, dryRun, ({ ledger }) => {
    const changes = claim === null ? skipSentence(ledger, place, skip ?? '') : anchorClaim(ledger, claim.id, place);
    return { changes, outcome: changes.length > 0 };
  });
}

/** The text of one paragraph, if one was typed. @throws Refusal if there is none of that number */
function within(article: ArticleText, paragraph: number | null): ArticleText {
  if (paragraph === null) return article;
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
  paragraph: number | null,
): Promise<WrittenAnchor | null> {
  const text = article && within(article, paragraph);
  if (claim === null || text === null || !context.isInteractive) {
    const advice = near(claim?.text ?? null, text);
    throw new Refusal('where does the article say it? Give --paragraph and --sentence, or --quote', ...advice);
  }
  const chooser = new SentenceChooser(context);
  const choice = await chooser.ask(claim, text);
  await chooser.close();
  return choice === 'none' || choice === 'stop' ? null : ofSentence(choice);
}

/** Asks for each claim without an anchor; each answer is written at once, so that stopping loses none. */
async function anchorAll(
  context: Context,
  ledgers: LedgersToWrite,
  target: ReadLedger,
  article: ArticleText | null,
  dryRun: boolean,
): Promise<Answered> {
  if (article === null) throw new Refusal('--all needs the article’s text', 'Give it with --article FILE.');
  const open = target.ledger.claims.filter(({ anchors }) => !anchors.some(namesPlace));
  const answers: { ledger: string; id: string; changed: boolean }[] = [];
  const chooser = new SentenceChooser(context);
  let now = target;
  for (const claim of open) {
    const choice = await chooser.ask(claim, article);
    if (choice === 'stop') break;
    if (choice === 'none') continue;
    const made = await addAnchor(context, now, claim, ofSentence(choice), { skip: null, dryRun });
    answers.push({ ledger: target.name, id: claim.id, changed: made.outcome });
    now = await readAgain(target.found, made.after);
  }
  await chooser.close();
  return changed([{ target, before: target.text, after: now.text, outcome: null }], {
    isDryRun: dryRun,
    data: answers,
    lines: answers.map(({ id }) => ledgers.nameOf(target, id)),
    notes: [`${answers.length} of ${open.length} anchored`],
  });
}
