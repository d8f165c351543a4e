import fc from 'fast-check';

/** Text as people and other programs write it after a key or a dash, at an indentation that further lines keep. */
const TEXTS: readonly ((indent: string) => string)[] = [
  () => 'Two words.',
  () => "It's a #1, at 10:30, of {all} [there] is – Żuraw 港 😀",
  () => 'null and void',
  () => '"Quoted: a \\"claim\\" \\u00e9\\n."',
  () => "'It''s quoted # here'",
  () => 'Text   # and a comment',
  () => '"Text" # and a comment',
  (indent) => `Text that\n${indent}goes on\n${indent}  in further lines.`,
  (indent) => `|\n${indent}Literal\n\n${indent}  text.\n`,
  (indent) => `|-\n${indent}Literal\n${indent}# text.\n\n`,
  (indent) => `>\n${indent}Folded\n${indent}text.\n\n\n${indent}More: of it.`,
  (indent) => `>-\n${indent}Folded\n\n${indent}text.`,
  (indent) => `"In quotes,\n${indent}and in two lines."`,
];

const DATES = ['2020-01-31', '2020-02', '2021', '"2020-01-31"', '~', ''];
const LISTS: readonly ((indent: string) => string)[] = [
  () => '[a, "b, c", \'d\']',
  () => '[ x ,y, ]',
  () => '[]',
  (indent) => `\n${indent}- a\n${indent}- "b"\n${indent}# c\n${indent}- c d`,
  (indent) => `# none\n${indent}  - a\n\n${indent}  - https://example.org/a#b`,
  () => '',
  () => 'null',
];
/** Sources, at an indentation that their lines keep. */
const SOURCES: readonly ((indent: string) => string)[] = [
  () => '[{url: https://example.org/1}, { file: a.pdf, }]',
  (indent) => `\n${indent}- url: https://example.org/#1`,
  () => '[{ url: https://example.org/2, formerly: [https://example.org/0, "b, c"] }]',
  (indent) => `\n${indent}- url: https://example.org/3\n${indent}  formerly:\n${indent}    - https://example.org/0\n`,
  () => '',
];
const BETWEEN = ['', '', '', '\n', '# a comment\n', '  # a comment\n', '    \n'];

class OrdinaryWriter {
  private readonly tape: readonly number[];
  private readonly size: number;
  private at = 0;

  /** @param size how many times longer than the shortest kind */
  constructor(tape: readonly number[], size: number) {
    this.tape = tape;
    this.size = size;
  }

  ledger(): string {
    const { size } = this;
    const indent = this.pick([2, 2, 0]);
    const events = this.many(3 * size, (index) => this.event(indent, index));
    const claims = this.many(4 * size, (index) => this.claim(index));
    const article = this.pick([
      'article:\n  title: T\n  published: 2020-01-01\n',
      'article: { title: T, language: en }\n',
      'article:\n  title: T\n  author: [A. Writer, "B, C"]\n',
      'article:\n  title: T\n  author:\n    - A. Writer\n    -\n    - B\n',
    ]);
    const parts = [article, `claims:\n${claims}`, `events: # what happened\n${events}`];
    const own = this.pick([
      '',
      'x-own: 1\n',
      'x-own: [a, { b: c }]\n',
      'x-own:\n- a\n- b: c\n',
      'x-own: |\n  text\nx-2: {}\n',
    ]);
    const head = `${this.pick(['', '---\n', '# A ledger\n\n'])}factledger: 1\n${own}`;
    const text = `${head}${parts.join(this.pick(['', '\n']))}`;
    const ended = this.pick([text, text.replace(/\n+$/, '')]);
    return this.pick([ended, ended, ended.replaceAll('\n', '\r\n')]);
  }

  private claim(index: number): string {
    return this.record(2, [
      ['id', `c${index}`],
      ['text', this.pick(TEXTS)('      ')],
      ['speaker', this.pick(['A. Example', ...LISTS.map((list) => list('    '))])],
      ['via', this.pick(['Example News', '', '"Example: News"'])],
      ['kind', this.pick(['fact', 'promise', ''])],
      ['said', this.pick(DATES)],
      ['tags', this.pick(LISTS)('    ')],
      ['x-own', this.pick(['1', '"two"', '[3]', '"a: b"'])],
      ['note', this.pick(TEXTS)('      ')],
      ['sources', this.pick(SOURCES)('    ')],
      ['formerly', this.formerly('c', index)],
      ['added', this.pick(['2020-01-31', '"2020-01-31"', ''])],
      ['anchors', this.pick(['[{ paragraph: 1, sentence: 2 }]', '\n      - { paragraph: 1, quote: "a, b" }', ''])],
      ['verdicts', this.pick(['', '[]', `\n${this.verdicts()}`])],
      ['withdrawn', this.withdrawn('      ', this.pick(['', ', instead: [c0, "c1"]', ', instead: [ c-1 ,c0 ]']))],
    ]);
  }

  /** Some of them are another's; not in a long ledger, which would hardly ever be sound. */
  private formerly(letter: string, index: number): string {
    return this.pick([
      `[${letter}-${index}]`,
      `\n      - ${letter}-${index}\n      - "${letter}--${index}"`,
      '',
      this.size === 1 ? `[${letter}1]` : '[]',
    ]);
  }

  /** Some of them count from before there was anything to withdraw; not in a long ledger. */
  private withdrawn(indent: string, more: string): string {
    return this.pick([
      '',
      `{ date: 2020-02-01, reason: "Wrong: a claim, twice."${more} }`,
      `{ date: 2020-02-01, reason: It's wrong., by: kl${more} }`,
      `\n${indent}date: 2020-02-01\n${indent}reason: Wrong.\n${indent}by: kl`,
      `{ date: 2020-01-3${this.size === 1 ? 0 : 1}, reason: On the day. }`,
      '~',
    ]);
  }

  private verdicts(): string {
    const indent = this.pick([6, 6, 4, 8]);
    return this.many(3, () => this.verdict(indent));
  }

  private verdict(indent: number): string {
    const deeper = ' '.repeat(indent + 4);
    return this.record(indent, [
      ['date', '2020-01-31'],
      ['status', this.pick(['confirmed', 'pending', '"refuted"'])],
      ['evidence', this.pick(['[e0, e1]', '["e0"]', '', '[e-0, e0, e-1]', `\n${deeper}- e0\n${deeper}- e1`])],
      ['note', this.pick(TEXTS)(deeper)],
      ['label', this.pick(['Mostly true', '"True"', "'Four: Pinocchios'", ''])],
      ['withdrawn', this.withdrawn(deeper, '')],
    ]);
  }

  private event(indent: number, index: number): string {
    return this.record(indent, [
      ['id', `e${index}`],
      ['date', this.pick(DATES.slice(0, 4))],
      ['title', this.pick(TEXTS)('      ')],
      ['sources', this.pick(SOURCES)('    ')],
      ['formerly', this.formerly('e', index)],
    ]);
  }

  /** Keys after a dash; some are left out, and some swapped. */
  private record(indent: number, pairs: readonly (readonly [string, string])[]): string {
    const margin = ' '.repeat(indent);
    const [first, ...rest] = pairs.filter(
      ([key]) => /^(id|text|date|status|title)$/.test(key) || this.pick([true, false]),
    );
    const ordered = [first, ...(this.pick([false, false, true]) ? rest.reverse() : rest)];
    const lines = ordered.map((pair, index) => {
      const [key, value] = pair as [string, string];
      const gap = value === '' || value.startsWith('\n') ? '' : ' ';
      return `${margin}${index === 0 ? '- ' : '  '}${key}:${gap}${value}\n${this.pick(BETWEEN)}`;
    });
    return lines.join('');
  }

  private many(most: number, make: (index: number) => string): string {
    const count = 1 + this.pick(Array.from({ length: most }, (_, index) => index));
    return Array.from({ length: count }, (_, index) => make(index)).join('');
  }

  private pick<T>(choices: readonly T[]): T {
    const number = this.tape[this.at++] ?? 0;
    return choices[number % choices.length] as T;
  }
}

/** Ledgers as they are written every day, with an oddity here and there. */
export const ordinaryLedger: fc.Arbitrary<string> = fc
  .array(fc.nat({ max: 9999 }), { maxLength: 300, size: 'max' })
  .map((tape) => new OrdinaryWriter(tape, 1).ledger());

/** The same with dozens of claims. */
export const longLedger: fc.Arbitrary<string> = fc
  .array(fc.nat({ max: 9999 }), { minLength: 500, maxLength: 1500, size: 'max' })
  .map((tape) => new OrdinaryWriter(tape, 10).ledger());
