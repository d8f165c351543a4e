import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../sandbox.ts';

/** A ledger with two judged claims, one not judged, and what they rest on. */
const LEDGER = `factledger: 1

article:
  title: Harbour to reopen
  author: A. Writer
  publisher: The Daily Example
  published: 2024-01-09
  url: https://example.org/harbour

claims:
  - id: reopens
    text: The harbour will reopen by 31 March.
    speaker: [Minister of Transport, Harbour Master]
    kind: promise
    verdicts:
      - date: 2024-03-12
        status: pending
        evidence: [late]
      - date: 2024-03-30
        status: confirmed
        evidence: [ferry]
        by: kl
        note: Seen.

  - id: sails
    text: Two ferries do not sail each day.
    said: 2024-01-08
    verdicts:
      - date: 2024-02-01
        status: refuted
        evidence: [late, ferry]

  - id: open
    text: Anna Example came.

events:
  - id: late
    date: 2024-01-12
    title: The dredger is two weeks late.
    sources:
      - publisher: Port Authority
        title: Dredging
        url: https://example.org/dredger
        date: 2024-01-13
        archived: https://example.org/archived
  - id: ferry
    date: 2024-01-30
    title: The first ferry docks.
    sources: [{ url: https://example.org/ferry }]
`;
const REWRITTEN = LEDGER.replace('status: confirmed', 'status: refuted');
const OTHER = 'factledger: 1\narticle: { title: Another }\nclaims: [{ id: quiet, text: Nothing. }]\n';
const GLOBS = 'ledgers: ["**/*.yaml"]\n';

const DAY = '2024-04-02T12:00:00+00:00';

function git(box: Sandbox, ...argv: string[]): string {
  return execFileSync(
    'git',
    ['-c', 'user.name=An Example', '-c', 'user.email=an@example.org', '-c', 'init.defaultBranch=main', ...argv],
    {
      cwd: box.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, GIT_COMMITTER_DATE: DAY, GIT_AUTHOR_DATE: DAY },
    },
  );
}

const commit = (box: Sandbox, message = 'more') => {
  git(box, 'add', '-A');
  git(box, 'commit', '-q', '--allow-empty', '-m', message);
};

type Files = Readonly<Record<string, string | Buffer>>;

function repository(files: Files): Sandbox {
  const box = sandbox();
  for (const [name, text] of Object.entries(files)) box.write(name, text);
  git(box, 'init', '-q');
  commit(box, 'start');
  return box;
}

const edit = (box: Sandbox, from: string, to: string, name = 'ledger.yaml') => {
  const text = box.read(name);
  if (!text.includes(from)) throw new Error(`no ${JSON.stringify(from)} in ${name}`);
  box.write(name, text.replace(from, to));
};
const move = (box: Sandbox, from: string, to: string) => {
  mkdirSync(join(box.folder, to, '..'), { recursive: true });
  renameSync(join(box.folder, from), join(box.folder, to));
};
const remove = (box: Sandbox, name: string) => rmSync(join(box.folder, name), { recursive: true });

/** Adds a submodule, s, with a ledger. */
function submodule(box: Sandbox, ledger: string): void {
  const inner = repository({ 'ledger.yaml': ledger });
  git(box, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 's');
}

/** What is done to a repository, and how it is checked. */
interface Attempt {
  readonly files?: Files;
  readonly act: (box: Sandbox) => void;
  readonly against?: string;
  readonly argv?: readonly string[];
  readonly cwd?: string;
}

async function check(box: Sandbox, { against = 'HEAD', argv = [], cwd = '' }: Partial<Attempt>) {
  const ran = await box.run(['check', '--against', against, ...argv, '--format', 'json'], { cwd });
  const found = ran.code === 2 ? [] : (JSON.parse(ran.out).findings as { rule: string; claim: string | null }[]);
  return { ...ran, rules: [...new Set(found.map(({ rule }) => rule))], found };
}

async function attempt({ files = { 'ledger.yaml': LEDGER }, act, ...how }: Attempt) {
  const box = repository(files);
  act(box);
  return { box, ...(await check(box, how)) };
}

const titled = (title: string, rest: string) =>
  `factledger: 1\narticle:\n  title: ${title}\n  author: A. Writer\n  published: 2024-01-09\n${rest}`;
const REOPENS = LEDGER.slice(LEDGER.indexOf('  - id: reopens'), LEDGER.indexOf('  - id: sails'));
const SAILS = LEDGER.slice(LEDGER.indexOf('  - id: sails'), LEDGER.indexOf('  - id: open'));
const OPEN = LEDGER.slice(LEDGER.indexOf('  - id: open'), LEDGER.indexOf('events:'));
const EVENTS = LEDGER.slice(LEDGER.indexOf('events:'));

describe('a history that is rewritten is an error', () => {
  const cases: Readonly<Record<string, Attempt>> = {
    'the status': { act: (box) => box.write('ledger.yaml', REWRITTEN) },
    'the date': { act: (box) => edit(box, 'date: 2024-03-30', 'date: 2024-03-29') },
    'the note': { act: (box) => edit(box, 'Seen.', 'Not seen.') },
    'the note taken away': { act: (box) => edit(box, '        note: Seen.\n', '') },
    'who decided': { act: (box) => edit(box, 'by: kl', 'by: xy') },
    'who decided, where nobody was named': {
      act: (box) => edit(box, 'status: refuted\n', 'status: refuted\n        by: xy\n'),
    },
    'evidence taken away': { act: (box) => edit(box, '[late, ferry]', '[late]') },
    'evidence added': { act: (box) => edit(box, 'evidence: [ferry]', 'evidence: [ferry, late]') },
    'evidence exchanged': { act: (box) => edit(box, 'evidence: [ferry]', 'evidence: [late]') },
    'two verdicts in another order': {
      act: (box) =>
        box.write(
          'ledger.yaml',
          LEDGER.replace(/( {6}- date: 2024-03-12[\s\S]*?)( {6}- date: 2024-03-30[\s\S]*?)\n\n/, '$2\n$1\n'),
        ),
    },
    'a verdict taken out': {
      act: (box) =>
        box.write('ledger.yaml', LEDGER.replace(/ {6}- date: 2024-03-12[\s\S]*?( {6}- date: 2024-03-30)/, '$1')),
    },
    'all verdicts in a comment': {
      act: (box) =>
        edit(
          box,
          SAILS,
          SAILS.replace(/^ {4}verdicts:[\s\S]*/m, (all) => all.replace(/^/gm, '#')),
        ),
    },
    'the claim': { act: (box) => edit(box, SAILS, '') },
    "the claim's id": { act: (box) => edit(box, 'id: sails', 'id: sails-2') },
    "the claim's id and a decoy in its place": {
      act: (box) =>
        edit(
          box,
          SAILS,
          `${SAILS.replace('id: sails', 'id: sails-2')}  - { id: sails, text: Two ferries do not sail each day. }\n`,
        ),
    },
    'the ids of two claims exchanged': {
      act: (box) => {
        edit(box, 'id: sails', 'id: x');
        edit(box, 'id: reopens', 'id: sails');
        edit(box, 'id: x', 'id: reopens');
      },
    },
    'the texts of two claims exchanged': {
      act: (box) => {
        edit(box, 'text: The harbour will reopen by 31 March.', 'text: X.');
        edit(box, 'text: Two ferries do not sail each day.', 'text: The harbour will reopen by 31 March.');
        edit(box, 'text: X.', 'text: Two ferries do not sail each day.');
      },
    },
    'the text of a claim that had no verdict taken': {
      act: (box) => edit(box, 'text: Two ferries do not sail each day.', 'text: "Anna Example came!"'),
    },
    'an opinion made of it, with the complaint commented away': {
      act: (box) =>
        edit(
          box,
          '    text: Two ferries',
          '    # factledger-disable-next-line opinion-with-verdict: why not\n    kind: opinion\n    text: Two ferries',
        ),
    },
    'its day moved behind the verdict': { act: (box) => edit(box, 'said: 2024-01-08', 'said: 2024-03-01') },
    "its day moved behind the verdict, by the article's": {
      act: (box) => edit(box, 'published: 2024-01-09', 'published: 2024-05'),
    },
    'the event under a verdict': { act: (box) => edit(box, / {2}- id: ferry[\s\S]*/.exec(LEDGER)?.[0] ?? '', '') },
    "the event's id": {
      act: (box) => box.write('ledger.yaml', LEDGER.replaceAll('[ferry]', '[ship]').replace('id: ferry', 'id: ship')),
    },
    'verdicts behind an alias that leads elsewhere': {
      files: {
        'ledger.yaml': LEDGER.replace('evidence: [ferry]', 'evidence: &e [ferry]').replace('[late, ferry]', '*e'),
      },
      act: (box) => edit(box, '&e [ferry]', '&e [late]'),
    },
    'a second claim of the same id': {
      act: (box) => edit(box, 'events:', `${SAILS.replace('refuted', 'confirmed')}events:`),
    },
    // The ledger as a whole.
    'the ledger': { act: (box) => remove(box, 'ledger.yaml') },
    'the ledger emptied': { act: (box) => box.write('ledger.yaml', '') },
    'the ledger made a folder': {
      act: (box) => {
        remove(box, 'ledger.yaml');
        box.write('ledger.yaml/other.yaml', OTHER);
      },
      argv: ['-f', 'ledger.yaml'],
    },
    'the key renamed': { act: (box) => edit(box, 'factledger: 1', 'x-factledger: 1') },
    'the key renamed, a rewritten copy beside it': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, 'factledger: 1', 'x-factledger: 1', 'l/a.yaml');
        box.write('l/b.yaml', REWRITTEN);
      },
    },
    'the key renamed, a reworded copy beside it': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, 'factledger: 1', 'x-factledger: 1', 'l/a.yaml');
        box.write(
          'l/b.yaml',
          REWRITTEN.replaceAll('id: ', 'id: x-').replaceAll('[late', '[x-late').replaceAll('ferry]', 'x-ferry]'),
        );
      },
    },
    'the key commented away': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => edit(box, 'factledger: 1', '# factledger: 1', 'l/a.yaml'),
    },
    'a higher version of the format': { act: (box) => edit(box, 'factledger: 1', 'factledger: 2') },
    'a rename to another extension': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => move(box, 'l/a.yaml', 'l/a.yaml.bak'),
    },
    'a rename to a hidden file': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => move(box, 'l/a.yaml', 'l/.a.yaml'),
    },
    'a move into a hidden folder': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => move(box, 'l/a.yaml', '.l/a.yaml'),
    },
    'a move to where nothing is checked': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': `${GLOBS}checks: { exclude: [drafts] }\n` },
      act: (box) => move(box, 'l/a.yaml', 'drafts/a.yaml'),
    },
    'a rewritten file in its place, the right one moved where nothing is checked': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': `${GLOBS}checks: { exclude: [drafts] }\n` },
      act: (box) => {
        box.write('drafts/a.yaml', LEDGER);
        box.write('l/a.yaml', titled('Harbour to reopen', 'claims: []\n'));
      },
    },
    'a rewritten file beside, and the right one moved': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        box.write('l/c.yaml', LEDGER);
        box.write('l/a.yaml', REWRITTEN);
      },
    },
    'a link in its place': {
      files: { 'ledger.yaml': LEDGER, 'other.yaml': REWRITTEN },
      act: (box) => {
        remove(box, 'ledger.yaml');
        symlinkSync('other.yaml', join(box.folder, 'ledger.yaml'));
      },
    },
    'a dangling link in its place': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        remove(box, 'l/a.yaml');
        symlinkSync('nowhere', join(box.folder, 'l/a.yaml'));
      },
    },
    // The configuration.
    'a new configuration that means another file': {
      act: (box) => {
        box.write('n/other.yaml', OTHER);
        box.write('.factledger.yaml', 'ledgers: [n/other.yaml]\n');
      },
    },
    'a nearer configuration that means another file': {
      files: { 'ledger.yaml': LEDGER, '.factledger.yaml': 'ledgers: [ledger.yaml]\n', 'n/readme.txt': '' },
      act: (box) => {
        box.write('n/other.yaml', OTHER);
        box.write('n/.factledger.yaml', 'ledgers: [other.yaml]\n');
        box.write('ledger.yaml', REWRITTEN);
      },
      cwd: 'n',
    },
    'a nearer ledger.yaml': {
      files: { 'ledger.yaml': LEDGER, 'n/readme.txt': '' },
      act: (box) => {
        box.write('n/ledger.yaml', OTHER);
        box.write('ledger.yaml', REWRITTEN);
      },
      cwd: 'n',
    },
    'the configuration gone, and a ledger.yaml in its place': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': 'ledgers: [l]\n' },
      act: (box) => {
        remove(box, '.factledger.yaml');
        box.write('ledger.yaml', OTHER);
        box.write('l/a.yaml', REWRITTEN);
      },
    },
    'a configuration that git ignores': {
      files: { 'ledger.yaml': LEDGER, '.gitignore': '.factledger.yaml\n' },
      act: (box) => {
        box.write('n/other.yaml', OTHER);
        box.write('.factledger.yaml', 'ledgers: [n/*.yaml]\n');
        git(box, 'add', '-A');
        box.write('ledger.yaml', REWRITTEN);
      },
    },
    'a configuration that is broken in the base': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': 'ledgers: [l]\n' },
      act: (box) => {
        box.write('.factledger.yaml', 'ledgers: [l\n');
        commit(box);
        box.write('n/b.yaml', OTHER);
        box.write('.factledger.yaml', 'ledgers: [n]\n');
        box.write('l/a.yaml', REWRITTEN);
      },
    },
    'globs that leave it out': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        box.write('.factledger.yaml', 'ledgers: ["**/*.yaml", "!l/a.yaml"]\n');
        box.write('l/a.yaml', REWRITTEN);
      },
    },
    'globs in braces that leave it out': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': 'ledgers: ["l/{a,b}.yaml"]\n' },
      act: (box) => {
        box.write('.factledger.yaml', 'ledgers: ["l/!(a).yaml"]\n');
        box.write('l/a.yaml', REWRITTEN);
      },
    },
    'its exclusion': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        box.write('.factledger.yaml', `${GLOBS}checks: { exclude: ["l/a*"] }\n`);
        box.write('l/a.yaml', REWRITTEN);
      },
    },
    'its exclusion alone': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => box.write('.factledger.yaml', `${GLOBS}checks: { exclude: ["l/a*"] }\n`),
    },
    'the rule turned off': {
      act: (box) => {
        box.write('.factledger.yaml', 'checks: { history-rewritten: off }\n');
        box.write('ledger.yaml', REWRITTEN);
      },
    },
    'an unknown key, and the schema turned off': {
      act: (box) => {
        box.write('.factledger.yaml', 'checks: { schema: off }\n');
        box.write('ledger.yaml', `${REWRITTEN}unknown: 1\n`);
      },
    },
    'a comment': {
      act: (box) => {
        box.write('ledger.yaml', REWRITTEN);
        edit(box, '  - id: reopens', '  # factledger-disable-next-line history-rewritten: why not\n  - id: reopens');
      },
    },
    // What the base was.
    ...Object.fromEntries(
      Object.entries({
        'an anchored key': LEDGER.replace('factledger: 1', '&a factledger: 1'),
        'a quoted key': LEDGER.replace('factledger: 1', "'factledger': 1"),
        'an escaped key': LEDGER.replace('factledger: 1', '"fact\\u006cedger": 1'),
        'an explicit key': LEDGER.replace('factledger: 1', '? factledger\n: 1'),
        'an explicit key over lines': LEDGER.replace('factledger: 1', '?\n  factledger\n: 1'),
        indentation: LEDGER.replace(/^(?=.)/gm, '    '),
        'a start of its document': `%YAML 1.2\n--- # A ledger\n${LEDGER}`,
        'a byte-order mark': `\ufeff${LEDGER}`,
      }).map(([how, text]) => [
        `of a base with ${how}`,
        {
          files: { 'l/a.yaml': text, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
          act: (box: Sandbox) => box.write('l/a.yaml', REWRITTEN),
        },
      ]),
    ),
    ...Object.fromEntries(
      Object.entries({
        'an anchored key': LEDGER.replace('factledger: 1', '&a factledger: 1'),
        indentation: LEDGER.replace(/^(?=.)/gm, '  '),
        'an escaped key': LEDGER.replace('factledger: 1', '"fact\\x6cedger": 1'),
      }).map(([how, text]) => [
        `by taking away a ledger with ${how}`,
        {
          files: { 'l/a.yaml': text, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
          act: (box: Sandbox) => remove(box, 'l/a.yaml'),
        },
      ]),
    ),
    ...Object.fromEntries(
      Object.entries({
        'a conflict marker': Buffer.from(`<<<<<<< HEAD\n${LEDGER}=======\n${LEDGER}>>>>>>> other\n`),
        'bad UTF-8': Buffer.concat([Buffer.from(LEDGER), Buffer.from([0xff, 0x0a])]),
        'UTF-16': Buffer.from(`\ufeff${LEDGER}`, 'utf16le'),
        'a tab': Buffer.from(LEDGER.replace('  - id: open', '\t- id: open')),
        'an unknown key': Buffer.from(`${LEDGER}unknown: 1\n`),
        'a double id': Buffer.from(LEDGER.replace('id: open', 'id: sails')),
        'a key of another name': Buffer.from(LEDGER.replace('factledger: 1', 'x-factledger: 1')),
        'nothing at all': Buffer.from(''),
        'a wrong status': Buffer.from(LEDGER.replace('status: confirmed', 'status: true')),
      }).map(([how, bytes]) => [
        `of a base that has ${how}, and was sound before`,
        {
          act: (box: Sandbox) => {
            box.write('ledger.yaml', bytes);
            commit(box);
            box.write('ledger.yaml', REWRITTEN);
          },
        },
      ]),
    ),
    // Merges.
    'a merge under way that drops the verdict of the other side': {
      act: (box) => {
        git(box, 'checkout', '-q', '-b', 'topic');
        edit(
          box,
          '  - id: open\n    text: Anna Example came.\n',
          '  - id: open\n    text: Anna Example came.\n    verdicts: [{ date: 2024-04-01, status: pending }]\n',
        );
        commit(box);
        git(box, 'checkout', '-q', 'main');
        box.write('note.txt', 'x');
        commit(box);
        git(box, 'merge', '-q', '--no-commit', '--no-ff', 'topic');
        box.write('ledger.yaml', LEDGER);
      },
    },
    'a criss-cross merge, of which one base knows nothing': {
      files: { 'ledger.yaml': titled('Harbour to reopen', 'claims: []\n') },
      act: (box) => {
        git(box, 'checkout', '-q', '-b', 'a');
        box.write('a.txt', '');
        commit(box);
        git(box, 'checkout', '-q', '-b', 'b', 'main');
        box.write('ledger.yaml', LEDGER);
        commit(box);
        git(box, 'branch', 'b1');
        git(box, 'checkout', '-q', 'a');
        git(box, 'branch', 'a1');
        git(box, 'merge', '-q', '-m', 'one', 'b1');
        git(box, 'checkout', '-q', 'b');
        git(box, 'merge', '-q', '-m', 'other', 'a1');
        box.write('b.txt', '');
        commit(box);
        box.write('ledger.yaml', REWRITTEN);
      },
      against: 'a...',
    },
    'a replacement of the base': {
      act: (box) => {
        const before = git(box, 'rev-parse', 'HEAD').trim();
        box.write('ledger.yaml', REWRITTEN);
        commit(box);
        git(box, 'replace', before, 'HEAD');
      },
      against: 'HEAD~1',
    },
    'a graft over the base': {
      act: (box) => {
        const [before] = [git(box, 'rev-parse', 'HEAD').trim()];
        box.write('ledger.yaml', titled('Harbour to reopen', 'claims: []\n'));
        commit(box);
        const without = git(box, 'rev-parse', 'HEAD').trim();
        git(box, 'checkout', '-q', before);
        box.write('x.txt', '');
        commit(box);
        const head = git(box, 'rev-parse', 'HEAD').trim();
        box.write('.git/info/grafts', `${head} ${without}\n`);
        box.write('ledger.yaml', REWRITTEN);
      },
      against: 'HEAD~1',
    },
    'a repository of its own in the place of its folder': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': 'ledgers: [l]\n' },
      act: (box) => {
        git(box, 'init', '-q', 'l');
        box.write('l/a.yaml', REWRITTEN);
        git(box, '-C', 'l', 'add', '-A');
        git(box, '-C', 'l', 'commit', '-q', '-m', 'start');
      },
    },
    'a repository of its own, named with -f': {
      files: { 'l/a.yaml': LEDGER },
      act: (box) => {
        git(box, 'init', '-q', 'l');
        box.write('l/a.yaml', REWRITTEN);
        git(box, '-C', 'l', 'add', '-A');
        git(box, '-C', 'l', 'commit', '-q', '-m', 'start');
      },
      argv: ['-f', 'l'],
    },
    'a move to another ledger, the verdict rewritten': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        box.write(
          'l/b.yaml',
          `${titled('Another', `claims:\n${REOPENS.replace('status: confirmed', 'status: refuted')}  - { id: quiet, text: Nothing. }\n`)}${EVENTS}`,
        );
      },
    },
    'a move to another ledger, without the event': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        box.write(
          'l/b.yaml',
          `${titled('Another', `claims:\n${REOPENS}  - { id: quiet, text: Nothing. }\n`)}${EVENTS.replace('The first ferry docks.', 'No ferry docks.')}`,
        );
      },
    },
    'a move to another ledger, which another claim of that id and text hides': {
      files: {
        'l/a.yaml': LEDGER,
        'l/b.yaml': `${titled('Another', `claims:\n${SAILS}`)}${EVENTS}`,
        '.factledger.yaml': GLOBS,
      },
      act: (box) => edit(box, SAILS, '', 'l/a.yaml'),
    },
    'a move to a ledger that is not named': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        box.write(
          'l/b.yaml',
          `${titled('Another', `claims:\n${REOPENS.replace('status: confirmed', 'status: refuted')}`)}${EVENTS}`,
        );
      },
      argv: ['-f', 'l/a.yaml'],
    },
    'a submodule made another commit': {
      files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
      act: (box) => {
        submodule(box, LEDGER);
        commit(box);
        box.write('s/ledger.yaml', REWRITTEN);
        git(box, '-C', 's', 'commit', '-q', '-a', '-m', 'rewrite');
        // Its own branches are anybody's.
        git(box, '-C', 's', 'update-ref', 'refs/remotes/origin/main', 'HEAD');
        git(box, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
        git(box, 'add', '-A');
      },
      against: 'origin/main...',
    },
    'a submodule taken back to an older commit': {
      files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
      act: (box) => {
        submodule(box, LEDGER.replace(SAILS, ''));
        box.write('s/ledger.yaml', LEDGER);
        git(box, '-C', 's', 'commit', '-q', '-a', '-m', 'more');
        commit(box);
        git(box, '-C', 's', 'checkout', '-q', 'HEAD~1');
        commit(box);
      },
      against: 'HEAD~1',
    },
    'a submodule of a submodule, though the one between is honest on its own branch': {
      files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
      act: (box) => {
        const allowed = ['-c', 'protocol.file.allow=always'];
        const middle = repository({ 'readme.txt': '' });
        submodule(middle, LEDGER);
        commit(middle);
        git(box, ...allowed, 'submodule', '--quiet', 'add', middle.folder, 'm');
        git(box, '-C', 'm', ...allowed, 'submodule', '--quiet', 'update', '--init');
        commit(box);
        box.write('m/s/ledger.yaml', REWRITTEN);
        git(box, '-C', 'm/s', 'commit', '-q', '-a', '-m', 'rewrite');
        git(box, '-C', 'm', 'commit', '-q', '-a', '-m', 'rewrite');
        // As if it had been merged there before.
        for (const repository of ['m', 'm/s'])
          git(box, '-C', repository, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
        git(box, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
        git(box, 'commit', '-q', '-a', '-m', 'more');
      },
      against: 'origin/main...',
    },
    'a submodule left out, and then changed': {
      files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
      act: (box) => {
        submodule(box, LEDGER);
        commit(box);
        box.write('.factledger.yaml', 'ledgers: ["**/*.yaml", "!s"]\n');
        box.write('s/ledger.yaml', REWRITTEN);
        git(box, '-C', 's', 'commit', '-q', '-a', '-m', 'rewrite');
      },
    },
    'the last ledger of a submodule': {
      files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
      act: (box) => {
        submodule(box, LEDGER);
        commit(box);
        git(box, '-C', 's', 'rm', '-q', 'ledger.yaml');
        box.write('s/readme.txt', '');
        git(box, '-C', 's', 'add', '-A');
        git(box, '-C', 's', 'commit', '-q', '-m', 'none');
      },
    },
    'an event that went with one claim, and that another one still rests on': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': `${GLOBS}checks: { unknown-evidence: off }\n` },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        edit(box, / {2}- id: ferry[\s\S]*/.exec(LEDGER)?.[0] ?? '', '', 'l/a.yaml');
        box.write('l/b.yaml', `${titled('Another', `claims:\n${REOPENS}`)}${EVENTS}`);
      },
    },
    'a link made a ledger of its own': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': 'ledgers: ["l/*.yaml"]\n' },
      act: (box) => {
        symlinkSync('a.yaml', join(box.folder, 'l/b.yaml'));
        commit(box);
        remove(box, 'l/b.yaml');
        box.write('l/b.yaml', REWRITTEN);
      },
    },
    'the environment leads to another ledger': {
      files: { 'ledger.yaml': LEDGER, 'n/other.yaml': OTHER },
      act: (box) => box.write('ledger.yaml', REWRITTEN),
      argv: ['-f', 'ledger.yaml'],
    },
  };

  test.each(Object.entries(cases))('%s', async (_, one) => {
    const { code, rules, err } = await attempt(one);
    expect({ code, isTold: rules.includes('history-rewritten'), err }).toMatchObject({ code: 1, isTold: true });
  });
});

describe('a change that may be honest, and must be seen, is a warning', () => {
  const cases: Readonly<Record<string, [rule: string, Attempt]>> = {
    'a verdict of a past day that changes what stood then': [
      'backdated',
      {
        act: (box) =>
          edit(
            box,
            '        note: Seen.\n',
            '        note: Seen.\n      - { date: 2024-03-20, status: refuted, evidence: [late], note: N }\n',
          ),
      },
    ],
    'a second verdict on the same day': [
      'backdated',
      {
        act: (box) =>
          edit(
            box,
            '        note: Seen.\n',
            '        note: Seen.\n      - { date: 2024-03-30, status: refuted, evidence: [late], note: N }\n',
          ),
      },
    ],
    'a verdict of the day after': [
      'backdated',
      {
        act: (box) =>
          edit(
            box,
            '        note: Seen.\n',
            '        note: Seen.\n      - { date: 2024-03-31, status: refuted, evidence: [late], note: N }\n',
          ),
      },
    ],
    'a past day, where the last commit is dated back': [
      'backdated',
      {
        act: (box) => {
          box.write('readme.txt', '');
          git(box, 'add', '-A');
          execFileSync('git', ['-c', 'user.name=N', '-c', 'user.email=n@example.org', 'commit', '-q', '-m', 'x'], {
            cwd: box.folder,
            env: { ...process.env, GIT_COMMITTER_DATE: '2020-01-01T12:00:00Z' },
          });
          edit(
            box,
            '        note: Seen.\n',
            '        note: Seen.\n      - { date: 2024-03-20, status: refuted, evidence: [late], note: N }\n',
          );
        },
      },
    ],
    'an event that a verdict named before it was there': [
      'evidence-altered',
      {
        files: {
          'ledger.yaml': LEDGER.replace('[late, ferry]', '[late, ferry, later]'),
          '.factledger.yaml': 'checks: { unknown-evidence: off }\n',
        },
        act: (box) =>
          box.write(
            'ledger.yaml',
            `${box.read('ledger.yaml')}  - { id: later, date: 2024-01-01, title: L, sources: [{ url: https://example.org/ }] }\n`,
          ),
      },
    ],
    'a verdict years back': [
      'backdated',
      {
        files: {
          'ledger.yaml': `${LEDGER.replace('said: 2024-01-08', 'said: 2019-01-08')}  - { id: old, date: 2019-02-01, title: O, sources: [{ url: https://example.org/old }] }\n`,
        },
        act: (box) =>
          edit(
            box,
            '    verdicts:\n      - date: 2024-02-01',
            '    verdicts:\n      - { date: 2020-01-01, status: refuted, note: N, evidence: [old] }\n      - date: 2024-02-01',
          ),
      },
    ],
    'the text': ['claim-reworded', { act: (box) => edit(box, '31 March', '31 May') }],
    'a negation taken away': ['claim-reworded', { act: (box) => edit(box, 'do not sail', 'sail') }],
    'the speakers joined': [
      'claim-reworded',
      { act: (box) => edit(box, '[Minister of Transport, Harbour Master]', '"Minister of Transport; Harbour Master"') },
    ],
    'a speaker taken away': ['claim-reworded', { act: (box) => edit(box, ', Harbour Master]', ']') }],
    'the speaker left to the article': [
      'claim-reworded',
      { act: (box) => edit(box, '    speaker: [Minister of Transport, Harbour Master]\n', '') },
    ],
    'the kind': ['claim-reworded', { act: (box) => edit(box, 'kind: promise', 'kind: prediction') }],
    'the deadline': ['claim-reworded', { act: (box) => edit(box, 'kind: promise', 'kind: promise\n    due: 2030') }],
    'its day moved before the verdict': [
      'claim-reworded',
      { act: (box) => edit(box, 'said: 2024-01-08', 'said: 2024-01-31') },
    ],
    "the article's title": [
      'claim-reworded',
      { act: (box) => edit(box, 'title: Harbour to reopen', 'title: Harbour to close') },
    ],
    "the article's author": ['claim-reworded', { act: (box) => edit(box, 'A. Writer', 'B. Writer') }],
    "the article's address": [
      'claim-reworded',
      { act: (box) => edit(box, 'example.org/harbour', 'example.org/other') },
    ],
    "the article's day": [
      'claim-reworded',
      { act: (box) => edit(box, 'published: 2024-01-09', 'published: 2024-01-08') },
    ],
    "the article's publisher": [
      'claim-reworded',
      { act: (box) => edit(box, 'The Daily Example', 'The Other Example') },
    ],
    "the event's date": ['evidence-altered', { act: (box) => edit(box, 'date: 2024-01-30', 'date: 2024-01-29') }],
    "the event's title": [
      'evidence-altered',
      { act: (box) => edit(box, 'The first ferry docks.', 'The last ferry docks.') },
    ],
    'two events exchanged under their ids': [
      'evidence-altered',
      {
        act: (box) => {
          edit(box, 'id: ferry', 'id: x');
          edit(box, 'id: late', 'id: ferry');
          edit(box, 'id: x', 'id: late');
        },
      },
    ],
    "the source's publisher": ['evidence-altered', { act: (box) => edit(box, 'Port Authority', 'Port Example') }],
    "the source's title": ['evidence-altered', { act: (box) => edit(box, 'title: Dredging', 'title: Sailing') }],
    "the source's date": ['evidence-altered', { act: (box) => edit(box, 'date: 2024-01-13', 'date: 2024-01-14') }],
    "the source's archived copy": [
      'evidence-altered',
      { act: (box) => edit(box, 'example.org/archived', 'example.org/forged') },
    ],
    "the source's address": [
      'evidence-altered',
      { act: (box) => edit(box, 'example.org/dredger', 'example.org/forged') },
    ],
    'a source': [
      'evidence-altered',
      {
        act: (box) =>
          edit(box, 'sources: [{ url: https://example.org/ferry }]', 'sources: [{ url: https://example.org/another }]'),
      },
    ],
    'a rule turned off': [
      'check-weakened',
      { act: (box) => box.write('.factledger.yaml', 'checks: { history-rewritten: off }\n') },
    ],
    'a rule turned down': [
      'check-weakened',
      { act: (box) => box.write('.factledger.yaml', 'checks: { history-rewritten: warning }\n') },
    ],
    'a rule turned down by taking away what turned it up': [
      'check-weakened',
      {
        files: { 'ledger.yaml': LEDGER, '.factledger.yaml': 'checks: { backdated: error }\n' },
        act: (box) => remove(box, '.factledger.yaml'),
      },
    ],
    'this rule turned off': [
      'check-weakened',
      { act: (box) => box.write('.factledger.yaml', 'checks: { check-weakened: off }\n') },
    ],
    'a ledger without verdicts left out': [
      'check-weakened',
      {
        files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
        act: (box) => box.write('.factledger.yaml', 'ledgers: [l/a.yaml]\n'),
      },
    ],
  };

  test.each(Object.entries(cases))('%s', async (_, [rule, one]) => {
    const { code, rules } = await attempt(one);
    expect({ code, rules }).toMatchObject({ code: 0, rules: expect.arrayContaining([rule]) });
  });

  test('what turned a claim around is said', async () => {
    const { found } = await attempt({
      act: (box) => {
        edit(box, '31 March', '30 March');
        edit(box, 'do not sail', 'sail');
      },
    });
    expect(JSON.stringify(found)).toMatch(/a number changed[\s\S]*a negation changed/);
  });
});

describe('what cannot be compared is never a pass', () => {
  const cases: Readonly<Record<string, [message: RegExp, Attempt]>> = {
    'a tag of the name of the branch': [
      /"topic" names several: refs\/tags\/topic, refs\/heads\/topic/,
      {
        act: (box) => {
          git(box, 'branch', 'topic');
          box.write('ledger.yaml', REWRITTEN);
          commit(box);
          git(box, 'tag', 'topic');
        },
        against: 'topic...',
      },
    ],
    'a tag of the name of the branch, with an ancestor asked for': [
      /"topic" names several/,
      {
        act: (box) => {
          git(box, 'branch', 'topic');
          git(box, 'tag', 'topic');
        },
        against: 'topic~0',
      },
    ],
    'a branch of the name of the remote branch': [
      /"origin\/main" names several/,
      {
        act: (box) => {
          git(box, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
          git(box, 'branch', 'origin/main');
        },
        against: 'origin/main...',
      },
    ],
    'a tag where the full name is not there': [
      /no revision "refs\/remotes\/origin\/main"/,
      {
        act: (box) => void git(box, 'tag', 'refs/remotes/origin/main'),
        against: 'refs/remotes/origin/main...',
      },
    ],
    'a branch of the name of a commit': [
      /names several/,
      {
        act: (box) => void git(box, 'branch', git(box, 'rev-parse', '--short=8', 'HEAD').trim()),
        get against() {
          return 'SHORT';
        },
      },
    ],
    'a pointer of git LFS in place of the ledger': [
      /ledger\.yaml cannot be read as it stood[\s\S]*git LFS/,
      {
        files: { 'ledger.yaml': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1\n` },
        act: (box) => box.write('ledger.yaml', REWRITTEN),
      },
    ],
    'a pointer of git LFS in place of the configuration': [
      /\.factledger\.yaml cannot be read as it stood/,
      {
        files: {
          'ledger.yaml': LEDGER,
          '.factledger.yaml': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1\n`,
        },
        act: (box) => remove(box, '.factledger.yaml'),
      },
    ],
    'a configuration that never could be read': [
      /\.factledger\.yaml cannot be read as it stood/,
      {
        files: { 'ledger.yaml': LEDGER, '.factledger.yaml': 'ledgers: [\n' },
        act: (box) => remove(box, '.factledger.yaml'),
      },
    ],
    'a ledger that git ignores': [
      /l\/b\.yaml is ignored by git[\s\S]*"!l\/b\.yaml"/,
      {
        files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS, '.gitignore': 'l/b.yaml\n' },
        act: (box) => box.write('l/b.yaml', OTHER),
      },
    ],
    'a ledger in a repository that has not the revision': [
      /no revision "topic"/,
      {
        files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
        act: (box) => {
          git(box, 'branch', 'topic');
          box.write('n/b.yaml', OTHER);
          git(box, 'init', '-q', 'n');
          git(box, '-C', 'n', 'add', '-A');
          git(box, '-C', 'n', 'commit', '-q', '-m', 'start');
        },
        against: 'topic',
      },
    ],
    'a work tree that git takes for another': [
      /is none/,
      {
        act: (box) => {
          mkdirSync(join(box.folder, 'elsewhere'));
          git(box, 'config', 'core.worktree', join(box.folder, 'elsewhere'));
          box.write('ledger.yaml', REWRITTEN);
        },
      },
    ],
    'a merge base in a history that is cut off': [
      /shallow[\s\S]*fetch-depth: 0/,
      {
        act: (box) => {
          git(box, 'checkout', '-q', '-b', 'topic');
          box.write('a.txt', '');
          commit(box);
          git(box, 'checkout', '-q', 'main');
          box.write('b.txt', '');
          commit(box);
          const [main, cut] = [git(box, 'rev-parse', 'main').trim(), git(box, 'rev-parse', 'main~1').trim()];
          git(box, 'checkout', '-q', 'topic');
          git(box, 'merge', '-q', '-m', 'merge', main);
          box.write('c.txt', '');
          commit(box);
          // As if the merge had been fetched without its parents: an older commit in common would be taken.
          git(box, 'checkout', '-q', 'main');
          git(box, 'merge', '-q', '-m', 'other', 'topic~1');
          box.write('d.txt', '');
          commit(box);
          box.write('.git/shallow', `${git(box, 'rev-parse', 'topic').trim()}\n`);
          expect(cut).not.toBe(main);
        },
        against: 'topic...',
      },
    ],
    'a link into a submodule that is a file now': [
      /lk\.yaml was a link out of its repository or into a submodule/,
      {
        files: { '.factledger.yaml': 'ledgers: [own.yaml, lk.yaml]\n', 'own.yaml': OTHER },
        act: (box) => {
          submodule(box, LEDGER);
          symlinkSync('s/ledger.yaml', join(box.folder, 'lk.yaml'));
          commit(box);
          remove(box, 'lk.yaml');
          box.write('lk.yaml', REWRITTEN);
        },
      },
    ],
    'a link to a folder of a submodule that is a folder now, behind another link': [
      /a link out of its repository or into a submodule/,
      {
        files: { '.factledger.yaml': 'ledgers: ["lk/*.yaml"]\n', 'own.yaml': OTHER },
        act: (box) => {
          submodule(box, LEDGER);
          symlinkSync('s', join(box.folder, 'b'));
          symlinkSync('b', join(box.folder, 'lk'));
          commit(box);
          remove(box, 'lk');
          box.write('lk/ledger.yaml', REWRITTEN);
        },
      },
    ],
    'a link into a submodule that is a file now, by the way of another link to the work tree': [
      /was a link out of its repository or into a submodule/,
      {
        files: { 't/.factledger.yaml': '', 't/own.yaml': OTHER },
        act: (box) => {
          submodule(box, LEDGER);
          symlinkSync('../s/ledger.yaml', join(box.folder, 't/lk.yaml'));
          commit(box);
          remove(box, 't/lk.yaml');
          box.write('t/lk.yaml', REWRITTEN);
          symlinkSync('t', join(box.folder, 'way'));
        },
        argv: ['-f', 'way/lk.yaml'],
      },
    ],
    'a link out of the repository that is a file now': [
      /a link out of its repository or into a submodule/,
      {
        files: { '.factledger.yaml': 'ledgers: [own.yaml, k.yaml]\n', 'own.yaml': OTHER },
        act: (box) => {
          symlinkSync('../elsewhere.yaml', join(box.folder, 'k.yaml'));
          commit(box);
          remove(box, 'k.yaml');
          box.write('k.yaml', REWRITTEN);
        },
      },
    ],
    'a submodule that is gone': [
      /s was a submodule[\s\S]*submodules: recursive[\s\S]*somebody must decide/,
      {
        files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
        act: (box) => {
          submodule(box, LEDGER);
          commit(box);
          git(box, 'rm', '-q', '-f', 's');
        },
      },
    ],
    'a submodule that is not checked out': [
      /s was a submodule/,
      {
        files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
        act: (box) => {
          submodule(box, LEDGER);
          commit(box);
          git(box, 'submodule', 'deinit', '-q', '-f', 's');
        },
      },
    ],
    'a submodule whose recorded commit is not there': [
      /git cannot read the commit/,
      {
        files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
        act: (box) => {
          submodule(box, LEDGER);
          git(box, 'add', '-A');
          git(box, 'update-index', '--cacheinfo', `160000,${'1'.repeat(40)},s`);
          git(box, 'commit', '-q', '-m', 'elsewhere');
        },
      },
    ],
    'a range': [/is a range/, { act: () => {}, against: 'main..topic' }],
  };

  test.each(Object.entries(cases))('%s', async (_, [message, { files = { 'ledger.yaml': LEDGER }, act, ...how }]) => {
    const box = repository(files);
    act(box);
    const against = how.against === 'SHORT' ? git(box, 'rev-parse', '--short=8', 'HEAD').trim() : how.against;
    const { code, out, err } = await check(box, { ...how, ...(against === undefined ? {} : { against }) });
    expect({ code, out, err }).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
    expect(err).not.toMatch(/fatal:|a bug in factledger/);
  });
});

describe('what is honest is no finding', () => {
  const HEAD = (title: string) => LEDGER.slice(0, LEDGER.indexOf('claims:')).replace('Harbour to reopen', title);
  const cases: Readonly<Record<string, Attempt>> = {
    nothing: { act: () => {} },
    'a new verdict': {
      act: (box) =>
        edit(
          box,
          '        note: Seen.\n',
          '        note: Seen.\n      - { date: 2024-04-02, status: refuted, evidence: [late], note: N }\n',
        ),
    },
    'a first note': {
      act: (box) => edit(box, '        evidence: [late]\n', '        evidence: [late]\n        note: First.\n'),
    },
    'a note where it was blank': {
      files: { 'ledger.yaml': LEDGER.replace('evidence: [late]\n', 'evidence: [late]\n        note: ""\n') },
      act: (box) => edit(box, 'note: ""', 'note: First.'),
    },
    'a source added, and what another lacked': {
      act: (box) =>
        edit(
          box,
          'sources: [{ url: https://example.org/ferry }]',
          'sources: [{ url: https://example.org/new }, { url: https://example.org/ferry, title: T }]',
        ),
    },
    'a ledger split in two': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => {
        box.write('l/a.yaml', `${HEAD('Harbour to reopen')}claims:\n${REOPENS}${EVENTS}`);
        box.write('l/b.yaml', `${HEAD('More')}claims:\n${SAILS}${OPEN}${EVENTS}`);
      },
    },
    'a ledger split in two new ones': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => {
        remove(box, 'l/a.yaml');
        box.write('l/b.yaml', `${HEAD('Harbour to reopen')}claims:\n${REOPENS}${EVENTS}`);
        box.write('l/c.yaml', `${HEAD('Harbour to reopen')}claims:\n${SAILS}${OPEN}${EVENTS}`);
      },
    },
    'two ledgers merged into one': {
      files: {
        'l/a.yaml': `${HEAD('Harbour to reopen')}claims:\n${REOPENS}${EVENTS}`,
        'l/b.yaml': `${HEAD('More')}claims:\n${SAILS}${OPEN}${EVENTS}`,
        '.factledger.yaml': GLOBS,
      },
      act: (box) => {
        remove(box, 'l/b.yaml');
        box.write('l/a.yaml', LEDGER);
      },
    },
    'two ledgers merged into a new one': {
      files: {
        'l/a.yaml': `${HEAD('Harbour to reopen')}claims:\n${REOPENS}${EVENTS}`,
        'l/b.yaml': `${HEAD('Harbour to reopen')}claims:\n${SAILS}${OPEN}${EVENTS}`,
        '.factledger.yaml': GLOBS,
      },
      act: (box) => {
        remove(box, 'l/b.yaml');
        remove(box, 'l/a.yaml');
        box.write('l/c.yaml', LEDGER);
      },
    },
    'a ledger without verdicts merged into another': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        remove(box, 'l/b.yaml');
        edit(box, 'events:', '  - { id: quiet, text: Nothing. }\n\nevents:', 'l/a.yaml');
      },
    },
    'a claim moved to another ledger with its verdicts and events': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        box.write(
          'l/b.yaml',
          `${titled('Another', `claims:\n  - { id: quiet, text: Nothing. }\n${REOPENS}`)}${EVENTS}`,
        );
      },
    },
    'a claim moved to a ledger that is not named': {
      files: { 'l/a.yaml': LEDGER, 'l/b.yaml': OTHER, '.factledger.yaml': GLOBS },
      act: (box) => {
        edit(box, REOPENS, '', 'l/a.yaml');
        box.write(
          'l/b.yaml',
          `${titled('Another', `claims:\n  - { id: quiet, text: Nothing. }\n${REOPENS}`)}${EVENTS}`,
        );
      },
      argv: ['-f', 'l/a.yaml'],
    },
    'the file renamed': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => move(box, 'l/a.yaml', 'l/b.yaml'),
    },
    'the file moved to another folder': {
      files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS },
      act: (box) => move(box, 'l/a.yaml', 'm/n/a.yaml'),
    },
    'a folder renamed': { files: { 'l/a.yaml': LEDGER, '.factledger.yaml': GLOBS }, act: (box) => move(box, 'l', 'm') },
    'a folder whose name starts with dots': {
      files: { '..drafts/a.yaml': LEDGER },
      act: (box) =>
        edit(
          box,
          '        note: Seen.\n',
          '        note: Seen.\n      - { date: 2024-04-02, status: confirmed, evidence: [ferry] }\n',
          '..drafts/a.yaml',
        ),
      argv: ['-f', '..drafts/a.yaml'],
    },
    CRLF: { act: (box) => box.write('ledger.yaml', LEDGER.replaceAll('\n', '\r\n')) },
    'a byte-order mark': { act: (box) => box.write('ledger.yaml', `\ufeff${LEDGER}`) },
    JSON: {
      act: (box) => {
        const evidence = (...events: string[]) => ({ evidence: events });
        const url = (path: string) => `https://example.org/${path}`;
        const ledger = {
          events: [
            { id: 'ferry', title: 'The first ferry docks.', date: '2024-01-30', sources: [{ url: url('ferry') }] },
            {
              id: 'late',
              date: '2024-01-12',
              title: 'The dredger is two weeks late.',
              sources: [
                {
                  archived: url('archived'),
                  date: '2024-01-13',
                  publisher: 'Port Authority',
                  title: 'Dredging',
                  url: url('dredger'),
                },
              ],
            },
          ],
          claims: [
            { id: 'open', text: 'Anna Example came.' },
            {
              verdicts: [{ ...evidence('ferry', 'late'), status: 'refuted', date: '2024-02-01' }],
              said: '2024-01-08',
              text: 'Two ferries do not sail each day.',
              id: 'sails',
            },
            {
              id: 'reopens',
              kind: 'promise',
              speaker: ['Minister of Transport', 'Harbour Master'],
              text: 'The harbour will reopen by 31 March.',
              verdicts: [
                { date: '2024-03-12', status: 'pending', ...evidence('late') },
                { note: 'Seen.', by: 'kl', date: '2024-03-30', status: 'confirmed', ...evidence('ferry') },
              ],
            },
          ],
          article: {
            url: url('harbour'),
            published: '2024-01-09',
            publisher: 'The Daily Example',
            author: 'A. Writer',
            title: 'Harbour to reopen',
          },
          factledger: 1,
        };
        box.write(
          'ledger.yaml',
          JSON.stringify(ledger, null, '\t').replace(/^\t+/gm, (tabs) => '  '.repeat(tabs.length)),
        );
      },
    },
    'folded and literal texts': {
      act: (box) => {
        edit(
          box,
          'text: The harbour will reopen by 31 March.',
          'text: >\n      The harbour will\n      reopen by 31 March.',
        );
        edit(box, 'note: Seen.', 'note: |+\n          Seen.\n');
      },
    },
    'ident in a note': {
      files: { 'ledger.yaml': LEDGER.replace('Seen.', '"Seen, $Id$"'), '.gitattributes': '*.yaml ident\n' },
      act: (box) => {
        remove(box, 'ledger.yaml');
        git(box, 'checkout', '--', 'ledger.yaml');
        expect(box.read('ledger.yaml')).toContain('$Id: ');
      },
    },
    'line ends by attribute': {
      files: { 'ledger.yaml': LEDGER, '.gitattributes': '*.yaml eol=crlf\n' },
      act: (box) => {
        remove(box, 'ledger.yaml');
        git(box, 'checkout', '--', 'ledger.yaml');
        expect(box.read('ledger.yaml')).toContain('\r\n');
      },
    },
    'aliases in place of what they stand for': {
      act: (box) => {
        edit(box, 'evidence: [ferry]', 'evidence: &ferry [ferry]');
        edit(box, 'said: 2024-01-08', 'x-a: *ferry\n    said: 2024-01-08');
      },
    },
    'a sparse checkout': {
      files: { 'l/a.yaml': LEDGER, 'm/b.yaml': OTHER.replace('quiet', 'q'), '.factledger.yaml': GLOBS },
      act: (box) => {
        git(box, 'sparse-checkout', 'set', '--no-cone', '/m/', '/.factledger.yaml');
        expect(existsSync(join(box.folder, 'l/a.yaml'))).toBe(false);
      },
    },
    'a sparse checkout of no ledger at all': {
      files: { 'l/a.yaml': LEDGER, 'm/readme.txt': '', '.factledger.yaml': 'ledgers: ["l/*.yaml"]\n' },
      act: (box) => {
        git(box, 'sparse-checkout', 'set', '--cone', 'm');
        expect(existsSync(join(box.folder, 'l/a.yaml'))).toBe(false);
      },
    },
    'two ledgers that exchange their names': {
      files: {
        'l/a.yaml': `${HEAD('One')}claims:\n${REOPENS}${EVENTS}`,
        'l/b.yaml': `${HEAD('Two')}claims:\n${SAILS}${EVENTS}`,
        '.factledger.yaml': GLOBS,
      },
      act: (box) => {
        move(box, 'l/a.yaml', 'l/c.yaml');
        move(box, 'l/b.yaml', 'l/a.yaml');
        move(box, 'l/c.yaml', 'l/b.yaml');
      },
    },
    'a submodule that grows': {
      files: { '.factledger.yaml': GLOBS, 'own.yaml': OTHER },
      act: (box) => {
        submodule(box, LEDGER);
        commit(box);
        edit(
          box,
          '        note: Seen.\n',
          '        note: Seen.\n      - { date: 2024-04-02, status: refuted, evidence: [late], note: N }\n',
          's/ledger.yaml',
        );
        git(box, '-C', 's', 'commit', '-q', '-a', '-m', 'more');
        commit(box);
      },
      against: 'HEAD~1',
    },
    'a link into a submodule': {
      files: { '.factledger.yaml': 'ledgers: [own.yaml, lk.yaml]\n', 'own.yaml': OTHER },
      act: (box) => {
        submodule(box, LEDGER);
        symlinkSync('s/ledger.yaml', join(box.folder, 'lk.yaml'));
        commit(box);
      },
    },
    'a repository within one that cannot be read': {
      files: { 'readme.txt': '' },
      act: (box) => {
        git(box, 'init', '-q', 'l');
        box.write('l/ledger.yaml', LEDGER);
        git(box, '-C', 'l', 'add', '-A');
        git(box, '-C', 'l', 'commit', '-q', '-m', 'start');
        remove(box, '.git/HEAD');
      },
      cwd: 'l',
    },
    'a submodule that no glob looks into': {
      files: { '.factledger.yaml': 'ledgers: ["l/*.yaml"]\n', 'l/a.yaml': LEDGER },
      act: (box) => {
        submodule(box, LEDGER);
        commit(box);
        git(box, 'submodule', 'deinit', '-q', '-f', 's');
      },
    },
    'a bad status in the base put right': {
      act: (box) => {
        edit(box, 'status: confirmed', 'status: confirmd');
        commit(box);
        edit(box, 'status: confirmd', 'status: confirmed');
      },
    },
    'a broken first version put right': {
      files: { 'ledger.yaml': LEDGER.replace('status: confirmed', 'status: confirmd') },
      act: (box) => box.write('ledger.yaml', LEDGER),
    },
    'a configuration that gains a ledger': {
      files: { 'l/a.yaml': LEDGER, 'm/b.yaml': OTHER, '.factledger.yaml': 'ledgers: [l]\n' },
      act: (box) => box.write('.factledger.yaml', 'ledgers: [l, m]\n'),
    },
    'a rule turned up': { act: (box) => box.write('.factledger.yaml', 'checks: { backdated: error }\n') },
    'an event that nothing rested on taken out': {
      files: { 'ledger.yaml': `${LEDGER}  - { id: unused, date: 2024-01-01, title: U }\n` },
      act: (box) => edit(box, '  - { id: unused, date: 2024-01-01, title: U }\n', ''),
    },
    'a claim without verdicts taken out or reworded': { act: (box) => edit(box, 'Anna Example came.', 'Nobody came.') },
    'events and claims in another order': {
      act: (box) =>
        box.write('ledger.yaml', LEDGER.replace(REOPENS, '').replace('  - id: open', `${REOPENS}  - id: open`)),
    },
    'a merge of two sides that both marked': {
      act: (box) => {
        const mark = (id: string, from: string) =>
          edit(box, from, `${from}    verdicts: [{ date: 2024-04-02, status: pending, note: ${id} }]\n`);
        git(box, 'checkout', '-q', '-b', 'topic');
        mark('topic', '    text: Anna Example came.\n');
        commit(box);
        git(box, 'checkout', '-q', 'main');
        edit(
          box,
          '        note: Seen.\n',
          '        note: Seen.\n      - { date: 2024-04-02, status: confirmed, evidence: [ferry] }\n',
        );
        commit(box);
        git(box, 'merge', '-q', '--no-commit', '--no-ff', 'topic');
      },
    },
    'file modes': { act: (box) => chmodSync(join(box.folder, 'ledger.yaml'), 0o755) },
  };

  test.each(Object.entries(cases))('%s', async (_, one) => {
    const { code, found, err } = await attempt(one);
    const compared = found.filter(({ rule }) =>
      ['history-rewritten', 'claim-reworded', 'evidence-altered', 'backdated', 'check-weakened'].includes(rule),
    );
    expect({ code, compared, err }).toEqual({ code: 0, compared: [], err: '' });
  });
});
