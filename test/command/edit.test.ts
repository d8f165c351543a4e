import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { HARBOUR, sandbox } from '../sandbox.ts';
import { after, changedLines } from './after.ts';

describe('edit', () => {
  test.each([
    ['text', ['--text', 'The harbour reopens.'], '    text: The harbour will', '    text: The harbour reopens.'],
    ['speaker', ['--speaker', 'The minister'], '    speaker: Minister of', '    speaker: The minister'],
    ['speakers', ['--speaker', 'A', '--speaker', 'B'], '    speaker: Minister', '    speaker: [A, B]'],
    ['kind', ['--kind', 'prediction'], '    kind: promise', '    kind: prediction'],
    ['said', ['--said', '2024-01'], '    said: 2024-01-08', '    said: 2024-01'],
    ['due', ['--due', '2024-04-30'], '    due: 2024-03-31', '    due: 2024-04-30'],
    ['tags', ['--tag', 'ferry'], '    tags: [transport]', '    tags: [transport, ferry]'],
    [
      'a tag taken away, another added',
      ['--untag', 'transport', '--tag', 'ferry'],
      '    tags: [tr',
      '    tags: [ferry]',
    ],
  ])('changes the %s of a claim, and nothing else', async (_, options, was, is) => {
    const { code, text } = await after(['edit', 'harbour-reopens', ...options]);
    expect(code).toBe(0);
    const [gone, come, ...more] = changedLines(text);
    expect(gone).toMatch(`-${was}`);
    expect(come).toBe(`+${is}`);
    expect(more).toEqual([]);
  });

  test.each(['speaker', 'kind', 'said', 'due'])('takes away %s where the value is empty', async (key) => {
    const { code, ledger, out } = await after(['edit', 'harbour-reopens', `--${key}`, '']);
    expect(code).toBe(0);
    expect(out).toContain('→ (none)');
    expect(ledger.claims[0]).not.toHaveProperty(key);
  });

  test('takes away a tag each time that it is there', async () => {
    const box = sandbox(HARBOUR.replace('tags: [transport]', 'tags:\n      - a\n      - b\n      - a'));
    const { out } = await box.run(['edit', 'harbour-reopens', '--untag', 'a', '--tag', 'c']);
    expect(out).toBe('harbour-reopens: tags a, b, a → b, c\n');
    expect(parse(box.read('ledger.yaml')).claims[0].tags).toEqual(['b', 'c']);
  });

  test('takes away the last tag with its key', async () => {
    const { ledger } = await after(['edit', 'harbour-reopens', '--untag', 'transport']);
    expect(ledger.claims[0]).not.toHaveProperty('tags');
  });

  test('adds keys that are not there after the last one', async () => {
    const { text } = await after([
      'edit',
      'ferries-sail',
      '--via',
      'Press office',
      '--note',
      'Ask: again',
      '--due',
      '2024',
    ]);
    expect(changedLines(text)).toEqual(['+    via: Press office', '+    due: "2024"', '+    note: "Ask: again"']);
  });

  test('changes an event and the article', async () => {
    const event = await after(['edit', 'dredging-late', '--title', 'It is late.', '--date', '2024-03-11']);
    expect(changedLines(event.text)).toEqual([
      '-    date: 2024-03-12',
      '-    title: The dredger is two weeks late.',
      '+    date: 2024-03-11',
      '+    title: It is late.',
    ]);
    const article = await after([
      'edit',
      'article',
      '--author',
      'A',
      '--author',
      'B',
      '--url',
      'https://example.org/a',
    ]);
    expect(changedLines(article.text)).toEqual([
      '-  author: A. Writer',
      '+  author: [A, B]',
      '+  url: https://example.org/a',
    ]);
    expect((await after(['edit', 'article', '--author', ''])).ledger.article).not.toHaveProperty('author');
  });

  test('changes the article of one of several ledgers, named as it is shown', async () => {
    const box = sandbox();
    for (const name of ['a', 'b']) box.write(`all/${name}.yaml`, HARBOUR);
    const edit = ['-f', 'all', 'edit', 'b/article', '--author', 'B'];
    expect(await box.run(edit)).toMatchObject({ code: 0, out: 'b/article: author A. Writer → B\n' });
    expect(box.read('all/a.yaml')).toBe(HARBOUR);
    expect(box.read('all/b.yaml')).toBe(HARBOUR.replace('author: A. Writer', 'author: B'));
    expect(await box.run([...edit, '--ledger', 'b'])).toMatchObject({ code: 0, out: '' });
    expect((await box.run([...edit, '--ledger', 'a'])).err).toContain('b/article is not in the ledger a');
    expect((await box.run(['-f', 'all', 'edit', 'c/article', '--author', 'B'])).err).toContain('no ledger "c"');
  });

  test('says that a value which is there changes nothing, a line break at its end aside', async () => {
    const { out, err, text } = await after(['edit', 'harbour-reopens', '--kind', 'promise', '--due', '2024-03-31']);
    expect(out).toBe('');
    expect(err).toContain('nothing changed');
    expect(text).toBe(HARBOUR);
    const box = sandbox(HARBOUR.replace('text: The harbour will reopen by 31 March.', 'text: |\n      Same.'));
    expect((await box.run(['edit', 'harbour-reopens', '--text', 'Same.'])).err).toContain('nothing changed');
  });

  test('answers programs with what it changed', async () => {
    const { out } = await after(['edit', 'harbour-reopens', '--due', '2024-04-30', '--tag', 'x', '--json']);
    expect(JSON.parse(out)).toEqual({
      ledger: 'ledger',
      id: 'harbour-reopens',
      changed: true,
      changes: [
        { key: 'due', from: '2024-03-31', to: '2024-04-30' },
        { key: 'tags', from: ['transport'], to: ['transport', 'x'] },
      ],
    });
  });

  test.each([
    [['harbour-reopens', '--text', ''], 'a claim needs its text'],
    [['dredging-late', '--date', ''], 'an event needs its date'],
    [['article', '--title', ' '], 'an article needs its title'],
    [['harbour-reopens', '--kind', 'opinion'], 'has verdicts, and an opinion has none'],
    [['harbour-reopens', '--said', '2024-03-13'], 'it cannot have been said on 2024-03-13'],
    [['harbour-reopens', '--title', 'x'], 'which has no --title'],
    [['dredging-late', '--speaker', 'x'], 'dredging-late is an event, which has no --speaker'],
    [['article', '--due', '2024'], 'the article has no --due'],
    [['harbour-reopens', '--tag', 'a', '--untag', 'a'], 'is to be added and taken away'],
    [['harbour-reopens', '--label', 'True'], 'say which with --verdict'],
    [['harbour-reopens', '--verdict', 'last', '--due', '2024'], 'a verdict has no --due'],
    [['harbour-reopens', '--verdict', 'last'], 'which verdict gets a note or a label'],
    [['nothing', '--text', 'x'], 'there is no claim or event "nothing"'],
  ])('refuses %j', async (argv, message) => {
    const { code, err, text } = await after(['edit', ...argv]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(text).toBe(HARBOUR);
  });

  test('refuses to take away the day of a claim that was judged before the article was published', async () => {
    const ledger = HARBOUR.replace('published: 2024-01-09', 'published: 2024-04-01');
    const box = sandbox(ledger);
    const { code, err } = await box.run(['edit', 'harbour-reopens', '--said', '']);
    expect([code, box.read('ledger.yaml')]).toEqual([2, ledger]);
    expect(err).toContain('it cannot have been said on 2024-04-01');
  });

  test('gives a verdict a note or a label where it has none', async () => {
    const mark = ['mark', 'confirmed', 'ferries-sail', '--evidence', 'dredging-late', '--date', '2024-04-01'];
    const { ledger } = await after(mark, [
      'edit',
      'ferries-sail',
      '--verdict',
      '2024-04-01',
      '--note',
      'N',
      '--label',
      'True',
    ]);
    expect(ledger.claims[1].verdicts[0]).toMatchObject({ note: 'N', label: 'True' });
    const { code, err } = await after(['edit', 'harbour-reopens', '--verdict', 'last', '--note', 'Other']);
    expect(code).toBe(2);
    expect(err).toContain('factledger undo');
    expect(err).toContain('factledger withdraw harbour-reopens --verdict 2024-03-12 --reason "Why"');
  });

  test('tells verdicts of one day apart by their status', async () => {
    const day = ['edit', 'ferries-sail', '--verdict', '2024-04-01', '--note', 'N'];
    const { box, code, err } = await after(
      ...['confirmed', 'refuted'].map((status) => [
        ...['mark', status, 'ferries-sail', '--evidence', 'dredging-late', '--date', '2024-04-01'],
      ]),
      day,
    );
    expect(code).toBe(2);
    expect(err).toContain('say which with --status');
    expect((await box.run([...day, '--status', 'confirmed'])).code).toBe(0);
    expect(parse(box.read('ledger.yaml')).claims[1].verdicts.map((one: { note?: string }) => one.note)).toEqual([
      'N',
      undefined,
    ]);
    const other = await box.run([
      'edit',
      'ferries-sail',
      '--verdict',
      '2024-04-01',
      '--status',
      'confirmed',
      '--note',
      'M',
    ]);
    expect(other.err).toContain('withdraw ferries-sail --verdict 2024-04-01 --status confirmed --reason');
    expect((await box.run(['edit', 'ferries-sail', '--status', 'confirmed'])).err).toContain('mark STATUS CLAIM');
  });

  test('does not write in a dry run', async () => {
    const { out, text } = await after(['edit', 'harbour-reopens', '--due', '2024-04-30', '--dry-run']);
    expect(out).toContain('+    due: 2024-04-30');
    expect(text).toBe(HARBOUR);
  });

  describe('without an option', () => {
    const editor = (command: string) => ({ env: { EDITOR: command, PATH: process.env.PATH ?? '' } });

    test('writes what comes back from the editor, and tells it', async () => {
      const box = sandbox(HARBOUR);
      const ran = await box.run(['edit', 'harbour-reopens'], editor("sed -i.bak 's/due: 2024-03-31/due: 2024-04-30/'"));
      expect(ran).toMatchObject({ code: 0, out: 'harbour-reopens: due 2024-03-31 → 2024-04-30\n' });
      expect(box.read('ledger.yaml')).toBe(HARBOUR.replace('due: 2024-03-31', 'due: 2024-04-30'));
    });

    test('keeps the copy, and the file, where it is no sound ledger', async () => {
      const box = sandbox(HARBOUR);
      const { code, err } = await box.run(
        ['edit', 'harbour-reopens'],
        editor("sed -i.bak 's/status: pending/status: maybe/'"),
      );
      expect(code).toBe(2);
      expect(err).toMatch(/ledger\.yaml:\d+:\d+: unknown status "maybe"/);
      const [, copy = ''] = /What you wrote is in (\S+)/.exec(err) ?? [];
      expect(copy).toContain('ledger.yaml');
      expect(box.read('ledger.yaml')).toBe(HARBOUR);
    });

    test('does not write over what changed meanwhile', async () => {
      const box = sandbox(HARBOUR);
      const other = `${box.folder}/ledger.yaml`;
      const command = `f() { sed -i.bak 's/ugly/nice/' "$1"; echo '# x' >> '${other}'; }; f`;
      const { code, err } = await box.run(['edit', 'article'], editor(command));
      expect(code).toBe(2);
      expect(err).toContain('was changed while it was open in the editor');
      expect(box.read('ledger.yaml')).toBe(`${HARBOUR}# x\n`);
    });

    test.each([
      ['its id', 's/id: harbour-reopens/id: reopens/', [{ key: 'id', from: 'harbour-reopens', to: 'reopens' }], ''],
      ['a verdict', 's/status: pending/status: refuted/', [], 'harbour-reopens: its texts are as before; something'],
      ['another record', 's/ugly/nice/', [], 'harbour-reopens: its texts are as before; something else was changed'],
      ['it is gone', '/id: harbour-reopens/,/note:/d', [], 'harbour-reopens: is no longer in the ledger'],
    ])('tells programs that the ledger changed: %s', async (_, script, changes, told) => {
      const box = sandbox(HARBOUR);
      const ran = await box.run(['edit', 'harbour-reopens', '--json'], editor(`sed -i.bak '${script}'`));
      expect(ran.code).toBe(0);
      expect(JSON.parse(ran.out)).toMatchObject({ changed: true, changes });
      expect(ran.err).toContain(told);
      expect(ran.err).not.toContain('nothing changed');
      expect(box.read('ledger.yaml')).not.toBe(HARBOUR);
    });

    test('nothing changed, a failing editor, and none', async () => {
      const box = sandbox(HARBOUR);
      expect(await box.run(['edit', 'article'], editor('true'))).toMatchObject({ code: 0, out: '' });
      const failed = await box.run(['edit', 'article'], editor('false'));
      expect(failed.err).toBe('factledger: the editor ended with 1: false\nNothing was written.\n');
      const gone = await box.run(['edit', 'article'], editor('rm'));
      expect(gone).toMatchObject({ code: 2, err: expect.stringMatching(/ledger\.yaml.*\nNothing was written\.\n$/) });
      expect((await box.run(['edit', 'article'])).err).toContain('no editor is set');
      expect(box.read('ledger.yaml')).toBe(HARBOUR);
    });
  });
});
