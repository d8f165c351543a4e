/** A thing of JSON-LD. Its keys are anyone's: they are read with `owned` alone. */
export type Thing = Readonly<Record<string, unknown>>;

/** The JSON-LD of a page. */
export interface LinkedData {
  /** The articles that it is about at its top, not those that it only mentions. */
  readonly articles: readonly Thing[];
  /** The pages that it describes: what there is where it knows no article. */
  readonly pages: readonly Thing[];
  /** A value with what it names by `@id` in its place. */
  readonly resolve: (value: unknown) => unknown;
  /** How many of its blocks cannot be read. */
  readonly broken: number;
}

/** How many things of a page are looked at. */
const MOST = 10_000;
const ARTICLE = /(?:Article|Posting|Report|Transcript|Statement)$/;
const PAGE = /(?:^|[a-z])(?:WebPage|ItemPage|ClaimReview)$/;
/** Keys under which the things that a page is about stand; what stands elsewhere belongs to another thing. */
const WITHIN = ['@graph', 'mainEntity', 'mainEntityOfPage'];

/**
 * Reads the JSON-LD of a page.
 * @param blocks what its script elements hold
 */
export function readLinkedData(blocks: readonly string[]): LinkedData {
  const parsed = blocks.filter((block) => block.trim() !== '').map(parse);
  const byId = new Map<string, Thing>();
  const articles: Thing[] = [];
  const pages: Thing[] = [];
  const seen = new Set<unknown>();
  const queue: unknown[] = parsed.filter((value) => value !== undefined);
  for (let at = 0; at < queue.length && at < MOST; at++) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, MOST));
    if (!isThing(value) || seen.has(value)) continue;
    seen.add(value);
    remember(byId, value);
    const types = [owned(value, '@type')].flat().map((type) => String(type).replace(/^.*[/#:]/, ''));
    if (types.some((type) => ARTICLE.test(type))) articles.push(value);
    else if (types.some((type) => PAGE.test(type))) pages.push(value);
    for (const key of WITHIN) queue.push(owned(value, key));
  }
  // What is only referred to may be described within another thing.
  for (const thing of [...articles, ...pages]) {
    for (const key of ['author', 'creator', 'publisher']) {
      for (const one of [owned(thing, key)].flat()) if (isThing(one)) remember(byId, one);
    }
  }
  const resolve = (value: unknown): unknown => {
    const id = isThing(value) ? owned(value, '@id') : value;
    const known = typeof id === 'string' ? byId.get(id) : undefined;
    return known !== undefined && (!isThing(value) || size(known) > size(value)) ? known : value;
  };
  return { articles, pages, resolve, broken: parsed.filter((value) => value === undefined).length };
}

/** A key's value; undefined where the thing has none of its own. */
export const owned = (thing: Thing, key: string): unknown => (Object.hasOwn(thing, key) ? thing[key] : undefined);

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The texts of a value, be it one, a list, or a thing that holds one. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one) => (Array.isArray(one) ? [] : textsOf(one)));
  return isThing(value) ? [owned(value, '@value'), owned(value, '@list')].flat().filter(isText) : [];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const size = (thing: Thing) => Object.keys(thing).length;

function remember(byId: Map<string, Thing>, thing: Thing): void {
  const id = owned(thing, '@id');
  if (typeof id !== 'string') return;
  const known = byId.get(id);
  if (known === undefined || size(known) < size(thing)) byId.set(id, thing);
}

/** Undefined where it is no JSON even once usual mistakes are mended. */
function parse(block: string): unknown {
  for (const mend of [(text: string) => text, mended]) {
    try {
      return JSON.parse(mend(block)) as unknown;
    } catch {}
  }
  return undefined;
}

/** What programs that paste JSON together get wrong: wrappings, raw line breaks in texts, commas before an end. */
function mended(block: string): string {
  const bare = block
    .replace(/^\s*(?:\/\/)?\s*(?:<!--|(?:\/\*)?<!\[CDATA\[(?:\*\/)?)/, '')
    .replace(/(?:\/\/)?\s*(?:-->|(?:\/\*)?\]\]>(?:\*\/)?)\s*$/, '')
    .replace(/;\s*$/, '');
  return bare.replace(/"(?:[^"\\]|\\[\s\S])*"|,(?=\s*[}\]])/g, (piece) =>
    piece === ',' ? '' : piece.replace(/[\u0000-\u001f]+/g, ' '),
  );
}
