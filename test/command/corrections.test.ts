import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { HARBOUR, sandbox } from '../sandbox.ts';

/** Runs commands in a sandbox with the ledger, one after the other. */
async function after(...commands: (readonly string[])[]) {
  const box = sandbox(HARBOUR);
  let last = { code: 0, out: '', err: '' };
  for (const argv of commands) last = await box.run(argv);
  const text = box.read('ledger.yaml');
  return { ...last, text, ledger: parse(text), box };
}

/** The lines that differ: those that went, then those that came. */
function changedLines(text: string): string[] {
  const [before, now] = [HARBOUR.split('\n'), text.split('\n')];
  return [
    ...before.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
}

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
      expect((await box.run(['edit', 'article'], editor('false'))).err).toContain('the editor ended with 1: false');
      expect((await box.run(['edit', 'article'])).err).toContain('no editor is set');
      expect(box.read('ledger.yaml')).toBe(HARBOUR);
    });
  });
});

describe('rename', () => {
  test('changes the id wherever it is named, and notes the old one', async () => {
    const { text, box } = await after(['rename', 'dredging-late', 'dredger']);
    expect(changedLines(text)).toEqual([
      '-        evidence: [dredging-late]',
      '-  - id: dredging-late',
      '+        evidence: [dredger]',
      '+  - id: dredger',
      '+    formerly: [dredging-late]',
    ]);
    expect((await box.run(['show', 'dredging-late'])).out).toContain('dredger  event of 2024-03-12');
    await box.run(['rename', 'dredger', 'late']);
    expect(parse(box.read('ledger.yaml')).events[0]).toMatchObject({
      id: 'late',
      formerly: ['dredging-late', 'dredger'],
    });
    // Back again: its own former id is free to it.
    expect((await box.run(['rename', 'late', 'dredger'])).code).toBe(0);
    expect((await box.run(['check', '--rule', 'duplicate-id'])).code).toBe(0);
  });

  test('leaves no note with --forget, and follows what stands instead of a withdrawn claim', async () => {
    const { ledger } = await after(
      ['withdraw', 'harbour-ugly', '--reason', 'Twice.', '--instead', 'ferries-sail'],
      ['rename', 'ferries-sail', 'ferries', '--forget'],
    );
    expect(ledger.claims[1]).toEqual({ id: 'ferries', text: 'Two ferries sail each day.' });
    expect(ledger.claims[2].withdrawn.instead).toEqual(['ferries']);
  });

  test('evidence that names an event twice follows it with both', async () => {
    const box = sandbox(HARBOUR.replace('[dredging-late]', '[dredging-late, dredging-late]'));
    expect((await box.run(['rename', 'dredging-late', 'late', '--forget'])).code).toBe(0);
    expect(parse(box.read('ledger.yaml')).claims[0].verdicts[0].evidence).toEqual(['late', 'late']);
  });

  test('evidence that names a former id stays', async () => {
    const box = sandbox(HARBOUR.replace('- id: dredging-late', '- id: late\n    formerly: [dredging-late]'));
    expect((await box.run(['rename', 'late', 'later'])).code).toBe(0);
    const { claims, events } = parse(box.read('ledger.yaml'));
    expect(claims[0].verdicts[0].evidence).toEqual(['dredging-late']);
    expect(events[0].formerly).toEqual(['dredging-late', 'late']);
    expect((await box.run(['check', '--rule', 'unknown-evidence'])).code).toBe(0);
  });

  test('an event that several ledgers hold alike is renamed in all of them, or in none', async () => {
    const box = sandbox();
    for (const name of ['a', 'b', 'c']) box.write(`all/${name}.yaml`, HARBOUR);
    box.write('all/d.yaml', HARBOUR.replaceAll('dredging-late', 'other'));
    const ran = await box.run(['-f', 'all', 'rename', 'dredging-late', 'dredger', '--json']);
    expect(JSON.parse(ran.out).map(({ ledger }: { ledger: string }) => ledger)).toEqual(['a', 'b', 'c']);
    // What a kill left undone is done by the same command again.
    box.write('all/b.yaml', HARBOUR);
    expect((await box.run(['-f', 'all', 'rename', 'dredging-late', 'dredger'])).code).toBe(0);
    for (const name of ['a', 'b', 'c']) expect(box.read(`all/${name}.yaml`)).toContain('id: dredger\n');
    // Where all is done, nothing is left to do.
    const again = await box.run(['-f', 'all', 'rename', 'dredging-late', 'dredger']);
    expect(again).toMatchObject({ code: 0, out: '', err: expect.stringContaining('c/dredger: nothing changed') });
    // One in which it cannot be done keeps the others from it.
    box.write(
      'all/c.yaml',
      box.read('all/c.yaml').replace('events:', 'events:\n  - { id: taken, date: 2024, title: T }'),
    );
    const before = box.read('all/a.yaml');
    expect((await box.run(['-f', 'all', 'rename', 'dredger', 'taken'])).err).toContain('the event id "taken" is taken');
    expect(box.read('all/a.yaml')).toBe(before);
    expect((await box.run(['-f', 'all', 'rename', 'harbour-reopens', 'x'])).err).toContain('fits several');
  });

  test.each([
    [['harbour-reopens', 'ferries-sail'], 'the claim id "ferries-sail" is taken'],
    [['harbour-reopens', 'not an id'], 'is no id'],
  ])('refuses %j', async (argv, message) => {
    const { code, err, text } = await after(['rename', ...argv]);
    expect([code, text]).toEqual([2, HARBOUR]);
    expect(err).toContain(message);
  });
});

describe('withdraw', () => {
  test('a verdict: in one line in braces, and the status is told', async () => {
    const confirmed = ['mark', 'confirmed', 'harbour-reopens', '--evidence', 'dredging-late', '--date', '2024-03-30'];
    const { text, out, err, ledger } = await after(confirmed, [
      ...['withdraw', 'harbour-reopens', '--verdict', 'last', '--reason', 'Another harbour.', '--by', 'kl'],
    ]);
    expect(out).toBe('harbour-reopens: withdrawn from 2026-11-23 on\n');
    expect(err).toContain('without the verdict of 2024-03-30, confirmed → pending');
    expect(text).toMatch(/\n {8}withdrawn: \{ ?date: 2026-11-23, reason: Another harbour\., by: kl ?\}\n/);
    expect(ledger.claims[0].verdicts[1].withdrawn).toEqual({
      date: '2026-11-23',
      reason: 'Another harbour.',
      by: 'kl',
    });
  });

  test('what was believed is told for the days before, between and after', async () => {
    const { box } = await after(
      ['mark', 'refuted', 'harbour-reopens', '--evidence', 'dredging-late', '--date', '2024-03-30'],
      ['withdraw', 'harbour-reopens', '--verdict', '2024-03-30', '--reason', 'Wrong.', '--date', '2024-05-01'],
    );
    const statusOn = async (day: string) =>
      JSON.parse((await box.run(['show', 'harbour-reopens', '--as-of', day, '--json'])).out)[0].status;
    expect(await Promise.all(['2024-03-29', '2024-04-30', '2024-05-01'].map(statusOn))).toEqual([
      'pending',
      'refuted',
      'pending',
    ]);
  });

  test('several verdicts of one day are told apart by their status', async () => {
    const twice: string[][] = ['confirmed', 'refuted'].map((status) => [
      ...['mark', status, 'ferries-sail', '--evidence', 'dredging-late', '--date', '2024-04-01'],
    ]);
    const day = ['withdraw', 'ferries-sail', '--verdict', '2024-04-01', '--reason', 'R'];
    const { code, err } = await after(...twice, day);
    expect(code).toBe(2);
    expect(err).toContain('say which with --status');
    const { ledger } = await after(...twice, [...day, '--status', 'confirmed']);
    expect(ledger.claims[1].verdicts.map((one: { withdrawn?: unknown }) => one.withdrawn !== undefined)).toEqual([
      true,
      false,
    ]);
  });

  test('a verdict that is withdrawn already is left as it is', async () => {
    const day = ['withdraw', 'harbour-reopens', '--verdict', '2024-03-12', '--reason'];
    const { box, text } = await after([...day, 'R']);
    for (const status of [[], ['--status', 'pending']]) {
      expect(await box.run([...day, 'R', ...status])).toMatchObject({
        code: 0,
        out: '',
        err: 'harbour-reopens: nothing changed\n',
      });
    }
    const { code, err } = await box.run([...day, 'Other.']);
    expect(code).toBe(2);
    expect(err).toContain('the verdict of 2024-03-12 on harbour-reopens was withdrawn on 2026-11-23: R');
    expect(box.read('ledger.yaml')).toBe(text);
  });

  test('a claim: it is in no list, and what stands instead can grow', async () => {
    const { ledger, box } = await after(
      ['withdraw', 'harbour-reopens', '--reason', 'Two in one.'],
      ['withdraw', 'harbour-reopens', '--instead', 'ferries-sail'],
      ['withdraw', 'harbour-reopens', '--instead', 'harbour-ugly', '--instead', 'ferries-sail'],
    );
    expect(ledger.claims[0].withdrawn).toEqual({
      date: '2026-11-23',
      reason: 'Two in one.',
      instead: ['ferries-sail', 'harbour-ugly'],
    });
    expect((await box.run(['list', '--format', 'ids'])).out).toBe('ferries-sail\nharbour-ugly\n');
    expect((await box.run(['list', '--withdrawn', '--format', 'ids'])).out).toBe('harbour-reopens\n');
    expect((await box.run(['mark', 'pending', 'harbour-reopens'])).err).toContain(
      'was withdrawn on 2026-11-23: Two in one.',
    );
    const again = await box.run(['withdraw', 'harbour-reopens', '--reason', 'Two in one.']);
    expect(again).toMatchObject({ code: 0, out: '', err: expect.stringContaining('nothing changed') });
    expect((await box.run(['withdraw', 'harbour-reopens', '--reason', 'Other.'])).err).toContain(
      'What was published stays',
    );
  });

  test('tells the sentences that nothing accounts for any more', async () => {
    const box = sandbox(
      HARBOUR.replace('    tags: [transport]', '    anchors: [{ paragraph: 1, sentence: 2, quote: by March }]'),
    );
    const { err } = await box.run(['withdraw', 'harbour-reopens', '--reason', 'R']);
    expect(err).toContain('No longer accounted for in the article:\n  1.2');
  });

  test.each([
    [['harbour-reopens'], 'why is harbour-reopens withdrawn?'],
    [['harbour-reopens', '--verdict', 'last'], 'no longer count?'],
    [['ferries-sail', '--verdict', 'last', '--reason', 'R'], 'has no verdict today'],
    [['harbour-reopens', '--verdict', '2024-01-01', '--reason', 'R'], 'has no verdict of 2024-01-01'],
    [['harbour-reopens', '--verdict', 'last', '--reason', 'R', '--date', '2024-03-11'], 'the verdict is of 2024-03-12'],
    [['harbour-reopens', '--reason', 'R', '--date', '2024-01-07'], 'it was said on 2024-01-08'],
    [['harbour-reopens', '--reason', 'R', '--date', '2026-11-24'], 'from today at the latest'],
    [['harbour-reopens', '--reason', 'R', '--instead', 'harbour-reopens'], 'cannot be replaced by itself'],
    [['harbour-reopens', '--reason', 'R', '--status', 'pending'], 'Say of which day with --verdict DAY'],
  ])('refuses %j', async (argv, message) => {
    const { code, err, text } = await after(['withdraw', ...argv]);
    expect([code, text]).toEqual([2, HARBOUR]);
    expect(err).toContain(message);
  });

  test('no circle of claims in place of one another', async () => {
    const { code, err } = await after(
      ['withdraw', 'harbour-reopens', '--reason', 'R', '--instead', 'ferries-sail'],
      ['withdraw', 'ferries-sail', '--reason', 'R', '--instead', 'harbour-reopens'],
    );
    expect(code).toBe(2);
    expect(err).toContain('ferries-sail cannot be replaced by harbour-reopens, which it replaces itself');
  });
});

describe('add --replaces', () => {
  test('takes what is not given from the other claim, and is never counted beside it', async () => {
    const { ledger, box } = await after(
      ['add', 'The harbour reopens.', '--id', 'one', '--replaces', 'harbour-reopens', '--reason', 'Two in one.'],
      ['add', 'By March.', '--id', 'two', '--replaces', 'harbour-reopens', '--due', '2024-04'],
    );
    const { text: _, id: __, due, ...common } = ledger.claims[4];
    expect(due).toBe('2024-04');
    expect(common).toEqual({
      speaker: 'Minister of Transport',
      kind: 'promise',
      said: '2024-01-08',
      tags: ['transport'],
      added: '2026-11-23',
    });
    expect(ledger.claims[0].withdrawn).toEqual({ date: '2026-11-23', reason: 'Two in one.', instead: ['one', 'two'] });
    const ids = async (day: string) => (await box.run(['list', '--as-of', day, '--format', 'ids'])).out.split('\n');
    expect(await ids('2026-11-22')).toContain('harbour-reopens');
    expect(await ids('2026-11-22')).not.toContain('one');
    expect(await ids('2026-11-23')).toEqual(['ferries-sail', 'harbour-ugly', 'one', 'two', '']);
    expect((await box.run(['check', '--rule', 'duplicate-claim', '--rule', 'unknown-evidence'])).code).toBe(0);
  });

  test('a reason given the second time does not take the place of the first, and that is said', async () => {
    const add = (text: string, reason: string) => ['add', text, '--replaces', 'harbour-reopens', '--reason', reason];
    const { ledger, err } = await after(add('One.', 'First.'), add('Two.', 'Second.'));
    expect(err).toContain('the reason given then stays: First.');
    expect(ledger.claims[0].withdrawn.reason).toBe('First.');
  });

  test('needs a reason the first time', async () => {
    const { code, err, text } = await after(['add', 'New.', '--replaces', 'harbour-reopens']);
    expect([code, text]).toEqual([2, HARBOUR]);
    expect(err).toContain('why is harbour-reopens withdrawn?');
  });
});

describe('remove', () => {
  test('takes out a claim without verdicts, and an event that nothing rests on', async () => {
    const { text } = await after(['remove', 'ferries-sail']);
    expect(text).toBe(HARBOUR.replace('  - id: ferries-sail\n    text: Two ferries sail each day.\n\n', ''));
    const { text: without } = await after(
      ['record', 'Another.', '--id', 'other', '--date', '2024-01-01'],
      ['remove', 'other'],
    );
    expect(without).toBe(HARBOUR);
  });

  test('names each verdict that rests on an event so that it can be typed', async () => {
    const { code, err } = await after(
      ...['confirmed', 'refuted', 'refuted'].map((status, at) => [
        ...['mark', status, 'ferries-sail', '--evidence', 'dredging-late', '--date', '2024-04-01', '--note', `${at}`],
      ]),
      ['remove', 'dredging-late'],
    );
    expect(code).toBe(2);
    expect(err.split('\n').filter((line) => line.startsWith('factledger withdraw'))).toEqual([
      'factledger withdraw harbour-reopens --verdict 2024-03-12 --reason "Why"',
      'factledger withdraw ferries-sail --verdict 2024-04-01 --status confirmed --reason "Why"',
      'factledger withdraw ferries-sail --verdict 2024-04-01 --status refuted --reason "Why"',
    ]);
  });

  test('says what to type where there is a history', async () => {
    const claim = await after(['remove', 'harbour-reopens']);
    expect([claim.code, claim.text]).toEqual([2, HARBOUR]);
    expect(claim.err).toContain('factledger withdraw harbour-reopens --reason "Why"');
    const event = await after(['remove', 'dredging-late']);
    expect([event.code, event.text]).toEqual([2, HARBOUR]);
    expect(event.err).toContain('factledger withdraw harbour-reopens --verdict 2024-03-12 --reason "Why"');
    const withdrawn = await after(
      ['withdraw', 'harbour-reopens', '--verdict', 'last', '--reason', 'R'],
      ['remove', 'dredging-late'],
    );
    expect(withdrawn.code).toBe(2);
    const instead = await after(
      ['withdraw', 'harbour-reopens', '--reason', 'R', '--instead', 'ferries-sail'],
      ['remove', 'ferries-sail'],
    );
    expect(instead.err).toContain('stands in place of harbour-reopens');
  });
});

describe('cite --moved-from', () => {
  const move = [
    'cite',
    'dredging-late',
    '--source',
    'https://example.org/new',
    '--moved-from',
    'https://example.org/dredger',
  ];

  test('puts the new address in place of the old, which is kept', async () => {
    const { text, box } = await after(move);
    expect(changedLines(text)).toEqual([
      '-        url: https://example.org/dredger',
      '+        url: https://example.org/new',
      '+        formerly: [https://example.org/dredger]',
    ]);
    expect((await box.run(move)).err).toContain('nothing changed');
    const { ledger } = await after([...move, '--title', 'Late']);
    expect(ledger.events[0].sources).toEqual([
      {
        publisher: 'Port Authority',
        url: 'https://example.org/new',
        formerly: ['https://example.org/dredger'],
        title: 'Late',
      },
    ]);
  });

  test('refuses an address that it does not cite', async () => {
    const { code, err } = await after([...move.slice(0, -1), 'https://example.org/nowhere']);
    expect(code).toBe(2);
    expect(err).toContain('does not cite https://example.org/nowhere');
  });
});

describe('anchor --remove', () => {
  const anchors = '    anchors:\n      - { paragraph: 1, sentence: 1, quote: a }\n      - { paragraph: 2, quote: b }\n';
  const text = HARBOUR.replace('    tags: [transport]\n', anchors);

  test.each([
    [['2'], anchors.replace('      - { paragraph: 2, quote: b }\n', '')],
    [['1.1'], anchors.replace(/ {6}- \{ paragraph: 1.*\n/, '')],
    [['all'], ''],
  ])('%j', async (where, left) => {
    const box = sandbox(text);
    expect((await box.run(['anchor', 'harbour-reopens', '--remove', ...where])).code).toBe(0);
    expect(box.read('ledger.yaml')).toBe(text.replace(anchors, left));
  });

  test('the only one needs no place, one of several does', async () => {
    const box = sandbox(text);
    expect((await box.run(['anchor', 'harbour-reopens', '--remove'])).err).toContain(
      'has 2 anchors: say which, or all',
    );
    expect((await box.run(['anchor', 'harbour-reopens', '--remove', '3'])).err).toContain('has no anchor there');
    await box.run(['anchor', 'harbour-reopens', '--remove', '2']);
    expect((await box.run(['anchor', 'harbour-reopens', '--remove'])).code).toBe(0);
    expect(box.read('ledger.yaml')).toBe(text.replace(anchors, ''));
  });
});

describe('a key that is there without a value counts as missing', () => {
  const text = `factledger: 1
article: { title: T }
claims:
  - id: a
    text: A
    tags:
    formerly: # none
    withdrawn: ~ # not yet
    verdicts:
      - date: 2024-01-01
        status: pending
        evidence: [e]
        withdrawn: null
  - { id: b, text: B, formerly: , withdrawn: ~ }
  - id: c
    text: C
    withdrawn: { date: 2024-01-01, reason: R, instead: }
events:
  - id: e
    date: 2024
    title: E
    sources: [{ url: https://example.org/1, formerly: ~ }]
`;
  test.each([
    ['edit a --tag x', [['tags:', 'tags: [x]']]],
    [
      'rename a aa',
      [
        ['id: a', 'id: aa'],
        ['formerly: #', 'formerly: [a] #'],
      ],
    ],
    ['withdraw a --reason R', [['withdrawn: ~ #', 'withdrawn: { date: 2026-11-23, reason: R } #']]],
    ['withdraw a --verdict last --reason R', [['withdrawn: null', 'withdrawn: { date: 2026-11-23, reason: R }']]],
    ['rename b bb', [['id: b, text: B, formerly: ,', 'id: bb, text: B, formerly: [b] ,']]],
    ['withdraw b --reason R', [['formerly: , withdrawn: ~', 'formerly: , withdrawn: { date: 2026-11-23, reason: R }']]],
    ['withdraw c --instead a', [['instead: }', 'instead: [a] }']]],
    [
      'cite e --source https://example.org/2 --moved-from https://example.org/1',
      [['example.org/1, formerly: ~', 'example.org/2, formerly: [https://example.org/1]']],
    ],
  ])('%s', async (command, changes) => {
    const box = sandbox(text);
    expect(await box.run(command.split(' '))).toMatchObject({ code: 0 });
    const expected = changes.reduce((whole, [from = '', to = '']) => whole.replace(from, to), text);
    expect(box.read('ledger.yaml')).toBe(expected);
  });
});

test('a name that nothing has is told where it stands, beside former and present ids of one event', async () => {
  const evidence = 'evidence: [old, dredging-late, nope]';
  const box = sandbox(
    HARBOUR.replace('evidence: [dredging-late]', evidence).replace(
      '- id: dredging-late',
      '- id: dredging-late\n    formerly: [old]',
    ),
  );
  const line =
    box
      .read('ledger.yaml')
      .split('\n')
      .findIndex((one) => one.includes(evidence)) + 1;
  const { out } = await box.run(['check', '--rule', 'unknown-evidence']);
  expect(out).toContain(`ledger.yaml:${line}:${`        ${evidence}`.indexOf('nope') + 1}: error unknown-evidence`);
});
