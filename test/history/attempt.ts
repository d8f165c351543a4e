import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gitAt } from '../git.ts';
import { type Sandbox, sandbox } from '../sandbox.ts';

/** A ledger with two judged claims, one not judged, and what they rest on. */
export const LEDGER = `factledger: 1

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
export const REWRITTEN = LEDGER.replace('status: confirmed', 'status: refuted');
export const OTHER = 'factledger: 1\narticle: { title: Another }\nclaims: [{ id: quiet, text: Nothing. }]\n';
export const GLOBS = 'ledgers: ["**/*.yaml"]\n';

const DAY = '2024-04-02T12:00:00+00:00';

export const git = gitAt(DAY);

export const commit = (box: Sandbox, message = 'more') => {
  git(box, 'add', '-A');
  git(box, 'commit', '-q', '--allow-empty', '-m', message);
};

type Files = Readonly<Record<string, string | Buffer>>;

export function repository(files: Files): Sandbox {
  const box = sandbox();
  for (const [name, text] of Object.entries(files)) box.write(name, text);
  git(box, 'init', '-q');
  commit(box, 'start');
  return box;
}

export const edit = (box: Sandbox, from: string, to: string, name = 'ledger.yaml') => {
  const text = box.read(name);
  if (!text.includes(from)) throw new Error(`no ${JSON.stringify(from)} in ${name}`);
  box.write(name, text.replace(from, to));
};
export const move = (box: Sandbox, from: string, to: string) => {
  mkdirSync(join(box.folder, to, '..'), { recursive: true });
  renameSync(join(box.folder, from), join(box.folder, to));
};
export const remove = (box: Sandbox, name: string) => rmSync(join(box.folder, name), { recursive: true });

/** Adds a submodule, s, with a ledger. */
export function submodule(box: Sandbox, ledger: string): void {
  const inner = repository({ 'ledger.yaml': ledger });
  git(box, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 's');
}

/** What is done to a repository, and how it is checked. */
export interface Attempt {
  readonly files?: Files;
  readonly act: (box: Sandbox) => void;
  readonly against?: string;
  readonly argv?: readonly string[];
  readonly cwd?: string;
}

export async function check(box: Sandbox, { against = 'HEAD', argv = [], cwd = '' }: Partial<Attempt>) {
  const ran = await box.run(['check', '--against', against, ...argv, '--format', 'json'], { cwd });
  const found = ran.code === 2 ? [] : (JSON.parse(ran.out).findings as { rule: string; claim: string | null }[]);
  return { ...ran, rules: [...new Set(found.map(({ rule }) => rule))], found };
}

export async function attempt({ files = { 'ledger.yaml': LEDGER }, act, ...how }: Attempt) {
  const box = repository(files);
  act(box);
  return { box, ...(await check(box, how)) };
}

export const titled = (title: string, rest: string) =>
  `factledger: 1\narticle:\n  title: ${title}\n  author: A. Writer\n  published: 2024-01-09\n${rest}`;
export const REOPENS = LEDGER.slice(LEDGER.indexOf('  - id: reopens'), LEDGER.indexOf('  - id: sails'));
export const SAILS = LEDGER.slice(LEDGER.indexOf('  - id: sails'), LEDGER.indexOf('  - id: open'));
export const OPEN = LEDGER.slice(LEDGER.indexOf('  - id: open'), LEDGER.indexOf('events:'));
export const EVENTS = LEDGER.slice(LEDGER.indexOf('events:'));
