/** Measures and wraps text by the columns that a terminal gives it. */
export interface Measure {
  /** Columns that one line of text takes. */
  width(text: string): number;
  /** The text in lines of at most `columns`, broken at spaces, within a word only where it is longer than a line. */
  wrap(text: string, columns: number): string[];
}

/** Latin, Greek, Cyrillic, general punctuation, lines and blocks without combining marks: one column each. */
const NARROW =
  /^[\x20-\x7e\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2500-\u259f\n]*$/;

/** Whether each UTF-16 unit of a text is a character of its own that takes one column. */
export const isNarrow = (text: string): boolean => NARROW.test(text);

const narrow: Measure = {
  width: (text) => text.length,
  wrap(text, columns) {
    const lines: string[] = [];
    for (const paragraph of text.split('\n')) {
      let line = '';
      for (let word of paragraph.split(' ')) {
        while (word.length > columns) {
          if (line) {
            lines.push(line);
            line = '';
          }
          lines.push(word.slice(0, columns));
          word = word.slice(columns);
        }
        if (line === '') line = word;
        else if (line.length + 1 + word.length <= columns) line += ` ${word}`;
        else {
          lines.push(line);
          line = word;
        }
      }
      lines.push(line);
    }
    return lines;
  },
};

/**
 * The measure that is right for these texts. The libraries that know wide and combining characters are loaded only
 * where such text is there, for they cost more than listing a ledger does.
 */
export async function measureFor(texts: Iterable<string>): Promise<Measure> {
  for (const text of texts) {
    if (!isNarrow(text)) return measureForAny();
  }
  return narrow;
}

/** The measure that is right for any text, where what will be typed is not known yet. */
export async function measureForAny(): Promise<Measure> {
  const [{ default: stringWidth }, { default: wrapAnsi }] = await Promise.all([
    import('string-width'),
    import('wrap-ansi'),
  ]);
  return {
    width: (text) => piecesOf(text).reduce((total, piece) => total + stringWidth(piece), 0),
    wrap(text, columns) {
      const lines: string[] = [];
      let open = '';
      for (const piece of piecesOf(text)) {
        const wrapped = wrapAnsi(open + piece, columns, { hard: true }).split('\n');
        open = wrapped.pop() ?? '';
        for (const line of wrapped) lines.push(line);
      }
      return [...lines, open];
    },
  };
}

/** Cut in front of blanks where there are any: the libraries take minutes for a text of a hundred thousand characters. */
function piecesOf(text: string): readonly string[] {
  return text.length <= 1_000 ? [text] : (text.match(/.{1,1000}(?=\s)|.{1,1000}/gsu) ?? []);
}
