/** Settings before the text: YAML between lines of `---`, TOML between lines of `+++`. */
const FENCED = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/;
const LINE = /^(["']?)([\w-]+)\1\s*[:=]\s*(.*)$/;
const ITEM = /^\s*-\s+(.*)$/;

/**
 * The front matter of a text: texts and lists of texts by key, in lower case; what it nests, or writes in any other
 * way, is left out.
 */
export function frontMatter(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let list: string[] | null = null;
  for (const line of FENCED.exec(text)?.[2]?.split(/\r?\n/) ?? []) {
    const item = ITEM.exec(line)?.[1];
    if (item !== undefined && list !== null) {
      list.push(...scalar(item));
      continue;
    }
    const [, , key, value = ''] = LINE.exec(line) ?? [];
    list = null;
    if (key === undefined) continue;
    const values = valuesOf(value.trim());
    if (value.trim() === '') list = values;
    // The first one counts, as for a page.
    if (!found.has(key.toLowerCase())) found.set(key.toLowerCase(), values);
  }
  return found;
}

function valuesOf(value: string): string[] {
  const inBrackets = /^\[(.*)\]$/.exec(value)?.[1];
  if (inBrackets === undefined) return scalar(value);
  return (inBrackets.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+/g) ?? []).flatMap(scalar);
}

/** A text without its quotes; none for what is nested or spans lines. */
function scalar(written: string): string[] {
  const text = written.trim();
  if (/^'''|^"""|^[[{&*!|>]/.test(text)) return [];
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  if (double !== undefined) return [double.replace(/\\(["\\])/g, '$1')];
  const single = /^'((?:[^']|'')*)'/.exec(text)?.[1];
  if (single !== undefined) return [single.replaceAll("''", "'")];
  const plain = text.replace(/\s+#.*$/, '').trim();
  return plain === '' || /^(?:null|~)$/i.test(plain) ? [] : [plain];
}
