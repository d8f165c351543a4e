import fc from 'fast-check';

/** Texts as people paste them: whatever Unicode has, and what YAML or a terminal may trip over. */
export const pasted = fc.oneof(
  fc.constantFrom(
    'New.',
    '2024-01-01',
    'a: b # c',
    '- x',
    'a\nb',
    '  lead',
    'tail \n',
    '\t',
    'x\u202ey',
    '\u2028',
    '😀',
    '\r\n',
    '\ufeff',
    '\u0085',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => text.isWellFormed()),
);
