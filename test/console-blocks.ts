import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgsStringToArgv } from 'string-argv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, Sandbox } from './sandbox.ts';

/** A fenced block of a Markdown page. */
interface Block {
  /** `console`, perhaps with ` width=80`, ` today=2021-03-08` or ` needs=jq`; or `yaml file=NAME`. */
  readonly info: string;
  readonly body: string;
  /** The line of the page on which the body starts, from 1. */
  readonly line: number;
}

const FENCE = /^```(.*)\n([\s\S]*?)^```$/gm;

export function blocksOf(page: string): Block[] {
  return Array.from(page.matchAll(FENCE), ({ 1: info = '', 2: body = '', index }) => ({
    info,
    body,
    line: page.slice(0, index).split('\n').length + 1,
  }));
}

/**
 * Makes a test of each `console` block of a page. They are run in order in one sandbox, where the page's files are
 * written as they come. With UPDATE_PAGES=1, what the program says goes into the page, to be read and committed.
 * @param prepare what is to be there before the first
 */
export function testPage(path: string, prepare: (box: Sandbox) => void = () => undefined): void {
  const page = readFileSync(path, 'utf8');
  const box = new Sandbox();
  let updated = page;
  beforeAll(() => prepare(box));
  afterAll(() => {
    box.remove();
    if (process.env.UPDATE_PAGES === '1') writeFileSync(path, updated);
  });
  const files: Block[] = [];
  for (const block of blocksOf(page)) {
    const { info, body, line } = block;
    if (/^\S+ file=/.test(info)) files.push(block);
    if (!info.startsWith('console')) continue;
    const due = files.splice(0);
    const commands = body.split('\n').filter((text) => text.startsWith('$ '));
    test(`line ${line}: ${commands[0]?.slice(2, 60)}`, async ({ skip }) => {
      for (const { info: file, body: text } of due) box.write(/file=(\S+)/.exec(file)?.[1] ?? '', text);
      const tool = /needs=(\S+)/.exec(info)?.[1];
      skip(tool !== undefined && !isInstalled(tool), `it shows ${tool}, which is not installed here`);
      const setting = { width: /width=(\d+)/.exec(info)?.[1], today: /today=(\S+)/.exec(info)?.[1] };
      let actual = '';
      for (const command of commands) actual += `${command}\n${await runCommand(command.slice(2), box, setting)}`;
      updated = updated.replace(`\n${body}\`\`\``, () => `\n${actual}\`\`\``);
      expect(actual).toBe(body);
    });
  }
}

/** A tool that a page shows but no user must have. */
function isInstalled(tool: string): boolean {
  return spawnSync(tool, ['--version']).status === 0;
}

/** The terminal's columns and the day, where a block names them. */
interface Setting {
  readonly width: string | undefined;
  readonly today: string | undefined;
}

async function runCommand(command: string, box: Sandbox, setting: Setting): Promise<string> {
  const isPlain = /^factledger [^|<>&;$`]*$/.test(command);
  const { code, text } = isPlain ? await runHere(command, box, setting) : runInShell(command, box, setting);
  return code === 0 ? text : `${text}[exit ${code}]\n`;
}

async function runHere(command: string, box: Sandbox, { width, today }: Setting) {
  const terminal = width === undefined ? {} : { terminal: { columns: Number(width) } };
  const { code, out, err } = await box.run(parseArgsStringToArgv(command).slice(1), { ...terminal, env: dayIn(today) });
  return { code, text: out + err };
}

const dayIn = (today: string | undefined) => (today === undefined ? {} : { FACTLEDGER_TODAY: today });

function runInShell(command: string, box: Sandbox, { today }: Setting) {
  const bin = box.write(
    '.bin/factledger',
    `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'bin/factledger.js')}" "$@"\n`,
  );
  chmodSync(bin, 0o755);
  const env = { ...process.env, ...dayIn(today), PATH: `${join(box.folder, '.bin')}:${process.env.PATH}` };
  try {
    const text = execFileSync('bash', ['-c', `${command} 2>&1`], { cwd: box.folder, env, encoding: 'utf8' });
    return { code: 0, text };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, text: stdout };
  }
}
