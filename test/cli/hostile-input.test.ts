import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Sandbox, sandbox } from '../sandbox.ts';

const HEAD = 'factledger: 1\narticle: {title: T}\n';

/** One of each kind of command: those that read, those that show one record, and those that write. */
const COMMANDS: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--timeline'],
  ['list', '--format', 'json'],
  ['events', '--format', 'csv'],
  ['show', 'a'],
  ['log'],
  ['stats', '--group-by', 'tag'],
  ['stats', '--over-time', '--group-by', 'tag'],
  ['add', 'New.'],
  ['record', 'New.'],
  ['cite', 'e', '--source', 'https://example.org/'],
  ['mark', 'pending', 'a'],
];

/** The ones to try where each takes its time. */
const LONG = [['list'], ['mark', 'pending', 'a']];

const repeated = (times: number, text: (n: number) => string) =>
  Array.from({ length: times }, (_, n) => text(n)).join('');

/** Ledgers that do not read, with what is said of them. */
const BROKEN: Readonly<Record<string, readonly [content: string | Uint8Array, said: string]>> = {
  'invalid UTF-8': [
    Buffer.from([...Buffer.from(`${HEAD}x-a: `), 0xc3, 0x28]),
    'ledger.yaml:3:6: the byte 0xC3 is not UTF-8',
  ],
  'UTF-16': [Buffer.from(`\uFEFF${HEAD}`, 'utf16le'), 'ledger.yaml:1:1: the byte 0xFF is not UTF-8'],
  'a NUL': [`${HEAD}x-a: b\0c`, 'ledger.yaml:3:7: the control character U+0000'],
  'NULs alone': ['\0'.repeat(10_000_000), 'ledger.yaml:1:1: the control character U+0000'],
  'an empty file': ['', 'ledger.yaml:1:1: the file is empty'],
  'only comments': ['# one\n  # two\n', 'ledger.yaml:1:1: the file holds only comments'],
  '10 MB on one line': ['a'.repeat(10_000_000), 'ledger.yaml:1:1: expected the keys of a ledger'],
  'brackets 10,000 deep': [`${HEAD}x-a: ${'['.repeat(10_000)}`, 'ledger.yaml:3:105: nested more than 100 levels deep'],
  'braces a million deep': [`${HEAD}x-a: ${'{a: '.repeat(1_000_000)}`, 'nested more than 100 levels deep'],
  'blocks 10,000 deep': [
    `${HEAD}x-a:\n${repeated(3_000, (n) => `${' '.repeat(n + 1)}a:\n`)}`,
    'nested more than 100 levels deep',
  ],
  'a bomb of aliases where lists are read': [
    `factledger: 1\nx-0: &a0 [{reason: x}]\n${repeated(9, (n) => `x-${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]\n`)}article: {title: T, skips: *a9}\n`,
    'found a list',
  ],
  'duplicate keys': [`${HEAD}claims: [{id: a, text: A, id: b}]`, 'ledger.yaml:3:27: the key "id" is there twice'],
  'keys of JavaScript objects': [
    `${HEAD}__proto__: 1\nconstructor: 2\n`,
    'ledger.yaml:3:1: unknown key "__proto__" in a ledger',
  ],
  'ids that look like options or paths': [
    `${HEAD}claims: [{id: -f, text: A}, {id: ../x, text: B}]`,
    'ledger.yaml:3:15: "-f" is no id',
  ],
  'control characters in a key': [`${HEAD}"\\e[2J\\u202E": 1\n`, 'ledger.yaml:3:1: unknown key "\\u001b[2J\\u202e"'],
};

test.each(Object.entries(BROKEN))('%s: every command refuses it, and the file stays', async (_, [content, said]) => {
  const box = sandbox();
  box.write('ledger.yaml', content);
  for (const argv of content.length > 1_000_000 ? LONG : COMMANDS) {
    const { code, out, err } = await box.run(argv);
    expect({ argv, code, out }).toEqual({ argv, code: 2, out: '' });
    expect(err).toContain(said);
    expect(err).not.toMatch(/bug|[\u0000-\u0009\u000b-\u001f\u0080-\u009f\u202e]/);
    expect(readFileSync(join(box.folder, 'ledger.yaml')).equals(Buffer.from(content))).toBe(true);
  }
});

test.each(Object.entries(BROKEN))('%s: to check it is a finding', async (_, [content, said]) => {
  const box = sandbox();
  box.write('ledger.yaml', content);
  const { code, out, err } = await box.run(['check']);
  expect(code).toBe(1);
  expect(out).toMatch(/^ledger\.yaml:\d+:\d+: error (syntax|schema): /);
  expect(out).toContain(said.replace(/^ledger\.yaml:\d+:\d+: /, ''));
  expect(out + err).not.toMatch(/bug|[\u0000-\u0009\u000b-\u001f\u0080-\u009f\u202e]/);
  expect(readFileSync(join(box.folder, 'ledger.yaml')).equals(Buffer.from(content))).toBe(true);
});

test('every command refuses a folder and a pipe', async () => {
  const box = sandbox();
  mkdirSync(join(box.folder, 'ledger.yaml'));
  spawnSync('mkfifo', [join(box.folder, 'pipe.yaml')]);
  for (const argv of COMMANDS) {
    expect(await box.run([...argv, '-f', 'ledger.yaml'])).toMatchObject({ code: 2, out: '' });
    const { code, err } = await box.run([...argv, '-f', 'pipe.yaml']);
    expect(code).toBe(2);
    expect(err).toContain('pipe.yaml:1:1: no regular file; to read from a pipe, use "-f -"');
  }
});

test('of 100,000 errors the first hundred are shown, and how many more there are', async () => {
  const box = sandbox(`${HEAD}claims:\n${repeated(50_000, (n) => `  - id: c${n}\n    kindd: x\n`)}`);
  const { code, err } = await box.run(['list']);
  const lines = err.trimEnd().split('\n');
  expect(code).toBe(2);
  expect(lines.slice(0, 2)).toEqual([
    'ledger.yaml:4:5: a claim needs the key "text"',
    'ledger.yaml:5:5: unknown key "kindd" in a claim; did you mean "kind"?',
  ]);
  expect(lines.slice(100)).toEqual(['… and 99900 more errors', 'The ledger has 100000 errors; nothing was done.']);
});

const NASTY = '\u001b[2J\u0007\u202e\u009b31m\u2066\r\n\tfaked';
const nasty = JSON.stringify(NASTY)
  .replaceAll('\u202e', '\\u202e')
  .replaceAll('\u009b', '\\u009b')
  .replaceAll('\u2066', '\\u2066');

/** A ledger with control characters and direction overrides in every text. */
const CONTROLS = `factledger: 1
article: {title: ${nasty}, author: ${nasty}, publisher: ${nasty}, url: ${nasty}, language: ${nasty}, text: ${nasty}}
claims: [{id: a, text: ${nasty}, due: 2024-02, speaker: ${nasty}, via: ${nasty}, tags: [${nasty}], anchors: [{quote: ${nasty}, prefix: ${nasty}, suffix: ${nasty}}], verdicts: [{date: 2024-01-01, status: pending, evidence: [e], by: ${nasty}, note: ${nasty}}]}]
events: [{id: e, date: 2024, title: ${nasty}, sources: [{url: ${nasty}, file: ${nasty}, publisher: ${nasty}, title: ${nasty}, archived: ${nasty}, note: ${nasty}}]}]
`;

const READING: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--timeline'],
  ['list', '--format', 'json'],
  ['list', '--format', 'csv'],
  ['list', '--format', 'tsv'],
  ['events'],
  ['events', '--format', 'ndjson'],
  ['show', 'a', 'e'],
  ['show', 'a', 'e', '--format', 'json'],
  ['log'],
  ['stats', '--group-by', 'speaker'],
  ['stats', '--over-time', '--group-by', 'speaker'],
  ['stats', '--group-by', 'tag', '--format', 'json'],
  ['suggest', NASTY, '--min-strength', '0'],
  ['suggest', NASTY, '--min-strength', '0', '--format', 'json'],
  ['due'],
  ['due', '--format', 'json'],
  ['changes', '2023'],
  ['changes', '2023', '--format', 'json'],
  ['changes', '2023', '--format', 'markdown'],
  ['mark', 'pending', 'a', '--note', NASTY, '--dry-run'],
  ...['text', 'json', 'github', 'sarif', 'junit'].map((format) => [
    'check',
    '--format',
    format,
    '--as-of',
    '2024-06-01',
  ]),
];

test.each(READING)('what a ledger holds does not drive the terminal: %s %s %s %s', async (...argv) => {
  const words = argv.filter((word) => word !== undefined);
  for (const terminal of [undefined, { columns: 80 }, { columns: 140 }]) {
    const { code, out, err } = await sandbox(CONTROLS).run(words, terminal ? { terminal } : {});
    expect(code).toBe(0);
    expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(out + err).not.toMatch(/^faked/m);
  }
});

test('what is written does not drive a terminal either, and reads back as it was typed', async () => {
  const box = sandbox(HEAD);
  await box.run(['add', NASTY, '--id', 'a', '--speaker', NASTY, '--tag', NASTY, '--quote', NASTY]);
  await box.run([
    'mark',
    'confirmed',
    'a',
    '--note',
    NASTY,
    '--by',
    NASTY,
    '--event',
    NASTY,
    '--source',
    'https://example.org/',
  ]);
  expect(box.read('ledger.yaml')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  const { claims, events } = parse(box.read('ledger.yaml'));
  expect(claims[0]).toMatchObject({ text: NASTY, speaker: NASTY, tags: [NASTY], anchors: [{ quote: NASTY }] });
  expect(claims[0].verdicts[0]).toMatchObject({ note: NASTY, by: NASTY });
  expect(events[0].title).toBe(NASTY);
});

/** Runs every command on a ledger that reads; each must work. */
async function expectAllWork(box: Sandbox, commands = COMMANDS): Promise<void> {
  for (const argv of commands) {
    const { code, err } = await box.run(argv);
    expect({ argv, code, err: code === 0 ? '' : err }).toEqual({ argv, code: 0, err: '' });
  }
}

describe('unusual but sound', () => {
  test('texts of more than a hundred thousand signs', async () => {
    const texts = ['word '.repeat(130_000), '港'.repeat(130_000), 'x'.repeat(130_000)];
    const claims = texts.map((text, n) => `  - {id: ${'abc'[n]}, text: "${text}"}\n`).join('');
    const box = sandbox(`${HEAD}claims:\n${claims}events: [{id: e, date: 2024, title: "${texts[0]}"}]\n`);
    await expectAllWork(box);
    const { out } = await box.run(['list', '--format', 'json']);
    expect(JSON.parse(out)[1].text).toBe(texts[1]);
    expect((await box.run(['list'], { terminal: { columns: 80 } })).code).toBe(0);
    expect((await box.run(['add', texts[0] as string, '--speaker', texts[2] as string])).code).toBe(0);
  });

  test('10 MB of your own on one line', async () => {
    await expectAllWork(
      sandbox(
        `${HEAD}claims: [{id: a, text: A}]\nevents: [{id: e, date: 2024, title: E}]\nx-a: "${'a '.repeat(5_000_000)}"\n`,
      ),
      LONG,
    );
  });

  test('the first and the last years', async () => {
    const box = sandbox(`factledger: 1
article: {title: T, published: 0001}
claims:
  - {id: a, text: A, said: 0001-01-01, due: 9999, verdicts: [{date: 9999-12-31, status: refuted, evidence: [e]}]}
  - {id: b, text: B, said: 9999-12, due: 0004-02-29}
events: [{id: e, date: 0001, title: E}, {id: f, date: 9999-12-31, title: F}]
`);
    const statuses = async (day: string) =>
      JSON.parse((await box.run(['stats', '--as-of', day, '--format', 'json'])).out);
    expect(await statuses('0001-01-01')).toMatchObject({ total: 1, pending: 1 });
    expect(await statuses('9999-12-31')).toMatchObject({ refuted: 1, overdue: 1 });
    expect((await box.run(['list', '--as-of', '10000-01-01'])).code).toBe(2);
    await expectAllWork(box);
  });

  test('names of JavaScript objects as ids, tags and speakers', async () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'].filter((name) => /^[a-z]/i.test(name));
    const claims = names.map((name) => `  - {id: ${name}, text: T, tags: [__proto__, ${name}], speaker: __proto__}\n`);
    const box = sandbox(
      `${HEAD}x-a: {__proto__: {id: 1}, constructor: 2}\nclaims:\n  - {id: a, text: A}\n${claims.join('')}events: [{id: e, date: 2024, title: E}, {id: constructor, date: 2024, title: C}]\n`,
    );
    await expectAllWork(box);
    expect((await box.run(['mark', 'confirmed', 'claim:constructor', '--evidence', 'constructor'])).code).toBe(0);
    const { groups } = JSON.parse((await box.run(['stats', '--group-by', 'tag', '--format', 'json'])).out);
    expect(groups.find(({ key }: { key: string }) => key === '__proto__').total).toBe(names.length);
  });

  test('names that look like options or paths are names that are not there', async () => {
    const box = sandbox(`${HEAD}claims: [{id: a, text: A}]\n`);
    for (const name of ['-f', '--help', '../x', '/etc/passwd', '', 'a/../a']) {
      const { code, err } = await box.run(['show', '--', name]);
      expect(code).toBe(2);
      expect(err).toMatch(/^factledger: (there is no|expected|no )/);
    }
    expect((await box.run(['add', 'x', '--id=-f'])).err).toContain('"-f" is no id');
    expect(existsSync(join(box.folder, '-f'))).toBe(false);
  });
});
