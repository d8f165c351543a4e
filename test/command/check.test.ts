import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sandbox } from '../sandbox.ts';
import { findings, HEAD, OVERDUE, SOUND, UNCITED } from './check-findings.ts';

describe('all findings of all ledgers', () => {
  test('a file that is no YAML, one with a fault, one that cannot be read as text: the others are checked', async () => {
    const box = sandbox();
    box.write('l/a.yaml', `${HEAD}claims: [\n`);
    box.write('l/b.yaml', `${UNCITED}x: 1\n`);
    box.write('l/c.yaml', Buffer.from([...Buffer.from(HEAD), 0xff]));
    box.write('l/d.yaml', OVERDUE);
    expect(await findings(box, ['-f', 'l'])).toEqual([
      expect.stringMatching(/^l\/a\.yaml:\d+:\d+ error syntax$/),
      'l/b.yaml:4:60 error uncited-verdict',
      'l/b.yaml:5:1 error schema',
      'l/c.yaml:3:1 error syntax',
      'l/d.yaml:4:27 warning overdue',
    ]);
    const first = await box.run(['check', '-f', 'l']);
    expect(first.code).toBe(1);
    expect(await box.run(['check', '-f', 'l'])).toEqual(first);
  });

  test('exit codes: errors, warnings, nothing', async () => {
    expect((await sandbox(UNCITED).run(['check'])).code).toBe(1);
    expect((await sandbox(OVERDUE).run(['check'])).code).toBe(0);
    expect((await sandbox(OVERDUE).run(['check', '--fail-on', 'warning'])).code).toBe(1);
    expect(await sandbox(SOUND).run(['check', '--rule', 'overdue', '--fail-on', 'warning'])).toMatchObject({
      code: 0,
      out: '',
      err: 'nothing found\n',
    });
  });

  test('rules can be chosen; one that is not there is told', async () => {
    const box = sandbox(`${UNCITED}  - {id: a, text: A, said: 2026, due: 2024}\n`);
    expect(await findings(box, ['--rule', 'overdue', '--rule', 'stale'])).toEqual(['ledger.yaml:5:39 warning overdue']);
    expect((await box.run(['check', '--rule', 'overdu'])).err).toContain('did you mean "overdue"?');
  });

  test('--as-of sets the day and hides nothing', async () => {
    const box = sandbox(OVERDUE);
    expect(await findings(box, ['--as-of', '2024-12-31'])).toEqual([]);
    expect(await findings(box, ['--as-of', '2025-01-01'])).toEqual(['ledger.yaml:4:27 warning overdue']);
    expect(await findings(sandbox(UNCITED), ['--as-of', '2023-12-31'])).toContain('ledger.yaml:4:40 error future-date');
  });

  test('a comment silences a rule in the next line', async () => {
    const comment = '  # factledger-disable-next-line overdue: the minister died in office\n';
    const box = sandbox(OVERDUE.replace('claims:\n', `claims:\n${comment}`));
    expect(await findings(box)).toEqual([]);
    box.write('ledger.yaml', OVERDUE.replace('claims:\n', `claims:\n${comment}`).replace('due: 2024', 'due: 2034'));
    expect(await findings(box)).toEqual(['ledger.yaml:4:3 warning unused-disable']);
  });

  test('standard input is checked, too', async () => {
    const { code, out } = await sandbox().run(['check', '-f', '-'], { stdin: UNCITED });
    expect({ code, out }).toEqual({ code: 1, out: '-:4:60: error uncited-verdict: confirmed without evidence\n' });
  });

  test('of many findings in one file a hundred are shown as text, all in other formats', async () => {
    const box = sandbox(
      `${HEAD}claims:\n${Array.from({ length: 150 }, (_, n) => `  - {id: c${n}, text: T${n}, due: 2023}\n`).join('')}`,
    );
    const { out } = await box.run(['check']);
    expect(out.trimEnd().split('\n')).toHaveLength(101);
    expect(out).toContain('ledger.yaml: … and 50 more\n');
    expect(await findings(box)).toHaveLength(150);
  });
});

describe('.factledger.yaml', () => {
  test('sets severities, options, and what is left out', async () => {
    const box = sandbox(`${OVERDUE}  - {id: s, text: S, said: 2026-05-01}\n`);
    box.write('drafts/d.yaml', UNCITED);
    box.write(
      '.factledger.yaml',
      'ledgers: ["*.yaml", "drafts/*.yaml"]\nchecks:\n  overdue: error\n  stale: {days: 100, severity: error}\n  exclude: ["drafts/**"]\n',
    );
    expect(await findings(box)).toEqual(['ledger.yaml:4:27 error overdue', 'ledger.yaml:5:10 error stale']);
    box.write('.factledger.yaml', 'checks: {overdue: off, stale: off}\n');
    expect(await findings(box)).toEqual([]);
    expect(await findings(box, ['--rule', 'overdue'])).toEqual(['ledger.yaml:4:27 warning overdue']);
  });

  test('is judged as a ledger is', async () => {
    const box = sandbox(OVERDUE);
    box.write(
      '.factledger.yaml',
      'checks:\n  overdu: off\n  stale: {day: 3, days: 0}\n  schema: maybe\n  exclude: x\n',
    );
    const { code, err } = await box.run(['check']);
    expect(code).toBe(2);
    expect(err.split('\n').slice(0, -1)).toEqual([
      'factledger: .factledger.yaml:2:3: there is no rule "overdu"; did you mean "overdue"?',
      '.factledger.yaml:3:11: stale has no option "day"; did you mean "days"?',
      '.factledger.yaml:3:25: expected a number of days from 1 up',
      '.factledger.yaml:4:11: expected error, warning or off for schema, found "maybe"',
      '.factledger.yaml:5:12: expected a list of globs under "exclude"',
    ]);
  });
});

describe('formats', () => {
  const box = () =>
    sandbox(
      `${OVERDUE.replace('text: A', 'text: "50% <a> & b, c: d"')}  - {id: b, text: B, verdicts: [{date: 2026-01-01, status: refuted, evidence: [x]}]}\n`,
    );

  test('text shows the line and a caret in a terminal', async () => {
    const { out } = await box().run(['check'], { terminal: { columns: 80 } });
    expect(out.split('\n').slice(0, 3)).toEqual([
      'ledger.yaml:4:45: warning overdue: a was due in 2024 and is still pending',
      '    - {id: a, text: "50% <a> & b, c: d", due: 2024}',
      `  ${' '.repeat(44)}^`,
    ]);
  });

  test('github: errors first, escaped', async () => {
    const odd = sandbox();
    odd.write('a,b:c.yaml', `${OVERDUE}  - {id: "x%", text: B}\n`);
    const { out } = await odd.run(['check', '--format', 'github', '-f', '.']);
    expect(out.split('\n')).toEqual([
      '::error file=a%2Cb%3Ac.yaml,line=5,col=10,title=schema::"x%25" is no id: expected ASCII letters, digits, "-", "_" and ".", starting with a letter or digit',
      '::warning file=a%2Cb%3Ac.yaml,line=4,col=27,title=overdue::a was due in 2024 and is still pending',
      '',
    ]);
  });

  test('github and sarif: files as seen from the top of the work tree, as URIs', async () => {
    const one = sandbox();
    mkdirSync(join(one.folder, '.git'));
    one.write('sub/a:b #1.yaml', OVERDUE);
    mkdirSync(join(one.folder, 'sub/deeper'));
    const run = async (format: string) =>
      (await one.run(['check', '-f', '..', '--format', format], { cwd: 'sub/deeper' })).out;
    expect(await run('github')).toContain('file=sub/a%3Ab #1.yaml,');
    expect(await run('sarif')).toContain('"uri": "sub/a%3Ab%20%231.yaml"');
  });

  test('sarif: rules with help, places, and fingerprints that do not move with the lines', async () => {
    const one = box();
    const before = JSON.parse((await one.run(['check', '--format', 'sarif'])).out);
    const [run] = before.runs;
    expect(before.version).toBe('2.1.0');
    expect(run.tool.driver.rules).toHaveLength(27);
    const result = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'unknown-evidence');
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('unknown-evidence');
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'ledger.yaml' },
      region: { startLine: 5, startColumn: 80 },
    });
    one.write('ledger.yaml', `# a line more\n${one.read('ledger.yaml')}`);
    const after = JSON.parse((await one.run(['check', '--format', 'sarif'])).out);
    const prints = (log: typeof before) =>
      log.runs[0].results.map((each: { partialFingerprints: object }) => each.partialFingerprints);
    expect(prints(after)).toEqual(prints(before));
    expect(new Set(prints(before).map((print: object) => JSON.stringify(print))).size).toBe(run.results.length);
  });

  test('junit: a case for each claim, failures for errors, escaped', async () => {
    const { out } = await box().run(['check', '--format', 'junit']);
    expect(out).toContain('<testsuites name="factledger check" tests="3" failures="1" errors="0">');
    expect(out).toContain('<failure type="unknown-evidence" message="there is no event &quot;x&quot;">');
    expect(out).toContain(
      '<testcase classname="ledger" name="a" time="0">\n      <system-out>ledger.yaml:4:45: warning overdue',
    );
    expect(out).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });

  test('junit: what was not looked at is skipped, and a case fails once, whatever it has', async () => {
    const one = sandbox();
    one.write('out.yaml', UNCITED);
    one.write('broken.yaml', `${UNCITED}x-a: !t 1\n`);
    one.write('two.yaml', UNCITED.replace('}]}', '}, {date: 2024-01-01, status: refuted}]}'));
    one.write('.factledger.yaml', 'ledgers: ["*.yaml"]\nchecks: {exclude: [out.yaml]}\n');
    const { out } = await one.run(['check', '--format', 'junit']);
    expect(out.match(/<testcase classname="\w+" name="b" time="0">\s*<\w+/g)).toEqual([
      expect.stringMatching(/"broken"[\s\S]*<skipped/),
      expect.stringMatching(/"out"[\s\S]*<skipped/),
      expect.stringMatching(/"two"[\s\S]*<failure/),
    ]);
    expect(out).toContain('message="confirmed without evidence (and 1 more)"');
    expect(out.match(/<failure/g)).toHaveLength(2);
  });

  test('junit: what a message or a name holds is text, not markup', async () => {
    const one = sandbox(
      `${HEAD}claims:\n  - {id: a, text: A, verdicts: [{date: 2024-01-01, status: pending, evidence: [x]}]}\n`,
    );
    one.write('<b>&"c.yaml', UNCITED.replace('status: confirmed', 'status: "<i>"'));
    const { out } = await one.run(['check', '-f', '.', '--format', 'junit']);
    expect(out).toContain('name="&lt;b&gt;&amp;&quot;c"');
    expect(out).toContain('&lt;i&gt;');
    expect(
      out.replace(/<\/?(?:testsuites?|testcase|failure|system-out|skipped)\b[^<>]*>|<\?xml[^<>]*>/g, ''),
    ).not.toMatch(/[<>]/);
  });

  test('--explain tells of a rule, with examples', async () => {
    const { code, out } = await sandbox().run(['check', '--explain', 'history-rewritten']);
    expect(code).toBe(0);
    expect(out).toMatch(/^history-rewritten \(error\): against a revision/);
    expect(out).toMatch(/Bad\nIt was:\n {2}claims:[\s\S]*It is:\n {2}claims:[\s\S]*Good\n/);
  });
});

test('the ledgers of this repository pass', async () => {
  const box = sandbox();
  for (const name of ['data', '.factledger.yaml']) box.copy(name);
  expect(await box.run(['check', '--fail-on', 'warning'])).toMatchObject({ code: 0, out: '' });
});
