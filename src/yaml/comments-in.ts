import type { Span } from './cut.ts';
import { type Scan, scalarRanges } from './scan.ts';

const COMMENT = /(?<=^|[\s\uFEFF])#[^\n]*/gm;

/** The comments of a sound text (YAML 1.2, section 6.6), in order, from their `#` to the end of their line. */
export function commentsIn(scanned: Scan): readonly Span[] {
  const { text } = scanned;
  const ranges = [...scalarRanges(scanned)].sort((a, b) => a[0] - b[0]);
  const comments: Span[] = [];
  let range = 0;
  const pattern = new RegExp(COMMENT);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index;
    while (range < ranges.length && (ranges[range]?.[1] ?? 0) <= start) range++;
    const [from = start + 1, to = start] = ranges[range] ?? [];
    if (from <= start) {
      // Within a text; whatever follows it is looked at again.
      pattern.lastIndex = to;
      continue;
    }
    comments.push({ start, end: start + match[0].length });
  }
  return comments;
}
