/** A value as JSON for people and programs: two spaces of indentation. */
export const json = (value: unknown): readonly string[] => [`${JSON.stringify(value, null, 2)}\n`];

/** A list as JSON, one item a line. */
export function* jsonLines(items: Iterable<unknown>): Iterable<string> {
  let lead = '[\n';
  for (const item of items) {
    yield `${lead}${JSON.stringify(item)}`;
    lead = ',\n';
  }
  yield lead === '[\n' ? '[]\n' : '\n]\n';
}

/** A list as newline-delimited JSON. */
export function* ndjson(items: Iterable<unknown>): Iterable<string> {
  for (const item of items) yield `${JSON.stringify(item)}\n`;
}
