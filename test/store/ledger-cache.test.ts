import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HARBOUR, type Sandbox, sandbox } from '../sandbox.ts';

/** A ledger of more than a megabyte, in which every key is there somewhere. */
function largeLedger(): string {
  const claims = Array.from({ length: 1000 }, (_, at) => {
    const more = at % 3 === 0 ? `    via: Źródło ${at}\n    kind: promise\n    due: 2024-0${1 + (at % 9)}\n` : '';
    const former = at % 4 === 0 ? `    formerly: [old-${at}, older-${at}]\n    added: 2023-12-0${1 + (at % 9)}\n` : '';
    const working =
      at % 6 === 0
        ? `    note: "Ask: ${at}."\n    sources: [{ url: https://example.org/s${at}, formerly: [https://example.org/t${at}] }]\n`
        : '';
    const gone =
      at % 7 === 0
        ? `    withdrawn: { date: 2024-03-0${1 + (at % 9)}, reason: "No. ${at}.", by: kl, instead: [claim-1, old-8] }\n`
        : '';
    const label = at % 8 === 0 ? '\n        label: Mostly true' : '';
    const taken = at % 11 === 0 ? `\n        withdrawn: { date: 2024-02-1${at % 10}, reason: "Was ${at}." }` : '';
    const anchors = at % 5 === 0 ? `    anchors: [{ paragraph: ${at + 1}, quote: "a, ${at}" }]\n` : '';
    return `  - id: claim-${at}
    text: "Claim ${at}: ${'of some length, '.repeat(60)}and – with 港 😀 – no more."
    speaker: [Anna Example, Bob ${at} Example]
    said: 2023-11-0${1 + (at % 9)}
    tags: [a, b-${at}]
${more}${former}${working}${gone}${anchors}    verdicts:
      - date: 2024-02-01
        status: ${['confirmed', 'pending', 'refuted'][at % 3]}
        evidence: [${at % 9 === 0 ? `former-${at % 40}` : `event-${at % 40}`}]${label}${taken}
        note: |
          Two lines,
          the second ${at}.
`;
  });
  const events = Array.from(
    { length: 40 },
    (_, at) =>
      `  - id: event-${at}\n    date: 2024-01\n    title: Event ${at}.\n    formerly: [former-${at}]\n    sources: [{ url: https://example.org/${at}, formerly: ["http://example.org/${at}"] }]\n`,
  );
  return `factledger: 1\narticle: { title: T, author: [A. Writer, B. Editor], published: 2023-11-01 }\nclaims:\n${claims.join('')}events:\n${events.join('')}`;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const LARGE = largeLedger();
const COMMANDS = [
  ['list', '--format', 'json'],
  ['list', '--status', 'pending', '--evidence', 'event-1'],
  ['list', '--as-of', '2024-01-15', '--format', 'csv'],
  ['show', 'claim-78', 'event-3', '--format', 'json'],
  ['stats', '--group-by', 'tag'],
  ['log', '--claim', 'claim-9'],
  ['events', '--format', 'ndjson'],
  ['list', '--withdrawn', '--format', 'json'],
  ['list', '--as-of', '2024-03-04', '--evidence', 'former-9', '--format', 'tsv'],
  ['show', 'old-8', 'claim:older-56', 'former-3', 'ledger:ledger', '--format', 'json'],
  ['log', '--format', 'json'],
  ['stats', '--as-of', '2024-02-14', '--format', 'json'],
  ['list', '--speaker', 'editor', '--format', 'csv'],
];

function largeBox() {
  const box = sandbox(LARGE);
  const cacheFolder = join(box.folder, '.cache');
  mkdirSync(cacheFolder);
  const files = () => (existsSync(join(cacheFolder, 'ledgers')) ? readdirSync(join(cacheFolder, 'ledgers')) : []);
  const only = () => join(cacheFolder, 'ledgers', files()[0] as string);
  return { box, cacheFolder, files, only };
}

const answers = async (box: Sandbox, cacheFolder?: string) => {
  const all = [];
  for (const argv of COMMANDS) all.push(await box.run(argv, cacheFolder === undefined ? {} : { cacheFolder }));
  return all;
};

describe('the cache of ledgers', () => {
  test('changes nothing in any answer, when it is made and when it is used', async () => {
    const { box, cacheFolder, files } = largeBox();
    const plain = await answers(box);
    expect(plain.map(({ code }) => code)).toEqual(COMMANDS.map(() => 0));
    expect(await answers(box, cacheFolder)).toEqual(plain);
    expect(files()).toHaveLength(1);
    expect(await answers(box, cacheFolder)).toEqual(plain);
  });

  test('is what answers, as long as the file stays the same', async () => {
    const { box, cacheFolder, only } = largeBox();
    await box.run(['list'], { cacheFolder });
    // An entry that says something else, with sums that are right: nothing but the cache can have told it.
    const bytes = readFileSync(only());
    const tail = bytes.subarray(-74).toString();
    const start = bytes.length - 74 - Number.parseInt(tail.slice(65), 16);
    const [entry] = JSON.parse(bytes.subarray(start, -74).toString());
    const texts = Buffer.from(bytes.subarray(0, start).toString().replace('Claim 78:', 'Claim 99:'));
    const index = Buffer.from(JSON.stringify([{ ...entry, sum: sha256(texts) }]));
    writeFileSync(only(), Buffer.concat([texts, index, Buffer.from(sha256(index) + tail.slice(64))]));
    expect((await box.run(['show', 'claim-78'], { cacheFolder })).out).toContain('Claim 99:');
    expect((await box.run(['show', 'claim-78'])).out).toContain('Claim 78:');
    expect((await box.run(['check'], { cacheFolder })).out).not.toContain('Claim 99:');
    await box.run(['mark', 'pending', 'claim-78', '--note', 'Looked.'], { cacheFolder });
    expect((await box.run(['show', 'claim-78'], { cacheFolder })).out).toContain('Claim 78:');
  });

  test('follows the file, even where only a letter of it changed and not its time', async () => {
    const { box, cacheFolder } = largeBox();
    await box.run(['list'], { cacheFolder });
    const { atime, mtime } = statSync(join(box.folder, 'ledger.yaml'));
    box.write('ledger.yaml', LARGE.replace('Claim 78:', 'Claim 79:'));
    utimesSync(join(box.folder, 'ledger.yaml'), atime, mtime);
    const { out } = await box.run(['show', 'claim-78'], { cacheFolder });
    expect(out).toContain('Claim 79:');
  });

  test('tells the errors of a ledger that was sound', async () => {
    const { box, cacheFolder } = largeBox();
    await box.run(['list'], { cacheFolder });
    box.write('ledger.yaml', LARGE.replace('kind: promise', 'kind: rumour'));
    const ran = await box.run(['list'], { cacheFolder });
    expect(ran).toEqual(await box.run(['list']));
    expect(ran.code).toBe(2);
  });

  test('is passed over where it is damaged, wherever that is', async () => {
    const { box, cacheFolder, only } = largeBox();
    const argv = ['list', '--format', 'json'];
    const plain = await box.run(argv, { cacheFolder });
    const sound = readFileSync(only());
    const { length } = sound;
    const places = [0, 1, 999, length >> 1, length - 10, length - 74, length - 75, length - 200, length - 900];
    for (const at of places) {
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] as number) ^ 1;
      writeFileSync(only(), damaged);
      expect(await box.run(argv, { cacheFolder }), `byte ${at}`).toEqual(plain);
      // And is mended by the way.
      expect(readFileSync(only()).equals(sound), `byte ${at}`).toBe(true);
    }
    for (const size of [0, 1, 73, 74, 75, 1000, length - 1]) {
      writeFileSync(only(), sound);
      truncateSync(only(), size);
      expect(await box.run(argv, { cacheFolder }), `${size} bytes`).toEqual(plain);
    }
    for (const text of ['x'.repeat(200), `${'0'.repeat(64)} ffffffff\n`, `${'0'.repeat(64)} -0000001\n`]) {
      writeFileSync(only(), text);
      expect(await box.run(argv, { cacheFolder }), text).toEqual(plain);
    }
  });

  test('may be removed, and may be impossible to write', async () => {
    const { box, cacheFolder, files } = largeBox();
    const plain = await box.run(['stats'], { cacheFolder });
    rmSync(join(cacheFolder, 'ledgers'), { recursive: true });
    expect(await box.run(['stats'], { cacheFolder })).toEqual(plain);
    expect(files()).toHaveLength(1);
    rmSync(join(cacheFolder, 'ledgers'), { recursive: true });
    writeFileSync(join(cacheFolder, 'ledgers'), 'no folder');
    expect(await box.run(['stats'], { cacheFolder })).toEqual(plain);
    rmSync(cacheFolder, { recursive: true });
    writeFileSync(cacheFolder, 'no folder either');
    expect(await box.run(['stats'], { cacheFolder })).toEqual(plain);
  });

  test('is no trouble where something else stands in its place', async () => {
    const { box, cacheFolder, files, only } = largeBox();
    const plain = await box.run(['stats'], { cacheFolder });
    const path = only();
    rmSync(path);
    mkdirSync(path);
    expect(await box.run(['stats'], { cacheFolder })).toEqual(plain);
    expect(files()).toHaveLength(1);
  });

  test('keeps what is sound beside what is not, and no file on its way', async () => {
    const { box, cacheFolder, files, only } = largeBox();
    box.write('broken.yaml', 'factledger: 1\narticle: {titel: T}\n');
    const argv = ['list', '-f', 'ledger.yaml', '-f', 'broken.yaml'];
    const plain = await box.run(argv);
    expect(plain.code).toBe(2);
    expect(await box.run(argv, { cacheFolder })).toEqual(plain);
    const { ino } = statSync(only());
    expect(await box.run(argv, { cacheFolder })).toEqual(plain);
    expect(files()).toHaveLength(1);
    expect(statSync(only()).ino).toBe(ino);
  });

  test('makes no difference to a pipe that came in place of a file', async () => {
    const { box, cacheFolder } = largeBox();
    box.write('other.yaml', HARBOUR);
    const argv = ['list', '-f', 'ledger.yaml', '-f', 'other.yaml'];
    await box.run(argv, { cacheFolder });
    rmSync(join(box.folder, 'other.yaml'));
    spawnSync('mkfifo', [join(box.folder, 'other.yaml')]);
    expect((await box.run(argv, { cacheFolder })).err).toContain('other.yaml:1:1: no regular file');
  });

  test('can be read by its user only, and leaves no other file after', async () => {
    const { box, cacheFolder, files, only } = largeBox();
    await box.run(['stats'], { cacheFolder });
    expect(statSync(only()).mode & 0o777).toBe(0o600);
    expect(statSync(join(cacheFolder, 'ledgers')).mode & 0o777).toBe(0o700);
    box.write('ledger.yaml', LARGE.replace('Claim 7:', 'Claim 8:'));
    await box.run(['stats'], { cacheFolder });
    expect(files()).toHaveLength(1);
  });

  test('stays within its bounds: what was not used for longest goes', async () => {
    const { box, cacheFolder, files } = largeBox();
    mkdirSync(join(cacheFolder, 'ledgers'));
    for (const [name, days] of [
      ['old', 3],
      ['older', 4],
      ['new', 1],
    ] as const) {
      const path = join(cacheFolder, 'ledgers', name);
      writeFileSync(path, '');
      truncateSync(path, 120 * 2 ** 20);
      const then = new Date(Date.now() - days * 86_400_000);
      utimesSync(path, then, then);
    }
    await box.run(['stats'], { cacheFolder });
    expect(files()).toHaveLength(3);
    expect(files()).toEqual(expect.arrayContaining(['new', 'old']));
  });

  test('is not used for what is small, or comes from standard input', async () => {
    const { box, cacheFolder, files } = largeBox();
    await box.run(['stats', '-f', '-'], { cacheFolder, stdin: LARGE });
    box.write('small.yaml', 'factledger: 1\narticle: {title: T}\n');
    await box.run(['stats', '-f', 'small.yaml'], { cacheFolder });
    expect(files()).toEqual([]);
  });

  test('holds an archive together, and after a mark all of it but one ledger', async () => {
    const { box, cacheFolder, only } = largeBox();
    rmSync(join(box.folder, 'ledger.yaml'));
    const ids = Array.from({ length: 30 }, (_, at) => `l${at}`);
    for (const id of ids) {
      const claims = Array.from(
        { length: 200 },
        (_, at) => `  - id: ${id}-${at}\n    text: ${'Some text. '.repeat(20)}\n`,
      );
      box.write(`archive/${id}.yaml`, `factledger: 1\narticle: {title: ${id}}\nclaims:\n${claims.join('')}`);
    }
    const list = ['list', '-f', 'archive', '--format', 'json'];
    expect(await box.run(list, { cacheFolder })).toEqual(await box.run(list));
    const { ino } = statSync(only());
    const marked = await box.run(['mark', 'pending', 'l7-9', '--note', 'Looked.', '-f', 'archive'], { cacheFolder });
    expect(marked).toMatchObject({ code: 0, out: 'l7/l7-9: pending → pending (2026-11-23)\n' });
    const after = await box.run(list, { cacheFolder });
    expect(after).toEqual(await box.run(list));
    expect(after.out).toContain('Looked.');
    // One ledger in thirty is not worth writing all of it again.
    expect(statSync(only()).ino).toBe(ino);
    const missing = ['mark', 'pending', 'l7-9x', '-f', 'archive'];
    expect(await box.run(missing, { cacheFolder })).toEqual(await box.run(missing));
  });
});
