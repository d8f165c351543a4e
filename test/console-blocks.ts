import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgsStringToArgv } from 'string-argv';
import { ROOT, type Sandbox } from './sandbox.ts';

/** A fenced block of a Markdown page. */
interface Block {
  /** `console`, perhaps with ` width=80` or ` needs=jq`; or `yaml file=NAME`. */
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
 * Runs a page's `console` blocks in a sandbox, in order, and writes the page's files there.
 * @returns for each console block what the page says and what the program says
 */
export async function runPage(
  page: string,
  box: Sandbox,
): Promise<{ line: number; expected: string; actual: string }[]> {
  const results: { line: number; expected: string; actual: string }[] = [];
  for (const { info, body, line } of blocksOf(page)) {
    const file = /^\S+ file=(\S+)/.exec(info)?.[1];
    if (file !== undefined) box.write(file, body);
    const tool = /needs=(\S+)/.exec(info)?.[1];
    if (!info.startsWith('console') || (tool !== undefined && !isInstalled(tool))) continue;
    const width = /width=(\d+)/.exec(info)?.[1];
    const commands = body.split('\n').filter((text) => text.startsWith('$ '));
    let actual = '';
    for (const command of commands) actual += `${command}\n${await runCommand(command.slice(2), box, width)}`;
    results.push({ line, expected: body, actual });
  }
  return results;
}

/** A tool that a page shows but no user must have. */
function isInstalled(tool: string): boolean {
  return spawnSync(tool, ['--version']).status === 0;
}

async function runCommand(command: string, box: Sandbox, width: string | undefined): Promise<string> {
  const isPlain = /^factledger [^|<>&;$`]*$/.test(command);
  const { code, text } = isPlain ? await runHere(command, box, width) : runInShell(command, box);
  return code === 0 ? text : `${text}[exit ${code}]\n`;
}

async function runHere(command: string, box: Sandbox, width: string | undefined) {
  const terminal = width === undefined ? {} : { terminal: { columns: Number(width) } };
  const { code, out, err } = await box.run(parseArgsStringToArgv(command).slice(1), terminal);
  return { code, text: out + err };
}

function runInShell(command: string, box: Sandbox) {
  const bin = box.write(
    '.bin/factledger',
    `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'bin/factledger.js')}" "$@"\n`,
  );
  chmodSync(bin, 0o755);
  const env = { ...process.env, PATH: `${join(box.folder, '.bin')}:${process.env.PATH}` };
  try {
    const text = execFileSync('bash', ['-c', `${command} 2>&1`], { cwd: box.folder, env, encoding: 'utf8' });
    return { code: 0, text };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, text: stdout };
  }
}

/** With UPDATE_PAGES=1, writes what the program says into the page, to be read and committed. */
export function updatePage(path: string, results: readonly { expected: string; actual: string }[]): void {
  if (process.env.UPDATE_PAGES !== '1') return;
  let page = readFileSync(path, 'utf8');
  for (const { expected, actual } of results) page = page.replace(`\n${expected}\`\`\``, () => `\n${actual}\`\`\``);
  writeFileSync(path, page);
}
