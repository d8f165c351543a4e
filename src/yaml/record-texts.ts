import type { Ledger } from '../model/ledger.ts';

/**
 * The text of each record of a ledger as it stands in its file: from where it starts to the next one, or to the first line
 * that is less indented, so that what stands beside it counts for nothing.
 * @param text that the ledger was read from
 * @returns by record: the article, claims and events
 */
export function recordTexts(text: string, { article, claims, events }: Ledger): ReadonlyMap<object, string> {
  const records = [article, ...claims, ...events].sort((one, other) => one.place.start - other.place.start);
  return new Map(
    records.map((record, at) => {
      const { start } = record.place;
      const piece = text.slice(start, records[at + 1]?.place.start ?? text.length);
      return [record, withinIndentation(piece, start - text.lastIndexOf('\n', start - 1) - 1)];
    }),
  );
}

function withinIndentation(piece: string, indentation: number): string {
  const lines = piece.split('\n');
  const end = lines.findIndex((line, at) => at > 0 && /\S/.test(line) && line.search(/\S/) < indentation);
  return (end === -1 ? lines : lines.slice(0, end)).join('\n').replace(/[\s,-]+$/, '');
}
