import { describe, expect, test } from 'vitest';
import { sandbox } from '../sandbox.ts';

const LEDGER = `factledger: 1
article: { title: T, author: A, published: 2024-01-01 }
claims:
  - id: turns
    text: It turns.
    verdicts:
      - { date: 2024-01-03, status: pending }
      - { date: 2024-01-05, status: refuted }
      - { date: 2024-01-07, status: confirmed }
  - { id: unseen, text: Nobody looked., said: 2024-01-04 }
  - { id: taken, text: Taken back., verdicts: [{ date: 2024-01-03, status: refuted, withdrawn: { date: 2024-01-06, reason: R } }] }
  - { id: gone, text: Gone., verdicts: [{ date: 2024-01-01, status: confirmed }], withdrawn: { date: 2024-01-05, reason: R } }
  - { id: ugly, text: Ugly., kind: opinion }
`;
const TODAY = { now: '2024-01-10T12:00:00' };
const PAINT = /\u001b\[[\d;]*m/g;
const drawn = (columns: number) => ({ ...TODAY, terminal: { columns, colors: 1 as const } });
const run = async (argv: readonly string[], options: object = TODAY, ledger = LEDGER) => {
  const { out, err } = await sandbox(ledger).run(argv, options);
  return { lines: out.replace(PAINT, '').split('\n'), out, err };
};

describe('list --timeline', () => {
  const bars = (lines: readonly string[]) => lines.slice(1, 5).map((line) => line.slice(0, 40));

  test('each day of ten has four columns of eighty, drawn with blocks, or with letters without colours', async () => {
    const { lines } = await run(['list', '--timeline'], drawn(80));
    expect(lines[0]).toBe(`2024-01-01${' '.repeat(20)}2024-01-10`);
    expect(bars(lines)).toEqual([
      `${'─'.repeat(8)}${'━'.repeat(8)}${'═'.repeat(8)}${'▇'.repeat(16)}`,
      `${' '.repeat(12)}${'─'.repeat(28)}`,
      `${'─'.repeat(8)}${'═'.repeat(12)}${'─'.repeat(20)}`,
      '╌'.repeat(40),
    ]);
    const letters = [
      `${'·'.repeat(8)}${'p'.repeat(8)}${'r'.repeat(8)}${'c'.repeat(16)}`,
      `${' '.repeat(12)}${'·'.repeat(28)}`,
      `${'·'.repeat(8)}${'r'.repeat(12)}${'·'.repeat(20)}`,
      'o'.repeat(40),
    ];
    expect(bars((await run(['list', '--timeline'])).lines)).toEqual(letters);
    for (const [argv, env] of [
      [['--no-color'], {}],
      [[], { NO_COLOR: '1' }],
      [[], { LANG: 'de_DE.ISO-8859-1' }],
      [[], { LC_ALL: 'C', LANG: 'de_DE.UTF-8' }],
    ] as const) {
      expect(bars((await run(['list', '--timeline', ...argv], { ...drawn(80), env })).lines)).toEqual(letters);
    }
    for (const env of [{ LANG: 'C.UTF-8' }, { LANG: 'C', LC_ALL: 'en_US.utf8' }]) {
      expect(bars((await run(['list', '--timeline'], { ...drawn(80), env })).lines)).toEqual(bars(lines));
    }
  });

  test('filters, order, number and day are heeded; what was withdrawn ends then', async () => {
    const names = async (...argv: string[]) =>
      (await run(['list', '--timeline', ...argv])).lines.flatMap(
        (line) => /^[·cpro ]{40} {2}(\S+)/.exec(line)?.[1] ?? [],
      );
    expect(await names('--status', 'pending')).toEqual(['unseen', 'taken']);
    expect(await names('--sort', 'id', '--reverse')).toEqual(['unseen', 'ugly', 'turns', 'taken']);
    expect(await names('--limit', '1')).toEqual(['turns']);
    expect(await names('--as-of', '2024-01-03')).toEqual(['turns', 'taken', 'gone', 'ugly']);
    const { lines } = await run(['list', '--timeline', '--withdrawn']);
    expect(lines[1]).toBe(`${'c'.repeat(16)}${' '.repeat(24)}  gone  Gone.`);
    expect((await run(['list', '--timeline', '--limit', '2'])).out).toContain('2 of 4 claims:');
  });

  test('other formats stay as they are, and nothing is drawn where there is nothing', async () => {
    for (const format of ['json', 'ids', 'csv', 'tsv', 'ndjson']) {
      const plain = await run(['list', '--format', format]);
      expect((await run(['list', '--timeline', '--format', format])).out.replace(/"file".*/g, '')).toBe(
        plain.out.replace(/"file".*/g, ''),
      );
    }
    const none = await run(['list', '--timeline', '--tag', 'none']);
    expect([none.out, none.err]).toEqual(['', 'no claims\n']);
  });

  test.each([40, 47, 48, 60, 80, 160])(
    'no line is longer than %i columns, whatever the texts and ids',
    async (columns) => {
      const wide = LEDGER.replace('It turns.', '港口将重新开放，'.repeat(30))
        .replace('Ugly.', 'الميناء سيفتح من جديد '.repeat(20))
        .replaceAll('unseen', 'a-very-long-id-'.repeat(5).slice(0, 60));
      const { default: width } = await import('string-width');
      const { lines } = await run(['list', '--timeline'], drawn(columns), wide);
      for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(columns);
    },
  );
});

describe('show', () => {
  test('a bar stands above the verdicts on a terminal, with the days on which it turned', async () => {
    const { lines } = await run(['show', 'turns'], drawn(66));
    const at = lines.indexOf('  History');
    expect(lines.slice(at + 1, at + 6)).toEqual([
      `    ${'─'.repeat(10)}${'━'.repeat(10)}${'═'.repeat(10)}${'▇'.repeat(20)}  2024-01-10`,
      '    |2024-01-01 not looked at     |2024-01-07 confirmed',
      '              |2024-01-03 pending',
      '                        |2024-01-05 refuted',
      '',
    ]);
    const taken = await run(['show', 'taken', '--no-color'], drawn(66));
    expect(taken.out).toContain(`    ${'·'.repeat(10)}${'r'.repeat(15)}${'·'.repeat(25)}  2024-01-10\n`);
    expect(taken.out).toContain('|2024-01-06 verdict withdrawn');
    expect((await run(['show', 'turns', '--as-of', '2024-01-06'], drawn(66))).out).not.toContain('2024-01-07');
  });

  test.each([
    ['without a terminal', 'turns', TODAY],
    ['of a claim without verdicts', 'unseen', drawn(80)],
    ['of an opinion', 'ugly', drawn(80)],
    ['where there is no room', 'turns', drawn(30)],
  ])('no bar %s', async (_, name, options) => {
    expect((await run(['show', name], options)).out).not.toMatch(/[▇━═─]/);
  });
});

describe('stats --over-time', () => {
  test('a row for each status, from its first figure to its last', async () => {
    const { lines } = await run(['stats', '--over-time'], drawn(54));
    const at = lines.findIndex((line) => line.startsWith('confirmed'));
    expect(lines.slice(at, at + 4)).toEqual([
      'confirmed 1 ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄        ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄ 1',
      'pending   2 ████████▄▄▄▄████▄▄▄▄████████████████████ 2',
      'refuted   0         ▄▄▄▄▄▄▄▄████▄▄▄▄                 0',
      `█ = 2       2024-01-01${' '.repeat(20)}2024-01-10`,
    ]);
  });

  test('for programs, the counts of each day on which something changed, also of each group', async () => {
    const { out } = await run(['stats', '--over-time', '--group-by', 'kind', '--json']);
    const { over_time: days, groups, ...counts } = JSON.parse(out);
    const { groups: without, ...plain } = JSON.parse((await run(['stats', '--group-by', 'kind', '--json'])).out);
    expect(counts).toEqual(plain);
    expect(days).toEqual([
      { date: '2024-01-01', confirmed: 1, pending: 2, refuted: 0 },
      { date: '2024-01-03', confirmed: 1, pending: 1, refuted: 1 },
      { date: '2024-01-04', confirmed: 1, pending: 2, refuted: 1 },
      { date: '2024-01-05', confirmed: 0, pending: 1, refuted: 2 },
      { date: '2024-01-06', confirmed: 0, pending: 2, refuted: 1 },
      { date: '2024-01-07', confirmed: 1, pending: 2, refuted: 0 },
    ]);
    expect(groups).toEqual([
      { ...without[0], over_time: days },
      { ...without[1], over_time: [] },
    ]);
    expect(JSON.parse((await run(['stats', '--json'])).out)).not.toHaveProperty('over_time');
  });

  test('digits are the numbers as long as none is larger than 9, else ninths of the largest', async () => {
    const digits = async (count: number) => {
      const claims = Array.from({ length: count }, (_, at) => `  - { id: c${at}, text: T${at}. }\n`).join('');
      const ledger = `factledger: 1\narticle: { title: T, published: 2024-01-01 }\nclaims:\n${claims}`;
      return (await run(['stats', '--over-time'], TODAY, ledger)).lines.slice(2, 6);
    };
    const [, few, , noScale] = await digits(9);
    expect(few).toMatch(/^pending {3}9 9+ 9$/);
    expect(noScale).toMatch(/^ {12}2024-01-01 .* 2024-01-10$/);
    const [, many, , scale] = await digits(20);
    expect(many).toMatch(/^pending {3}20 9+ 20$/);
    expect(scale).toMatch(/^9 = 20 {7}2024-01-01 .* 2024-01-10$/);
  });

  test('where nothing is known to have changed, there is nothing to draw', async () => {
    const { out } = await run(
      ['stats', '--over-time'],
      TODAY,
      'factledger: 1\narticle: { title: T }\nclaims: [{ id: a, text: A. }]\n',
    );
    expect(out).toBe('1 claim: 0 confirmed, 1 pending, 0 refuted\n');
  });

  test.each([40, 60, 80, 160])('no line is longer than %i columns', async (columns) => {
    const { lines } = await run(['stats', '--over-time', '--group-by', 'kind'], drawn(columns));
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(columns);
  });
});
