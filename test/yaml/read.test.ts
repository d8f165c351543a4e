import { expect, test } from 'vitest';
import { HARBOUR, sandbox } from '../sandbox.ts';

const HEAD = 'factledger: 1\narticle: {title: T}\n';

test('a ledger with many different errors tells them all, where they are', async () => {
  const box = sandbox(`factledger: 1
article: {title: Hi, autor: X, published: 2021-02-30}
claims:
  - id: a b
    text: ""
    kind: Promise
    tags: foo
    said: 2021-2-3
    verdicts:
      - {date: 2021, status: Confirmed}
      - date: !!str 2021-01-01
  - text: [a]
    id: 007
    x-any: {a: 1, a: 2, <<: 3}
  - {id: 007, text: no}
events:
  - {id: e, date: 2020, title: t, sources: [{publisher: x}]}
`);
  const { code, out, err } = await box.run(['list']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe(`ledger.yaml:2:22: unknown key "autor" in an article; did you mean "author"?
ledger.yaml:2:43: there is no day 2021-02-30: February 2021 has 28 days
ledger.yaml:4:9: "a b" is no id: expected ASCII letters, digits, "-", "_" and ".", starting with a letter or digit
ledger.yaml:5:11: expected text, found only blanks
ledger.yaml:6:11: unknown kind "Promise": expected fact, promise, prediction or opinion; did you mean "promise"?
ledger.yaml:7:11: expected a list of texts, found "foo"; write it as a list, [foo]
ledger.yaml:8:11: expected a date, YYYY-MM-DD, YYYY-MM or YYYY, found "2021-2-3"; did you mean 2021-02-03?
ledger.yaml:10:16: expected a day, YYYY-MM-DD, found 2021: the day is missing
ledger.yaml:10:30: unknown status "Confirmed": expected confirmed, pending or refuted; did you mean "confirmed"?
ledger.yaml:11:9: a verdict needs the key "status"
ledger.yaml:11:15: the tag !!str: a ledger has no tags; a text that starts with ! needs quotes
ledger.yaml:12:11: expected text, found a list
ledger.yaml:14:19: the key "a" is there twice
ledger.yaml:14:25: a merge key (<<): a ledger has none, so write the keys out
ledger.yaml:15:10: the claim id "007" is taken: line 13 has it
ledger.yaml:17:45: a source needs one of the keys "url", "file"
The ledger has 16 errors; nothing was done.
`);
});

test.each([
  ['', '1:1: the file is empty'],
  ['# only this\n', '1:1: the file holds only comments'],
  ['[1]', '1:1: expected the keys of a ledger, found a list'],
  ['factledger: 2\nnews: 1', '1:13: the ledger has format 2, and this factledger reads format 1'],
  [`${HEAD}---\na: 1\n`, '3:1: a second document'],
  [`%YAML 1.1\n---\n${HEAD}`, '1:1: the directive %YAML'],
  [`%TAG ! x\n---\n${HEAD}`, '1:1: the directive %TAG'],
  [`${HEAD}x-a: "\\U00110000"`, '3:6: an escape that is no Unicode character'],
  [`${HEAD}x-a: "\\uD800"`, '3:6: an escape that is no Unicode character'],
  [`${HEAD}x-a: b\rx-c: d`, '3:7: a carriage return without a line feed'],
  [`${HEAD}x-a: \u0007`, '3:6: the control character U+0007'],
  [`${HEAD}x-a: *nowhere`, '3:6: *nowhere stands for nothing that comes before it'],
  [`${HEAD}x-a: &a [*a]`, '3:10: *a stands within'],
  [`${HEAD}? [a]\n: b`, '3:3: a list as a key'],
  [`${HEAD}<<<<<<< HEAD\nx-a: 1\n=======\nx-a: 2\n>>>>>>> topic\n`, '3:1: a git conflict marker'],
  [`${HEAD}x-a: ${'['.repeat(10_000)}`, 'nested more than 100 levels deep'],
  [
    `\uFEFF${HEAD.replace('factledger', 'factledgr')}`,
    '1:1: unknown key "factledgr" in a ledger; did you mean "factledger"?',
  ],
])('%j is refused', async (text, message) => {
  const { code, err } = await sandbox(text).run(['list']);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).not.toContain('bug');
});

/** What the reading parser lets pass by itself, and other readers refuse or read differently. */
test.each([
  ['x-a: b\n\t\n', null],
  ['x-a: |\n  b\n\t\nx-c: d\n', 'a tab where the indentation is due'],
  ['x-a: "b\n\t\n  c"\n', 'a tab where the indentation is due'],
  ['x-a: "b\\\n\n  c"\n', 'an escaped line break before an empty line'],
  ['x-a: &b[c]\n', 'a space is missing after the name'],
  ['x-a: {b #c\n  :d}\n', 'a space is missing after the colon'],
  ['x-a:\n  &a &b k: v\n', 'an anchor of a whole list or mapping stands on the line before it'],
  ['x-a: [&a\n  , b]\n', 'an anchor without a value at the end of a line'],
  ['x-a: {b: c\n, d: e}\n', 'must stand further in than its key'],
  ['x-a: [{b: &c\n}]\n', 'indented too little'],
  [`x-a: {? ${'k'.repeat(900)} : v}\n`, null],
  [`x-a:\n  ${'k'.repeat(1000)}${' '.repeat(30)}: v\n`, 'up to its colon: at most 1024'],
])('%j: %s', async (tail, message) => {
  const { code, err } = await sandbox(HEAD + tail).run(['list']);
  expect(code).toBe(message === null ? 0 : 2);
  if (message !== null) expect(err).toContain(message);
});

test.each([
  [` ---\n${HEAD}`, '1:1: an indented ---'],
  [`...\n${HEAD}`, '1:1: the end of a document before it started'],
  [`%YAML 1.2\n${HEAD}`, '2:1: expected --- after the directive'],
])('%j is refused', async (text, message) => {
  expect((await sandbox(text).run(['list'])).err).toContain(`ledger.yaml:${message}`);
});

test('syntax errors are told all at once', async () => {
  const { err } = await sandbox(`${HEAD}claims: [a\nx-b: "\nevents: {\n`).run(['list']);
  expect(err.split('\n').filter((line) => line.startsWith('ledger.yaml:')).length).toBeGreaterThan(1);
});

test('bytes that are no UTF-8 are found', async () => {
  const box = sandbox();
  box.write('ledger.yaml', Buffer.concat([Buffer.from(`${HEAD}x-a: é`), Buffer.from([0x66, 0xe9, 0x0a])]));
  expect((await box.run(['list'])).err).toContain('ledger.yaml:3:8: the byte 0xE9 is not UTF-8');
});

test('aliases are read, and what they unfold into is bounded', async () => {
  const shared = `${HEAD}events: [{id: e, date: 2024, title: E, sources: &s [{url: 'https://example.org/'}]}, {id: f, date: 2024, title: F, sources: *s}]\n`;
  const { out } = await sandbox(shared).run(['events', '--format', 'json']);
  expect(JSON.parse(out)[1].sources[0].url).toBe('https://example.org/');
  const lists = Array.from(
    { length: 9 },
    (_, n) => `x-l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]\n`,
  );
  const bomb = `factledger: 1\nx-l0: &l0 [x]\n${lists.join('')}article: {title: T, skips: *l9}\n`;
  expect((await sandbox(bomb).run(['list'])).code).toBe(2);
});

test('what looks like another type is read as written, and null as absent', async () => {
  const box = sandbox(
    `${HEAD}claims:\n  - {id: 007, text: no, due: 2024, said: ~, tags: null, speaker: [], verdicts: }\n`,
  );
  const [claim] = JSON.parse((await box.run(['list', '--format', 'json'])).out);
  expect(claim).toMatchObject({ id: '007', text: 'no', due: '2024', said: null, tags: [], speaker: [], verdicts: [] });
});

test('keys named like parts of JavaScript objects are only keys', async () => {
  const box = sandbox(
    `${HEAD}x-__proto__: {__proto__: 1, constructor: 2}\nclaims: [{id: constructor, text: T}, {id: toString, text: T}]\n`,
  );
  expect((await box.run(['list', '--format', 'ids'])).out).toBe('constructor\ntoString\n');
  expect((await box.run(['stats', '--group-by', 'tag', '--format', 'json'])).code).toBe(0);
});

test('a sound ledger is left as it is by reading', async () => {
  const box = sandbox(HARBOUR);
  await box.run(['list']);
  expect(box.read('ledger.yaml')).toBe(HARBOUR);
});

test('how deep collections may stand is counted from the top, in every way of reading', async () => {
  const deep = (depth: number) =>
    `${HEAD}claims:\n  - id: a\n    text: T.\n    x-own: ${'['.repeat(depth)}${']'.repeat(depth)}\n`;
  const limit = Array.from({ length: 20 }, (_, at) => 88 + at);
  for (const depth of limit) {
    const box = sandbox(deep(depth));
    const { code, err } = await box.run(['list']);
    expect(code, String(depth)).toBe(depth <= 97 ? 0 : 2);
    if (code === 2) expect(err).toContain('nested more than 100 levels deep');
    else expect((await box.run(['mark', 'pending', 'a', '--note', 'Looked.'])).code).toBe(0);
  }
});
