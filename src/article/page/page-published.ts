import { dayInText, dayWritten, type WrittenDay } from './day-written.ts';
import type { Thing } from './linked-data.ts';
import type { ScannedPage } from './scan-page.ts';
import { type Found, first, linked, meta, type Told } from './told.ts';

const META_DAYS = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'og:published_time',
  'published_time',
  'publishdate',
  'publish-date',
  'pubdate',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:publishtime',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'dcterms.created',
  'date',
  'citation_publication_date',
  'citation_date',
];

/** The day on which the article appeared. @param language of the page, for the names of months */
export function publishedOf(page: ScannedPage, described: Thing, language: string): Found<string> | null {
  const near = page.times.filter(({ afterHeadline }) => afterHeadline !== null && afterHeadline < 1_500);
  const told: Told[] = [
    ...linked(described, 'datePublished'),
    ...meta(page, META_DAYS),
    ...page.times.filter(({ by }) => by === 'itemprop').map(({ text }) => ({ text, from: 'itemprop datePublished' })),
    ...linked(described, 'dateCreated'),
    ...near
      .filter(({ by }) => by === 'time')
      .map(({ text }) => ({ text, from: '<time>' }))
      .slice(0, 1),
  ];
  const found = first(told, ({ text, from }) => {
    const written = dayWritten(text);
    return written && { ...written, from };
  });
  if (found === null) {
    const day = first(near, ({ text }) => dayInText(text, language));
    return day === null ? null : { value: day, from: 'the line below the headline' };
  }
  return { value: ownDay(found, [...told, ...page.times]), from: found.from };
}

/** The day in the page's own time zone, where another place writes the same moment in one that is not UTC. */
function ownDay({ day, moment, isUtc }: WrittenDay, told: readonly { readonly text: string }[]): string {
  if (!isUtc || moment === null) return day;
  const own = told
    .map(({ text }) => dayWritten(text))
    .find((one) => one?.moment != null && !one.isUtc && Math.abs(one.moment - moment) < 60_000);
  return own?.day ?? day;
}
