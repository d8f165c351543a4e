import { type Metadata, pageMetadata } from '../article/metadata.ts';
import { textMetadata } from '../article/text-metadata.ts';
import { Refusal } from '../model/refusal.ts';
import { nameBeside, openArticleFile } from '../store/article-file.ts';
import type { FetchedPage } from '../store/fetch-page.ts';
import { type KeptPage, keptPage, refuseMisnamed } from '../store/kept-page.ts';
import { decodePage } from '../store/page-text.ts';
import { typedPath } from '../store/typed-path.ts';
import { looksLikeHost } from '../text/looks-like-host.ts';
import { looksLikePage } from '../text/looks-like-page.ts';
import type { Context } from './context.ts';

/** An article as it was taken from a file or an address. */
export interface TakenArticle {
  readonly metadata: Metadata;
  /** Whether it was fetched. */
  readonly isFetched: boolean;
  /** The file that the ledger is to name as the article's text; null for none. */
  readonly text: string | null;
  /** Where it is to be kept; null where it is not. */
  readonly place: KeptPage | null;
  /** What to keep of it in a file: read again, it is the same text. */
  readonly bytes: Uint8Array;
  /** The addresses that it was redirected to. */
  readonly redirects: readonly string[];
}

/** What was read, and how. */
interface ReadArticle extends Pick<TakenArticle, 'metadata' | 'bytes' | 'redirects'> {
  readonly kind: FetchedPage['kind'];
  readonly content: string;
  /** The file that it is, absolute; null for a page that was fetched. */
  readonly path: string | null;
}

/**
 * Takes an article from what was typed: a file, or the address of a page, which is fetched once.
 * @param ledger that is to be made, absolute; its folder is there
 * @param keep the file to keep it in, relative to the ledger's folder; null where it is not kept
 * @throws Refusal if it cannot be read or fetched, is none, or cannot be kept
 */
export async function takeArticle(
  context: Context,
  ledger: string,
  typed: string,
  keep: string | null,
): Promise<TakenArticle> {
  const place = keep === null ? null : keptPage(context.world, ledger, keep);
  const { kind, path, content: _, ...read } = await readPage(context, typed);
  if (place !== null) refuseMisnamed(place, kind);
  const text = place?.name ?? (path === null ? null : nameBeside(ledger, path));
  return { ...read, isFetched: path === null, text, place };
}

/** Reads a page or an article, with what it says of itself. @throws Refusal if it cannot be read or fetched, or is none */
export async function readPage({ world }: Context, typed: string): Promise<ReadArticle> {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(typed)) {
    // Loaded where an address was typed only.
    const { fetchPage } = await import('../store/fetch-page.ts');
    const { address, redirects, kind, bytes, text } = await fetchPage(typed);
    const metadata = await metadataOf(kind, text, typed, address);
    return { metadata, kind, content: text, path: null, bytes: kept(kind, text, bytes), redirects };
  }
  const path = typedPath(world, typed);
  const { kind, text, bytes } = opened(path, typed);
  if (kind !== 'html' && looksLikePage(text)) {
    throw new Refusal(`${typed} holds HTML, and its name says otherwise`, 'Let its name end in .html.');
  }
  return { metadata: await metadataOf(kind, text, typed, null), kind, content: text, path, bytes, redirects: [] };
}

function opened(path: string, typed: string) {
  try {
    return openArticleFile(path, typed);
  } catch (error) {
    if (!(error instanceof Refusal) || !looksLikeHost(typed)) throw error;
    throw new Refusal(error.message, ...error.advice, `If it is an address, write https://${typed}`);
  }
}

async function metadataOf(
  kind: FetchedPage['kind'],
  text: string,
  typed: string,
  address: string | null,
): Promise<Metadata> {
  try {
    if (kind === 'html') return pageMetadata(text, address);
    const metadata = await textMetadata(text, kind === 'markdown');
    if (address === null || metadata.url !== null) return metadata;
    return { ...metadata, url: { value: address.replace(/#.*$/, ''), from: 'its address' } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(`${typed}: nested too deeply to be read`, 'Save the article as plain text.');
  }
}

/** The bytes as they came, where a file of them reads the same; else the text in UTF-8, with a mark that says so. */
function kept(kind: FetchedPage['kind'], text: string, bytes: Uint8Array): Uint8Array {
  const read = decodePage(bytes);
  const isSame =
    'text' in read && read.text === text && (kind === 'html' || Buffer.from(bytes).equals(Buffer.from(text)));
  return isSame ? bytes : Buffer.from(`\uFEFF${text.replace(/^\uFEFF/, '')}`, 'utf8');
}
