import { describe, expect, test } from 'vitest';
import { HARBOUR, sandbox } from '../sandbox.ts';
import { after } from './after.ts';

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
