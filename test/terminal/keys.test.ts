import { PassThrough } from 'node:stream';
import { setTimeout as later } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Keys, type Press } from '../../src/terminal/keys.ts';

/** Keys on a stream that a test writes to. */
function keyboard() {
  const input = new PassThrough();
  const keys = new Keys(input);
  onTestFinished(() => keys.close());
  return { input, keys };
}

/** All that was pressed until the end. */
async function pressed(...chunks: readonly (string | Buffer)[]): Promise<Press[]> {
  const { input, keys } = keyboard();
  for (const chunk of chunks) input.write(chunk);
  input.end();
  const all: Press[] = [];
  for (let press = await keys.next(); press.kind !== 'end'; press = await keys.next()) all.push(press);
  return all;
}

const key = (name: string, text = ''): Press => ({ kind: 'key', name, text });
const names = (presses: readonly Press[]) => presses.map((press) => (press.kind === 'key' ? press.name : press.kind));

test.each([
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\t', 'tab'],
  ['\u001b[Z', 'shift-tab'],
  ['\u001b[A', 'up'],
  ['\u001bOB', 'down'],
  ['\u001b[C', 'right'],
  ['\u001b[D', 'left'],
  ['\u001b[1;5C', 'ctrl-right'],
  ['\u001b[1;3D', 'alt-left'],
  ['\u001b[1;2A', 'shift-up'],
  ['\u001b[H', 'home'],
  ['\u001bOF', 'end'],
  ['\u001b[1~', 'home'],
  ['\u001b[3~', 'delete'],
  ['\u001b[5~', 'pageup'],
  ['\u001b[6~', 'pagedown'],
  ['\u007f', 'backspace'],
  ['\b', 'backspace'],
  ['\u001b\u007f', 'alt-backspace'],
  ['\u001bb', 'alt-b'],
  ['\u0001', 'ctrl-a'],
  ['\u0003', 'ctrl-c'],
  ['\u001a', 'ctrl-z'],
  ['\u001f', 'ctrl-_'],
])('%j is %s', async (sequence, name) => {
  expect(await pressed(sequence)).toEqual([key(name)]);
});

test.each(['a', 'S', ' ', '?', '¶', 'ż', 'Ж', '漢', 'ก', 'ع', '👩'])('%s types itself', async (character) => {
  expect(await pressed(character)).toEqual([key(character, character)]);
});

test('a character whose bytes come apart is one key', async () => {
  const bytes = Buffer.from('漢');
  expect(await pressed(bytes.subarray(0, 1), bytes.subarray(1))).toEqual([key('漢', '漢')]);
});

test.each(['\u001b[I', '\u001b[99~', '\u001bą', '\u001c', '\u001b[201~'])('%j is no key', async (sequence) => {
  expect(await pressed(sequence, 'a')).toEqual([key('a', 'a')]);
});

test('a lone Esc is a key before half a second, which Node takes by itself', async () => {
  const { input, keys } = keyboard();
  input.write('\u001b');
  expect(await Promise.race([keys.next(), later(450, 'late')])).toEqual(key('escape'));
});

test('what is pasted is one event, whatever it holds', async () => {
  expect(await pressed('\u001b[200~one\r\ntwo\tq\u001b[31m 漢\u001b[201~a')).toEqual([
    { kind: 'paste', text: 'one\r\ntwo\tq\u001b[31m 漢' },
    key('a', 'a'),
  ]);
});

test('the end of what is pasted may come in two', async () => {
  const { input, keys } = keyboard();
  input.write('\u001b[200~one\u001b');
  await new Promise((resolve) => setTimeout(resolve, 100));
  input.write('[201~');
  expect(await keys.next()).toEqual({ kind: 'paste', text: 'one' });
});

test('what is pasted without marks comes as keys', async () => {
  expect(names(await pressed('s\rq'))).toEqual(['s', 'enter', 'q']);
});

test('keys pressed while nobody waits are kept in order', async () => {
  const { input, keys } = keyboard();
  const first = keys.next();
  input.write('abc');
  expect(names([await first, await keys.next(), await keys.next()])).toEqual(['a', 'b', 'c']);
});

test('keys before the end of the input come first; after them it always has ended', async () => {
  const { input, keys } = keyboard();
  input.end('a\u001b[200~half');
  await new Promise((resolve) => setTimeout(resolve, 5));
  const presses = [await keys.next(), await keys.next(), await keys.next(), await keys.next()];
  expect(presses).toEqual([key('a', 'a'), { kind: 'paste', text: 'half' }, { kind: 'end' }, { kind: 'end' }]);
});

test.each(['end', 'error', 'close'])('who waits hears of the end: %s', async (how) => {
  const { input, keys } = keyboard();
  const next = keys.next();
  if (how === 'end') input.end();
  else input.destroy(how === 'error' ? new Error('EIO') : undefined);
  expect(await next).toEqual({ kind: 'end' });
});

test('nothing is heard after it was closed', async () => {
  const { input, keys } = keyboard();
  keys.close();
  for (const event of ['keypress', 'end', 'error']) expect(input.listenerCount(event), event).toBe(0);
  expect(input.isPaused()).toBe(true);
});
