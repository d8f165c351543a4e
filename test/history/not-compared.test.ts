import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  check,
  commit,
  GLOBS,
  git,
  LEDGER,
  OTHER,
  REWRITTEN,
  remove,
  repository,
  submodule,
} from './attempt.ts';

describe('what cannot be compared is never a pass', () => {
  const cases: Readonly<Record<string, [message: RegExp, Attempt]>> = {
    'a tag of the name of the branch': [
      /"topic" names several: refs\/tags\/topic, refs\/heads\/topic/,
      {
        act: (box) => {
          git(box, 'branch', 'topic');
          box.write('ledger.yaml', REWRITTEN);
          commit(box);
          git(box, 'tag', 'topic');
        },
        against: 'topic...',
      },
    ],
    'a tag of the name of the branch, with an ancestor asked for': [
      /"topic" names several/,
      {
        act: (box) => {
          git(box, 'branch', 'topic');
          git(box, 'tag', 'topic');
        },
        against: 'topic~0',
      },
    ],
    'a branch of the name of the remote branch': [
      /"origin\/main" names several/,
      {
        act: (box) => {
          git(box, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
          git(box, 'branch', 'origin/main');
        },
        against: 'origin/main...',
      },
    ],
    'a tag where the full name is not there': [
      /no revision "refs\/remotes\/origin\/main"/,
      {
        act: (box) => void git(box, 'tag', 'refs/remotes/origin/main'),
        against: 'refs/remotes/origin/main...',
      },
    ],
    'a branch of the name of a commit': [
      /names several/,
      {
        act: (box) => void git(box, 'branch', git(box, 'rev-parse', '--short=8', 'HEAD').trim()),
        get against() {
          return 'SHORT';
        },
      },
    ],
    'a pointer of git LFS in place of the ledger': [
      /ledger\.yaml cannot be read as it stood[\s\S]*git LFS/,
      {
        files: { 'ledger.yaml': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1\n` },
        act: (box) => box.write('ledger.yaml', REWRITTEN),
      },
    ],
    'a pointer of git LFS in place of the configuration': [
      /\.factledger\.yaml cannot be read as it stood/,
      {
        files: {
          'ledger.yaml': LEDGER,
          '.factledger.yaml': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1\n`,
        },
        act: (box) => remove(box, '.factledger.yaml'),
      },
    ],
    'a configuration that never could be read': [
      /\.factledger\.yaml cannot be read as it stood/,
      {
        files: { 'ledger.yaml': LEDGER, '.factledger.yaml': 'ledgers: [\n' },
        act: (box) => remove(box, '.factledger.yaml'),
      },
    ],
    'a ledger that git ignores': [
      /l\/b\.yaml is ignored by git[\s\S]*"!l\/b\.yaml"/,
      {
        files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS, '.gitignore': 'l/b.yaml\n' },
        act: (box) => box.write('l/b.yaml', OTHER),
      },
    ],
    'a ledger in a repository that has not the revision': [
      /no revision "topic"/,
      {
        files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
        act: (box) => {
          git(box, 'branch', 'topic');
          box.write('n/b.yaml', OTHER);
          git(box, 'init', '-q', 'n');
          git(box, '-C', 'n', 'add', '-A');
          git(box, '-C', 'n', 'commit', '-q', '-m', 'start');
        },
        against: 'topic',
      },
    ],
    'a work tree that git takes for another': [
      /is none/,
      {
        act: (box) => {
          mkdirSync(join(box.folder, 'elsewhere'));
          git(box, 'config', 'core.worktree', join(box.folder, 'elsewhere'));
          box.write('ledger.yaml', REWRITTEN);
        },
      },
    ],
    'a merge base in a history that is cut off': [
      /shallow[\s\S]*fetch-depth: 0/,
      {
        act: (box) => {
          git(box, 'checkout', '-q', '-b', 'topic');
          box.write('a.txt', '');
          commit(box);
          git(box, 'checkout', '-q', 'main');
          box.write('b.txt', '');
          commit(box);
          const [main, cut] = [git(box, 'rev-parse', 'main').trim(), git(box, 'rev-parse', 'main~1').trim()];
          git(box, 'checkout', '-q', 'topic');
          git(box, 'merge', '-q', '-m', 'merge', main);
          box.write('c.txt', '');
          commit(box);
          // As if the merge had been fetched without its parents: an older commit in common would be taken.
          git(box, 'checkout', '-q', 'main');
          git(box, 'merge', '-q', '-m', 'other', 'topic~1');
          box.write('d.txt', '');
          commit(box);
          box.write('.git/shallow', `${git(box, 'rev-parse', 'topic').trim()}\n`);
          expect(cut).not.toBe(main);
        },
        against: 'topic...',
      },
    ],
    'a link into a submodule that is a file now': [
      /lk\.yaml was a link out of its repository or into a submodule/,
      {
        files: { '.factledger.yaml': 'ledgers: [own.yaml, lk.yaml]\n', 'own.yaml': OTHER },
        act: (box) => {
          submodule(box, LEDGER);
          symlinkSync('s/ledger.yaml', join(box.folder, 'lk.yaml'));
          commit(box);
          remove(box, 'lk.yaml');
          box.write('lk.yaml', REWRITTEN);
        },
      },
    ],
    'a link to a folder of a submodule that is a folder now, after another link': [
      /a link out of its repository or into a submodule/,
      {
        files: { '.factledger.yaml': 'ledgers: ["lk/*.yaml"]\n', 'own.yaml': OTHER },
        act: (box) => {
          submodule(box, LEDGER);
          symlinkSync('s', join(box.folder, 'b'));
          symlinkSync('b', join(box.folder, 'lk'));
          commit(box);
          remove(box, 'lk');
          box.write('lk/ledger.yaml', REWRITTEN);
        },
      },
    ],
    'a link into a submodule that is a file now, by the way of another link to the work tree': [
      /was a link out of its repository or into a submodule/,
      {
        files: { 't/.factledger.yaml': '', 't/own.yaml': OTHER },
        act: (box) => {
          submodule(box, LEDGER);
          symlinkSync('../s/ledger.yaml', join(box.folder, 't/lk.yaml'));
          commit(box);
          remove(box, 't/lk.yaml');
          box.write('t/lk.yaml', REWRITTEN);
          symlinkSync('t', join(box.folder, 'way'));
        },
        argv: ['-f', 'way/lk.yaml'],
      },
    ],
    'a link out of the repository that is a file now': [
      /a link out of its repository or into a submodule/,
      {
        files: { '.factledger.yaml': 'ledgers: [own.yaml, k.yaml]\n', 'own.yaml': OTHER },
        act: (box) => {
          symlinkSync('../elsewhere.yaml', join(box.folder, 'k.yaml'));
          commit(box);
          remove(box, 'k.yaml');
          box.write('k.yaml', REWRITTEN);
        },
      },
    ],
    'a submodule that is gone': [
      /s was a submodule[\s\S]*submodules: recursive[\s\S]*somebody must decide/,
      {
        files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
        act: (box) => {
          submodule(box, LEDGER);
          commit(box);
          git(box, 'rm', '-q', '-f', 's');
        },
      },
    ],
    'a submodule that is not checked out': [
      /s was a submodule/,
      {
        files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
        act: (box) => {
          submodule(box, LEDGER);
          commit(box);
          git(box, 'submodule', 'deinit', '-q', '-f', 's');
        },
      },
    ],
    'a submodule whose recorded commit is not there': [
      /git cannot read the commit/,
      {
        files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
        act: (box) => {
          submodule(box, LEDGER);
          git(box, 'add', '-A');
          git(box, 'update-index', '--cacheinfo', `160000,${'1'.repeat(40)},s`);
          git(box, 'commit', '-q', '-m', 'elsewhere');
        },
      },
    ],
    'a range': [/is a range/, { act: () => {}, against: 'main..topic' }],
  };

  test.each(Object.entries(cases))('%s', async (_, [message, { files = { 'ledger.yaml': LEDGER }, act, ...how }]) => {
    const box = repository(files);
    act(box);
    const against = how.against === 'SHORT' ? git(box, 'rev-parse', '--short=8', 'HEAD').trim() : how.against;
    const { code, out, err } = await check(box, { ...how, ...(against === undefined ? {} : { against }) });
    expect({ code, out, err }).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
    expect(err).not.toMatch(/fatal:|a bug in factledger/);
  });
});
