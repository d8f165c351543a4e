import { addClaim } from '../change/add-claim.ts';
import { anchorFor, type PlaceOptions, placeOptions } from '../flow/anchor-place.ts';
import { ledgerFor, readAndWrite, refuseUnwritable } from '../flow/change-ledger.ts';
import type { Context } from '../flow/context.ts';
import { type Format, formatOption } from '../flow/formats.ts';
import { findLedgers, readLedgers } from '../flow/read-ledgers.ts';
import { verb } from '../flow/verb.ts';
import { Refusal } from '../model/refusal.ts';
import { KINDS, type Kind, type WrittenAnchor } from '../model/shape.ts';
import { date, id, oneOf, text } from '../options/values.ts';
import { fullName } from '../query/names.ts';
import { openArticle } from '../store/article-file.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import { json } from '../view/json.ts';

interface Options extends PlaceOptions {
  readonly id?: string;
  readonly speaker?: readonly string[];
  readonly via?: string;
  readonly kind?: Kind;
  readonly said?: string;
  readonly due?: string;
  readonly tag?: readonly string[];
  readonly ledger?: string;
  readonly format?: Format;
}

export const add = verb<Options>({
  name: 'add',
  operands: '<text>',
  summary: 'add a claim',
  manual: [
    'Adds a claim to the ledger, behind the others, and prints its id: a short one made of the text, unless you give one. Nothing else in the file changes.',
    "Without --speaker the article's author said it; without --said, on the day the article was published. The kind is fact unless you say promise, prediction or opinion. An opinion has no status: where it can be judged that somebody said so, add that as a fact.",
    '--paragraph, --sentence and --quote tell where the article makes the claim.',
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
    { command: 'add "Two ferries sailed." --paragraph 3 --quote "two ferries"', what: 'with its place in the article' },
  ],
  options: [
    { flags: '--id <id>', what: 'its id', parse: id },
    { flags: '--speaker <name>', what: 'who said it', repeats: true, parse: text },
    { flags: '--via <name>', what: 'who passed it on', parse: text },
    { flags: '--kind <kind>', what: KINDS.join(', '), parse: oneOf(KINDS) },
    { flags: '--said <date>', what: 'when it was said', parse: date },
    { flags: '--due <date>', what: 'when it can be judged', parse: date },
    { flags: '--tag <tag>', what: 'a word to group it by', repeats: true, parse: text },
    ...placeOptions,
    { flags: '--ledger <name>', what: 'which ledger, where there are several', parse: text },
    formatOption,
  ],
  async run(context, [typed], options) {
    const found = await findLedgers(context);
    const target = ledgerFor(found, options.ledger);
    refuseUnwritable(context, [target]);
    const anchor = await anchorOf(context, target, options);
    const said = text(typed as string);
    const request = {
      id: options.id ?? null,
      slug: (await import('../change/slug.ts')).slugOf(said),
      text: said,
      speaker: options.speaker ?? [],
      via: options.via ?? null,
      kind: options.kind ?? null,
      said: options.said ?? null,
      due: options.due ?? null,
      tags: options.tag ?? [],
      anchor,
    };
    const added = await readAndWrite(context, target, (ledger) => {
      const { id: newId, additions } = addClaim(ledger, request);
      return { additions, outcome: newId };
    });
    if (options.format === 'json') await context.print(json({ ledger: target.name, id: added, changed: true }));
    else await context.print(`${fullName(target.name, added, found.length === 1)}\n`);
    return undefined;
  },
});

/** The ledger is read for it only where a place was typed. */
async function anchorOf(context: Context, target: FoundLedger, options: Options): Promise<WrittenAnchor | null> {
  if ([options.paragraph, options.sentence, options.quote].every((one) => one === undefined)) {
    if (options.article === undefined) return null;
    throw new Refusal(
      '--article is for the place of the claim',
      'Give --paragraph and --sentence, or --quote, with it.',
    );
  }
  const [read] = await readLedgers(context, [target]);
  if (!read) return null;
  const article = await openArticle(context.world, target, read.ledger.article, options.article ?? null);
  return anchorFor(options, article);
}
