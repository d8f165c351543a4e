/** A line of YAML as settings are written: a key, an item, a comment, what is indented, a bracket that closes, or none. */
const YAML_LINE = /^(?:(?:[\p{L}\p{N}_.@-]+|"[^"]*"|'[^']*')[ \t]*:(?:\s|$)|[ \t]|-[ \t]|#|[\]}]|$)/u;
/** A table, a key or a comment of TOML. */
const TOML_START = /^(?:\[|#|[\w."'-]+[ \t]*=)/;

/**
 * Markdown without the settings that other programs put before the text: YAML between lines of `---`, TOML between
 * lines of `+++`. Prose between two rules is none.
 */
export function withoutFrontMatter(markdown: string): string {
  const text = markdown.replace(/^\uFEFF/, '');
  const [, fence, settings = ''] =
    /^(---|\+\+\+)[ \t]*\r?\n((?:.*\r?\n)*?)(?:\1|(?<=\n)\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  if (fence === undefined) return text;
  const lines = settings.split(/\r?\n/);
  const first = lines.find((line) => !/^\s*(?:#|$)/.test(line)) ?? '';
  const isFrontMatter =
    fence === '+++'
      ? TOML_START.test(first)
      : lines[0] !== '' && /^\S.*:/.test(first) && lines.every((line) => YAML_LINE.test(line));
  if (!isFrontMatter) return text;
  return text.slice(text.indexOf(settings) + settings.length).replace(/^.*(?:\r?\n|$)/, '');
}
