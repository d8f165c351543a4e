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
const BETWEEN = ['', '', '', '\n', '# a comment\n', '  # a comment\n', '    \n'];

class OrdinaryWriter {
  private readonly tape: readonly number[];
  private at = 0;

  constructor(tape: readonly number[]) {
    this.tape = tape;
  }

  /** @param size how many times longer than the shortest kind */
  ledger(size: number): string {
    const indent = this.pick([2, 2, 0]);
    const events = this.many(3 * size, (index) => this.event(indent, index));
    const claims = this.many(4 * size, (index) => this.claim(index));
    const article = this.pick([
      'article:\n  title: T\n  published: 2020-01-01\n',
      'article: { title: T, language: en }\n',
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
      ['anchors', this.pick(['[{ paragraph: 1, sentence: 2 }]', '\n      - { paragraph: 1, quote: "a, b" }', ''])],
      ['verdicts', this.pick(['', '[]', `\n${this.verdicts()}`])],
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
      ['evidence', this.pick(['[e0, e1]', '["e0"]', '', `\n${deeper}- e0\n${deeper}- e1`])],
      ['note', this.pick(TEXTS)(deeper)],
    ]);
  }

  private event(indent: number, index: number): string {
    return this.record(indent, [
      ['id', `e${index}`],
      ['date', this.pick(DATES.slice(0, 4))],
      ['title', this.pick(TEXTS)('      ')],
      [
        'sources',
        this.pick(['[{url: https://example.org/1}, { file: a.pdf, }]', '\n    - url: https://example.org/#1', '']),
      ],
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
  .map((tape) => new OrdinaryWriter(tape).ledger(1));

/** The same with dozens of claims. */
export const longLedger: fc.Arbitrary<string> = fc
  .array(fc.nat({ max: 9999 }), { minLength: 500, maxLength: 1500, size: 'max' })
  .map((tape) => new OrdinaryWriter(tape).ledger(10));
