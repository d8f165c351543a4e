import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT, type Sandbox, sandbox } from '../sandbox.ts';

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
  - id: two-ferries # of old
    text: Two ferries sailed each day.
    speaker: Minister
`;

function annotating(ledger = LEDGER): Sandbox {
  const box = sandbox(ledger);
  box.write('a.txt', ARTICLE);
  return box;
}

const give = (box: Sandbox, answers: readonly string[], ...argv: string[]) =>
  box.run(['annotate', ...argv], { stdin: answers.map((one) => `${one}\n`).join('') });

test('a speech of a hundred sentences, with 24 claims, in at most 110 answers', async () => {
  const box = sandbox();
  const folder = join(ROOT, 'test/dialogue');
  box.write('speech.txt', readFileSync(join(folder, 'speech.txt')));
  const answers = readFileSync(join(folder, 'speech-answers.txt'), 'utf8');
  const given = answers.split('\n').filter((line) => /^[^#]/.test(line));
  expect(given.length).toBeLessThanOrEqual(110);
  await box.run(['init', '--article', 'speech.txt']);
  expect(await box.run(['annotate'], { stdin: answers })).toMatchObject({
    code: 0,
    err: `100 of 100 sentences accounted for; ${given.length} answers\n`,
  });
  const { claims, article } = parse(box.read('ledger.yaml'));
  expect(claims).toHaveLength(24);
  for (const { id } of claims) expect(answers).not.toContain(id);
  expect(article.skips.length).toBeLessThanOrEqual(20);
  expect((await box.run(['coverage', '--min', '100'])).code).toBe(0);
  expect((await box.run(['check'])).code).toBe(0);
});

describe('answers', () => {
  test('add, tie and skip, and say what they did', async () => {
    const box = annotating();
    const ran = await give(box, [
      '# the lead',
      'a . --kind promise --due 2024-03-31 --id reopens',
      '',
      'n',
      's Repeats it.',
      's',
      'l two-ferries',
      'S Colour.',
    ]);
    expect(ran).toEqual({
      code: 0,
      out: '1.1 added reopens\n1.2 next\n1.2 skipped\n1.3 skipped\n2.1 tied two-ferries\n2.2-2.3 skipped (2 sentences)\n',
      err: '6 of 6 sentences accounted for; 6 answers\n',
    });
    const { claims, article } = parse(box.read('ledger.yaml'));
    expect(claims[0].anchors).toEqual([{ paragraph: 2, sentence: 1, digest: expect.any(String) }]);
    expect(claims[1]).toEqual({
      id: 'reopens',
      text: 'The harbour will reopen by 31 March.',
      kind: 'promise',
      due: '2024-03-31',
      anchors: [{ paragraph: 1, sentence: 1, digest: expect.any(String) }],
    });
    expect(article.skips.map(({ reason }: { reason: string }) => reason)).toEqual(['Repeats it.', 'Colour.']);
    expect(box.read('ledger.yaml')).toContain('- id: two-ferries # of old\n');
  });

  test('move, and are about another place where one is given', async () => {
    const box = annotating();
    const { out, code } = await give(box, [
      'g 2',
      'b',
      'n',
      'n',
      '/ FERRIES',
      '1.2 s No.',
      '/ nobody',
      '2.2 b',
      'n',
      'q',
      'x',
    ]);
    expect({ code, places: out.trim().split('\n') }).toEqual({
      code: 0,
      places: [
        '2.1 reached',
        '1.3 back',
        '2.1 next',
        '2.2 next',
        '2.1 found',
        '1.2 skipped',
        '2.3 found',
        '2.1 back',
        '2.2 next',
      ],
    });
  });

  test('skip for another reason and up to a place; the last reason is the one repeated', async () => {
    const box = annotating();
    await give(box, ['s One.', 'w Two. --to 2.1', 's', '2.3 s Three.']);
    expect(parse(box.read('ledger.yaml')).article.skips).toMatchObject([
      { reason: 'One.' },
      { reason: 'Two.', digests: expect.objectContaining({ length: 4 }) },
      { reason: 'Three.' },
    ]);
  });

  test('change a claim', async () => {
    const box = annotating();
    const ran = await give(box, ['e two-ferries --text Two ferries sailed daily. --speaker A --speaker B --due 1w']);
    expect(ran.out).toBe('1.1 changed two-ferries: text, speaker, due\n');
    expect(parse(box.read('ledger.yaml')).claims[0]).toMatchObject({
      text: 'Two ferries sailed daily.',
      speaker: ['A', 'B'],
      due: '2026-11-30',
    });
  });

  test('that are done already change nothing', async () => {
    const box = annotating();
    const answers = [
      '1.1 a A claim. --id one',
      '1.2 s Why.',
      '2.1 l two-ferries',
      '2.2 S Why.',
      '{"place":"1.3","verb":"a","text":"T","speaker":["A","B"],"id":"two"}',
      'e one --kind promise',
    ];
    await give(box, answers);
    const text = box.read('ledger.yaml');
    const again = await give(box, [...answers, '1.1 s Why.']);
    expect(again).toMatchObject({
      code: 0,
      out: [
        '1.1 already tied one',
        '1.2 already skipped',
        '2.1 already tied two-ferries',
        '2.2 nothing is open there',
        '1.3 already tied two',
        '1.3 already so: one',
        '1.1 already has one',
        '',
      ].join('\n'),
    });
    expect(box.read('ledger.yaml')).toBe(text);
  });

  test('say what a claim that is there has otherwise', async () => {
    const box = annotating();
    const answer = '2.1 a Two ferries sailed each day. --speaker Minister --kind promise --due 2024-03-31';
    expect((await give(box, [answer])).out).toBe('2.1 tied two-ferries; what it has otherwise stays: kind, due\n');
  });

  test('a claim that is tied by its words is tied already', async () => {
    const box = annotating(LEDGER.replace('Minister', 'Minister\n    anchors: [{ quote: Two ferries sailed }]'));
    expect((await give(box, ['2.1 l two-ferries'])).out).toBe('2.1 already tied two-ferries\n');
  });

  test('say which claim says nearly the same', async () => {
    const { out } = await give(annotating(), ['2.1 a Two ferries sailed each day. --id every-day']);
    expect(out).toBe('2.1 added every-day; two-ferries says nearly the same\n');
  });

  test('name the ledger where there are several', async () => {
    const box = annotating();
    box.write('other.yaml', LEDGER);
    const argv = ['-f', '.', '--ledger', 'other'];
    expect((await give(box, ['a . --id one', 'l other/two-ferries', 'e two --note New', 's'], ...argv)).out).toBe(
      '1.1 added other/one\n1.1 tied other/two-ferries\n1.1 changed other/two-ferries: note\n' +
        '1.1 already has other/two-ferries, other/one\n',
    );
    expect((await give(box, ['l tow-ferries'], ...argv)).err).toContain('nearest here: other/two-ferries');
    expect(box.read('ledger.yaml')).toBe(LEDGER);
    expect((await give(box, ['s Why.'], '-f', '.')).code).toBe(2);
  });

  test('as JSON', async () => {
    const { out } = await give(annotating(), ['# one', 's Why.', 's', '1.2 s'], '--format', 'json');
    expect(JSON.parse(out)).toEqual([
      {
        answer: 1,
        line: 2,
        place: '1.1',
        verb: 's',
        ledger: 'ledger',
        id: null,
        changed: true,
        changes: [{ key: 'skips', from: null, to: '1.1' }],
      },
      expect.objectContaining({ answer: 2, line: 3, place: '1.2', changed: true }),
      expect.objectContaining({ answer: 3, place: '1.2', changed: false, changes: [] }),
    ]);
  });

  test('in a dry run are shown as a diff, and follow one from the other', async () => {
    const box = annotating();
    const ran = await give(box, ['a . --id one', 's Why.', 'n', 's', 'u', 'e one --note New'], '--dry-run');
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('+  - id: one\n');
    expect(ran.out).toContain('+    note: New\n');
    expect(ran.out).not.toContain('skips');
    expect(box.read('ledger.yaml')).toBe(LEDGER);
  });
});

describe('the first error', () => {
  test('ends it; what came before is written', async () => {
    const box = annotating();
    const ran = await give(box, ['# one', 'a . --id party-met', '2.1 l krasno', 's Why.']);
    expect(ran).toEqual({
      code: 2,
      out: '1.1 added party-met\n',
      err: [
        'factledger: answer 2 (line 3): there is no claim "krasno"; nearest here: two-ferries',
        '  It was: 2.1 l krasno',
        '  It stood at 2.1: Two ferries sailed each day.',
        '  What was answered before is written.',
        '1 of 6 sentences accounted for; one answer',
        '',
      ].join('\n'),
    });
    expect(box.read('ledger.yaml')).toContain('party-met');
    expect(box.read('ledger.yaml')).not.toContain('skips');
  });

  test.each([
    ['l', 'no claim is named'],
    ['s', 'No reason was given yet'],
    ['w', 'w needs a reason'],
    ['a', 'what does the claim say?'],
    ['a T --due soon', '--due: expected'],
    ['a T --kind promis', 'did you mean "promise"?'],
    ['a T --id two-ferries', 'the claim id "two-ferries" is taken'],
    [
      'a Two ferries sailed each day. --speaker Minister --id other',
      'that claim is in the ledger already, as two-ferries',
    ],
    ['e two-ferries', 'what is to change?'],
    ['9.9 s Why.', 'the article has no paragraph 9'],
    ['2.1 w Why. --to 1.1', '--to 1.1 is before 2.1'],
    ['/ whale', 'no sentence has the words “whale”'],
    ['g', 'go to which place?'],
    ['u', 'no answer of this run is left'],
    ['x', 'there is no answer "x"'],
    ['a caf\ufffd', 'the line is no sound UTF-8'],
  ])('%s', async (answer, message) => {
    const box = annotating();
    const { code, err, out } = await give(box, [answer]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(`\n  It was: ${answer}\n`);
    expect(box.read('ledger.yaml')).toBe(LEDGER);
  });

  test('drives no terminal', async () => {
    const { err } = await give(annotating(), ['l \u001b[31m']);
    expect(err).not.toContain('\u001b');
    expect(err).toContain('\\u001b');
  });

  test('where there is no text of the article, or the answers would be the ledger', async () => {
    const box = sandbox(LEDGER);
    expect((await give(box, [])).err).toContain('annotate needs the article’s text');
    box.write('a.txt', ARTICLE);
    expect(await give(box, [])).toMatchObject({ code: 0, err: '0 of 6 sentences accounted for; 0 answers\n' });
    expect((await give(box, [], '-f', '-')).code).toBe(2);
  });
});

describe('taking back', () => {
  test('restores the very bytes, one answer after another, and leaves no trace', async () => {
    const box = annotating();
    const ran = await give(box, ['a . --id one', 'n', 's Why.', 's', 'u', 'u', 'u']);
    expect(ran.out.split('\n').slice(-4)).toEqual([
      '1.3 taken back: skipped',
      '1.2 taken back: skipped',
      '1.1 taken back: added one',
      '',
    ]);
    expect(box.read('ledger.yaml')).toBe(LEDGER);
    expect(JSON.parse((await box.run(['undo', '--list', '--json'])).out)).toEqual([]);
  });

  test('is of this run only; what was answered is in the journal, an entry each', async () => {
    const box = annotating();
    await give(box, ['s One.', 's Two.']);
    expect((await give(box, ['u'])).code).toBe(2);
    const entries = JSON.parse((await box.run(['undo', '--list', '--json'])).out);
    expect(entries.map(({ command }: { command: string[] }) => command)).toEqual([
      ['annotate', 's Two.'],
      ['annotate', 's One.'],
    ]);
    await box.run(['undo']);
    await box.run(['undo']);
    expect(box.read('ledger.yaml')).toBe(LEDGER);
  });
});

describe('a ledger that somebody else changes meanwhile', () => {
  const path = (box: Sandbox) => join(box.folder, 'ledger.yaml');
  const meanwhile = (box: Sandbox, ...steps: (string | ((text: string) => string))[]) =>
    box.run(['annotate'], {
      async *lines() {
        for (const step of steps) {
          if (typeof step === 'string') yield step;
          else writeFileSync(path(box), step(box.read('ledger.yaml')));
        }
      },
    });
  const another = (text: string) => `${text}  - { id: another, text: Another. }\n`;

  test('is read anew', async () => {
    const box = annotating();
    const ran = await meanwhile(box, 's Why.', another, 'l another', 'u');
    expect(ran).toMatchObject({ code: 0, out: '1.1 skipped\n1.2 tied another\n1.2 taken back: tied another\n' });
    expect(box.read('ledger.yaml')).toContain('{ id: another, text: Another. }\n');
  });

  test('keeps what they wrote: nothing is taken back then', async () => {
    const box = annotating();
    const ran = await meanwhile(box, 's Why.', another, 'u');
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('ledger.yaml has changed since that answer') });
    expect(box.read('ledger.yaml')).toContain('another');
    expect(box.read('ledger.yaml')).toContain('Why.');
  });

  test('is told with its place where it is invalid', async () => {
    const box = annotating();
    const ran = await meanwhile(box, 's Why.', (text) => text.replace('- id: two-ferries', '- idd: two'), 's Why.');
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/^factledger: answer 2 \(line 2\): ledger\.yaml:\d+:\d+: /);
  });
});
