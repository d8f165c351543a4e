import type { Correction } from '../change/correction.ts';
import { editArticle, editClaim, editEvent } from '../change/edit-fields.ts';
import { editVerdict } from '../change/edit-verdict.ts';
import { changeOne } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { corrected, correctedOne } from '../flow/corrected.ts';
import { editByHand } from '../flow/edit-by-hand.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import type { Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { STATUSES } from '../model/shape.ts';
import { claimFields } from '../options/claim-fields.ts';
import { dateOrNothing, dayOrWord } from '../options/dates.ts';
import { word } from '../options/operand.ts';
import { many, one, type Values } from '../options/option.ts';
import { address, language, oneOf, orNothing, text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { resolveOne } from '../query/names.ts';
import { TEXT_FORMATS } from '../view/found.ts';

const fields = {
  ...claimFields,
  verdict: dayOrWord('last', 'the verdict of that day, or last for the current one, gets a --note or --label'),
  status: one('status', oneOf(STATUSES), 'which of several verdicts of that day'),
  label: one('text', text, "of a verdict: the publisher's own rating"),
  title: one('title', orNothing(text), 'of an event or the article'),
  date: dateOrNothing('of an event: when it happened'),
  author: many('name', orNothing(text), 'of the article: who wrote it, in place of those it has'),
  publisher: one('name', orNothing(text), 'of the article'),
  published: dateOrNothing('of the article: when'),
  url: one('address', orNothing(address), 'of the article: where'),
  language: one('tag', orNothing(language), 'of the article: its language, as BCP 47 has it'),
};

type Fields = Values<typeof fields>;
type Kind = 'claim' | 'event' | 'article' | 'verdict';

/** What can be typed for what. */
const FIELDS_OF: Readonly<Record<Kind, readonly (keyof Fields)[]>> = {
  claim: ['text', 'speaker', 'via', 'kind', 'said', 'due', 'tag', 'untag', 'note'],
  verdict: ['verdict', 'status', 'note', 'label'],
  event: ['title', 'date'],
  article: ['title', 'author', 'publisher', 'published', 'url', 'language', 'text'],
};

export const edit = verb({
  operands: { name: word(String) },
  manual: [
    'Changes what a claim, an event or the article (edit article) says, and nothing else in the file: comments, quotes and line breaks stay. An empty value takes a key away. It prints what it changed, old and new; a value that is there already changes nothing.',
    'What was judged stays: a verdict gets a note or a label only where it has none (--verdict). To take one back, see undo and withdraw.',
    'Without an option, it opens the ledger in $VISUAL or $EDITOR, at the record. What comes back is checked first: if it is no sound ledger, or the file changed meanwhile, nothing is written and the copy is kept.',
  ],
  examples: [
    { command: 'edit harbour-reopens --speaker "Minister of Transport" --due 2024-04-30', what: 'two keys of a claim' },
    { command: 'edit harbour-reopens --via ""', what: 'take a key away' },
    { command: 'edit harbour-reopens --tag ferry --untag transport', what: 'tags, one by one' },
    { command: 'edit harbour-reopens --verdict last --note "Two weeks late."', what: 'a note that was forgotten' },
    { command: 'edit first-ferry --date 2024-03-29', what: 'the day of an event' },
    { command: 'edit article --author "A. Writer" --author "B. Writer"', what: 'the article' },
    { command: 'edit harbour-reopens', what: 'in your editor' },
  ],
  options: { ...fields, ...writingOptions },
  formats: TEXT_FORMATS,
  async run(context: Context, { name }, { ledger: wanted, dryRun, ...given }) {
    const article = articleNamed(name, wanted);
    const ledgers = await LedgersToWrite.find(context, { ledger: article?.ledger ?? wanted, dryRun });
    const found = article !== null ? null : resolveOne(name, await ledgers.among([name]));
    const target = await (found === null ? ledgers.one() : ledgers.inFull(found.ledger));
    const id = found?.record.id ?? 'article';
    const shownAs = ledgers.nameOf(target, id);
    const typed = Object.keys(fields).filter((key) => isTyped(given[key as keyof Fields])) as (keyof Fields)[];
    if (typed.length === 0) return editByHand(context, target, { id, name: shownAs, found, isDryRun: dryRun });
    const kind: Kind = found === null ? 'article' : given.verdict !== null ? 'verdict' : found.type;
    refuseStray(kind, shownAs, typed);
    const made = await changeOne(context, target, dryRun, ({ ledger }) => {
      const outcome = correctionOf(kind, ledger, id, given, context.today);
      return { changes: outcome.changes, outcome };
    });
    return corrected([made], correctedOne(target.name, id, shownAs, made.outcome), { isDryRun: dryRun });
  },
});

/** The ledger that `article` or `ledger/article` is of, null for the one in use; null for the name of something else. */
function articleNamed(name: string, wanted: string | null): { readonly ledger: string | null } | null {
  const match = /^(?!claim:|event:)(?:(.+)\/)?article$/s.exec(name);
  if (match === null) return null;
  const ledger = match[1] ?? wanted;
  if (wanted !== null && ledger !== wanted) {
    throw new Refusal(`${name} is not in the ledger ${wanted}`, 'Name the ledger in one way only.');
  }
  return { ledger };
}

const isTyped = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0);

function correctionOf(kind: Kind, ledger: Ledger, id: string, given: Fields, today: string): Correction {
  switch (kind) {
    case 'claim':
      return editClaim(ledger, id, given);
    case 'event':
      return editEvent(ledger, id, given);
    case 'article':
      return editArticle(ledger, given);
    case 'verdict':
      if (given.note === null && given.label === null) {
        throw new Refusal('--verdict says which verdict gets a note or a label', 'Give --note TEXT or --label TEXT.');
      }
      return editVerdict(ledger, id, { ...given, verdict: given.verdict ?? 'last', today });
  }
}

/** Refuses what the record has not. */
function refuseStray(kind: Kind, name: string, typed: readonly (keyof Fields)[]): void {
  const stray = typed.find((key) => !FIELDS_OF[kind].includes(key));
  if (stray === undefined) return;
  const takes = FIELDS_OF[kind].map((key) => `--${key}`).join(', ');
  const what = kind === 'article' ? 'the article' : `${name} is ${kind === 'event' ? 'an event' : `a ${kind}`}, which`;
  if (stray === 'status') {
    throw new Refusal('a status is given by mark, and not edited', 'To judge anew: factledger mark STATUS CLAIM.');
  }
  if (stray === 'label') throw new Refusal('a label is of a verdict: say which with --verdict DAY or --verdict last');
  throw new Refusal(
    kind === 'verdict' ? `a verdict has no --${stray} to change` : `${what} has no --${stray}`,
    `It takes ${takes}.`,
  );
}
