import fc from 'fast-check';

/** What YAML gives a meaning to, and what is near it. */
const MARKS = [
  ...' \t\n\r:-?,[]{}#&*!|>\'"%@`\\.~09ax\uFEFF\u0000\u0085\u2028\u00A0',
  '😀',
  '  ',
  '\n\n',
  '- ',
  ': ',
  ' #',
  '\r\n',
  '---\n',
  '...\n',
];

/** Slips of the hand: where, how much is overwritten, and with what. */
export const slips = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.constantFrom(...MARKS)), {
  minLength: 1,
  maxLength: 3,
});

export function withSlips(ledger: string, made: readonly (readonly [number, number, string])[]): string {
  return made.reduce((before, [where, length, mark]) => {
    const at = where % (before.length + 1);
    return before.slice(0, at) + mark + before.slice(at + length);
  }, ledger);
}
