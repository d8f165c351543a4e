import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { HARBOUR, sandbox } from '../sandbox.ts';
import { after, changedLines } from './after.ts';

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
