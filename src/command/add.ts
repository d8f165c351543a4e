import { addClaim } from '../change/add-claim.ts';
import { notWritten } from '../change/not-written.ts';
import { reasonStays } from '../change/withdraw.ts';
import { alreadyThere } from '../flow/already-there.ts';
import { changed, changeOne } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { decidedBy } from '../flow/decided-by.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import { newIdWords } from '../flow/new-id-words.ts';
import type { ReadLedger } from '../flow/read-ledgers.ts';
import { textFromStdin } from '../flow/text-from-stdin.ts';
import { Refusal } from '../model/refusal.ts';
import { isTyped, type TypedPlace } from '../model/typed-place.ts';
import { newClaimFields } from '../options/claim-fields.ts';
import { word } from '../options/operand.ts';
import { one } from '../options/option.ts';
import { placeOptions } from '../options/place.ts';
import { text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { resolveClaim } from '../query/names.ts';
import { TEXT_FORMATS } from '../view/found.ts';

/** The anchor for a place as typed. What knows sentences is loaded for it alone, and for no other verb that writes. */
async function anchorOf({ world }: Context, target: ReadLedger, typed: TypedPlace & { article: string | null }) {
  const [{ anchorFor }, { openArticle }] = await Promise.all([
    import('../flow/anchor-place.ts'),
    import('../store/article-file.ts'),
  ]);
  return anchorFor(typed, await openArticle(world, target.found, target.ledger.article, typed.article));
}

export const add = verb({
  operands: { text: word(text) },
  manual: [
    'Adds a claim after the other claims of the ledger, and prints its id: up to four words of the text that tell it from the other claims, unless you give one with --id. Nothing else in the file changes. A claim that the ledger has already, in the same words, by the same speaker and of the same day, is not added again: its id is printed. With - in place of the text, it is read from standard input.',
    "Without --speaker the article's author said it; without --said, on the day the article was published. The kind is fact unless you say promise, prediction or opinion. An opinion has no status: where it can be judged that somebody said so, add that as a fact.",
    '--paragraph, --sentence and --quote tell where the article makes the claim.',
    'With --replaces it takes the place of another claim, which is withdrawn with the --reason: speaker, kind, dates, tags and anchors are that one’s where they are not given. A claim that is split in two is replaced twice; the second time needs no reason.',
  ],
  examples: [
    {
      command:
        'add "The harbour will reopen by 31 March." --speaker "Minister of Transport" --kind promise --due 2024-03-31',
      what: 'a promise with its deadline',
    },
    {
      command: 'add "Trade fell by a fifth." --id trade-fell --tag economy --tag trade',
      what: 'an id and tags of your own',
    },
    {
      command: 'add "The harbour reopens in March." --replaces harbour-reopens --reason "Two claims in one."',
      what: 'in place of another claim',
    },
    { command: 'add "Two ferries sailed." --paragraph 3 --quote "two ferries"', what: 'with its place in the article' },
  ],
  options: {
    ...newClaimFields,
    replaces: one('claim', text, 'the claim that it takes the place of, which is withdrawn'),
    reason: one('text', text, 'why that claim is replaced; readers will see it'),
    ...placeOptions,
    ...writingOptions,
  },
  formats: TEXT_FORMATS,
  async run(context: Context, typed, options) {
    const operands = { text: typed.text === '-' ? await textFromStdin(context, '<text>') : typed.text };
    if (options.article !== null && !isTyped(options)) {
      throw new Refusal(
        '--article is for the place of the claim',
        'Give --paragraph and --sentence, or --quote, with it.',
      );
    }
    const ledgers = await LedgersToWrite.find(context, options);
    const { replaces, reason } = options;
    if (replaces === null && reason !== null) {
      throw new Refusal('--reason tells why a claim is replaced', 'Say which with --replaces CLAIM.');
    }
    const old = replaces === null ? null : resolveClaim(replaces, await ledgers.among([replaces]));
    const target = await (old === null ? ledgers.one() : ledgers.inFull(old.ledger));
    const anchor = isTyped(options) ? await anchorOf(context, target, options) : null;
    const { speaker, via, kind, said, due, tag: tags, note } = options;
    const by = decidedBy(context, null);
    const request = {
      ...operands,
      id: options.id,
      words: await newIdWords(operands.text, options.id, target),
      speaker,
      via,
      kind,
      said,
      due,
      tags,
      anchor,
      sources: options.source.map((url) => ({ url })),
      note,
      replaces: old && { claim: old.record.id, withdrawal: { reason, date: context.today, by, today: context.today } },
    };
    const { nearClaim } = await import('../change/near-claim.ts');
    const made = await changeOne(context, target, options.dryRun, ({ ledger }) => {
      const added = addClaim(ledger, request);
      const near = added.existing ? null : nearClaim(ledger, operands.text, old?.record.id ?? null);
      const notTaken = added.existing ? notWritten(ledger, added.existing, request) : [];
      return { changes: added.changes, outcome: { ...added, near, notTaken } };
    });
    const { id: added, existing, changes } = made.outcome;
    const replaced =
      old === null
        ? []
        : [
            ...(changes.length > 0
              ? [`${ledgers.nameOf(target, old.record.id)} is withdrawn, and names it instead.`]
              : []),
            ...reasonStays(old.record, reason),
          ];
    return changed([made], {
      isDryRun: options.dryRun,
      data: {
        ledger: target.name,
        id: added,
        changed: changes.length > 0,
        changes: existing ? [] : [{ key: 'text', from: null, to: operands.text }],
      },
      lines: [ledgers.nameOf(target, added)],
      notes: [...alreadyThere(made.outcome, (id) => ledgers.nameOf(target, id)), ...replaced],
    });
  },
});
