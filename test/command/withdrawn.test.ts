import { describe, expect, test } from 'vitest';
import { sandbox } from '../sandbox.ts';

/** A verdict withdrawn, a claim split in two, one entered twice, ids that were others, and an article of two authors. */
const LEDGER = `factledger: 1
article:
  title: Harbour to reopen
  author: [A. Writer, B. Editor]
  published: 2024-01-09
claims:
  - id: reopens
    text: The harbour will reopen by 31 March.
    speaker: Minister
    due: 2024-03-31
    note: Ask the port in June.
    sources:
      - publisher: Radio Example
        title: Morning
        url: https://example.org/radio
        date: 2024-01-08
        note: at minute 12
        formerly: [https://old.example.org/radio]
    formerly: [harbour-opens]
    anchors: [{ paragraph: 1, sentence: 1, quote: The harbour will reopen }]
    verdicts:
      - { date: 2024-03-12, status: pending, evidence: [late] }
      - date: 2024-03-30
        status: confirmed
        evidence: [ferry]
        label: Mostly true
        by: kl
        withdrawn: { date: 2024-05-02, reason: Another pier., by: mz }
  - id: both
    text: Two ferries sail, one at night.
    anchors: [{ paragraph: 1, sentence: 2, quote: Two ferries sail }]
    verdicts: [{ date: 2024-04-01, status: confirmed, evidence: [first-ferry], label: "True" }]
    withdrawn: { date: 2024-05-03, reason: Two claims., by: kl, instead: [two, dark] }
  - id: two
    text: Two ferries sail.
    added: 2024-05-03
    verdicts: [{ date: 2024-05-03, status: confirmed, evidence: [first-ferry] }]
  - { id: night, text: One sails at night., added: 2024-05-03, formerly: [dark] }
  - { id: twice, text: Entered twice., withdrawn: { date: 2024-05-03, reason: Twice. } }
events:
  - { id: late, date: 2024-03-12, title: The dredger is late. }
  - { id: first-ferry, date: 2024-03-30, title: The first ferry docks., formerly: [ferry] }
`;

const run = async (...argv: string[]) => {
  const ran = await sandbox(LEDGER).run(argv, { now: '2024-06-01T12:00:00' });
  expect(ran).toMatchObject({ code: 0, err: '' });
  return ran.out;
};
const json = async (...argv: string[]) => JSON.parse(await run(...argv, '--format', 'json'));
const ids = async (...argv: string[]) => (await run('list', '--format', 'ids', ...argv)).trimEnd().split('\n');

describe('list', () => {
  test('leaves withdrawn claims out, and lists only them with --withdrawn', async () => {
    expect(await ids()).toEqual(['reopens', 'two', 'night']);
    expect(await ids('--withdrawn')).toEqual(['both', 'twice']);
    expect(await ids('--withdrawn', '--status', 'confirmed')).toEqual(['both']);
    expect(await ids('--as-of', '2024-05-02')).toEqual(['reopens', 'both', 'twice']);
    expect(await ids('--as-of', '2024-05-03')).toEqual(['reopens', 'two', 'night']);
  });

  test('tells what was believed before, between and after', async () => {
    const told = async (day: string) => {
      const [{ status, since, evidence, label, verdicts }] = await json('list', '--as-of', day);
      return [status, since, evidence, label, verdicts.map((one: { withdrawn: object }) => one.withdrawn)];
    };
    expect(await told('2024-03-29')).toEqual(['pending', '2024-03-12', ['late'], null, [null]]);
    const confirmed = ['confirmed', '2024-03-30', ['first-ferry'], 'Mostly true'];
    expect(await told('2024-05-01')).toEqual([...confirmed, [null, null]]);
    const withdrawn = { date: '2024-05-02', reason: 'Another pier.', by: 'mz' };
    expect(await told('2024-05-02')).toEqual(['pending', '2024-05-02', ['late'], null, [null, withdrawn]]);
  });

  test('a withdrawn claim keeps the status that it had last, and is not overdue', async () => {
    const [both, twice] = await json('list', '--withdrawn');
    const withdrawn = { date: '2024-05-03', reason: 'Two claims.', by: 'kl', instead: ['two', 'night'] };
    expect(both).toMatchObject({ status: 'confirmed', since: '2024-04-01', label: 'True', overdue: false, withdrawn });
    expect(twice.withdrawn).toEqual({ date: '2024-05-03', reason: 'Twice.', by: null, instead: [] });
    expect(await run('list', '--overdue', '--format', 'ids')).toBe('reopens\n');
  });

  test('the JSON has all keys in their order, and so have the lines of ndjson', async () => {
    const [claim] = await json('list');
    const keys =
      'ledger file line id text speaker via kind said due tags note sources anchors formerly added withdrawn status since overdue evidence label verdicts';
    expect(Object.keys(claim).join(' ')).toBe(keys);
    expect(Object.keys(claim.verdicts[0]).join(' ')).toBe('date status evidence by note label withdrawn');
    expect(claim).toMatchObject({
      note: 'Ask the port in June.',
      formerly: ['harbour-opens'],
      added: null,
      sources: [
        {
          publisher: 'Radio Example',
          title: 'Morning',
          url: 'https://example.org/radio',
          file: null,
          date: '2024-01-08',
          archived: null,
          note: 'at minute 12',
          formerly: ['https://old.example.org/radio'],
        },
      ],
    });
    expect(JSON.parse((await run('list', '--format', 'ndjson')).split('\n')[0] as string)).toEqual(claim);
  });

  test('--evidence finds withdrawn verdicts too, by the present and the former id', async () => {
    expect(await ids('--evidence', 'first-ferry')).toEqual(['reopens', 'two']);
    expect(await ids('--evidence', 'ferry', '--withdrawn')).toEqual(['both']);
  });

  test('those who name no speaker have all the authors', async () => {
    expect((await json('list')).map(({ speaker }: { speaker: string[] }) => speaker)).toEqual([
      ['Minister'],
      ['A. Writer', 'B. Editor'],
      ['A. Writer', 'B. Editor'],
    ]);
    expect(await ids('--speaker', 'editor')).toEqual(['two', 'night']);
  });

  test('says in the table when and why a claim was withdrawn, and what took its place', async () => {
    const table = await run('list', '--withdrawn');
    expect(table.split('\n')[0]).toMatch(/\(withdrawn on 2024-05-03: Two claims\.\) \(instead: two, night\)$/);
    const box = sandbox(LEDGER);
    const { out } = await box.run(['list', '--withdrawn', '--limit', '1'], { terminal: { columns: 60 } });
    expect(out).toContain('1 of 2 withdrawn claims');
  });

  test('cells of CSV and TSV tell withdrawals and sources in words', async () => {
    const rows = (await run('list', '--withdrawn', '--format', 'tsv')).split('\n').map((row) => row.split('\t'));
    const at = rows[0]?.indexOf('withdrawn') ?? -1;
    expect(rows.slice(1, 3).map((row) => row[at])).toEqual([
      '2024-05-03, instead two night: Two claims. (kl)',
      '2024-05-03: Twice.',
    ]);
    expect(await run('list', '--format', 'csv')).toContain(
      '"Radio Example, “Morning”, 2024-01-08 (at minute 12) https://example.org/radio formerly https://old.example.org/radio"',
    );
  });

  test('no reason or source in a cell is a formula, a line or another withdrawal', async () => {
    const box = sandbox(
      'factledger: 1\narticle: { title: T }\nclaims:\n  - id: a\n    text: A\n    sources: [{ title: "x; =1+1", url: "=2+2" }, { url: "@b" }]\n    withdrawn: { date: 2024-01-01, reason: "x, instead b: y;=3+3\\r\\nz" }\n',
    );
    const { out } = await box.run(['list', '--withdrawn', '--format', 'tsv']);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(out).not.toMatch(/(?:^|[\t;"]) ?[=+@]/m);
    expect(out).toContain("2024-01-01: x, instead b: y;'=3+3 z");
  });
});

describe('show', () => {
  test('a claim with a withdrawn verdict: when, why and by whom', async () => {
    const out = await run('show', 'reopens');
    expect(out).toMatch(/^reopens {2}pending since 2024-05-02, overdue: due 2024-03-31\n/);
    expect(out).toContain(`    2024-03-30  confirmed  (no note)
                           “Mostly true” · first-ferry · by kl
                           withdrawn on 2024-05-02: Another pier. (mz)
`);
    expect(out).toContain('\n  Note     Ask the port in June.\n');
    expect(out).toContain('\n  Formerly harbour-opens\n');
    expect(out).toContain(
      '  Also said in\n    - Radio Example, “Morning”, 2024-01-08 (at minute 12)\n      https://example.org/radio\n      formerly https://old.example.org/radio\n',
    );
    expect(await run('show', 'reopens', '--as-of', '2024-05-01')).not.toContain('withdrawn');
  });

  test('a withdrawn claim: why, what took its place, and what it was', async () => {
    expect(await run('show', 'both')).toMatch(
      /^both {2}withdrawn on 2024-05-03\n.*\n\n {2}Reason {3}Two claims\. \(kl\)\n {2}Instead {2}two, night\n {2}Was {6}confirmed since 2024-04-01\n/,
    );
    expect(await run('show', 'twice')).toMatch(/Was {6}pending\n[\s\S]*History\n {4}no verdict\n$/);
    expect(await run('show', 'both', '--as-of', '2024-05-02')).toMatch(/^both {2}confirmed since 2024-04-01\n/);
  });

  test('an event: the claims that rest on it, and which of them do so no more', async () => {
    const out = await run('show', 'first-ferry');
    expect(out).toContain('the verdict that rests on it was withdrawn on 2024-05-02\n    confirmed  both:');
    expect(out).toContain('               withdrawn on 2024-05-03\n    confirmed  two:');
    const [event] = await json('show', 'ferry');
    expect(event).toMatchObject({ type: 'event', formerly: ['ferry'], claims: ['reopens', 'both', 'two'] });
    expect(Object.keys(event).join(' ')).toBe('type ledger file line id date title sources formerly claims');
  });

  test('the JSON of a claim is that of list, with its events', async () => {
    const [{ type, events, ...claim }] = await json('show', 'reopens');
    expect([type, claim]).toEqual(['claim', (await json('list'))[0]]);
    expect(events.map(({ id }: { id: string }) => id)).toEqual(['late', 'first-ferry']);
  });

  test('a ledger: its authors, and its withdrawn claims counted apart', async () => {
    const [ledger] = await json('show', 'ledger:ledger');
    expect(Object.keys(ledger).join(' ')).toBe(
      'type ledger file article total checkable confirmed pending refuted overdue withdrawn',
    );
    expect(ledger.article.author).toEqual(['A. Writer', 'B. Editor']);
    expect(ledger).toMatchObject({ total: 3, checkable: 3, confirmed: 1, pending: 2, withdrawn: 2, overdue: 1 });
    const out = await run('show', 'ledger:ledger');
    expect(out).toContain('Author    A. Writer, B. Editor');
    expect(out).toContain('2 withdrawn');
  });

  test('what is empty leaves no empty quotes or brackets', async () => {
    const box = sandbox(
      'factledger: 1\narticle: { title: T }\nclaims:\n  - id: a\n    text: A\n    sources: [{ url: u, title: "", note: "" }]\n    verdicts: [{ date: 2024-01-02, status: confirmed, label: "", by: "", withdrawn: { date: 2024-01-03, reason: R, by: "" } }]\n',
    );
    const { out } = await box.run(['show', 'a']);
    expect(out).toContain('    - (no publisher)\n      u\n');
    expect(out).toContain('confirmed  (no note)\n                           withdrawn on 2024-01-03: R\n');
    expect((await box.run(['log'])).out).not.toContain('(');
    expect((await box.run(['list', '--format', 'csv'])).out).toContain(',u,');
  });

  test('a claim that joined the ledger later is said to have been added later', async () => {
    const ran = await sandbox(LEDGER).run(['show', 'two', '--as-of', '2024-05-02']);
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('the claim two was added after 2024-05-02') });
  });
});

describe('log', () => {
  const told = async (...argv: string[]) =>
    (await json('log', ...argv)).map(({ date, type, claim, event, from, status }: Record<string, string>) =>
      [date, type, claim ?? event, from, status].join(' ').trim(),
    );

  test('tells withdrawals, then verdicts, then events of a day, the newest day first', async () => {
    expect(await told()).toEqual([
      '2024-05-03 withdrawal both confirmed',
      '2024-05-03 withdrawal twice pending',
      '2024-05-03 verdict two pending confirmed',
      '2024-05-02 withdrawal reopens confirmed pending',
      '2024-04-01 verdict both pending confirmed',
      '2024-03-30 verdict reopens pending confirmed',
      '2024-03-30 event first-ferry',
      '2024-03-12 verdict reopens pending pending',
      '2024-03-12 event late',
    ]);
    expect(await told('--as-of', '2024-05-02')).toHaveLength(6);
    expect(await told('--since', '2024-05-03', '--claim', 'dark', '--claim', 'both')).toEqual([
      '2024-05-03 withdrawal both confirmed',
    ]);
  });

  test('every entry has all keys, in one order', async () => {
    const entries = await json('log');
    const orders = new Set(entries.map((entry: object) => Object.keys(entry).join(' ')));
    expect([...orders]).toEqual(['date type ledger claim event status from title by note evidence instead text']);
    expect(entries[0]).toMatchObject({ by: 'kl', note: 'Two claims.', evidence: [], instead: ['two', 'night'] });
    expect(entries[3]).toMatchObject({ by: 'mz', note: 'Another pier.', evidence: ['first-ferry'], instead: [] });
  });

  test('says in words what was withdrawn, why, and what that changed', async () => {
    const lines = (await run('log')).split('\n');
    expect(lines[0]).toMatch(
      /^2024-05-03 {2}claim withdrawn: was confirmed .* – Two claims\. \(kl\) – instead: two, night$/,
    );
    expect(lines[3]).toMatch(
      /^2024-05-02 {2}verdict withdrawn: confirmed → pending {2}reopens .* – Another pier\. \(mz\)$/,
    );
  });

  test('a verdict withdrawn after a later one, or on its own day, leaves the status as it is', async () => {
    const box = sandbox(`factledger: 1
article: { title: T }
claims:
  - id: a
    text: A
    verdicts:
      - { date: 2024-01-01, status: confirmed, withdrawn: { date: 2024-03-01, reason: Wrong. } }
      - { date: 2024-02-01, status: refuted }
      - { date: 2024-02-01, status: pending, withdrawn: { date: 2024-02-01, reason: Typo. } }
  - id: o
    text: O
    kind: opinion
    verdicts: [{ date: 2024-01-01, status: confirmed, withdrawn: { date: 2024-03-01, reason: Taste. } }]
`);
    const entries = JSON.parse((await box.run(['log', '--claim', 'a', '--format', 'json'])).out);
    expect(entries.map(({ from, status }: Record<string, string>) => [from, status])).toEqual([
      ['refuted', 'refuted'],
      ['pending', 'refuted'],
      ['refuted', 'pending'],
      ['confirmed', 'refuted'],
      ['pending', 'confirmed'],
    ]);
    const { out } = await box.run(['log']);
    expect(out).toMatch(/^2024-03-01 {2}verdict withdrawn: still refuted .*Wrong\.$/m);
    expect(out).toMatch(/^2024-03-01 {2}withdrawn {2,}o .*Taste\.$/m);
  });
});

describe('stats', () => {
  test('counts withdrawn claims apart, and in no group', async () => {
    const counts = {
      total: 3,
      checkable: 3,
      confirmed: 1,
      pending: 2,
      refuted: 0,
      overdue: 1,
      withdrawn: 2,
      groups: [],
    };
    expect(await json('stats')).toEqual(counts);
    expect(await run('stats')).toBe('3 claims: 1 confirmed, 2 pending, 0 refuted, 1 overdue, 2 withdrawn\n');
    const { groups } = await json('stats', '--group-by', 'speaker');
    const one = { total: 2, checkable: 2, confirmed: 1, pending: 1, refuted: 0, overdue: 0 };
    expect(groups.slice(0, 2)).toEqual([
      { key: 'A. Writer', ...one },
      { key: 'B. Editor', ...one },
    ]);
    expect(await json('stats', '--as-of', '2024-05-02')).toMatchObject({ total: 3, confirmed: 1, withdrawn: 0 });
    expect(await json('stats', '--as-of', '2024-05-01')).toMatchObject({ total: 3, confirmed: 2, withdrawn: 0 });
  });
});

describe('events', () => {
  test('names the claims with a verdict on it, withdrawn or not, that were there on the day', async () => {
    const claims = async (...argv: string[]) =>
      (await json('events', ...argv)).map((event: { claims: string[] }) => event.claims);
    expect(await claims()).toEqual([['reopens'], ['reopens', 'both', 'two']]);
    expect(await claims('--as-of', '2024-04-01')).toEqual([['reopens'], ['reopens', 'both']]);
  });
});

describe('coverage', () => {
  test('leaves withdrawn claims out, as of a day', async () => {
    const box = sandbox(LEDGER);
    box.write('article.txt', 'The harbour will reopen soon. Two ferries sail.\n');
    const covered = async (day: string) => {
      const argv = ['coverage', '--article', 'article.txt', '--as-of', day, '--format', 'json'];
      const { sentences, anchors, percent } = JSON.parse((await box.run(argv)).out);
      const named = sentences.map(({ claims }: { claims: string[] }) => claims);
      return [named, anchors.map(({ claim }: { claim: string }) => claim), percent];
    };
    expect(await covered('2024-05-02')).toEqual([[['reopens'], ['both']], ['reopens', 'both'], 100]);
    expect(await covered('2024-05-03')).toEqual([[['reopens'], []], ['reopens'], 50]);
  });
});

describe('names', () => {
  test('an exact id comes first, then a former one, then the beginning of one', async () => {
    const box = sandbox(`factledger: 1
article: { title: T }
claims:
  - { id: ferry-b, text: B, formerly: [fer, gone] }
  - { id: ferry, text: A }
events:
  - { id: quay, date: 2024, title: Q, formerly: [ferry, gone] }
`);
    const shown = async (...names: string[]) =>
      JSON.parse((await box.run(['show', ...names, '--format', 'json'])).out).map(
        ({ type, id }: { type: string; id: string }) => `${type}:${id}`,
      );
    // That of an event formerly is no match beside a claim that has it now.
    expect(await shown('ferry')).toEqual(['claim:ferry']);
    expect(await shown('event:ferry')).toEqual(['event:quay']);
    expect(await shown('fer')).toEqual(['claim:ferry-b']);
    expect(await shown('ferry-')).toEqual(['claim:ferry-b']);
    expect(await shown('gone')).toEqual(['claim:ferry-b', 'event:quay']);
    expect(await shown('ledger/gone', 'claim:gone', 'event:gone')).toEqual([
      'claim:ferry-b',
      'event:quay',
      'claim:ferry-b',
      'event:quay',
    ]);
    expect((await box.run(['show', 'gon'])).err).toContain('there is no claim or event "gon"');
  });

  test('what two ledgers had formerly is refused, and both are listed by their present names', async () => {
    const box = sandbox();
    for (const name of ['a', 'b']) {
      const text = `factledger: 1\narticle: { title: T }\nclaims: [{ id: new, text: In ${name}., formerly: [old] }]\n`;
      box.write(`${name}.yaml`, text);
    }
    const { code, err } = await box.run(['show', 'old', '-f', '.']);
    expect(code).toBe(2);
    expect(err).toContain('"old" fits several; name one:\n  a/new  In a.\n  b/new  In b.\n');
    expect((await box.run(['show', 'b/old', '-f', '.'])).out).toMatch(/^b\/new /);
  });
});
