import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type Attempt, attempt, edit, GLOBS, git, LEDGER, OTHER, remove } from './attempt.ts';

describe('a change that may be honest, and must be seen, is a warning', () => {
  const cases: Readonly<Record<string, [rule: string, Attempt]>> = {
    'a verdict of a past day that changes what stood then': [
      'backdated',
      {
        act: (box) =>
          edit(
            box,
            '        note: Seen.\n',
            '        note: Seen.\n      - { date: 2024-03-20, status: refuted, evidence: [late], note: N }\n',
          ),
      },
    ],
    'a second verdict on the same day': [
      'backdated',
      {
        act: (box) =>
          edit(
            box,
            '        note: Seen.\n',
            '        note: Seen.\n      - { date: 2024-03-30, status: refuted, evidence: [late], note: N }\n',
          ),
      },
    ],
    'a verdict of the day after': [
      'backdated',
      {
        act: (box) =>
          edit(
            box,
            '        note: Seen.\n',
            '        note: Seen.\n      - { date: 2024-03-31, status: refuted, evidence: [late], note: N }\n',
          ),
      },
    ],
    'a past day, where the last commit is dated back': [
      'backdated',
      {
        act: (box) => {
          box.write('readme.txt', '');
          git(box, 'add', '-A');
          execFileSync('git', ['-c', 'user.name=N', '-c', 'user.email=n@example.org', 'commit', '-q', '-m', 'x'], {
            cwd: box.folder,
            env: { ...process.env, GIT_COMMITTER_DATE: '2020-01-01T12:00:00Z' },
          });
          edit(
            box,
            '        note: Seen.\n',
            '        note: Seen.\n      - { date: 2024-03-20, status: refuted, evidence: [late], note: N }\n',
          );
        },
      },
    ],
    'an event that a verdict named before it was there': [
      'evidence-altered',
      {
        files: {
          'ledger.yaml': LEDGER.replace('[late, ferry]', '[late, ferry, later]'),
          '.factledger.yaml': 'checks: { unknown-evidence: off }\n',
        },
        act: (box) =>
          box.write(
            'ledger.yaml',
            `${box.read('ledger.yaml')}  - { id: later, date: 2024-01-01, title: L, sources: [{ url: https://example.org/ }] }\n`,
          ),
      },
    ],
    'a verdict years back': [
      'backdated',
      {
        files: {
          'ledger.yaml': `${LEDGER.replace('said: 2024-01-08', 'said: 2019-01-08')}  - { id: old, date: 2019-02-01, title: O, sources: [{ url: https://example.org/old }] }\n`,
        },
        act: (box) =>
          edit(
            box,
            '    verdicts:\n      - date: 2024-02-01',
            '    verdicts:\n      - { date: 2020-01-01, status: refuted, note: N, evidence: [old] }\n      - date: 2024-02-01',
          ),
      },
    ],
    'the text': ['claim-reworded', { act: (box) => edit(box, '31 March', '31 May') }],
    'a negation taken away': ['claim-reworded', { act: (box) => edit(box, 'do not sail', 'sail') }],
    'the speakers joined': [
      'claim-reworded',
      { act: (box) => edit(box, '[Minister of Transport, Harbour Master]', '"Minister of Transport; Harbour Master"') },
    ],
    'a speaker taken away': ['claim-reworded', { act: (box) => edit(box, ', Harbour Master]', ']') }],
    'the speaker left to the article': [
      'claim-reworded',
      { act: (box) => edit(box, '    speaker: [Minister of Transport, Harbour Master]\n', '') },
    ],
    'the kind': ['claim-reworded', { act: (box) => edit(box, 'kind: promise', 'kind: prediction') }],
    'the deadline': ['claim-reworded', { act: (box) => edit(box, 'kind: promise', 'kind: promise\n    due: 2030') }],
    'its day moved before the verdict': [
      'claim-reworded',
      { act: (box) => edit(box, 'said: 2024-01-08', 'said: 2024-01-31') },
    ],
    "the article's title": [
      'claim-reworded',
      { act: (box) => edit(box, 'title: Harbour to reopen', 'title: Harbour to close') },
    ],
    "the article's author": ['claim-reworded', { act: (box) => edit(box, 'A. Writer', 'B. Writer') }],
    "the article's address": [
      'claim-reworded',
      { act: (box) => edit(box, 'example.org/harbour', 'example.org/other') },
    ],
    "the article's day": [
      'claim-reworded',
      { act: (box) => edit(box, 'published: 2024-01-09', 'published: 2024-01-08') },
    ],
    "the article's publisher": [
      'claim-reworded',
      { act: (box) => edit(box, 'The Daily Example', 'The Other Example') },
    ],
    "the event's date": ['evidence-altered', { act: (box) => edit(box, 'date: 2024-01-30', 'date: 2024-01-29') }],
    "the event's title": [
      'evidence-altered',
      { act: (box) => edit(box, 'The first ferry docks.', 'The last ferry docks.') },
    ],
    'two events exchanged under their ids': [
      'evidence-altered',
      {
        act: (box) => {
          edit(box, 'id: ferry', 'id: x');
          edit(box, 'id: late', 'id: ferry');
          edit(box, 'id: x', 'id: late');
        },
      },
    ],
    "the source's publisher": ['evidence-altered', { act: (box) => edit(box, 'Port Authority', 'Port Example') }],
    "the source's title": ['evidence-altered', { act: (box) => edit(box, 'title: Dredging', 'title: Sailing') }],
    "the source's date": ['evidence-altered', { act: (box) => edit(box, 'date: 2024-01-13', 'date: 2024-01-14') }],
    "the source's archived copy": [
      'evidence-altered',
      { act: (box) => edit(box, 'example.org/archived', 'example.org/forged') },
    ],
    "the source's address": [
      'evidence-altered',
      { act: (box) => edit(box, 'example.org/dredger', 'example.org/forged') },
    ],
    'a source': [
      'evidence-altered',
      {
        act: (box) =>
          edit(box, 'sources: [{ url: https://example.org/ferry }]', 'sources: [{ url: https://example.org/another }]'),
      },
    ],
    'a rule turned off': [
      'check-weakened',
      { act: (box) => box.write('.factledger.yaml', 'checks: { history-rewritten: off }\n') },
    ],
    'a rule turned down': [
      'check-weakened',
      { act: (box) => box.write('.factledger.yaml', 'checks: { history-rewritten: warning }\n') },
    ],
    'a rule turned down by taking away what turned it up': [
      'check-weakened',
      {
        files: { 'ledger.yaml': LEDGER, '.factledger.yaml': 'checks: { backdated: error }\n' },
        act: (box) => remove(box, '.factledger.yaml'),
      },
    ],
    'this rule turned off': [
      'check-weakened',
      { act: (box) => box.write('.factledger.yaml', 'checks: { check-weakened: off }\n') },
    ],
    'a ledger without verdicts left out': [
      'check-weakened',
      {
        files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
        act: (box) => box.write('.factledger.yaml', 'ledgers: [l/a.yaml]\n'),
      },
    ],
  };

  test.each(Object.entries(cases))('%s', async (_, [rule, one]) => {
    const { code, rules } = await attempt(one);
    expect({ code, rules }).toMatchObject({ code: 0, rules: expect.arrayContaining([rule]) });
  });

  test('what turned a claim around is said', async () => {
    const { found } = await attempt({
      act: (box) => {
        edit(box, '31 March', '30 March');
        edit(box, 'do not sail', 'sail');
      },
    });
    expect(JSON.stringify(found)).toMatch(/a number changed[\s\S]*a negation changed/);
  });
});
