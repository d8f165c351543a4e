import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { gitAt } from './git.ts';
import { HARBOUR, ROOT, type Sandbox, sandbox } from './sandbox.ts';

const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
const step = action.runs.steps.at(-1);

const call = gitAt(null);
const git = (box: Sandbox, ...argv: string[]) => call(box, ...argv).trim();

/** Runs the action's last step as a runner would, with what an event says. */
function run(box: Sandbox, event: Readonly<Record<string, string>>) {
  const unset = Object.fromEntries(Object.keys(step.env).map((name) => [name, '']));
  const summary = box.write('.git/summary', '');
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run], {
    cwd: box.folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...unset,
      FAIL_ON: 'error',
      ...event,
      GITHUB_ACTION_PATH: ROOT,
      GITHUB_STEP_SUMMARY: summary,
    },
  });
  return { status, isRewritten: stdout.includes('title=history-rewritten'), stderr, summary: box.read('.git/summary') };
}

/** A repository of three commits, the second of which rewrites a verdict. */
function rewritten(): { box: Sandbox; first: string; second: string } {
  const box = sandbox(HARBOUR);
  git(box, 'init', '-q', '-b', 'main');
  const commit = (message: string) => {
    git(box, 'add', '-A');
    git(box, 'commit', '-q', '-m', message);
    return git(box, 'rev-parse', 'HEAD');
  };
  const first = commit('one');
  box.write('ledger.yaml', HARBOUR.replace('status: pending', 'status: refuted'));
  const second = commit('two');
  box.write('readme.txt', '');
  commit('three');
  return { box, first, second };
}

test('the variables of the step are those that it uses', () => {
  const used = new Set(Array.from(step.run.matchAll(/\$\{?([A-Z_]+)/g), ([, name]) => name));
  for (const name of Object.keys(step.env)) expect(used).toContain(name);
});

test('a push is compared with what was there before it, or with the first parent', () => {
  const { box, first, second } = rewritten();
  expect(run(box, { EVENT: 'push', BEFORE: first })).toMatchObject({ status: 1, isRewritten: true });
  expect(run(box, { EVENT: 'push', BEFORE: second })).toMatchObject({ status: 0, isRewritten: false });
  for (const BEFORE of ['0'.repeat(40), '']) {
    expect(run(box, { EVENT: 'push', BEFORE })).toMatchObject({
      status: 0,
      summary: expect.stringContaining(`compared with \`${second}\``),
    });
  }
  git(box, 'checkout', '-q', second);
  expect(run(box, { EVENT: 'workflow_dispatch' })).toMatchObject({ status: 1, isRewritten: true });
});

test('what was there before and cannot be had is an error', () => {
  const { box } = rewritten();
  expect(run(box, { EVENT: 'push', BEFORE: '1'.repeat(40) })).toMatchObject({ status: 2 });
});

test('a first parent that was not fetched is an error, and no history without one', () => {
  const { box } = rewritten();
  const shallow = sandbox();
  git(shallow, 'clone', '-q', '--depth', '1', `file://${box.folder}`, 'clone');
  const clone = Object.assign(Object.create(Object.getPrototypeOf(shallow)), { folder: join(shallow.folder, 'clone') });
  expect(run(clone, { EVENT: 'push', BEFORE: '' })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('fetch-depth: 0'),
  });
});

test('a merge queue is compared with its base, a pull request with its target', () => {
  const { box, first, second } = rewritten();
  expect(run(box, { EVENT: 'merge_group', QUEUE_BASE: first })).toMatchObject({ status: 1, isRewritten: true });
  expect(run(box, { EVENT: 'merge_group', QUEUE_BASE: second })).toMatchObject({ status: 0 });
  git(box, 'update-ref', 'refs/remotes/origin/main', first);
  // A tag of that name is not what is meant.
  git(box, 'tag', 'origin/main', second);
  expect(run(box, { EVENT: 'pull_request', TARGET: 'main' })).toMatchObject({ status: 1, isRewritten: true });
  expect(run(box, { EVENT: 'pull_request', TARGET: 'main', AGAINST: second })).toMatchObject({ status: 0 });
  expect(run(box, { EVENT: 'pull_request', TARGET: 'nowhere' })).toMatchObject({ status: 2 });
});

test('where there is nothing to compare with, the summary says so', () => {
  const { box, first } = rewritten();
  git(box, 'checkout', '-q', first);
  const { status, summary } = run(box, { EVENT: 'push', BEFORE: '0'.repeat(40) });
  expect({ status, summary }).toEqual({ status: 0, summary: expect.stringContaining('nothing to compare with') });
});
