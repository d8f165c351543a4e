import { describe, expect, test } from 'vitest';
import { HARBOUR, sandbox } from '../sandbox.ts';
import { after, changedLines } from './after.ts';

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
