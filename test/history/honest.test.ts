import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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
  OPEN,
  OTHER,
  REOPENS,
  remove,
  SAILS,
  submodule,
  titled,
} from './attempt.ts';

describe('what is honest is no finding', () => {
  const HEAD = (title: string) => LEDGER.slice(0, LEDGER.indexOf('claims:')).replace('Harbour to reopen', title);
  const cases: Readonly<Record<string, Attempt>> = {
    nothing: { act: () => {} },
    'a new verdict': {
      act: (box) =>
        edit(
          box,
          '        note: Seen.\n',
          '        note: Seen.\n      - { date: 2024-04-02, status: refuted, evidence: [late], note: N }\n',
        ),
    },
    'a first note': {
      act: (box) => edit(box, '        evidence: [late]\n', '        evidence: [late]\n        note: First.\n'),
    },
    'a note where it was blank': {
      files: { 'ledger.yaml': LEDGER.replace('evidence: [late]\n', 'evidence: [late]\n        note: ""\n') },
      act: (box) => edit(box, 'note: ""', 'note: First.'),
    },
    'a source added, and what another lacked': {
      act: (box) =>
        edit(
          box,
          'sources: [{ url: https://example.org/ferry }]',
          'sources: [{ url: https://example.org/new }, { url: https://example.org/ferry, title: T }]',
        ),
    },
    'a ledger split in two': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => {
        box.write('l/a.yaml', `${HEAD('Harbour to reopen')}claims:\n${REOPENS}${EVENTS}`);
        box.write('l/b.yaml', `${HEAD('More')}claims:\n${SAILS}${OPEN}${EVENTS}`);
      },
    },
    'a ledger split in two new ones': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => {
        remove(box, 'l/a.yaml');
        box.write('l/b.yaml', `${HEAD('Harbour to reopen')}claims:\n${REOPENS}${EVENTS}`);
        box.write('l/c.yaml', `${HEAD('Harbour to reopen')}claims:\n${SAILS}${OPEN}${EVENTS}`);
      },
    },
    'two ledgers merged into one': {
      files: {
        'l/a.yaml': `${HEAD('Harbour to reopen')}claims:\n${REOPENS}${EVENTS}`,
        'l/b.yaml': `${HEAD('More')}claims:\n${SAILS}${OPEN}${EVENTS}`,
        '.factledger.yaml': GLOBS,
      },
      act: (box) => {
        remove(box, 'l/b.yaml');
        box.write('l/a.yaml', LEDGER);
      },
    },
    'two ledgers merged into a new one': {
      files: {
        'l/a.yaml': `${HEAD('Harbour to reopen')}claims:\n${REOPENS}${EVENTS}`,
        'l/b.yaml': `${HEAD('Harbour to reopen')}claims:\n${SAILS}${OPEN}${EVENTS}`,
        '.factledger.yaml': GLOBS,
      },
      act: (box) => {
        remove(box, 'l/b.yaml');
        remove(box, 'l/a.yaml');
        box.write('l/c.yaml', LEDGER);
      },
    },
    'a ledger without verdicts merged into another': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        remove(box, 'l/b.yaml');
        edit(box, 'events:', '  - { id: quiet, text: Nothing. }\n\nevents:', 'l/a.yaml');
      },
    },
    'a claim moved to another ledger with its verdicts and events': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        box.write(
          'l/b.yaml',
          `${titled('Another', `claims:\n  - { id: quiet, text: Nothing. }\n${REOPENS}`)}${EVENTS}`,
        );
      },
    },
    'a claim moved to a ledger that is not named': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        box.write(
          'l/b.yaml',
          `${titled('Another', `claims:\n  - { id: quiet, text: Nothing. }\n${REOPENS}`)}${EVENTS}`,
        );
      },
      argv: ['-f', 'l/a.yaml'],
    },
    'the file renamed': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => move(box, 'l/a.yaml', 'l/b.yaml'),
    },
    'the file moved to another folder': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => move(box, 'l/a.yaml', 'm/n/a.yaml'),
    },
    'a folder renamed': { files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS }, act: (box) => move(box, 'l', 'm') },
    'a folder whose name starts with dots': {
      files: { '..drafts/a.yaml': LEDGER },
      act: (box) =>
        edit(
          box,
          '        note: Seen.\n',
          '        note: Seen.\n      - { date: 2024-04-02, status: confirmed, evidence: [ferry] }\n',
          '..drafts/a.yaml',
        ),
      argv: ['-f', '..drafts/a.yaml'],
    },
    CRLF: { act: (box) => box.write('ledger.yaml', LEDGER.replaceAll('\n', '\r\n')) },
    'a byte-order mark': { act: (box) => box.write('ledger.yaml', `\ufeff${LEDGER}`) },
    JSON: {
      act: (box) => {
        const evidence = (...events: string[]) => ({ evidence: events });
        const url = (path: string) => `https://example.org/${path}`;
        const ledger = {
          events: [
            { id: 'ferry', title: 'The first ferry docks.', date: '2024-01-30', sources: [{ url: url('ferry') }] },
            {
              id: 'late',
              date: '2024-01-12',
              title: 'The dredger is two weeks late.',
              sources: [
                {
                  archived: url('archived'),
                  date: '2024-01-13',
                  publisher: 'Port Authority',
                  title: 'Dredging',
                  url: url('dredger'),
                },
              ],
            },
          ],
          claims: [
            { id: 'open', text: 'Anna Example came.' },
            {
              verdicts: [{ ...evidence('ferry', 'late'), status: 'refuted', date: '2024-02-01' }],
              said: '2024-01-08',
              text: 'Two ferries do not sail each day.',
              id: 'sails',
            },
            {
              id: 'reopens',
              kind: 'promise',
              speaker: ['Minister of Transport', 'Harbour Master'],
              text: 'The harbour will reopen by 31 March.',
              verdicts: [
                { date: '2024-03-12', status: 'pending', ...evidence('late') },
                { note: 'Seen.', by: 'kl', date: '2024-03-30', status: 'confirmed', ...evidence('ferry') },
              ],
            },
          ],
          article: {
            url: url('harbour'),
            published: '2024-01-09',
            publisher: 'The Daily Example',
            author: 'A. Writer',
            title: 'Harbour to reopen',
          },
          factledger: 1,
        };
        box.write(
          'ledger.yaml',
          JSON.stringify(ledger, null, '\t').replace(/^\t+/gm, (tabs) => '  '.repeat(tabs.length)),
        );
      },
    },
    'folded and literal texts': {
      act: (box) => {
        edit(
          box,
          'text: The harbour will reopen by 31 March.',
          'text: >\n      The harbour will\n      reopen by 31 March.',
        );
        edit(box, 'note: Seen.', 'note: |+\n          Seen.\n');
      },
    },
    'ident in a note': {
      files: { 'ledger.yaml': LEDGER.replace('Seen.', '"Seen, $Id$"'), '.gitattributes': '*.yaml ident\n' },
      act: (box) => {
        remove(box, 'ledger.yaml');
        git(box, 'checkout', '--', 'ledger.yaml');
        expect(box.read('ledger.yaml')).toContain('$Id: ');
      },
    },
    'line ends by attribute': {
      files: { 'ledger.yaml': LEDGER, '.gitattributes': '*.yaml eol=crlf\n' },
      act: (box) => {
        remove(box, 'ledger.yaml');
        git(box, 'checkout', '--', 'ledger.yaml');
        expect(box.read('ledger.yaml')).toContain('\r\n');
      },
    },
    'aliases in place of what they stand for': {
      act: (box) => {
        edit(box, 'evidence: [ferry]', 'evidence: &ferry [ferry]');
        edit(box, 'said: 2024-01-08', 'x-a: *ferry\n    said: 2024-01-08');
      },
    },
    'a sparse checkout': {
      files: { 'l/a.yaml': LEDGER, 'm/b.yaml': OTHER.replace('quiet', 'q'), '.factledger.yaml': GLOBS },
      act: (box) => {
        git(box, 'sparse-checkout', 'set', '--no-cone', '/m/', '/.factledger.yaml');
        expect(existsSync(join(box.folder, 'l/a.yaml'))).toBe(false);
      },
    },
    'a sparse checkout of no ledger at all': {
      files: { 'l/a.yaml': LEDGER, 'm/readme.txt': '', '.factledger.yaml': 'ledgers: ["l/*.yaml"]\n' },
      act: (box) => {
        git(box, 'sparse-checkout', 'set', '--cone', 'm');
        expect(existsSync(join(box.folder, 'l/a.yaml'))).toBe(false);
      },
    },
    'two ledgers that exchange their names': {
      files: {
        'l/a.yaml': `${HEAD('One')}claims:\n${REOPENS}${EVENTS}`,
        'l/b.yaml': `${HEAD('Two')}claims:\n${SAILS}${EVENTS}`,
        '.factledger.yaml': GLOBS,
      },
      act: (box) => {
        move(box, 'l/a.yaml', 'l/c.yaml');
        move(box, 'l/b.yaml', 'l/a.yaml');
        move(box, 'l/c.yaml', 'l/b.yaml');
      },
    },
    'a submodule that grows': {
      files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
      act: (box) => {
        submodule(box, LEDGER);
        commit(box);
        edit(
          box,
          '        note: Seen.\n',
          '        note: Seen.\n      - { date: 2024-04-02, status: refuted, evidence: [late], note: N }\n',
          's/ledger.yaml',
        );
        git(box, '-C', 's', 'commit', '-q', '-a', '-m', 'more');
        commit(box);
      },
      against: 'HEAD~1',
    },
    'a link into a submodule': {
      files: { '.factledger.yaml': 'ledgers: [own.yaml, lk.yaml]\n', 'own.yaml': OTHER },
      act: (box) => {
        submodule(box, LEDGER);
        symlinkSync('s/ledger.yaml', join(box.folder, 'lk.yaml'));
        commit(box);
      },
    },
    'a repository within one that cannot be read': {
      files: { 'readme.txt': '' },
      act: (box) => {
        git(box, 'init', '-q', 'l');
        box.write('l/ledger.yaml', LEDGER);
        git(box, '-C', 'l', 'add', '-A');
        git(box, '-C', 'l', 'commit', '-q', '-m', 'start');
        remove(box, '.git/HEAD');
      },
      cwd: 'l',
    },
    'a submodule that no glob looks into': {
      files: { '.factledger.yaml': 'ledgers: ["l/*.yaml"]\n', 'l/a.yaml': LEDGER },
      act: (box) => {
        submodule(box, LEDGER);
        commit(box);
        git(box, 'submodule', 'deinit', '-q', '-f', 's');
      },
    },
    'a bad status in the base put right': {
      act: (box) => {
        edit(box, 'status: confirmed', 'status: confirmd');
        commit(box);
        edit(box, 'status: confirmd', 'status: confirmed');
      },
    },
    'a broken first version put right': {
      files: { 'ledger.yaml': LEDGER.replace('status: confirmed', 'status: confirmd') },
      act: (box) => box.write('ledger.yaml', LEDGER),
    },
    'a configuration that gains a ledger': {
      files: { 'l/a.yaml': LEDGER, 'm/b.yaml': OTHER, '.factledger.yaml': 'ledgers: [l]\n' },
      act: (box) => box.write('.factledger.yaml', 'ledgers: [l, m]\n'),
    },
    'a rule turned up': { act: (box) => box.write('.factledger.yaml', 'checks: { backdated: error }\n') },
    'an event that nothing rested on taken out': {
      files: { 'ledger.yaml': `${LEDGER}  - { id: unused, date: 2024-01-01, title: U }\n` },
      act: (box) => edit(box, '  - { id: unused, date: 2024-01-01, title: U }\n', ''),
    },
    'a claim without verdicts taken out or reworded': { act: (box) => edit(box, 'Anna Example came.', 'Nobody came.') },
    'events and claims in another order': {
      act: (box) =>
        box.write('ledger.yaml', LEDGER.replace(REOPENS, '').replace('  - id: open', `${REOPENS}  - id: open`)),
    },
    'a merge of two sides that both marked': {
      act: (box) => {
        const mark = (id: string, from: string) =>
          edit(box, from, `${from}    verdicts: [{ date: 2024-04-02, status: pending, note: ${id} }]\n`);
        git(box, 'checkout', '-q', '-b', 'topic');
        mark('topic', '    text: Anna Example came.\n');
        commit(box);
        git(box, 'checkout', '-q', 'main');
        edit(
          box,
          '        note: Seen.\n',
          '        note: Seen.\n      - { date: 2024-04-02, status: confirmed, evidence: [ferry] }\n',
        );
        commit(box);
        git(box, 'merge', '-q', '--no-commit', '--no-ff', 'topic');
      },
    },
    'a claim of another id, in a file of another name': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => {
        move(box, 'l/a.yaml', 'l/b.yaml');
        for (const id of ['reopens', 'sails', 'open'])
          edit(box, `id: ${id}\n`, `id: ${id}-2\n    formerly: [${id}]\n`, 'l/b.yaml');
      },
    },
    'a claim moved to a ledger that is not named, under another id': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        const moved = REOPENS.replace('id: reopens\n', 'id: harbour\n    formerly: [reopens]\n');
        box.write('l/b.yaml', `${titled('Another', `claims:\n  - { id: quiet, text: Nothing. }\n${moved}`)}${EVENTS}`);
      },
      argv: ['-f', 'l/a.yaml'],
    },
    'a withdrawal of the day': {
      act: (box) => edit(box, 'note: Seen.\n', 'note: Seen.\n        withdrawn: { date: 2024-04-02, reason: R }\n'),
    },
    'a merge of two sides that both withdrew a verdict, on different days': {
      act: (box) => {
        const withdraw = (day: string) =>
          edit(box, 'note: Seen.\n', `note: Seen.\n        withdrawn: { date: ${day}, reason: R }\n`);
        git(box, 'checkout', '-q', '-b', 'topic');
        withdraw('2024-04-01');
        commit(box);
        git(box, 'checkout', '-q', 'main');
        withdraw('2024-04-02');
        commit(box);
        try {
          git(box, 'merge', '-q', '--no-commit', '--no-ff', 'topic');
        } catch {
          // The two are in conflict: one side's is taken.
        }
        git(box, 'checkout', '--theirs', 'ledger.yaml');
        git(box, 'add', '-A');
      },
    },
    'file modes': { act: (box) => chmodSync(join(box.folder, 'ledger.yaml'), 0o755) },
  };

  test.each(Object.entries(cases))('%s', async (_, one) => {
    const { code, found, err } = await attempt(one);
    const compared = found.filter(({ rule }) =>
      ['history-rewritten', 'claim-reworded', 'evidence-altered', 'backdated', 'check-weakened'].includes(rule),
    );
    expect({ code, compared, err }).toEqual({ code: 0, compared: [], err: '' });
  });
});
