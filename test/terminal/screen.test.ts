import { describe, expect, test } from 'vitest';
import { rowOf } from '../../src/terminal/row.ts';
import { type Screen, withScreen } from '../../src/terminal/screen.ts';
import { palette } from '../../src/view/layout/palette.ts';
import { FakeTerminal } from './fake-terminal.ts';

/** Opens a screen; what it gives back ends it, and fails as the work did. */
async function opened() {
  const terminal = new FakeTerminal();
  let end: (error?: Error) => void = () => undefined;
  let over = Promise.resolve();
  const screen = await new Promise<Screen>((resolve) => {
    over = withScreen(terminal, PLAIN, (one) => {
      resolve(one);
      return new Promise<void>((done, fail) => {
        end = (error) => (error ? fail(error) : done());
      });
    });
  });
  return {
    terminal,
    screen,
    end: async (error?: Error) => {
      end(error);
      await over;
    },
  };
}

const PLAIN = await palette(0);
const STARTED = ['raw', 'enter'];
const ENDED = ['cooked', 'leave'];

test('the terminal is taken, and given back as it was', async () => {
  const { terminal, screen, end } = await opened();
  screen.show(() => [rowOf({ text: 'one' })]);
  await terminal.type('');
  expect(terminal.isBracketing).toBe(true);
  expect(terminal.isWrapping).toBe(false);
  await end();
  await terminal.type('');
  expect(terminal.happened).toEqual([...STARTED, ...ENDED]);
  expect(terminal.isBracketing).toBe(false);
  expect(terminal.isWrapping).toBe(true);
  for (const stream of [terminal.process, terminal.display]) {
    for (const event of ['exit', 'SIGINT', 'SIGTERM', 'SIGCONT', 'resize']) expect(stream.listenerCount(event)).toBe(0);
  }
  expect(terminal.keyboard.isPaused()).toBe(true);
});

test('so it is after a failure, which is handed on', async () => {
  const { terminal, end } = await opened();
  await expect(end(new Error('disk full'))).rejects.toThrow('disk full');
  await terminal.type('');
  expect(terminal.happened).toEqual([...STARTED, ...ENDED]);
});

test('so it is where the process ends meanwhile', async () => {
  const { terminal } = await opened();
  terminal.process.emit('exit');
  await terminal.type('');
  expect(terminal.happened).toEqual([...STARTED, ...ENDED]);
});

test.each(['SIGINT', 'SIGTERM'])('%s ends the process as ever, the terminal given back', async (signal) => {
  const { terminal } = await opened();
  terminal.process.emit(signal);
  await terminal.type('');
  expect(terminal.happened).toEqual([...STARTED, ...ENDED, `${signal} to 4711`]);
  expect(terminal.process.listenerCount(signal)).toBe(0);
});

test('a hang-up is not handled', async () => {
  const { terminal } = await opened();
  expect(terminal.process.listenerCount('SIGHUP')).toBe(0);
});

test('rows are drawn anew, and none of those before stays', async () => {
  const { terminal, screen } = await opened();
  screen.show(() => ['one, long', 'two', 'three'].map((text) => rowOf({ text })));
  await terminal.type('');
  expect(terminal.text).toBe('one, long\ntwo\nthree');
  screen.show(() => ['one'].map((text) => rowOf({ text })));
  await terminal.type('');
  expect(terminal.text).toBe('one');
  expect(terminal.beforeCursor).toBeNull();
});

test('a view that keys overtake is not drawn; the last one is, once there are none', async () => {
  const { terminal, screen } = await opened();
  await terminal.type('ab');
  const drawn: string[] = [];
  const show = (name: string) =>
    screen.show(() => {
      drawn.push(name);
      return [];
    });
  show('before');
  await screen.next();
  show('after a');
  await screen.next();
  show('after b');
  await terminal.type('');
  expect(drawn).toEqual(['after b']);
  void screen.next();
  await terminal.type('');
  expect(drawn).toEqual(['after b']);
});

test('one that is shown while keys wait is drawn when the next one is waited for', async () => {
  const { terminal, screen } = await opened();
  await terminal.type('a');
  screen.show(() => [rowOf({ text: 'view' })]);
  await screen.next();
  expect(terminal.text).toBe('');
  void screen.next();
  await terminal.type('');
  expect(terminal.text).toBe('view');
});

test('rows beyond the height are left out', async () => {
  const { terminal, screen } = await opened();
  await terminal.resize(80, 2);
  screen.show(() => ['one', 'two', 'three'].map((text) => rowOf({ text })));
  await terminal.type('');
  expect(terminal.text).toBe('one\ntwo');
});

test('the cursor stands after what was printed before it', async () => {
  const { terminal, screen } = await opened();
  screen.show(() => [
    { pieces: [{ text: '漢字' }, { text: 'กำ' }], afterCursor: [{ text: 'عربي' }] },
    rowOf({ text: 'below' }),
  ]);
  await terminal.type('');
  expect(terminal.text).toBe('漢字กำعربي\nbelow');
  expect(terminal.beforeCursor).toBe('漢字กำ');
});

test('what could drive the terminal is shown, not obeyed', async () => {
  const { terminal, screen } = await opened();
  screen.show(() => [{ pieces: [{ text: '\u001b[31mred\u202e' }], afterCursor: [{ text: '\u009b2J\u200f' }] }]);
  await terminal.type('');
  expect(terminal.text).toBe('\\u001b[31mred\\u202e\\u009b2J\\u200f');
});

test('styles are painted', async () => {
  const terminal = new FakeTerminal();
  let all = '';
  terminal.display.on('data', (data: string) => {
    all += data;
  });
  await withScreen(terminal, await palette(1), async (screen) => {
    screen.show(() => [rowOf({ text: 'bold', style: 'name' })]);
    await terminal.type('');
  });
  expect(all).toContain('\u001b[1mbold\u001b[22m');
});

describe('the view is drawn again', () => {
  async function counting() {
    const { terminal, screen } = await opened();
    let count = 0;
    screen.show(({ columns, rows }) => [rowOf({ text: `${columns}×${rows}, ${++count}` })]);
    void screen.next();
    await terminal.type('');
    return { terminal, screen };
  }

  test('for another size', async () => {
    const { terminal } = await counting();
    expect(terminal.text).toBe('80×24, 1');
    await terminal.resize(60, 16);
    expect(terminal.text).toBe('60×16, 2');
  });

  test('for Ctrl-L', async () => {
    const { terminal } = await counting();
    await terminal.type('\f');
    expect(terminal.text).toBe('80×24, 2');
  });

  test('after Ctrl-Z, for which the terminal is given back', async () => {
    const { terminal } = await counting();
    await terminal.type('\u001a');
    expect(terminal.happened).toEqual([...STARTED, ...ENDED, 'SIGTSTP to 0', ...STARTED]);
    expect(terminal.text).toBe('80×24, 2');
  });

  test('where it was stopped by others and is continued', async () => {
    const { terminal } = await counting();
    terminal.process.emit('SIGCONT');
    await terminal.type('');
    expect(terminal.happened).toEqual([...STARTED, ...ENDED, ...STARTED]);
    expect(terminal.text).toBe('80×24, 2');
  });

  test('where what it shows has changed', async () => {
    const { terminal, screen } = await counting();
    screen.draw();
    await terminal.type('');
    expect(terminal.text).toBe('80×24, 2');
  });

  test('and never once it was closed', async () => {
    const { terminal, screen, end } = await opened();
    await end();
    screen.draw();
    await terminal.type('');
    expect(terminal.rows).toEqual([]);
  });
});

test('a terminal that does not tell its size has 80 × 24', async () => {
  const { terminal, screen } = await opened();
  await terminal.resize(0, 0);
  screen.show(({ columns, rows }) => [rowOf({ text: `${columns}×${rows}` })]);
  await terminal.type('');
  expect(terminal.text).toBe('80×24');
});

test('keys pressed meanwhile wait; the end of the input is told', async () => {
  const { terminal, screen } = await opened();
  await terminal.type('ab');
  terminal.keyboard.end();
  const presses = [await screen.next(), await screen.next(), await screen.next()];
  expect(presses.map((press) => (press.kind === 'key' ? press.name : press.kind))).toEqual(['a', 'b', 'end']);
});
