// Breaks the code on purpose, one place at a time, and tells whether a test notices: `npm run mutations [-- WORD]`, of
// those whose name holds WORD. It works on a copy; the exit code is 1 if a change goes unseen.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [wanted = ''] = process.argv.slice(2);

/** What is changed, where, and which tests are to notice. */
const MUTATIONS = [
  [
    'what is cut around a value is not looked at',
    'yaml/guard.ts',
    '|| !keepsAround(before.text, splices, extents)',
    '',
    'test/yaml/guard.test.ts',
  ],
  [
    'comments that run together are not noticed',
    'yaml/guard.ts',
    'if (!keepsComments(before.scanned, extents, scanned, back))',
    'if (false)',
    'test/yaml/guard.test.ts',
  ],
  [
    'blank lines become part of the text above',
    'yaml/remove.ts',
    'if (above.keepsBreaks || isContent(content, above))',
    'if (isContent(content, above))',
    'test/yaml/corrections.test.ts',
  ],
  [
    'a comment that silences outlives its record',
    'yaml/remove.ts',
    'DISABLE.test(text.slice(start, source.nextLine(start)))',
    'false',
    'test/yaml/corrections.test.ts',
  ],
  [
    'a withdrawal may come before its verdict',
    'change/withdraw.ts',
    'if (date < since)',
    'if (false)',
    'test/command/withdraw.test.ts',
  ],
  ['a withdrawn verdict counts on', 'model/status.ts', '|| isWithdrawn(verdict, day)', '', 'test/query'],
  ['a claim counts before it was added', 'query/rows.ts', '&& hasHappened(claim.added, day)', '', 'test/query'],
  [
    'less evidence is the same verdict',
    'change/mark-claims.ts',
    'existing.evidence.length === verdict.evidence.length &&',
    '',
    'test/command/mark.test.ts',
  ],
  [
    'an event is known by its title alone',
    'change/record-event.ts',
    '&& event.date === date',
    '',
    'test/command/mark.test.ts',
  ],
  [
    'a verdict of the same day overrules',
    'change/mark-claims.ts',
    'standing.date > request.date',
    'standing.date >= request.date',
    'test/command/mark.test.ts',
  ],
  [
    'evidence that is gone is not told',
    'check/rules/history-rewritten.ts',
    'is === null && !isElsewhere',
    'false',
    'test/check',
  ],
  ['an event that went with one claim is missed by no other', 'check/matcher.ts', '!isNeeded && ', '', 'test/history'],
  [
    'a note may be changed',
    'check/compare-verdicts.ts',
    'keyOf(old, old)',
    'keyOf(old, { ...old, note: null })',
    'test/check',
  ],
  ['verdicts count in any order', 'check/compare-verdicts.ts', 'from = index + 1;', '', 'test/check'],
  [
    'opinions may be made of claims',
    'check/rewritten-claim.ts',
    "(kindOf(was) === 'opinion') !==",
    'false && true !==',
    'test/check',
  ],
  ['a backdated verdict passes', 'check/changed-days.ts', 'isNew.has(verdict)', '!isNew.has(verdict)', 'test/check'],
  [
    'a withdrawal of a past day passes',
    'check/changed-days.ts',
    'if (counterpart?.withdrawn && ',
    "if (day === '' && counterpart?.withdrawn && ",
    'test/check',
  ],
  [
    'a withdrawal may be taken back',
    'check/compare-verdicts.ts',
    'keyOf(old, old)',
    'keyOf(old, { ...old, withdrawn: null })',
    'test/history/smuggled.test.ts',
  ],
  [
    'a former id may be taken from another',
    'check/match-records.ts',
    'if (!is || taken.has(is)) continue;',
    'if (!is) continue;',
    'test/history/smuggled.test.ts',
  ],
  [
    'a source may move to where another is',
    'check/match-sources.ts',
    '!known.has(wordingOf(address))',
    'true',
    'test/history/smuggled.test.ts',
  ],
  [
    'what came after a revision excuses what changed since',
    'check/reconcile.ts',
    'past.isSide ? { ...past',
    'past ? { ...past',
    'test/history/smuggled.test.ts',
  ],
  [
    'rules judge what is withdrawn',
    'check/engine.ts',
    "rule.withdrawn === 'count' ? sound : held",
    'sound',
    'test/check',
  ],
  [
    'what is missing is fetched',
    'store/git-run.ts',
    /GIT_NO_LAZY_FETCH: '1',[\s\S]*?GIT_ALLOW_PROTOCOL: 'none',/,
    '',
    'test/history/hostile.test.ts',
  ],
  [
    'the environment of git is kept',
    'store/git-run.ts',
    '!/^GIT_/i.test(name)',
    'name !== ""',
    'test/history/hostile.test.ts',
  ],
  ['a name of a tag and a branch is taken', 'store/commits.ts', 'found.length > 1', 'false', 'test/history'],
  [
    'a repository in another has its own say',
    'flow/repositories-compared.ts',
    'recordedFor(context, tree.root, wanted) ??',
    '',
    'test/history',
  ],
  [
    'since is the last verdict',
    'model/status.ts',
    'statuses.get(one) !== statuses.get(last)',
    'one !== last',
    'test/command/answers.test.ts',
  ],
  [
    'events show later claims',
    'query/rows.ts',
    'for (const claim of visibleClaims(named, vantage)) {\n    for',
    'for (const claim of named.claims()) {\n    for',
    'test/command/looking.test.ts',
  ],
  [
    'events show later verdicts',
    'query/rows.ts',
    'visibleVerdicts(claim, vantage).flatMap',
    'claim.verdicts.flatMap',
    'test/command/looking.test.ts',
  ],
  ['--evidence ignores the ledger', 'query/select.ts', 'row.ledger === ledger && ', '', 'test/command/looking.test.ts'],
  ['the last day on earth is that of UTC+12', 'model/dates.ts', '14 * 3_600_000', '12 * 3_600_000', 'test/model'],
  ['months are not sorted', 'query/tally.ts', /if \(by === 'month'\)[^\n]*\n/, '', 'test/command/looking.test.ts'],
  [
    'claim and event of one id are not told apart',
    'query/names.ts',
    'name: twice ?',
    'name: false ?',
    'test/command/looking.test.ts',
  ],
  [
    'digests of two sentences only',
    'article/anchors.ts',
    'const JOINED = 3',
    'const JOINED = 2',
    'test/command/coverage.test.ts',
  ],
  [
    'stale judges a history that is half read',
    'check/rules/stale.ts',
    /unreadVerdicts: 'silence',\n/,
    '',
    'test/check',
  ],
  [
    'one claim in common is a rename',
    'check/pair-ledgers.ts',
    'count * 2 >= claims.length',
    'count > 0',
    'test/command/check-against.test.ts',
  ],
  [
    '--until a month is its first day',
    'options/period.ts',
    'lastDay(until)',
    'firstDay(until)',
    'test/command/looking.test.ts',
  ],
  ['FORCE_COLOR=0 asks for colours', 'view/layout/palette.ts', /if \(forced === '0'[^\n]*\n/, '', 'test/view'],
  [
    'a bar goes on after its claim was withdrawn',
    'query/turns.ts',
    / {2}if \(withdrawn !== null\) turn[^\n]*\n/,
    '',
    'test/query/over-time.test.ts',
  ],
  [
    'of two things on one day, the first stays',
    'query/turns.ts',
    'if (turns.at(-1)?.day === day) turns.pop();',
    '',
    'test/query/over-time.test.ts',
  ],
  [
    'a column shows the beginning of its days',
    'query/time-axis.ts',
    'daysIn(column + 1) - 1',
    'daysIn(column)',
    'test/query/time-axis.test.ts',
  ],
  [
    'blocks are drawn in any locale',
    'view/layout/palette.ts',
    '!locale || ',
    'true || ',
    'test/command/pictures.test.ts',
  ],
  [
    'a column may become too narrow',
    'view/layout/render-table.ts',
    'const NARROWEST = 12',
    'const NARROWEST = 1',
    'test/view',
  ],
  [
    'a text may hang too far in',
    'view/layout/render-page.ts',
    'const NARROWEST = 20',
    'const NARROWEST = 1',
    'test/view',
  ],
  [
    'CSV ends with its last full batch',
    'view/formats/csv.ts',
    'if (batch.length > 0) yield written(batch);',
    '',
    'test/command/looking.test.ts',
  ],
  [
    'CSV repeats its batches',
    'view/formats/csv.ts',
    'yield written(batch);\n      batch = [];',
    'yield written(batch);',
    'test/command/looking.test.ts',
  ],
  [
    'JUnit holds markup',
    'view/formats/findings-junit.ts',
    ".replaceAll('<', '&lt;')",
    '',
    'test/command/check.test.ts',
  ],
  [
    'what does not show is written raw',
    'yaml/scalar-text.ts',
    "value.endsWith('\\n') || hasHidden(value)",
    "value.endsWith('\\n')",
    'test/command/mark.test.ts',
  ],
  [
    'the file on its way is not locked',
    'store/replace-file.ts',
    'release = await (await kernelLocks()).tryTake(handle);',
    '',
    'test/store/durable.test.ts',
  ],
  [
    'the file is not on the disk',
    'store/text-on-its-way.ts',
    'fsyncSync(handle);\n    return handle;',
    'return handle;',
    'test/store/durable.test.ts',
  ],
  [
    'the folder is not on the disk',
    'store/text-on-its-way.ts',
    'fsyncSync(handle);\n    } finally',
    '} finally',
    'test/store/durable.test.ts',
  ],
  ['nobody is told of a wait', 'flow/change.ts', 'quiet: 3_000', 'quiet: 30_000', 'test/store/lock.test.ts'],
  ['a wait is given up at once', 'flow/change.ts', 'most: 60_000', 'most: 600', 'test/store/lock.test.ts'],
  [
    'locks are taken in the order typed',
    'store/save.ts',
    'return keyed.sort((a, b) => (a.real < b.real ? -1 : 1)).map',
    'return keyed.map',
    'test/store/save.test.ts',
  ],
  [
    'one is written before the next is edited',
    'store/save.ts',
    'edited.push({ file, locked, before, after });',
    'edited.push({ file, locked, before, after });\n      await replace(locked, file.file, before.bytes, after.bytes);',
    'test/command/writing.test.ts',
  ],
  ['a hard link waits for itself', 'store/save.ts', 'refuseHardLinks(file, open);', '', 'test/command/writing.test.ts'],
  [
    'a dry run writes',
    'flow/change.ts',
    'if (isDryRun) return { made: proven, failure: null };',
    '',
    'test/command/writing.test.ts',
  ],
  [
    '--ledger is ignored',
    'flow/ledgers-to-write.ts',
    'if (wanted === null) return all;',
    'return all;',
    'test/command/writing.test.ts',
  ],
  [
    'column titles are printed raw',
    'view/layout/render-page.ts',
    'title: oneLine(column.title)',
    'title: column.title',
    'test/cli/printing.test.ts',
  ],
  [
    'prompts are printed raw',
    'view/printer.ts',
    'await this.output.write(oneLine(text));',
    'await this.output.write(text);',
    'test/cli/printing.test.ts',
  ],
  [
    'a lead is printed raw',
    'view/layout/render-page.ts',
    'lead: piecesOf(block.lead).map(oneLined)',
    'lead: block.lead',
    'test/cli/printing.test.ts',
  ],
  ['programs get it raw', 'view/printer.ts', 'isPage ? asItIs : forPrograms', 'asItIs', 'test/cli/printing.test.ts'],
  [
    'a socket lock has two holders',
    'store/socket-lock.ts',
    "errorCode(error) === 'EADDRINUSE'",
    "errorCode(error) === 'X'",
    'test/store/lock.test.ts',
  ],
  [
    'who waits for a socket is not told',
    'store/socket-lock.ts',
    'for (const socket of waiting) socket.destroy();',
    '',
    'test/store/lock.test.ts',
  ],
];

const copy = mkdtempSync(join(tmpdir(), 'factledger-mutations-'));
let unseen = 0;
try {
  for (const name of [
    'bin',
    'data',
    'src',
    'test',
    'package.json',
    'package-lock.json',
    'README.md',
    'CONTRIBUTING.md',
    'action.yml',
    'docs',
    '.factledger.yaml',
    'rolldown.config.js',
    'vitest.config.ts',
    'tsconfig.json',
  ])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [name, file, from, to, tests] of MUTATIONS.filter(([name]) => name.includes(wanted))) {
    const path = join(copy, 'src', file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, () => to);
    if (after === before) {
      unseen++;
      console.log(`STALE    ${name}: there is nothing to change in ${file}`);
      continue;
    }
    writeFileSync(path, after);
    const { status } = spawnSync('npx', ['vitest', 'run', '--bail', '1', '--testTimeout', '60000', tests], {
      cwd: copy,
      stdio: 'ignore',
    });
    writeFileSync(path, before);
    if (status === 0) unseen++;
    console.log(`${status === 0 ? 'UNSEEN ' : 'noticed'}  ${name} (${file})`);
  }
} finally {
  rmSync(copy, { recursive: true });
}
process.exitCode = unseen > 0 ? 1 : 0;
