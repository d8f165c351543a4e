import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgsStringToArgv } from 'string-argv';
import { expect, test } from 'vitest';
import { blocksOf } from '../console-blocks.ts';
import { gitAt } from '../git.ts';
import { ROOT, sandbox } from '../sandbox.ts';

const WRITING = /^(?:add|anchor|cite|edit|mark|remove|rename|undo|withdraw)\b/;

/** The commands of the page about mistakes that change the ledger, those for `xargs` written out. */
function commandsOf(page: string): string[] {
  return blocksOf(page)
    .filter(({ info }) => info.startsWith('console'))
    .flatMap(({ body }) => body.split('\n'))
    .filter((line) => line.startsWith('$ factledger '))
    .flatMap((line) => {
      const command = line.slice('$ factledger '.length);
      if (!command.includes('xargs')) return WRITING.test(command) ? [command] : [];
      const ids = ['harbour-reopens', 'ferries', 'cost', 'costs', 'claim-1'];
      return ids.map((id) => `edit ${id} --tag transport --untag trasport`);
    });
}

test('what the page on mistakes shows changes what is named alone, and no history', async () => {
  const page = readFileSync(join(ROOT, 'docs/corrections.md'), 'utf8');
  const [ledger] = blocksOf(page).filter(({ info }) => info.includes('file=ledger.yaml'));
  const box = sandbox(ledger?.body ?? '');
  const git = gitAt('2026-11-20T12:00:00Z');
  git(box, 'init');
  git(box, 'add', '.');
  git(box, 'commit', '-m', 'the first edition');
  const env = { XDG_STATE_HOME: join(box.folder, '.git/state') };
  const commands = commandsOf(page);
  expect(commands.length).toBeGreaterThan(20);
  for (const command of commands) {
    const ran = await box.run(parseArgsStringToArgv(command), { env });
    const changed = git(box, 'diff', '--numstat').trim();
    const [added = 0, removed = 0] = changed.split('\t').map(Number);
    if (command === 'undo') expect(changed).toBe('');
    else if (ran.code === 2) expect(changed, command).toBe('');
    else {
      expect(added + removed, command).toBeGreaterThan(0);
      expect(removed, command).toBeLessThanOrEqual(/^remove/.test(command) ? 8 : 2);
    }
    const check = await box.run(['check', '--against', 'HEAD'], { env });
    expect([command, check.code, check.out]).toEqual([command, 0, expect.not.stringContaining(' error ')]);
    if (command.startsWith('mark')) continue;
    if (changed !== '') git(box, 'commit', '-am', 'one mistake less');
  }
  const first = git(box, 'rev-list', '--max-parents=0', 'HEAD').trim();
  expect(await box.run(['check', '--against', first], { env })).toMatchObject({ code: 0 });
});
