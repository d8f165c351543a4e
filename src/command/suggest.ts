import type { Context } from '../flow/context.ts';
import type { EntrySuggestions } from '../flow/feed-suggestions.ts';
import { newsTyped } from '../flow/news.ts';
import { findToLookUp, lookUpLedgers } from '../flow/read-ledgers.ts';
import { SuggestionPool } from '../flow/suggestions.ts';
import { Refusal } from '../model/refusal.ts';
import { claimFilter, claimFilterOptions } from '../options/claim-filters.ts';
import { maybeWords } from '../options/operand.ts';
import { flag, one } from '../options/option.ts';
import { count, decimal, text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { fullName } from '../query/names.ts';
import type { News } from '../rank/news.ts';
import type { Suggestion } from '../rank/suggestion.ts';
import { shellWord } from '../text/shell-word.ts';
import { json, jsonLines, ndjson } from '../view/formats/json.ts';
import { data, names, page } from '../view/found.ts';
import { feedSuggestionsPage } from '../view/pages/feed-suggestions.ts';
import { suggestionsPage } from '../view/pages/suggestions.ts';

const FORMATS = ['text', 'json', 'ndjson', 'ids'] as const;
const SHOWN = 5;

export const suggest = verb({
  operands: { 'text|file|-': maybeWords(String) },
  manual: [
    'Ranks the pending claims by how much a piece of news bears on them: a headline, a paragraph, a file of text, Markdown or HTML, or standard input with -. With --page, it is a page, as a file or at an address, which is fetched once. A word that names a file is that file; several words are one text.',
    'All ledgers in use are one pool. A claim counts by its text and tags, and a little by the titles of the events that its verdicts rest on and of their sources. Words that begin alike count in part, in any script and across Cyrillic, Greek and Latin. The same ledgers give the same answer; nothing is asked of a model or a service.',
    'A strength of 3.5 and more is likely, of 2.5 possible. Where nothing is as strong, it says so and shows the nearest claims, down to 2.0. For each claim it shows the words in common, the earlier evidence that the news is like, the passage of a long text, and the mark command to type. Whether the news confirms or refutes a claim is for you to say.',
    'With --feed, each entry of a feed is a piece of news, and its claims are those from a strength of 3.0 on; the text leaves out entries that bear on none. With --unseen, what such runs have shown of this feed before is left out; an entry counts as seen once the result was written out.',
    'Filters narrow the claims down as in list. What is said in other words altogether, or in another language without names in common, is not found.',
  ],
  examples: [
    { command: 'suggest "Belarus sets a date for its constitutional referendum"', what: 'a headline' },
    { command: 'suggest --page https://example.org/news', what: 'a page, with the passage for each claim' },
    { command: 'suggest --feed https://example.org/rss --unseen', what: 'what is new in a feed' },
    { command: 'suggest news.txt --settled --limit 10', what: 'a file; settled claims too' },
    { command: 'suggest --tag energy --format ids "Gas price agreed"', what: 'names for a script' },
    { command: 'suggest --exit-code "Ferry sails"', what: 'exit with 1 if it bears on any claim' },
  ],
  options: {
    page: one('file or address', text, 'a page, as a file or at an address'),
    feed: one('file or address', text, 'a feed (RSS, Atom, JSON Feed), as a file or at an address'),
    unseen: flag('only entries of the feed that no run with --unseen has shown'),
    limit: one('n', count, `at most N claims; ${SHOWN} unless given`),
    settled: flag('confirmed and refuted claims as well as pending ones'),
    minStrength: one('strength', decimal, 'claims from this strength on, and none below'),
    ...claimFilterOptions,
    exitCode: flag('exit with 1 if the news bears on any claim'),
  },
  formats: FORMATS,
  async run(context: Context, words, { page: typed, feed, unseen, limit, settled, minStrength, exitCode, ...filters }) {
    const typedWords = words['text|file|-'];
    if (feed !== null && (typed !== null || typedWords.length > 0)) {
      throw new Refusal('a feed and other news are two things to ask about', 'Give one of them.');
    }
    if (feed === null && unseen) throw new Refusal('--unseen is about the entries of a feed', 'Give it with --feed.');
    const news = feed ?? (await newsTyped(context, typedWords, typed));
    const ledgers = await lookUpLedgers(context, await findToLookUp(context));
    const pool = new SuggestionPool(ledgers, context.vantage, claimFilter(filters, ledgers), settled);
    const nameOf = ({ ledger, claim }: Suggestion) => fullName(ledger, claim, ledgers.length === 1);
    const markOf = (suggestion: Suggestion, about: Marked) => markCommand(context, about, nameOf(suggestion));
    const most = limit ?? SHOWN;
    if (typeof news === 'string') {
      // What reads feeds is loaded for them alone.
      const { suggestForFeed } = await import('../flow/feed-suggestions.ts');
      const { found, seen, notes, remember } = await suggestForFeed(context, pool, news, unseen, most, minStrength);
      const claims = new Set(found.flatMap(({ suggestions }) => suggestions.map(nameOf)));
      const markOfEntry = (suggestion: Suggestion, { entry: { title, url, date } }: EntrySuggestions) =>
        markOf(suggestion, { headline: title, url, publisher: null, published: date });
      return {
        found: {
          text: () => page(() => feedSuggestionsPage(found, seen, nameOf, markOfEntry)),
          json: () => data(jsonLines(found)),
          ndjson: () => data(ndjson(found)),
          ids: () => data(names(claims, String)),
        },
        notes,
        isNo: exitCode && claims.size > 0,
        afterwards: remember,
      };
    }
    const found = pool.ask(news, most, minStrength);
    const { suggestions, threshold, query, documents } = found;
    const clear = suggestions.filter(({ strength }) => strength >= threshold);
    return {
      found: {
        text: () => page(() => suggestionsPage(found, nameOf, (one) => markOf(one, news))),
        json: () => data(json(found)),
        ndjson: () => data(ndjson(suggestions.map((one) => ({ query, threshold, documents, ...one })))),
        ids: () => data(names(clear, nameOf)),
      },
      notes: news.notes,
      isNo: exitCode && clear.length > 0,
    };
  },
});

/** What an event is recorded with. */
type Marked = Pick<News, 'headline' | 'url' | 'publisher' | 'published'>;

/** What records that the news decides a claim; null where the ledger cannot be written. */
function markCommand(
  { globals }: Context,
  { headline, url, publisher, published }: Marked,
  name: string,
): string | null {
  if (globals.file.includes('-')) return null;
  const option = (key: string, value: string | null) => (value === null ? [] : [key, value]);
  const words = [
    ...['mark', 'STATUS', name, '--event', headline],
    ...option('--on', published),
    ...option('--source', url),
    ...option('--publisher', url && publisher),
    ...globals.file.flatMap((path) => ['-f', path]),
  ];
  return `factledger ${words.map(shellWord).join(' ')}`;
}
