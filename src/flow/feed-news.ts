import { splitSentences } from '../article/sentences.ts';
import type { FeedEntry } from '../feed/feed.ts';
import { readFeed } from '../feed/read-feed.ts';
import { Refusal } from '../model/refusal.ts';
import { openText } from '../store/open.ts';
import { decodeFetched } from '../store/page-text.ts';
import { realOf } from '../store/repository.ts';
import { SeenEntries } from '../store/seen-entries.ts';
import { typedPath } from '../store/typed-path.ts';
import { looksLikeHost } from '../text/looks-like-host.ts';
import { PATIENCE } from './change.ts';
import type { Context } from './context.ts';

/** The news of a feed. */
interface FeedNews {
  /** Those that were not left out, in the order of the feed. */
  readonly entries: readonly FeedEntry[];
  /** How many were seen before, and left out. */
  readonly seen: number;
  readonly notes: readonly string[];
  /** Remembers all entries of the feed as seen; null where they are not to be. */
  readonly remember: (() => Promise<void>) | null;
}

/**
 * The entries of a feed, as a file or at an address, which is fetched once.
 * @param unseen whether to leave out those that were seen before
 * @throws Refusal if it cannot be read or fetched, is none, or nothing can be remembered
 */
export async function newsOfFeed(context: Context, typed: string, unseen: boolean): Promise<FeedNews> {
  const { text, address, redirects, name } = await openFeed(context, typed);
  const { entries } = readFeed(text, typed, address);
  const seen = unseen ? new SeenEntries(context.world.stateFolder, name) : null;
  const fresh = seen ? entries.filter(({ id }) => !seen.has(id)) : entries;
  const ids = entries.map(({ id }) => id);
  return {
    entries: fresh,
    seen: entries.length - fresh.length,
    notes: redirects.map((to) => `redirected to ${to}`),
    remember: seen && (() => seen.add(ids, { ...PATIENCE, tell: context.note })),
  };
}

/** An entry as sentences: its title and what it says of its content, unless the title is the beginning of that. */
export function sentencesOfEntry({ title, text }: FeedEntry): string[] {
  if (text === null) return [title];
  const sentences = splitSentences(text, null).map(({ start, end }) => text.slice(start, end));
  return text.startsWith(title.replace(/ …$/, '')) ? sentences : [title, ...sentences];
}

interface OpenedFeed {
  readonly text: string;
  /** Where it was in the end; null for a file. */
  readonly address: string | null;
  readonly redirects: readonly string[];
  /** What it is remembered by. */
  readonly name: string;
}

async function openFeed({ world }: Context, typed: string): Promise<OpenedFeed> {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(typed)) {
    // Loaded where an address was typed only.
    const { fetchFeed } = await import('../store/fetch-feed.ts');
    return { ...(await fetchFeed(typed)), name: new URL(typed).href.replace(/#.*$/, '') };
  }
  const path = typedPath(world, typed);
  const opened = openText(path, (bytes) => ({ text: decodeFetched(bytes, null), bytes }));
  if ('fault' in opened) {
    const address = looksLikeHost(typed) ? [`If it is an address, write https://${typed}`] : [];
    throw new Refusal(`${typed}: ${opened.fault}`, ...address);
  }
  return { text: opened.text, address: null, redirects: [], name: realOf(path) ?? path };
}
