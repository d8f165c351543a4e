import { anchorName } from '../article/anchor-name.ts';
import { namesPlace } from '../article/anchors.ts';
import type { ArticleText } from '../article/article.ts';
import { anchorClaim } from '../change/add-anchor.ts';
import { claimOf, type KeyChange } from '../change/correction.ts';
import { anchorFor, anchorOfRange, mostLike } from '../flow/anchor-place.ts';
import { changed, changeOne, type Made } from '../flow/change.ts';
import { SentenceChooser } from '../flow/choose-sentence.ts';
import type { Context } from '../flow/context.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import { likelySentences } from '../flow/likely-sentences.ts';
import { type ReadLedger, readAgain } from '../flow/read-ledgers.ts';
import { removeAnchorsOf } from '../flow/remove-anchors.ts';
import type { Claim } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import type { WrittenAnchor } from '../model/shape.ts';
import { isTyped } from '../model/typed-place.ts';
import { maybeWord, maybeWords } from '../options/operand.ts';
import { flag, maybeValue, type Values } from '../options/option.ts';
import { place, placeOptions, placeOrAll } from '../options/place.ts';
import { type Answer, verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { resolveClaim } from '../query/names.ts';
import { openArticle } from '../store/article-file.ts';
import { TEXT_FORMATS } from '../view/found.ts';

type Answered = Answer<(typeof TEXT_FORMATS)[number]>;

const options = {
  ...placeOptions,
  all: flag('ask for every claim that is not anchored yet'),
  remove: maybeValue('place', placeOrAll, 'take away the anchors there (3, 2.1, 2.3-3.2), all, or the only one'),
  ...writingOptions,
};

export const anchor = verb({
  operands: { claim: maybeWord(String), place: maybeWords(place) },
  manual: [
    'Adds an anchor to a claim for each place, after those it has. A place is a paragraph, 3, a sentence of one, 2.1, or a run of either, 5-9 and 2.3-3.2; headings are left out. A sentence is anchored by its digest, several by theirs. --paragraph and --sentence name a sentence, too, and --quote words of the article. Without a place, a terminal shows the sentences most like the claim to choose from; a place, or words to search for, can be typed there, too.',
    'With --all, it asks for each claim that has no anchor, or a hint only, which sentence makes it, and writes each answer at once. Where a claim has the hint of a paragraph, its sentences are shown.',
    'With --remove, it takes anchors away: those at a place or a run, all, or the only one where no place is given.',
    'Sentences that make no claim are for skip.',
    'The text is the file given with --article, or the one that the ledger names as article.text. Without it, what is given is written as it is: a quote, or a hint for the reader.',
  ],
  examples: [
    { command: 'anchor two-ferries 3.1 --article article.txt', what: 'a sentence, by its digest' },
    { command: 'anchor two-ferries 2.3-3.2 7', what: 'a run of sentences, and a paragraph' },
    { command: 'anchor two-ferries --quote "two ferries" --article article.txt', what: 'words of the article' },
    { command: 'anchor --all --article article.txt', what: 'all claims, by question and answer' },
    { command: 'anchor two-ferries --remove 3.1', what: 'take away an anchor at the wrong sentence' },
  ],
  options,
  formats: TEXT_FORMATS,
  async run(context: Context, { claim: name, place: places }, given) {
    if ((name !== null) === given.all)
      throw new Refusal('anchor takes a claim or --all', 'Write: factledger anchor CLAIM 3.1');
    if (given.all && isTyped(given)) {
      throw new Refusal('--all asks for the place of each claim', 'Leave out --paragraph, --sentence and --quote.');
    }
    if (places.length > 0 && isTyped(given)) {
      throw new Refusal(
        'a place is given twice, as words and with options',
        'Leave out --paragraph, --sentence and --quote, or the places.',
      );
    }
    if (given.remove !== null && (name === null || isTyped(given) || places.length > 0)) {
      throw new Refusal('--remove takes anchors of one claim away', 'Write: factledger anchor CLAIM --remove 2.1');
    }
    const ledgers = await LedgersToWrite.find(context, given);
    if (name === null) return anchorAll(context, ledgers, given);
    const named = resolveClaim(name, await ledgers.among([name]));
    const target = await ledgers.inFull(named.ledger);
    const article = await openArticle(context.world, target.found, target.ledger.article, given.article);
    const { id } = named.record;
    const shownAs = ledgers.nameOf(target, id);
    if (given.remove !== null) {
      const removal = { id, name: shownAs, where: given.remove, article, isDryRun: given.dryRun };
      return removeAnchorsOf(context, target, removal);
    }
    const claim = claimOf(target.ledger, id);
    const anchors = places.map((one) => anchorOfRange(one, article));
    const typed = places.length > 0 ? anchors : await anchorTyped(context, claim, target, article, given);
    if (typed.length === 0) return { found: null };
    const made = await addAnchors(context, target, claim, typed, given.dryRun);
    const isNew = made.outcome.length > 0;
    return {
      ...(await changed([made], {
        isDryRun: given.dryRun,
        data: { ledger: target.name, id, changed: isNew, changes: made.outcome },
        lines: [shownAs],
        notes: isNew ? unverified(article, typed) : ['That is anchored already: nothing changed.'],
      })),
    };
  },
});

/** The anchor for the place typed with options, or chosen; none where none was chosen. */
async function anchorTyped(
  context: Context,
  claim: Claim,
  target: ReadLedger,
  article: ArticleText | null,
  given: Values<typeof options>,
): Promise<WrittenAnchor[]> {
  const anchor = placeIn(article, given) ?? (await askFor(context, claim, target, article, given.paragraph));
  return anchor === null ? [] : [anchor];
}

/** The place as typed; null where it has to be asked for, since none was typed, or a paragraph of a text that is available. */
function placeIn(article: ArticleText | null, given: Values<typeof options>): WrittenAnchor | null {
  const typed = anchorFor(given, article);
  const isVague = article !== null && typed?.digest === undefined && typed?.quote === undefined;
  return isVague ? null : typed;
}

/** What anchors are worth that nobody looked up. */
function unverified(article: ArticleText | null, anchors: readonly WrittenAnchor[]): string[] {
  if (article !== null) return [];
  const hint = anchors.length === 1 ? 'this is a hint for the reader only' : 'these are hints for the reader only';
  const what = anchors.some(({ quote }) => quote !== undefined) ? 'the quote was not looked up' : hint;
  return [`Without the article’s text (--article FILE), ${what}.`];
}

function addAnchors(
  context: Context,
  target: ReadLedger,
  claim: Claim,
  anchors: readonly WrittenAnchor[],
  isDryRun: boolean,
): Promise<Made<readonly KeyChange[]>> {
  const different = [...new Map(anchors.map((one) => [JSON.stringify(one), one])).values()];
  return changeOne(context, target, isDryRun, ({ ledger }) => {
    const added = different.map((one) => ({ one, changes: anchorClaim(ledger, claim.id, one) }));
    const isNew = added.filter(({ changes }) => changes.length > 0);
    return {
      changes: added.flatMap(({ changes }) => changes),
      outcome: isNew.map(({ one }) => ({ key: 'anchors', from: null, to: anchorName(one) })),
    };
  });
}

/** Lets the user choose a sentence in a terminal; null if none was chosen. @throws Refusal where nobody can be asked */
async function askFor(
  context: Context,
  claim: Claim,
  { ledger: { claims } }: ReadLedger,
  article: ArticleText | null,
  paragraph: number | null,
): Promise<WrittenAnchor | null> {
  const isThere = paragraph === null || article?.sentences.some((one) => one.paragraph === paragraph);
  if (article && !isThere) throw new Refusal(`the article has no paragraph ${paragraph}`, 'See factledger coverage.');
  const sentences = article ? likelySentences(claim, claims, article, paragraph) : [];
  if (article === null || !context.isInteractive) {
    throw new Refusal('where does the article say it? Give a place, such as 3.1, or --quote', ...mostLike(sentences));
  }
  const chooser = new SentenceChooser(context, place);
  const choice = await chooser.ask(claim, sentences, article);
  await chooser.close();
  return choice === 'none' || choice === 'stop' ? null : choice;
}

/** Asks for each claim without an anchor; each answer is written at once, so that stopping loses none. */
async function anchorAll(
  context: Context,
  ledgers: LedgersToWrite,
  { article: typed, dryRun }: { readonly article: string | null; readonly dryRun: boolean },
): Promise<Answered> {
  const target = await ledgers.one();
  const article = await openArticle(context.world, target.found, target.ledger.article, typed);
  if (article === null) throw new Refusal('--all needs the article’s text', 'Give it with --article FILE.');
  const open = target.ledger.claims.filter(({ anchors }) => !anchors.some(namesPlace));
  const answers: { ledger: string; id: string; changed: boolean; changes: readonly KeyChange[] }[] = [];
  const chooser = new SentenceChooser(context, place);
  let now = target;
  for (const { id } of open) {
    const claim = now.ledger.claims.find((one) => one.id === id);
    if (claim === undefined) continue;
    const choice = await chooser.ask(claim, likelySentences(claim, now.ledger.claims, article), article);
    if (choice === 'stop') break;
    if (choice === 'none') continue;
    const made = await addAnchors(context, now, claim, [choice], dryRun);
    const { outcome: changes } = made;
    answers.push({ ledger: target.name, id: claim.id, changed: changes.length > 0, changes });
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
