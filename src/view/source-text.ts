import type { EventRow } from '../query/rows.ts';

type SourceRow = EventRow['sources'][number];

/** Who published what and when, in one line, without where it is; empty where nothing is known. */
export function sourceTitle({ publisher, title, date, note }: SourceRow): string {
  const head = [publisher, title && `“${title}”`, date].filter(Boolean).join(', ');
  return note ? `${head} (${note})`.trimStart() : head;
}

/** The same with its addresses, those it had named as such. */
export function sourceText(source: SourceRow): string {
  const { url, file, archived, formerly } = source;
  const former = formerly.map((address) => `formerly ${address}`);
  return [sourceTitle(source), url, file, archived, ...former].filter(Boolean).join(' ');
}
