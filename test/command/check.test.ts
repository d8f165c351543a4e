import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HARBOUR, type Sandbox, sandbox } from '../sandbox.ts';

const HEAD = 'factledger: 1\narticle: {title: T}\n';
const OVERDUE = `${HEAD}claims:\n  - {id: a, text: A, due: 2024}\n`;
const UNCITED = `${HEAD}claims:\n  - {id: b, text: B, verdicts: [{date: 2024-01-01, status: confirmed}]}\n`;
/** The harbour without what check warns of by the calendar. */
const SOUND = HARBOUR.replace('    due: 2024-03-31\n', '')
  .replace('published: 2024-01-09', 'language: en')
  .replace('    said: 2024-01-08\n', '');

async function findings(box: Sandbox, argv: readonly string[] = []) {
  const { code, out, err } = await box.run(['check', '--format', 'json', ...argv]);
  if (code === 2) throw new Error(err);
  const { findings: found } = JSON.parse(out) as {
    findings: { rule: string; severity: string; file: string; line: number; column: number; claim: string | null }[];
  };
  return found.map(({ rule, severity, file, line, column }) => `${file}:${line}:${column} ${severity} ${rule}`);
}

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
    const box = sandbox(`${UNCITED}  - {id: a, text: A, due: 2024}\n`);
    expect(await findings(box, ['--rule', 'overdue', '--rule', 'stale'])).toEqual(['ledger.yaml:5:27 warning overdue']);
    expect((await box.run(['check', '--rule', 'overdu'])).err).toContain('did you mean "overdue"?');
  });

  test('--as-of sets the day and hides nothing', async () => {
    const box = sandbox(OVERDUE);
    expect(await findings(box, ['--as-of', '2024-12-31'])).toEqual([]);
    expect(await findings(box, ['--as-of', '2025-01-01'])).toEqual(['ledger.yaml:4:27 warning overdue']);
    expect(await findings(sandbox(UNCITED), ['--as-of', '2023-12-31'])).toContain('ledger.yaml:4:40 error future-date');
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
      `${OVERDUE.replace('text: A', 'text: "50% <a> & b, c: d"')}  - {id: b, text: B, verdicts: [{date: 2024-01-01, status: refuted, evidence: [x]}]}\n`,
    );

  test('text shows the line and a caret in a terminal', async () => {
    const { out } = await box().run(['check'], { terminal: { columns: 80 } });
    expect(out.split('\n').slice(0, 3)).toEqual([
      'ledger.yaml:4:45: warning overdue: a was due on 2024 and is still pending',
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
      '::warning file=a%2Cb%3Ac.yaml,line=4,col=27,title=overdue::a was due on 2024 and is still pending',
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
    expect(run.tool.driver.rules).toHaveLength(23);
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

  test('--explain tells of a rule, with examples', async () => {
    const { code, out } = await sandbox().run(['check', '--explain', 'history-rewritten']);
    expect(code).toBe(0);
    expect(out).toMatch(/^history-rewritten \(error\): against a revision/);
    expect(out).toMatch(/Bad\nIt was:\n {2}claims:[\s\S]*It is:\n {2}claims:[\s\S]*Good\n/);
  });
});

describe('against a revision', () => {
  const git = (box: Sandbox, ...argv: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=An Example', '-c', 'user.email=an@example.org', '-c', 'init.defaultBranch=main', ...argv],
      { cwd: box.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );

  function repository(files: Readonly<Record<string, string>>): Sandbox {
    const box = sandbox();
    for (const [name, text] of Object.entries(files)) box.write(name, text);
    git(box, 'init', '-q');
    git(box, 'add', '-A');
    git(box, 'commit', '-q', '-m', 'start');
    return box;
  }

  const ONLY = [
    '--rule',
    'history-rewritten',
    '--rule',
    'claim-reworded',
    '--rule',
    'evidence-altered',
    '--rule',
    'backdated',
  ];
  const against = (box: Sandbox, ref = 'HEAD') => findings(box, ['--against', ref, ...ONLY]);

  test('an addition is fine; a change of what was there is not', async () => {
    const box = repository({ 'ledger.yaml': HARBOUR });
    await box.run(['mark', 'confirmed', 'harbour-reopens', '--evidence', 'dredging-late', '--date', '2024-04-01']);
    expect(await against(box)).toEqual([]);
    box.write(
      'ledger.yaml',
      box.read('ledger.yaml').replace('Two weeks late', 'Three weeks late').replace('by 31 March', 'by 31 May'),
    );
    expect(await against(box)).toEqual([
      'ledger.yaml:9:9 error history-rewritten',
      'ledger.yaml:10:11 warning claim-reworded',
    ]);
  });

  test('a ledger that was renamed is followed, one that is gone is told, a new one is fine', async () => {
    const box = repository({ 'l/a.yaml': HARBOUR, 'l/b.yaml': UNCITED });
    renameSync(join(box.folder, 'l/a.yaml'), join(box.folder, 'l/renamed.yaml'));
    box.write('l/new.yaml', OVERDUE);
    const argv = ['-f', 'l', '--against', 'HEAD', ...ONLY];
    expect(await findings(box, argv)).toEqual([]);
    box.write('l/renamed.yaml', HARBOUR.replace('status: pending', 'status: refuted'));
    expect(await findings(box, argv)).toEqual(['l/renamed.yaml:9:9 error history-rewritten']);
    rmSync(join(box.folder, 'l/b.yaml'));
    expect(await findings(box, argv)).toEqual([
      'l/b.yaml:1:1 error history-rewritten',
      'l/renamed.yaml:9:9 error history-rewritten',
    ]);
  });

  test('a change cannot excuse itself: by severity, by leaving the ledger out, by a comment', async () => {
    const box = repository({
      'ledger.yaml': HARBOUR,
      'other.yaml': SOUND,
      '.factledger.yaml': 'ledgers: ["*.yaml"]\n',
    });
    const rewritten = HARBOUR.replace('status: pending', 'status: refuted');
    box.write(
      'ledger.yaml',
      rewritten.replace(
        '  - id: harbour-r',
        '  # factledger-disable-next-line history-rewritten: no\n  - id: harbour-r',
      ),
    );
    box.write(
      '.factledger.yaml',
      'ledgers: ["other.yaml"]\nchecks: {history-rewritten: off, exclude: ["ledger.yaml"]}\n',
    );
    expect(await against(box)).toEqual(['ledger.yaml:10:9 error history-rewritten']);
    git(box, 'add', '-A');
    git(box, 'commit', '-q', '-m', 'excuse');
    expect(await findings(box, ['--against', 'HEAD', ...ONLY.slice(2)])).toEqual([]);
    expect(await against(box, 'HEAD~1')).toEqual(['ledger.yaml:10:9 error history-rewritten']);
  });

  const REWRITTEN = HARBOUR.replace('status: pending', 'status: refuted');

  test.each<[string, Readonly<Record<string, string>>, (box: Sandbox) => void, string]>([
    [
      'by breaking the file and turning syntax off',
      { 'ledger.yaml': HARBOUR },
      (box) => {
        box.write('ledger.yaml', `${REWRITTEN}x-a: !t 1\n`);
        box.write('.factledger.yaml', 'checks: {syntax: off, exclude: [ledger.yaml]}\n');
      },
      'ledger.yaml:36:6',
    ],
    [
      'by bytes that are no text',
      { 'ledger.yaml': HARBOUR },
      (box) => box.write('ledger.yaml', Buffer.from([0xff])),
      'ledger.yaml:1:1',
    ],
    [
      'by a configuration that is new',
      { 'ledger.yaml': HARBOUR },
      (box) => {
        rmSync(join(box.folder, 'ledger.yaml'));
        box.write('n/other.yaml', SOUND.replaceAll('harbour-', 'h-').replaceAll('ferries-', 'f-'));
        box.write('.factledger.yaml', 'ledgers: ["n/*.yaml"]\n');
      },
      'ledger.yaml:1:1',
    ],
    [
      'by a move to where nothing is checked',
      { 'l/a.yaml': HARBOUR, '.factledger.yaml': 'ledgers: ["l/**/*.yaml"]\nchecks: {exclude: ["l/drafts"]}\n' },
      (box) => {
        mkdirSync(join(box.folder, 'l/drafts'));
        renameSync(join(box.folder, 'l/a.yaml'), join(box.folder, 'l/drafts/a.yaml'));
        box.write('l/drafts/a.yaml', REWRITTEN);
      },
      'l/drafts/a.yaml:9:9',
    ],
    [
      'by deleting one of a folder',
      { 'l/a.yaml': HARBOUR, 'l/b.yaml': OVERDUE, '.factledger.yaml': 'ledgers: [./l/]\n' },
      (box) => rmSync(join(box.folder, 'l/a.yaml')),
      'l/a.yaml:1:1',
    ],
    [
      'by a link that leads to another file',
      { 'r/a.yaml': HARBOUR, 'r/b.yaml': REWRITTEN, '.factledger.yaml': 'ledgers: ["l/*.yaml"]\n' },
      (box) => {
        rmSync(join(box.folder, 'l/a.yaml'));
        symlinkSync('../r/b.yaml', join(box.folder, 'l/a.yaml'));
      },
      'l/a.yaml:9:9',
    ],
    [
      'by a link in the place of the folder',
      { 'l2/a.yaml': HARBOUR, '.factledger.yaml': 'ledgers: [l2]\n' },
      (box) => {
        renameSync(join(box.folder, 'l2'), join(box.folder, 'l3'));
        symlinkSync('l3', join(box.folder, 'l2'));
        box.write('l3/a.yaml', REWRITTEN);
      },
      'l2/a.yaml:9:9',
    ],
    [
      'by a claim that is gone',
      { 'ledger.yaml': HARBOUR },
      (box) => box.write('ledger.yaml', HARBOUR.replace('- id: harbour-reopens', '- id: other')),
      'ledger.yaml:9:3',
    ],
  ])('a history cannot be got around %s', async (_, files, act, place) => {
    const box = repository({ ...files });
    if ('r/a.yaml' in files) {
      mkdirSync(join(box.folder, 'l'));
      symlinkSync('../r/a.yaml', join(box.folder, 'l/a.yaml'));
      git(box, 'add', '-A');
      git(box, 'commit', '-q', '-m', 'link');
    }
    act(box);
    const found = await findings(box, ['--against', 'HEAD', '--rule', 'history-rewritten']);
    expect(found).toEqual([`${place} error history-rewritten`]);
  });

  test('the last ledger of all cannot go unseen', async () => {
    for (const config of [{}, { '.factledger.yaml': 'ledgers: ["*.yaml"]\n' }]) {
      const box = repository({ 'ledger.yaml': HARBOUR, ...config });
      rmSync(join(box.folder, 'ledger.yaml'));
      expect(await against(box)).toEqual(['ledger.yaml:1:1 error history-rewritten']);
    }
    const box = repository({ 'readme.txt': '' });
    expect((await box.run(['check', '--against', 'HEAD'])).err).toContain('no ledger here');
  });

  test('ledgers with one name are told apart, those that are gone as well', async () => {
    const box = repository({ 'a/l.yaml': OVERDUE, 'b/l.yaml': HARBOUR, '.factledger.yaml': 'ledgers: ["*/l.yaml"]\n' });
    rmSync(join(box.folder, 'b/l.yaml'));
    const { out } = await box.run(['check', '--against', 'HEAD', '--format', 'json']);
    expect(JSON.parse(out).findings.map(({ ledger }: { ledger: string }) => ledger)).toEqual(['l', 'b/l']);
  });

  test('a path with a line break or in another encoding keeps nothing from being compared', async () => {
    const box = repository({ 'l/a\nb.yaml': HARBOUR, 'l/c.yaml': HARBOUR });
    box.write('l/a\nb.yaml', REWRITTEN);
    const { out } = await box.run(['check', '-f', 'l', '--against', 'HEAD', ...ONLY, '--format', 'json']);
    expect(JSON.parse(out).findings).toHaveLength(1);
  });

  test('what the revision left out, or took out of its globs, may go', async () => {
    const config = 'ledgers: ["l/*.yaml", "!l/b.yaml"]\nchecks: {exclude: ["l/c*"]}\n';
    const files = { 'l/a.yaml': OVERDUE, 'l/b.yaml': HARBOUR, 'l/c.yaml': HARBOUR, 'o/d.yaml': HARBOUR };
    const box = repository({ ...files, '.factledger.yaml': config });
    for (const name of ['l/b.yaml', 'l/c.yaml', 'o/d.yaml']) rmSync(join(box.folder, name));
    expect(await against(box)).toEqual([]);
  });

  test('a ledger that is gone is a failed case of its own in JUnit, and has its place as seen from here', async () => {
    const box = repository({ 'l/a.yaml': HARBOUR, 'l/b.yaml': OVERDUE, '.factledger.yaml': 'ledgers: [l]\n' });
    rmSync(join(box.folder, 'l/a.yaml'));
    const { out } = await box.run(['check', '--against', 'HEAD', '--format', 'junit'], { cwd: 'l' });
    expect(out).toContain('<testsuite name="a" tests="1" failures="1" errors="0" skipped="0" file="a.yaml">');
  });

  test('REF... is the merge base', async () => {
    const box = repository({ 'ledger.yaml': HARBOUR });
    git(box, 'checkout', '-q', '-b', 'topic');
    git(box, 'checkout', '-q', 'main');
    await box.run(['mark', 'pending', 'ferries-sail', '--date', '2024-04-01']);
    git(box, 'commit', '-q', '-a', '-m', 'later');
    git(box, 'checkout', '-q', 'topic');
    expect(await against(box, 'main...')).toEqual([]);
    expect(await against(box, 'main')).toEqual(['ledger.yaml:22:9 error history-rewritten']);
  });

  test('from a folder below, and with a path', async () => {
    const box = repository({ 'sub/ledger.yaml': HARBOUR });
    box.write('sub/ledger.yaml', HARBOUR.replace('status: pending', 'status: refuted'));
    mkdirSync(join(box.folder, 'sub/deeper'));
    const { code, out } = await box.run(['check', '--against', 'HEAD', ...ONLY], { cwd: 'sub/deeper' });
    expect(code).toBe(1);
    expect(out).toContain('history-rewritten');
    expect(await findings(box, ['-f', 'sub/ledger.yaml', '--against', 'HEAD', ...ONLY])).toHaveLength(1);
  });

  test('what cannot be read is never a pass', async () => {
    const outside = sandbox(HARBOUR);
    expect((await outside.run(['check', '--against', 'HEAD'])).err).toContain('needs a git work tree');
    const box = repository({ 'ledger.yaml': HARBOUR });
    for (const ref of ['nowhere', 'nowhere...', '...', '--all', 'HEAD~5']) {
      const { code, out, err } = await box.run(['check', `--against=${ref}`]);
      expect({ ref, code, out }).toEqual({ ref, code: 2, out: '' });
      expect(err).toContain('fetch-depth: 0');
    }
    expect((await box.run(['check', '--against', 'main..topic'])).err).toContain('"main..topic" is a range');
    expect((await box.run(['check', '--against', 'HEAD', '-f', '-'], { stdin: HARBOUR })).code).toBe(2);
    const empty = sandbox(HARBOUR);
    git(empty, 'init', '-q');
    expect((await empty.run(['check', '--against', 'HEAD'])).err).toContain('no commit yet');
    const shallow = sandbox();
    git(box, 'commit', '-q', '--allow-empty', '-m', 'second');
    git(shallow, 'clone', '-q', '--depth', '1', `file://${box.folder}`, 'clone');
    expect((await shallow.run(['check', '--against', 'HEAD'], { cwd: 'clone' })).code).toBe(0);
    expect(await shallow.run(['check', '--against', 'HEAD~1'], { cwd: 'clone' })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('fetch-depth: 0'),
    });
  });

  test('a submodule has a history of its own', async () => {
    const inner = repository({ 'a.yaml': HARBOUR });
    const box = repository({ 'ledger.yaml': OVERDUE });
    git(box, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'sm');
    git(box, 'commit', '-q', '-m', 'submodule');
    box.write('sm/a.yaml', REWRITTEN);
    expect(await box.run(['check', '-f', 'sm', '--against', 'HEAD'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('sm/a.yaml lies in a git repository of its own'),
    });
  });
});

test('the ledgers of this repository pass', async () => {
  const box = sandbox();
  for (const name of ['data', '.factledger.yaml']) box.copy(name);
  expect(await box.run(['check', '--fail-on', 'warning'])).toMatchObject({ code: 0, out: '' });
});
