import { sentencesOf } from '../flow/anchor-place.ts';
import { changed, changeOne } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import { planSkip } from '../flow/skip-sentences.ts';
import { planUnskip } from '../flow/unskip-sentences.ts';
import { Refusal } from '../model/refusal.ts';
import { maybeWords } from '../options/operand.ts';
import { many, one } from '../options/option.ts';
import { place, placeOptions } from '../options/place.ts';
import { text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { openArticle } from '../store/article-file.ts';
import { TEXT_FORMATS } from '../view/found.ts';

export const skip = verb({
  operands: { place: maybeWords(place) },
  manual: [
    'Notes that sentences of the article were read and make no claim, with the reason. A place is a paragraph, 3, a sentence of one, 2.1, or a run of either, 5-9 and 2.3-3.2. Headings are left out, and so are sentences that have a claim or are skipped already.',
    'A run of neighbouring sentences is one record, by the digests of its sentences. Sentences right beside a skip with the same reason join its record, unless it has comments or keys of your own, or is by a quote.',
    'With --remove, it takes sentences out of the skips; a run is split where they stand within it.',
    'The text is the file given with --article, or the one that the ledger names as article.text.',
  ],
  examples: [
    { command: 'skip 1.2 --reason "Describes the weather."', what: 'a sentence without a claim' },
    {
      command: 'skip 2.3-3.2 7 --reason "Scenery." --article article.txt',
      what: 'a run of sentences, and a paragraph',
    },
    { command: 'skip --remove 2.4', what: 'a sentence of that run makes a claim after all' },
  ],
  options: {
    reason: one('text', text, 'why the sentences make no claim'),
    remove: many('place', place, 'skip the sentences there no longer (3, 2.1, 2.3-3.2)'),
    article: placeOptions.article,
    ...writingOptions,
  },
  formats: TEXT_FORMATS,
  async run(context: Context, { place: places }, { reason, remove, ...given }) {
    if (remove.length > 0 && (reason !== null || places.length > 0)) {
      throw new Refusal('--remove takes skips away, and adds none', 'Write: factledger skip --remove 2.1');
    }
    if (remove.length === 0 && (reason === null || places.length === 0)) {
      const what = places.length === 0 ? 'which sentences make no claim? Give their places' : 'a skip needs its reason';
      throw new Refusal(what, 'Write: factledger skip 2.1 --reason "Describes the weather."');
    }
    const ledgers = await LedgersToWrite.find(context, given);
    const target = await ledgers.one();
    const article = await openArticle(context.world, target.found, target.ledger.article, given.article);
    if (article === null) {
      throw new Refusal(
        'a skip needs the article’s text',
        'Give it with --article FILE, or name it: factledger edit article --text FILE.',
      );
    }
    const { today } = context;
    const sentences = places.flatMap((range) => sentencesOf(range, article));
    const made = await changeOne(context, target, given.dryRun, (fresh) =>
      reason === null
        ? planUnskip(fresh, article, remove, today)
        : planSkip(fresh, article, sentences, { reason, today }),
    );
    const { keys: changes, lines, notes } = made.outcome;
    const isNew = changes.length > 0;
    const told = (one: (typeof lines)[number]) => `${ledgers.nameOf(target, one.place)}: ${one.what}`;
    return changed([made], {
      isDryRun: given.dryRun,
      data: { ledger: target.name, id: null, changed: isNew, changes },
      lines: lines.map(told),
      notes: [...notes.map(told), ...(isNew ? [] : ['Nothing is open there: nothing changed.'])],
    });
  },
});
