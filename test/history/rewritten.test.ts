import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../sandbox.ts';
import {
  type Attempt,
  attempt,
  commit,
  EVENTS,
  edit,
  GLOBS,
  git,
  LEDGER,
  move,
  OTHER,
  REOPENS,
  REWRITTEN,
  remove,
  repository,
  SAILS,
  submodule,
  titled,
} from './attempt.ts';

describe('a history that is rewritten is an error', () => {
  const cases: Readonly<Record<string, Attempt>> = {
    'the status': { act: (box) => box.write('ledger.yaml', REWRITTEN) },
    'the date': { act: (box) => edit(box, 'date: 2024-03-30', 'date: 2024-03-29') },
    'the note': { act: (box) => edit(box, 'Seen.', 'Not seen.') },
    'the note taken away': { act: (box) => edit(box, '        note: Seen.\n', '') },
    'who decided': { act: (box) => edit(box, 'by: kl', 'by: xy') },
    'who decided, where nobody was named': {
      act: (box) => edit(box, 'status: refuted\n', 'status: refuted\n        by: xy\n'),
    },
    'evidence taken away': { act: (box) => edit(box, '[late, ferry]', '[late]') },
    'evidence added': { act: (box) => edit(box, 'evidence: [ferry]', 'evidence: [ferry, late]') },
    'evidence exchanged': { act: (box) => edit(box, 'evidence: [ferry]', 'evidence: [late]') },
    'two verdicts in another order': {
      act: (box) =>
        box.write(
          'ledger.yaml',
          LEDGER.replace(/( {6}- date: 2024-03-12[\s\S]*?)( {6}- date: 2024-03-30[\s\S]*?)\n\n/, '$2\n$1\n'),
        ),
    },
    'a verdict taken out': {
      act: (box) =>
        box.write('ledger.yaml', LEDGER.replace(/ {6}- date: 2024-03-12[\s\S]*?( {6}- date: 2024-03-30)/, '$1')),
    },
    'all verdicts in a comment': {
      act: (box) =>
        edit(
          box,
          SAILS,
          SAILS.replace(/^ {4}verdicts:[\s\S]*/m, (all) => all.replace(/^/gm, '#')),
        ),
    },
    'the claim': { act: (box) => edit(box, SAILS, '') },
    "the claim's id": { act: (box) => edit(box, 'id: sails', 'id: sails-2') },
    "the claim's id and a decoy in its place": {
      act: (box) =>
        edit(
          box,
          SAILS,
          `${SAILS.replace('id: sails', 'id: sails-2')}  - { id: sails, text: Two ferries do not sail each day. }\n`,
        ),
    },
    'the ids of two claims exchanged': {
      act: (box) => {
        edit(box, 'id: sails', 'id: x');
        edit(box, 'id: reopens', 'id: sails');
        edit(box, 'id: x', 'id: reopens');
      },
    },
    'the texts of two claims exchanged': {
      act: (box) => {
        edit(box, 'text: The harbour will reopen by 31 March.', 'text: X.');
        edit(box, 'text: Two ferries do not sail each day.', 'text: The harbour will reopen by 31 March.');
        edit(box, 'text: X.', 'text: Two ferries do not sail each day.');
      },
    },
    'the text of a claim that had no verdict taken': {
      act: (box) => edit(box, 'text: Two ferries do not sail each day.', 'text: "Anna Example came!"'),
    },
    'an opinion made of it, with the complaint commented away': {
      act: (box) =>
        edit(
          box,
          '    text: Two ferries',
          '    # factledger-disable-next-line opinion-with-verdict: why not\n    kind: opinion\n    text: Two ferries',
        ),
    },
    'its day moved after the verdict': { act: (box) => edit(box, 'said: 2024-01-08', 'said: 2024-03-01') },
    "its day moved after the verdict, by the article's": {
      act: (box) => edit(box, 'published: 2024-01-09', 'published: 2024-05'),
    },
    'the event under a verdict': { act: (box) => edit(box, / {2}- id: ferry[\s\S]*/.exec(LEDGER)?.[0] ?? '', '') },
    "the event's id": {
      act: (box) => box.write('ledger.yaml', LEDGER.replaceAll('[ferry]', '[ship]').replace('id: ferry', 'id: ship')),
    },
    'verdicts after an alias that leads elsewhere': {
      files: {
        'ledger.yaml': LEDGER.replace('evidence: [ferry]', 'evidence: &e [ferry]').replace('[late, ferry]', '*e'),
      },
      act: (box) => edit(box, '&e [ferry]', '&e [late]'),
    },
    'a second claim of the same id': {
      act: (box) => edit(box, 'events:', `${SAILS.replace('refuted', 'confirmed')}events:`),
    },
    'a withdrawal taken back': {
      files: {
        'ledger.yaml': LEDGER.replace('note: Seen.', 'note: Seen.\n        withdrawn: { date: 2024-04-01, reason: R }'),
      },
      act: (box) => box.write('ledger.yaml', LEDGER),
    },
    'a withdrawal as if the verdict never had counted, with the complaint commented away': {
      act: (box) =>
        edit(
          box,
          'note: Seen.\n',
          'note: Seen.\n        # factledger-disable-next-line history-rewritten: why not\n        withdrawn: { date: 2024-03-30, reason: R }\n',
        ),
    },
    'a withdrawal of a day to come': {
      act: (box) => edit(box, 'note: Seen.\n', 'note: Seen.\n        withdrawn: { date: 2027-01-01, reason: R }\n'),
    },
    'a claim left out of its past': {
      act: (box) => edit(box, '    kind: promise\n', '    kind: promise\n    added: 2024-04-03\n'),
    },
    // The ledger as a whole.
    'the ledger': { act: (box) => remove(box, 'ledger.yaml') },
    'the ledger emptied': { act: (box) => box.write('ledger.yaml', '') },
    'the ledger made a folder': {
      act: (box) => {
        remove(box, 'ledger.yaml');
        box.write('ledger.yaml/other.yaml', OTHER);
      },
      argv: ['-f', 'ledger.yaml'],
    },
    'the key renamed': { act: (box) => edit(box, 'factledger: 1', 'x-factledger: 1') },
    'the key renamed, a rewritten copy beside it': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, 'factledger: 1', 'x-factledger: 1', 'l/a.yaml');
        box.write('l/b.yaml', REWRITTEN);
      },
    },
    'the key renamed, a reworded copy beside it': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, 'factledger: 1', 'x-factledger: 1', 'l/a.yaml');
        box.write(
          'l/b.yaml',
          REWRITTEN.replaceAll('id: ', 'id: x-').replaceAll('[late', '[x-late').replaceAll('ferry]', 'x-ferry]'),
        );
      },
    },
    'the key commented away': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => edit(box, 'factledger: 1', '# factledger: 1', 'l/a.yaml'),
    },
    'a higher version of the format': { act: (box) => edit(box, 'factledger: 1', 'factledger: 2') },
    'a rename to another extension': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => move(box, 'l/a.yaml', 'l/a.yaml.bak'),
    },
    'a rename to a hidden file': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => move(box, 'l/a.yaml', 'l/.a.yaml'),
    },
    'a move into a hidden folder': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => move(box, 'l/a.yaml', '.l/a.yaml'),
    },
    'a move to where nothing is checked': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': `${GLOBS}checks: { exclude: [drafts] }\n` },
      act: (box) => move(box, 'l/a.yaml', 'drafts/a.yaml'),
    },
    'a rewritten file in its place, the right one moved where nothing is checked': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': `${GLOBS}checks: { exclude: [drafts] }\n` },
      act: (box) => {
        box.write('drafts/a.yaml', LEDGER);
        box.write('l/a.yaml', titled('Harbour to reopen', 'claims: []\n'));
      },
    },
    'a rewritten file beside, and the right one moved': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        box.write('l/c.yaml', LEDGER);
        box.write('l/a.yaml', REWRITTEN);
      },
    },
    'a link in its place': {
      files: { 'ledger.yaml': LEDGER, 'other.yaml': REWRITTEN },
      act: (box) => {
        remove(box, 'ledger.yaml');
        symlinkSync('other.yaml', join(box.folder, 'ledger.yaml'));
      },
    },
    'a dangling link in its place': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        remove(box, 'l/a.yaml');
        symlinkSync('nowhere', join(box.folder, 'l/a.yaml'));
      },
    },
    // The configuration.
    'a new configuration that means another file': {
      act: (box) => {
        box.write('n/other.yaml', OTHER);
        box.write('.factledger.yaml', 'ledgers: [n/other.yaml]\n');
      },
    },
    'a nearer configuration that means another file': {
      files: { 'ledger.yaml': LEDGER, '.factledger.yaml': 'ledgers: [ledger.yaml]\n', 'n/readme.txt': '' },
      act: (box) => {
        box.write('n/other.yaml', OTHER);
        box.write('n/.factledger.yaml', 'ledgers: [other.yaml]\n');
        box.write('ledger.yaml', REWRITTEN);
      },
      cwd: 'n',
    },
    'a nearer ledger.yaml': {
      files: { 'ledger.yaml': LEDGER, 'n/readme.txt': '' },
      act: (box) => {
        box.write('n/ledger.yaml', OTHER);
        box.write('ledger.yaml', REWRITTEN);
      },
      cwd: 'n',
    },
    'the configuration gone, and a ledger.yaml in its place': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': 'ledgers: [l]\n' },
      act: (box) => {
        remove(box, '.factledger.yaml');
        box.write('ledger.yaml', OTHER);
        box.write('l/a.yaml', REWRITTEN);
      },
    },
    'a configuration that git ignores': {
      files: { 'ledger.yaml': LEDGER, '.gitignore': '.factledger.yaml\n' },
      act: (box) => {
        box.write('n/other.yaml', OTHER);
        box.write('.factledger.yaml', 'ledgers: [n/*.yaml]\n');
        git(box, 'add', '-A');
        box.write('ledger.yaml', REWRITTEN);
      },
    },
    'a configuration that is broken in the base': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': 'ledgers: [l]\n' },
      act: (box) => {
        box.write('.factledger.yaml', 'ledgers: [l\n');
        commit(box);
        box.write('n/b.yaml', OTHER);
        box.write('.factledger.yaml', 'ledgers: [n]\n');
        box.write('l/a.yaml', REWRITTEN);
      },
    },
    'globs that leave it out': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        box.write('.factledger.yaml', 'ledgers: ["**/*.yaml", "!l/a.yaml"]\n');
        box.write('l/a.yaml', REWRITTEN);
      },
    },
    'globs in braces that leave it out': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': 'ledgers: ["l/{a,b}.yaml"]\n' },
      act: (box) => {
        box.write('.factledger.yaml', 'ledgers: ["l/!(a).yaml"]\n');
        box.write('l/a.yaml', REWRITTEN);
      },
    },
    'its exclusion': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        box.write('.factledger.yaml', `${GLOBS}checks: { exclude: ["l/a*"] }\n`);
        box.write('l/a.yaml', REWRITTEN);
      },
    },
    'its exclusion alone': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => box.write('.factledger.yaml', `${GLOBS}checks: { exclude: ["l/a*"] }\n`),
    },
    'the rule turned off': {
      act: (box) => {
        box.write('.factledger.yaml', 'checks: { history-rewritten: off }\n');
        box.write('ledger.yaml', REWRITTEN);
      },
    },
    'an unknown key, and the schema turned off': {
      act: (box) => {
        box.write('.factledger.yaml', 'checks: { schema: off }\n');
        box.write('ledger.yaml', `${REWRITTEN}unknown: 1\n`);
      },
    },
    'a comment': {
      act: (box) => {
        box.write('ledger.yaml', REWRITTEN);
        edit(box, '  - id: reopens', '  # factledger-disable-next-line history-rewritten: why not\n  - id: reopens');
      },
    },
    // What the base was.
    ...Object.fromEntries(
      Object.entries({
        'an anchored key': LEDGER.replace('factledger: 1', '&a factledger: 1'),
        'a quoted key': LEDGER.replace('factledger: 1', "'factledger': 1"),
        'an escaped key': LEDGER.replace('factledger: 1', '"fact\\u006cedger": 1'),
        'an explicit key': LEDGER.replace('factledger: 1', '? factledger\n: 1'),
        'an explicit key over lines': LEDGER.replace('factledger: 1', '?\n  factledger\n: 1'),
        indentation: LEDGER.replace(/^(?=.)/gm, '    '),
        'a start of its document': `%YAML 1.2\n--- # A ledger\n${LEDGER}`,
        'a byte-order mark': `\ufeff${LEDGER}`,
      }).map(([how, text]) => [
        `of a base with ${how}`,
        {
          files: { 'l/a.yaml': text, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
          act: (box: Sandbox) => box.write('l/a.yaml', REWRITTEN),
        },
      ]),
    ),
    ...Object.fromEntries(
      Object.entries({
        'an anchored key': LEDGER.replace('factledger: 1', '&a factledger: 1'),
        indentation: LEDGER.replace(/^(?=.)/gm, '  '),
        'an escaped key': LEDGER.replace('factledger: 1', '"fact\\x6cedger": 1'),
      }).map(([how, text]) => [
        `by taking away a ledger with ${how}`,
        {
          files: { 'l/a.yaml': text, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
          act: (box: Sandbox) => remove(box, 'l/a.yaml'),
        },
      ]),
    ),
    ...Object.fromEntries(
      Object.entries({
        'a conflict marker': Buffer.from(`<<<<<<< HEAD\n${LEDGER}=======\n${LEDGER}>>>>>>> other\n`),
        'bad UTF-8': Buffer.concat([Buffer.from(LEDGER), Buffer.from([0xff, 0x0a])]),
        'UTF-16': Buffer.from(`\ufeff${LEDGER}`, 'utf16le'),
        'a tab': Buffer.from(LEDGER.replace('  - id: open', '\t- id: open')),
        'an unknown key': Buffer.from(`${LEDGER}unknown: 1\n`),
        'a double id': Buffer.from(LEDGER.replace('id: open', 'id: sails')),
        'a key of another name': Buffer.from(LEDGER.replace('factledger: 1', 'x-factledger: 1')),
        'nothing at all': Buffer.from(''),
        'a wrong status': Buffer.from(LEDGER.replace('status: confirmed', 'status: true')),
      }).map(([how, bytes]) => [
        `of a base that has ${how}, and was sound before`,
        {
          act: (box: Sandbox) => {
            box.write('ledger.yaml', bytes);
            commit(box);
            box.write('ledger.yaml', REWRITTEN);
          },
        },
      ]),
    ),
    // Merges.
    'a merge under way that drops the verdict of the other side': {
      act: (box) => {
        git(box, 'checkout', '-q', '-b', 'topic');
        edit(
          box,
          '  - id: open\n    text: Anna Example came.\n',
          '  - id: open\n    text: Anna Example came.\n    verdicts: [{ date: 2024-04-01, status: pending }]\n',
        );
        commit(box);
        git(box, 'checkout', '-q', 'main');
        box.write('note.txt', 'x');
        commit(box);
        git(box, 'merge', '-q', '--no-commit', '--no-ff', 'topic');
        box.write('ledger.yaml', LEDGER);
      },
    },
    'a criss-cross merge, of which one base knows nothing': {
      files: { 'ledger.yaml': titled('Harbour to reopen', 'claims: []\n') },
      act: (box) => {
        git(box, 'checkout', '-q', '-b', 'a');
        box.write('a.txt', '');
        commit(box);
        git(box, 'checkout', '-q', '-b', 'b', 'main');
        box.write('ledger.yaml', LEDGER);
        commit(box);
        git(box, 'branch', 'b1');
        git(box, 'checkout', '-q', 'a');
        git(box, 'branch', 'a1');
        git(box, 'merge', '-q', '-m', 'one', 'b1');
        git(box, 'checkout', '-q', 'b');
        git(box, 'merge', '-q', '-m', 'other', 'a1');
        box.write('b.txt', '');
        commit(box);
        box.write('ledger.yaml', REWRITTEN);
      },
      against: 'a...',
    },
    'a note changed in a commit that is compared with as well': {
      act: (box) => {
        edit(box, 'Seen.', 'Not seen.');
        commit(box);
      },
      against: 'HEAD~1',
      argv: ['--against', 'HEAD'],
    },
    'a replacement of the base': {
      act: (box) => {
        const before = git(box, 'rev-parse', 'HEAD').trim();
        box.write('ledger.yaml', REWRITTEN);
        commit(box);
        git(box, 'replace', before, 'HEAD');
      },
      against: 'HEAD~1',
    },
    'a graft over the base': {
      act: (box) => {
        const [before] = [git(box, 'rev-parse', 'HEAD').trim()];
        box.write('ledger.yaml', titled('Harbour to reopen', 'claims: []\n'));
        commit(box);
        const without = git(box, 'rev-parse', 'HEAD').trim();
        git(box, 'checkout', '-q', before);
        box.write('x.txt', '');
        commit(box);
        const head = git(box, 'rev-parse', 'HEAD').trim();
        box.write('.git/info/grafts', `${head} ${without}\n`);
        box.write('ledger.yaml', REWRITTEN);
      },
      against: 'HEAD~1',
    },
    'a repository of its own in the place of its folder': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': 'ledgers: [l]\n' },
      act: (box) => {
        git(box, 'init', '-q', 'l');
        box.write('l/a.yaml', REWRITTEN);
        git(box, '-C', 'l', 'add', '-A');
        git(box, '-C', 'l', 'commit', '-q', '-m', 'start');
      },
    },
    'a repository of its own, named with -f': {
      files: { 'l/a.yaml': LEDGER },
      act: (box) => {
        git(box, 'init', '-q', 'l');
        box.write('l/a.yaml', REWRITTEN);
        git(box, '-C', 'l', 'add', '-A');
        git(box, '-C', 'l', 'commit', '-q', '-m', 'start');
      },
      argv: ['-f', 'l'],
    },
    'a move to another ledger, the verdict rewritten': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        box.write(
          'l/b.yaml',
          `${titled('Another', `claims:\n${REOPENS.replace('status: confirmed', 'status: refuted')}  - { id: quiet, text: Nothing. }\n`)}${EVENTS}`,
        );
      },
    },
    'a move to another ledger, without the event': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        box.write(
          'l/b.yaml',
          `${titled('Another', `claims:\n${REOPENS}  - { id: quiet, text: Nothing. }\n`)}${EVENTS.replace('The first ferry docks.', 'No ferry docks.')}`,
        );
      },
    },
    'a move to another ledger, which another claim of that id and text hides': {
      files: {
        'l/a.yaml': LEDGER,
        'l/b.yaml': `${titled('Another', `claims:\n${SAILS}`)}${EVENTS}`,
        '.factledger.yaml': GLOBS,
      },
      act: (box) => edit(box, SAILS, '', 'l/a.yaml'),
    },
    'a move to a ledger that is not named': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        box.write(
          'l/b.yaml',
          `${titled('Another', `claims:\n${REOPENS.replace('status: confirmed', 'status: refuted')}`)}${EVENTS}`,
        );
      },
      argv: ['-f', 'l/a.yaml'],
    },
    'a submodule made another commit': {
      files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
      act: (box) => {
        submodule(box, LEDGER);
        commit(box);
        box.write('s/ledger.yaml', REWRITTEN);
        git(box, '-C', 's', 'commit', '-q', '-a', '-m', 'rewrite');
        // Its own branches are anybody's.
        git(box, '-C', 's', 'update-ref', 'refs/remotes/origin/main', 'HEAD');
        git(box, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
        git(box, 'add', '-A');
      },
      against: 'origin/main...',
    },
    'a submodule taken back to an older commit': {
      files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
      act: (box) => {
        submodule(box, LEDGER.replace(SAILS, ''));
        box.write('s/ledger.yaml', LEDGER);
        git(box, '-C', 's', 'commit', '-q', '-a', '-m', 'more');
        commit(box);
        git(box, '-C', 's', 'checkout', '-q', 'HEAD~1');
        commit(box);
      },
      against: 'HEAD~1',
    },
    'a submodule of a submodule, though the one between is honest on its own branch': {
      files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
      act: (box) => {
        const allowed = ['-c', 'protocol.file.allow=always'];
        const middle = repository({ 'readme.txt': '' });
        submodule(middle, LEDGER);
        commit(middle);
        git(box, ...allowed, 'submodule', '--quiet', 'add', middle.folder, 'm');
        git(box, '-C', 'm', ...allowed, 'submodule', '--quiet', 'update', '--init');
        commit(box);
        box.write('m/s/ledger.yaml', REWRITTEN);
        git(box, '-C', 'm/s', 'commit', '-q', '-a', '-m', 'rewrite');
        git(box, '-C', 'm', 'commit', '-q', '-a', '-m', 'rewrite');
        // As if it had been merged there before.
        for (const repository of ['m', 'm/s'])
          git(box, '-C', repository, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
        git(box, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
        git(box, 'commit', '-q', '-a', '-m', 'more');
      },
      against: 'origin/main...',
    },
    'a submodule left out, and then changed': {
      files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
      act: (box) => {
        submodule(box, LEDGER);
        commit(box);
        box.write('.factledger.yaml', 'ledgers: ["**/*.yaml", "!s"]\n');
        box.write('s/ledger.yaml', REWRITTEN);
        git(box, '-C', 's', 'commit', '-q', '-a', '-m', 'rewrite');
      },
    },
    'the last ledger of a submodule': {
      files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
      act: (box) => {
        submodule(box, LEDGER);
        commit(box);
        git(box, '-C', 's', 'rm', '-q', 'ledger.yaml');
        box.write('s/readme.txt', '');
        git(box, '-C', 's', 'add', '-A');
        git(box, '-C', 's', 'commit', '-q', '-m', 'none');
      },
    },
    'an event that went with one claim, and that another one still rests on': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': `${GLOBS}checks: { unknown-evidence: off }\n` },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        edit(box, / {2}- id: ferry[\s\S]*/.exec(LEDGER)?.[0] ?? '', '', 'l/a.yaml');
        box.write('l/b.yaml', `${titled('Another', `claims:\n${REOPENS}`)}${EVENTS}`);
      },
    },
    'a link made a ledger of its own': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': 'ledgers: ["l/*.yaml"]\n' },
      act: (box) => {
        symlinkSync('a.yaml', join(box.folder, 'l/b.yaml'));
        commit(box);
        remove(box, 'l/b.yaml');
        box.write('l/b.yaml', REWRITTEN);
      },
    },
    'the environment leads to another ledger': {
      files: { 'ledger.yaml': LEDGER, 'n/other.yaml': OTHER },
      act: (box) => box.write('ledger.yaml', REWRITTEN),
      argv: ['-f', 'ledger.yaml'],
    },
  };

  test.each(Object.entries(cases))('%s', async (_, one) => {
    const { code, rules, err } = await attempt(one);
    expect({ code, isTold: rules.includes('history-rewritten'), err }).toMatchObject({ code: 1, isTold: true });
  });
});
