import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pagerOf } from '../../src/store/pager.ts';
import { HARBOUR, ROOT, sandbox } from '../sandbox.ts';

const claims = Array.from({ length: 30 }, (_, n) => `  - id: c${n}\n    text: Claim ${n}.\n`).join('');
const LONG = `factledger: 1\narticle:\n  title: T\nclaims:\n${claims}`;

describe('text longer than the screen', () => {
  /** Runs on a terminal with a pager that notes what it is given. */
  async function paged(ledger: string, argv: readonly string[], rows = 24, shows = true) {
    let given: string | null = null;
    const page = (pieces: readonly string[]) => {
      given = pieces.join('');
      return shows;
    };
    const ran = await sandbox(ledger).run(argv, { terminal: { columns: 80, rows, page, colors: 1 } });
    return { ...ran, given: given as string | null };
  }

  test('goes through the pager, colours and all, and the exit code stays', async () => {
    const list = await paged(LONG, ['list', '--exit-code']);
    expect(list).toMatchObject({ code: 1, out: '' });
    expect(list.given).toContain('\u001b[1mc29\u001b[');
    expect(list.given).toMatch(/30 claims: .*\n$/);
  });

  test.each([
    ['a verb', ['list']],
    ['the same for programs', ['list', '--json']],
    ['help', ['--help']],
    ['help of a verb', ['list', '--help']],
  ])('%s, unless --no-pager is given, before or after', async (_, argv) => {
    expect(await paged(LONG, argv, 10)).toMatchObject({ out: '', given: expect.stringContaining('\n') });
    for (const refused of [
      [...argv, '--no-pager'],
      ['--no-pager', ...argv],
    ]) {
      expect(await paged(LONG, refused, 10)).toMatchObject({ out: expect.stringContaining('\n'), given: null });
    }
  });

  test('is told from text that fits by the lines that it takes', async () => {
    // 3 claims: a heading, three lines, a blank one and the sum.
    expect(await paged(HARBOUR, ['list'], 24)).toMatchObject({ given: null });
    const wrapped = `factledger: 1\narticle:\n  title: T\nclaims:\n  - id: one\n    text: ${'word '.repeat(400)}\n`;
    expect((await paged(wrapped, ['list', '--json'], 24)).given).not.toBe(null);
  });

  test('is printed where the pager cannot be started', async () => {
    const { out, given } = await paged(LONG, ['list'], 24, false);
    expect(out).toBe(given);
  });

  test('is printed after a change', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `c${n}`);
    const marked = await paged(LONG, ['mark', 'pending', ...names]);
    expect(marked).toMatchObject({ code: 0, given: null });
    expect(marked.out.trimEnd().split('\n')).toHaveLength(30);
    expect((await paged(LONG, ['mark', 'pending', ...names, '--dry-run'])).given).toContain('+    verdicts:');
  });
});

test('an empty $PAGER and cat are none, as with git; a terminal that cannot page gets none by itself', () => {
  for (const PAGER of ['', ' ', 'cat']) expect(pagerOf({ PAGER })).toBe(null);
  expect(pagerOf({}, 'linux')).not.toBe(null);
  expect(pagerOf({ TERM: 'dumb' }, 'linux')).toBe(null);
  expect(pagerOf({}, 'win32')).toBe(null);
  for (const platform of ['linux', 'win32']) expect(pagerOf({ PAGER: 'less' }, platform)).not.toBe(null);
});

describe('on a terminal', () => {
  /** Runs the words after it on a terminal of 80 by 10; where less asks, it is interrupted, and then told to quit. */
  const TERMINAL = `
import fcntl, os, pty, select, struct, sys, termios
pid, fd = pty.fork()
if pid == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack('HHHH', 10, 80, 0, 0))
    os.execvp(sys.argv[1], sys.argv[1:])
out = b''
asked = False
while True:
    if not select.select([fd], [], [], 1)[0]:
        if asked:
            os.write(fd, b'q')
        continue
    try:
        got = os.read(fd, 65536)
    except OSError:
        break
    if not got:
        break
    out += got
    if not asked and out.endswith(b':\\x1b[K'):
        asked = True
        os.write(fd, b'\\x03')
sys.stdout.buffer.write(out)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
  const has = (program: string) => spawnSync(program, ['--version']).status === 0;

  function onTerminal(ledger: string, argv: readonly string[], env: NodeJS.ProcessEnv) {
    const { PAGER: _, LESS: __, ...own } = process.env;
    const program = [process.execPath, join(ROOT, 'bin/factledger.js'), ...argv];
    const ran = spawnSync('python3', ['-c', TERMINAL, ...program], {
      cwd: sandbox(ledger).folder,
      env: { ...own, TERM: 'xterm', FORCE_COLOR: '1', ...env },
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { code: ran.status, out: ran.stdout.replaceAll('\r\n', '\n') };
  }

  test('long output is read in less, and left early with the right exit code', ({ skip }) => {
    skip(!has('python3') || !has('less'), 'python3 or less is not installed');
    const { code, out } = onTerminal(LONG, ['list', '--exit-code'], {});
    expect(code).toBe(1);
    expect(out).toContain('c3');
    expect(out).not.toContain('c29');
    // One that names no options is given less's own.
    expect(onTerminal(LONG, ['list'], { PAGER: 'less' }).out).toContain('\u001b[1mc3');
  });

  test.each([
    ['the words of the shell', "sed 's/^/> /'", /^> .*c29/m],
    ['one that reads nothing', 'exit 0', /^$/],
    ['none', '', /^[^>]*c29[^>]*$/],
    ['one that is not there', 'no-such-pager', /c29/],
  ])('$PAGER is %s', (_, PAGER, shown) => {
    if (!has('python3')) return;
    const { code, out } = onTerminal(LONG, ['list'], { PAGER });
    expect(code).toBe(0);
    expect(out).toMatch(shown);
  });
});
