import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Commit, commitsFor } from '../../src/store/commits.ts';
import { Config } from '../../src/store/config.ts';
import { search } from '../../src/store/discover.ts';
import { disk } from '../../src/store/disk.ts';
import type { Files } from '../../src/store/files.ts';
import { named } from '../../src/store/found-ledger.ts';
import { openRevision } from '../../src/store/revision.ts';
import { WorkTree } from '../../src/store/work-tree.ts';
import { Sandbox } from '../sandbox.ts';
import { runs } from '../soak.ts';

const folder = fc.constantFrom('a', 'b', '.h', 'l', 'm');
const name = fc.constantFrom('ledger.yaml', 'x.yaml', 'y.yml', 'x.txt', '.z.yaml', 'l', 'm');
const path = fc.tuple(fc.array(folder, { maxLength: 2 }), name).map(([folders, last]) => [...folders, last].join('/'));
const text = fc.constantFrom(
  'factledger: 1\n',
  'x: 1\n',
  '{"factledger": 1}\n',
  `# ${'-'.repeat(5000)}\nfactledger: 1\n`,
);
const target = fc.array(fc.oneof(folder, name, fc.constant('..')), { minLength: 1, maxLength: 3 });
const glob = fc.constantFrom(
  ...['a', 'x.yaml', '.', 'b/', '*.yaml', '**/*.yaml', '*/x.*', 'a/**', 'l/*', '{a,m}/*.{yaml,yml}', '**/.h/*'],
  ...['!b', '!**/x.yaml', '!a/*', '../*.yaml', '[!a]/**', '**/l/**'],
);

const tree = fc.record({
  files: fc.dictionary(path, text, { minKeys: 1, maxKeys: 8, noNullPrototype: true }),
  links: fc.array(fc.tuple(path, target), { maxLength: 4 }),
  config: fc.option(fc.tuple(fc.constantFrom('', 'a/'), fc.array(glob, { minLength: 1, maxLength: 3 }))),
});
const asked = fc.record({
  cwd: fc.constantFrom('', 'a', 'a/b'),
  given: fc.array(fc.oneof(path, folder), { maxLength: 2 }),
});

/** So deep that no link leads out of the sandbox. */
const TOP = '1/2/3/repository';

/** Makes what can be made of it: a path that something else bars is left out. */
function make(box: Sandbox, { files, links, config }: typeof tree extends fc.Arbitrary<infer T> ? T : never): void {
  const attempt = (act: () => void) => {
    try {
      act();
    } catch {
      // A file stands where a folder is due, or the other way round.
    }
  };
  for (const [at, content] of Object.entries(files)) attempt(() => box.write(`${TOP}/${at}`, content));
  for (const [at, to] of links)
    attempt(() => {
      mkdirSync(dirname(join(box.folder, TOP, at)), { recursive: true });
      symlinkSync(to.join('/'), join(box.folder, TOP, at));
    });
  if (config)
    attempt(() => box.write(`${TOP}/${config[0]}.factledger.yaml`, `ledgers: ${JSON.stringify(config[1])}\n`));
}

/** What `git init` and `git commit` make, without their wait for one program after another. */
function commit(box: Sandbox): void {
  const script =
    'git init -q && git add -A && git -c user.name=N -c user.email=e@example.org commit -q --allow-empty -m all';
  execFileSync('sh', ['-c', script], { cwd: join(box.folder, TOP), stdio: 'pipe' });
}

test('discovery finds the same ledgers on the disk and in the revision that was committed of it', async () => {
  await fc.assert(
    fc.asyncProperty(tree, fc.array(asked, { minLength: 4, maxLength: 8 }), async (files, all) => {
      const box = new Sandbox();
      try {
        make(box, files);
        commit(box);
        const tree = WorkTree.open(realpathSync(join(box.folder, TOP)));
        const [head] = commitsFor(tree, ['HEAD'], '2024-01-01');
        const revision = openRevision(tree, head as Commit).files;
        const found = async (on: Files, { cwd, given }: { cwd: string; given: string[] }) => {
          const here = join(box.folder, TOP, cwd);
          const paths = given.map((one) => ({ path: one, how: one }));
          const { ledgers, missing } = await search(on, here, paths, new Config(on, here));
          return { ledgers: named({ cwd: here }, ledgers), missing: missing.map(({ message }) => message) };
        };
        for (const one of all) {
          // A link to itself is an error of the disk; in a revision, it leads to nothing.
          const now = await found(disk, one).catch(() => null);
          if (now !== null) expect(await found(revision, one)).toEqual(now);
        }
      } finally {
        box.remove();
      }
    }),
    runs(20),
  );
});
