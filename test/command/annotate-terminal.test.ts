import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kernelLocks } from '../../src/store/kernel-lock.ts';
import { sandbox } from '../sandbox.ts';
import { Seat as AnySeat, KEYS } from '../terminal/seat.ts';

const ARTICLE = `Harbour to reopen

The harbour will reopen by 31 March. It is done. So he said.

Two ferries sailed each day. The storm was long. Nobody drowned.
`;

const LEDGER = `factledger: 1
article:
  title: Harbour to reopen
  published: 2024-01-09
  text: a.txt
claims:
  - id: two-ferries
    text: Two ferries sailed each day.
    speaker: Minister
  - id: long-storm
    text: The storm took two weeks.
`;

/** Somebody who annotates at a terminal. */
class Seat extends AnySeat {
  constructor(argv: readonly string[] = [], ledger = LEDGER, article = ARTICLE) {
    const box = sandbox(ledger);
    box.write('a.txt', article);
    super(box, ['annotate', ...argv]);
  }

  /** The sentence at hand. */
  get atHand(): string {
    return /(\S+) ▸/.exec(this.terminal.text)?.[1] ?? '';
  }
}

test('the screen: the article around the sentence at hand, how far it is, and the keys', async () => {
  const seat = new Seat();
  await seat.sees('1.1 ▸  The harbour will reopen by 31 March.');
  const { rows } = seat.terminal;
  expect(rows).toHaveLength(24);
  expect(rows[0]).toMatch(/^ ledger +1\.1 {2}6 open of 6 $/);
  expect(seat.terminal.text).toContain('         Harbour to reopen\n\n  1.1');
  expect(rows.at(-1)).toMatch(/^a add l claims s skip S ¶ .* q quit \?$/);
  for (const columns of [60, 80, 120]) {
    await seat.terminal.resize(columns, 24);
    for (const key of ['a add', 'l claims', 's skip', 'S ¶', '⏎ next', 'u undo', 'q quit']) {
      expect(seat.terminal.rows.at(-1)).toContain(key);
    }
    for (const row of seat.terminal.rows) expect(row.length).toBeLessThanOrEqual(columns);
  }
  expect(await seat.leave()).toEqual({ code: 0, out: '', err: '0 of 6 sentences accounted for; 0 answers\n' });
  expect(seat.terminal.happened).toEqual(['raw', 'enter', 'cooked', 'leave']);
});

describe('adding a claim', () => {
  test('the sentence is the first that ↑ brings; speaker, kind and due are those that are likely', async () => {
    const seat = new Seat();
    await seat.type('1.1 ▸', 'a', KEYS.up, KEYS.tab, 'Writer', KEYS.tab, KEYS.up, KEYS.tab, '2024-03-31', KEYS.enter);
    await seat.type('1.1 added', 'na');
    await seat.sees(/a new claim.*speaker Writer/s);
    await seat.terminal.type('It is, he says.', KEYS.tab, KEYS.tab, KEYS.tab);
    await seat.type('due 2024-03-31 →', KEYS.right, KEYS.enter);
    await seat.sees('1.2 added');
    expect(seat.ledger.claims.slice(2)).toMatchObject([
      { text: 'The harbour will reopen by 31 March.', speaker: 'Writer', kind: 'promise', due: '2024-03-31' },
      { text: 'It is, he says.', speaker: 'Writer', due: '2024-03-31' },
    ]);
    expect(seat.ledger.claims[3]).not.toHaveProperty('kind');
    await seat.terminal.type('g', '2', KEYS.enter, 'a');
    // In another paragraph, nobody is likely to speak on.
    await seat.sees(/2\.1 ▸.*claim *\n *speaker *\n *kind fact/s);
    await seat.terminal.type(KEYS.up, KEYS.up);
    await seat.sees('claim It is, he says.');
    await seat.terminal.type(KEYS.esc);
    await seat.sees(/^a add/m);
    expect(await seat.leave()).toMatchObject({ code: 0, err: '2 of 6 sentences accounted for; 4 answers\n' });
  });

  test('several speakers; what is wrong is said in its field, and all that was typed is kept', async () => {
    const seat = new Seat();
    await seat.type('1.1 ▸', 'a', KEYS.enter);
    await seat.type('what does the claim say?', 'A “claim”: it’s so.', KEYS.tab, KEYS.up);
    await seat.type('speaker Minister', '\u0015', 'Doe, Jane; O’Neil', KEYS.tab, KEYS.tab);
    await seat.terminal.type('soon', KEYS.enter);
    await seat.sees(/speaker Doe, Jane; O’Neil.*due soon *\n *expected a date/s);
    await seat.terminal.type('\u0015', 'friday', KEYS.enter);
    await seat.sees('1.1 added');
    expect(seat.ledger.claims.at(-1)).toMatchObject({
      text: 'A “claim”: it’s so.',
      speaker: ['Doe, Jane', 'O’Neil'],
      due: '2026-11-27',
    });
    await seat.leave();
  });
});

describe('tying claims', () => {
  test('a digit ties one; numbers stay while they show, and follow to the next sentence', async () => {
    const seat = new Seat();
    await seat.type('1.1 ▸', 'g', '2.1', KEYS.enter, 'l');
    await seat.sees(
      /1-2 tie.*\n 1 Two ferries sailed each day\. {2}Minister *\n 2 The storm took two weeks\. *\na add/,
    );
    await seat.terminal.type('1');
    await seat.sees(/2\.1 ▸✓.*pending +Two ferries.*\n 1✓Two ferries.*\n 2 The storm.*tied two-ferries/s);
    await seat.terminal.type('7', '2');
    await seat.sees('2.1 tied long-storm');
    await seat.terminal.type('n');
    await seat.sees(/2\.2 ▸.*\n 1✓The storm took/s);
    await seat.terminal.type('1');
    await seat.sees('2.2 tied long-storm');
    await seat.terminal.type(KEYS.esc);
    await seat.sees(/^(?!.*tie ·)/s);
    expect(seat.ledger.claims.map(({ anchors }: { anchors: unknown[] }) => anchors.length)).toEqual([1, 2]);
    await seat.leave();
  });

  test('shows the claims that are tied nowhere first, and of these the likeliest', async () => {
    const tied = `    anchors: [{ quote: Nobody drowned }]\n`;
    const third = '  - id: mayor-spoke\n    text: The mayor spoke.\n';
    const seat = new Seat([], LEDGER.replace('    speaker: Minister\n', `    speaker: Minister\n${tied}`) + third);
    await seat.type('1.1 ▸', 'g', '2.2', KEYS.enter, 'l');
    await seat.sees(/1-3 tie.*\n 1 The storm took.*\n 2 The mayor spoke.*\n 3✓Two ferries sailed/s);
    await seat.terminal.type('l', 'ferries', KEYS.enter);
    await seat.sees(/1 tie · .*\n 1✓Two ferries sailed/s);
    await seat.leave();
  });

  test('words find a claim that has nothing in common with the sentence', async () => {
    const seat = new Seat();
    await seat.type('1.1 ▸', 'l', 'l', 'weeks storm', KEYS.enter);
    await seat.type(/· weeks storm.*\n 1 The storm took/, '1');
    await seat.sees('1.1 tied long-storm');
    await seat.leave();
  });
});

describe('skipping', () => {
  test('s asks for the first reason and repeats it; w asks for another one and up to where; S ends a paragraph', async () => {
    const seat = new Seat();
    await seat.type('1.1 ▸', 's');
    await seat.sees('why is there no claim?');
    expect(seat.terminal.text).not.toContain('next field');
    await seat.type('why is there no claim?', 'Colour.', KEYS.enter);
    await seat.type('1.1 skipped', 's');
    await seat.type('1.2 skipped', 'w', 'Talk.', KEYS.tab);
    await seat.sees('next field');
    await seat.type(/to 1\.3/, '\u0015', '2.1', KEYS.enter);
    await seat.type('1.3-2.1 skipped (2 sentences)', 'S');
    await seat.sees('2.2-2.3 skipped (2 sentences)');
    expect(seat.ledger.article.skips).toMatchObject([{ reason: 'Colour.' }, { reason: 'Talk.' }]);
    await seat.type('0 open of 6', 's');
    await seat.type('2.3 already skipped', 'n');
    await seat.sees('2.3 nothing is open: every sentence is accounted for');
    expect(await seat.leave()).toMatchObject({ err: '6 of 6 sentences accounted for; 6 answers\n' });
  });

  test('S at a heading skips nothing of what comes after it', async () => {
    const seat = new Seat([], LEDGER, `${ARTICLE}\nWhat is next\n\nNobody knows.\n`);
    await seat.type('1.1 ▸', KEYS.up, 'S');
    await seat.type('heading is not counted, and needs no skip', 'g1', KEYS.enter);
    await seat.type('1.1 reached', KEYS.up, 'w', 'Why.', KEYS.enter);
    await seat.sees('heading is not counted, and needs no skip');
    await seat.leave();
    expect(seat.ledger.article).not.toHaveProperty('skips');
  });

  test('keys pressed while one answer is written wait their turn', async () => {
    const seat = new Seat();
    await seat.type('1.1 ▸', 's', 'Colour.', `${KEYS.enter}sssss`);
    await seat.sees('0 open of 6');
    expect(seat.ledger.article.skips).toMatchObject([{ reason: 'Colour.', digests: { length: 6 } }]);
    await seat.leave();
  });

  test('u takes back one answer after another, and goes where it was given', async () => {
    const seat = new Seat();
    await seat.type('1.1 ▸', 's', 'Colour.', `${KEYS.enter}s`);
    await seat.type('1.2 skipped', 'uu');
    await seat.sees(/1\.1 ▸.*1\.1 taken back: skipped/s);
    expect(seat.box.read('ledger.yaml')).toBe(LEDGER);
    await seat.terminal.type('u');
    await seat.sees('no answer of this run is left to take back');
    await seat.leave();
  });
});

test('e changes the claim of the sentence, or one of several', async () => {
  const seat = new Seat();
  await seat.type('1.1 ▸', 'e');
  await seat.type('no claim is tied to this sentence', 'l', '1', 'e');
  await seat.type('claim Two ferries sailed each day.', '\u0015', 'Ferries sailed.', KEYS.enter);
  await seat.type('1.1 changed two-ferries: text', '2');
  await seat.type('1.1 tied long-storm', 'e');
  await seat.type('1-2 change', '2', KEYS.tab, 'Captain', KEYS.enter);
  await seat.sees('1.1 changed long-storm: speaker');
  expect(seat.ledger.claims).toMatchObject([
    { text: 'Ferries sailed.', speaker: 'Minister' },
    { text: 'The storm took two weeks.', speaker: 'Captain' },
  ]);
  await seat.leave();
});

test('moves: arrows, b, g, /, and the end of the article', async () => {
  const seat = new Seat();
  await seat.sees('1.1 ▸');
  const at = async (keys: string, place: string) => {
    await seat.terminal.type(keys);
    await seat.sees(`${place} ▸`);
  };
  await at(KEYS.down, '1.2');
  await at(KEYS.right, '1.3');
  await at(KEYS.down, '2.1');
  await at('b', '1.3');
  await at(`g9${KEYS.enter}`, '1.3');
  await seat.sees('the article has no paragraph 9');
  await at(`\u007f2.2${KEYS.enter}`, '2.2');
  await at(`/HARBOUR${KEYS.enter}`, '1.1');
  await seat.terminal.type(KEYS.up, KEYS.up);
  await seat.sees(' ▸  Harbour to reopen');
  await at(KEYS.enter, '1.1');
  await seat.leave();
});

describe('nothing happens', () => {
  test('by a key that means nothing, or by what is pasted where keys are expected', async () => {
    const seat = new Seat();
    await seat.type('1.1 ▸', 'xyz19%', '\u001b[15~', KEYS.esc, KEYS.tab, '\u001b[200~asSq\n\u001b[201~');
    await seat.sees('Text can be pasted where it is asked for');
    expect(seat.box.read('ledger.yaml')).toBe(LEDGER);
    await seat.type('1.1 ▸', 'a', '\u001b[200~One\ntwo.\u001b[201~');
    await seat.sees('claim One two.');
    await seat.terminal.resize(60, 12);
    await seat.sees('claim One two.');
    await seat.terminal.type(KEYS.ctrlC, KEYS.ctrlC);
    expect(await seat.leave('')).toMatchObject({ code: 130 });
    expect(seat.box.read('ledger.yaml')).toBe(LEDGER);
  });

  test('in a dry run', async () => {
    expect(await new Seat(['--dry-run']).leave('')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--dry-run'),
    });
  });
});

describe('nothing is lost', () => {
  test('by Ctrl-C, which leaves a form, then the panel, then the run', async () => {
    const seat = new Seat();
    await seat.type('1.1 ▸', 's', 'Colour.', KEYS.enter);
    await seat.type('1.1 skipped', 'l', 'a', 'Half a cl', KEYS.ctrlC);
    await seat.type(/1-2 tie.*^a add/ms, KEYS.ctrlC, KEYS.ctrlC);
    expect(await seat.leave('')).toEqual({ code: 130, out: '', err: '1 of 6 sentences accounted for; one answer\n' });
    expect(seat.ledger.article.skips).toHaveLength(1);
    expect(seat.terminal.happened.slice(-2)).toEqual(['cooked', 'leave']);
  });

  test('where the input ends', async () => {
    const seat = new Seat();
    await seat.type('1.1 ▸', 's', 'Colour.', KEYS.enter);
    await seat.type('1.1 skipped', 'a', 'Half');
    seat.terminal.keyboard.end();
    expect(await seat.leave('').catch(() => null)).toMatchObject({ code: 0 });
    expect(seat.ledger.article.skips).toHaveLength(1);
  });

  test('where another one writes the ledger: it says so, waits, and keeps the keys pressed meanwhile', async () => {
    const seat = new Seat();
    const handle = openSync(join(seat.box.folder, 'ledger.yaml'), 'r+');
    await (await kernelLocks()).tryTake(handle);
    await seat.type('1.1 ▸', 's', 'Colour.', KEYS.enter);
    await seat.sees(/reason Colour\..*another factledger is writing it; waiting/s);
    await seat.terminal.type('s');
    closeSync(handle);
    await seat.sees('1.2 skipped');
    expect(await seat.leave()).toMatchObject({ err: '2 of 6 sentences accounted for; 2 answers\n' });
  });

  test('where somebody else changes the ledger, or makes it invalid', async () => {
    const seat = new Seat();
    const path = join(seat.box.folder, 'ledger.yaml');
    await seat.type('1.1 ▸', 'a', 'A claim.');
    writeFileSync(path, LEDGER.replace('- id: two-ferries', '- idd: two-ferries'));
    await seat.terminal.type(KEYS.enter);
    await seat.sees(/claim A claim\..*ledger\.yaml:7:5: /s);
    writeFileSync(path, `${LEDGER}  - { id: another, text: Another. }\n`);
    await seat.terminal.type(KEYS.enter);
    await seat.sees('1.1 added');
    expect(seat.ledger.claims).toMatchObject([{}, {}, { id: 'another' }, { text: 'A claim.' }]);
    await seat.leave();
  });
});

test('what a ledger or an article holds drives no terminal', async () => {
  const seat = new Seat([], LEDGER.replace('text: Two', String.raw`text: "\e[31m\e]0;T\aTwo`).replace('day.', 'day."'));
  await seat.type('1.1 ▸', 'l');
  await seat.sees(String.raw`\u001b[31m\u001b]0;T\u0007Two ferries`);
  await seat.leave();
});

test('? says what the answers are', async () => {
  const seat = new Seat();
  await seat.type('1.1 ▸', '?');
  await seat.type(/w +skip the sentence for another reason/, 'x');
  await seat.sees('1.1 ▸');
  await seat.leave();
});

test('as JSON, once it is left', async () => {
  const seat = new Seat(['--json']);
  await seat.type('1.1 ▸', 's', 'Colour.', `${KEYS.enter}`);
  await seat.sees('1.1 skipped');
  expect(JSON.parse((await seat.leave()).out)).toEqual([
    expect.objectContaining({ answer: 1, line: null, verb: 's', place: '1.1', changed: true }),
  ]);
});
