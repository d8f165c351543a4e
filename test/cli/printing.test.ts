import { expect, test } from 'vitest';
import type { LazyVerb } from '../../src/cli/verbs.ts';
import { verbs } from '../../src/cli/verbs.ts';
import type { Context } from '../../src/flow/context.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { maybeWord } from '../../src/options/operand.ts';
import { one } from '../../src/options/option.ts';
import { type Answer, verb } from '../../src/options/verb.ts';
import { ROW_FORMATS, rowsFound, shown, TEXT_FORMATS } from '../../src/view/found.ts';
import { hang, line, styled, table } from '../../src/view/page.ts';
import { sandbox } from '../sandbox.ts';

/** Drives a terminal in every way: C0 and C1 sequences, direction overrides, line breaks that fake lines. */
const NASTY = '\u001b[2J\u0007\u202e\u009b31m\u2066\u2028\r\n\tfaked';
const SAFE = /^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/;

/** A verb whose author thought of nothing. */
const careless = (run: (context: Context) => Promise<Answer<'text' | 'json'>>): LazyVerb => ({
  name: 'careless',
  summary: NASTY,
  group: 'Look',
  load: async () =>
    verb({
      operands: { word: maybeWord(String) },
      manual: [NASTY],
      examples: [{ command: NASTY, what: NASTY }],
      options: { option: one('value', String, NASTY) },
      formats: TEXT_FORMATS,
      run,
    }),
});

const row = { ledger: NASTY, id: NASTY, list: [NASTY, { deeper: NASTY }] };

const found = shown({ [NASTY]: row }, () => [
  line(NASTY, styled(NASTY, 'name')),
  hang(2, [NASTY, styled(NASTY, 'alarm')], NASTY, 'quiet'),
  ...table([{ title: NASTY }, { title: 'B', gives: true, right: true }], [row], () => [
    [{ text: NASTY }, styled(NASTY, 'quiet')],
    [{ text: NASTY }],
  ]),
]);

test.each<[string, readonly string[], (context: Context) => Promise<Answer<'text' | 'json'>>]>([
  ['a page, and notes after it', [], async () => ({ found, notes: [NASTY, [styled(NASTY, 'name'), NASTY]] })],
  ['JSON', ['--format', 'json'], async () => ({ found })],
  ['a page for a program', ['--no-color'], async () => ({ found })],
  [
    'notes and questions as the work goes on',
    [],
    async ({ note, ask, progress }) => {
      await note(NASTY);
      await ask.page([line(NASTY)]);
      await ask.prompt(NASTY);
      await progress?.(NASTY);
      return { found: null };
    },
  ],
  [
    'a refusal',
    [],
    async () => {
      throw new Refusal(NASTY, NASTY);
    },
  ],
  [
    'a bug',
    [],
    async () => {
      throw new Error(NASTY);
    },
  ],
  ['what is left undone', [], async () => ({ found, failure: new Refusal(NASTY) })],
  ['its help', ['--help'], async () => ({ found: null })],
])('what a verb hands out does not drive the terminal: %s', async (_, argv, run) => {
  for (const terminal of [undefined, { columns: 40 }, { columns: 200 }]) {
    const box = sandbox();
    const { out, err } = await box.run(['careless', ...argv], terminal ? { terminal } : {}, [careless(run)]);
    expect(out + err).not.toBe('');
    // The one line that takes itself away is the printer's own.
    expect((out + err).replaceAll('\r\u001b[K', '')).toMatch(SAFE);
    if (!argv.includes('--help')) expect(out + err).not.toMatch(/^faked/m);
  }
});

test.each(ROW_FORMATS)('what rows hold does not drive the terminal as %s', async (format) => {
  const rows: LazyVerb = {
    name: 'rows',
    summary: '',
    group: 'Look',
    load: async () =>
      verb({
        operands: {},
        manual: [''],
        examples: [],
        options: {},
        formats: ROW_FORMATS,
        run: async (_: Context) => ({
          found: rowsFound({
            rows: [row],
            keys: ['ledger', 'id', 'list'],
            nameOf: ({ id }) => id,
            page: (items) => table([{ title: 'ID' }], items, ({ id }) => [[{ text: id }]]),
            none: null,
          }),
        }),
      }),
  };
  const { code, out } = await sandbox().run(['rows', '--format', format], {}, [rows]);
  expect(code).toBe(0);
  expect(out).toMatch(SAFE);
  expect(out).toContain('u202e');
  if (format === 'ids' || format === 'table') expect(out.trimEnd().split('\n')).toHaveLength(1);
});

test.each([
  ['a file', ['list', '-f', NASTY]],
  ['a revision', ['check', '--against', NASTY]],
  ['a name', ['show', NASTY]],
  ['a verb', [NASTY]],
  ['an option', ['list', `--${NASTY}`]],
  ['a value', ['list', '--status', NASTY]],
  ['a new file', ['init', `${NASTY}.txt`, '--title', 'T']],
])('what is typed or configured does not drive the terminal: %s', async (_, argv) => {
  const box = sandbox('factledger: 1\narticle: {title: T}\n');
  const { code, out, err } = await box.run(argv);
  expect(code).toBe(2);
  expect(out + err).toMatch(SAFE);
  box.write(
    '.factledger.yaml',
    `ledgers: [${JSON.stringify(NASTY).replaceAll(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}]\n`,
  );
  const configured = await box.run(['list']);
  expect(configured.code).toBe(2);
  expect(configured.err).toMatch(SAFE);
});

test('every verb prints JSON, and tells its formats', async () => {
  for (const { name, load } of verbs) {
    const { options } = await load();
    expect(options.format?.what, name).toMatch(/^(text|table) \(the default\).*\bjson\b/);
  }
});
