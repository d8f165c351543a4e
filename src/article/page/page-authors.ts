import { isThing, type LinkedData, owned, type Thing, textsOf } from './linked-data.ts';
import { distinctNames, isName, namesIn } from './names.ts';
import type { ScannedPage } from './scan-page.ts';
import type { Found } from './told.ts';

const META_AUTHORS = [
  'author',
  'article:author',
  'og:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'byl',
  'cxenseparse:author',
];

const WRITTEN_BY =
  /^(?:written by|by|author|verfasst von|geschrieben von|von|autor|écrit par|auteur|escrito por|scritto da|autore|napisane przez|door|skrevet av|автор|автор:)/i;

/** Who wrote the article. @param sites names of the site, which is an author only where nobody else is */
export function authorsOf(
  page: ScannedPage,
  data: LinkedData,
  described: Thing,
  sites: readonly string[],
): Found<readonly string[]> | null {
  const linkedNames = (key: string) =>
    [owned(described, key)]
      .flat()
      .slice(0, 50)
      .map(data.resolve)
      .flatMap((one) => (isThing(one) ? nameOf(one) : textsOf(one)));
  const marks = (by: string) =>
    page.authors.filter((one) => one.by === by && (one.afterHeadline ?? 0) < 3_000).map(({ text }) => text);
  const labelled = [1, 2, 3, 4].flatMap((at) =>
    WRITTEN_BY.test(page.metas.get(`twitter:label${at}`)?.[0] ?? '') ? (page.metas.get(`twitter:data${at}`) ?? []) : [],
  );
  const metas = (name: string) =>
    (page.metas.get(name) ?? []).map((text) => (name === 'citation_author' ? turned(text) : text));
  const sources: readonly [string, readonly string[]][] = [
    ['JSON-LD author', linkedNames('author')],
    ...META_AUTHORS.map((name): [string, readonly string[]] => [`meta ${name}`, metas(name)]),
    ['meta twitter:data', labelled],
    ['JSON-LD creator', linkedNames('creator')],
    ['itemprop author', marks('itemprop')],
    ['rel author', marks('rel').filter(isByline)],
    ['byline', marks('class').filter(isByline).slice(0, 1)],
  ];
  const isSite = (name: string) => sites.some((site) => site.toLowerCase() === name.toLowerCase());
  const found = sources
    .map(([from, texts]) => ({ from, value: distinctNames(texts.flatMap(namesIn)) }))
    .filter(({ value }) => value.length > 0);
  // Where a site names itself and somebody else, the other one wrote it.
  return found.find(({ value }) => value.some((name) => !isSite(name))) ?? found[0] ?? null;
}

/** `Lee, Ann` is Ann Lee where a program writes it. */
const turned = (name: string) => name.replace(/^([^,]+), ([^,]+)$/, '$2 $1');

/** Whether a piece of a page's text is a byline with names, and nothing else. */
function isByline(text: string): boolean {
  const names = namesIn(text);
  return names.length > 0 && names.every(isName);
}

function nameOf(thing: Thing): string[] {
  const names = textsOf(owned(thing, 'name'));
  if (names.length > 0) return names;
  const whole = ['givenName', 'familyName'].flatMap((key) => textsOf(owned(thing, key)).slice(0, 1)).join(' ');
  return whole === '' ? [] : [whole];
}
